//! Moving an entry by its handle, with the mouse, a pen or a finger: a line shows where it would land, Escape gives it up,
//! and near the edges of the window the page goes along.

use leptos::prelude::*;
use register::Id;
use web_sys::PointerEvent;

use super::item::Item;
use super::list::{ItemList, selector_of};
use crate::erased::heard;

/// How near the edge of the window the page begins to go along, in pixels.
const EDGE: f64 = 72.0;
/// How far it goes in a frame at most, in pixels.
const STEP: f64 = 14.0;

/// An entry that is being dragged.
#[derive(Clone, Debug, PartialEq)]
pub struct Dragged {
    /// The entry.
    pub item: Id,
    /// Where it stood, from 0.
    from: usize,
    /// Before which one it would land, as things stand; their count for the end.
    gap: usize,
    /// Where the line that shows it stands, in pixels from the top of the list.
    line: f64,
    /// Where the pointer is, in pixels from the top of the window.
    pointer: f64,
}

/// The handle of an entry. The menu beside the entry and Alt with the arrows do the same without dragging.
pub fn handle(item: Item) -> AnyView {
    let list = item.list;
    let begin = move |event: PointerEvent| {
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        // Otherwise the text under the pointer would be marked.
        event.prevent_default();
        let id = item.id();
        let from = list.ids.with_untracked(|ids| ids.iter().position(|it| *it == id)).unwrap_or(0);
        let pointer = f64::from(event.client_y());
        list.dragged.set(Some(Dragged { item: id, from, gap: from, line: 0.0, pointer }));
        follow(list, pointer);
        go_along(list);
    };
    view! {
        <span class="handle" aria-hidden="true" title="Drag to move" on:pointerdown=heard(begin)>
            "⠿"
        </span>
    }
    .into_any()
}

/// The line that shows where the entry would land.
pub fn line(list: ItemList) -> AnyView {
    let place = move || {
        list.dragged.with(|dragged| {
            let dragged = dragged.as_ref()?;
            (landing(dragged.from, dragged.gap) != dragged.from).then_some(dragged.line)
        })
    };
    view! {
        <div
            class="drop-line"
            aria-hidden="true"
            hidden=move || place().is_none()
            style:top=move || format!("{}px", place().unwrap_or_default() as i32)
        ></div>
    }
    .into_any()
}

/// Hears what the pointer and the keys do while an entry of the list is dragged, wherever the pointer is by then.
pub fn listen(list: ItemList) {
    let dragging = move || list.dragged.with_untracked(Option::is_some);
    let moved = window_event_listener(leptos::ev::pointermove, move |event| {
        if dragging() {
            follow(list, f64::from(event.client_y()));
        }
    });
    let dropped = window_event_listener(leptos::ev::pointerup, move |_| {
        if let Some(dragged) = list.dragged.get_untracked() {
            list.dragged.set(None);
            let to = landing(dragged.from, dragged.gap);
            if to != dragged.from {
                list.move_to(&dragged.item, dragged.from, to, None);
            }
        }
    });
    let give_up = move || {
        if dragging() {
            list.dragged.set(None);
        }
    };
    let cancelled = window_event_listener(leptos::ev::pointercancel, move |_| give_up());
    let escaped = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" {
            give_up();
        }
    });
    on_cleanup(move || {
        moved.remove();
        dropped.remove();
        cancelled.remove();
        escaped.remove();
    });
}

/// Where an entry stands once it has gone from its place to a gap between others.
const fn landing(from: usize, gap: usize) -> usize {
    if gap > from { gap - 1 } else { gap }
}

/// Brings the line to where the pointer is.
fn follow(list: ItemList, pointer: f64) {
    let Some((edges, origin)) = edges(list) else { return };
    let gap = gap(&edges, pointer);
    let line = edges.get(gap).map(|edge| edge.0).or_else(|| edges.last().map(|edge| edge.1)).unwrap_or_default();
    list.dragged.update(|dragged| {
        if let Some(dragged) = dragged {
            dragged.gap = gap;
            dragged.line = line - origin;
            dragged.pointer = pointer;
        }
    });
}

/// The gap that a place belongs to: before the first entry whose middle lies below it.
fn gap(edges: &[(f64, f64)], place: f64) -> usize {
    edges.iter().take_while(|(top, bottom)| (top + bottom) / 2.0 < place).count()
}

/// Top and bottom of each entry in the window, and the top of the list.
fn edges(list: ItemList) -> Option<(Vec<(f64, f64)>, f64)> {
    let place = |selector: &str| {
        let found = document().query_selector(selector).ok().flatten()?;
        let found = found.get_bounding_client_rect();
        Some((found.top(), found.bottom()))
    };
    let origin = place(&format!(".sheet [data-list={}]", list.name))?.0;
    let edges = list.ids.with_untracked(|ids| ids.iter().filter_map(|id| place(&selector_of(list.name, id))).collect());
    Some((edges, origin))
}

/// While something is dragged near the edge of the window, scrolls the page and brings the line along, frame by frame.
fn go_along(list: ItemList) {
    request_animation_frame(move || {
        let Some(Some(pointer)) = list.dragged.try_with_untracked(|it| it.as_ref().map(|it| it.pointer)) else {
            return;
        };
        let step = step(pointer, window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default());
        if step != 0.0 {
            window().scroll_by_with_x_and_y(0.0, step);
            follow(list, pointer);
        }
        go_along(list);
    });
}

/// How far the page goes in a frame for a pointer at this height of a window.
fn step(pointer: f64, height: f64) -> f64 {
    let share = |inside: f64| ((EDGE - inside) / EDGE).clamp(0.0, 1.0) * STEP;
    share(height - pointer) - share(pointer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_lands_in_the_gap_that_the_pointer_is_nearest_to() {
        let edges = [(0.0, 20.0), (20.0, 60.0), (60.0, 80.0)];
        let at = |place| gap(&edges, place);
        assert_eq!((at(-5.0), at(9.0), at(11.0), at(39.0), at(41.0), at(90.0)), (0, 0, 1, 1, 2, 3));
        // The gaps on both sides of an entry leave it where it is.
        assert_eq!((landing(1, 0), landing(1, 1), landing(1, 2), landing(1, 3)), (0, 1, 1, 2));
    }

    #[test]
    fn the_page_goes_along_near_the_edges_only() {
        assert!(step(400.0, 800.0) == 0.0);
        assert!(step(10.0, 800.0) < 0.0 && step(790.0, 800.0) > 0.0);
        assert!(step(-50.0, 800.0) == -STEP && step(900.0, 800.0) == STEP);
    }
}
