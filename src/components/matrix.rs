//! The small matrix on which likelihood and impact of one assessment are seen and set.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::html;
use leptos::prelude::*;
use register::cell::{Typed, typed};
use register::scoring::ink;
pub use register::scoring::level;
use register::{Assessment, Criteria};
use wasm_bindgen::JsCast;

use crate::erased::{derived, heard, memo};
use crate::state::app;

/// An id for the help of one matrix among those on the page.
fn new_id() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    format!("levels-{}", NUMBER.fetch_add(1, Ordering::Relaxed))
}

/// A matrix with the assessment marked in it: arrow keys walk over the cells, Enter or Space or a click sets, and so do the
/// levels typed one after the other, `4x3` or `43`. What the levels mean stands below it while the keys are on it.
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
    let help_id = StoredValue::new(new_id());
    // The cell that Tab leads to: the chosen one, or where the arrows went last.
    let cursor = RwSignal::new(None::<(u8, u8)>);
    let chosen = memo(move || value.with(|value| value.likelihood.zip(value.impact)));
    let at = move || {
        let size = app.head.with(|head| head.criteria.size());
        let (likelihood, impact) = cursor.get().or_else(|| chosen.get()).unwrap_or((1, 1));
        (likelihood.clamp(1, size.0.max(1)), impact.clamp(1, size.1.max(1)))
    };
    let go = move |to: (u8, u8)| {
        cursor.set(Some(to));
        let cell = node
            .get_untracked()
            .and_then(|table| table.query_selector(&format!("[data-cell='{}x{}']", to.0, to.1)).ok().flatten());
        if let Some(cell) = cell {
            cell.unchecked_into::<web_sys::HtmlElement>().focus().unwrap_or_default();
        }
    };
    // What was typed of a cell so far.
    let text = RwSignal::new(String::new());
    let meant = move |text: &str| app.head.with_untracked(|head| typed(&head.criteria, text));
    let set = move |to: (u8, u8)| {
        text.set(String::new());
        go(to);
        cursor.set(None);
        choose.run(to);
    };
    let type_in = move |event: &web_sys::KeyboardEvent| {
        let key = event.key();
        let so_far = text.get_untracked();
        let letter =
            key.chars().next().filter(|it| key.chars().count() == 1 && (it.is_alphanumeric() || "×*,".contains(*it)));
        let longer = match (key.as_str(), so_far.is_empty(), letter) {
            ("Escape", false, _) => String::new(),
            ("Backspace", false, _) => so_far.chars().take(so_far.chars().count() - 1).collect(),
            ("Enter", false, _) => {
                if let Typed::MayGoOn(likelihood, impact) = meant(&so_far) {
                    set((likelihood, impact));
                }
                return true;
            }
            (_, _, Some(letter)) => format!("{so_far}{letter}"),
            _ => return false,
        };
        match meant(&longer) {
            Typed::Cell(likelihood, impact) => set((likelihood, impact)),
            Typed::Likelihood(_) | Typed::MayGoOn(..) => text.set(longer),
            // A letter that fits nothing is not for the matrix; one that does not go on leaves what was typed.
            Typed::Wrong if longer.is_empty() => text.set(longer),
            Typed::Wrong => return !so_far.is_empty(),
        }
        true
    };
    let walk = move |event: web_sys::KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        if type_in(&event) {
            event.prevent_default();
            return event.stop_propagation();
        }
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
        text.set(String::new());
        go(to);
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
                                aria-describedby=move || (at() == (l, i)).then(|| help_id.get_value())
                                title=format!("{name}{}", meaning(criteria, (l, i), "\n"))
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
    let typing = move || {
        app.head.with(|head| {
            text.with(|text| match typed(&head.criteria, text) {
                Typed::Likelihood(likelihood) => {
                    let (axis, other) = (&head.criteria.likelihood.name, head.criteria.impact.name.to_lowercase());
                    format!("{axis} {} × … Type the {other}.", level(&head.criteria, true, likelihood))
                }
                Typed::MayGoOn(..) => format!("{text} … Enter sets it."),
                _ => String::new(),
            })
        })
    };
    let help = derived(move || app.head.with(|head| meaning(&head.criteria, at(), "")));
    let left = move |event: web_sys::FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        // A matrix that goes with its editor is left only after that.
        if !node.try_get_untracked().flatten().is_some_and(|node| node.contains(to.as_ref())) {
            text.try_set(String::new());
        }
    };
    view! {
        <div class="matrix-box">
            <table
                class="matrix"
                role="grid"
                node_ref=node
                aria-label=move || label.get()
                on:keydown=heard(walk)
                on:focusout=heard(left)
            >
                <tbody role="rowgroup">{move || rows()}</tbody>
            </table>
            <p class="typing" role="status" hidden=move || text.with(String::is_empty)>{move || typing()}</p>
            <p class="level-help" id=help_id.get_value() hidden=move || help.with(String::is_empty)>{move || help.get()}</p>
        </div>
    }
    .into_any()
}

/// What the levels of a cell mean, one a line, each after `before`; blank where the criteria do not say.
fn meaning(criteria: &Criteria, (likelihood, impact): (u8, u8), before: &str) -> String {
    let line = |likelihood: bool, at: u8| {
        let axis = if likelihood { &criteria.likelihood } else { &criteria.impact };
        let found = usize::from(at).checked_sub(1).and_then(|place| axis.levels.get(place));
        let text = found.map(|it| it.description.trim()).filter(|text| !text.is_empty())?;
        Some(format!("{before}{} {}: {text}", axis.name, level(criteria, likelihood, at)))
    };
    let glue = if before.is_empty() { "\n" } else { "" };
    [line(true, likelihood), line(false, impact)].into_iter().flatten().collect::<Vec<_>>().join(glue)
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
    let place = criteria.band_at(likelihood, impact);
    let band = place.and_then(|band| criteria.bands.get(band));
    let score = criteria.score_at(likelihood, impact).map(|score| score.to_string()).unwrap_or_default();
    let name = format!(
        "{} {}, {} {}: {score} {}",
        criteria.likelihood.name,
        level(criteria, true, likelihood),
        criteria.impact.name,
        level(criteria, false, impact),
        band.map(|band| band.name.as_str()).unwrap_or_default()
    );
    (band_colour(criteria, place), name.trim_end().to_owned())
}

/// The colour of a band by its place in the list; blank for none and for what is no colour.
pub fn band_colour(criteria: &Criteria, band: Option<usize>) -> String {
    let band = band.and_then(|band| criteria.bands.get(band));
    band.map(|band| band.colour.clone()).filter(|colour| register::checks::is_colour(colour)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use register::presets;

    use super::*;

    #[test]
    fn the_levels_of_a_cell_are_explained_where_the_criteria_say_what_they_mean() {
        let mut criteria = presets::five_by_five();
        criteria.impact.levels[0].description = String::new();
        let help = meaning(&criteria, (1, 2), "");
        assert!(help.starts_with("Likelihood 1 Very rare: ") && help.contains("\nImpact 2 Low: "), "{help}");
        assert!(!meaning(&criteria, (1, 1), "").contains("Impact"));
        assert_eq!(meaning(&criteria, (9, 1), ""), "");
    }
}
