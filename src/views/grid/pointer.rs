//! Choosing cells with the mouse: drag, Shift and click, Ctrl and click.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use super::keys;
use super::state::{At, GridState};

/// The cell under the pointer: line and column.
fn cell(event: &PointerEvent) -> Option<(usize, usize)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let cell = target.closest("[role='gridcell'][data-cell]").ok()??;
    let name = cell.get_attribute("data-cell")?;
    let (line, column) = name.split_once('-')?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

/// Whether the pointer is on something of its own: an editor, a box, a link.
fn on_control(event: &PointerEvent) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    target.is_some_and(|it| it.closest("input, textarea, select, a, button, .editor").ok().flatten().is_some())
}

/// The button went down.
pub fn down(state: GridState, event: &PointerEvent) {
    state.dragging.set_value(None);
    let Some(at) = cell(event).filter(|_| event.button() == 0 && !on_control(event)) else { return };
    if event.ctrl_key() || event.meta_key() {
        keys::mark(state, at.0);
    } else if event.shift_key() {
        state.block.set(None);
        // The focus follows the button by itself; what is chosen begins where it was.
        if let At { line: Some(line), column } = state.cursor.get_untracked()
            && state.anchor.with_untracked(Option::is_none)
        {
            state.anchor.set(Some((line, column)));
        }
    } else {
        state.unblock();
        // A finger scrolls; only a mouse or a pen draws.
        state.dragging.set_value((event.pointer_type() != "touch").then_some(at));
    }
}

/// The pointer came over something.
pub fn over(state: GridState, event: &PointerEvent) {
    let from = state.dragging.get_value().filter(|_| event.buttons() == 1);
    let (Some(from), Some(to)) = (from, cell(event)) else { return };
    if state.editing.with_untracked(Option::is_none) && state.cursor.get_untracked() != at(to) {
        state.anchor.set(Some(from));
        state.go(to.0, to.1, true);
    }
}

fn at((line, column): (usize, usize)) -> At {
    At { line: Some(line), column }
}
