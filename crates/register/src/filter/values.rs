//! The values to pick from, for what can be picked.

use super::said::{Thing, said, vocabulary};
use super::subject::{Holds, Of, Subject};
use crate::date::Day;
use crate::model::Register;

/// The values that a subject can be compared with: the names of the criteria in their order, then others that occur,
/// alphabetically. None for subjects that are not picked from names.
pub fn values(register: &Register, subject: &Subject, today: Day) -> Vec<String> {
    if !matches!(subject.holds, Holds::Choice | Holds::Names) {
        return Vec::new();
    }
    let mut values = vocabulary(subject, &register.criteria);
    let mut seen: std::collections::HashSet<String> =
        crate::sort::filled(values.iter().map(|value| super::condition::plain(value)));
    let mut others: Vec<String> = Vec::new();
    let mut add = |thing: Thing<'_>| {
        for text in said(subject, thing, &register.criteria, today).texts() {
            if !text.trim().is_empty() && seen.insert(super::condition::plain(text)) {
                others.push(text.trim().to_owned());
            }
        }
    };
    for risk in &register.risks {
        match subject.belongs_to() {
            Of::Risk => add(Thing::risk(risk)),
            Of::Control => risk.controls.iter().for_each(|it| add(Thing::control(risk, it))),
            Of::Action => risk.actions.iter().for_each(|it| add(Thing::action(risk, it))),
        }
    }
    crate::sort::sort(&mut others, |a, b| a.to_lowercase().cmp(&b.to_lowercase()));
    values.append(&mut others);
    values
}

/// What a value is called on the page: names that this program gives have a capital there.
pub fn value_label(subject: &Subject, value: &str) -> String {
    match (subject.name, value) {
        ("travel", "same") => "Unchanged".to_owned(),
        ("status" | "travel", value) => crate::filter::sentence::capital(value),
        (_, value) => value.to_owned(),
    }
}

/// Every owner named on a risk, once each, in alphabetical order.
pub fn owners(register: &Register) -> Vec<String> {
    // No day matters for owners.
    let day = Day { year: 2000, month: 1, day: 1 };
    Subject::of("owners").map(|owners| values(register, owners, day)).unwrap_or_default()
}
