//! Criteria to start from.

use leptos::prelude::*;
use register::Criteria;
use register::criteria_edit::{apply_preset, band_ranges};
use register::presets::{self, Preset};
use register::scoring::ink;

use super::desk::{Desk, Made, Named, Went};
use crate::erased::heard;

/// The section.
pub fn presets(desk: Desk) -> AnyView {
    let rows = presets::all().map(|preset| row(desk, preset));
    view! {
        <p>
            "A preset replaces both scales, the matrix, the bands and the escalation score. The lists of names stay. \
             Where risks are assessed already, you say what their levels become before anything changes."
        </p>
        <ul class="rows presets">{rows.into_iter().collect_view()}</ul>
    }
    .into_any()
}

fn row(desk: Desk, Preset { name, make }: Preset) -> AnyView {
    let apply = move |_| {
        let edit = |criteria: &mut Criteria| {
            apply_preset(criteria, make());
            Ok(Went::Anywhere)
        };
        let named = Named::said(format!("Preset {name}"), format!("The preset {name} is in use now."));
        if desk.relevel(&edit, named) == Some(Made::Nothing) {
            desk.app.tell(format!("The criteria are those of the preset {name} already."));
        }
    };
    view! {
        <li>
            {drawing(&make())}
            <span class="name">{name}</span>
            <span class="hint">{summary(&make())}</span>
            <button type="button" on:click=heard(apply)>"Use preset" <span class="sr">{format!(" {name}")}</span></button>
        </li>
    }
    .into_any()
}

/// The matrix of a preset, small: the origin bottom left. The bands in words stand beside it.
fn drawing(criteria: &Criteria) -> AnyView {
    let (likelihoods, impacts) = criteria.size();
    let cell = |likelihood: u8, impact: u8| {
        let band = criteria.band_at(likelihood, impact).and_then(|band| criteria.bands.get(band));
        let (colour, letter) = band.map(|band| (band.colour.clone(), band.letter.clone())).unwrap_or_default();
        view! { <td style:background-color=colour.clone() style:color=ink(&colour)>{letter}</td> }.into_any()
    };
    let row = |likelihood: u8| {
        let cells = (1..=impacts).map(|impact| cell(likelihood, impact));
        view! { <tr>{cells.collect_view()}</tr> }.into_any()
    };
    let rows = (1..=likelihoods).rev().map(row);
    view! { <table class="drawing" role="presentation" aria-hidden="true"><tbody>{rows.collect_view()}</tbody></table> }
        .into_any()
}

/// The bands of a preset, e.g. `Low 1 to 5, Medium 6 to 14, High 15 to 25`.
fn summary(criteria: &Criteria) -> String {
    let band = |(band, range): (&register::Band, Option<(u16, u16)>)| match range {
        Some((from, to)) => format!("{} {from} to {to}", band.name),
        None => band.name.clone(),
    };
    criteria.bands.iter().zip(band_ranges(criteria)).map(band).collect::<Vec<_>>().join(", ")
}
