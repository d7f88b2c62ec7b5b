//! What cannot be understood is set aside, the rest opens, and nothing is overwritten.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::*;
use register::Id;
use store::testing::Memory;
use store::{OpenError, PREFIX, Saved, Settings};

const DAMAGE: [&str; 8] = [
    "",
    "   ",
    "{\"v\":1,\"risk\":{\"id\"",
    "not JSON at all",
    "[1,2]",
    "{\"v\":1}",
    "{}",
    "{\"v\":1,\"seen\":\"x\",\"rank\":\"i\",\"risk\":{\"id\":\"r1\"},\"register\":{\"id\":\"reg\"},\"change\":7}",
];

/// A register of four risks with five changes, closed.
fn stored() -> Memory {
    let memory = Memory::default();
    let shelf = shelf(&memory, "a");
    let mut book = shelf.create(register("reg", 4), &author(0));
    for at in 0..5 {
        book.commit(title("r0", &format!("Title {at}")), &author(at)).unwrap();
    }
    shelf.save_settings(&Settings { name: "Co-ordinator".into(), ..Settings::default() }).unwrap();
    drop(open(&memory, "b"));
    memory
}

fn key(end: &str) -> String {
    format!("{PREFIX}r/reg/{end}")
}

/// Whether the text is still somewhere in the storage.
fn kept(memory: &Memory, text: &str) -> bool {
    memory.values().values().any(|value| value == text)
}

#[test]
fn each_key_may_hold_anything_and_the_rest_opens() {
    let keys = stored().values();
    let mut tried = 0;
    for key in keys.keys().filter(|key| key.starts_with(&format!("{PREFIX}r/")) && !key.ends_with("done")) {
        for damage in DAMAGE {
            let memory = stored();
            memory.put(key, damage);
            let listed = shelf(&memory, "c").list();
            assert_eq!(listed.registers.len(), 1, "{key}: {damage}");
            let mut book = open(&memory, "c");
            let aside = shelf(&memory, "c").asides().unwrap();
            assert_eq!(aside.len(), 1, "{key}: {damage}");
            assert_eq!((aside[0].original.as_str(), aside[0].raw.as_str()), (key.as_str(), damage));
            assert!(aside[0].reason.ends_with('.') && aside[0].register() == Some("reg".into()));
            assert_ne!(memory.values().get(key).map(String::as_str), Some(damage));
            assert_eq!(book.register().risks.len(), if key.contains("risk/") { 3 } else { 4 });
            assert_eq!(book.register().title == "Recovered register", key.ends_with("head"));
            assert_eq!(book.history().len(), if key.contains("log/") { 5 } else { 6 });
            // It can be worked on, and what is set aside stays until the user deletes it.
            book.commit(title("r3", "after"), &author(9)).ok();
            assert_eq!((book.saved(), open(&memory, "d").register()), (Saved::Yes, book.register()));
            assert!(kept(&memory, damage));
            shelf(&memory, "c").remove_aside(&aside[0]).unwrap();
            assert!(!kept(&memory, damage));
            tried += 1;
        }
    }
    println!("{tried} damaged values");
    assert!(tried >= 8 * 11);
}

#[test]
fn a_lost_or_damaged_checkpoint_costs_nothing() {
    let mut expected = open(&stored(), "c");
    expected.commit(title("r3", "after"), &author(9)).unwrap();
    for damage in ["", "x", "0", "3", "-1", "18446744073709551615", "99999999999"] {
        let memory = stored();
        memory.put(&key("done"), damage);
        let mut book = open(&memory, "c");
        book.commit(title("r3", "after"), &author(9)).unwrap();
        assert_eq!((book.saved(), book.aside().len()), (Saved::Yes, 0));
        assert_eq!((book.register(), book.history()), (expected.register(), expected.history()), "{damage}");
        assert_eq!(open(&memory, "d").register(), book.register());
    }
}

#[test]
fn a_truncated_value_is_set_aside_wherever_it_was_cut() {
    let key = key("risk/r1");
    let whole = stored().values()[&key].clone();
    for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)).step_by(7) {
        let memory = stored();
        memory.put(&key, &whole[..end]);
        let book = open(&memory, "c");
        assert_eq!((book.register().risks.len(), book.aside().len()), (3, 1), "cut at {end}");
        assert!(kept(&memory, &whole[..end]));
    }
}

#[test]
fn swapped_values_are_told_by_their_ids() {
    let memory = stored();
    let values = memory.values();
    let (one, two) = (&values[&key("risk/r1")], &values[&key("risk/r2")]);
    memory.put(&key("risk/r1"), two);
    memory.put(&key("risk/r2"), one);
    let book = open(&memory, "c");
    let ids: Vec<_> = book.register().risks.iter().map(|risk| risk.id.as_str()).collect();
    assert_eq!((ids, book.aside().len()), (vec!["r0", "r3"], 2));
    assert!(kept(&memory, one) && kept(&memory, two));
    let memory = stored();
    memory.put(&key("head"), one);
    memory.put(&key("risk/r1"), &values[&key("head")]);
    assert_eq!((open(&memory, "c").aside().len(), kept(&memory, one)), (2, true));
}

#[test]
fn a_field_of_the_wrong_shape_stays_beside_its_field() {
    let memory = stored();
    let odd = r#"{"v":1,"rank":"i","risk":{"id":"r1","title":["a"],"residual":"high","made_up":1.50}}"#;
    memory.put(&key("risk/r1"), odd);
    let mut book = open(&memory, "c");
    assert_eq!((book.register().risks.len(), book.aside().len()), (4, 0));
    book.commit(set(register::change::Place::Risk("r1".into()), "title", "b".into()), &author(1)).unwrap();
    let text = &memory.values()[&key("risk/r1")];
    for kept in [r#"["a"]"#, "high", "1.50"] {
        assert!(text.contains(kept), "{text}");
    }
}

#[test]
fn what_a_newer_version_made_is_listed_and_left_alone() {
    for part in ["head", "risk/r1", "log/0000000003-a"] {
        let memory = stored();
        // A damaged risk beside it: even that is left to the newer version.
        memory.put(&key("risk/r0"), "damaged");
        memory.put(&key(part), r#"{"v":2,"unheard":"of"}"#);
        let before = memory.values();
        let shelf = shelf(&memory, "c");
        let listed = shelf.list().registers;
        assert!(listed.len() == 1 && (listed[0].newer || part.starts_with("log")));
        assert_eq!(shelf.open(&"reg".into()).unwrap_err(), OpenError::Newer);
        let refused = [shelf.trash(&"reg".into(), &author(0)), shelf.purge(&"reg".into())];
        if part == "head" {
            assert!(refused.iter().all(Result::is_err));
            assert_eq!(memory.values(), before);
        }
    }
    // It may also come while the register is open.
    let memory = stored();
    let mut book = open(&memory, "c");
    memory.put(&key("risk/r1"), r#"{"v":2}"#);
    book.commit(title("r1", "mine"), &author(1)).unwrap();
    assert!(matches!(book.saved(), Saved::Pending { .. }));
    assert_eq!(memory.values()[&key("risk/r1")], r#"{"v":2}"#);
}

#[test]
fn what_cannot_be_copied_aside_is_neither_removed_nor_overwritten() {
    for (part, full) in [("head", true), ("risk/r0", true), ("head", false), ("risk/r0", false)] {
        let memory = stored();
        memory.put(&key(part), "damaged");
        // A full storage still removes what it is told to.
        if full {
            memory.set_quota(memory.used())
        } else {
            memory.fail(1, usize::MAX)
        }
        let listed = shelf(&memory, "c").list();
        assert!(listed.aside.iter().any(|aside| aside.key == key(part) && aside.raw == "damaged"));
        let mut book = open(&memory, "c");
        assert_eq!(book.aside().len(), 1);
        book.commit(add_risk("r9", 0), &author(1)).unwrap();
        assert_eq!(memory.values()[&key(part)], "damaged");
        memory.heal();
        book.retry();
        assert!(kept(&memory, "damaged"));
    }
}

#[test]
fn a_value_damaged_while_the_register_is_open_is_set_aside_before_it_is_written() {
    for part in ["head", "risk/r1"] {
        let memory = stored();
        let mut book = open(&memory, "c");
        memory.put(&key(part), "damaged");
        book.commit(
            several(vec![title("r1", "x"), set(register::change::Place::Register, "scope", "y".into())]),
            &author(1),
        )
        .unwrap();
        assert_eq!((book.saved(), book.aside().len()), (Saved::Yes, 1));
        assert!(kept(&memory, "damaged") && open(&memory, "d").register() == book.register());
    }
}

#[test]
fn risks_without_a_head_are_offered_as_a_recovered_register() {
    let memory = stored();
    let values = memory.values();
    memory.clear();
    for (name, value) in values.iter().filter(|(name, _)| name.contains("/risk/")) {
        memory.put(name, value);
    }
    let shelf = shelf(&memory, "c");
    let found = &shelf.list().registers[0];
    assert_eq!((found.title.as_str(), found.recovered, found.risks), ("Recovered register", true, 4));
    shelf.trash(&"reg".into(), &author(1)).unwrap();
    shelf.restore(&"reg".into()).unwrap();
    let book = open(&memory, "d");
    assert_eq!(
        book.register().risks.iter().map(|it| &it.id).collect::<Vec<_>>(),
        ["r0", "r1", "r2", "r3"].map(Id::from).iter().collect::<Vec<_>>()
    );
    assert!(!shelf.list().registers[0].recovered);
}

#[test]
fn settings_that_cannot_be_read_are_set_aside_and_unknown_ones_are_kept() {
    let name = format!("{PREFIX}settings");
    for damage in ["", "{", "7"] {
        let memory = stored();
        memory.put(&name, damage);
        let shelf = shelf(&memory, "c");
        assert_eq!(shelf.settings(), Settings::default());
        shelf.save_settings(&Settings { theme: "dark".into(), ..Settings::default() }).unwrap();
        assert_eq!((shelf.settings().theme.as_str(), kept(&memory, damage)), ("dark", true));
    }
    let memory = Memory::default();
    memory.put(&name, r#"{"v":1,"name":"A","theme":7,"later":1.50}"#);
    let shelf = shelf(&memory, "c");
    let mut settings = shelf.settings();
    assert_eq!((settings.name.as_str(), settings.theme.as_str()), ("A", ""));
    settings.other.insert("grid columns".into(), "number,title".into());
    settings.density = "compact".into();
    shelf.save_settings(&settings).unwrap();
    assert_eq!(shelf.settings(), settings);
    assert!(memory.values()[&name].contains(r#""later":1.50"#));
    memory.put(&name, r#"{"v":2}"#);
    assert!(shelf.save_settings(&settings).is_err() && memory.values()[&name] == r#"{"v":2}"#);
}
