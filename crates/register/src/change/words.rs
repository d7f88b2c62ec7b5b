//! Changes in words, for the history, undo and messages.

use serde_json::Value;

use super::{Change, List, Place};
use crate::date::DateText;
use crate::id::Id;
use crate::model::Register;

/// The name of a field on the page. Fields without a special name show their own, with blanks for underscores.
pub fn field_label(field: &str) -> String {
    let special = match field {
        "as_at" => "State of",
        "closed_reason" => "Reason for closing",
        "kind" => "Type",
        "causes" => "Likelihood factors",
        "path" => "Risk path",
        "heading" => "Is a heading",
        "previous" => "Previous score",
        "appetite" => "Appetite",
        "residual" | "inherent" | "target" => &format!("{field} score"),
        other => other,
    };
    let mut label = special.replace('_', " ");
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    label
}

/// One line on what the change does, e.g. `Risk 4: Residual score 3 × 5 → 4 × 4`.
pub fn describe(register: &Register, change: &Change) -> String {
    match change {
        Change::Set { place, field, from, to } => {
            let what = field_label(field);
            format!("{}{what}: {} → {}", place_words(register, place), brief(from), brief(to))
        }
        Change::Add { list, item, .. } => {
            format!("{} added: {}", list_words(register, list), name_of(item))
        }
        Change::Remove { list, item, .. } => {
            format!("{} removed: {}", list_words(register, list), name_of(item))
        }
        Change::Move { list, from, to, .. } => {
            format!("{} moved from place {} to {}", list_words(register, list), from + 1, to + 1)
        }
        Change::Several { title, changes } if title.is_empty() => {
            changes.iter().map(|change| describe(register, change)).collect::<Vec<_>>().join("; ")
        }
        Change::Several { title, .. } => title.clone(),
    }
}

fn risk_words(register: &Register, id: &Id) -> String {
    match register.find(id) {
        Some((_, risk)) if !risk.number.is_empty() => format!("Risk {}", risk.printed_number()),
        Some((place, _)) => format!("Risk without a number (row {})", place + 1),
        None => "Removed risk".to_owned(),
    }
}

fn place_words(register: &Register, place: &Place) -> String {
    match place {
        Place::Register => String::new(),
        Place::Criteria => "Criteria: ".to_owned(),
        Place::Covering => "Covering report: ".to_owned(),
        Place::Risk(id) => format!("{}: ", risk_words(register, id)),
        Place::Item(id, list, _) => format!("{}, {}: ", risk_words(register, id), singular(list)),
    }
}

fn list_words(register: &Register, list: &List) -> String {
    match list {
        List::Risks => "Risk".to_owned(),
        List::Of(id, name) => format!("{}, {}", risk_words(register, id), singular(name)),
    }
}

fn singular(list: &str) -> &str {
    match list {
        "causes" => "likelihood factor",
        other => other.strip_suffix('s').unwrap_or(other),
    }
}

fn name_of(item: &Value) -> String {
    let text = |field: &str| item.get(field).and_then(Value::as_str).filter(|text| !text.is_empty());
    let name = text("title").or_else(|| text("description")).or_else(|| text("text")).unwrap_or("(blank)");
    shorten(name)
}

/// A value in a few words.
fn brief(value: &Value) -> String {
    match value {
        Value::Null => "(blank)".to_owned(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => shorten(&DateText::from(text.as_str()).short()),
        Value::Array(list) => shorten(&list.iter().map(brief).collect::<Vec<_>>().join("; ")),
        Value::Object(map) => {
            let level = |field: &str| map.get(field).map_or_else(|| "–".to_owned(), brief);
            match map.get("score") {
                _ if map.contains_key("likelihood") || map.contains_key("impact") => {
                    format!("{} × {}", level("likelihood"), level("impact"))
                }
                Some(score) => brief(score),
                None => shorten(&map.values().map(brief).collect::<Vec<_>>().join(", ")),
            }
        }
    }
}

fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
