//! How the residual score went, as a small line: from the recorded changes and the previous assessment.

use leptos::prelude::*;
use register::trend::{Point, residual, words};
use register::{Change, Criteria};
use store::Logged;

use super::sheet::Card;
use crate::components::matrix::band_colour;
use crate::erased::memo;

/// How many scores are drawn at most, the newest.
const DRAWN: usize = 8;
/// The room between two scores, and the height of the line, in pixels.
const STEP: i32 = 32;
const HEIGHT: i32 = 24;

/// The line; nothing where there is only one score.
pub fn trend(card: Card) -> AnyView {
    // The record of a register can be long. It is read once the sheet is drawn, and again only when this risk's own scores or
    // the criteria change.
    let drawn = RwSignal::new(false);
    request_animation_frame(move || {
        drawn.try_set(true);
    });
    let scores = memo(move || {
        card.risk.with(|risk| (risk.id.clone(), risk.residual.clone(), risk.previous.clone(), risk.last_review.clone()))
    });
    let criteria = memo(move || card.app.head.with(|head| head.criteria.clone()));
    let points = memo(move || {
        // Read, not only followed: a memo that nobody reads never learns what it depends on.
        scores.with(|_| ());
        if !drawn.get() {
            return Vec::new();
        }
        let history = card.app.history();
        let changes: Vec<(&str, &Change)> = history
            .iter()
            .filter_map(|entry| match &entry.change {
                Logged::Change(change) => Some((entry.at.as_str(), change)),
                Logged::Created { .. } => None,
            })
            .collect();
        criteria.with(|criteria| card.risk.with_untracked(|risk| residual(risk, criteria, changes)))
    });
    let figure =
        move || points.with(|points| (points.len() > 1).then(|| criteria.with(|criteria| draw(points, criteria))));
    view! { {move || figure()} }.into_any()
}

fn draw(points: &[Point], criteria: &Criteria) -> AnyView {
    let shown = &points[points.len().saturating_sub(DRAWN)..];
    let highest = shown.iter().map(|point| i32::from(point.score)).max().unwrap_or(1).max(1);
    let count = i32::try_from(shown.len()).unwrap_or(1);
    let at = |place: usize, score: u16| {
        let x = 14 + STEP * i32::try_from(place).unwrap_or(0);
        (x, 22 + HEIGHT - HEIGHT * i32::from(score) / highest)
    };
    // A score holds until the next one.
    let mut line = String::new();
    for (place, point) in shown.iter().enumerate() {
        let (x, y) = at(place, point.score);
        line.push_str(&if place == 0 { format!("M{x} {y}") } else { format!(" H{x} V{y}") });
    }
    let dots = shown.iter().enumerate().map(|(place, point)| {
        let (x, y) = at(place, point.score);
        let colour = band_colour(criteria, point.band);
        view! {
            <circle cx=x cy=y r="5" fill=colour></circle>
            <text x=x y=y - 9>{point.score}</text>
        }
        .into_any()
    });
    let since = points.last().and_then(|last| Some(format!("{} since {}", last.score, last.since?.long())));
    let lowest = shown.iter().map(|point| at(0, point.score).1).max().unwrap_or_default();
    let (width, height) = (28 + STEP * (count - 1), lowest + 8);
    view! {
        <figure class="trend">
            <svg
                viewBox=format!("0 0 {width} {height}")
                width=width
                height=height
                role="img"
                aria-label=format!("Residual score: {}", words(points))
            >
                <path d=line></path>
                {dots.collect_view()}
            </svg>
            <figcaption class="levels">{since}</figcaption>
        </figure>
    }
    .into_any()
}
