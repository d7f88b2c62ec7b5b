//! Random work on a register.

use proptest::prelude::*;
use register::change::{List, Place};
use register::{Change, Id};
use serde_json::json;
use store::{Book, Storage};

use super::*;

/// How many scripts are tried: 150, or as `PROPTEST_CASES` says.
pub fn cases() -> ProptestConfig {
    let given = std::env::var("PROPTEST_CASES").is_ok();
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if given { config } else { ProptestConfig { cases: 150, ..config } }
}

/// Something a user does.
#[derive(Clone, Debug)]
pub enum Op {
    Change(Change),
    Undo,
    Redo,
}

fn places() -> impl Strategy<Value = Id> {
    prop_oneof![4 => (0usize..5).prop_map(|it| Id(format!("r{it}"))), 1 => (0usize..3).prop_map(|it| Id(format!("n{it}")))]
}

fn plain() -> impl Strategy<Value = Change> {
    let text = "[a-z]{1,3}";
    let list = || {
        places().prop_flat_map(|id| prop_oneof!["triggers", "controls"].prop_map(move |it| List::Of(id.clone(), it)))
    };
    prop_oneof![
        3 => (places(), prop_oneof!["title", "notes"], text).prop_map(|(id, field, to)| set(Place::Risk(id), &field, json!(to))),
        1 => (prop_oneof!["title", "scope"], text).prop_map(|(field, to)| set(Place::Register, &field, json!(to))),
        1 => (0u16..30).prop_map(|to| set(Place::Criteria, "escalation_score", json!(to))),
        1 => "[a-c]{0,2}".prop_map(|to| set(Place::Covering, "purpose", json!(to))),
        2 => (0usize..3, 0usize..7).prop_map(|(id, at)| add_risk(&format!("n{id}"), at)),
        2 => places().prop_map(|id| remove_risk(id.as_str())),
        3 => (places(), 0usize..7).prop_map(|(id, to)| move_risk(id.as_str(), to)),
        2 => (list(), 0usize..4, 0usize..9).prop_map(|(list, index, id)| {
            Change::Add { list, index, item: json!({"id": format!("i{id}")}) }
        }),
        2 => (list(), item()).prop_map(|(list, id)| Change::Remove { list, index: 0, item: json!({"id": id}) }),
        2 => (list(), item(), 0usize..4).prop_map(|(list, item, to)| Change::Move { list, item: Id(item), from: 0, to }),
    ]
}

/// Items that start in the risks, or were added.
fn item() -> impl Strategy<Value = String> {
    prop_oneof![
        (0usize..9).prop_map(|it| format!("i{it}")),
        (0usize..5, 1usize..4).prop_map(|(risk, it)| format!("r{risk}-t{it}")),
    ]
}

/// Anything a user can do; much of it does not apply to the register at hand and is refused.
pub fn ops() -> impl Strategy<Value = Op> {
    prop_oneof![
        8 => plain().prop_map(Op::Change),
        1 => proptest::collection::vec(plain(), 0..4).prop_map(|it| Op::Change(several(it))),
        2 => Just(Op::Undo),
        1 => Just(Op::Redo),
    ]
}

/// Does it; what is refused changes nothing.
pub fn act<S: Storage>(book: &mut Book<S>, op: &Op) {
    match op {
        Op::Change(change) => drop(book.commit(change.clone(), &author(1))),
        Op::Undo => drop(book.undo(&author(1))),
        Op::Redo => drop(book.redo(&author(1))),
    }
}
