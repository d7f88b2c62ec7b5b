//! The small matrix on which likelihood and impact of one assessment are seen and set.

use leptos::html;
use leptos::prelude::*;
use register::scoring::ink;
pub use register::scoring::level;
use register::{Assessment, Criteria};
use wasm_bindgen::JsCast;

use crate::erased::{heard, memo};
use crate::state::app;

/// A matrix with the assessment marked in it: arrow keys walk over the cells, Enter or Space or a click sets.
#[component]
pub fn Matrix(
    /// What is assessed, for screen readers, e.g. "Residual score of risk 4".
    #[prop(into)]
    label: Signal<String>,
    /// The assessment.
    #[prop(into)]
    value: Signal<Assessment>,
    /// Called with likelihood and impact when a cell is chosen.
    choose: Callback<(u8, u8)>,
) -> impl IntoView {
    let app = app();
    let node = NodeRef::<html::Table>::new();
    // The cell that Tab leads to: the chosen one, or where the arrows went last.
    let cursor = RwSignal::new(None::<(u8, u8)>);
    let chosen = memo(move || value.with(|value| value.likelihood.zip(value.impact)));
    let at = move || {
        let size = app.head.with(|head| head.criteria.size());
        let (likelihood, impact) = cursor.get().or_else(|| chosen.get()).unwrap_or((1, 1));
        (likelihood.clamp(1, size.0.max(1)), impact.clamp(1, size.1.max(1)))
    };
    let walk = move |event: web_sys::KeyboardEvent| {
        let (likelihood, impact) = at();
        let (likelihoods, impacts, across) = app.head.with_untracked(|head| {
            let size = head.criteria.size();
            (size.0, size.1, head.criteria.likelihood_across)
        });
        let (up, right): (i16, i16) = match event.key().as_str() {
            "ArrowUp" => (1, 0),
            "ArrowDown" => (-1, 0),
            "ArrowRight" => (0, 1),
            "ArrowLeft" => (0, -1),
            "Home" => (0, -99),
            "End" => (0, 99),
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        let (more_likely, graver) = if across { (right, up) } else { (up, right) };
        let step = |level: u8, by: i16, levels: u8| {
            u8::try_from((i16::from(level) + by).clamp(1, i16::from(levels.max(1)))).unwrap_or(1)
        };
        let to = (step(likelihood, more_likely, likelihoods), step(impact, graver, impacts));
        cursor.set(Some(to));
        let cell = node
            .get_untracked()
            .and_then(|table| table.query_selector(&format!("[data-cell='{}x{}']", to.0, to.1)).ok().flatten());
        if let Some(cell) = cell {
            cell.unchecked_into::<web_sys::HtmlElement>().focus().unwrap_or_default();
        }
    };
    let rows = move || {
        app.head.with(|head| {
            let criteria = &head.criteria;
            let (likelihoods, impacts) = criteria.size();
            let (rows, columns) =
                if criteria.likelihood_across { (impacts, likelihoods) } else { (likelihoods, impacts) };
            let row = |row: u8| {
                let cell = |column: u8| {
                    let (l, i) = if criteria.likelihood_across { (column, row) } else { (row, column) };
                    let (colour, name) = face(criteria, l, i);
                    view! {
                        <td role="gridcell" aria-selected=move || (chosen.get() == Some((l, i))).to_string()>
                            <button
                                type="button"
                                data-cell=format!("{l}x{i}")
                                class:chosen=move || chosen.get() == Some((l, i))
                                style:background-color=colour.clone()
                                style:color=ink(&colour)
                                tabindex=move || if at() == (l, i) { "0" } else { "-1" }
                                aria-label=name.clone()
                                title=name
                                on:click=heard(move |_| {
                                    cursor.set(None);
                                    choose.run((l, i));
                                })
                            >
                                {move || (chosen.get() == Some((l, i))).then(|| "✕".to_owned())}
                            </button>
                        </td>
                    }
                    .into_any()
                };
                view! { <tr role="row">{(1..=columns).map(cell).collect_view()}</tr> }.into_any()
            };
            (1..=rows).rev().map(row).collect_view()
        })
    };
    view! {
        <table class="matrix" role="grid" node_ref=node aria-label=move || label.get() on:keydown=heard(walk)>
            <tbody role="rowgroup">{move || rows()}</tbody>
        </table>
    }
    .into_any()
}

/// The parts of a table of all levels: the highest row first, so that the origin is bottom left; the names of the
/// columns below. `size` is likelihoods and impacts, `across` whether likelihood runs across; a cell is named by its
/// likelihood and impact, a heading by whether it is a likelihood and by its level.
pub fn by_levels(
    size: (u8, u8),
    across: bool,
    cell: &dyn Fn((u8, u8)) -> AnyView,
    heading: &dyn Fn(bool, u8) -> AnyView,
) -> AnyView {
    let (rows, columns) = if across { (size.1, size.0) } else { size };
    let row = |row: u8| {
        let cells = (1..=columns).map(|column| cell(if across { (column, row) } else { (row, column) }));
        view! {
            <tr>
                <th scope="row">{heading(!across, row)}</th>
                {cells.collect_view()}
            </tr>
        }
        .into_any()
    };
    let headings = (1..=columns).map(|column| view! { <th scope="col">{heading(across, column)}</th> }.into_any());
    view! {
        <tbody>{(1..=rows).rev().map(row).collect_view()}</tbody>
        <tfoot>
            <tr>
                <td></td>
                {headings.collect_view()}
            </tr>
        </tfoot>
    }
    .into_any()
}

/// The colour of a cell and its name, e.g. `Likelihood 3 Possible, Impact 5 Very high: 15 High`.
pub fn face(criteria: &Criteria, likelihood: u8, impact: u8) -> (String, String) {
    let band = criteria.band_at(likelihood, impact).and_then(|band| criteria.bands.get(band));
    let colour = band.map(|band| band.colour.clone()).filter(|colour| register::checks::is_colour(colour));
    let score = criteria.score_at(likelihood, impact).map(|score| score.to_string()).unwrap_or_default();
    let name = format!(
        "{} {}, {} {}: {score} {}",
        criteria.likelihood.name,
        level(criteria, true, likelihood),
        criteria.impact.name,
        level(criteria, false, impact),
        band.map(|band| band.name.as_str()).unwrap_or_default()
    );
    (colour.unwrap_or_default(), name.trim_end().to_owned())
}
