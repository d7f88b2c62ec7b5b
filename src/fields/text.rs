//! Values as text to edit, and text back to values.

use register::change::field_label;
use register::exempt::can_be_marked;
use register::filter::Of;
use register::record::Record;
use register::{Action, Control, DateText, Risk};
use serde_json::{Map, Value, json};

use super::Kind;

/// A value as the text a user edits; blank for blank.
pub fn show(kind: Kind, value: &Value) -> String {
    let list = |glue: &str| texts(value).join(glue);
    match kind {
        Kind::Date => DateText(plain(value)).short(),
        Kind::Dates => texts(value).into_iter().map(|date| DateText(date).short()).collect::<Vec<_>>().join("; "),
        Kind::Names => list("; "),
        Kind::Lines => list("\n"),
        Kind::Path => list(" / "),
        Kind::Terms => pairs(value, &["term", "meaning"], ": "),
        Kind::Links => pairs(value, &["register", "number", "relation"], "; "),
        Kind::Fields(_) => texts(value).iter().map(|field| field_label(field)).collect::<Vec<_>>().join("; "),
        Kind::Flag => (if value == &Value::Bool(true) { "yes" } else { "" }).to_owned(),
        Kind::Choice(super::Choice::Status) if value.is_null() => "open".to_owned(),
        Kind::Levels => levels(value),
        _ => plain(value),
    }
}

/// The value that a text means; `null` for blank.
///
/// # Errors
/// What is wrong with the text and what would be right, for the user.
pub fn read(kind: Kind, text: &str) -> Result<Value, String> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Ok(Value::Null);
    }
    Ok(match kind {
        // Texts keep their line breaks and outer blanks: real registers have them, and an edit elsewhere must not
        // change them.
        Kind::Text => Value::from(text.replace("\r\n", "\n")),
        Kind::Line => Value::from(text.replace(['\r', '\n'], " ")),
        Kind::Choice(super::Choice::Status) => match trimmed.to_lowercase().as_str() {
            "open" => Value::Null,
            "closed" => Value::from("closed"),
            _ => return Err("Enter open or closed.".to_owned()),
        },
        Kind::Choice(_) => Value::from(trimmed),
        Kind::Flag => match trimmed.to_lowercase().as_str() {
            "yes" | "y" | "true" | "cr" | "(cr)" => Value::from(true),
            "no" | "n" | "false" => Value::Null,
            _ => return Err("Enter yes or no.".to_owned()),
        },
        Kind::Number => match trimmed.parse::<u16>() {
            Ok(number) => Value::from(number),
            Err(_) => return Err("Enter a whole number, such as 12.".to_owned()),
        },
        Kind::Date => Value::from(DateText::typed(trimmed).0),
        Kind::Dates => parts(trimmed, &[";", "\n"]).map(|date| DateText::typed(date).0).collect(),
        Kind::Names => parts(trimmed, &[";", "\n", " / "]).collect(),
        Kind::Lines => parts(trimmed, &["\n"]).collect(),
        Kind::Path => parts(trimmed, &["/", "\n"]).collect(),
        Kind::Terms => records(trimmed, &["term", "meaning"], ":"),
        Kind::Links => records(trimmed, &["register", "number", "relation"], ";"),
        Kind::Fields(of) => parts(trimmed, &[";", "\n"]).map(|text| field_of(of, text)).collect::<Result<_, _>>()?,
        Kind::Levels => return levels_of(trimmed),
    })
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().map(|list| list.iter().map(plain).collect()).unwrap_or_default()
}

/// The parts of a text between any of the separators, without outer blanks, blank ones left out.
fn parts<'a>(text: &'a str, separators: &[&str]) -> impl Iterator<Item = &'a str> {
    let mut parts = vec![text];
    for separator in separators {
        parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty())
}

/// The field that a text names, by what it is called on the page or in a file.
fn field_of(of: Of, text: &str) -> Result<Value, String> {
    let fields = match of {
        Of::Risk => Risk::default().fields(),
        Of::Control => Control::default().fields(),
        Of::Action => Action::default().fields(),
    };
    let is_it = |name: &&&str| field_label(name).eq_ignore_ascii_case(text) || name.eq_ignore_ascii_case(text);
    let found = fields.iter().filter(|name| can_be_marked(name)).find(is_it);
    let wrong =
        || format!("There is no field “{text}” that can be exempt. Enter names of fields, such as Owners; Notes.");
    found.map(|name| Value::from(*name)).ok_or_else(wrong)
}

fn pairs(value: &Value, fields: &[&str], glue: &str) -> String {
    let line = |item: &Value| {
        let parts: Vec<String> = fields.iter().map(|field| item.get(field).map(plain).unwrap_or_default()).collect();
        parts.join(glue).trim_end_matches([' ', ';', ':']).to_owned()
    };
    value.as_array().map(|list| list.iter().map(line).collect::<Vec<_>>().join("\n")).unwrap_or_default()
}

fn records(text: &str, fields: &[&str], separator: &str) -> Value {
    let record = |line: &str| {
        let parts = line.splitn(fields.len(), separator).map(str::trim);
        let filled = fields.iter().zip(parts).filter(|(_, part)| !part.is_empty());
        Value::Object(filled.map(|(field, part)| ((*field).to_owned(), Value::from(part))).collect())
    };
    parts(text, &["\n"]).map(record).collect()
}

fn levels(value: &Value) -> String {
    match (value.get("likelihood"), value.get("impact"), value.get("score")) {
        (None, None, None) => String::new(),
        (None, None, Some(score)) => plain(score),
        (likelihood, impact, _) => {
            let level = |level: Option<&Value>| level.map(plain).unwrap_or_default();
            format!("{}x{}", level(likelihood), level(impact))
        }
    }
}

/// `4x3`, `4 × 3` or `4*3`: likelihood, then impact. A single number is a score whose levels are not known.
fn levels_of(text: &str) -> Result<Value, String> {
    let wrong = || "Enter likelihood × impact, such as 4x3.".to_owned();
    let parts: Vec<&str> = text.split(['x', 'X', '×', '*']).map(str::trim).collect();
    let mut levels = Map::new();
    match parts.as_slice() {
        [score] => {
            levels.insert("score".to_owned(), json!(score.parse::<u16>().map_err(|_| wrong())?));
        }
        [likelihood, impact] => {
            for (name, text) in [("likelihood", likelihood), ("impact", impact)] {
                if !text.is_empty() {
                    levels.insert(name.to_owned(), json!(text.parse::<u8>().map_err(|_| wrong())?));
                }
            }
        }
        _ => return Err(wrong()),
    }
    Ok(Value::Object(levels))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Choice;

    #[test]
    fn what_is_shown_reads_back_the_same() {
        let cases = [
            (Kind::Text, json!("two\nlines ")),
            (Kind::Line, json!("01. ")),
            (Kind::Flag, json!(true)),
            (Kind::Number, json!(12)),
            (Kind::Date, json!("2024-03-31")),
            (Kind::Date, json!("2016-09")),
            (Kind::Date, json!("31/04/2021")),
            (Kind::Dates, json!(["2016-10-12", "2016-07"])),
            (Kind::Names, json!(["Executive Director: A, B & C", "Head of X/Y"])),
            (Kind::Lines, json!(["One; two", "three"])),
            (Kind::Path, json!(["County Council", "Children"])),
            (Kind::Terms, json!([{"term": "SLA", "meaning": "a: b"}, {"term": "X"}])),
            (Kind::Links, json!([{"register": "Corporate", "number": "1", "relation": "same"}])),
            (Kind::Fields(Of::Risk), json!(["owners", "residual", "causes"])),
            (Kind::Fields(Of::Control), json!(["kind"])),
            (Kind::Choice(Choice::Status), json!("closed")),
            (Kind::Choice(Choice::Category), json!("Legal")),
            (Kind::Levels, json!({"likelihood": 3, "impact": 5})),
            (Kind::Levels, json!({"impact": 5})),
            (Kind::Levels, json!({"score": 16})),
        ];
        for (kind, value) in cases {
            assert_eq!(read(kind, &show(kind, &value)).unwrap(), value, "{kind:?}");
            assert_eq!(read(kind, " ").unwrap(), Value::Null);
        }
        assert_eq!(
            read(Kind::Choice(Choice::Status), &show(Kind::Choice(Choice::Status), &Value::Null)),
            Ok(Value::Null)
        );
    }

    #[test]
    fn typing_is_understood() {
        assert_eq!(read(Kind::Date, "31/3/24"), Ok(json!("2024-03-31")));
        assert_eq!(
            read(Kind::Names, "Head of A / Head of B;Director\n"),
            Ok(json!(["Head of A", "Head of B", "Director"]))
        );
        assert_eq!(read(Kind::Levels, "4 × 3"), Ok(json!({"likelihood": 4, "impact": 3})));
        assert_eq!(read(Kind::Flag, "No"), Ok(Value::Null));
    }

    #[test]
    fn wrong_texts_say_what_would_be_right() {
        for (kind, text) in [
            (Kind::Number, "twelve"),
            (Kind::Number, "-1"),
            (Kind::Flag, "perhaps"),
            (Kind::Levels, "high"),
            (Kind::Levels, "1x2x3"),
            (Kind::Levels, "999x1"),
        ] {
            assert!(read(kind, text).unwrap_err().starts_with("Enter "), "{text}");
        }
        for text in ["Owners; Colour", "status", "Exempt", "Id"] {
            assert!(read(Kind::Fields(Of::Risk), text).unwrap_err().starts_with("There is no field “"), "{text}");
        }
    }
}
