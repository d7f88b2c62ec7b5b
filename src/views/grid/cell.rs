//! A cell: its text, or the editor over it.

use std::sync::Arc;

use leptos::prelude::*;
use register::Which;
use register::scoring::{Travel, ink};
use register::{Criteria, Risk};

use super::columns::{Column, Holds, catalogue, levels};
use super::editor::{CellEditor, CellEditorProps};
use super::keys;
use super::sheet::{Of, RowId, Sheet};
use super::state::{At, Editing, GridState};
use crate::components::{Pill, score::PillFace};
use crate::erased::{derived, heard, memo};
use crate::platform::clock;
use crate::route::{Place, Route, View};

/// What a cell is made of.
#[derive(Clone)]
pub struct Cell {
    /// What the cells share.
    pub state: GridState,
    /// Its row.
    pub row: RowId,
    /// Its line from 0.
    pub at: Memo<usize>,
    /// Its column from 0, from the left.
    pub column: usize,
    /// The column's place in the catalogue.
    pub place: usize,
    /// The risk.
    pub risk: ArcRwSignal<Arc<Risk>>,
}

impl Cell {
    fn spec(&self) -> &'static Column {
        &catalogue(self.state.sheet)[self.place]
    }
}

/// A cell of the grid. `chosen` are the columns of the chosen cells in its row.
pub fn cell(
    it: Cell,
    stays: bool,
    last_that_stays: bool,
    chosen: Memo<Option<(usize, usize)>>,
    marked: Memo<bool>,
) -> AnyView {
    let Cell { state, at, column, place, .. } = it;
    let spec = it.spec();
    let own = it.row.clone();
    let editing = memo(move || {
        state.editing.with(|editing| {
            editing.as_ref().filter(|it| it.row == own && it.column == place).map(|it| it.typed.clone())
        })
    });
    let edit = it.row.clone();
    let row = it.row.clone();
    let content = move || match editing.get() {
        Some(typed) => CellEditor(CellEditorProps { state, row: edit.clone(), place, typed }).into_any(),
        None => shown(&it, marked),
    };
    let here = move || At { line: Some(at.get()), column };
    // One that is being edited has the field in it to stop at.
    let is_stop = move || state.cursor.with(|cursor| *cursor == here()) && !editing.with(Option::is_some);
    let is_chosen = move || chosen.get().is_some_and(|(first, last)| (first..=last).contains(&column)) || marked.get();
    view! {
        <div
            role="gridcell"
            class="cell"
            class:frozen=stays
            class:edge-of-frozen=last_that_stays
            class:strong=state.sheet == Sheet::Risks && spec.field == "title"
            class:figures=spec.is_figures()
            class:chosen=move || is_chosen()
            class:editing=move || editing.with(Option::is_some)
            data-cell=move || format!("{}-{column}", at.get())
            aria-colindex=(column + 1).to_string()
            aria-selected=move || is_chosen().to_string()
            tabindex=move || if is_stop() { "0" } else { "-1" }
            style:width=format!("var(--w{column})")
            style:left=stays.then(|| format!("var(--l{column})"))
            on:focus=heard(move |_| {
                let to = untrack(here);
                if state.cursor.get_untracked() != to {
                    state.cursor.set(to);
                }
            })
            on:dblclick=heard(move |_| keys::begin(state, Editing { row: row.clone(), column: place, typed: None }))
        >
            {move || content()}
        </div>
    }
    .into_any()
}

fn shown(it: &Cell, marked: Memo<bool>) -> AnyView {
    let spec = it.spec();
    match (spec.holds, spec.of, spec.field) {
        (Holds::Score(which), ..) => score(it, which),
        (_, Of::Risk, "title") => title(it),
        (_, Of::Risk, "number") => number(it, marked),
        (_, Of::Item, "progress") => progress(it),
        _ => text(it),
    }
}

/// The text of a cell, followed.
fn words(it: &Cell) -> Memo<String> {
    let (state, spec, row, risk) = (it.state, it.spec(), it.row.clone(), it.risk.clone());
    memo(move || state.app.head.with(|head| risk.with(|risk| spec.text(state.sheet, risk, &row, &head.criteria))))
}

fn text(it: &Cell) -> AnyView {
    let words = words(it);
    let (state, spec, row, risk) = (it.state, it.spec(), it.row.clone(), it.risk.clone());
    let note = memo(move || {
        let today = clock::today();
        state.app.head.with(|head| risk.with(|risk| spec.note(state.sheet, risk, &row, &head.criteria, today)))
    });
    let noted = move || {
        let note = note.get();
        (!note.is_empty())
            .then(|| view! { <span class="note"><span aria-hidden="true">"△ "</span>{note}</span> }.into_any())
    };
    view! {
        <span class="text" title=move || words.get()>{move || words.get()}</span>
        {move || noted()}
    }
    .into_any()
}

fn score(it: &Cell, which: Which) -> AnyView {
    let (app, for_face, for_levels) = (it.state.app, it.risk.clone(), it.risk.clone());
    let face = derived(move || {
        app.head.with(|head| {
            for_face.with(|risk| {
                let travel = (which == Which::Residual).then(|| Travel::of(risk, &head.criteria));
                PillFace::of(&head.criteria, risk.assessment(which), travel)
            })
        })
    });
    let levels = move || for_levels.with(|risk| levels(risk, which));
    view! { <span class="levels">{move || levels()}</span><Pill face /> }.into_any()
}

fn title(it: &Cell) -> AnyView {
    let (app, id, risk) = (it.state.app, it.row.risk.clone(), it.risk.clone());
    let href = move || Route::Register(Place { view: View::Card, risk: Some(id.clone()), ..app.place() }).hash();
    let number = risk.clone();
    let name = memo(move || number.with(|risk| format!("Open risk {}", risk.printed_number())));
    let title = move || risk.with(|risk| risk.title.clone());
    view! {
        <span class="text">{move || title()}</span>
        <a class="open" href=move || href() tabindex="-1" aria-label=move || name.get() title=move || name.get()>
            "↗"
        </a>
    }
    .into_any()
}

/// The number, and a box to mark the row with.
fn number(it: &Cell, marked: Memo<bool>) -> AnyView {
    let words = words(it);
    let (state, row, at) = (it.state, it.row.clone(), it.at);
    let name = move || match state.sheet.list() {
        None => format!("Select risk {}", words.get()),
        Some(_) => format!("Select {} in line {}, of risk {}", state.sheet.one(), at.get() + 1, words.get()),
    };
    let toggle = move |_| {
        state.marked.update(|marked| {
            if !marked.remove(&row) {
                marked.insert(row.clone());
            }
        })
    };
    view! {
        <input
            type="checkbox"
            class="mark-row"
            tabindex="-1"
            aria-label=move || name()
            prop:checked=move || marked.get()
            on:change=heard(toggle)
        />
        <span class="text">{move || words.get()}</span>
    }
    .into_any()
}

/// The progress of an action, with its colour beside the word.
fn progress(it: &Cell) -> AnyView {
    let words = words(it);
    let app = it.state.app;
    let colour = memo(move || app.head.with(|head| words.with(|words| colour_of(&head.criteria, words))));
    view! {
        <span
            class="rag"
            class:blank=move || colour.with(String::is_empty)
            style:background-color=move || colour.get()
            style:color=move || colour.with(|colour| if colour.is_empty() { "" } else { ink(colour) })
        >
            <span class="text">{move || words.get()}</span>
        </span>
    }
    .into_any()
}

fn colour_of(criteria: &Criteria, progress: &str) -> String {
    let step = criteria.progress.iter().find(|step| step.name == progress);
    let colour = step.map(|step| step.colour.clone()).filter(|colour| register::checks::is_colour(colour));
    colour.unwrap_or_default()
}
