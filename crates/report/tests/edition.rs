//! Part A and Part B: nothing exempt is in anything public, and what is left out leaves no trace.

mod common;

use std::io::Read;

use common::{file, word};
use register::date::Day;
use register::exempt::can_be_marked;
use register::filter::{Condition, Filter, Test};
use register::record::Record;
use register::{Id, Register, generate};
use report::{Asked, Document, Edition, Part, Plan, choose, compose};
use serde_json::{Value, json};

const SECRET: &str = "Zecret";

fn today() -> Day {
    Day::new(2024, 4, 1).expect("a day")
}

fn composed(register: &Register, edition: Edition, filter: &Filter, says: bool) -> Document {
    let chosen = choose(register, edition, filter, &[], today());
    let plans: Vec<Plan> = Part::ALL.into_iter().map(Plan::from).collect();
    compose(&Asked {
        register: &chosen.register,
        places: &chosen.places,
        filter: &chosen.filter,
        title: "",
        plans: &plans,
        edition,
        says_withheld: says && chosen.withholds,
        today: today(),
    })
}

/// Everything that is written of a document: the preview, the file with its style sheet, and every part of the Word file.
fn outputs(document: &Document) -> String {
    let mut all = [report::body(document), file(document)].concat();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(word(document))).expect("an archive");
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).expect("a part");
        all.push_str(&part.name().expect("a name"));
        part.read_to_string(&mut all).expect("text");
    }
    all
}

/// Writes the secret into every text of a record's field, except ids.
fn spoil(value: &mut Value) {
    match value {
        Value::String(text) => *text = format!("{SECRET} {text}"),
        Value::Array(items) => items.iter_mut().for_each(spoil),
        Value::Object(map) => map.iter_mut().filter(|(name, _)| *name != "id").for_each(|(_, it)| spoil(it)),
        _ => {}
    }
}

fn mark_field(record: &mut dyn Record, field: &str) {
    let mut value = record.get(field).expect("the field");
    spoil(&mut value);
    // Where there was nothing there is something to hide now; what takes no text has a value already, or none to hide.
    for value in [value, json!(SECRET), json!([SECRET]), json!([{"id": "z", "text": SECRET, "title": SECRET}])] {
        if value != Value::Null && record.set(field, value).is_ok() {
            break;
        }
    }
    record.set("exempt_fields", json!([field])).expect("the mark");
}

/// A register in which something of every kind is exempt, and the same one without it.
fn marked() -> (Register, Register) {
    let (mut marked, mut without) = (generate::register(5, 80), generate::register(5, 80));
    let names = |record: &dyn Record| {
        let fields = record.fields().iter().filter(|field| can_be_marked(field));
        fields.map(|it| (*it).to_owned()).collect::<Vec<_>>()
    };
    // Each field of a risk in a risk of its own.
    let fields = names(&register::Risk::default());
    for (place, field) in fields.iter().enumerate() {
        mark_field(&mut marked.risks[place], field);
        without.risks[place].set(field, Value::Null).expect("a blank");
    }
    // Each field of a control and of an action.
    let mut at = fields.len();
    let both =
        |place: usize, marked: &mut Register, without: &mut Register, change: &dyn Fn(&mut register::Risk, bool)| {
            change(&mut marked.risks[place], true);
            change(&mut without.risks[place], false);
        };
    for field in names(&register::Control::default()) {
        both(at, &mut marked, &mut without, &|risk, exempt| {
            risk.controls.resize_with(2, register::Control::default);
            risk.controls[0].id = Id::from("c");
            if exempt {
                mark_field(&mut risk.controls[0], &field)
            } else {
                risk.controls[0].set(&field, Value::Null).expect("a blank")
            }
        });
        at += 1;
    }
    for field in names(&register::Action::default()) {
        both(at, &mut marked, &mut without, &|risk, exempt| {
            risk.actions.resize_with(2, register::Action::default);
            risk.actions[0].id = Id::from("a");
            if exempt {
                mark_field(&mut risk.actions[0], &field)
            } else {
                risk.actions[0].set(&field, Value::Null).expect("a blank")
            }
        });
        at += 1;
    }
    // A whole control, a whole action, whole risks.
    both(at, &mut marked, &mut without, &|risk, exempt| {
        if exempt {
            let hidden = json!({"id": "h", "title": SECRET, "description": SECRET, "owners": [SECRET], "exempt": true});
            for list in ["controls", "actions"] {
                let mut items = risk.get(list).filter(Value::is_array).unwrap_or_else(|| json!([]));
                items.as_array_mut().expect("a list").insert(0, hidden.clone());
                risk.set(list, items).expect("the list");
            }
        }
    });
    for place in [at + 1, at + 2] {
        let mut whole = serde_json::to_value(&marked.risks[place]).expect("a risk");
        spoil(&mut whole);
        whole["title"] = json!(SECRET);
        whole["number"] = json!(format!("{SECRET}-{place}"));
        whole["exempt"] = json!(true);
        let (risk, _) = register::record::Reading::of(whole);
        marked.risks[place] = risk.expect("a risk");
    }
    without.risks.drain(at + 1..at + 3);
    (marked, without)
}

#[test]
fn nothing_exempt_is_in_any_public_output() {
    let (marked, without) = marked();
    let everything = outputs(&composed(&marked, Edition::Exempt, &Filter::default(), false));
    assert!(everything.matches(SECRET).count() > 100, "Part B has it all");
    assert!(everything.contains("Part B: not for publication"));
    let document = composed(&marked, Edition::Public, &Filter::default(), false);
    let public = outputs(&document);
    assert!(!public.contains(SECRET), "{}", public.split(SECRET).next().unwrap_or_default());
    // Numbers in maps, counts, figures, order: as if it had never been there.
    let clean = composed(&without, Edition::Public, &Filter::default(), false);
    for (shown, expected) in document.sections.iter().zip(&clean.sections) {
        assert_eq!(shown, expected);
    }
    assert_eq!(document, clean);
}

#[test]
fn that_something_is_withheld_is_said_only_where_the_author_wants_it() {
    let (marked, without) = marked();
    let note = "Information that is exempt from publication has been left out.";
    let said = |register: &Register, edition: Edition, says: bool| {
        outputs(&composed(register, edition, &Filter::default(), says)).contains(note)
    };
    assert!(said(&marked, Edition::Public, true));
    assert!(!said(&marked, Edition::Public, false));
    assert!(!said(&marked, Edition::Exempt, true), "nothing is left out of Part B");
    assert!(!said(&without, Edition::Public, true), "nothing is marked");
}

#[test]
fn a_filter_tells_nothing_of_what_is_exempt() {
    let (marked, _) = marked();
    let filter = |subject: &str, test: Test, values: &[&str]| Filter {
        text: String::new(),
        conditions: vec![Condition::new(subject, test, values)],
    };
    for filter in [
        filter("title", Test::Contains, &[SECRET]),
        filter("owners", Test::Is, &[SECRET]),
        filter("action.description", Test::Contains, &["zecret"]),
        Filter { text: format!("risk {SECRET}"), conditions: Vec::new() },
    ] {
        let chosen = choose(&marked, Edition::Public, &filter, &[], today());
        assert_eq!((chosen.places.len(), chosen.filter.as_str()), (0, "Selected risks"));
        assert!(!outputs(&composed(&marked, Edition::Public, &filter, false)).contains(SECRET));
    }
    let open = filter("status", Test::Is, &["open"]);
    let chosen = choose(&marked, Edition::Public, &open, &[], today());
    assert_eq!(chosen.filter, "Open risks");
    let chosen = choose(&marked, Edition::Exempt, &filter("owners", Test::Is, &[SECRET]), &[], today());
    assert_eq!((chosen.places.len(), chosen.filter), (1, format!("Risks owned by {SECRET}")));
}
