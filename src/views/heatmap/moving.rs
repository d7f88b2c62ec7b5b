//! Moving a risk to another cell: dragged with mouse or finger, or with keys from its number or its entry in the list.
//! The same change as on the card.

use leptos::prelude::*;
use register::Id;
use register::heat::{Point, number};
use wasm_bindgen::JsCast;
use web_sys::PointerEvent;

use super::choice;
use super::desk::{At, Desk, Moving};
use crate::components::matrix::face;

/// How far the pointer goes, in CSS pixels, before a press is a drag.
const SLACK: i32 = 5;

/// A chip was pressed.
pub fn pressed(desk: Desk, id: &Id, event: &PointerEvent) {
    desk.dragged.set(false);
    if event.button() == 0 && event.is_primary() && desk.moving.with_untracked(Option::is_none) {
        let chip = event.current_target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        if let Some(chip) = chip {
            // However fast the pointer leaves, the chip hears of it. Without the capture it could only be dragged slowly.
            chip.set_pointer_capture(event.pointer_id()).unwrap_or_default();
        }
        desk.pressed.set(Some((id.clone(), event.client_x(), event.client_y())));
    }
}

/// The pointer moved over a chip, or away with one.
pub fn dragged(desk: Desk, event: &PointerEvent) {
    let Some((id, x, y)) = desk.pressed.get_untracked() else { return };
    if desk.moving.with_untracked(Option::is_none) {
        if (event.client_x() - x).abs().max((event.client_y() - y).abs()) <= SLACK {
            return;
        }
        desk.lit.set(None);
        desk.dragged.set(true);
        desk.moving.set(start(desk, &id));
    }
    let Some(plot) = desk.plot.get_untracked() else { return };
    let edge = plot.get_bounding_client_rect();
    let at = Point { x: event.client_x() - edge.left() as i32, y: event.client_y() - edge.top() as i32 };
    desk.moving.update(|moving| {
        if let Some(moving) = moving {
            moving.pointer = Some(at);
            moving.goal = desk.layout.with_untracked(|layout| layout.cell_at(at));
        }
    });
}

/// The button of the mouse, or the finger, went up.
pub fn released(desk: Desk) {
    desk.pressed.set(None);
    if desk.moving.with_untracked(|moving| moving.as_ref().is_some_and(|it| it.pointer.is_some())) {
        drop(desk);
    }
}

/// The drag was broken off.
pub fn broken_off(desk: Desk) {
    desk.pressed.set(None);
    desk.moving.set(None);
}

/// Begins to move a risk by keys: the focus goes to its cell.
pub fn begin(desk: Desk, id: &Id) {
    desk.lit.set(None);
    let Some(mut moving) = start(desk, id) else { return };
    let size = desk.app.head.with_untracked(|head| head.criteria.size());
    let at = moving.from.unwrap_or((size.0.div_ceil(2).max(1), size.1.div_ceil(2).max(1)));
    moving.goal = Some(at);
    desk.moving.set(Some(moving));
    choice::walk_to(desk, at);
}

fn start(desk: Desk, id: &Id) -> Option<Moving> {
    let from = desk.map.with_untracked(|map| map.find(id)).map(|(at, _)| at);
    let number = desk.app.risk(id)?.with_untracked(|risk| number(risk).to_owned());
    Some(Moving { id: id.clone(), number, from, goal: None, pointer: None })
}

/// Gives up; the focus goes back to where it came from.
pub fn give_up(desk: Desk) {
    let Some(moving) = desk.moving.try_update(Option::take).flatten() else { return };
    desk.pressed.set(None);
    if moving.pointer.is_none() {
        let back = document().query_selector(&format!("[data-move='{}']", moving.id)).ok().flatten();
        if let Some(back) = back.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            back.focus().unwrap_or_default();
        }
    }
}

/// Drops the risk where it would go.
pub fn drop(desk: Desk) {
    let Some(moving) = desk.moving.try_update(Option::take).flatten() else { return };
    let Some(goal) = moving.goal.filter(|goal| moving.from != Some(*goal)) else { return };
    let which = desk.which.get_untracked();
    if desk.app.assess(&moving.id, which, Some(goal)) {
        let to = scored(desk, goal);
        let words = match moving.from {
            Some(from) => format!("from {} to {to}", scored(desk, from)),
            None => format!("to {to}"),
        };
        desk.app.tell_undoable(format!("Risk {}: {} score moved {words}.", moving.number, which.field()));
    }
}

/// A cell by its score and band, e.g. `16 High`.
pub fn scored(desk: Desk, at: At) -> String {
    let name = desk.app.head.with_untracked(|head| face(&head.criteria, at.0, at.1).1);
    name.rsplit(": ").next().unwrap_or_default().to_owned()
}

/// What a screen reader says while a risk is moved by keys.
pub fn said(desk: Desk) -> String {
    let goal = desk.moving.with(|moving| {
        moving.as_ref().filter(|it| it.pointer.is_none()).and_then(|it| Some((it.number.clone(), it.from, it.goal?)))
    });
    match goal {
        Some((number, from, goal)) => {
            let name = desk.app.head.with_untracked(|head| face(&head.criteria, goal.0, goal.1).1);
            let here = if from == Some(goal) { ", where it is now" } else { "" };
            format!("Risk {number} to {name}{here}")
        }
        None => String::new(),
    }
}
