//! What is committed is there when the register is opened again.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::random::{act, cases, ops};
use common::*;
use proptest::prelude::*;
use store::Saved;
use store::testing::Memory;

#[test]
fn every_kind_of_change_is_there_after_a_reload_and_can_be_undone_and_redone() {
    let memory = Memory::default();
    let mut book = shelf(&memory, "a").create(register("reg", 5), &author(0));
    let mut states = vec![book.register().clone()];
    for (at, change) in every_kind().into_iter().enumerate() {
        book.commit(change, &author(at + 1)).unwrap();
        assert_eq!(book.saved(), Saved::Yes);
        states.push(book.register().clone());
        let again = open(&memory, "b");
        assert_eq!(again.register(), book.register());
        assert_eq!(again.history(), book.history());
        assert_eq!((again.can_undo(), again.can_redo()), (book.can_undo(), book.can_redo()));
    }
    for (step, state) in states.iter().enumerate().rev().skip(1) {
        let mut book = open(&memory, &format!("undo{step}"));
        book.undo(&author(60)).unwrap().unwrap();
        assert_eq!(book.register(), state);
    }
    assert_eq!(open(&memory, "c").can_undo(), None);
    for (step, state) in states.iter().enumerate().skip(1) {
        let mut book = open(&memory, &format!("redo{step}"));
        book.redo(&author(60)).unwrap().unwrap();
        assert_eq!(book.register(), state);
    }
    assert_eq!(open(&memory, "d").can_redo(), None);
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn whatever_was_done_is_there_after_a_reload(
        steps in proptest::collection::vec((ops(), 0u8..8), 1..80),
    ) {
        let memory = Memory::default();
        let mut book = shelf(&memory, "a").create(register("reg", 5), &author(0));
        for (at, (op, event)) in steps.into_iter().enumerate() {
            act(&mut book, &op);
            match event {
                0 => book = open(&memory, &format!("t{at}")),
                1 => memory.fail(1, 2),
                _ => {}
            }
        }
        memory.heal();
        prop_assert_eq!(book.retry(), Saved::Yes);
        let again = open(&memory, "z");
        prop_assert_eq!(again.register(), book.register());
        prop_assert_eq!(again.history(), book.history());
        prop_assert_eq!((again.can_undo(), again.can_redo()), (book.can_undo(), book.can_redo()));
        // The keys alone hold it too: the log is needed for what a stop cut off, and for the history.
        let keys = memory.values().into_iter().filter(|(key, _)| !key.contains("/log/")).collect();
        let bare = open(&Memory::of(keys), "y");
        prop_assert_eq!(bare.register(), book.register());
    }
}
