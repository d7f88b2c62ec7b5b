//! Arranging columns and rows by keyboard: what the headings and Alt with arrows do.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::columns::WIDEST;
use super::sheet::Sheet;
use super::state::GridState;
use super::{head, kept};

const IN_ORDER: &str =
    "Risks can be moved while they stand in the register’s own order. Take the sorting and grouping away first.";

/// How much wider or narrower a column gets by one key, in CSS pixels.
const STEP: u16 = 16;

/// A key was pressed on the heading of a column; whether it was one for it.
pub fn key(state: GridState, event: &KeyboardEvent, column: usize) -> bool {
    match (event.key().as_str(), event.alt_key(), event.shift_key()) {
        ("ArrowRight", true, false) => shift(state, column, column + 1),
        ("ArrowLeft", true, false) => shift(state, column, column.saturating_sub(1)),
        ("ArrowRight", false, true) => widen(state, column, |width| width.saturating_add(STEP)),
        ("ArrowLeft", false, true) => widen(state, column, |width| width.saturating_sub(STEP)),
        ("ArrowRight", false, false) => state.focus_heading(column + 1),
        ("ArrowLeft", false, false) => state.focus_heading(column.saturating_sub(1)),
        ("Home", ..) => state.focus_heading(0),
        ("End", ..) => state.focus_heading(usize::MAX),
        ("ArrowDown", false, _) => state.focus(0, column),
        ("Enter" | " ", ..) => head::sort(state, column, event.shift_key()),
        _ => return false,
    }
    true
}

/// Moves a column and keeps that.
pub fn shift(state: GridState, from: usize, to: usize) {
    if from == 0 || to == 0 {
        return state.app.tell("The number stays the first column.".to_owned());
    }
    state.layout.update(|layout| layout.shift(from, to));
    kept::keep(state);
    state.focus_heading(to);
}

/// Makes a column wider or narrower and keeps that.
pub fn widen(state: GridState, column: usize, to: impl Fn(u16) -> u16) {
    state.layout.update(|layout| {
        let width = layout.columns.get(column).map_or(WIDEST, |it| it.width);
        layout.widen(column, to(width));
    });
    kept::keep(state);
}

/// Moves the chosen risks up or down by one row in the user's order.
pub fn move_rows(state: GridState, down: bool) {
    let app = state.app;
    if state.sheet != Sheet::Risks {
        return;
    }
    let place = app.place_untracked();
    if !place.sort.is_empty() || place.group.is_some() {
        return app.tell(IN_ORDER.to_owned());
    }
    let chosen = untrack(|| state.chosen());
    let [first, .., last] = [chosen.first(), chosen.first(), chosen.last()];
    let (Some(first), Some(last)) = (first, last) else { return };
    let (Some(from), Some(to)) = (state.line_of(first), state.line_of(last)) else { return };
    // The one next to them goes to the other side: one move, whatever number is chosen.
    let passed = if down { state.row_at(to + 1) } else { from.checked_sub(1).and_then(|line| state.row_at(line)) };
    let Some(passed) = passed else { return };
    let goal = if down { first } else { last };
    let goal = app.with_register(|register| register.find(&goal.risk).map(|(place, _)| place));
    if let Some(goal) = goal
        && app.move_risk(&passed.risk, goal)
    {
        let column = state.cursor.get_untracked().column;
        let line = state.cursor.get_untracked().line.unwrap_or_default();
        let anchor = state.anchor.get_untracked();
        let by = |line: usize| if down { line + 1 } else { line.saturating_sub(1) };
        state.focus(by(line), column);
        state.anchor.set(anchor.map(|(line, column)| (by(line), column)));
    }
}
