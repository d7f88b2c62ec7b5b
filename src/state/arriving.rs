//! What a file brings: its registers, what is in them, and which ones here they might stand for.

use leptos::prelude::{ArcRwSignal, Set};
use register::{Id, Register};
use store::Summary;

/// What the user wants done with a register that arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// Put it beside those that are here.
    #[default]
    Add,
    /// Put it in the place of this one, which goes to the bin.
    Replace(Id),
    /// Do not take it over.
    LeaveOut,
}

/// A register that is here and has the same id, or the same title and entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Here {
    /// Its id.
    pub id: Id,
    /// When it was last changed, as ISO text.
    pub last_changed: Option<String>,
    /// The number of its risks.
    pub risks: usize,
}

/// A register of a file, not taken over yet.
#[derive(Clone)]
pub struct Arriving {
    /// The register.
    pub register: Register,
    /// What was odd about it.
    pub report: Vec<exchange::Line>,
    /// Those here that it might stand for.
    pub here: Vec<Here>,
    /// What the user wants done with it.
    pub choice: ArcRwSignal<Choice>,
}

impl Arriving {
    /// A register of a file beside those on the shelf. It is added unless the user says otherwise.
    pub fn new(incoming: exchange::IncomingRegister, shelf: &[Summary]) -> Self {
        let here = same(&incoming.register, shelf);
        let exchange::IncomingRegister { register, report } = incoming;
        Self { register, report, here, choice: ArcRwSignal::new(Choice::default()) }
    }
}

impl Arriving {
    /// Offers first to take the place of this register.
    pub fn stands_for(&mut self, register: &Summary) {
        if self.here.iter().all(|here| here.id != register.id) {
            self.here.insert(0, Here::from(register));
        }
        self.choice.set(Choice::Replace(register.id.clone()));
    }
}

impl From<&Summary> for Here {
    fn from(it: &Summary) -> Self {
        Self { id: it.id.clone(), last_changed: it.last_changed.clone(), risks: it.risks }
    }
}

/// The registers on the shelf, not in the bin, that are the same or go by the same title and entity.
fn same(register: &Register, shelf: &[Summary]) -> Vec<Here> {
    let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let name = |title: &str, entity: &[String]| (tidy(title), entity.iter().map(|it| tidy(it)).collect::<Vec<_>>());
    let wanted = name(&register.title, &register.entity);
    shelf
        .iter()
        .filter(|it| it.trashed.is_none() && !it.newer)
        .filter(|it| it.id == register.id || name(&it.title, &it.entity) == wanted)
        .map(Here::from)
        .collect()
}

/// What is in a register in one line, e.g. `7 risks, 66 controls, 1 action`.
pub fn contents(register: &Register) -> String {
    let controls = register.risks.iter().map(|risk| risk.controls.len()).sum();
    let actions = register.risks.iter().map(|risk| risk.actions.len()).sum();
    [(register.risks.len(), "risk"), (controls, "control"), (actions, "action")]
        .map(|(count, one)| counted(count, one))
        .join(", ")
}

/// A count with its noun, e.g. `1 risk`, `0 risks`.
pub fn counted(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use register::{Action, Control, Risk};

    use super::*;

    fn summary(id: &str, title: &str, entity: &[&str]) -> Summary {
        let entity = entity.iter().map(|&part| part.to_owned()).collect();
        Summary { id: id.into(), title: title.to_owned(), entity, ..Summary::default() }
    }

    #[test]
    fn a_register_stands_for_those_of_its_title_and_entity() {
        let register = Register {
            title: "Corporate  risks 2021".to_owned(),
            entity: vec!["County Council".to_owned()],
            ..Register::default()
        };
        let shelf = [
            summary("same", "corporate risks 2021 ", &["County Council"]),
            summary("other entity", "Corporate risks 2021", &["County Council", "Children"]),
            summary("other title", "Corporate risks 2022", &["County Council"]),
            Summary {
                trashed: Some("2026-03-31".to_owned()),
                ..summary("binned", "Corporate risks 2021", &["County Council"])
            },
            summary("same again", "Corporate risks 2021", &["County Council"]),
        ];
        let ids: Vec<_> = same(&register, &shelf).into_iter().map(|here| here.id.0).collect();
        assert_eq!(ids, ["same", "same again"]);
    }

    #[test]
    fn registers_without_a_title_are_the_same_only_to_each_other() {
        let shelf = [Summary { newer: true, ..summary("newer", "", &[]) }, summary("blank", "", &[])];
        let ids: Vec<_> = same(&Register::default(), &shelf).into_iter().map(|here| here.id.0).collect();
        assert_eq!(ids, ["blank"]);
    }

    #[test]
    fn contents_count_everything() {
        let risk = Risk { controls: vec![Control::default(); 2], actions: vec![Action::default()], ..Risk::default() };
        let register = Register { risks: vec![risk, Risk::default()], ..Register::default() };
        assert_eq!(contents(&register), "2 risks, 2 controls, 1 action");
    }
}
