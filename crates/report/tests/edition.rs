//! Part A and Part B: nothing exempt is in anything public, and what is left out leaves no trace.

mod common;

use std::io::Read;

use common::{file, word};
use register::date::Day;
use register::exempt::can_be_marked;
use register::filter::{Condition, Filter, Test};
use register::record::Record;
use register::{Register, Term, generate};
use report::{Asked, Document, Edition, Part, Plan, choose, compose};
use serde_json::{Value, json};

const SECRET: &str = "Zecret";

fn today() -> Day {
    Day::new(2024, 4, 1).expect("a day")
}

fn composed(register: &Register, edition: Edition, filter: &Filter, says: bool) -> Document {
    let chosen = choose(register, edition, "", filter, &[], today());
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
    // Each field of a control and of an action, of one of two entries.
    let mut at = fields.len();
    let entries: [(&str, Vec<String>); 2] =
        [("controls", names(&register::Control::default())), ("actions", names(&register::Action::default()))];
    for (list, field) in entries.into_iter().flat_map(|(list, names)| names.into_iter().map(move |name| (list, name))) {
        let stays = json!({"id": "s", "title": "Stays"});
        let full = json!({"id": "x", "number": "1.", "title": "Title", "description": "Text", "owners": ["Somebody"],
            "kind": "Detective", "adequacy": "Good", "critical_success": "Success", "assurance": "Audit", "progress": "Amber",
            "target_date": "2024-03-31", "revised_date": "2024-04", "completed": "2024-05"});
        let mut secret = full.clone();
        spoil(&mut secret[&field]);
        secret["exempt_fields"] = json!([field]);
        let mut left = full;
        left.as_object_mut().expect("an entry").remove(&field);
        for (register, entry) in [(&mut marked, secret), (&mut without, left)] {
            // What is no field of the entry is kept beside it, and left out of every edition.
            let risk = &mut register.risks[at];
            risk.set(list, json!([entry, stays])).expect("entries");
        }
        at += 1;
    }
    // A whole control, a whole action, whole risks.
    let hidden = json!({"id": "h", "title": SECRET, "description": SECRET, "owners": [SECRET], "exempt": true});
    for list in ["controls", "actions"] {
        let mut items = marked.risks[at].get(list).filter(Value::is_array).unwrap_or_else(|| json!([]));
        items.as_array_mut().expect("a list").insert(0, hidden.clone());
        marked.risks[at].set(list, items).expect("the list");
    }
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
        let chosen = choose(&marked, Edition::Public, "", &filter, &[], today());
        assert_eq!((chosen.places.len(), chosen.filter.as_str()), (0, "Selected risks"));
        assert!(!outputs(&composed(&marked, Edition::Public, &filter, false)).contains(SECRET));
    }
    // That there are marks is told by nothing either.
    for subject in ["exempt", "control.exempt", "action.exempt"] {
        let chosen = choose(&marked, Edition::Public, "", &filter(subject, Test::No, &[]), &[], today());
        assert_eq!((chosen.places.is_empty(), chosen.filter.as_str()), (false, "Selected risks"), "{subject}");
    }
    let open = filter("status", Test::Is, &["open"]);
    let chosen = choose(&marked, Edition::Public, "", &open, &[], today());
    assert_eq!(chosen.filter, "Open risks");
    let chosen = choose(&marked, Edition::Exempt, "", &filter("owners", Test::Is, &[SECRET]), &[], today());
    assert_eq!((chosen.places.len(), chosen.filter), (1, format!("Risks owned by {SECRET}")));
}

#[test]
fn a_part_of_a_longer_name_is_not_told_either() {
    let mut register = generate::register(5, 3);
    register.risks[0].owners = vec!["Director".to_owned()];
    register.risks[0].exempt = true;
    register.risks[1].owners = vec!["Executive Director".to_owned()];
    let filter = Filter { text: String::new(), conditions: vec![Condition::new("owners", Test::Is, &["Director"])] };
    let chosen = choose(&register, Edition::Public, "", &filter, &[], today());
    assert_eq!((chosen.places.len(), chosen.filter.as_str()), (0, "Selected risks"));
}

#[test]
fn terms_that_only_what_is_exempt_has_are_left_out() {
    let mut register = generate::register(5, 3);
    let term = |term: &str| Term { term: term.to_owned(), meaning: SECRET.to_owned(), ..Term::default() };
    (register.acronyms, register.glossary) = (vec![term("PFX")], vec![term("Project Falcon")]);
    register.risks[0].title = "PFX, the Project Falcon".to_owned();
    assert!(outputs(&composed(&register, Edition::Public, &Filter::default(), false)).contains(SECRET));
    register.risks[0].exempt = true;
    assert!(!outputs(&composed(&register, Edition::Public, &Filter::default(), false)).contains(SECRET));
    assert!(outputs(&composed(&register, Edition::Exempt, &Filter::default(), false)).contains(SECRET));
}

#[test]
fn the_author_is_told_what_of_it_the_covering_report_has() {
    let mut register = generate::register(5, 3);
    register.risks[0].title = "The supplier\nmay fail".to_owned();
    register.risks[0].exempt_fields = vec!["title".to_owned()];
    register.risks[1].title = "A public matter".to_owned();
    register.covering.main_issues = "- Risk 1: the supplier may fail (12)\n- A public matter".to_owned();
    let told = |register: &Register, edition| choose(register, edition, "", &Filter::default(), &[], today()).told;
    assert_eq!(told(&register, Edition::Public), ["The supplier may fail"]);
    assert_eq!(told(&register, Edition::Exempt), Vec::<String>::new());
    register.covering.main_issues = "- A public matter".to_owned();
    assert_eq!(told(&register, Edition::Public), Vec::<String>::new());
}

#[test]
fn the_author_is_told_what_of_it_is_said_of_the_register() {
    let mut register = generate::register(5, 3);
    register.risks[0].title = "The supplier may fail".to_owned();
    register.risks[0].exempt = true;
    let told_with = |register: &Register, title| {
        choose(register, Edition::Public, title, &Filter::default(), &[], today()).told_of_register
    };
    let told = |register: &Register| told_with(register, "");
    assert_eq!(told(&register), Vec::<String>::new());
    register.glossary.push(Term {
        term: "SPOF".to_owned(),
        meaning: "As in “The supplier may fail”".to_owned(),
        ..Term::default()
    });
    assert_eq!(told(&register), ["The supplier may fail"]);
    register.glossary.pop();
    register.description = "Mostly: the supplier may fail.".to_owned();
    assert_eq!(told(&register), ["The supplier may fail"]);
    register.description.clear();
    assert_eq!(told_with(&register, "The supplier may fail: a report"), ["The supplier may fail"]);
}

#[test]
fn part_b_says_so_on_the_page_and_in_its_title() {
    let register = generate::register(5, 3);
    let part_b = composed(&register, Edition::Exempt, &Filter::default(), false);
    assert!(report::body(&part_b).contains("<p class=\"r-note\" dir=\"auto\">Part B: not for publication</p>"));
    assert_eq!(part_b.title, format!("{}, Part B", register.title));
    assert_eq!(composed(&register, Edition::Public, &Filter::default(), false).title, register.title);
}
