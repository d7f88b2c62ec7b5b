//! What is committed is there when the register is opened again.

mod common;

use common::*;
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
