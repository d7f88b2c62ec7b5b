//! Hostile stored values, and hostile files that are imported: no harm to them who read, nor to what is stored beside.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use common::*;
use hostile::{Dice, Pool, Run};
use register::change::Place;
use register::{Id, Register};
use store::testing::Memory;
use store::{Listing, OpenError, PREFIX, Saved};

#[global_allocator]
static MEMORY: hostile::Counting = hostile::Counting;

/// The keys of a hostile register and what else is not a register's.
const KEYS: [&str; 10] = [
    "r/bad/head",
    "r/bad/risk/r0",
    "r/bad/risk/r1",
    "r/bad/log/0000000001-a",
    "r/bad/log/0000000002-a",
    "r/bad/log/0000000003-b",
    "r/bad/done",
    "r/bad/draft/a",
    "r/bad/new",
    "settings",
];
/// Between the values of an input; each begins with the digit of its key.
const BETWEEN: char = '\u{1}';

fn corpus(crate_: &str, name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(crate_).join("tests/corpus").join(name)
}

/// A sound register with history and a draft, closed.
fn sound() -> BTreeMap<String, String> {
    let memory = Memory::default();
    let mut book = shelf(&memory, "a").create(register("reg", 2), &author(0));
    book.commit(title("r0", "Another title"), &author(1)).unwrap();
    drop(open(&memory, "b"));
    memory.values()
}

fn of_reg(memory: &Memory) -> BTreeMap<String, String> {
    memory.values().into_iter().filter(|(key, _)| key.starts_with(&format!("{PREFIX}r/reg/"))).collect()
}

/// The values of a register with every kind of change and a few keys behind, as an input.
fn stored() -> Vec<u8> {
    let memory = Memory::default();
    let mut book = shelf(&memory, "a").create(register("bad", 4), &author(0));
    book.commit(several(vec![title("r0", "x"), title("r1", "y"), move_risk("r1", 0), remove_risk("r2")]), &author(1))
        .unwrap();
    drop(shelf(&memory, "b").open(&"bad".into()).unwrap().undo(&author(2)));
    let values = memory.values();
    let part = |(nth, key): (usize, &&str)| Some(format!("{nth}{}", values.get(&format!("{PREFIX}{key}"))?));
    KEYS.iter().enumerate().filter_map(part).collect::<Vec<_>>().join(&BETWEEN.to_string()).into_bytes()
}

/// One of the values damaged, or put under another key.
fn damaged(pool: &Pool, dice: &mut Dice) -> Vec<u8> {
    let text = String::from_utf8_lossy(&pool.any(dice)).into_owned();
    let mut parts: Vec<String> = text.split(BETWEEN).map(str::to_owned).collect();
    for _ in 0..=dice.below(3) {
        let at = dice.below(parts.len());
        if parts[at].is_empty() {
            continue;
        }
        let key = parts[at].chars().next().map_or(0, char::len_utf8);
        let mut value = parts[at].split_off(key);
        match hostile::damage_json(value.as_bytes(), dice) {
            Some(json) if dice.below(4) > 0 => value = String::from_utf8_lossy(&json).into_owned(),
            _ => hostile::damage_text(&mut value, dice),
        }
        if dice.below(8) == 0 {
            parts.push(format!("{}{value}", dice.below(KEYS.len())));
        } else {
            parts[at].push_str(&value);
        }
    }
    parts.join(&BETWEEN.to_string()).into_bytes()
}

/// What the page would make of them.
fn told(listing: &Listing) -> Vec<String> {
    let register = |it: &store::Summary| format!("{} {} {}", it.newer, it.recovered, it.trashed.is_some());
    let aside = |it: &store::Aside| format!("{} {}", it.reason, it.original.split('/').nth(4).unwrap_or("settings"));
    listing.registers.iter().map(register).chain(listing.aside.iter().map(aside)).collect()
}

#[test]
fn hostile_values_do_no_harm() {
    let sound = sound();
    let expected = open(&Memory::of(sound.clone()), "c").register().clone();
    let run = Run { name: "stored values", inputs: 2_000, share: 0.15, memory: (600, 1 << 19) };
    run.over(Pool::new(corpus("store", "values"), [stored()]), damaged, |bytes| {
        let memory = Memory::of(sound.clone());
        for part in String::from_utf8_lossy(bytes).split(BETWEEN) {
            let mut letters = part.chars();
            let Some(key) = letters.next() else { continue };
            memory.put(
                &format!("{PREFIX}{}", KEYS[(key as usize).wrapping_sub('0' as usize) % KEYS.len()]),
                letters.as_str(),
            );
        }
        let shelf = shelf(&memory, "c");
        shelf.sweep("2026-03-31T09:00:00Z").unwrap();
        let listing = shelf.list();
        assert_eq!(listing.failure, None);
        let mut outcome = told(&listing);
        match shelf.open(&"bad".into()) {
            Ok(mut book) => {
                outcome.push(format!("{} {}", book.history().len(), book.drafts().len()));
                outcome.extend([book.can_undo(), book.can_redo()].into_iter().flatten());
                let undone = book.undo(&author(7)).is_ok() && book.redo(&author(8)).is_ok();
                book.commit(set(Place::Register, "scope", "after".into()), &author(9)).unwrap();
                book.retry();
                outcome.push(format!("{undone} {:?}", book.saved()));
                if book.saved() == Saved::Yes {
                    let again = common::shelf(&memory, "d").open(&"bad".into()).unwrap();
                    assert_eq!(again.register(), book.register());
                }
            }
            Err(OpenError::Missing) => assert!(listing.registers.iter().all(|it| it.id != "bad".into())),
            Err(error) => outcome.push(error.to_string()),
        }
        drop(shelf.save_settings(&shelf.settings()));
        assert_eq!(of_reg(&memory), sound, "the register beside it");
        assert_eq!(open(&memory, "e").register(), &expected);
        hostile::outcome(outcome)
    });
}

/// The registers of a file that is let in, with new ids as the page gives them.
fn imported(bytes: &[u8]) -> Vec<Register> {
    let mut count = 0;
    let ids = &mut || {
        count += 1;
        Id(format!("new-{count}"))
    };
    let incoming = exchange::read(bytes, ids).map(|it| it.registers).unwrap_or_default();
    let named = |(nth, register): (usize, Register)| Register { id: Id(format!("in-{nth}")), ..register };
    incoming.into_iter().map(|it| it.register).enumerate().map(named).collect()
}

#[test]
fn hostile_files_that_are_let_in_are_stored_as_they_are() {
    let sound = sound();
    let whole = exchange::write(&[register("x", 1)]);
    let make = |pool: &Pool, dice: &mut Dice| {
        // What is let in as it is leads furthest.
        let bytes = if dice.below(2) == 0 { whole.clone() } else { pool.any(dice) };
        let bytes = hostile::damage_json(&bytes, dice).unwrap_or(bytes);
        hostile::damage_json(&bytes, dice).unwrap_or(bytes)
    };
    let run = Run { name: "imported files", inputs: 1_000, share: 0.1, memory: (600, 1 << 19) };
    run.over(Pool::new(corpus("exchange", "files"), [whole.clone()]), make, |bytes| {
        let memory = Memory::of(sound.clone());
        let mut outcome = Vec::new();
        for register in imported(bytes) {
            let id = register.id.clone();
            let book = shelf(&memory, "b").create(register, &author(3));
            assert_eq!(book.saved(), Saved::Yes);
            let again = shelf(&memory, "c").open(&id).unwrap();
            assert_eq!((again.register(), again.aside().len()), (book.register(), 0));
            let filled = |risk: &register::Risk| {
                format!("{:?}", risk.extra.keys().map(|it| it.get(..8).map(str::to_owned)).collect::<Vec<_>>())
            };
            outcome.extend(book.register().risks.iter().map(filled));
        }
        assert_eq!(of_reg(&memory), sound, "the register beside it");
        hostile::outcome(outcome)
    });
}
