//! Changes as they stand in the log: JSON objects.
//!
//! Written by hand: the code that serde derives for these few types is more than the rest of this module's.

use serde_json::{Map, Value};

use super::{Change, List, Place};
use crate::id::Id;

/// An object of these fields.
fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let mut map = Map::new();
    for (name, value) in fields {
        map.insert(name.to_owned(), value);
    }
    Value::Object(map)
}

fn texts(texts: &[&str]) -> Value {
    Value::Array(texts.iter().map(|text| Value::from(*text)).collect())
}

fn count(count: usize) -> Value {
    Value::from(count as u64)
}

/// The one field of an object that has only one.
fn only(value: Value) -> Option<(String, Value)> {
    let Value::Object(map) = value else { return None };
    if map.len() == 1 { map.into_iter().next() } else { None }
}

fn text(value: Option<Value>) -> Option<String> {
    match value {
        Some(Value::String(text)) => Some(text),
        _ => None,
    }
}

fn number(value: Option<Value>) -> Option<usize> {
    usize::try_from(value?.as_u64()?).ok()
}

/// The texts of a list that has exactly so many.
fn exactly<const N: usize>(value: Value) -> Option<[String; N]> {
    let Value::Array(list) = value else { return None };
    list.into_iter().map(|it| text(Some(it))).collect::<Option<Vec<_>>>()?.try_into().ok()
}

impl Place {
    /// As it stands in the log.
    pub fn to_value(&self) -> Value {
        match self {
            Self::Register => "register".into(),
            Self::Criteria => "criteria".into(),
            Self::Covering => "covering".into(),
            Self::Risk(risk) => object([("risk", risk.as_str().into())]),
            Self::Item(risk, list, item) => object([("item", texts(&[risk.as_str(), list, item.as_str()]))]),
        }
    }

    /// Reads what stands in the log; `None` where it names no place.
    pub fn read(value: Value) -> Option<Self> {
        if let Value::String(word) = &value {
            return match word.as_str() {
                "register" => Some(Self::Register),
                "criteria" => Some(Self::Criteria),
                "covering" => Some(Self::Covering),
                _ => None,
            };
        }
        let (word, value) = only(value)?;
        match word.as_str() {
            "risk" => Some(Self::Risk(Id(text(Some(value))?))),
            "item" => {
                let [risk, list, item] = exactly(value)?;
                Some(Self::Item(Id(risk), list, Id(item)))
            }
            _ => None,
        }
    }
}

impl List {
    fn to_value(&self) -> Value {
        match self {
            Self::Risks => "risks".into(),
            Self::Of(risk, list) => object([("of", texts(&[risk.as_str(), list]))]),
        }
    }

    fn read(value: Value) -> Option<Self> {
        if value == "risks" {
            return Some(Self::Risks);
        }
        let (word, value) = only(value)?;
        let [risk, list] = exactly(value).filter(|_| word == "of")?;
        Some(Self::Of(Id(risk), list))
    }
}

impl Change {
    /// As it stands in the log.
    pub fn to_value(&self) -> Value {
        match self {
            Self::Set { place, field, from, to } => object([(
                "set",
                object([
                    ("place", place.to_value()),
                    ("field", field.as_str().into()),
                    ("from", from.clone()),
                    ("to", to.clone()),
                ]),
            )]),
            Self::Add { list, index, item } => object([("add", put(list, *index, item))]),
            Self::Remove { list, index, item } => object([("remove", put(list, *index, item))]),
            Self::Move { list, item, from, to } => object([(
                "move",
                object([
                    ("list", list.to_value()),
                    ("item", item.as_str().into()),
                    ("from", count(*from)),
                    ("to", count(*to)),
                ]),
            )]),
            Self::Several { title, changes } => object([(
                "several",
                object([
                    ("title", title.as_str().into()),
                    ("changes", Value::Array(changes.iter().map(Self::to_value).collect())),
                ]),
            )]),
        }
    }

    /// Reads what stands in the log; `None` where it is no change that this version knows.
    pub fn read(value: Value) -> Option<Self> {
        let (word, Value::Object(mut map)) = only(value)? else { return None };
        Some(match word.as_str() {
            "set" => Self::Set {
                place: Place::read(map.remove("place")?)?,
                field: text(map.remove("field"))?,
                from: map.remove("from")?,
                to: map.remove("to")?,
            },
            "add" | "remove" => {
                let list = List::read(map.remove("list")?)?;
                let (index, item) = (number(map.remove("index"))?, map.remove("item")?);
                // A risk is known, and stored, by its id.
                if list == List::Risks && !item.get("id").is_some_and(Value::is_string) {
                    return None;
                }
                if word == "add" { Self::Add { list, index, item } } else { Self::Remove { list, index, item } }
            }
            "move" => Self::Move {
                list: List::read(map.remove("list")?)?,
                item: Id(text(map.remove("item"))?),
                from: number(map.remove("from"))?,
                to: number(map.remove("to"))?,
            },
            "several" => {
                let title = text(map.remove("title"))?;
                let Some(Value::Array(changes)) = map.remove("changes") else { return None };
                Self::Several { title, changes: changes.into_iter().map(Self::read).collect::<Option<_>>()? }
            }
            _ => return None,
        })
    }
}

fn put(list: &List, index: usize, item: &Value) -> Value {
    object([("list", list.to_value()), ("index", count(index)), ("item", item.clone())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_kind_of_change_is_read_as_it_was_written() {
        let (risk, item) = (json!("r-1"), json!({"id": "c-1", "title": "é"}));
        let of = json!({"of": [risk, "controls"]});
        let set = |place: Value| json!({"set": {"place": place, "field": "f", "from": null, "to": [1.50, true]}});
        let all = [
            set(json!("register")),
            set(json!("criteria")),
            set(json!("covering")),
            set(json!({"risk": risk})),
            set(json!({"item": [risk, "controls", "c-1"]})),
            json!({"add": {"list": "risks", "index": 3, "item": item}}),
            json!({"remove": {"list": of, "index": 0, "item": item}}),
            json!({"move": {"list": of, "item": "c-1", "from": 2, "to": 0}}),
        ];
        for value in all.iter().cloned().chain([json!({"several": {"title": "Both", "changes": all}})]) {
            let change = Change::read(value.clone()).unwrap_or_else(|| panic!("{value}"));
            assert_eq!(change.to_value(), value);
        }
    }

    #[test]
    fn what_is_no_change_is_not_read() {
        for value in [
            json!(null),
            json!("set"),
            json!({}),
            json!({"set": 1}),
            json!({"set": {"place": "register", "field": "title", "to": "B"}}),
            json!({"set": {"place": {"risk": "r", "item": []}, "field": "title", "from": "A", "to": "B"}}),
            json!({"set": {"place": {"item": ["r", "controls"]}, "field": "title", "from": "A", "to": "B"}}),
            json!({"add": {"list": {"on": ["r", "controls"]}, "index": 0, "item": {}}}),
            json!({"add": {"list": "risks", "index": -1, "item": {"id": "r"}}}),
            json!({"remove": {"list": "risks", "index": 0, "item": {"id": 1}}}),
            json!({"move": {"list": "risks", "item": 7, "from": 0, "to": 1}}),
            json!({"several": {"title": "x", "changes": [{"later": {}}]}}),
            json!({"later": {}}),
        ] {
            assert_eq!(Change::read(value.clone()), None, "{value}");
        }
    }
}
