//! The grid: every risk, action or control a row, edited in place; only the rows in sight are in the page.

mod add;
mod arrange;
mod bar;
mod block;
mod cell;
mod chooser;
mod clip;
mod columns;
mod compact;
mod density;
mod editor;
mod head;
mod heights;
mod kept;
mod keys;
mod lines;
mod pointer;
mod range;
mod row;
mod set;
mod sheet;
mod state;

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use register::filter::{self, group_rows, rows};

use super::filter_line::FilterLine;
use crate::erased::{derived, each, effect, heard, memo};
use crate::platform::{clock, focus};
use crate::state::{App, app};
use density::Density;
use heights::Heights;
use lines::{Line, Offsets};
pub use sheet::Sheet;
use state::{At, GridState};

/// The height of a row on a narrow page, where it is a small card, in CSS pixels; the style sheet has the same figure.
const COMPACT_ROW: f64 = 96.0;
/// The height of the heading of a group, in CSS pixels; the style sheet has the same figure.
const GROUP: f64 = 32.0;
/// Below this width rows become small cards. CSS pixels; the style sheet has the same figure.
const NARROW: f64 = 700.0;

/// The view.
#[component]
pub fn Grid(
    /// What its rows are.
    sheet: Sheet,
) -> impl IntoView {
    let app = app();
    let layout = RwSignal::new(kept::layout(app, sheet));
    let columns = memo(move || Arc::new(layout.with(|it| it.columns.iter().map(|it| it.place).collect::<Vec<_>>())));
    let shown = rows_of(app, sheet);
    let lines = lines_of(app, sheet, shown);
    let (top, height, width) = (RwSignal::new(0.0), RwSignal::new(700.0), RwSignal::new(1000.0));
    let narrow = memo(move || width.get() < NARROW);
    let density = memo(move || Density::of(app));
    let heights = Heights::new();
    let offsets = memo(move || Arc::new(offsets(&lines.get(), narrow.get(), density.get(), heights)));
    let state = GridState {
        app,
        sheet,
        node: NodeRef::new(),
        lines,
        offsets,
        layout,
        columns,
        frozen: memo(move || layout.with(|layout| layout.frozen)),
        cursor: RwSignal::new(At { line: Some(0), column: 0 }),
        anchor: RwSignal::new(None),
        block: RwSignal::new(None),
        dragging: StoredValue::new(None),
        dragged: RwSignal::new(None),
        below: RwSignal::new(None),
        marked: RwSignal::new(BTreeSet::new()),
        editing: RwSignal::new(None),
        density,
        heights,
    };
    heights.listen(state);
    let measure = move || {
        // By the time of the next frame the user may have gone elsewhere.
        if let Some(node) = state.node.try_get_untracked().flatten() {
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
    start(state);
    stay(state, top);
    let printing = printing();
    let drawn = memo(move || {
        let focused = state.cursor.get().line;
        let drawn = offsets.with(|offsets| match printing.get() {
            true => (0..offsets.count()).collect(),
            false => offsets.drawn(top.get(), height.get(), focused),
        });
        lines.with(|lines| drawn.into_iter().filter_map(|at| Some((at, lines.get(at)?.clone()))).collect::<Vec<_>>())
    });
    let body = move || {
        let narrow = narrow.get();
        // A row stays the same one when others come and go, and with it what is being typed there.
        let line = move |(first, line): (usize, Line)| {
            let own = line.clone();
            let at =
                memo(move || drawn.with(|drawn| drawn.iter().find(|(_, it)| *it == own).map_or(first, |(at, _)| *at)));
            row::line(state, at, &line, narrow)
        };
        each(move || drawn.get(), |(_, line)| line.clone(), line)
    };
    let count = derived(move || shown.with(|shown| shown.len()));
    let all = derived(move || {
        app.edits.track();
        app.with_register(|register| register.risks.iter().map(|risk| sheet.count_of(risk)).sum::<usize>())
    });
    let empty = memo(move || lines.with(|lines| lines.is_empty()));
    view! {
        <section class="grid-view" aria-label=if sheet == Sheet::Risks { "Grid" } else { sheet.label() }>
            <FilterLine shown=count of=sheet.of() all=all>{bar::tools(state)}</FilterLine>
            <div
                class=move || format!("grid {}", density.get().word())
                class:narrow=move || narrow.get()
                node_ref=state.node
                role="grid"
                aria-label=sheet.label()
                aria-multiselectable="true"
                aria-rowcount=move || (lines.with(|lines| lines.len()) + 2).to_string()
                aria-colcount=move || columns.with(|columns| columns.len()).to_string()
                on:scroll=heard(move |_| {
                    if let Some(node) = state.node.get_untracked() {
                        top.set(f64::from(node.scroll_top()));
                    }
                })
                on:keydown=heard(move |event: web_sys::KeyboardEvent| keys::pressed(state, &event))
                on:pointerdown=heard(move |event: web_sys::PointerEvent| pointer::down(state, &event))
                on:pointerover=heard(move |event: web_sys::PointerEvent| pointer::over(state, &event))
                on:copy=heard(move |event: web_sys::ClipboardEvent| clip::copy(state, &event))
                on:cut=heard(move |event: web_sys::ClipboardEvent| clip::cut(state, &event))
                on:paste=heard(move |event: web_sys::ClipboardEvent| clip::paste(state, &event))
            >
                {head::head(state)}
                <div
                    class="grid-body"
                    role="rowgroup"
                    style:height=move || format!("{}px", offsets.with(|offsets| offsets.height()))
                >
                    {move || body()}
                </div>
                {move || empty.get().then(|| none(state))}
            </div>
            {bar::bar(state)}
            {set::below(state)}
        </section>
    }
    .into_any()
}

/// The rows: what the filter shows, in the order asked for.
///
/// They are found anew when these change, or which risks or entries there are, not with each edit: a row that jumped or
/// vanished under the cursor would lose the user's place.
fn rows_of(app: App, sheet: Sheet) -> Memo<Arc<Vec<filter::Row>>> {
    let asked = memo(move || {
        let place = app.place();
        (place.filter, place.sort)
    });
    memo(move || {
        follow(app, sheet);
        let ((filter, sort), today) = (asked.get(), clock::today());
        app.with_register(|register| Arc::new(rows(register, sheet.of(), &filter, &sort, today)))
    })
}

/// Follows which risks or entries there are, and what rates them.
fn follow(app: App, sheet: Sheet) {
    app.order.track();
    app.head.track();
    if sheet != Sheet::Risks {
        app.lists.track();
    }
}

/// The rows as lines, with headings between them where they are grouped; a row may stand in several groups.
fn lines_of(app: App, sheet: Sheet, rows: Memo<Arc<Vec<filter::Row>>>) -> Memo<Arc<Vec<Line>>> {
    let group = memo(move || app.place().group.filter(|by| by.suits(sheet.of())));
    memo(move || {
        // Rows are places: other risks may stand in the same ones.
        follow(app, sheet);
        let (rows, group, today) = (rows.get(), group.get(), clock::today());
        app.with_register(|register| {
            let line = |row: &filter::Row| Some(Line::Row(sheet.row(register, *row)?));
            let Some(by) = group else { return Arc::new(rows.iter().filter_map(line).collect()) };
            let mut lines = Vec::with_capacity(rows.len());
            for group in group_rows(register, sheet.of(), &rows, by, today) {
                lines.push(Line::Group(group.name, group.places.len()));
                lines.extend(group.places.iter().filter_map(line));
            }
            Arc::new(lines)
        })
    })
}

fn offsets(lines: &[Line], narrow: bool, density: Density, heights: Heights) -> Offsets {
    let row = if narrow { Some(COMPACT_ROW) } else { density.height() };
    let of = |height: &dyn Fn(&sheet::RowId) -> f64| {
        Offsets::of(lines.iter().map(|line| match line {
            Line::Group(..) => GROUP,
            Line::Row(row) => height(row),
        }))
    };
    match row {
        Some(height) => of(&|_| height),
        None => heights.of(of),
    }
}

/// A risk in the address is where the user was: the grid begins there.
fn start(state: GridState) {
    let start = state.app.place_untracked().risk;
    effect(move || {
        let line = start.as_ref().and_then(|id| {
            state
                .lines
                .with_untracked(|lines| lines.iter().position(|line| line.row().is_some_and(|row| row.risk == *id)))
        });
        if let (Some(line), Some(_)) = (line, state.node.get()) {
            state.cursor.set(At { line: Some(line), column: 0 });
            request_animation_frame(move || state.scroll_to(line, 0));
        }
    });
}

/// Keeps the line at the top where it is when rows get another height.
fn stay(state: GridState, top: RwSignal<f64>) {
    let at_top = StoredValue::new(0);
    effect(move || {
        let top = top.get();
        at_top.set_value(state.offsets.with_untracked(|offsets| offsets.at(top)));
    });
    let mut drawn = false;
    effect(move || {
        state.lines.track();
        if std::mem::replace(&mut drawn, true) {
            // The row that had the focus has gone or stands elsewhere: the keys of the grid go on at the cursor.
            request_animation_frame(move || request_animation_frame(move || keep_focus(state)));
        }
    });
    effect(move || {
        state.density.track();
        state.layout.track();
        state.heights.forget();
        if let Some(node) = state.node.get_untracked() {
            let to = state.offsets.with_untracked(|offsets| offsets.top(at_top.get_value()));
            request_animation_frame(move || node.set_scroll_top(to as i32));
        }
    });
}

/// Puts the focus on the cursor's cell, or one near it, if nothing has it.
fn keep_focus(state: GridState) {
    // By then the user may have gone elsewhere.
    let Some(At { line, column }) = state.cursor.try_get_untracked() else { return };
    let wanted = focus::is_lost() && state.editing.with_untracked(Option::is_none);
    let row = line.filter(|_| wanted).and_then(|line| {
        state.lines.with_untracked(|lines| {
            let line = line.min(lines.len().saturating_sub(1));
            lines::nearest_row(lines, line, true).or_else(|| lines::nearest_row(lines, line, false))
        })
    });
    if let Some(line) = row {
        state.focus(line, column);
    }
}

/// Whether the page is being printed: then all rows are in it.
fn printing() -> RwSignal<bool> {
    let printing = RwSignal::new(false);
    let before = window_event_listener_untyped("beforeprint", move |_| printing.set(true));
    let after = window_event_listener_untyped("afterprint", move |_| printing.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    printing
}

/// What stands in the place of the rows, as the one row there is.
fn none(state: GridState) -> AnyView {
    let span = move || state.columns.with(|columns| columns.len()).to_string();
    view! {
        <div role="row">
            <div role="gridcell" aria-colspan=move || span()>{add::empty(state)}</div>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headings_of_groups_are_lower_than_rows() {
        let row = |id: &str| Line::Row(sheet::RowId { risk: id.into(), item: None });
        let lines = [Line::Group("High".to_owned(), 2), row("a"), row("b")];
        let tops = |narrow, density| {
            let offsets = Owner::new().with(|| offsets(&lines, narrow, density, Heights::new()));
            (0..=3).map(|line| offsets.top(line)).collect::<Vec<_>>()
        };
        assert_eq!(tops(false, Density::One), [0.0, 32.0, 64.0, 96.0]);
        assert_eq!(tops(false, Density::Three), [0.0, 32.0, 100.0, 168.0]);
        assert_eq!(tops(true, Density::All), [0.0, 32.0, 128.0, 224.0]);
        assert_eq!(tops(false, Density::All), [0.0, 32.0, 142.0, 252.0]);
    }
}
