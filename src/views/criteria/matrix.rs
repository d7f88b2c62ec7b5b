//! The matrix as it will look, with scores and bands of its cells where they are set by hand.

use leptos::prelude::*;
use register::Criteria;
use register::checks::is_colour;
use register::criteria_edit::{Scale, band_by_cell, score_by_cell, set_cell_band, set_score};
use register::scoring::ink;

use super::desk::{Desk, Named, whole};
use super::entry::{self, Entry, show_again};
use crate::components::matrix::{by_levels, level};
use crate::erased::{derived, heard, memo};

/// What makes another table; the rest is followed cell by cell, so that an edit leaves the focus where it is.
#[derive(Clone, Copy, PartialEq)]
struct Shape {
    size: (u8, u8),
    across: bool,
    own_scores: bool,
    own_bands: bool,
}

const SCORES: [&str; 2] = ["Likelihood × impact", "Own score for each cell"];
const BANDS: [&str; 2] = ["By score", "By cell"];

/// The section.
pub fn matrix(desk: Desk) -> AnyView {
    let shape = desk.read(|criteria| Shape {
        size: criteria.size(),
        across: criteria.likelihood_across,
        own_scores: !criteria.matrix.is_empty(),
        own_bands: !criteria.cell_bands.is_empty(),
    });
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
    let own = |read: fn(Shape) -> bool| memo(move || read(shape.get()));
    view! {
        <div class="ways">
            {entry::choice("Scores", SCORES, own(|it| it.own_scores), scores)}
            {entry::choice("Bands", BANDS, own(|it| it.own_bands), bands)}
            {entry::tick(derived(move || format!("{} runs across the page", name.get())), own(|it| it.across), across)}
        </div>
        {move || table(desk, shape.get())}
    }
    .into_any()
}

fn table(desk: Desk, shape: Shape) -> AnyView {
    // Set aside from the cells: a message within the table would move what is being typed in.
    let error = RwSignal::new(None::<String>);
    let Shape { size, across, .. } = shape;
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
    view! {
        <p class="axis" aria-hidden="true">{move || up.get()}</p>
        <div class="criteria-matrix" role="region" aria-label="Cells of the matrix" tabindex="0">
            <table class:bands-by-cell=shape.own_bands>
                <caption class="sr">{move || caption()}</caption>
                {by_levels(size, across, &|at| cell(desk, shape, at, error), &heading)}
            </table>
        </div>
        <p class="axis across" aria-hidden="true">{move || right.get()}</p>
        <p class="error" role="alert">{move || error.get()}</p>
    }
    .into_any()
}

fn cell(desk: Desk, shape: Shape, at: (u8, u8), error: RwSignal<Option<String>>) -> AnyView {
    let band = desk.read(move |criteria| criteria.band_at(at.0, at.1));
    let face = desk.read(move |criteria| {
        let band = criteria.band_at(at.0, at.1).and_then(|band| criteria.bands.get(band));
        let colour = band.map(|band| band.colour.clone()).filter(|colour| is_colour(colour));
        (colour.unwrap_or_default(), band.map(|band| band.letter.clone()).unwrap_or_default())
    });
    let score =
        desk.read(move |criteria| criteria.score_at(at.0, at.1).map(|score| score.to_string()).unwrap_or_default());
    let name =
        desk.read(move |criteria| format!("{} {}, {} {}", criteria.likelihood.name, at.0, criteria.impact.name, at.1));
    let figure = if shape.own_scores {
        let take = Callback::new(move |text: String| {
            let edit = |criteria: &mut Criteria| set_score(criteria, at, whole(&text)?);
            let title = format!("Score of {}", name.get_untracked());
            let named = Named::typed(&title, &score.get_untracked(), &text);
            desk.propose(&edit, named).map(|_| ()).map_err(|wrong| format!("{}: {wrong}", name.get_untracked()))
        });
        let name = derived(move || format!("Score of {}", name.get()));
        entry::input(Entry { id: String::new(), label: "", name, shown: score, take }, true, error)
    } else {
        view! { <span class="figure">{move || score.get()}</span> }.into_any()
    };
    let own_band = shape.own_bands.then(|| select(desk, at, name, band));
    view! {
        <td
            style:background-color=move || face.with(|face| face.0.clone())
            style:color=move || face.with(|face| if face.0.is_empty() { String::new() } else { ink(&face.0).to_owned() })
        >
            {figure}
            " "
            <span class="letter">{move || face.with(|face| face.1.clone())}</span>
            {own_band}
        </td>
    }
    .into_any()
}

fn select(desk: Desk, at: (u8, u8), name: Memo<String>, own: Memo<Option<usize>>) -> AnyView {
    let names = desk.read(|criteria| criteria.bands.iter().map(|band| band.name.clone()).collect::<Vec<_>>());
    let value = move |band: Option<usize>| band.map(|band| band.to_string()).unwrap_or_default();
    let options = move || {
        let chosen = own.get();
        let option = |(place, name): (usize, String)| {
            view! { <option value=place.to_string() selected=chosen == Some(place)>{name}</option> }.into_any()
        };
        names.get().into_iter().enumerate().map(option).collect_view()
    };
    let change = move |event: web_sys::Event| {
        if let Ok(band) = event_target_value(&event).parse::<usize>() {
            let named = |place: Option<usize>| {
                place.and_then(|place| names.with_untracked(|names| names.get(place).cloned())).unwrap_or_default()
            };
            let title = format!("Band of {}", name.get_untracked());
            let named = Named::typed(&title, &named(own.get_untracked()), &named(Some(band)));
            desk.press(&|criteria| set_cell_band(criteria, at, band), named);
        }
        show_again(&event, value(own.get_untracked()));
    };
    view! {
        <select
            aria-label=move || format!("Band of {}", name.get())
            prop:value=move || value(own.get())
            on:change=heard(change)
        >
            {move || options()}
        </select>
    }
    .into_any()
}
