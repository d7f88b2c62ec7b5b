//! The keys of the grid, as in a spreadsheet and the APG grid pattern.

use leptos::prelude::*;
use register::change::Place;
use serde_json::Value;
use web_sys::KeyboardEvent;

use super::columns::{COLUMNS, Holds};
use super::{Editing, GridState, ROW};

/// A key was pressed on a cell that is not being edited.
pub fn pressed(state: GridState, event: &KeyboardEvent) {
    if state.editing.with_untracked(Option::is_some) || !on_cell(event) {
        return;
    }
    let (row, column) = state.cursor.get_untracked();
    let last = state.shown.with_untracked(|shown| shown.len()).saturating_sub(1);
    let page =
        state.node.get_untracked().map_or(10, |node| (f64::from(node.client_height()) / ROW) as usize).max(2) - 1;
    let control = event.ctrl_key() || event.meta_key();
    let to = match (event.key().as_str(), control) {
        ("ArrowDown", false) => (row + 1, column),
        ("ArrowUp", false) => (row.saturating_sub(1), column),
        ("ArrowRight", false) => (row, column + 1),
        ("ArrowLeft", false) => (row, column.saturating_sub(1)),
        ("PageDown", _) => (row + page, column),
        ("PageUp", _) => (row.saturating_sub(page), column),
        ("Home", false) => (row, 0),
        ("End", false) => (row, COLUMNS.len() - 1),
        ("Home", true) => (0, 0),
        ("End", true) => (last, COLUMNS.len() - 1),
        ("ArrowDown", true) => (last, column),
        ("ArrowUp", true) => (0, column),
        (key, _) => {
            if edit_key(state, key, control || event.alt_key()) {
                event.prevent_default();
            }
            return;
        }
    };
    event.prevent_default();
    state.focus(to.0, to.1);
}

/// Whether the key was meant for a cell, not for a button among the headings.
fn on_cell(event: &KeyboardEvent) -> bool {
    use wasm_bindgen::JsCast;
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.get_attribute("role").as_deref() == Some("gridcell"))
}

/// Keys that begin an edit or empty a cell; whether the key was one of them.
fn edit_key(state: GridState, key: &str, with_control: bool) -> bool {
    let (row, column) = state.cursor.get_untracked();
    let Some(risk) = state.shown.with_untracked(|shown| shown.get(row).cloned()) else { return false };
    let typed = match key {
        "Enter" if with_control => {
            state.open_card(risk);
            return true;
        }
        "Enter" | "F2" => None,
        "Delete" | "Backspace" => return clear(state, &risk, column),
        key if !with_control && key.chars().count() == 1 => Some(key.to_owned()),
        _ => return false,
    };
    begin(state, Editing { risk, column, typed });
    true
}

/// Begins to edit a cell; lists are edited on the card.
pub fn begin(state: GridState, editing: Editing) {
    match COLUMNS[editing.column].holds {
        Holds::List => state.open_card(editing.risk),
        _ => state.editing.set(Some(editing)),
    }
}

fn clear(state: GridState, risk: &register::Id, column: usize) -> bool {
    let spec = &COLUMNS[column];
    match spec.holds {
        Holds::List => false,
        Holds::Score(which) => state.app.assess(risk, which, None),
        Holds::Field => state.app.set(&Place::Risk(risk.clone()), spec.field, Value::Null),
    }
}
