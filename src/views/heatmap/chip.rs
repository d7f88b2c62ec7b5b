//! The numbers in the cells.

use leptos::prelude::*;
use register::Id;
use register::heat::Rect;
use web_sys::{KeyboardEvent, MouseEvent, PointerEvent};

use super::desk::{At, Chip, Desk};
use super::{choice, moving, tip};
use crate::erased::heard;

/// A number: it can be dragged, and pressing M on it moves it by keys. `place` is where it stands on the map; one that
/// stands in a line of text has none.
pub fn chip(desk: Desk, chip: Chip, place: impl Fn() -> Option<Rect> + Copy + Send + Sync + 'static) -> AnyView {
    let ids = StoredValue::new(chip.id.clone());
    let lit = move || ids.with_value(|id| desk.lit.with(|lit| lit.as_ref() == Some(id)));
    let carried =
        move || ids.with_value(|id| desk.moving.with(|moving| moving.as_ref().is_some_and(|moving| moving.id == *id)));
    let flag = if chip.corporate { " (CR)" } else { "" };
    let number = chip.number.clone();
    let label = move || {
        let title = ids.with_value(|id| desk.app.risk(id)).map(|risk| risk.with(|risk| risk.title.clone()));
        format!("Risk {number}{flag}: {}", title.filter(|it| !it.is_empty()).unwrap_or_else(|| "untitled".to_owned()))
    };
    let px = move |part: fn(&Rect) -> i32| place().map(|it| format!("{}px", part(&it)));
    let light = move || ids.with_value(|id| tip::light(desk, id));
    view! {
        <button
            type="button"
            class="chip"
            class:flagged=chip.corporate
            class:small=move || place().is_none_or(|it| it.height < 28)
            class:lit=move || lit()
            class:carried=move || carried()
            tabindex="-1"
            data-risk=chip.id.0.clone()
            aria-label=move || label()
            aria-describedby=move || lit().then_some(tip::ID)
            style:left=move || px(|it| it.x)
            style:top=move || px(|it| it.y)
            style:width=move || px(|it| it.width)
            on:mouseenter=heard(move |_| light())
            on:mouseleave=heard(move |event: MouseEvent| tip::left(desk, event.related_target()))
            on:focus=heard(move |_| light())
            on:blur=heard(move |_| desk.lit.set(None))
            on:pointerdown=heard(move |event: PointerEvent| ids.with_value(|id| moving::pressed(desk, id, &event)))
            on:pointermove=heard(move |event: PointerEvent| moving::dragged(desk, &event))
            on:pointerup=heard(move |_: PointerEvent| moving::released(desk))
            on:pointercancel=heard(move |_: PointerEvent| moving::broken_off(desk))
            on:keydown=heard(move |event: KeyboardEvent| ids.with_value(|id| key(desk, id, &event)))
        >
            {chip.number}
            " "
        </button>
    }
    .into_any()
}

/// A key was pressed on a number.
fn key(desk: Desk, id: &Id, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    match event.key().as_str() {
        "m" | "M" | "Enter" => moving::begin(desk, id),
        "Escape" if desk.moving.with_untracked(Option::is_some) => moving::give_up(desk),
        "Escape" | "F2" => {
            if let Some((at, _)) = desk.map.with_untracked(|map| map.find(id)) {
                choice::walk_to(desk, at);
            }
        }
        "ArrowRight" | "ArrowDown" => step(desk, id, 1),
        "ArrowLeft" | "ArrowUp" => step(desk, id, -1),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// Puts the focus on the first number of a cell; where they are counted, on the count.
pub fn enter(desk: Desk, at: At) {
    choice::focus(desk, &format!("[data-cell='{}x{}'] button", at.0, at.1));
}

/// Puts the focus on the next number of the same cell, or the one before.
fn step(desk: Desk, id: &Id, by: isize) {
    let next = desk.map.with_untracked(|map| {
        let (at, own) = map.find(id)?;
        map.cell(at).get(own.checked_add_signed(by)?).map(|chip| chip.id.clone())
    });
    if let Some(next) = next {
        choice::focus(desk, &format!("[data-risk='{next}']"));
    }
}
