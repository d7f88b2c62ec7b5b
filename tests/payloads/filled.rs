//! Registers in which every text is a payload.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// One a line.
const PAYLOADS: &str = include_str!("payloads.txt");
/// It names every field there is.
const SCHEMA: &str = include_str!("../../schema/register.schema.json");

pub fn payloads() -> Vec<&'static str> {
    PAYLOADS.lines().collect()
}

/// A register for each payload, and how many fields of each hold it.
pub fn filled() -> (Vec<Value>, usize) {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is no JSON");
    let mut fields = BTreeSet::new();
    let all = payloads().into_iter().map(|payload| {
        let mut filling = Filling { kinds: &schema["$defs"], payload, fields: BTreeSet::new(), ids: 0 };
        let register = filling.record("Register");
        fields.append(&mut filling.fields);
        register
    });
    (all.collect(), fields.len())
}

/// Makes records of what the schema says, with a payload in the place of every text.
struct Filling<'a> {
    kinds: &'a Value,
    payload: &'a str,
    /// Which fields were filled.
    fields: BTreeSet<String>,
    ids: usize,
}

impl Filling<'_> {
    fn record(&mut self, name: &str) -> Value {
        let fields = self.kinds[name]["properties"].as_object().expect("the schema has no such record");
        // What says how high a score is stays as usual.
        let texts = fields.iter().filter(|(field, _)| !["matrix", "cell_bands", "score"].contains(&field.as_str()));
        let mut record: Map<String, Value> =
            texts.map(|(field, kind)| (field.clone(), self.value(kind, &format!("{name}.{field}")))).collect();
        // A field of the council's own, with a name of its own too.
        record.insert(self.payload.to_owned(), self.text(&format!("{name}.own")));
        Value::Object(record)
    }

    fn value(&mut self, kind: &Value, field: &str) -> Value {
        let named = kind["$ref"].as_str().and_then(|it| it.rsplit('/').next());
        match named {
            Some("Status") => return json!(if self.ids.is_multiple_of(2) { "open" } else { "closed" }),
            Some("Id") => return self.id(field),
            Some("DateText") => return self.text(field),
            Some(record) => return self.record(record),
            None => {}
        }
        let kinds = kind["type"].as_array().and_then(|all| all.first()).unwrap_or(&kind["type"]);
        match kinds.as_str().unwrap_or_default() {
            "string" => self.text(field),
            "array" => {
                let count = match field {
                    "Axis.levels" => 5,
                    "Register.risks" => 2,
                    _ => 1,
                };
                Value::Array((0..count).map(|_| self.value(&kind["items"], field)).collect())
            }
            "integer" => json!(3),
            _ => json!(false),
        }
    }

    fn text(&mut self, field: &str) -> Value {
        self.fields.insert(field.to_owned());
        json!(self.payload)
    }

    /// Ids must stay apart.
    fn id(&mut self, field: &str) -> Value {
        self.ids += 1;
        self.fields.insert(field.to_owned());
        json!(format!("{} {}", self.payload, self.ids))
    }
}
