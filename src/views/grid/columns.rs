//! The columns of the grid, under the group headings of the published registers.

use register::change::Place;
use register::filter::Key;
use register::record::Record;
use register::{Action, Control, Criteria, Point, Risk, Which};

use crate::fields;

/// What stands in a column and how it is edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A field of the risk, edited in place.
    Field,
    /// An assessment, edited on a matrix.
    Score(Which),
    /// A list of the risk; it is edited on the card.
    List,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The risk's field.
    pub field: &'static str,
    /// The heading.
    pub label: &'static str,
    /// The group heading above it.
    pub group: &'static str,
    /// The width in CSS pixels.
    pub width: u16,
    /// What stands in it.
    pub holds: Holds,
    /// What sorting by it means, where one can.
    pub key: Option<Key>,
}

const fn column(group: &'static str, field: &'static str, label: &'static str, width: u16) -> Column {
    Column { field, label, group, width, holds: Holds::Field, key: None }
}

const fn list(group: &'static str, field: &'static str, label: &'static str, width: u16) -> Column {
    Column { holds: Holds::List, ..column(group, field, label, width) }
}

const fn score(group: &'static str, which: Which) -> Column {
    Column {
        holds: Holds::Score(which),
        key: Some(Key::Field(which.field())),
        ..column(group, which.field(), "Score", 112)
    }
}

const fn by(key: Key, column: Column) -> Column {
    Column { key: Some(key), ..column }
}

/// The columns that stay in sight when the grid scrolls sideways.
pub const FROZEN: usize = 2;

/// All columns.
pub const COLUMNS: [Column; 18] = [
    by(Key::Field("number"), column("Details of risk", "number", "No.", 64)),
    by(Key::Field("title"), column("Details of risk", "title", "Risk", 250)),
    list("Details of risk", "triggers", "Triggers", 190),
    list("Details of risk", "consequences", "Results", 170),
    by(Key::Field("owners"), column("Details of risk", "owners", "Owner", 150)),
    column("Details of risk", "category", "Category", 104),
    score("Inherent", Which::Inherent),
    score("Residual", Which::Residual),
    by(Key::Field("appetite"), column("Residual", "appetite", "Appetite", 84)),
    score("Target", Which::Target),
    list("Controls", "controls", "Controls", 300),
    list("Actions", "actions", "Actions", 320),
    column("Actions", "response", "Response", 104),
    column("Review", "last_review", "Last review", 108),
    by(Key::Field("next_review"), column("Review", "next_review", "Next review", 112)),
    by(Key::Field("status"), column("Review", "status", "Status", 92)),
    column("Review", "contacts", "Contact", 170),
    column("Review", "notes", "Notes", 240),
];

/// The groups and the number of columns under each, in order.
pub fn groups() -> Vec<(&'static str, usize)> {
    let mut groups: Vec<(&'static str, usize)> = Vec::new();
    for column in COLUMNS {
        match groups.last_mut() {
            Some((name, count)) if *name == column.group => *count += 1,
            _ => groups.push((column.group, 1)),
        }
    }
    groups
}

impl Column {
    /// What a cell of this column shows for a risk, as plain text.
    pub fn text(&self, risk: &Risk, criteria: &Criteria) -> String {
        match self.field {
            "number" => risk.printed_number(),
            "triggers" => points(&risk.triggers),
            "consequences" => points(&risk.consequences),
            "controls" => counted("control", risk.controls.iter().map(control)),
            "actions" => counted("action", risk.actions.iter().map(action)),
            field => {
                let place = Place::Risk(risk.id.clone());
                let value = risk.get(field).unwrap_or_default();
                let text = fields::show(fields::kind(&place, field), &value);
                match self.holds {
                    Holds::Score(which) => score_words(risk, which, criteria),
                    _ if field == "status" => crate::components::field::capital(&text),
                    _ => text,
                }
            }
        }
    }
}

/// An assessment's levels, e.g. `3 × 5`; blank where they are not both known.
pub fn levels(risk: &Risk, which: Which) -> String {
    let it = risk.assessment(which);
    match (it.likelihood, it.impact) {
        (Some(likelihood), Some(impact)) => format!("{likelihood} × {impact}"),
        (None, None) => String::new(),
        (likelihood, impact) => {
            let level = |level: Option<u8>| level.map_or("–".to_owned(), |level| level.to_string());
            format!("{} × {}", level(likelihood), level(impact))
        }
    }
}

fn score_words(risk: &Risk, which: Which, criteria: &Criteria) -> String {
    crate::components::score::PillFace::of(criteria, risk.assessment(which), None).words()
}

fn points(points: &[Point]) -> String {
    points.iter().map(|point| numbered(&point.number, &point.text)).collect::<Vec<_>>().join("\n")
}

fn numbered(number: &str, text: &str) -> String {
    if number.is_empty() { text.to_owned() } else { format!("{} {text}", number.trim_end()) }
}

fn titled(title: &str, text: &str) -> String {
    match (title.is_empty(), text.is_empty()) {
        (true, _) => text.to_owned(),
        (false, true) => title.to_owned(),
        (false, false) => format!("{title}: {text}"),
    }
}

fn control(control: &Control) -> String {
    numbered(&control.number, &titled(&control.title, &control.description))
}

fn action(action: &Action) -> String {
    let mut text = numbered(&action.number, &titled(&action.title, &action.description));
    for part in [action.owners.join(", "), action.due().short(), action.progress.clone()] {
        if !part.is_empty() {
            text.push_str(" — ");
            text.push_str(&part);
        }
    }
    text
}

/// How many there are, then their first lines.
fn counted(one: &str, items: impl ExactSizeIterator<Item = String>) -> String {
    let count = items.len();
    match count {
        0 => String::new(),
        _ => {
            let lines = items.collect::<Vec<_>>().join("\n");
            format!("{count} {one}{}\n{lines}", if count == 1 { "" } else { "s" })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_cover_all_columns_in_order() {
        assert_eq!(groups().iter().map(|(_, count)| count).sum::<usize>(), COLUMNS.len());
        assert_eq!(groups()[0], ("Details of risk", 6));
    }

    #[test]
    fn every_column_shows_a_field_of_the_risk() {
        for column in COLUMNS {
            assert!(Risk::default().get(column.field).is_some(), "{}", column.field);
        }
    }

    #[test]
    fn lists_say_how_many_and_then_what() {
        let risk = Risk {
            actions: vec![Action {
                number: "1.".to_owned(),
                description: "Retender".to_owned(),
                owners: vec!["Head".to_owned()],
                target_date: "2016-09".into(),
                progress: "Green".to_owned(),
                ..Action::default()
            }],
            ..Risk::default()
        };
        let column = COLUMNS.iter().find(|column| column.field == "actions").unwrap();
        assert_eq!(column.text(&risk, &Criteria::default()), "1 action\n1. Retender — Head — Sep 2016 — Green");
    }
}
