//! Rows in groups, each with a heading.

use super::said::{is_ordered, said, vocabulary};
use super::subject::Subject;
use super::{Of, Row};
use crate::date::Day;
use crate::model::Register;

/// What rows are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupBy {
    /// The first owner of the risk.
    Owner,
    /// The band of the residual score.
    Band,
    /// The category.
    Category,
    /// The response.
    Response,
    /// Open or closed.
    Status,
    /// The direction of travel.
    Travel,
    /// The first owner of the action; for rows of actions.
    ActionOwner,
    /// The progress of the action; for rows of actions.
    Progress,
    /// The first owner of the control; for rows of controls.
    ControlOwner,
    /// The adequacy of the control; for rows of controls.
    Adequacy,
}

impl GroupBy {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Owner,
        Self::Band,
        Self::Category,
        Self::Response,
        Self::Status,
        Self::Travel,
        Self::ActionOwner,
        Self::Progress,
        Self::ControlOwner,
        Self::Adequacy,
    ];

    /// Its word in addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Band => "band",
            Self::Category => "category",
            Self::Response => "response",
            Self::Status => "status",
            Self::Travel => "travel",
            Self::ActionOwner => "action-owner",
            Self::Progress => "progress",
            Self::ControlOwner => "control-owner",
            Self::Adequacy => "adequacy",
        }
    }

    /// The one that has this word in addresses.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.word() == word)
    }

    /// The subject whose values make the groups.
    pub const fn subject(self) -> &'static str {
        match self {
            Self::Owner => "owners",
            Self::Band => "residual.band",
            Self::Category => "category",
            Self::Response => "response",
            Self::Status => "status",
            Self::Travel => "travel",
            Self::ActionOwner => "action.owners",
            Self::Progress => "action.progress",
            Self::ControlOwner => "control.owners",
            Self::Adequacy => "control.adequacy",
        }
    }

    /// What it is called on the page, e.g. `Residual band`.
    pub fn label(self) -> String {
        Subject::of(self.subject()).map(Subject::label).unwrap_or_default()
    }

    /// Whether rows of this kind can be grouped so.
    pub fn suits(self, of: Of) -> bool {
        Subject::of(self.subject())
            .is_some_and(|subject| matches!(subject.belongs_to(), Of::Risk) || subject.belongs_to() == of)
    }
}

/// Rows under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<T> {
    /// The heading, e.g. `Head of Property`, `High` or `No owner`.
    pub name: String,
    /// What makes the group, as stored; none where it is blank.
    pub value: Option<String>,
    /// The rows, in the order in which they were given.
    pub places: Vec<T>,
}

/// Risks, given by their places in the register, in groups.
///
/// Each stands in one group: a risk with several owners under the first. Groups whose names have an order stand in it, bands
/// and progress by the criteria, the highest band first; the others alphabetically; what is blank comes last.
pub fn group(register: &Register, places: &[usize], by: GroupBy, today: Day) -> Vec<Group<usize>> {
    grouped(register, Of::Risk, places, by, today, &|place| Row { risk: *place, item: 0 })
}

/// The same for rows of risks, controls or actions.
pub fn group_rows(register: &Register, of: Of, rows: &[Row], by: GroupBy, today: Day) -> Vec<Group<Row>> {
    grouped(register, of, rows, by, today, &|row| *row)
}

fn grouped<T: Copy>(
    register: &Register,
    of: Of,
    items: &[T],
    by: GroupBy,
    today: Day,
    row: &dyn Fn(&T) -> Row,
) -> Vec<Group<T>> {
    let Some(subject) = Subject::of(by.subject()) else { return Vec::new() };
    let mut groups: Vec<Group<T>> = Vec::new();
    let mut places: std::collections::BTreeMap<Option<String>, usize> = std::collections::BTreeMap::new();
    for item in items {
        let said = row(item).thing(register, of).map(|thing| said(subject, thing, &register.criteria, today));
        let value = said.as_ref().and_then(|said| said.texts().first()).map(|text| text.trim().to_owned());
        let place = *places.entry(value.as_deref().map(super::condition::plain)).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Group { name: heading(subject, value.as_deref()), value, places: Vec::new() });
        }
        groups[place].places.push(*item);
    }
    let names = if is_ordered(subject) { vocabulary(subject, &register.criteria) } else { Vec::new() };
    let rank = |group: &Group<T>| {
        let place = |value: &String| names.iter().position(|name| name == value).unwrap_or(names.len());
        group.value.as_ref().map(|value| (place(value), value.to_lowercase()))
    };
    crate::sort::sort(&mut groups, |a, b| match (rank(a), rank(b)) {
        (Some(a), Some(b)) => a.cmp(&b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    });
    groups
}

fn heading(subject: &Subject, value: Option<&str>) -> String {
    match value {
        Some(value) => super::values::value_label(subject, value),
        None if subject.name == "travel" || subject.name == "residual.band" => "No residual score".to_owned(),
        None => format!("No {}", subject.noun),
    }
}
