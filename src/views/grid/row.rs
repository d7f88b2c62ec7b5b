//! A line of the grid: a row, which renders from its own risk's signal, so that an edit repaints it and no other; or
//! the heading of a group.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use register::{Risk, Status};

use super::cell::{Cell, cell};
use super::compact::compact;
use super::lines::Line;
use super::sheet::RowId;
use super::state::GridState;
use crate::erased::{effect, memo};

/// A line.
pub fn line(state: GridState, at: Memo<usize>, line: &Line, narrow: bool) -> AnyView {
    match line {
        Line::Group(name, count) => group(state, at, name, *count),
        Line::Row(id) => match state.app.risk(&id.risk) {
            Some(risk) if narrow => compact(state, at, id, risk),
            Some(risk) => row(state, at, id, risk),
            None => ().into_any(),
        },
    }
}

fn group(state: GridState, at: Memo<usize>, name: &str, count: usize) -> AnyView {
    let span = move || state.columns.with(|columns| columns.len()).to_string();
    view! {
        <div role="row" class="row group-line" aria-rowindex=move || (at.get() + 3).to_string()
            style:transform=move || top(state, at)>
            <div role="rowheader" aria-colspan=move || span()>
                <span>{name.to_owned()}</span>
                " "
                <span class="hint">{state.sheet.count(count)}</span>
            </div>
        </div>
    }
    .into_any()
}

/// Where a line begins, as a transform.
pub fn top(state: GridState, at: Memo<usize>) -> String {
    format!("translateY({}px)", state.offsets.with(|offsets| offsets.top(at.get())))
}

fn row(state: GridState, at: Memo<usize>, id: &RowId, risk: ArcRwSignal<Arc<Risk>>) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    effect(move || {
        if let Some(node) = node.get() {
            state.heights.follow(&node);
        }
    });
    let current = memo(move || state.cursor.with(|cursor| cursor.line == Some(at.get())));
    // The columns of the chosen cells in this row; each cell asks the row, not the whole grid.
    let chosen = memo(move || state.range().filter(|range| range.has_line(at.get())).map(|range| range.columns));
    let own = id.clone();
    let marked = memo(move || state.marked.with(|marked| marked.contains(&own)));
    let closed = {
        let risk = risk.clone();
        memo(move || risk.with(|risk| risk.status == Status::Closed))
    };
    let id = id.clone();
    let cells = move || {
        let columns = state.columns.get();
        let frozen = state.frozen.get();
        let cell = |(column, place): (usize, &usize)| {
            let stays = column < frozen;
            let it = Cell { state, row: id.clone(), at, column, place: *place, risk: risk.clone() };
            cell(it, stays, column + 1 == frozen, chosen, marked)
        };
        columns.iter().enumerate().map(cell).collect_view()
    };
    view! {
        <div
            role="row"
            class="row"
            class:current=move || current.get()
            class:marked=move || marked.get()
            class:closed=move || closed.get()
            node_ref=node
            aria-rowindex=move || (at.get() + 3).to_string()
            style:transform=move || top(state, at)
        >
            {move || cells()}
        </div>
    }
    .into_any()
}
