//! The page is closed between any two writes: what opens is the state before or after the step that was cut off.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::*;
use register::{Id, Register};
use store::testing::Memory;
use store::{Author, Book, Entry, Saved, Shelf, Trashed};

/// What a user finds after a reload.
#[derive(Clone, Debug, PartialEq)]
struct State {
    register: Register,
    history: Vec<Entry>,
    can_undo: Option<String>,
    can_redo: Option<String>,
    trashed: Option<Trashed>,
}

fn state(book: &Book<Memory>) -> State {
    State {
        register: book.register().clone(),
        history: book.history(),
        can_undo: book.can_undo(),
        can_redo: book.can_redo(),
        trashed: book.trashed().cloned(),
    }
}

/// Starts the page anew on a storage.
fn restart(memory: &Memory) -> Option<State> {
    let shelf = shelf(memory, "later");
    shelf.sweep("9").unwrap();
    let listed: Vec<Id> = shelf.list().registers.into_iter().map(|it| it.id).collect();
    let book = shelf.open(&"reg".into()).ok();
    assert_eq!(listed, book.iter().map(|it| it.id().clone()).collect::<Vec<_>>());
    book.map(|book| {
        assert_eq!((book.saved(), book.aside()), (Saved::Yes, [].as_slice()));
        state(&book)
    })
}

/// The states that a stop may leave during a step, the last one being that after the step; and how many writes
/// had been tried by its end.
struct Step {
    allowed: Vec<Option<State>>,
    writes: usize,
}

/// Plays every kind of step. `note` is called after each with the states in memory that the step went through.
fn play(memory: &Memory, mut note: impl FnMut(Vec<Option<State>>)) {
    let who = |at: usize| Author { reason: "the reason".into(), ..author(at) };
    let shelf: Shelf<Memory> = shelf(memory, "a");
    let mut book = shelf.create(register("reg", 5), &who(0));
    note(vec![Some(state(&book))]);
    for (at, change) in every_kind().into_iter().enumerate() {
        book.commit(change, &who(at)).unwrap();
        note(vec![Some(state(&book))]);
    }
    for at in 0..13 {
        book.undo(&who(at)).unwrap().unwrap();
        note(vec![Some(state(&book))]);
    }
    for at in 0..13 {
        book.redo(&who(at)).unwrap().unwrap();
        note(vec![Some(state(&book))]);
    }
    let mut waiting = Vec::new();
    memory.block(true);
    for text in ["once", "twice"] {
        book.commit(title("r0", text), &who(0)).unwrap();
        waiting.push(Some(state(&book)));
    }
    book.commit(several(vec![remove_risk("n2"), add_risk("n3", 2), title("r4", "x")]), &who(0)).unwrap();
    waiting.push(Some(state(&book)));
    memory.block(false);
    assert_eq!(book.retry(), Saved::Yes);
    note(waiting);
    shelf.trash(&"reg".into(), &who(1)).unwrap();
    book.verify();
    note(vec![Some(state(&book))]);
    shelf.restore(&"reg".into()).unwrap();
    book.verify();
    note(vec![Some(state(&book))]);
    let mut book = Shelf::new(memory.clone(), "b".to_owned()).open(&"reg".into()).unwrap();
    book.undo(&who(2)).unwrap().unwrap();
    note(vec![Some(state(&book))]);
    shelf.purge(&"reg".into()).unwrap();
    note(vec![None]);
}

#[test]
fn a_stop_at_any_write_opens_as_the_state_before_or_after() {
    let memory = Memory::default();
    let mut steps = vec![Step { allowed: vec![None], writes: 0 }];
    play(&memory, |allowed| {
        let last = allowed.last().cloned().flatten();
        assert_eq!(restart(&Memory::of(memory.values())), last, "after step {}", steps.len());
        steps.push(Step { allowed, writes: memory.attempts() });
    });
    let all = memory.attempts();
    let (mut stops, mut again) = (0, 0);
    for writes in 0..=all {
        let memory = Memory::default();
        let ended = memory.run_until(writes, || play(&memory, |_| {}));
        assert_eq!(ended, writes == all);
        let before = steps.iter().rposition(|step| step.writes <= writes).unwrap();
        let mut allowed = vec![steps[before].allowed.last().cloned().unwrap()];
        if steps[before].writes < writes {
            allowed.extend(steps[before + 1].allowed.clone());
        }
        let found = restart(&Memory::of(memory.values()));
        assert!(allowed.contains(&found), "stop after write {writes}, in step {}: {found:#?}", before + 1);
        stops += 1;
        // The page is closed again while it repairs what the first stop left.
        for second in 0.. {
            let repaired = Memory::of(memory.values());
            let ended = repaired.run_until(second, || drop(restart(&repaired)));
            if ended {
                break;
            }
            assert_eq!(restart(&Memory::of(repaired.values())), found, "stops after writes {writes} and {second}");
            again += 1;
        }
    }
    println!("{stops} stops, {again} more during repair");
    assert!(stops > 100 && again > stops);
}
