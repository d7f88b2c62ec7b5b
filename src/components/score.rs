//! A score as a pill: figure, band colour, band letter, arrow of travel; the band's name for screen readers and print.

use leptos::prelude::*;
use register::scoring::{Rating, Travel, ink};
use register::{Assessment, Criteria};

/// What a pill shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PillFace {
    figure: String,
    colour: String,
    ink: &'static str,
    letter: String,
    band: String,
    sign: &'static str,
    travel: &'static str,
}

impl PillFace {
    /// The face of an assessment, with an arrow where the direction of travel is given.
    pub fn of(criteria: &Criteria, assessment: &Assessment, travel: Option<Travel>) -> Self {
        let rating = criteria.rate(assessment);
        let band = criteria.band(rating);
        let colour = band.map(|band| band.colour.clone()).filter(|colour| register::checks::is_colour(colour));
        Self {
            figure: match rating {
                Rating::Missing => "–".to_owned(),
                Rating::OffScale => "off scale".to_owned(),
                Rating::Scored { score, .. } => score.to_string(),
            },
            ink: colour.as_deref().map_or("", ink),
            colour: colour.unwrap_or_default(),
            letter: band.map(|band| band.letter.clone()).unwrap_or_default(),
            band: band.map(|band| band.name.clone()).unwrap_or_default(),
            sign: travel.map_or("", Travel::sign),
            travel: travel.filter(|it| !it.sign().is_empty()).map_or("", Travel::words),
        }
    }

    /// It in words, e.g. `16 High, up since the last review`.
    pub fn words(&self) -> String {
        let mut words = match self.figure.as_str() {
            "–" => "not scored".to_owned(),
            figure => figure.to_owned(),
        };
        for (glue, part) in [(" ", self.band.as_str()), (", ", self.travel)] {
            if !part.is_empty() {
                words.push_str(glue);
                words.push_str(part);
            }
        }
        words
    }
}

/// A score as a pill.
#[component]
pub fn Pill(
    /// What it shows.
    #[prop(into)]
    face: Signal<PillFace>,
) -> impl IntoView {
    let title = move || face.with(PillFace::words);
    view! {
        <span
            class="pill"
            class:blank=move || face.with(|face| face.colour.is_empty())
            style:background-color=move || face.with(|face| face.colour.clone())
            style:color=move || face.with(|face| face.ink.to_owned())
            title=move || title()
        >
            <span aria-hidden="true" class="figure">{move || face.with(|face| face.figure.clone())}</span>
            <span aria-hidden="true" class="letter">{move || face.with(|face| face.letter.clone())}</span>
            <span aria-hidden="true" class="travel">{move || face.with(|face| face.sign.to_owned())}</span>
            <span class="sr">{move || title()}</span>
        </span>
    }
    .into_any()
}
