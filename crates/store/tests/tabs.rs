//! Several tabs on one register: each learns of the others late, in any order, or twice; all end up with the same,
//! and nobody overwrites what another has saved.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use std::collections::BTreeMap;

use common::random::{Op, act, cases, ops};
use common::*;
use proptest::prelude::*;
use register::change::Place;
use register::{Change, Id, Register};
use serde_json::json;
use store::testing::{Memory, Write};
use store::{Book, Logged, Saved, Verified};

/// Tabs on one storage that all see at once what is stored; only the events are late.
struct Tabs {
    memory: Memory,
    books: Vec<Book<Memory>>,
    events: Vec<Vec<Write>>,
}

impl Tabs {
    fn new(tabs: usize, risks: usize) -> Self {
        let memory = Memory::default();
        drop(shelf(&memory, "0").create(register("reg", risks), &author(0)));
        let books = (0..tabs).map(|tab| open(&memory, &format!("t{tab}"))).collect();
        memory.take_writes();
        Self { memory, books, events: vec![Vec::new(); tabs] }
    }

    /// The writes of a tab become events for the others.
    fn note(&mut self, tab: usize) {
        let writes = self.memory.take_writes();
        for (other, events) in self.events.iter_mut().enumerate() {
            if other != tab {
                events.extend(writes.clone());
            }
        }
    }

    fn act(&mut self, tab: usize, op: &Op) {
        act(&mut self.books[tab], op);
        self.note(tab);
    }

    /// Delivers one of the events that wait for a tab.
    fn deliver(&mut self, tab: usize, which: usize, twice: bool) {
        if self.events[tab].is_empty() {
            return;
        }
        let at = which % self.events[tab].len();
        let (key, value) = self.events[tab].remove(at);
        if twice {
            self.events[tab].push((key.clone(), value.clone()));
        }
        self.books[tab].take_in(&key, value.as_deref());
        self.note(tab);
    }

    /// The page is loaded anew, or the storage fails for a while.
    fn trouble(&mut self, tab: usize, kind: u8, at: usize) {
        match kind {
            0 => {
                self.events[tab].clear();
                self.books[tab].retry();
                // Loaded anew under another name, or the register opened again in the same page.
                let name =
                    if at.is_multiple_of(2) { format!("t{tab}at{at}") } else { self.books[tab].tab().to_owned() };
                self.books[tab] = open(&self.memory, &name);
                self.note(tab);
            }
            1 => self.memory.fail(1, at % 5),
            _ => {}
        }
    }

    fn settle(&mut self, order: usize) {
        self.memory.heal();
        for tab in 0..self.books.len() {
            assert_eq!(self.books[tab].retry(), Saved::Yes);
            self.note(tab);
        }
        for round in 0..100_000 {
            let Some(tab) = (0..self.books.len()).find(|tab| !self.events[(tab + round) % self.books.len()].is_empty())
            else {
                return;
            };
            self.deliver((tab + round) % self.books.len(), order.wrapping_mul(round + 1), false);
        }
        panic!("the tabs answer each other without end");
    }
}

/// A storage without its log: what opens is what the keys of the risks and the head hold.
fn without_log(values: BTreeMap<String, String>) -> Register {
    let memory = Memory::of(values.into_iter().filter(|(key, _)| !key.contains("/log/")).collect());
    open(&memory, "check").register().clone()
}

fn assert_same(books: &[&Register], values: BTreeMap<String, String>) {
    for book in books {
        assert_eq!(book, &books[0]);
    }
    assert_eq!(&without_log(values.clone()), books[0], "what is stored");
    assert_eq!(open(&Memory::of(values), "late").register(), books[0], "a tab opened later");
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn tabs_end_up_with_the_same(
        steps in proptest::collection::vec(
            (0usize..3, ops(), 0usize..4, any::<usize>(), any::<bool>(), 0u8..12),
            1..40,
        ),
        before in 0usize..32,
        order in any::<usize>(),
    ) {
        let mut tabs = Tabs::new(3, 4);
        for at in 0..before {
            tabs.act(0, &Op::Change(title("r0", &format!("{at}"))));
        }
        for (at, (tab, op, events, which, twice, trouble)) in steps.into_iter().enumerate() {
            tabs.trouble(tab, trouble, at);
            tabs.act(tab, &op);
            (0..events).for_each(|at| tabs.deliver((which / 7 + at) % 3, which, twice));
        }
        tabs.settle(order);
        let books: Vec<_> = tabs.books.iter().map(Book::register).collect();
        assert_same(&books, tabs.memory.values());
        let histories: Vec<_> = tabs.books.iter().map(|book| book.history()).collect();
        prop_assert!(histories.iter().all(|it| *it == histories[0]));
        let undo: Vec<_> = tabs.books.iter().map(|book| (book.can_undo().is_some(), book.can_redo().is_some())).collect();
        prop_assert!(undo.iter().all(|it| *it == undo[0]));
    }

    #[test]
    fn no_edit_of_another_field_is_lost(
        steps in proptest::collection::vec((0usize..2, 0usize..3, 0usize..3, any::<usize>()), 1..40),
        order in any::<usize>(),
    ) {
        let mut tabs = Tabs::new(2, 3);
        let mut expected = BTreeMap::new();
        for (number, (tab, risk, events, which)) in steps.into_iter().enumerate() {
            let (field, id) = (["title", "notes"][tab], format!("r{risk}"));
            let text = format!("{field} {number}");
            tabs.act(tab, &Op::Change(set(Place::Risk(Id(id.clone())), field, json!(text))));
            expected.insert((id, field), text);
            (0..events).for_each(|at| tabs.deliver((which / 7 + at) % 2, which, false));
        }
        tabs.settle(order);
        let books: Vec<_> = tabs.books.iter().map(Book::register).collect();
        assert_same(&books, tabs.memory.values());
        for ((id, field), text) in expected {
            let (_, risk) = books[0].find(&Id(id.clone())).expect("there");
            prop_assert_eq!(if field == "title" { &risk.title } else { &risk.notes }, &text, "{} of {}", field, id);
        }
    }
}

#[test]
fn an_edit_in_one_tab_appears_in_the_other_and_names_what_to_repaint() {
    let mut tabs = Tabs::new(2, 5);
    tabs.act(0, &Op::Change(title("r3", "from the other tab")));
    let events = std::mem::take(&mut tabs.events[1]);
    let touched: Vec<_> =
        events.iter().filter_map(|(key, value)| tabs.books[1].take_in(key, value.as_deref())).collect();
    assert_eq!(touched.len(), 1, "said once, though the entry and the risk both tell it");
    assert_eq!((touched[0].head, touched[0].order, touched[0].risks.len()), (false, false, 1));
    assert_eq!(tabs.books[1].register().risks[3].title, "from the other tab");
    assert_eq!(tabs.memory.take_writes(), [], "listening writes nothing");
    assert!(tabs.books[1].can_undo().is_some_and(|it| it.contains("from the other tab")));
}

#[test]
fn what_the_other_tab_saved_is_found_without_any_event() {
    let mut tabs = Tabs::new(2, 5);
    tabs.act(0, &Op::Change(title("r3", "from the other tab")));
    let touched = tabs.books[1].commit(title("r3", "mine"), &author(1)).unwrap();
    assert!(touched.risks.contains(&"r3".into()));
    let last = tabs.books[1].history().pop().unwrap();
    let from_to = json!(["from the other tab", "mine"]);
    let Logged::Change(Change::Set { from, to, .. }) = last.change else { panic!("another change") };
    assert_eq!(json!([from, to]), from_to, "recorded as it was");
}

#[test]
fn an_edit_does_not_take_a_register_out_of_the_bin() {
    let mut tabs = Tabs::new(1, 2);
    shelf(&tabs.memory, "other").trash(&"reg".into(), &author(5)).unwrap();
    tabs.act(0, &Op::Change(set(Place::Register, "title", json!("edited"))));
    assert!(tabs.books[0].trashed().is_some());
    let found = open(&tabs.memory, "late");
    assert_eq!((found.register().title.as_str(), found.trashed().is_some()), ("edited", true));
}

#[test]
fn what_went_under_the_checkpoint_unheard_is_not_overwritten() {
    for (waits, field) in [(false, "description"), (true, "description"), (false, "title")] {
        let mut tabs = Tabs::new(2, 5);
        let mine = set(Place::Risk("r3".into()), field, json!("mine"));
        if waits {
            // Made before all that follows, and saved after it.
            tabs.memory.block(true);
            tabs.books[1].commit(mine.clone(), &author(2)).unwrap();
            tabs.memory.block(false);
        }
        tabs.act(0, &Op::Change(title("r3", "unheard")));
        for at in 0..40 {
            tabs.act(0, &Op::Change(title("r1", &format!("{at}"))));
        }
        tabs.books[0] = open(&tabs.memory, "loaded anew");
        tabs.memory.take_writes();
        tabs.books[0].commit(set(Place::Risk("r3".into()), "notes", json!("heard")), &author(1)).unwrap();
        for (key, value) in tabs.memory.take_writes() {
            if key.contains("/log/") {
                tabs.books[1].take_in(&key, value.as_deref());
            }
        }
        if waits {
            assert_eq!(tabs.books[1].retry(), Saved::Yes);
        } else {
            tabs.books[1].commit(mine, &author(2)).unwrap();
        }
        let last = tabs.books[1].history().pop().unwrap();
        if let (Logged::Change(Change::Set { from, .. }), "title") = (last.change, field) {
            assert_eq!(from, "unheard", "recorded as it was");
        }
        let risk = &without_log(tabs.memory.values()).risks[3];
        let texts = [&risk.title, &risk.notes, &risk.description];
        // Of two titles the later one counts, although its tab had not heard of the other.
        let expected = if field == "title" { ["mine", "heard", ""] } else { ["unheard", "heard", "mine"] };
        assert_eq!(texts, expected, "waits: {waits}");
    }
}

#[test]
fn what_a_tab_had_logged_when_it_was_closed_is_not_lost_under_another_tabs_newer_edit() {
    for stop in 0..3 {
        let mut tabs = Tabs::new(2, 5);
        let [one, two] = &mut tabs.books[..] else { unreachable!() };
        tabs.memory.run_until(stop, || drop(one.commit(title("r3", "closed"), &author(1))));
        two.commit(set(Place::Risk("r3".into()), "notes", json!("mine")), &author(2)).unwrap();
        for at in 0..40 {
            two.commit(title("r1", &format!("{at}")), &author(3)).unwrap();
        }
        assert_eq!(two.saved(), Saved::Yes);
        let risk = open(&tabs.memory, "c").register().risks[3].clone();
        let expected = if stop == 0 { "Risk r3 “quoted” & – dashed" } else { "closed" };
        assert_eq!((risk.title.as_str(), risk.notes.as_str()), (expected, "mine"), "stop after {stop}");
    }
}

#[test]
fn changes_that_waited_in_memory_are_not_lost_under_a_checkpoint_that_passed_them() {
    for stop in 0..6 {
        let mut tabs = Tabs::new(2, 5);
        tabs.memory.block(true);
        tabs.act(0, &Op::Change(title("r3", "waited")));
        tabs.memory.block(false);
        for at in 0..70 {
            tabs.act(1, &Op::Change(title("r1", &format!("{at}"))));
        }
        let book = &mut tabs.books[0];
        let ended = tabs.memory.run_until(stop, || drop(book.retry()));
        let logged = tabs.memory.values().keys().any(|key| key.contains("/log/") && key.ends_with("-t0"));
        let title = open(&tabs.memory, "c").register().risks[3].title.clone();
        assert_eq!(title == "waited", logged, "stop after {stop}");
        assert!(logged || stop < 1);
        assert!(ended || stop < 4);
    }
}

#[test]
fn a_tab_that_was_asleep_catches_up_when_it_looks() {
    let mut tabs = Tabs::new(2, 5);
    tabs.act(0, &Op::Change(remove_risk("r2")));
    tabs.act(0, &Op::Change(add_risk("n", 0)));
    let Verified::News(touched) = tabs.books[1].verify() else { panic!("no news") };
    assert!(touched.order && touched.risks.contains(&"n".into()) && touched.risks.contains(&"r2".into()));
    assert_eq!(tabs.books[1].register(), tabs.books[0].register());
    assert_eq!(tabs.books[1].verify(), Verified::Fine);
}

#[test]
fn a_change_that_the_other_tab_made_impossible_is_passed_over_by_undo() {
    let mut tabs = Tabs::new(2, 5);
    tabs.act(1, &Op::Change(title("r2", "before")));
    tabs.act(0, &Op::Change(title("r1", "stays undoable")));
    tabs.books[0].commit(remove_risk("r2"), &author(1)).unwrap();
    tabs.books[1].verify();
    // Written by hand: a change of a risk that is gone by then, as a tab makes it that has not heard of the removal.
    let name = format!("{}r/reg/log/0000000099-x", store::PREFIX);
    let entry = json!({"v": 1, "change": title("r2", "late").to_value()}).to_string();
    tabs.memory.put(&name, &entry);
    tabs.books[0].take_in(&name, Some(&entry));
    assert!(tabs.books[0].undo(&author(2)).is_err());
    assert!(tabs.books[0].undo(&author(2)).unwrap().is_some());
    assert_eq!(tabs.books[0].register().find(&"r2".into()).unwrap().1.title, "before");
}

#[test]
fn what_is_stored_counts_even_if_the_log_does_not_explain_it() {
    let mut tabs = Tabs::new(1, 5);
    tabs.act(0, &Op::Change(set(Place::Risk("r3".into()), "notes", json!("ours"))));
    let name = format!("{}r/reg/risk/r3", store::PREFIX);
    let theirs = json!({"v": 1, "seen": {"x": 99}, "rank": "i", "risk": {"id": "r3", "title": "theirs"}}).to_string();
    tabs.memory.put(&name, &theirs);
    tabs.books[0].take_in(&name, Some(&theirs));
    let found = open(&tabs.memory, "late");
    let (_, risk) = found.register().find(&"r3".into()).unwrap();
    assert_eq!((risk.title.as_str(), risk.notes.as_str()), ("theirs", "ours"));
    assert_eq!(tabs.books[0].register(), found.register());
}

#[test]
fn tabs_that_save_again_what_was_cleared_save_what_each_of_them_knows() {
    let mut tabs = Tabs::new(2, 5);
    tabs.act(0, &Op::Change(title("r3", "known to one")));
    tabs.memory.clear();
    tabs.memory.fail(1, usize::MAX);
    assert!(matches!(tabs.books[0].verify(), Verified::InMemoryOnly(_)));
    tabs.memory.heal();
    assert_eq!(tabs.books[1].verify(), Verified::SavedAgain);
    assert_eq!(tabs.books[0].retry(), Saved::Yes);
    let found = open(&tabs.memory, "late");
    assert_eq!((found.register(), found.history()), (tabs.books[0].register(), tabs.books[0].history()));
    assert_eq!(found.register().risks[3].title, "known to one");
}

#[test]
fn a_risk_that_came_and_went_elsewhere_is_not_written_again() {
    let mut tabs = Tabs::new(2, 2);
    tabs.act(0, &Op::Change(add_risk("n1", 0)));
    tabs.act(0, &Op::Undo);
    // The other tab hears that it came, then that its key is gone, and last why.
    let events = std::mem::take(&mut tabs.events[1]);
    let (came, gone) = (&events[0], events.last().unwrap());
    assert!(came.0.contains("/log/") && gone.0.ends_with("/risk/n1") && gone.1.is_none());
    for (key, value) in [came, gone] {
        tabs.books[1].take_in(key, value.as_deref());
    }
    assert_eq!(tabs.memory.take_writes(), []);
    assert_eq!(tabs.books[1].register(), tabs.books[0].register());
}

#[test]
fn a_change_that_was_saved_late_is_not_written_over_by_a_tab_that_knows_the_checkpoint() {
    let mut tabs = Tabs::new(3, 4);
    // The storage fails in one tab, and the user goes on there.
    tabs.memory.block(true);
    tabs.act(2, &Op::Change(set(Place::Criteria, "escalation_score", json!(7))));
    tabs.act(2, &Op::Change(title("r3", "Late")));
    tabs.memory.block(false);
    // Another one makes so many changes that the checkpoint passes those of the first; the third learns of it.
    for at in 0..32 {
        tabs.act(1, &Op::Change(title("r1", &format!("Title {at}"))));
    }
    let done = tabs.memory.values()[&format!("{}r/reg/done", store::PREFIX)].clone();
    assert_eq!((tabs.books[0].retry(), done.as_str()), (Saved::Yes, "33"));
    assert_eq!(tabs.books[2].retry(), Saved::Yes);
    tabs.note(2);
    let undo = tabs.books[2].can_undo();
    tabs.trouble(2, 0, 2);
    assert_eq!(tabs.books[2].can_undo(), undo);
    // The third has heard nothing of what was saved late, and edits the same key.
    tabs.act(0, &Op::Change(set(Place::Register, "title", json!("Another title"))));
    tabs.act(0, &Op::Change(set(Place::Risk("r3".into()), "notes", json!("Notes"))));
    tabs.trouble(0, 0, 4);
    tabs.settle(1);
    let books: Vec<_> = tabs.books.iter().map(Book::register).collect();
    assert_same(&books, tabs.memory.values());
    assert_eq!((books[0].criteria.escalation_score, books[0].title.as_str()), (Some(7), "Another title"));
    assert_eq!((books[0].risks[3].title.as_str(), books[0].risks[3].notes.as_str()), ("Late", "Notes"));
}
