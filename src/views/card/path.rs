//! The way of a risk over the matrix: from the inherent over the residual to the target score, as arrows from a hollow mark to a
//! filled one.

use leptos::prelude::*;
use register::{Criteria, Risk, Which};

use super::sheet::Card;
use crate::components::matrix::face;
use crate::erased::memo;

/// The side of a cell. The drawing counts in tenths of a pixel, so that whole numbers are fine enough.
const CELL: i32 = 260;
/// Half the height of a mark.
const RADIUS: i32 = 95;

/// A cell on the way, and which assessments stand on it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stop {
    cell: (u8, u8),
    which: Vec<Which>,
}

/// The drawing, with the way in words; nothing where no assessment has a place on the matrix.
pub fn path(card: Card) -> AnyView {
    let drawn = memo(move || {
        card.app.head.with(|head| {
            card.risk.with(|risk| {
                let stops = stops(risk, &head.criteria);
                (stops, words(risk, &head.criteria), head.criteria.clone())
            })
        })
    });
    let figure = move || {
        let (stops, words, criteria) = drawn.get();
        draw(&stops, words, &criteria)
    };
    view! { <figure class="path">{move || figure()}</figure> }.into_any()
}

fn draw(stops: &[Stop], words: String, criteria: &Criteria) -> AnyView {
    let (likelihoods, impacts) = criteria.size();
    let across = criteria.likelihood_across;
    let (columns, rows) = if across { (likelihoods, impacts) } else { (impacts, likelihoods) };
    let (width, height) = (i32::from(columns) * CELL, i32::from(rows) * CELL);
    // The corner of a cell that is nearest to the top left.
    let corner = |(likelihood, impact): (u8, u8)| {
        let (column, row) = if across { (likelihood, impact) } else { (impact, likelihood) };
        ((i32::from(column) - 1) * CELL, height - i32::from(row) * CELL)
    };
    let middle = |cell| {
        let (x, y) = corner(cell);
        (x + CELL / 2, y + CELL / 2)
    };
    let square = |cell: (u8, u8)| {
        let (x, y) = corner(cell);
        let (colour, _) = face(criteria, cell.0, cell.1);
        view! { <rect class="square" x=x + 10 y=y + 10 width=CELL - 20 height=CELL - 20 rx="20" fill=colour></rect> }
            .into_any()
    };
    let squares = (1..=likelihoods).flat_map(|likelihood| (1..=impacts).map(move |impact| (likelihood, impact)));
    let arrows = stops.windows(2).map(|pair| {
        let (line, head) = arrow(middle(pair[0].cell), reach(&pair[0]), middle(pair[1].cell), reach(&pair[1]));
        view! {
            <path class="halo" d=line.clone()></path>
            <path class="line" d=line></path>
            <path class="head" d=head></path>
        }
        .into_any()
    });
    let mark = |stop: &Stop| {
        let (x, y) = middle(stop.cell);
        let half = reach(stop);
        let filled = stop.which.contains(&Which::Residual);
        let letters: String = stop.which.iter().filter_map(|which| which.label().chars().next()).collect();
        view! {
            <rect
                class="stop"
                class:filled=filled
                x=x - half
                y=y - RADIUS
                width=2 * half
                height=2 * RADIUS
                rx=RADIUS
            ></rect>
            <text class:filled=filled x=x y=y + 44>{letters}</text>
        }
        .into_any()
    };
    view! {
        <svg viewBox=format!("-10 -10 {} {}", width + 20, height + 20) role="img" aria-label=words>
            {squares.map(square).collect_view()}
            {arrows.collect_view()}
            {stops.iter().map(mark).collect_view()}
        </svg>
    }
    .into_any()
}

/// How far a mark reaches to each side: one with several letters is wider.
fn reach(stop: &Stop) -> i32 {
    RADIUS + 35 * (i32::try_from(stop.which.len()).unwrap_or(1) - 1).clamp(0, 2)
}

/// The line and the head of an arrow between two marks, as paths.
fn arrow(from: (i32, i32), from_half: i32, to: (i32, i32), to_half: i32) -> (String, String) {
    let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let length = dx.hypot(dy).max(1.0);
    let (ux, uy) = (dx / length, dy / length);
    // Along the line at this distance, and this far to its left.
    let at = |start: (i32, i32), along: f64, aside: f64| {
        let x = f64::from(start.0) + ux * along - uy * aside;
        let y = f64::from(start.1) + uy * along + ux * aside;
        format!("{} {}", x.round() as i32, y.round() as i32)
    };
    let edge = |half: i32| if ux.abs() > uy.abs() { f64::from(half) } else { f64::from(RADIUS) };
    let tip = edge(to_half) + 12.0;
    let line = format!("M{} L{}", at(from, edge(from_half), 0.0), at(to, -(tip + 60.0), 0.0));
    let head = format!("M{} L{} L{} Z", at(to, -tip, 0.0), at(to, -(tip + 75.0), 42.0), at(to, -(tip + 75.0), -42.0));
    (line, head)
}

/// The cells on the way, in the order of treatment. Assessments on one cell share a stop.
fn stops(risk: &Risk, criteria: &Criteria) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    for which in Which::MAPPED {
        let levels = risk.assessment(which).likelihood.zip(risk.assessment(which).impact);
        let Some(cell) = levels.filter(|(likelihood, impact)| criteria.on_scale(*likelihood, *impact)) else {
            continue;
        };
        match stops.iter_mut().find(|stop| stop.cell == cell) {
            Some(stop) => stop.which.push(which),
            None => stops.push(Stop { cell, which: vec![which] }),
        }
    }
    stops
}

/// The way in words, e.g. `Inherent 20, residual 16, target not scored`.
fn words(risk: &Risk, criteria: &Criteria) -> String {
    let part = |which: Which| {
        let name = if which == Which::Inherent { which.label() } else { which.field() };
        let score = criteria.rate(risk.assessment(which)).score();
        score.map_or_else(|| format!("{name} not scored"), |score| format!("{name} {score}"))
    };
    format!("Way over the matrix: {}", Which::MAPPED.map(part).join(", "))
}

#[cfg(test)]
mod tests {
    use register::{Assessment, presets};

    use super::*;

    fn risk(levels: [Option<(u8, u8)>; 3]) -> Risk {
        let [inherent, residual, target] = levels.map(|it| Assessment {
            likelihood: it.map(|it| it.0),
            impact: it.map(|it| it.1),
            ..Assessment::default()
        });
        Risk { inherent, residual, target, ..Risk::default() }
    }

    #[test]
    fn the_way_goes_from_stop_to_stop_and_cells_are_shared() {
        let criteria = presets::five_by_five();
        let way = |levels| {
            let stops = stops(&risk(levels), &criteria);
            stops.into_iter().map(|it| (it.cell, it.which.len())).collect::<Vec<_>>()
        };
        assert_eq!(way([Some((5, 4)), Some((4, 4)), Some((3, 3))]), [((5, 4), 1), ((4, 4), 1), ((3, 3), 1)]);
        assert_eq!(way([Some((4, 4)), Some((4, 4)), None]), [((4, 4), 2)]);
        assert_eq!(way([Some((4, 4)), Some((3, 4)), Some((4, 4))]), [((4, 4), 2), ((3, 4), 1)]);
        assert_eq!(way([Some((9, 4)), None, Some((1, 1))]), [((1, 1), 1)]);
    }

    #[test]
    fn the_way_is_told_in_words() {
        let criteria = presets::five_by_five();
        let told = words(&risk([Some((5, 4)), Some((4, 4)), None]), &criteria);
        assert_eq!(told, "Way over the matrix: Inherent 20, residual 16, target not scored");
    }

    #[test]
    fn an_arrow_ends_before_the_mark_it_leads_to() {
        let (line, head) = arrow((0, 0), 95, (520, 0), 95);
        assert_eq!(line, "M95 0 L353 0");
        assert_eq!(head, "M413 0 L338 42 L338 -42 Z");
        let (line, _) = arrow((0, 520), 125, (0, 0), 95);
        assert_eq!(line, "M0 425 L0 167");
    }
}
