//! The published schema and the description of the file format say what the types say.
//!
//! `HEATGRID_BLESS=1 cargo test -p register --test schema` writes both anew.

use std::fmt::Write as _;
use std::path::PathBuf;

use register::record::Record;
use register::{
    Action, AppetiteLevel, Assessment, Axis, Band, CategoryAppetite, Control, Covering, Criteria, FORMAT, Level, Link,
    Point, Progress, Register, Risk, SCHEMA, Term,
};
use serde_json::{Value, json};

/// Types whose things have an id.
const IDENTIFIED: [&str; 5] = ["Register", "Risk", "Point", "Control", "Action"];

/// The line of the description above which it is written by hand.
const MARKER: &str = "<!-- From here on generated";

#[test]
fn the_published_schema_is_that_of_the_types() {
    let mut text = serde_json::to_string_pretty(&schema()).expect("a schema is JSON");
    text.push('\n');
    same("schema/register.schema.json", &text);
}

#[test]
fn the_description_of_the_format_is_that_of_the_types() {
    let name = "docs/file-format.md";
    let old = std::fs::read_to_string(path(name)).expect("the description is there");
    let from = old.find(MARKER).expect("the description has the line that ends the part written by hand");
    let end = from + old[from..].find('\n').expect("the line ends") + 1;
    same(name, &format!("{}{}", &old[..end], tables(&schema())));
}

#[test]
fn every_type_of_the_schema_is_described() {
    let schema = schema();
    let records = schema["$defs"].as_object().expect("definitions").iter();
    let mut records: Vec<&str> =
        records.filter(|(_, it)| it.get("properties").is_some()).map(|(name, _)| name.as_str()).collect();
    let mut described: Vec<&str> = sections().iter().map(|(name, _)| *name).collect();
    records.sort_unstable();
    described.sort_unstable();
    assert_eq!(records, described);
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)
}

/// Asserts that the file has this text, or writes it when blessing.
fn same(name: &str, text: &str) {
    if std::env::var_os("HEATGRID_BLESS").is_some() {
        std::fs::write(path(name), text).expect("the file can be written");
    }
    let found = std::fs::read_to_string(path(name)).unwrap_or_default();
    let differs = found.lines().zip(text.lines()).position(|(found, made)| found != made);
    assert!(
        found == text,
        "{name} is out of date, first in line {}: run HEATGRID_BLESS=1 cargo test -p register --test schema",
        differs.unwrap_or(found.lines().count().min(text.lines().count())) + 1,
    );
}

/// The schema from the types, with what types cannot say.
fn schema() -> Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12();
    let mut schema = settings.into_generator().into_root_schema_for::<register::File>().to_value();
    schema["$id"] = json!(SCHEMA);
    schema["title"] = json!("Heatgrid register file");
    schema["required"] = json!(["format", "version", "registers"]);
    schema["properties"]["$schema"]["const"] = json!(SCHEMA);
    schema["properties"]["format"]["const"] = json!(FORMAT);
    schema["properties"]["version"]["minimum"] = json!(1);
    let types = schema["$defs"].as_object_mut().expect("definitions");
    for (name, it) in types.iter_mut() {
        if it.get("properties").is_some() {
            // Set beside by a program that could not read the field named after the colon.
            it["patternProperties"] = json!({ "^unread:": { "type": "array" } });
        }
        if IDENTIFIED.contains(&name.as_str()) {
            it["required"] = json!(["id"]);
        }
        for field in ["likelihood", "impact"] {
            if let Some(least) = it.pointer_mut(&format!("/properties/{field}/minimum")) {
                *least = json!(1);
            }
        }
        if let Some(colour) = it.pointer_mut("/properties/colour") {
            colour["pattern"] = json!("^(#[0-9a-fA-F]{6})?$");
        }
    }
    types["Id"]["minLength"] = json!(1);
    types["DateText"]["description"] = json!(
        "A date as it was written. `2024-03-31` for a day, `2016-09` for a month; `31/03/2024`, `31 March 2024`, \
         `Sep-16`, `09/2016` and the like are understood too. Anything else is kept and counts as no date."
    );
    types["DateText"]["examples"] = json!(["2024-03-31", "2016-09"]);
    tidied(&mut schema);
    schema
}

/// Takes out the number formats of Rust, which validators do not know (`minimum` and `maximum` say the same), and the
/// defaults: a field that is left out is blank.
fn tidied(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|key, value| key != "format" || !value.as_str().is_some_and(|it| it.starts_with("uint")));
            map.remove("default");
            map.values_mut().for_each(tidied);
        }
        Value::Array(list) => list.iter_mut().for_each(tidied),
        _ => {}
    }
}

/// The types in the order of the description, with their fields in the order of the file.
fn sections() -> Vec<(&'static str, &'static [&'static str])> {
    vec![
        ("Register", Register::default().fields()),
        ("Risk", Risk::default().fields()),
        ("Assessment", Assessment::default().fields()),
        ("Point", Point::default().fields()),
        ("Control", Control::default().fields()),
        ("Action", Action::default().fields()),
        ("Link", Link::default().fields()),
        ("Term", Term::default().fields()),
        ("Covering", Covering::default().fields()),
        ("Criteria", Criteria::default().fields()),
        ("Axis", Axis::default().fields()),
        ("Level", Level::default().fields()),
        ("Band", Band::default().fields()),
        ("Progress", Progress::default().fields()),
        ("AppetiteLevel", AppetiteLevel::default().fields()),
        ("CategoryAppetite", CategoryAppetite::default().fields()),
    ]
}

/// The generated part of the description.
fn tables(schema: &Value) -> String {
    let mut text = "\n## The file\n".to_owned();
    table(&mut text, schema, &["$schema", "format", "version", "registers"]);
    for (name, fields) in sections() {
        let it = &schema["$defs"][name];
        let places: Vec<String> = places(schema, name).iter().map(|place| format!("`{place}`")).collect();
        write!(text, "\n## {name}\n\n{} Stands at {}.\n", prose(it), places.join(", ")).expect("text can be written");
        table(&mut text, it, fields);
    }
    text
}

/// Where things of a type stand in a file, `[]` after a list.
fn places(schema: &Value, name: &str) -> Vec<String> {
    let within = |record: &Value| -> Vec<String> {
        let fields = record["properties"].as_object().into_iter().flatten();
        let of_type = fields.filter_map(|(field, it)| {
            let (it, list) = it.get("items").map_or((it, ""), |items| (items, "[]"));
            (it["$ref"] == format!("#/$defs/{name}")).then(|| format!("{field}{list}"))
        });
        of_type.collect()
    };
    let mut places = within(schema);
    for (owner, _) in sections() {
        for field in within(&schema["$defs"][owner]) {
            places.extend(self::places(schema, owner).iter().map(|from| format!("{from}.{field}")));
        }
    }
    places
}

fn table(text: &mut String, record: &Value, fields: &[&str]) {
    text.push_str("\n| field | holds | required | meaning |\n| --- | --- | --- | --- |\n");
    for &field in fields {
        let it = &record["properties"][field];
        let required = record["required"].as_array().is_some_and(|list| list.contains(&json!(field)));
        let required = if required { "yes" } else { "" };
        writeln!(text, "| `{field}` | {} | {required} | {} |", holds(it), prose(it)).expect("text can be written");
    }
}

fn prose(it: &Value) -> String {
    it["description"].as_str().unwrap_or_default().replace('\n', " ").replace('|', "\\|")
}

/// What a field holds, with its range.
fn holds(it: &Value) -> String {
    if let Some(name) = it["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        return match name {
            "Id" => "id".to_owned(),
            "DateText" => "[date](#dates)".to_owned(),
            "Status" => "`\"open\"` or `\"closed\"`".to_owned(),
            _ => format!("[{name}](#{})", name.to_lowercase()),
        };
    }
    if let Some(it) = it.get("const") {
        return format!("`{it}`");
    }
    let kind = it["type"].as_str().or_else(|| it["type"][0].as_str()).unwrap_or_default();
    match kind {
        "string" if it.get("pattern").is_some() => "colour `#rrggbb`".to_owned(),
        "string" => "text".to_owned(),
        "boolean" => "`true` or `false`".to_owned(),
        "integer" => format!("whole number, {} to {}", it["minimum"], it["maximum"]),
        "array" => format!("list: {}", holds(&it["items"])),
        other => panic!("no words for the type {other:?} of {it}"),
    }
}
