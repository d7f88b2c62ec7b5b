//! A row: renders from its own risk's signal, so that an edit repaints this row and no other.

use std::sync::Arc;

use leptos::prelude::*;
use register::scoring::Travel;
use register::{Risk, Which};

use super::cell::Cell;
use super::columns::COLUMNS;
use super::{COMPACT_ROW, GridState, ROW};
use crate::components::{Pill, score::PillFace};
use crate::erased::derived;
use crate::route::{Place, Route, View};

/// A row of the grid.
#[component]
pub fn Row(
    /// What the cells share.
    state: GridState,
    /// Its place from 0.
    row: Memo<usize>,
    /// The risk.
    risk: ArcRwSignal<Arc<Risk>>,
) -> impl IntoView {
    let cells = (0..COLUMNS.len())
        .map(|column| Cell(super::cell::CellProps { state, row, column, risk: risk.clone() }).into_any())
        .collect_view();
    let current = move || state.cursor.with(|cursor| cursor.0 == row.get());
    view! {
        <div
            role="row"
            class="row"
            class:current=move || current()
            class:closed=move || risk.with(|risk| risk.status == register::Status::Closed)
            aria-rowindex=move || (row.get() + 3).to_string()
            style:transform=move || format!("translateY({}px)", row.get() as f64 * ROW)
        >
            {cells}
        </div>
    }
    .into_any()
}

/// A row on a narrow page: a small card that leads to the whole one.
#[component]
pub fn CompactRow(
    /// What the cells share.
    state: GridState,
    /// Its place from 0.
    row: Memo<usize>,
    /// The risk.
    risk: ArcRwSignal<Arc<Risk>>,
) -> impl IntoView {
    let app = state.app;
    let for_link = risk.clone();
    let href = move || {
        let id = for_link.with(|risk| risk.id.clone());
        Route::Register(Place { view: View::Card, risk: Some(id), ..app.place() }).hash()
    };
    let for_face = risk.clone();
    let face = derived(move || {
        app.head.with(|head| {
            for_face.with(|risk| {
                PillFace::of(&head.criteria, risk.assessment(Which::Residual), Some(Travel::of(risk, &head.criteria)))
            })
        })
    });
    let for_title = risk.clone();
    let title = move || for_title.with(|risk| format!("{}  {}", risk.printed_number(), risk.title));
    let below = move || {
        risk.with(|risk| {
            let mut parts = vec![risk.owners.join("; ")];
            if !risk.next_review.0.is_empty() {
                parts.push(format!("review {}", risk.next_review.short()));
            }
            parts.retain(|part| !part.is_empty());
            parts.join(" · ")
        })
    };
    view! {
        <div role="row" class="row compact" aria-rowindex=move || (row.get() + 3).to_string()
            style:transform=move || format!("translateY({}px)", row.get() as f64 * COMPACT_ROW)>
            <div role="gridcell" class="compact-cell">
                <a href=move || href()>{move || title()}</a>
                <p>{move || below()}</p>
            </div>
            <div role="gridcell" class="compact-score"><Pill face /></div>
        </div>
    }
    .into_any()
}
