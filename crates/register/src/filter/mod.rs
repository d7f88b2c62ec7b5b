//! Which risks, controls or actions a view shows, in which order, and in which groups.

mod cells;
mod condition;
mod group;
mod said;
mod sentence;
mod sort;
mod subject;
mod typed;
mod values;
mod words;

pub use cells::{Cells, cells};
pub use condition::{Condition, Test};
pub use group::{Group, GroupBy, group, group_rows};
pub use said::vocabulary;
pub(crate) use sentence::capital;
pub use sentence::{NOT_THERE, brief, directions, sentence};
pub use sort::{Key, Sort};
pub use subject::{Holds, Of, SECTIONS, Section, Subject};
pub use values::{owners, value_label, values};

use crate::date::Day;
use crate::model::{Action, Control, Criteria, Register, Risk};
use condition::Ready;
use said::Thing;

/// The band in a filter's value that stands for risks without one, in addresses of old.
pub const NO_BAND: &str = "none";

/// Which risks are shown. Every condition must hold, and every word must occur.
///
/// Conditions that speak of controls must all hold of one and the same control, and likewise those of actions: "owned by
/// the Head of Property" and "late" ask for an action that is both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that must each occur somewhere in the risk, whatever their case.
    pub text: String,
    /// The conditions, in the order in which the user gave them.
    pub conditions: Vec<Condition>,
}

impl Filter {
    /// Whether every risk is shown.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.conditions.is_empty()
    }

    /// The filter made ready to be asked of many.
    pub fn ready<'a>(&self, criteria: &'a Criteria, today: Day) -> ReadyFilter<'a> {
        ReadyFilter {
            words: words::words(&self.text),
            conditions: self.conditions.iter().map(|it| Ready::new(it, criteria, today)).collect(),
        }
    }

    /// Whether the risk is shown.
    pub fn shows(&self, risk: &Risk, criteria: &Criteria, today: Day) -> bool {
        self.ready(criteria, today).shows(risk)
    }

    /// Whether a control has a row where controls are listed.
    pub fn shows_control(&self, risk: &Risk, control: &Control, criteria: &Criteria, today: Day) -> bool {
        self.ready(criteria, today).shows_control(risk, control)
    }

    /// Whether an action has a row where actions are listed.
    pub fn shows_action(&self, risk: &Risk, action: &Action, criteria: &Criteria, today: Day) -> bool {
        self.ready(criteria, today).shows_action(risk, action)
    }
}

/// A filter that is ready to be asked of many.
pub struct ReadyFilter<'a> {
    words: Vec<String>,
    conditions: Vec<Ready<'a>>,
}

impl ReadyFilter<'_> {
    /// Whether the risk is shown.
    pub fn shows(&self, risk: &Risk) -> bool {
        self.all(Of::Risk, Thing::risk(risk))
            && self.some_control(risk)
            && self.some_action(risk)
            && self.words.iter().all(|word| words::in_risk(risk, word))
    }

    /// Whether a control has a row where controls are listed: what is asked of its risk, of actions and of controls
    /// holds, and each word occurs in it or in the number, title, category or owners of its risk.
    pub fn shows_control(&self, risk: &Risk, control: &Control) -> bool {
        self.all(Of::Risk, Thing::risk(risk))
            && self.some_action(risk)
            && self.all(Of::Control, Thing::control(risk, control))
            && self.words.iter().all(|word| words::heads(risk, word) || words::in_control(control, word))
    }

    /// Whether an action has a row where actions are listed: what is asked of its risk, of controls and of actions
    /// holds, and each word occurs in it or in the number, title, category or owners of its risk.
    pub fn shows_action(&self, risk: &Risk, action: &Action) -> bool {
        self.all(Of::Risk, Thing::risk(risk))
            && self.some_control(risk)
            && self.all(Of::Action, Thing::action(risk, action))
            && self.words.iter().all(|word| words::heads(risk, word) || words::in_action(action, word))
    }

    fn asks(&self, of: Of) -> bool {
        self.conditions.iter().any(|it| it.of() == of)
    }

    fn all(&self, of: Of, thing: Thing<'_>) -> bool {
        self.conditions.iter().filter(|it| it.of() == of).all(|it| it.holds(thing))
    }

    fn some_control(&self, risk: &Risk) -> bool {
        !self.asks(Of::Control) || risk.controls.iter().any(|it| self.all(Of::Control, Thing::control(risk, it)))
    }

    fn some_action(&self, risk: &Risk) -> bool {
        !self.asks(Of::Action) || risk.actions.iter().any(|it| self.all(Of::Action, Thing::action(risk, it)))
    }
}

/// The places in the register of the risks that a filter shows, in the order asked for.
pub fn select(register: &Register, filter: &Filter, sort: &[Sort], today: Day) -> Vec<usize> {
    rows(register, Of::Risk, filter, sort, today).into_iter().map(|row| row.risk).collect()
}

/// A row of a list of risks, controls or actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The place of the risk in the register.
    pub risk: usize,
    /// The place of the control or action in its risk; 0 for the risk itself.
    pub item: usize,
}

/// The risks, controls or actions that a filter shows, in the order asked for; of equal ones in the user's order.
pub fn rows(register: &Register, of: Of, filter: &Filter, sort: &[Sort], today: Day) -> Vec<Row> {
    let ready = filter.ready(&register.criteria, today);
    let mut rows = Vec::new();
    for (place, risk) in register.risks.iter().enumerate() {
        let mut add = |item: usize| rows.push(Row { risk: place, item });
        match of {
            Of::Risk if ready.shows(risk) => add(0),
            Of::Risk => {}
            Of::Control => {
                let shown = risk.controls.iter().enumerate().filter(|(_, it)| ready.shows_control(risk, it));
                shown.for_each(|(item, _)| add(item));
            }
            Of::Action => {
                let shown = risk.actions.iter().enumerate().filter(|(_, it)| ready.shows_action(risk, it));
                shown.for_each(|(item, _)| add(item));
            }
        }
    }
    sort::sort(register, of, &mut rows, sort, today);
    rows
}

impl Row {
    /// What the row shows of a register that it was made of.
    fn thing(self, register: &Register, of: Of) -> Option<Thing<'_>> {
        let risk = register.risks.get(self.risk)?;
        Some(match of {
            Of::Risk => Thing::risk(risk),
            Of::Control => Thing::control(risk, risk.controls.get(self.item)?),
            Of::Action => Thing::action(risk, risk.actions.get(self.item)?),
        })
    }
}

#[cfg(test)]
mod tests;
