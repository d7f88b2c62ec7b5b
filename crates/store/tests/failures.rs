//! The storage fails but the page goes on: nothing is lost in memory, and all of it is saved once it can be.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::*;
use register::Register;
use store::testing::Memory;
use store::{Book, Failure, OpenError, Saved, Verified};

/// Creates a register and does every kind of change to it, whatever the storage says.
fn play(memory: &Memory) -> Book<Memory> {
    let mut book = shelf(memory, "a").create(register("reg", 5), &author(0));
    for (at, change) in every_kind().into_iter().enumerate() {
        book.commit(change, &author(at)).unwrap();
    }
    for at in 0..13 {
        book.undo(&author(at)).unwrap().unwrap();
    }
    for at in 0..12 {
        book.redo(&author(at)).unwrap().unwrap();
    }
    book
}

fn assert_stored(memory: &Memory, book: &Book<Memory>) {
    // A mark that could not be taken away goes at the next start.
    shelf(memory, "later").sweep("9").unwrap();
    let again = open(memory, "later");
    assert_eq!(again.register(), book.register());
    assert_eq!(again.history(), book.history());
    assert_eq!((again.can_undo(), again.can_redo()), (book.can_undo(), book.can_redo()));
    assert!(!memory.values().keys().any(|key| key.ends_with("/new")));
}

#[test]
fn some_failing_writes_cost_nothing() {
    let memory = Memory::default();
    let expected: Register = play(&memory).register().clone();
    let writes = memory.attempts();
    for (at, count) in (1..=writes).flat_map(|at| [(at, 1), (at, 2)]) {
        let memory = Memory::default();
        memory.fail(at, count);
        let mut book = play(&memory);
        assert_eq!(book.register(), &expected, "{count} from write {at}");
        memory.heal();
        assert_eq!(book.retry(), Saved::Yes, "{count} from write {at}");
        assert_stored(&memory, &book);
    }
    println!("{writes} writes, each failing, and each with the one after it");
    assert!(writes > 80);
}

#[test]
fn a_creation_that_fails_leaves_nothing_to_be_taken_for_a_register() {
    for at in 1..30 {
        for count in 1..9 {
            let memory = Memory::default();
            memory.fail(at, count);
            let book = shelf(&memory, "a").create(register("reg", 5), &author(0));
            let found = shelf(&memory, "b").list().registers;
            assert!(found.len() == usize::from(book.saved() == Saved::Yes) && !found.iter().any(|it| it.recovered));
            memory.heal();
            shelf(&memory, "b").sweep("9").unwrap();
            assert!(book.saved() == Saved::Yes || memory.values().is_empty());
        }
    }
}

#[test]
fn everything_since_the_first_failing_write_is_saved_when_the_storage_is_back() {
    let memory = Memory::default();
    let expected: Register = play(&memory).register().clone();
    let writes = memory.attempts();
    for at in 1..=writes {
        let memory = Memory::default();
        memory.fail(at, usize::MAX);
        let mut book = play(&memory);
        assert_eq!(book.register(), &expected, "write {at}");
        assert_eq!(book.history().len(), 39);
        match book.saved() {
            Saved::Pending { failure, changes } => assert!(failure == Failure::Full && changes >= 1),
            // Failing to move the checkpoint or to take a mark away costs nothing.
            Saved::Yes => assert_stored(&memory, &book),
        }
        memory.heal();
        assert_eq!(book.retry(), Saved::Yes, "write {at}");
        assert_stored(&memory, &book);
    }
}

#[test]
fn a_page_closed_at_any_write_of_a_retry_has_lost_at_most_the_unsaved_changes() {
    let states = || {
        let memory = Memory::default();
        let mut book = shelf(&memory, "a").create(register("reg", 5), &author(0));
        let mut states = vec![book.register().clone()];
        memory.block(true);
        for change in every_kind() {
            book.commit(change, &author(1)).unwrap();
            states.push(book.register().clone());
        }
        memory.block(false);
        (memory, book, states)
    };
    for stop in 0.. {
        let (memory, mut book, states) = states();
        let ended = memory.run_until(stop, || drop(book.retry()));
        let found = open(&Memory::of(memory.values()), "b");
        // Each entry that got in is whole, and none got in before the one it builds on.
        assert_eq!(found.register(), &states[found.history().len() - 1], "stop {stop}");
        if ended {
            assert_eq!(found.register(), states.last().unwrap());
            break;
        }
    }
}

#[test]
fn a_full_storage_takes_no_half_register_and_room_made_lets_it_in() {
    let memory = Memory::default();
    drop(shelf(&memory, "a").create(register("old", 5), &author(0)));
    let before = memory.values();
    memory.set_quota(memory.used() + 2500);
    let mut book = shelf(&memory, "a").create(register("reg", 20), &author(0));
    assert_eq!(book.saved(), Saved::Pending { failure: Failure::Full, changes: 1 });
    assert_eq!(memory.values(), before, "the half is taken out again: other registers need the room");
    book.commit(title("r0", "goes on"), &author(1)).unwrap();
    assert_eq!(book.saved(), Saved::Pending { failure: Failure::Full, changes: 2 });

    memory.set_quota(memory.used() + 60);
    let shelf = shelf(&memory, "a");
    shelf.purge(&"old".into()).unwrap();
    assert_eq!(memory.values().len(), 0, "removal works on a full storage");
    memory.heal();
    assert_eq!(book.retry(), Saved::Yes);
    assert_stored(&memory, &book);
}

#[test]
fn a_full_storage_can_be_emptied_register_by_register() {
    let memory = Memory::default();
    let shelf = shelf(&memory, "a");
    drop(shelf.create(register("old", 5), &author(0)));
    memory.set_quota(memory.used());
    shelf.purge(&"old".into()).unwrap();
    assert_eq!(memory.values().len(), 0);
}

#[test]
fn a_blocked_storage_is_worked_without_and_said_so() {
    let memory = Memory::default();
    memory.block(true);
    let shelf = shelf(&memory, "a");
    let mut book = shelf.create(register("reg", 3), &author(0));
    book.commit(title("r0", "in memory"), &author(1)).unwrap();
    book.undo(&author(2)).unwrap().unwrap();
    assert_eq!(book.register(), &register("reg", 3));
    assert_eq!(book.saved(), Saved::Pending { failure: Failure::Blocked, changes: 3 });
    assert_eq!(book.verify(), Verified::InMemoryOnly(Failure::Blocked));
    assert_eq!(book.history().len(), 3);
    assert_eq!(shelf.list().failure, Some(Failure::Blocked));
    assert_eq!(shelf.open(&"reg".into()).unwrap_err(), OpenError::Storage(Failure::Blocked));
    assert_eq!(shelf.save_settings(&shelf.settings()), Err(Failure::Blocked));
    memory.block(false);
    assert_eq!(book.verify(), Verified::SavedAgain);
    assert_stored(&memory, &book);
}

#[test]
fn a_storage_cleared_under_the_page_is_filled_again() {
    let memory = Memory::default();
    for lost in ["everything", "head", "risk", "log"] {
        memory.clear();
        let mut book = play(&memory);
        assert_eq!(book.verify(), Verified::Fine);
        match lost {
            "everything" => memory.clear(),
            part => {
                let kept = memory.values().into_iter().filter(|(key, _)| !key.contains(part));
                let kept = kept.collect();
                memory.clear();
                Memory::of(kept).values().iter().for_each(|(key, value)| memory.put(key, value));
            }
        }
        assert_eq!(book.verify(), Verified::SavedAgain, "{lost}");
        assert_stored(&memory, &book);
        memory.clear();
        // The next change finds it out by itself.
        book.commit(title("r0", "after"), &author(50)).unwrap();
        assert_stored(&memory, &book);
    }
}

#[test]
fn a_stop_while_filling_a_cleared_storage_leaves_nothing_or_everything() {
    for stop in 0.. {
        let memory = Memory::default();
        let mut book = play(&memory);
        memory.clear();
        let ended = memory.run_until(stop, || drop(book.verify()));
        let shelf = shelf(&memory, "b");
        shelf.sweep("9").unwrap();
        match shelf.open(&"reg".into()) {
            Ok(found) => assert_eq!(found.register(), book.register()),
            Err(error) => assert_eq!((error, memory.values().len()), (OpenError::Missing, 0)),
        }
        if ended {
            break;
        }
    }
}

#[test]
fn what_another_tab_deleted_does_not_come_back() {
    for told in [true, false] {
        let memory = Memory::default();
        let mut book = play(&memory);
        let shelf = shelf(&memory, "b");
        shelf.trash(&"reg".into(), &author(3)).unwrap();
        if told {
            let (key, value) = memory.take_writes().pop().unwrap();
            book.take_in(&key, value.as_deref());
        }
        assert_eq!(book.verify(), Verified::Trashed);
        shelf.purge(&"reg".into()).unwrap();
        assert_eq!(book.verify(), Verified::Deleted);
        assert!(matches!(book.retry(), Saved::Pending { failure: Failure::Other(_), .. }));
        assert_eq!(memory.values().len(), 0);
    }
}

#[test]
fn a_failed_trash_restore_or_purge_leaves_the_register_where_it_was() {
    let memory = Memory::default();
    drop(play(&memory));
    let shelf = shelf(&memory, "a");
    let before = memory.values();
    memory.fail(1, usize::MAX);
    assert_eq!(shelf.trash(&"reg".into(), &author(0)), Err(Failure::Full));
    assert_eq!(shelf.purge(&"reg".into()), Err(Failure::Full));
    assert_eq!(memory.values(), before);
    memory.heal();
    shelf.trash(&"reg".into(), &author(0)).unwrap();
    let before = memory.values();
    memory.fail(1, usize::MAX);
    assert_eq!(shelf.restore(&"reg".into()), Err(Failure::Full));
    assert_eq!(memory.values(), before);
    memory.heal();
    memory.fail(4, 1);
    assert_eq!(shelf.purge(&"reg".into()), Err(Failure::Full));
    assert_eq!(shelf.list().registers, []);
    shelf.sweep("0").unwrap();
    assert_eq!(memory.values().len(), 0);
}
