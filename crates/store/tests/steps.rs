//! What is large is done in steps, while other tabs go on: registers are created and opened some risks at a time, and a
//! change of very many risks is in the log at once and in their keys by and by.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::random::{act, cases, ops};
use common::*;
use proptest::prelude::*;
use register::Change;
use store::testing::Memory;
use store::{Failure, OpenError, Saved};

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn what_another_tab_does_while_a_register_is_opened_is_in_it(
        before in 0usize..70,
        steps in proptest::collection::vec((0usize..4, proptest::collection::vec(ops(), 0..4)), 1..8),
    ) {
        let memory = Memory::default();
        let mut other = shelf(&memory, "other").create(register("reg", 6), &author(0));
        for at in 0..before {
            other.commit(title("r0", &format!("{at}")), &author(at)).unwrap();
        }
        let mut opening = shelf(&memory, "this").begin_to_open(&"reg".into()).unwrap();
        for (risks, ops) in steps {
            opening.step(risks).unwrap();
            for op in ops {
                act(&mut other, &op);
            }
        }
        let book = opening.finish().unwrap();
        prop_assert_eq!(book.register(), other.register());
        let later = open(&memory, "later");
        prop_assert_eq!(later.register(), other.register());
    }
}

#[test]
fn an_opening_that_is_given_up_has_written_nothing() {
    let memory = Memory::default();
    drop(shelf(&memory, "a").create(register("reg", 4), &author(0)));
    let (values, attempts) = (memory.values(), memory.attempts());
    let mut opening = shelf(&memory, "b").begin_to_open(&"reg".into()).unwrap();
    assert_eq!(opening.left(), 4);
    opening.step(3).unwrap();
    assert_eq!(opening.left(), 1);
    drop(opening);
    assert_eq!((memory.values(), memory.attempts()), (values, attempts));
}

#[test]
fn a_register_that_is_deleted_while_it_is_opened_is_missing() {
    let memory = Memory::default();
    drop(shelf(&memory, "a").create(register("reg", 4), &author(0)));
    let mut opening = shelf(&memory, "b").begin_to_open(&"reg".into()).unwrap();
    opening.step(2).unwrap();
    shelf(&memory, "a").purge(&"reg".into()).unwrap();
    assert_eq!(opening.finish().unwrap_err(), OpenError::Missing);
}

#[test]
fn a_register_in_the_making_is_none_until_its_end() {
    let memory = Memory::default();
    let (this, other) = (shelf(&memory, "this"), shelf(&memory, "other"));
    let mut creating = this.begin(register("reg", 5), &author(0));
    creating.step(2);
    assert_eq!(creating.left(), 3);
    // Another page starts, lists and works on a register of its own.
    other.sweep(&author(0).at).unwrap();
    assert!(other.list().registers.is_empty() && other.has(&"reg".into()).unwrap());
    assert_eq!(other.open(&"reg".into()).unwrap_err(), OpenError::Missing);
    drop(other.create(register("another", 1), &author(1)));
    let book = creating.finish();
    assert_eq!((book.saved(), book.register()), (Saved::Yes, &register("reg", 5)));
    assert_eq!(open(&memory, "later").register(), &register("reg", 5));
    assert!(!other.has(&"none".into()).unwrap());
}

#[test]
fn one_that_was_swept_away_in_the_making_is_whole_in_the_end() {
    let memory = Memory::default();
    let mut creating = shelf(&memory, "this").begin(register("reg", 5), &author(0));
    creating.step(4);
    shelf(&memory, "other").sweep("9").unwrap();
    assert!(memory.values().is_empty());
    assert_eq!(creating.finish().saved(), Saved::Yes);
    assert_eq!(open(&memory, "later").register(), &register("reg", 5));
}

#[test]
fn a_failure_in_the_making_leaves_nothing_behind_and_the_register_in_memory() {
    let writes = {
        let memory = Memory::default();
        drop(shelf(&memory, "count").create(register("reg", 5), &author(0)));
        memory.attempts()
    };
    // The last write takes the mark away, which does no harm if it fails.
    for nth in 1..writes {
        let memory = Memory::default();
        memory.fail(nth, 1);
        let mut creating = shelf(&memory, "this").begin(register("reg", 5), &author(0));
        while creating.left() > 0 {
            creating.step(2);
        }
        let mut book = creating.finish();
        assert!(matches!(book.saved(), Saved::Pending { .. }), "write {nth}");
        assert_eq!(memory.values().len(), 0, "write {nth}");
        assert_eq!((book.retry(), book.register()), (Saved::Yes, &register("reg", 5)), "write {nth}");
        assert_eq!(open(&memory, "later").register(), &register("reg", 5), "write {nth}");
    }
}

#[test]
fn two_of_the_same_id_in_the_making_do_not_harm_each_other() {
    let memory = Memory::default();
    let mut first = shelf(&memory, "first").begin(register("reg", 5), &author(0));
    let mut second = shelf(&memory, "second").begin(register("reg", 5), &author(1));
    first.step(3);
    second.step(4);
    assert_eq!(first.finish().saved(), Saved::Yes);
    let second = second.finish();
    assert!(matches!(second.saved(), Saved::Pending { failure: Failure::Other(_), .. }));
    assert_eq!(open(&memory, "later").register(), &register("reg", 5));
}

/// A change of all risks of a register of a thousand.
fn of_all() -> Change {
    several((0..1000).map(|number| title(&format!("r{number}"), "New")).collect())
}

#[test]
fn a_change_of_very_many_risks_is_safe_before_its_keys_are_written() {
    let memory = Memory::default();
    let mut book = shelf(&memory, "a").create(register("reg", 1000), &author(0));
    let before = memory.attempts();
    book.commit(of_all(), &author(1)).unwrap();
    assert!(memory.attempts() - before < 500, "{} writes", memory.attempts() - before);
    assert_eq!((book.is_behind(), book.saved()), (true, Saved::Yes));
    // The page is closed now: what opens is the state after the change. Closed later, it is the same.
    let stopped = Memory::of(memory.values());
    assert_eq!(open(&stopped, "later").register(), book.register());
    book.go_on();
    let stopped = Memory::of(memory.values());
    assert_eq!(open(&stopped, "later").register(), book.register());
    // Undone meanwhile.
    book.undo(&author(2)).unwrap();
    let stopped = Memory::of(memory.values());
    assert_eq!(open(&stopped, "later").register(), &register("reg", 1000));
    while book.is_behind() {
        assert_eq!(book.go_on(), Saved::Yes);
    }
    let attempts = memory.attempts();
    assert_eq!(open(&memory, "later").register(), &register("reg", 1000));
    assert!(memory.attempts() - attempts <= 1, "at most the checkpoint is written");
}

#[test]
fn another_tab_may_work_on_what_lags_behind() {
    let memory = Memory::default();
    let mut book = shelf(&memory, "a").create(register("reg", 1000), &author(0));
    book.commit(of_all(), &author(1)).unwrap();
    let mut other = open(&memory, "b");
    other.commit(title("r999", "Theirs"), &author(2)).unwrap();
    for at in 0..40 {
        // Past a checkpoint, which says that all keys are written.
        other.commit(title("r1", &format!("Title {at}")), &author(3)).unwrap();
    }
    while book.is_behind() {
        assert_eq!(book.go_on(), Saved::Yes);
    }
    book.verify();
    assert_eq!(book.register(), other.register());
    assert_eq!(open(&memory, "later").register(), other.register());
}
