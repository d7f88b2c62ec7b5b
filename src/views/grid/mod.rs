//! The grid: every risk a row, edited in place; only the rows in sight are in the page.

mod cell;
mod columns;
mod editor;
mod keys;
mod row;
mod window;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use register::Id;
use register::filter::Sort;
use wasm_bindgen::JsCast;

use super::filter_line::FilterLine;
use crate::erased::{derived, each, effect, heard, memo};
use crate::platform::focus;
use crate::route::{Place, Route, View};
use crate::state::{App, app};
use columns::{COLUMNS, Column, groups};
use row::{CompactRow, Row};

/// The height of a row: three lines of text; on a narrow page the height of a small card. CSS pixels.
const ROW: f64 = 68.0;
const COMPACT_ROW: f64 = 96.0;
/// Below this width rows become small cards. CSS pixels; the style sheet has the same figure.
const NARROW: f64 = 700.0;

/// What the cells of a grid share.
#[derive(Clone, Copy)]
pub struct GridState {
    app: App,
    node: NodeRef<html::Div>,
    /// The risks shown, in order.
    shown: Memo<Arc<Vec<Id>>>,
    /// The cell that has or had the focus: row and column from 0.
    cursor: RwSignal<(usize, usize)>,
    /// The cell being edited, and the text its editor starts with.
    editing: RwSignal<Option<Editing>>,
}

/// A cell being edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    /// The risk.
    risk: Id,
    /// The column.
    column: usize,
    /// A character that was typed to begin with; it replaces the value.
    typed: Option<String>,
}

impl GridState {
    fn id_at(self, row: usize) -> Option<Id> {
        self.shown.with(|shown| shown.get(row).cloned())
    }

    /// The row of a risk, which may not be the cursor's: another tab can delete rows above it.
    fn row_of(self, risk: &Id) -> usize {
        let place = self.shown.with_untracked(|shown| shown.iter().position(|it| it == risk));
        place.unwrap_or_else(|| self.cursor.get_untracked().0)
    }

    fn current(self) -> Option<Id> {
        self.shown.with_untracked(|shown| shown.get(self.cursor.get_untracked().0).cloned())
    }

    /// Puts the focus on a cell, once it is drawn.
    fn focus(self, row: usize, column: usize) {
        let last = self.shown.with_untracked(|shown| shown.len()).saturating_sub(1);
        let to = (row.min(last), column.min(COLUMNS.len() - 1));
        self.cursor.set(to);
        self.scroll_to(to.0, to.1);
        request_animation_frame(move || self.focus_drawn(to));
    }

    fn focus_drawn(self, (row, column): (usize, usize)) {
        let cell = self
            .node
            .get_untracked()
            .and_then(|node| node.query_selector(&format!("[data-cell='{row}-{column}']")).ok().flatten());
        if let Some(cell) = cell {
            cell.unchecked_into::<web_sys::HtmlElement>().focus().unwrap_or_default();
        }
    }

    /// Scrolls just so far that a cell is in sight, below the headings and beside the columns that stay.
    fn scroll_to(self, row: usize, column: usize) {
        let Some(node) = self.node.get_untracked() else { return };
        let head = node.query_selector(".grid-head").ok().flatten().map_or(0.0, |head| f64::from(head.client_height()));
        let (top, bottom) = (row as f64 * ROW, (row + 1) as f64 * ROW);
        let (from, height) = (f64::from(node.scroll_top()), f64::from(node.client_height()) - head);
        if top < from {
            node.set_scroll_top(top as i32);
        } else if bottom > from + height {
            node.set_scroll_top((bottom - height).ceil() as i32);
        }
        if column < columns::FROZEN {
            return;
        }
        let width = |columns: &[Column]| columns.iter().map(|column| i32::from(column.width)).sum::<i32>();
        let (left, right) = (width(&COLUMNS[..column]), width(&COLUMNS[..=column]));
        let frozen = width(&COLUMNS[..columns::FROZEN]);
        if left - frozen < node.scroll_left() {
            node.set_scroll_left(left - frozen);
        } else if right > node.scroll_left() + node.client_width() {
            node.set_scroll_left(right - node.client_width());
        }
    }

    /// Goes to the card of a risk.
    fn open_card(self, id: Id) {
        let place = self.app.place_untracked();
        self.app.go(&Route::Register(Place { view: View::Card, risk: Some(id), ..place }));
    }
}

/// The view.
#[component]
pub fn Grid() -> impl IntoView {
    let app = app();
    let shown = app.selection(false);
    let state =
        GridState { app, node: NodeRef::new(), shown, cursor: RwSignal::new((0, 0)), editing: RwSignal::new(None) };
    let (top, height) = (RwSignal::new(0.0), RwSignal::new(700.0));
    let width = RwSignal::new(1000.0);
    let measure = move || {
        if let Some(node) = state.node.get_untracked() {
            let now = f64::from(node.client_width());
            if (now < NARROW) != (width.get_untracked() < NARROW) {
                // The rows are drawn anew: what is being typed in one of them lands first.
                focus::leave_field();
            }
            height.set(f64::from(node.client_height()));
            width.set(now);
        }
    };
    effect(move || {
        if state.node.get().is_some() {
            request_animation_frame(measure);
        }
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    // A risk in the address is where the user was: the grid begins there.
    let start = app.place_untracked().risk;
    effect(move || {
        let place = start.as_ref().and_then(|id| shown.with_untracked(|shown| shown.iter().position(|it| it == id)));
        if let (Some(place), Some(_)) = (place, state.node.get()) {
            state.cursor.set((place, 0));
            request_animation_frame(move || state.scroll_to(place, 0));
        }
    });
    let narrow = memo(move || width.get() < NARROW);
    let row_height = move || if narrow.get() { COMPACT_ROW } else { ROW };
    let rows = memo(move || {
        let focused = Some(state.cursor.get().0);
        let count = shown.with(|shown| shown.len());
        let rows = window::rows(count, top.get(), height.get(), row_height(), focused);
        rows.into_iter().filter_map(|row| Some((row, state.id_at(row)?))).collect::<Vec<_>>()
    });
    let body = move || {
        let narrow = narrow.get();
        // A risk keeps its row when others come and go, and with it what is being typed there.
        let key = |(_, id): &(usize, Id)| id.clone();
        let row = move |(first, id): (usize, Id)| {
            let risk = app.risk(&id);
            let row =
                memo(move || rows.with(|rows| rows.iter().find(|(_, it)| *it == id).map_or(first, |(row, _)| *row)));
            match risk {
                Some(risk) if narrow => CompactRow(row::CompactRowProps { state, row, risk }).into_any(),
                Some(risk) => Row(row::RowProps { state, row, risk }).into_any(),
                None => ().into_any(),
            }
        };
        each(move || rows.get(), key, row)
    };
    let count = derived(move || shown.with(|shown| shown.len()));
    view! {
        <section class="grid-view" aria-label="Grid">
            <FilterLine shown=count>{RowTools(RowToolsProps { state })}</FilterLine>
            <div
                class="grid"
                class:narrow=move || narrow.get()
                node_ref=state.node
                role="grid"
                aria-label="Risks"
                aria-rowcount=move || (count.get() + 2).to_string()
                aria-colcount=COLUMNS.len().to_string()
                on:scroll=heard(move |_| {
                    if let Some(node) = state.node.get_untracked() {
                        top.set(f64::from(node.scroll_top()));
                    }
                })
                on:keydown=heard(move |event: web_sys::KeyboardEvent| keys::pressed(state, &event))
            >
                {Head()}
                <div class="grid-body" role="rowgroup" style:height=move || format!("{}px", count.get() as f64 * row_height())>
                    {move || body()}
                </div>
                {move || (count.get() == 0).then(|| none(state))}
            </div>
        </section>
    }
    .into_any()
}

/// What stands in the place of the rows, as the one row there is.
fn none(state: GridState) -> AnyView {
    view! {
        <div role="row">
            <div role="gridcell" aria-colspan=COLUMNS.len().to_string()>{empty(state)}</div>
        </div>
    }
    .into_any()
}

fn empty(state: GridState) -> AnyView {
    let all = state.app.order.with(|order| order.len());
    if all > 0 {
        return view! { <p class="empty">"No risk matches the filter."</p> }.into_any();
    }
    view! {
        <div class="empty">
            <p>"This register has no risks yet."</p>
            <button type="button" class="primary" on:click=heard(move |_| add(state))>"Add the first risk"</button>
        </div>
    }
    .into_any()
}

/// Adds a risk at the end and begins to type its title.
fn add(state: GridState) {
    if let Some(id) = state.app.add_risk() {
        let place = state.shown.with_untracked(|shown| shown.iter().position(|it| *it == id));
        match place {
            Some(place) => {
                // The editor takes the focus itself; the cell must not take it back.
                state.cursor.set((place, 1));
                state.scroll_to(place, 1);
                state.editing.set(Some(Editing { risk: id, column: 1, typed: None }));
            }
            // The filter hides a blank risk; the card does not.
            None => state.open_card(id),
        }
    }
}

/// What can be done to the current row.
#[component]
fn RowTools(state: GridState) -> impl IntoView {
    let none = move || state.shown.with(|shown| shown.is_empty());
    let with = move |run: fn(GridState, Id)| {
        move |_| {
            if let Some(id) = state.current() {
                run(state, id);
            }
        }
    };
    let duplicate = |state: GridState, id: Id| {
        if let Some(copy) = state.app.duplicate_risk(&id) {
            let place = state.shown.with_untracked(|shown| shown.iter().position(|it| *it == copy));
            state.app.tell_undoable("The risk was duplicated.".to_owned());
            if let Some(place) = place {
                state.focus(place, 0);
            }
        }
    };
    let remove = |state: GridState, id: Id| {
        if state.app.remove_risk(&id) {
            let (row, column) = state.cursor.get_untracked();
            state.focus(row, column);
        }
    };
    // On a narrow page no row is the current one: each leads to its card, which has these as well.
    view! {
        <button type="button" class="of-a-row" on:click=heard(with(GridState::open_card)) disabled=move || none()>
            "Open card"
        </button>
        <button type="button" class="of-a-row" on:click=heard(with(duplicate)) disabled=move || none()>
            "Duplicate"
        </button>
        <button type="button" class="of-a-row" on:click=heard(with(remove)) disabled=move || none()>"Delete"</button>
        <button type="button" class="primary" on:click=heard(move |_| add(state))>"Add risk"</button>
    }
    .into_any()
}

/// The two rows of headings: groups, then columns with their sort buttons.
#[component]
fn Head() -> impl IntoView {
    let mut from = 0;
    let group = |(name, count): (&'static str, usize)| {
        let width: u16 = COLUMNS[from..from + count].iter().map(|column| column.width).sum();
        let first = from == 0;
        from += count;
        view! {
            <div role="columnheader" class="group" class:frozen-group=first aria-colspan=count.to_string() style:width=format!("{width}px")>
                <span>{name}</span>
            </div>
        }.into_any()
    };
    let groups = groups().into_iter().map(group).collect_view();
    let columns = COLUMNS.iter().enumerate().map(|(place, column)| heading(place, column)).collect_view();
    view! {
        <div class="grid-head" role="rowgroup">
            <div role="row" aria-rowindex="1" class="groups">{groups}</div>
            <div role="row" aria-rowindex="2" class="headings">{columns}</div>
        </div>
    }
    .into_any()
}

fn heading(place: usize, column: &'static Column) -> AnyView {
    let app = app();
    let sort = memo(move || {
        let sort = app.place().sort.first().copied()?;
        (Some(sort.key) == column.key).then_some(sort.descending)
    });
    let toggle = move |_| {
        let Some(key) = column.key else { return };
        let sort = match sort.get_untracked() {
            None => vec![Sort { key, descending: matches!(column.holds, columns::Holds::Score(_)) }],
            Some(descending) if descending == matches!(column.holds, columns::Holds::Score(_)) => {
                vec![Sort { key, descending: !descending }]
            }
            Some(_) => Vec::new(),
        };
        app.replace(Route::Register(Place { sort, ..app.place_untracked() }));
    };
    let sign = move || match sort.get() {
        Some(true) => " ↓".to_owned(),
        Some(false) => " ↑".to_owned(),
        None => String::new(),
    };
    let content = if column.key.is_some() {
        view! {
            <button type="button" class="sort" on:click=heard(toggle)>
                {column.label}<span aria-hidden="true">{move || sign()}</span>
            </button>
        }
        .into_any()
    } else {
        view! { <span>{column.label}</span> }.into_any()
    };
    view! {
        <div
            role="columnheader"
            class="cell"
            class:frozen=place < columns::FROZEN
            class:second=place == 1
            aria-colindex=(place + 1).to_string()
            aria-sort=move || sort.get().map(|descending| if descending { "descending" } else { "ascending" })
            style:width=format!("{}px", column.width)
        >
            {content}
        </div>
    }
    .into_any()
}
