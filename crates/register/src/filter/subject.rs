//! What can be asked of a risk, a control or an action: the one table behind filters, sorting and grouping.

/// What a subject belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Of {
    /// The risk itself.
    #[default]
    Risk,
    /// A control of it.
    Control,
    /// An action of it.
    Action,
}

/// What a subject holds, which decides how it is tested and sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Text.
    Text,
    /// A name from a list of the criteria, or of names that go without saying such as open and closed.
    Choice,
    /// Posts or people.
    Names,
    /// Several texts: triggers, objectives, controls.
    List,
    /// A whole number, e.g. a score or a level.
    Number,
    /// A date as written.
    Date,
    /// Yes or no.
    Flag,
}

/// Something that can be asked of a risk, a control or an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its name in addresses: the field's name in a file where it is a field; `action.due` for one of actions.
    pub name: &'static str,
    /// What it is called within a sentence, without the word action or control.
    pub noun: &'static str,
    /// What it holds.
    pub holds: Holds,
}

/// Subjects that belong together.
pub struct Section {
    /// What they are called together.
    pub label: &'static str,
    /// The subjects, in the order of the published forms.
    pub subjects: &'static [Subject],
}

const fn subject(name: &'static str, noun: &'static str, holds: Holds) -> Subject {
    Subject { name, noun, holds }
}

use Holds::{Choice, Date, Flag, List, Names, Number, Text};

/// The subjects of one assessment.
macro_rules! assessment {
    ($which:literal) => {
        &[
            subject($which, concat!($which, " score"), Number),
            subject(concat!($which, ".band"), concat!($which, " band"), Choice),
            subject(concat!($which, ".likelihood"), concat!($which, " likelihood"), Number),
            subject(concat!($which, ".impact"), concat!($which, " impact"), Number),
            subject(concat!($which, ".date"), concat!($which, " assessment date"), Date),
            subject(concat!($which, ".by"), concat!($which, " assessor"), Text),
            subject(concat!($which, ".reason"), concat!("reason for the ", $which, " assessment"), Text),
        ]
    };
}

/// Every subject there is.
pub const SECTIONS: [Section; 8] = [
    Section {
        label: "Risk",
        subjects: &[
            subject("number", "number", Text),
            subject("corporate", "corporate flag", Flag),
            subject("title", "title", Text),
            subject("description", "description", Text),
            subject("status", "status", Choice),
            subject("category", "category", Choice),
            subject("owners", "owner", Names),
            subject("contacts", "contact", Names),
            subject("path", "risk path", List),
            subject("objectives", "objectives", List),
            subject("triggers", "triggers", List),
            subject("causes", "likelihood factors", List),
            subject("consequences", "consequences", List),
            subject("response", "response", Choice),
            subject("controls", "controls", List),
            subject("actions", "actions", List),
            subject("links", "links", List),
            subject("notes", "notes", Text),
            subject("exempt", "exempt mark", Flag),
            subject("exempt_fields", "exempt fields", List),
            subject("closed", "closing date", Date),
            subject("closed_reason", "reason for closing", Text),
        ],
    },
    Section {
        label: "Review and appetite",
        subjects: &[
            subject("last_review", "last review", Date),
            subject("next_review", "next review date", Date),
            subject("overdue", "overdue for review", Flag),
            subject("review_frequency", "review frequency", Choice),
            subject("travel", "direction of travel", Choice),
            subject("appetite", "appetite", Number),
            subject("appetite_level", "appetite level", Choice),
            subject("above_appetite", "above appetite", Flag),
            subject("acceptance", "acceptance", Text),
        ],
    },
    Section { label: "Residual assessment", subjects: assessment!("residual") },
    Section { label: "Inherent assessment", subjects: assessment!("inherent") },
    Section { label: "Target assessment", subjects: assessment!("target") },
    Section { label: "Previous assessment", subjects: assessment!("previous") },
    Section {
        label: "Controls",
        subjects: &[
            subject("control.number", "number", Text),
            subject("control.title", "title", Text),
            subject("control.description", "description", Text),
            subject("control.owners", "owner", Names),
            subject("control.kind", "type", Choice),
            subject("control.adequacy", "adequacy", Choice),
            subject("control.critical_success", "critical success", Text),
            subject("control.assurance", "assurance", Text),
            subject("control.exempt", "exempt mark", Flag),
            subject("control.exempt_fields", "exempt fields", List),
        ],
    },
    Section {
        label: "Actions",
        subjects: &[
            subject("action.number", "number", Text),
            subject("action.title", "title", Text),
            subject("action.description", "description", Text),
            subject("action.owners", "owner", Names),
            subject("action.due", "due date", Date),
            subject("action.late", "late", Flag),
            subject("action.target_date", "target date", Date),
            subject("action.revised_date", "revised date", Date),
            subject("action.progress", "progress", Choice),
            subject("action.done", "done", Flag),
            subject("action.completed", "completion date", Date),
            subject("action.assurance", "assurance", Text),
            subject("action.exempt", "exempt mark", Flag),
            subject("action.exempt_fields", "exempt fields", List),
        ],
    },
];

/// The names of all subjects. An address can be read with these alone, before the table above is loaded.
const NAMES: &str = "number corporate title description status category owners contacts path objectives triggers \
    causes consequences response controls actions links notes exempt exempt_fields closed closed_reason last_review \
    next_review overdue review_frequency travel appetite appetite_level above_appetite acceptance \
    residual residual.band residual.likelihood residual.impact residual.date residual.by residual.reason \
    inherent inherent.band inherent.likelihood inherent.impact inherent.date inherent.by inherent.reason \
    target target.band target.likelihood target.impact target.date target.by target.reason \
    previous previous.band previous.likelihood previous.impact previous.date previous.by previous.reason \
    control.number control.title control.description control.owners control.kind control.adequacy \
    control.critical_success control.assurance control.exempt control.exempt_fields action.number action.title \
    action.description action.owners action.due action.late action.target_date action.revised_date action.progress \
    action.done action.completed action.assurance action.exempt action.exempt_fields";

/// The name of a subject as this program has it, if it has one.
pub(super) fn known_name(name: &str) -> Option<&'static str> {
    NAMES.split(' ').find(|it| *it == name)
}

impl Subject {
    /// The subject of this name.
    pub fn of(name: &str) -> Option<&'static Self> {
        SECTIONS.iter().flat_map(|section| section.subjects).find(|subject| subject.name == name)
    }

    /// What it belongs to.
    pub fn belongs_to(&self) -> Of {
        match self.name.split_once('.') {
            Some(("control", _)) => Of::Control,
            Some(("action", _)) => Of::Action,
            _ => Of::Risk,
        }
    }

    /// What it is called where it stands alone, e.g. `Action due date`.
    pub fn label(&self) -> String {
        let of = match self.belongs_to() {
            Of::Risk => "",
            Of::Control => "control ",
            Of::Action => "action ",
        };
        let mut label = format!("{of}{}", self.noun);
        if let Some(first) = label.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        label
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Record;
    use crate::{Action, Control, Risk};

    #[test]
    fn the_names_are_those_of_the_table() {
        let in_table: Vec<&str> = SECTIONS.iter().flat_map(|it| it.subjects).map(|it| it.name).collect();
        assert_eq!(NAMES.split(' ').collect::<Vec<_>>(), in_table);
    }

    #[test]
    fn every_field_can_be_asked_for() {
        let without = |fields: &'static [&'static str]| fields.iter().filter(|name| **name != "id");
        for name in without(Risk::default().fields()) {
            assert!(Subject::of(name).is_some(), "{name}");
        }
        for name in without(Control::default().fields()) {
            assert!(Subject::of(&format!("control.{name}")).is_some(), "{name}");
        }
        for name in without(Action::default().fields()) {
            assert!(Subject::of(&format!("action.{name}")).is_some(), "{name}");
        }
    }
}
