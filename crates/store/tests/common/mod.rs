//! What the tests share: registers, authors, changes of every kind.
#![allow(dead_code, reason = "each test file uses its own part of this")]

pub mod full;
pub mod processes;
pub mod random;

use register::change::{List, Place};
use register::{Action, Change, Control, Criteria, Id, Point, Register, Risk};
use serde_json::{Value, json};
use store::testing::Memory;
use store::{Author, Book, Shelf};

/// A risk with one thing in each of its lists.
pub fn risk(id: &str) -> Risk {
    let item = |list: &str| Id(format!("{id}-{list}"));
    let point = |list: &str| Point { id: item(list), text: format!("a {list} of it"), ..Point::default() };
    Risk {
        id: id.into(),
        number: id.to_owned(),
        title: format!("Risk {id} “quoted” & – dashed"),
        triggers: vec![point("t1"), point("t2"), point("t3")],
        causes: vec![point("f1")],
        consequences: vec![point("q1")],
        controls: vec![Control { id: item("c1"), description: "Watched weekly".into(), ..Control::default() }],
        actions: vec![Action { id: item("a1"), description: "Hire".into(), ..Action::default() }],
        ..Risk::default()
    }
}

/// A register with that many risks, `r0` and so on.
pub fn register(id: &str, risks: usize) -> Register {
    Register {
        id: id.into(),
        title: "Corporate register".into(),
        entity: vec!["Council".into(), "Corporate".into()],
        criteria: Criteria::default(),
        risks: (0..risks).map(|number| risk(&format!("r{number}"))).collect(),
        ..Register::default()
    }
}

pub fn author(at: usize) -> Author {
    Author {
        at: format!("2026-03-31T10:{:02}:{:02}Z", at / 60, at % 60),
        by: "Co-ordinator".into(),
        reason: String::new(),
    }
}

pub fn shelf(memory: &Memory, tab: &str) -> Shelf<Memory> {
    Shelf::new(memory.clone(), tab.to_owned())
}

pub fn open(memory: &Memory, tab: &str) -> Book<Memory> {
    shelf(memory, tab).open(&"reg".into()).expect("opens")
}

pub fn set(place: Place, field: &str, to: Value) -> Change {
    Change::Set { place, field: field.into(), from: Value::Null, to }
}

pub fn title(id: &str, to: &str) -> Change {
    set(Place::Risk(id.into()), "title", json!(to))
}

pub fn add_risk(id: &str, index: usize) -> Change {
    Change::Add { list: List::Risks, index, item: serde_json::to_value(risk(id)).expect("json") }
}

pub fn remove_risk(id: &str) -> Change {
    Change::Remove { list: List::Risks, index: 0, item: json!({"id": id}) }
}

pub fn move_risk(id: &str, to: usize) -> Change {
    Change::Move { list: List::Risks, item: id.into(), from: 0, to }
}

pub fn several(changes: Vec<Change>) -> Change {
    Change::Several { title: "Several things".into(), changes }
}

/// Every kind of change, in an order in which each has an effect on a register of at least four risks.
pub fn every_kind() -> Vec<Change> {
    let list = |name: &str| List::Of("r1".into(), name.into());
    let item = |list: &str, id: &str| Place::Item("r1".into(), list.into(), id.into());
    vec![
        set(Place::Register, "title", json!("New title")),
        set(Place::Register, "glossary", json!([{"term": "CR", "meaning": "Corporate register"}])),
        set(Place::Criteria, "escalation_score", json!(15)),
        title("r0", "Another title"),
        set(Place::Risk("r1".into()), "residual", json!({"likelihood": 3, "impact": 5})),
        set(item("controls", "r1-c1"), "adequacy", json!("Good")),
        Change::Add { list: list("actions"), index: 0, item: json!({"id": "new", "description": "Train"}) },
        Change::Move { list: list("triggers"), item: "r1-t1".into(), from: 0, to: 2 },
        Change::Remove { list: list("triggers"), index: 0, item: json!({"id": "r1-t2"}) },
        add_risk("n/1 %", 1),
        move_risk("r3", 0),
        remove_risk("r2"),
        several(vec![
            title("r0", "Batch"),
            set(Place::Register, "scope", json!("All")),
            remove_risk("r1"),
            add_risk("n2", 0),
            move_risk("n/1 %", 9),
            set(Place::Risk("n2".into()), "corporate", json!(true)),
        ]),
    ]
}
