//! The two rows of headings: groups, then columns, to sort by, to widen and to move.

use leptos::prelude::*;
use register::filter::{Key, Sort};
use wasm_bindgen::JsCast;
use web_sys::PointerEvent;

use super::columns::{Column, Holds, catalogue};
use super::state::{At, GridState};
use super::{arrange, kept};
use crate::erased::{effect, heard, memo};
use crate::route::{Place, Route};

/// How far a heading is dragged before it moves, in CSS pixels: less is a click.
const MOVES_AFTER: i32 = 6;

/// The headings.
pub fn head(state: GridState) -> AnyView {
    widths(state);
    let groups = move || {
        state.columns.track();
        state.frozen.track();
        state.layout.with_untracked(|layout| {
            let (mut from, mut last) = (0, "");
            let group = |(name, count): (&'static str, usize)| {
                let before = std::mem::replace(&mut last, name);
                let columns = from..from + count;
                let stays = columns.end <= layout.frozen;
                let begins = columns.start;
                from += count;
                let width = columns.map(|at| format!("var(--w{at})")).collect::<Vec<_>>().join(" + ");
                view! {
                    <div
                        role="columnheader"
                        class="group"
                        class:frozen=stays
                        aria-colspan=count.to_string()
                        style:width=format!("calc({width})")
                        style:left=stays.then(|| format!("var(--l{begins})"))
                    >
                        // A group that is cut by the columns that stay is named once for the eye.
                        <span class:sr=begins == layout.frozen && before == name>{name}</span>
                    </div>
                }
                .into_any()
            };
            layout.groups(state.sheet).into_iter().map(group).collect_view()
        })
    };
    let headings = move || {
        let columns = state.columns.get();
        let frozen = state.frozen.get();
        let heading = |(at, place): (usize, &usize)| heading(state, at, *place, frozen);
        columns.iter().enumerate().map(heading).collect_view()
    };
    view! {
        <div class="grid-head" role="rowgroup">
            <div role="row" aria-rowindex="1" class="groups">{move || groups()}</div>
            <div role="row" aria-rowindex="2" class="headings">{move || headings()}</div>
        </div>
    }
    .into_any()
}

/// Tells the style sheet how wide the columns are: a width changes without any cell being drawn anew.
fn widths(state: GridState) {
    effect(move || {
        let Some(node) = state.node.get() else { return };
        let style = web_sys::HtmlElement::style(&node);
        state.layout.with(|layout| {
            for (at, column) in layout.columns.iter().enumerate() {
                let set = |name: &str, pixels: u32| {
                    // The names and values are valid, so this cannot fail.
                    style.set_property(&format!("--{name}{at}"), &format!("{pixels}px")).unwrap_or_default();
                };
                set("w", u32::from(column.width));
                set("l", layout.left(at));
            }
        });
    });
}

fn heading(state: GridState, at: usize, place: usize, frozen: usize) -> AnyView {
    let column = &catalogue(state.sheet)[place];
    // The place of its key among those that rows are sorted by, and whether it goes down.
    let sorted = memo(move || {
        let sort = state.app.place().sort;
        let at = sort.iter().position(|it| it.key == Key::Field(column.subject))?;
        Some(((sort.len() > 1).then_some(at + 1), sort[at].descending))
    });
    let sign = move || {
        let Some((at, descending)) = sorted.get() else { return String::new() };
        let at = at.map(|at| at.to_string()).unwrap_or_default();
        format!(" {}{at}", if descending { "↓" } else { "↑" })
    };
    let first = move || sorted.get().filter(|(at, _)| at.is_none_or(|at| at == 1));
    let here = At { line: None, column: at };
    view! {
        <div
            role="columnheader"
            class="cell"
            class:frozen=at < frozen
            class:edge-of-frozen=at + 1 == frozen
            class:here=move || state.cursor.with(|cursor| cursor.column == at)
            aria-colindex=(at + 1).to_string()
            aria-sort=move || first().map(|(_, descending)| if descending { "descending" } else { "ascending" })
            style:width=format!("var(--w{at})")
            style:left=(at < frozen).then(|| format!("var(--l{at})"))
        >
            <button
                type="button"
                class="sort"
                data-cell=format!("head-{at}")
                tabindex=move || if state.cursor.with(|cursor| *cursor == here) { "0" } else { "-1" }
                title=column.full_label()
                on:focus=heard(move |_| {
                    if state.cursor.get_untracked() != here {
                        state.unblock();
                        state.cursor.set(here);
                    }
                })
                on:click=heard(move |event: web_sys::MouseEvent| sort_unless_dragged(state, at, &event))
                on:pointerdown=heard(move |event: PointerEvent| begin(state, &event, at, false))
                on:pointermove=heard(move |event: PointerEvent| drag(state, &event))
                on:pointerup=heard(move |event: PointerEvent| drop(state, &event))
                on:pointercancel=heard(move |_| state.dragged.set(None))
            >
                {column.label}<span aria-hidden="true">{move || sign()}</span>
            </button>
            <span
                class="widen"
                aria-hidden="true"
                on:pointerdown=heard(move |event: PointerEvent| begin(state, &event, at, true))
                on:pointermove=heard(move |event: PointerEvent| drag(state, &event))
                on:pointerup=heard(move |event: PointerEvent| drop(state, &event))
                on:dblclick=heard(move |_| arrange::widen(state, at, |_| column.width))
            ></span>
        </div>
    }
    .into_any()
}

/// Sorts by a column: a second time the other way round, a third time not at all. Scores begin with the highest. With
/// Shift, what rows are sorted by already goes before it.
pub fn sort(state: GridState, at: usize, also: bool) {
    let app = state.app;
    let Some(column) = state.column(at) else { return };
    let (key, first) = (Key::Field(column.subject), highest_first(column));
    let mut sort = app.place_untracked().sort;
    let now = sort.iter().position(|it| it.key == key);
    let next = match now.map(|at| sort[at].descending) {
        None => Some(Sort { key, descending: first }),
        Some(descending) if descending == first => Some(Sort { key, descending: !descending }),
        Some(_) => None,
    };
    match (now, next) {
        _ if !also => sort = next.into_iter().collect(),
        (Some(at), Some(next)) => sort[at] = next,
        (Some(at), None) => {
            sort.remove(at);
        }
        (None, next) => sort.extend(next),
    }
    app.replace(Route::Register(Place { sort, ..app.place_untracked() }));
}

fn highest_first(column: &Column) -> bool {
    matches!(column.holds, Holds::Score(_))
}

fn sort_unless_dragged(state: GridState, at: usize, event: &web_sys::MouseEvent) {
    if state.dragged.with_untracked(Option::is_none) {
        sort(state, at, event.shift_key());
    }
    state.dragged.set(None);
}

/// A heading or its edge that is being dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dragged {
    /// The column from 0, from the left.
    pub column: usize,
    /// Whether its edge is dragged, which makes it wider or narrower.
    pub edge: bool,
    /// Where the pointer went down, from the left of the window.
    pub from: i32,
    /// The width at that time.
    pub width: u16,
    /// Whether it has moved.
    pub moved: bool,
}

fn begin(state: GridState, event: &PointerEvent, column: usize, edge: bool) {
    if event.button() != 0 {
        return;
    }
    if let Some(target) = event.current_target().and_then(|it| it.dyn_into::<web_sys::Element>().ok()) {
        // Without it the drag ends where the pointer leaves the heading, which does no harm.
        target.set_pointer_capture(event.pointer_id()).unwrap_or_default();
    }
    let width = state.layout.with_untracked(|layout| layout.columns.get(column).map_or(0, |it| it.width));
    state.dragged.set(Some(Dragged { column, edge, from: event.client_x(), width, moved: false }));
}

fn drag(state: GridState, event: &PointerEvent) {
    let Some(mut dragged) = state.dragged.get_untracked().filter(|_| event.buttons() == 1) else { return };
    let by = event.client_x() - dragged.from;
    if dragged.edge {
        let width = u16::try_from((i32::from(dragged.width) + by).max(0)).unwrap_or_default();
        state.layout.update(|layout| layout.widen(dragged.column, width));
        dragged.moved = true;
    } else if by.abs() > MOVES_AFTER && !dragged.moved {
        dragged.moved = true;
    }
    state.dragged.set(Some(dragged));
}

fn drop(state: GridState, event: &PointerEvent) {
    let Some(dragged) = state.dragged.get_untracked().filter(|it| it.moved) else {
        return state.dragged.set(None);
    };
    if dragged.edge {
        state.dragged.set(None);
        kept::keep(state);
    } else if let Some(to) = column_at(state, event).filter(|to| *to != dragged.column) {
        // The click that follows must not sort: it takes note that there was a drag.
        arrange::shift(state, dragged.column, to);
    }
}

/// The column under the pointer.
fn column_at(state: GridState, event: &PointerEvent) -> Option<usize> {
    let node = state.node.get_untracked()?;
    let x = event.client_x() - node.get_bounding_client_rect().left().round() as i32;
    state.layout.with_untracked(|layout| {
        let frozen = i32::try_from(layout.left(layout.frozen)).ok()?;
        let x = u32::try_from(if x < frozen { x } else { x + node.scroll_left() }).ok()?;
        (0..layout.columns.len()).find(|at| layout.left(at + 1) > x)
    })
}
