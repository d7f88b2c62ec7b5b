//! Saving costs what the edit costs, not what the register weighs.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::*;
use register::change::{Change, List, Place};
use serde_json::json;
use store::Saved;
use store::testing::{Memory, Write};

/// The writes of each of some edits in a register of that many risks.
fn writes(risks: usize, edits: &[(&str, Edit)]) -> Vec<Vec<Write>> {
    let memory = Memory::default();
    let mut book = shelf(&memory, "a").create(register("reg", risks), &author(0));
    memory.take_writes();
    let mut writes = Vec::new();
    for (_, edit) in edits {
        match edit {
            Edit::Commit(change) => drop(book.commit(change.clone(), &author(1)).unwrap()),
            Edit::Undo => drop(book.undo(&author(1)).unwrap().unwrap()),
        }
        assert_eq!(book.saved(), Saved::Yes);
        writes.push(memory.take_writes());
    }
    writes
}

enum Edit {
    Commit(Change),
    Undo,
}

fn weight(writes: &[Write]) -> Vec<(usize, usize)> {
    writes.iter().map(|(key, value)| (key.len(), value.as_ref().map_or(0, String::len))).collect()
}

#[test]
fn an_edit_writes_the_same_in_a_register_of_10_and_of_10_000_risks() {
    let item = |item: &str| Place::Item("r7".into(), "controls".into(), item.into());
    let add = Change::Add { list: List::Of("r7".into(), "actions".into()), index: 0, item: json!({"id": "x"}) };
    let edits = [
        ("field of a risk", Edit::Commit(title("r7", "Another title"))),
        ("field of an item", Edit::Commit(set(item("r7-c1"), "adequacy", json!("Good")))),
        ("new item", Edit::Commit(add)),
        ("field of the register", Edit::Commit(set(Place::Register, "title", json!("New title")))),
        ("undo", Edit::Undo),
        ("move", Edit::Commit(move_risk("r7", 2))),
    ];
    let (small, large) = (writes(10, &edits), writes(10_000, &edits));
    for (((kind, _), small), large) in edits.iter().zip(small).zip(large) {
        let keys = |writes: &[Write]| writes.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
        assert_eq!((keys(&small), small.len()), (keys(&large), 2), "{kind}");
        if *kind == "move" {
            // The rank between two neighbours is longer where they are closer, by a letter or two.
            let bytes = |writes: &[Write]| weight(writes).iter().map(|(_, value)| value).sum::<usize>();
            assert!(bytes(&small).abs_diff(bytes(&large)) < 8, "{kind}");
        } else {
            assert_eq!(weight(&small), weight(&large), "{kind}");
        }
        println!("{kind}: {:?} (length of key, of value)", weight(&large));
    }
}

#[test]
fn a_checkpoint_now_and_then_is_one_short_write_whatever_the_size() {
    let memory = Memory::default();
    let mut book = shelf(&memory, "a").create(register("reg", 100), &author(0));
    memory.take_writes();
    for at in 0..100 {
        book.commit(title("r7", &format!("Title {at}")), &author(at)).unwrap();
    }
    let writes = memory.take_writes();
    let checkpoints: Vec<_> = writes.iter().filter(|(key, _)| key.ends_with("/done")).collect();
    assert_eq!((writes.len(), checkpoints.len()), (203, 3));
    assert!(checkpoints.iter().all(|(key, value)| key.len() + value.as_ref().unwrap().len() < 32));
}
