//! A cell: its text, or the editor over it.

use std::sync::Arc;

use leptos::prelude::*;
use register::scoring::Travel;
use register::{Risk, Which};

use super::columns::{self, COLUMNS, Holds};
use super::editor::CellEditor;
use super::{Editing, GridState, keys};
use crate::components::{Pill, score::PillFace};
use crate::erased::{derived, heard, memo};
use crate::route::{Place, Route, View};

/// A cell of the grid.
#[component]
pub fn Cell(
    /// What the cells share.
    state: GridState,
    /// Its row from 0.
    row: Memo<usize>,
    /// Its column from 0.
    column: usize,
    /// The risk.
    risk: ArcRwSignal<Arc<Risk>>,
) -> impl IntoView {
    let spec = &COLUMNS[column];
    let id = risk.with_untracked(|risk| risk.id.clone());
    let own = id.clone();
    let editing = memo(move || {
        state.editing.with(|editing| {
            editing.as_ref().filter(|it| it.risk == own && it.column == column).map(|it| it.typed.clone())
        })
    });
    let edit = id.clone();
    let content = move || match editing.get() {
        Some(typed) => {
            CellEditor(super::editor::CellEditorProps { state, risk: edit.clone(), column, typed }).into_any()
        }
        None => shown(state, column, risk.clone()),
    };
    view! {
        <div
            role="gridcell"
            class="cell"
            class:frozen=column < columns::FROZEN
            class:second=column == 1
            class:figures=matches!(spec.holds, Holds::Score(_)) || spec.field == "appetite"
            class:editing=move || editing.with(Option::is_some)
            data-cell=move || format!("{}-{column}", row.get())
            aria-colindex=(column + 1).to_string()
            tabindex=move || if state.cursor.with(|cursor| *cursor == (row.get(), column)) { "0" } else { "-1" }
            style:width=format!("{}px", spec.width)
            on:focus=heard(move |_| {
                let at = (row.get_untracked(), column);
                if state.cursor.get_untracked() != at {
                    state.cursor.set(at);
                }
            })
            on:dblclick=heard(move |_| keys::begin(state, Editing { risk: id.clone(), column, typed: None }))
        >
            {move || content()}
        </div>
    }
    .into_any()
}

fn shown(state: GridState, column: usize, risk: ArcRwSignal<Arc<Risk>>) -> AnyView {
    let app = state.app;
    let spec = &COLUMNS[column];
    match spec.holds {
        Holds::Score(which) => {
            let for_levels = risk.clone();
            let face = derived(move || {
                app.head.with(|head| {
                    risk.with(|risk| {
                        let travel = (which == Which::Residual).then(|| Travel::of(risk, &head.criteria));
                        PillFace::of(&head.criteria, risk.assessment(which), travel)
                    })
                })
            });
            let levels = move || for_levels.with(|risk| columns::levels(risk, which));
            view! { <span class="levels">{move || levels()}</span><Pill face /> }.into_any()
        }
        _ if spec.field == "title" => {
            let for_link = risk.clone();
            let href = move || {
                let id = for_link.with(|risk| risk.id.clone());
                Route::Register(Place { view: View::Card, risk: Some(id), ..app.place() }).hash()
            };
            let number = risk.clone();
            let name = memo(move || number.with(|risk| format!("Open risk {}", risk.printed_number())));
            let title = move || risk.with(|risk| risk.title.clone());
            view! {
                <span class="text">{move || title()}</span>
                <a
                    class="open"
                    href=move || href()
                    tabindex="-1"
                    aria-label=move || name.get()
                    title=move || name.get()
                >
                    "↗"
                </a>
            }
            .into_any()
        }
        _ => {
            let text = memo(move || app.head.with(|head| risk.with(|risk| spec.text(risk, &head.criteria))));
            view! { <span class="text" title=move || text.get()>{move || text.get()}</span> }.into_any()
        }
    }
}
