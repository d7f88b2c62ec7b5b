//! What the palette finds: actions by name or hint, risks by number or words, registers by title.

use register::find::{best, best_of};
use register::{Id, Register};

/// How many of each kind are shown.
const ACTIONS: usize = 8;
const RISKS: usize = 20;
const REGISTERS: usize = 8;
/// How many of what was gone to last stand first while nothing is typed.
const RECENT: usize = 5;

/// Something that can be gone to or done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// An action, by its name.
    Action(String),
    /// A risk of the open register.
    Risk(Id),
    /// A register.
    Register(Id),
}

/// What is found of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub title: &'static str,
    /// What is in it, the best first.
    pub found: Vec<Found>,
}

/// What can be found besides the risks of the open register.
#[derive(Clone, Debug, Default)]
pub struct Stock {
    /// Actions that can be done now: name and hint.
    pub actions: Vec<(String, &'static str)>,
    /// Registers that can be gone to: id, title with entity.
    pub registers: Vec<(Id, String)>,
    /// What was chosen last, the newest first.
    pub recent: Vec<Found>,
}

/// What fits, by kind. Figures lead to a risk first.
pub fn search(stock: &Stock, register: &Register, typed: &str) -> Vec<Section> {
    let typed = typed.trim();
    let recent = if typed.is_empty() { recent(stock, register) } else { Vec::new() };
    let fresh = |found: Vec<Found>| found.into_iter().filter(|it| !recent.contains(it)).collect::<Vec<_>>();
    let actions = Section { title: "Actions", found: fresh(actions(stock, typed)) };
    let risks = best(&register.risks, typed, RISKS);
    let risks = risks.into_iter().map(|place| Found::Risk(register.risks[place].id.clone())).collect();
    let risks = Section { title: "Risks", found: fresh(risks) };
    let titles: Vec<&str> = stock.registers.iter().map(|(_, title)| title.as_str()).collect();
    let registers = best_of(&titles, typed, REGISTERS);
    let registers = registers.into_iter().map(|place| Found::Register(stock.registers[place].0.clone())).collect();
    let registers = Section { title: "Registers", found: fresh(registers) };
    let figures = typed.starts_with(|it: char| it.is_ascii_digit());
    let kinds = if figures { [risks, actions, registers] } else { [actions, risks, registers] };
    let recent = Section { title: "Recent", found: recent };
    std::iter::once(recent).chain(kinds).filter(|section| !section.found.is_empty()).collect()
}

/// What was chosen last and is still there.
fn recent(stock: &Stock, register: &Register) -> Vec<Found> {
    let is_there = |found: &&Found| match found {
        Found::Action(name) => stock.actions.iter().any(|(it, _)| it == name),
        Found::Risk(id) => register.find(id).is_some(),
        Found::Register(id) => stock.registers.iter().any(|(it, _)| it == id),
    };
    stock.recent.iter().filter(is_there).take(RECENT).cloned().collect()
}

/// The actions whose name fits, then those whose hint does. All of them while nothing is typed.
fn actions(stock: &Stock, typed: &str) -> Vec<Found> {
    let limit = if typed.is_empty() { stock.actions.len() } else { ACTIONS };
    let names: Vec<&str> = stock.actions.iter().map(|(name, _)| name.as_str()).collect();
    let hints: Vec<&str> = stock.actions.iter().map(|(_, hint)| *hint).collect();
    let mut places = best_of(&names, typed, limit);
    for place in best_of(&hints, typed, limit) {
        if places.len() < limit && !places.contains(&place) {
            places.push(place);
        }
    }
    places.into_iter().map(|place| Found::Action(names[place].to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use register::Risk;

    use super::*;

    fn stock() -> Stock {
        Stock {
            actions: vec![
                ("Add risk".to_owned(), "Adds a risk at the end"),
                ("Go to heat map".to_owned(), "The matrix with the risks in it"),
                ("Settings".to_owned(), "Your name, the looks"),
            ],
            registers: vec![("a".into(), "Corporate 2026".to_owned()), ("b".into(), "Matrix trial".to_owned())],
            recent: vec![Found::Risk("r2".into()), Found::Action("Gone".to_owned()), Found::Register("b".into())],
        }
    }

    fn register() -> Register {
        let risk = |id: &str, number: &str, title: &str| Risk {
            id: id.into(),
            number: number.to_owned(),
            title: title.to_owned(),
            ..Risk::default()
        };
        let risks = vec![risk("r1", "1", "Fire in the archive"), risk("r2", "2", "Matrix organisation fails")];
        Register { risks, ..Register::default() }
    }

    fn titles(sections: &[Section]) -> Vec<&str> {
        sections.iter().map(|section| section.title).collect()
    }

    #[test]
    fn with_nothing_typed_what_was_chosen_last_stands_first_and_once() {
        let found = search(&stock(), &register(), " ");
        assert_eq!(titles(&found), ["Recent", "Actions", "Risks", "Registers"]);
        assert_eq!(found[0].found, [Found::Risk("r2".into()), Found::Register("b".into())]);
        assert_eq!(found[2].found, [Found::Risk("r1".into())]);
    }

    #[test]
    fn words_find_actions_by_name_before_hint_and_then_risks_and_registers() {
        let found = search(&stock(), &register(), "matrix");
        assert_eq!(titles(&found), ["Actions", "Risks", "Registers"]);
        assert_eq!(found[0].found, [Found::Action("Go to heat map".to_owned())]);
        assert_eq!(found[1].found, [Found::Risk("r2".into())]);
        let found = search(&stock(), &register(), "risk");
        assert_eq!(found[0].found, [Found::Action("Add risk".to_owned()), Found::Action("Go to heat map".to_owned())]);
    }

    #[test]
    fn figures_lead_to_a_risk_first() {
        let found = search(&stock(), &register(), "2");
        assert_eq!(titles(&found), ["Risks", "Registers"]);
        assert_eq!(found[0].found[0], Found::Risk("r2".into()));
        assert_eq!(search(&stock(), &register(), "nothing of the kind"), []);
    }

    #[test]
    fn of_thousands_no_more_than_a_list_is_shown() {
        let risk = |number: usize| Risk { id: Id(number.to_string()), title: "Flood".to_owned(), ..Risk::default() };
        let register = Register { risks: (0..10_000).map(risk).collect(), ..Register::default() };
        let found = search(&Stock::default(), &register, "flood");
        assert_eq!(found.iter().map(|section| section.found.len()).sum::<usize>(), RISKS);
    }
}
