//! The real local storage of headless Chromium.

#![allow(clippy::unwrap_used, reason = "the linter does not know these functions as tests")]

use register::change::{Change, Place};
use register::generate;
use serde_json::{Value, json};
use store::{Author, Failure, Saved, Shelf, Storage, Verified};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use super::Browser;

wasm_bindgen_test_configure!(run_in_browser);

fn author() -> Author {
    Author { at: "2026-11-22T12:00:00.000Z".to_owned(), by: "Tester".to_owned(), reason: String::new() }
}

/// Empties the storage, and stands in for the journal, whose script only the page loads.
fn clear() {
    js_sys::eval("globalThis.heatgridJournal = { note() {} }").unwrap();
    Browser::raw().unwrap().clear().unwrap();
}

fn shelf() -> Shelf<Browser> {
    clear();
    Shelf::new(Browser, "tab".to_owned())
}

fn set(risk: &str, field: &str, to: Value) -> Change {
    Change::Set { place: Place::Risk(risk.into()), field: field.to_owned(), from: Value::Null, to }
}

/// A text that leaves less room than `left` UTF-16 units in the storage.
fn fill_up_to(left: usize) {
    let mut size = 4 * 1024 * 1024;
    let mut number = 0;
    while size > left / 2 {
        match Browser.set(&format!("filler {number}"), &"x".repeat(size)) {
            Ok(()) => number += 1,
            Err(failure) => {
                assert_eq!(failure, Failure::Full);
                size /= 2;
            }
        }
    }
}

#[wasm_bindgen_test]
fn keeps_gives_lists_and_removes() {
    clear();
    Browser.set("a/ü", "wört 🗎").unwrap();
    Browser.set("b", "").unwrap();
    assert_eq!(Browser.get("a/ü").unwrap().as_deref(), Some("wört 🗎"));
    assert_eq!(Browser.get("b").unwrap().as_deref(), Some(""));
    assert_eq!(Browser.get("c").unwrap(), None);
    let mut keys = Browser.keys().unwrap();
    keys.sort();
    assert_eq!(keys, ["a/ü", "b"]);
    Browser.remove("b").unwrap();
    assert_eq!(Browser.get("b").unwrap(), None);
}

#[wasm_bindgen_test]
fn a_register_opens_as_it_was_left() {
    let shelf = shelf();
    let mut register = generate::register(7, 40);
    register.id = "reg".into();
    let risk = register.risks[3].id.clone();
    let mut book = shelf.create(register, &author());
    assert_eq!(book.saved(), Saved::Yes);
    book.commit(set(risk.as_str(), "title", json!("Other words")), &author()).unwrap();
    book.commit(set(risk.as_str(), "residual", json!({"likelihood": 1, "impact": 2})), &author()).unwrap();
    book.undo(&author()).unwrap();
    let again = Shelf::new(Browser, "other".to_owned()).open(&"reg".into()).unwrap();
    assert_eq!(again.register(), book.register());
    assert_eq!(again.register().risks[3].title, "Other words");
    assert!(again.can_undo().is_some() && again.can_redo().is_some());
}

#[wasm_bindgen_test]
fn a_full_storage_loses_nothing() {
    let shelf = shelf();
    let mut register = generate::register(7, 5);
    register.id = "reg".into();
    let risk = register.risks[0].id.clone();
    let mut book = shelf.create(register, &author());
    fill_up_to(2_000);
    let long = "long ".repeat(1_000);
    book.commit(set(risk.as_str(), "notes", json!(long)), &author()).unwrap();
    assert!(matches!(book.saved(), Saved::Pending { failure: Failure::Full, changes: 1 }));
    assert_eq!(book.register().risks[0].notes, long);
    book.commit(set(risk.as_str(), "title", json!("On it goes")), &author()).unwrap();
    for key in Browser.keys().unwrap().into_iter().filter(|key| key.starts_with("filler")) {
        Browser.remove(&key).unwrap();
    }
    assert_eq!(book.retry(), Saved::Yes);
    let again = Shelf::new(Browser, "other".to_owned()).open(&"reg".into()).unwrap();
    assert_eq!(again.register(), book.register());
}

#[wasm_bindgen_test]
fn a_cleared_storage_is_noticed_and_saved_again() {
    let shelf = shelf();
    let mut register = generate::register(7, 5);
    register.id = "reg".into();
    let mut book = shelf.create(register, &author());
    assert_eq!(book.verify(), Verified::Fine);
    Browser::raw().unwrap().clear().unwrap();
    assert_eq!(book.verify(), Verified::SavedAgain);
    let again = Shelf::new(Browser, "other".to_owned()).open(&"reg".into()).unwrap();
    assert_eq!(again.register(), book.register());
}
