use serde_json::json;

use super::*;
use crate::model::{Control, Register, Risk};

fn register() -> Register {
    let risk = |id: &str| Risk { id: id.into(), title: format!("title {id}"), ..Risk::default() };
    Register { risks: vec![risk("a"), risk("b"), risk("c")], ..Register::default() }
}

fn ids(register: &Register) -> Vec<&str> {
    register.risks.iter().map(|risk| risk.id.as_str()).collect()
}

fn set(place: Place, field: &str, to: Value) -> Change {
    Change::Set { place, field: field.into(), from: Value::Null, to }
}

#[test]
fn each_kind_of_change_is_taken_back_by_its_inverse() {
    let control = json!({"id": "c1", "description": "x"});
    let list = List::Of("b".into(), "controls".into());
    let changes = [
        set(Place::Register, "title", json!("New")),
        set(Place::Criteria, "escalation_score", json!(15)),
        set(Place::Risk("b".into()), "residual", json!({"likelihood": 3, "impact": 5})),
        Change::Add { list: list.clone(), index: 9, item: control.clone() },
        Change::Move { list: List::Risks, item: "a".into(), from: 0, to: 2 },
        Change::Remove { list: List::Risks, index: 0, item: json!({"id": "b"}) },
        Change::Several {
            title: "t".into(),
            changes: vec![
                Change::Add { list: list.clone(), index: 0, item: control },
                set(Place::Item("b".into(), "controls".into(), "c1".into()), "adequacy", json!("Good")),
                Change::Remove { list, index: 0, item: json!({"id": "c1"}) },
            ],
        },
    ];
    for change in changes {
        let before = register();
        let mut after = before.clone();
        let inverse = apply(&mut after, &change).unwrap();
        let redo = apply(&mut after, &inverse).unwrap();
        assert_eq!(after, before, "{change:?}");
        let mut again = before.clone();
        apply(&mut again, &redo).unwrap();
        let mut once = before.clone();
        apply(&mut once, &change).unwrap();
        assert_eq!(again, once, "{change:?}");
    }
}

#[test]
fn many_changes_find_their_risks_wherever_those_are_by_then() {
    let mut before = register();
    before.risks = (0..40).map(|number| Risk { id: Id(format!("r{number}")), ..Risk::default() }).collect();
    let id = |number: usize| Id(format!("r{number}"));
    let mut changes = vec![
        Change::Move { list: List::Risks, item: id(0), from: 0, to: 30 },
        Change::Remove { list: List::Risks, index: 0, item: json!({"id": "r7"}) },
        Change::Add { list: List::Risks, index: 3, item: json!({"id": "new"}) },
    ];
    let named = (0..40).map(id).filter(|id| id.as_str() != "r7").chain([Id::from("new")]);
    changes.extend(named.map(|id| set(Place::Risk(id.clone()), "title", json!(format!("Title of {id}")))));
    let mut one_by_one = before.clone();
    for change in &changes {
        apply(&mut one_by_one, change).unwrap();
    }
    let mut at_once = before.clone();
    let inverse = apply(&mut at_once, &Change::Several { title: "t".into(), changes }).unwrap();
    assert_eq!(at_once, one_by_one);
    assert!(at_once.risks.iter().all(|risk| risk.title == format!("Title of {}", risk.id)));
    apply(&mut at_once, &inverse).unwrap();
    assert_eq!(at_once, before);
}

#[test]
fn several_changes_are_all_done_or_none() {
    let mut it = register();
    let change = Change::Several {
        title: String::new(),
        changes: vec![
            set(Place::Risk("a".into()), "title", json!("New")),
            Change::Move { list: List::Risks, item: "c".into(), from: 2, to: 0 },
            set(Place::Risk("gone".into()), "title", json!("x")),
        ],
    };
    assert_eq!(apply(&mut it, &change), Err(Refused::Gone));
    assert_eq!(it, register());
}

#[test]
fn values_of_the_wrong_shape_are_refused() {
    let mut it = register();
    for (field, value) in
        [("residual", json!("high")), ("nonsense", json!("x")), ("id", json!("z")), ("controls", json!([]))]
    {
        assert_eq!(apply(&mut it, &set(Place::Risk("a".into()), field, value)), Err(Refused::Misfit), "{field}");
    }
    let taken = Change::Add { list: List::Risks, index: 0, item: json!({"id": "a"}) };
    assert_eq!(apply(&mut it, &taken), Err(Refused::Misfit));
    assert_eq!(it, register());
}

#[test]
fn moving_lands_at_the_place_asked_for() {
    let mut it = register();
    apply(&mut it, &Change::Move { list: List::Risks, item: "a".into(), from: 0, to: 1 }).unwrap();
    assert_eq!(ids(&it), ["b", "a", "c"]);
    apply(&mut it, &Change::Move { list: List::Risks, item: "a".into(), from: 1, to: 99 }).unwrap();
    assert_eq!(ids(&it), ["b", "c", "a"]);
}

#[test]
fn touches_only_what_it_changes() {
    let edit = Touched::by(&set(Place::Item("b".into(), "controls".into(), "c1".into()), "adequacy", json!("Good")));
    assert_eq!((edit.head, edit.order, edit.risks.len()), (false, false, 1));
    let add = Touched::by(&Change::Add { list: List::Risks, index: 0, item: json!({"id": "n"}) });
    assert_eq!((add.head, add.order, add.risks.contains(&"n".into())), (false, true, true));
    assert!(Touched::by(&set(Place::Criteria, "bands", json!([]))).head);
}

#[test]
fn changes_survive_being_stored() {
    let change = set(Place::Item("b".into(), "controls".into(), "c1".into()), "number", json!({"n": 1.50}));
    let text = change.to_value().to_string();
    assert_eq!(Change::read(serde_json::from_str(&text).unwrap()), Some(change));
}

#[test]
fn describes_what_was_done() {
    let mut it = register();
    it.risks[1].number = "4".into();
    it.risks[1].corporate = true;
    it.risks[1].controls.push(Control { id: "c1".into(), ..Control::default() });
    let change = Change::Set {
        place: Place::Risk("b".into()),
        field: "residual".into(),
        from: json!({"likelihood": 3, "impact": 5}),
        to: json!({"likelihood": 4, "impact": 5}),
    };
    assert_eq!(describe(&it, &change), "Risk 4 (CR): Residual score: 3 × 5 → 4 × 5");
    let change = set(Place::Item("b".into(), "controls".into(), "c1".into()), "adequacy", json!("Good"));
    assert_eq!(describe(&it, &change), "Risk 4 (CR), control: Adequacy: (blank) → Good");
}
