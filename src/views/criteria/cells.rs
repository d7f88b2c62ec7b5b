//! The cells of the matrix: seen, with a score to type, or to be painted.

use leptos::prelude::*;
use register::Criteria;
use register::checks::is_colour;
use register::criteria_edit::set_score;
use register::scoring::ink;

use super::desk::{Desk, Named, whole};
use super::entry::{self, Entry};
use super::paint::Brush;
use crate::components::matrix;
use crate::erased::{derived, memo};

/// A cell as it is: score, and the letter of its band.
pub fn seen(desk: Desk, at: (u8, u8)) -> AnyView {
    let face = face(desk, at, None);
    let score = score(desk, at);
    let figure = view! { <span class="figure">{move || score.get()}</span> }.into_any();
    cell(face, None, figure)
}

/// A cell whose score is typed.
pub fn scored(desk: Desk, at: (u8, u8), error: RwSignal<Option<String>>) -> AnyView {
    let score = score(desk, at);
    let name =
        desk.read(move |criteria| format!("{} {}, {} {}", criteria.likelihood.name, at.0, criteria.impact.name, at.1));
    let take = Callback::new(move |text: String| {
        let edit = |criteria: &mut Criteria| set_score(criteria, at, whole(&text)?);
        let title = format!("Score of {}", name.get_untracked());
        let named = Named::typed(&title, &score.get_untracked(), &text);
        desk.propose(&edit, named).map(|_| ()).map_err(|wrong| format!("{}: {wrong}", name.get_untracked()))
    });
    let name = derived(move || format!("Score of {}", name.get()));
    let input = entry::input(Entry { id: String::new(), label: "", name, shown: score, take }, true, error);
    cell(face(desk, at, None), None, input)
}

/// A cell that is painted.
pub fn painted(desk: Desk, brush: Brush, at: (u8, u8)) -> AnyView {
    let face = face(desk, at, Some(brush));
    let score = score(desk, at);
    let name = desk.read(move |criteria| matrix::face(criteria, at.0, at.1).1);
    let first = memo(move || brush.cursor.get() == at);
    let button = view! {
        <button
            type="button"
            data-cell=format!("{}x{}", at.0, at.1)
            tabindex=move || if first.get() { "0" } else { "-1" }
            aria-label=move || name.get()
        >
            <span class="figure">{move || score.get()}</span>
            " "
            <span class="letter">{move || face.with(|face| face.1.clone())}</span>
        </button>
    }
    .into_any();
    cell(face, Some("gridcell"), button)
}

/// Colour and letter.
type Face = Memo<(String, String)>;

/// The face of a cell; while a brush goes over it, the one that it will have.
fn face(desk: Desk, at: (u8, u8), brush: Option<Brush>) -> Face {
    let brushed = memo(move || brush.and_then(|brush| brush.over(at)));
    memo(move || {
        desk.app.head.with(|head| {
            let criteria = &head.criteria;
            let place = brushed.get().or_else(|| criteria.band_at(at.0, at.1));
            let band = place.and_then(|place| criteria.bands.get(place));
            let tried = desk.trial.with(|trial| trial.clone().filter(|(of, _)| Some(*of) == place));
            let colour = tried.map(|(_, colour)| colour).or_else(|| band.map(|band| band.colour.clone()));
            let colour = colour.filter(|colour| is_colour(colour));
            (colour.unwrap_or_default(), band.map(|band| band.letter.clone()).unwrap_or_default())
        })
    })
}

fn score(desk: Desk, at: (u8, u8)) -> Memo<String> {
    desk.read(move |criteria| criteria.score_at(at.0, at.1).map(|score| score.to_string()).unwrap_or_default())
}

fn cell(face: Face, role: Option<&'static str>, figure: AnyView) -> AnyView {
    let letter = role
        .is_none()
        .then(|| view! { " " <span class="letter">{move || face.with(|face| face.1.clone())}</span> }.into_any());
    view! {
        <td
            role=role
            style:background-color=move || face.with(|face| face.0.clone())
            style:color=move || face.with(|face| if face.0.is_empty() { String::new() } else { ink(&face.0).to_owned() })
        >
            {figure}
            {letter}
        </td>
    }
    .into_any()
}
