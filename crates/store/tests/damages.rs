//! Every stored key, damaged in every way: the list opens, what cannot be read is named and kept, nothing else changes.
//!
//! A flipped bit may leave a text that can be read and says something else, and an entry of the log says nowhere which
//! register it is of. Nothing can notice that; what is asked then is only that the rest is as it was.

mod common;

use std::collections::BTreeMap;
use std::io::Write;

use common::full::{Held, full, held};
use common::*;
use register::change::Place;
use register::{Id, Register, Risk};
use store::testing::Memory;
use store::{Entry, PREFIX, Saved, Settings};

type Values = BTreeMap<String, String>;

/// What was put where.
struct Damage {
    what: String,
    put: Vec<(String, String)>,
    /// Whether no key could be read with the text.
    garbled: bool,
}

const GARBAGE: [&str; 10] = ["", " ", "not JSON", "[1,2]", "{", "{}", "{\"v\":1", "null", "7", "\u{fffd}\u{0}"];

/// Where a text is cut, and the bits that are flipped there: eight places and two bits in every run, all in a long one.
fn places(text: &str) -> Vec<(usize, Vec<u32>)> {
    let soak = std::env::var_os("HEATGRID_SOAK").is_some();
    let step = if soak { 1 } else { text.chars().count().div_ceil(8).max(1) };
    let bits = |nth: u32| if soak { (0..7).collect() } else { vec![nth % 7, (nth + 3) % 7] };
    text.char_indices().step_by(step).zip(0..).map(|((at, _), nth)| (at, bits(nth))).collect()
}

/// The text with a bit of the character at this place flipped; nothing where that makes no character.
fn flipped(text: &str, at: usize, bit: u32) -> Option<String> {
    let old = text[at..].chars().next()?;
    let new = char::from_u32(u32::from(old) ^ (1 << bit))?;
    Some(format!("{}{new}{}", &text[..at], &text[at + old.len_utf8()..]))
}

fn damages(values: &Values) -> Vec<Damage> {
    let mut all = Vec::new();
    for (key, text) in values.iter().filter(|(key, _)| key.starts_with(PREFIX)) {
        let mut add = |what: String, text: String, garbled| {
            all.push(Damage { what: format!("{key} {what}"), put: vec![(key.clone(), text)], garbled });
        };
        GARBAGE.iter().for_each(|it| add(format!("is {it:?}"), (*it).to_owned(), true));
        for (at, bits) in places(text) {
            add(format!("cut at {at}"), text[..at].to_owned(), true);
            for bit in bits {
                flipped(text, at, bit).into_iter().for_each(|it| add(format!("bit {bit} flipped at {at}"), it, false));
            }
        }
        add("of a newer version".to_owned(), text.replacen("\"v\":1", "\"v\":2", 1), false);
        for (other, theirs) in values.range(key.clone()..).skip(1).filter(|(_, theirs)| *theirs != text) {
            let put = vec![(key.clone(), theirs.clone()), (other.clone(), text.clone())];
            all.push(Damage { what: format!("{key} and {other} swapped"), put, garbled: false });
        }
    }
    all
}

/// The version a value says it is of, if it is a record.
fn version(text: &str) -> Option<u64> {
    serde_json::from_str::<serde_json::Value>(text).ok()?.as_object()?.get("v")?.as_u64()
}

impl Damage {
    fn newer(&self) -> bool {
        self.put.iter().any(|(_, text)| version(text) > Some(1))
    }

    /// What may be read in this place although it is not what was stored there.
    fn passes(&self, key: &str, text: &str) -> bool {
        let kinds: Vec<&str> = self.put.iter().map(|(key, _)| kind(key)).collect();
        let same = kinds.windows(2).all(|pair| pair[0] == pair[1]);
        match kind(key) {
            // No text of a user's: made anew from the log, or given up. No number is longer.
            "done" => text.len() <= 10,
            "new" => true,
            _ => !self.garbled && same && version(text) >= Some(1),
        }
    }

    /// Whether a key of this register was damaged.
    fn hit(&self, id: &Id) -> bool {
        self.put.iter().any(|(key, _)| key.starts_with(&base(id)))
    }
}

/// What of a register, or else, a key holds.
fn kind(key: &str) -> &str {
    key.split('/').nth(if key.contains("/r/") { 4 } else { 2 }).unwrap_or_default()
}

fn base(id: &Id) -> String {
    format!("{PREFIX}r/{id}/")
}

fn risk_key(register: &Id, risk: &Id) -> String {
    format!("{}risk/{}", base(register), risk.as_str().replace('%', "%25").replace('/', "%2F"))
}

fn kept(memory: &Memory, text: &str) -> bool {
    memory.values().values().any(|value| value == text)
}

/// What a risk's key says without the log.
fn stored_risk(values: &Values, register: &Id, risk: &Risk) -> Option<Risk> {
    let key = risk_key(register, &risk.id);
    let alone = Memory::of([(key.clone(), values.get(&key)?.clone())].into());
    shelf(&alone, "x").open(register).ok()?.register().risks.first().cloned()
}

/// What of a register changed that was not hit.
fn changed(id: &Id, before: &Held, now: &Held, damage: &Damage, values: &Values) -> Vec<String> {
    let hit = |key: &str| damage.put.iter().any(|(it, _)| it == key);
    let mut changed = Vec::new();
    let (Some((register, history, drafts)), Some((register_now, history_now, drafts_now))) = (&before.open, &now.open)
    else {
        return changed;
    };
    let head = |register: &Register| Register { risks: Vec::new(), ..register.clone() };
    // What the log alone has of it is hit there.
    let logged = damage.put.iter().any(|(key, _)| key.starts_with(&base(id)) && ["log", "done"].contains(&kind(key)));
    let swapped_log = logged && damage.put.len() > 1;
    let head_changed = !swapped_log && head(register) != head(register_now);
    if !hit(&format!("{}head", base(id))) && (head_changed || before.listed.trashed != now.listed.trashed) {
        changed.push("the head".to_owned());
    }
    let whole: Vec<&Risk> = register.risks.iter().filter(|risk| !hit(&risk_key(id, &risk.id))).collect();
    let is_whole = |risk: &&Risk| whole.iter().any(|it| it.id == risk.id);
    let found: Vec<&Risk> = register_now.risks.iter().filter(is_whole).collect();
    if !whole.iter().map(|risk| &risk.id).eq(found.iter().map(|risk| &risk.id)) {
        changed.push("the order of the risks".to_owned());
    }
    for (was, is) in whole.iter().zip(&found) {
        let lags = || stored_risk(values, id, was).as_ref() != Some(*was);
        if was != is && !(logged && lags()) {
            changed.push(format!("risk {}", was.id));
        }
    }
    let of_log = |entry: &&Entry| !hit(&format!("{}log/{:010}-{}", base(id), entry.seq, entry.tab));
    changed.extend(history.iter().filter(of_log).filter(|it| !history_now.contains(it)).map(Entry::id));
    let drafts = drafts.iter().filter(|draft| !hit(&format!("{}draft/{}", base(id), draft.tab)));
    changed.extend(drafts.filter(|it| !drafts_now.contains(it)).map(|it| format!("the draft of {}", it.tab)));
    changed
}

/// Whether the register can be worked on, and saved.
fn works(memory: &Memory, id: &Id) -> bool {
    let mut book = shelf(memory, "c").open(id).expect("opens");
    book.commit(set(Place::Register, "scope", "after".into()), &author(40)).expect("applies");
    book.saved() == Saved::Yes && shelf(memory, "d").open(id).expect("opens").register() == book.register()
}

#[test]
fn each_damage_costs_what_it_hit() {
    let values = full();
    let whole = Memory::of(values.clone());
    let before = held(&whole, "c");
    assert_eq!(before.keys().map(Id::as_str).collect::<Vec<_>>(), ["binned", "one", "two"]);
    let settings = shelf(&whole, "c").settings();
    let (all, mut lost, mut faults) = (damages(&values), 0, Vec::new());
    for damage in &all {
        let mut fault = |what: String| faults.push(format!("{}: {what}", damage.what));
        let memory = Memory::of(values.clone());
        damage.put.iter().for_each(|(key, text)| memory.put(key, text));
        let now = held(&memory, "c");
        for (id, before) in &before {
            match now.get(id) {
                Some(now) if !damage.hit(id) => {
                    if (&now.listed, &now.open) != (&before.listed, &before.open) {
                        fault(format!("{id} changed"));
                    }
                }
                Some(now) if now.open.is_some() || damage.newer() => {
                    changed(id, before, now, damage, &values)
                        .into_iter()
                        .for_each(|it| fault(format!("{id}: {it} changed")));
                }
                _ => {
                    lost += 1;
                    fault(format!("{id} is lost"));
                }
            }
        }
        for (id, _) in now.iter().filter(|(id, now)| now.open.is_some() && damage.hit(id)) {
            if !works(&memory, id) && !damage.newer() {
                fault(format!("{id} cannot be worked on"));
            }
        }
        let asides = shelf(&memory, "c").list().aside;
        let shelf = shelf(&memory, "c");
        if !damage.put.iter().any(|(key, _)| kind(key) == "settings") && shelf.settings() != settings {
            fault("the settings changed".to_owned());
        }
        let saved = shelf.save_settings(&Settings { theme: "light".into(), ..shelf.settings() });
        if saved.is_err() && !damage.newer() {
            fault("settings cannot be saved".to_owned());
        }
        for (key, text) in damage.put.iter().filter(|(key, text)| !damage.passes(key, text)) {
            // What is left of a removed register is going to be removed.
            let doomed = key.starts_with(&base(&"gone".into())) && kind(key) != "head";
            if !kept(&memory, text) && !doomed {
                fault(format!("the text under {key} is gone"));
            }
            let named = asides.iter().any(|aside| aside.original == *key && aside.raw == *text);
            let ours = kind(key) == "settings" || before.keys().any(|id| key.starts_with(&base(id)));
            if !named && ours && !damage.newer() {
                fault(format!("{key} is not named"));
            }
        }
    }
    writeln!(std::io::stdout(), "reliability: damages: {} tried, {lost} registers lost", all.len()).expect("printed");
    assert!(
        faults.is_empty(),
        "{} faults, the first of them:\n{}",
        faults.len(),
        faults[..faults.len().min(40)].join("\n")
    );
}
