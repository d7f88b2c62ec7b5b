//! Tabs in processes of their own write the same key at the same time, seeing nothing of each other for a while.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::processes::{Seat, seats};
use common::random::{act, cases, ops};
use common::*;
use proptest::prelude::*;
use store::testing::Memory;
use store::{Book, Shelf};

struct Tab {
    seat: Seat,
    book: Book<Seat>,
}

/// Passes one write on, or takes one in.
fn pass(tabs: &mut [Tab], which: usize) -> bool {
    let tab = &mut tabs[(which / 2) % 3];
    if which.is_multiple_of(2) {
        return tab.seat.send();
    }
    let Some((key, value)) = tab.seat.receive() else { return false };
    tab.book.take_in(&key, value.as_deref());
    true
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn tabs_that_see_each_other_late_end_up_with_the_same(
        before in 0usize..32,
        steps in proptest::collection::vec((0usize..3, ops(), proptest::collection::vec(0usize..6, 0..8)), 1..40),
    ) {
        let memory = Memory::default();
        let mut book = shelf(&memory, "0").create(register("reg", 4), &author(0));
        for at in 0..before {
            book.commit(title("r0", &format!("{at}")), &author(at)).unwrap();
        }
        drop(open(&memory, "1"));
        let mut tabs: Vec<Tab> = Vec::new();
        for (number, seat) in seats(3, memory.values()).into_iter().enumerate() {
            let book = Shelf::new(seat.clone(), format!("t{number}")).open(&"reg".into()).unwrap();
            tabs.push(Tab { seat, book });
        }
        for (tab, op, passes) in steps {
            act(&mut tabs[tab].book, &op);
            for which in passes {
                pass(&mut tabs, which);
            }
        }
        // As each page does by and by, should keys lag behind.
        for tab in &mut tabs {
            tab.book.retry();
        }
        let mut rounds = 0;
        while (0..6).filter(|which| pass(&mut tabs, *which)).count() > 0 {
            rounds += 1;
            prop_assert!(rounds < 10_000, "the tabs answer each other without end");
        }
        let values = tabs[0].seat.values();
        for tab in &tabs {
            prop_assert_eq!(tab.seat.copy(), values.clone());
            prop_assert_eq!(tab.book.register(), tabs[0].book.register());
            prop_assert_eq!(tab.book.history(), tabs[0].book.history());
        }
        let late = open(&Memory::of(values.clone()), "late");
        prop_assert_eq!(late.register(), tabs[0].book.register(), "a tab opened later");
        let keys = values.into_iter().filter(|(key, _)| !key.contains("/log/")).collect();
        let bare = open(&Memory::of(keys), "bare");
        prop_assert_eq!(bare.register(), tabs[0].book.register(), "what is stored");
    }
}

#[test]
fn undoing_a_removal_brings_back_what_another_tab_had_done_by_then() {
    let memory = Memory::default();
    drop(shelf(&memory, "0").create(register("reg", 4), &author(0)));
    let mut tabs: Vec<Tab> = Vec::new();
    for (number, seat) in seats(3, memory.values()).into_iter().enumerate() {
        let book = Shelf::new(seat.clone(), format!("t{number}")).open(&"reg".into()).unwrap();
        tabs.push(Tab { seat, book });
    }
    tabs[0].book.commit(title("r2", "just before"), &author(1)).unwrap();
    tabs[1].book.commit(remove_risk("r2"), &author(1)).unwrap();
    while (0..6).filter(|which| pass(&mut tabs, *which)).count() > 0 {}
    for tab in &tabs {
        assert_eq!(tab.book.register().risks.len(), 3);
    }
    tabs[1].book.undo(&author(2)).unwrap().unwrap();
    assert_eq!(tabs[1].book.register().find(&"r2".into()).unwrap().1.title, "just before");
}
