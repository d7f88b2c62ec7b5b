//! The keys of the grid, as in a spreadsheet and the APG grid pattern.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::columns::Holds;
use super::range::Range;
use super::state::{At, Editing, GridState};
use super::{arrange, block, clip};

/// A key was pressed on a cell that is not being edited, or on a heading.
pub fn pressed(state: GridState, event: &KeyboardEvent) {
    if state.editing.with_untracked(Option::is_some) || !on_grid(event) {
        return;
    }
    let At { line, column } = state.cursor.get_untracked();
    let done = match line {
        None => arrange::key(state, event, column),
        Some(line) => moved(state, event, line, column) || deed(state, event, line, column),
    };
    if done {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Whether the key was meant for a cell or a heading, not for a box or a link in it.
fn on_grid(event: &KeyboardEvent) -> bool {
    use wasm_bindgen::JsCast;
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.has_attribute("data-cell"))
}

/// Keys that go to another cell; with Shift, what is chosen reaches there.
fn moved(state: GridState, event: &KeyboardEvent, line: usize, column: usize) -> bool {
    if event.alt_key() {
        return false;
    }
    let control = event.ctrl_key() || event.meta_key();
    let last = state.lines.with_untracked(|lines| lines.len()).saturating_sub(1);
    let end = state.last_column();
    let to = match (event.key().as_str(), control) {
        ("ArrowDown", false) => (state.step(line, 1, true), column),
        ("ArrowUp", false) => match (state.step(line, 1, false), event.shift_key()) {
            (to, false) if to == line => {
                state.focus_heading(column);
                return true;
            }
            (to, _) => (to, column),
        },
        ("ArrowRight", false) => (line, column + 1),
        ("ArrowLeft", false) => (line, column.saturating_sub(1)),
        ("ArrowRight", true) => (line, end),
        ("ArrowLeft", true) => (line, 0),
        ("PageDown", _) => (page(state, line, true), column),
        ("PageUp", _) => (page(state, line, false), column),
        ("Home", false) => (line, 0),
        ("End", false) => (line, end),
        ("Home", true) => (0, 0),
        ("End", true) => (last, end),
        ("ArrowDown", true) => (last, column),
        ("ArrowUp", true) => (0, column),
        _ => return false,
    };
    if event.shift_key() {
        state.extend(to.0, to.1);
    } else {
        state.focus(to.0, to.1);
    }
    true
}

/// The line a page up or down.
fn page(state: GridState, line: usize, down: bool) -> usize {
    let height = state.node.get_untracked().map_or(600.0, |node| f64::from(node.client_height()) * 0.8);
    let to = state.offsets.with_untracked(|offsets| {
        let top = offsets.top(line);
        offsets.at(if down { top + height } else { (top - height).max(0.0) })
    });
    state.step(line, to.abs_diff(line).max(1), down)
}

/// Keys that choose, edit, empty or move; whether the key was one of them.
fn deed(state: GridState, event: &KeyboardEvent, line: usize, column: usize) -> bool {
    let (key, control) = (event.key(), event.ctrl_key() || event.meta_key());
    match (key.as_str(), control, event.shift_key(), event.alt_key()) {
        ("Escape", ..) => return unchoose(state),
        ("a" | "A", true, false, false) => choose_all(state),
        (" ", true, ..) => choose(state, Range { lines: (0, usize::MAX), columns: (column, column) }),
        (" ", false, true, _) => mark(state, line),
        ("d" | "D", true, ..) => {
            block::fill_down(state);
        }
        ("ArrowDown", false, false, true) => {
            arrange::move_rows(state, true);
        }
        ("ArrowUp", false, false, true) => {
            arrange::move_rows(state, false);
        }
        ("Delete" | "Backspace", false, ..) => clip::clear(state, "Cleared"),
        (key, ..) => return edit(state, key, control, event.alt_key(), line, column),
    }
    true
}

/// Keys that begin an edit.
fn edit(state: GridState, key: &str, control: bool, alt: bool, line: usize, column: usize) -> bool {
    let Some(row) = state.row_at(line) else { return false };
    let typed = match key {
        "Enter" if control || alt => {
            state.open_card(row.risk);
            return true;
        }
        "Enter" | "F2" => None,
        key if !control && !alt && key.chars().count() == 1 => Some(key.to_owned()),
        _ => return false,
    };
    let Some(column) = state.columns.with_untracked(|columns| columns.get(column).copied()) else { return false };
    begin(state, Editing { row, column, typed });
    true
}

/// Begins to edit a cell; controls and actions are edited on the card, or in a grid of their own.
pub fn begin(state: GridState, editing: Editing) {
    match super::columns::catalogue(state.sheet)[editing.column].holds {
        Holds::Items => state.open_card(editing.row.risk),
        Holds::Field | Holds::Score(_) | Holds::Points => state.editing.set(Some(editing)),
    }
}

/// Marks the row of a line, or takes the mark away.
pub fn mark(state: GridState, line: usize) {
    if let Some(row) = state.row_at(line) {
        state.marked.update(|marked| {
            if !marked.remove(&row) {
                marked.insert(row);
            }
        });
    }
}

/// Chooses every cell.
pub fn choose_all(state: GridState) {
    // What is ticked would be what the bar speaks of.
    state.marked.update(std::collections::BTreeSet::clear);
    choose(state, Range { lines: (0, usize::MAX), columns: (0, usize::MAX) });
}

/// Chooses a block; the focus stays where it is.
fn choose(state: GridState, range: Range) {
    let last = (state.lines.with_untracked(|lines| lines.len()).saturating_sub(1), state.last_column());
    let to = (range.lines.1.min(last.0), range.columns.1.min(last.1));
    state.anchor.set(None);
    state.block.set(Some(Range { lines: (range.lines.0, to.0), columns: (range.columns.0, to.1) }));
}

/// Chooses no more than the cell with the focus; whether more were chosen.
pub fn unchoose(state: GridState) -> bool {
    let more = state.anchor.with_untracked(Option::is_some)
        || state.block.with_untracked(Option::is_some)
        || state.marked.with_untracked(|marked| !marked.is_empty());
    state.unblock();
    state.marked.update(std::collections::BTreeSet::clear);
    more
}
