//! The matrix, drawn as the criteria stand and followed by every edit beside it: how scores and bands come about.

use leptos::prelude::*;
use register::Criteria;
use register::criteria_edit::{Scale, band_by_cell, score_by_cell};

use super::cells;
use super::desk::{Desk, Named};
use super::entry;
use super::paint::{self, Brush};
use crate::components::matrix::{by_levels, level};
use crate::erased::{derived, memo};

/// What makes another table; the rest is followed cell by cell, so that an edit leaves the focus where it is.
#[derive(Clone, Copy, PartialEq)]
struct Shape {
    size: (u8, u8),
    across: bool,
    work: Work,
}

/// What one does to cells.
#[derive(Clone, Copy, PartialEq)]
pub enum Work {
    /// Looks at them.
    Look,
    /// Types their scores.
    Score,
    /// Paints bands on them.
    Paint,
}

const SCORES: [&str; 2] = ["Product", "By cell"];
const BANDS: [&str; 2] = ["By score", "Painted"];

/// The section.
pub fn matrix(desk: Desk) -> AnyView {
    let brush = Brush::new();
    let own_scores = desk.read(|criteria| !criteria.matrix.is_empty());
    let own_bands = desk.read(|criteria| !criteria.cell_bands.is_empty());
    let work = memo(move || match (own_scores.get(), own_bands.get()) {
        (true, true) if !brush.painting.get() => Work::Score,
        (_, true) => Work::Paint,
        (true, false) => Work::Score,
        (false, false) => Work::Look,
    });
    let across_now = desk.read(|criteria| criteria.likelihood_across);
    let size = desk.read(Criteria::size);
    let shape = memo(move || Shape { size: size.get(), across: across_now.get(), work: work.get() });
    let name = desk.read(|criteria| criteria.likelihood.name.clone());
    let across = Callback::new(move |across| {
        let set = |criteria: &mut Criteria| {
            criteria.likelihood_across = across;
            Ok(())
        };
        let way = if across { "across" } else { "up" };
        desk.press(&set, Named::plain(format!("Likelihood runs {way} the page")));
    });
    let scores = Callback::new(move |own| {
        let set = |criteria: &mut Criteria| {
            score_by_cell(criteria, own);
            Ok(())
        };
        let product = "Every score is likelihood × impact now";
        let named = match own {
            true => Named::plain("Cells have scores of their own"),
            false => Named::said(product, format!("{product}.")),
        };
        desk.press(&set, named);
    });
    let bands = Callback::new(move |own| {
        let set = |criteria: &mut Criteria| {
            band_by_cell(criteria, own);
            Ok(())
        };
        let by_score = "Every band follows from the score now";
        let named = match own {
            true => Named::plain("Cells have bands of their own"),
            false => Named::said(by_score, format!("{by_score}.")),
        };
        desk.press(&set, named);
    });
    view! {
        <div class="ways">
            {entry::choice("Scores", SCORES, own_scores, scores)}
            {entry::choice("Bands", BANDS, own_bands, bands)}
        </div>
        {move || own_bands.get().then(|| paint::palette(desk, brush, own_scores))}
        {move || table(desk, brush, shape.get())}
        {entry::tick(derived(move || format!("{} runs across the page", name.get())), across_now, across)}
    }
    .into_any()
}

fn table(desk: Desk, brush: Brush, Shape { size, across, work }: Shape) -> AnyView {
    // Set aside from the cells: a message within the table would move what is being typed in.
    let error = RwSignal::new(None::<String>);
    let heading = move |likelihood: bool, at: u8| {
        let words = desk.read(move |criteria| {
            let words = level(criteria, likelihood, at);
            let (mark, label) = words.split_once(' ').unwrap_or((&words, ""));
            (mark.to_owned(), label.to_owned())
        });
        view! {
            <span class="mark">{move || words.with(|words| words.0.clone())}</span>
            " "
            <span class="label">{move || words.with(|words| words.1.clone())}</span>
        }
        .into_any()
    };
    let axis = move |likelihood: bool| {
        let scale = if likelihood { Scale::Likelihood } else { Scale::Impact };
        desk.read(move |criteria| scale.axis(criteria).name.clone())
    };
    let (up, right) = (axis(!across), axis(across));
    let caption = move || format!("Scores and bands: {} up, {} across", up.get(), right.get());
    let body = match work {
        Work::Look => by_levels(size, across, &|at| cells::seen(desk, at), &heading),
        Work::Score => by_levels(size, across, &|at| cells::scored(desk, at, error), &heading),
        Work::Paint => by_levels(size, across, &|at| cells::painted(desk, brush, at), &heading),
    };
    let table = view! {
        <table role=(work == Work::Paint).then_some("grid") aria-label=move || caption()>
            {body}
        </table>
    }
    .into_any();
    // A matrix of ten levels is wider than its place; what is painted is scrolled to by its focus.
    let scrolled = (work == Work::Look).then_some("0");
    view! {
        <p class="axis" aria-hidden="true">{move || up.get()}</p>
        <div class="criteria-matrix" role="region" aria-label="Cells of the matrix" tabindex=scrolled>
            {if work == Work::Paint { paint::canvas(desk, brush, across, table) } else { table }}
        </div>
        <p class="axis across" aria-hidden="true">{move || right.get()}</p>
        <p class="error" role="alert">{move || error.get()}</p>
    }
    .into_any()
}
