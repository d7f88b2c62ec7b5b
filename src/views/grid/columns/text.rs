//! What the cells of a column show, as plain text.

use register::date::{Day, Meaning};
use register::{Action, Control, Criteria, DateText, Point, Risk, Status, Which, relist};
use serde_json::Value;

use super::{Column, Holds};
use crate::components::field::capital;
use crate::components::score::PillFace;
use crate::fields::{self, Kind};
use crate::state::is_done;
use crate::views::grid::sheet::{RowId, Sheet};

impl Column {
    /// The value of a cell as it stands in a file; `null` where it is blank or gone.
    pub fn value(&self, sheet: Sheet, risk: &Risk, row: &RowId) -> Value {
        let (field, part) = self.field.split_once('.').unwrap_or((self.field, ""));
        let value = sheet.record(risk, row, self.of).and_then(|record| record.get(field)).unwrap_or_default();
        if part.is_empty() { value } else { value.get(part).cloned().unwrap_or_default() }
    }

    /// How a cell of this column is typed.
    pub fn kind(&self, sheet: Sheet, row: &RowId) -> Kind {
        fields::kind(&sheet.place(row, self.of), self.field)
    }

    /// What a cell of this column shows.
    pub fn text(&self, sheet: Sheet, risk: &Risk, row: &RowId, criteria: &Criteria) -> String {
        match (self.holds, self.field) {
            (Holds::Field, "number") if !self.is_items(row) => risk.printed_number(),
            (Holds::Items, "controls") => counted("control", risk.controls.iter().map(control)),
            (Holds::Items, _) => counted("action", risk.actions.iter().map(action)),
            (Holds::Score(which), _) => PillFace::of(criteria, risk.assessment(which), None).words(),
            _ => self.typed_text(sheet, risk, row),
        }
    }

    /// What a cell of this column says in the form in which it can be typed, for the clipboard and for editing.
    pub fn typed_text(&self, sheet: Sheet, risk: &Risk, row: &RowId) -> String {
        match (self.holds, self.field) {
            (Holds::Points, field) => relist::text(points_of(risk, field)),
            (Holds::Items, "controls") => lines(risk.controls.iter().map(control)),
            (Holds::Items, _) => lines(risk.actions.iter().map(action)),
            _ => {
                let text = fields::show(self.kind(sheet, row), &self.value(sheet, risk, row));
                if self.field == "status" { capital(&text) } else { text }
            }
        }
    }

    /// What is to be said of a cell beside its text: `late`, `overdue`, or that its date is none.
    pub fn note(&self, sheet: Sheet, risk: &Risk, row: &RowId, criteria: &Criteria, today: Day) -> &'static str {
        if self.holds != Holds::Field || self.kind(sheet, row) != Kind::Date {
            return "";
        }
        let Value::String(text) = self.value(sheet, risk, row) else { return "" };
        let date = DateText(text);
        match date.meaning() {
            Meaning::Impossible => return "no such day",
            Meaning::Unreadable => return "not a date",
            _ => {}
        }
        if risk.status == Status::Closed {
            return "";
        }
        let action = row.item.as_ref().and_then(|id| risk.actions.iter().find(|it| it.id == *id));
        match (self.field, action) {
            ("next_review", _) if date.is_past(today) => "overdue",
            ("target_date" | "revised_date", Some(action))
                if *action.due() == date && date.is_past(today) && !is_done(criteria, &action.progress) =>
            {
                "late"
            }
            _ => "",
        }
    }

    fn is_items(&self, row: &RowId) -> bool {
        self.of == super::Of::Item && row.item.is_some()
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

/// The points of a list of texts.
fn points_of<'r>(risk: &'r Risk, list: &str) -> &'r [Point] {
    match list {
        "triggers" => &risk.triggers,
        "causes" => &risk.causes,
        _ => &risk.consequences,
    }
}

fn lines(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("\n")
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
        _ => format!("{count} {one}{}\n{}", if count == 1 { "" } else { "s" }, lines(items)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::catalogue;
    use super::*;

    fn row(risk: &Risk) -> RowId {
        Sheet::Risks.rows(risk).remove(0)
    }

    fn column(sheet: Sheet, name: &str) -> &'static Column {
        catalogue(sheet).iter().find(|column| column.name() == name).unwrap()
    }

    fn with_action(target_date: &str, progress: &str) -> Risk {
        Risk {
            actions: vec![Action {
                id: "a".into(),
                number: "1.".to_owned(),
                description: "Retender".to_owned(),
                owners: vec!["Head".to_owned()],
                target_date: target_date.into(),
                progress: progress.to_owned(),
                ..Action::default()
            }],
            ..Risk::default()
        }
    }

    #[test]
    fn every_column_shows_a_field_that_its_record_has() {
        let risk = Risk { controls: vec![Control::default()], ..with_action("", "") };
        for sheet in [Sheet::Risks, Sheet::Actions, Sheet::Controls] {
            for column in catalogue(sheet) {
                let row = sheet.rows(&risk).remove(0);
                let field = column.field.split('.').next().unwrap();
                let record = sheet.record(&risk, &row, column.of).unwrap();
                assert!(register::filter::Subject::of(column.subject).is_some(), "{}", column.subject);
                assert!(record.get(field).is_some(), "{sheet:?} {}", column.name());
            }
        }
    }

    #[test]
    fn lists_say_how_many_and_then_what() {
        let risk = with_action("2016-09", "Green");
        let column = column(Sheet::Risks, "actions");
        let row = row(&risk);
        let line = "1. Retender — Head — Sep 2016 — Green";
        assert_eq!(column.text(Sheet::Risks, &risk, &row, &Criteria::default()), format!("1 action\n{line}"));
        assert_eq!(column.typed_text(Sheet::Risks, &risk, &row), line);
    }

    #[test]
    fn an_action_s_row_shows_the_action_and_its_risk() {
        let risk = Risk { number: "4".to_owned(), corporate: true, ..with_action("2016-09", "Green") };
        let row = Sheet::Actions.rows(&risk).remove(0);
        let text = |name: &str| column(Sheet::Actions, name).text(Sheet::Actions, &risk, &row, &Criteria::default());
        assert_eq!([text("number"), text("item.number"), text("item.target_date")], ["4 (CR)", "1.", "Sep 2016"]);
    }

    #[test]
    fn dates_that_are_late_overdue_or_none_are_noted() {
        let today = Day { year: 2024, month: 5, day: 1 };
        let criteria = register::presets::five_by_five();
        let note = |risk: &Risk| {
            let row = Sheet::Actions.rows(risk).remove(0);
            column(Sheet::Actions, "item.target_date").note(Sheet::Actions, risk, &row, &criteria, today)
        };
        assert_eq!(note(&with_action("2024-04-30", "")), "late");
        assert_eq!(note(&with_action("2024-05", "")), "");
        assert_eq!(note(&with_action("2024-04-30", "Complete")), "");
        assert_eq!(note(&with_action("31/04/2021", "")), "no such day");
        assert_eq!(note(&with_action("soon", "")), "not a date");
        let mut revised = with_action("2024-04-30", "");
        revised.actions[0].revised_date = "2024-06".into();
        assert_eq!(note(&revised), "");
        let risk = Risk { next_review: "2024-04".into(), ..Risk::default() };
        let review =
            |risk: &Risk| column(Sheet::Risks, "next_review").note(Sheet::Risks, risk, &row(risk), &criteria, today);
        assert_eq!(review(&risk), "overdue");
        assert_eq!(review(&Risk { status: Status::Closed, ..risk }), "");
    }
}
