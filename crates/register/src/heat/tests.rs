use super::*;
use crate::model::{AppetiteLevel, Assessment, Register, Risk, Which};
use crate::presets;

fn levels(likelihood: u8, impact: u8) -> Assessment {
    Assessment { likelihood: Some(likelihood), impact: Some(impact), ..Assessment::default() }
}

fn stated(score: u16) -> Assessment {
    Assessment { score: Some(score), ..Assessment::default() }
}

fn room(side: i32) -> Room {
    Room { side, characters: 2, all: false, open: None }
}

fn register(risks: Vec<Risk>) -> Register {
    Register { criteria: presets::five_by_five(), risks, ..Register::default() }
}

fn risk(previous: Assessment, residual: Assessment) -> Risk {
    Risk { previous, residual, ..Risk::default() }
}

/// Whether two rectangles share more than an edge.
fn overlap(a: &Rect, b: &Rect) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}

#[test]
fn the_origin_is_bottom_left_whichever_way_likelihood_runs() {
    let up = Layout::new((5, 4), false, room(60), &|_| 0);
    assert_eq!((up.width, up.height), (4 * 63 - 3, 5 * 63 - 3));
    assert_eq!(up.cells[0].at, (5, 1));
    assert_eq!(up.cell((1, 1)).unwrap().rect, Rect { x: 0, y: 4 * 63, width: 60, height: 60 });
    let across = Layout::new((5, 4), true, room(60), &|_| 0);
    assert_eq!((across.width, across.height), (5 * 63 - 3, 4 * 63 - 3));
    assert_eq!(across.cell((5, 1)).unwrap().rect, Rect { x: 4 * 63, y: 3 * 63, width: 60, height: 60 });
}

#[test]
fn criteria_without_levels_have_an_empty_map() {
    let layout = Layout::new((0, 0), false, room(60), &|_| 0);
    assert_eq!((layout.width, layout.height, layout.cells.len()), (0, 0, 0));
    assert_eq!(layout.cell_at(Point::default()), None);
}

#[test]
fn a_cell_grows_then_counts_and_shows_all_when_opened() {
    let with = |count: usize, open| {
        let layout = Layout::new((5, 5), false, Room { open, ..room(120) }, &|at| if at == (3, 3) { count } else { 0 });
        layout.cell((3, 3)).unwrap().clone()
    };
    let few = with(6, None);
    assert_eq!((few.chips.len(), few.letters, few.rect.height), (6, Letters::Large, 120));
    let more = with(16, None);
    assert_eq!((more.chips.len(), more.letters), (16, Letters::Small));
    assert!(more.rect.height > 120 && more.rect.width == 120);
    let many = with(40, None);
    assert!(many.counted && many.chips.len() == 1 && many.rect.height == 120);
    let opened = with(40, Some((3, 3)));
    assert!(!opened.counted && opened.chips.len() == 40);
    assert!(with(5_000, Some((3, 3))).counted, "a cell of thousands does not open in the map");
}

#[test]
fn numbers_stay_in_their_cell_clear_of_each_other_and_of_the_score() {
    for side in [26, 30, 34, 56, 66, 90, 124, 180] {
        for count in [0, 1, 2, 3, 7, 12, 30] {
            for characters in [1, 2, 5, 12] {
                let room = Room { side, characters, all: count % 2 == 0, open: None };
                let layout = Layout::new((2, 3), false, room, &|_| count);
                for cell in &layout.cells {
                    for (place, chip) in cell.chips.iter().enumerate() {
                        let inside = cell.rect.grown(1);
                        assert!(inside.holds(Point { x: chip.x, y: chip.y }), "{side} {count} {characters}: {cell:?}");
                        assert!(inside.holds(Point { x: chip.right(), y: chip.bottom() }), "{side} {count}: {cell:?}");
                        assert!(!overlap(chip, &cell.score()), "{side} {count} {characters}: {cell:?}");
                        assert!(cell.chips[..place].iter().all(|other| !overlap(chip, other)), "{side} {count}");
                        assert!(chip.height >= 24, "large enough for a finger");
                    }
                }
            }
        }
    }
}

#[test]
fn a_place_on_the_map_is_in_one_cell() {
    let layout = Layout::new((5, 5), false, room(60), &|_| 0);
    assert_eq!(layout.cell_at(Point { x: 0, y: 0 }), Some((5, 1)));
    assert_eq!(layout.cell_at(Point { x: 62, y: 10 }), Some((5, 1)), "the gap belongs to the cell before it");
    assert_eq!(layout.cell_at(Point { x: 63, y: 10 }), Some((5, 2)));
    assert_eq!(layout.cell_at(Point { x: 400, y: 0 }), None);
    assert_eq!(layout.cell_at(Point { x: -1, y: 0 }), None);
}

#[test]
fn movement_counts_by_score_and_draws_by_cell() {
    let register = register(vec![
        risk(levels(2, 2), levels(3, 3)),
        risk(levels(5, 5), levels(3, 3)),
        risk(levels(3, 4), levels(4, 3)),
        risk(levels(2, 2), levels(2, 2)),
        risk(stated(20), levels(3, 3)),
        risk(stated(9), levels(3, 3)),
        risk(Assessment::default(), levels(3, 3)),
        risk(levels(9, 9), levels(3, 3)),
    ]);
    let found = movement(&register, &[0, 1, 2, 3, 4, 5, 6, 7], Which::Previous, Which::Residual);
    assert_eq!(found.counts(), "1 up, 2 down, 3 static, 2 without both scores");
    assert_eq!(found.undrawn, 1);
    let drawn: Vec<_> = found.moves.iter().map(|it| (it.risk, it.from, it.to)).collect();
    assert_eq!(drawn, [(0, (2, 2), (3, 3)), (1, (5, 5), (3, 3)), (2, (3, 4), (4, 3))]);
    let back = movement(&register, &[0, 1], Which::Residual, Which::Previous);
    assert_eq!(back.counts(), "1 up, 1 down, 0 static");
}

#[test]
fn arrows_on_one_path_fan_out_and_point_at_their_numbers() {
    let layout = Layout::new((5, 5), false, room(120), &|at| if at == (3, 3) { 4 } else { 0 });
    let moves: Vec<Move> = (0..4).map(|risk| Move { risk, from: (5, 5), to: (3, 3) }).collect();
    let chips = layout.cell((3, 3)).unwrap().chips.clone();
    let (drawn, left_out) = arrows(&layout, &moves, &|risk| chips.get(risk).copied());
    assert_eq!((drawn.len(), left_out), (4, 0));
    for (place, one) in drawn.iter().enumerate() {
        assert!(layout.cell((5, 5)).unwrap().rect.holds(one.start));
        assert!(layout.cell((3, 3)).unwrap().rect.grown(4).holds(one.end));
        for other in &drawn[..place] {
            assert_ne!(one.start, other.start);
            assert_ne!(one.end, other.end);
        }
        // No part of it runs under a number, nor over a score.
        let curve = path::Curve { from: one.start, control: one.control, to: one.end };
        let scores: Vec<Rect> = layout.cells.iter().map(CellBox::score).collect();
        assert_eq!(curve.covered(&chips) + curve.covered(&scores), 0, "{one:?}");
    }
}

#[test]
fn many_moves_become_counts_and_no_more_than_the_most_arrows() {
    let layout = Layout::new((10, 10), false, room(60), &|_| 0);
    let cells = || (1..=10).flat_map(|likelihood| (1..=10).map(move |impact| (likelihood, impact)));
    let paths = cells().filter(|at| *at != (1, 1)).cycle().take(5_000);
    let moves: Vec<Move> = paths.enumerate().map(|(risk, from)| Move { risk, from, to: (1, 1) }).collect();
    let (drawn, left_out) = arrows(&layout, &moves, &|_| None);
    assert!(drawn.len() <= MOST_ARROWS && drawn.len() > 10);
    assert!(drawn.iter().all(|arrow| arrow.count.is_some() && arrow.risks.len() >= 50));
    assert_eq!(drawn.iter().map(|arrow| arrow.risks.len()).sum::<usize>() + left_out, 5_000);
}

#[test]
fn appetite_is_the_highest_that_the_risks_accept() {
    let accepting = |score| Risk { appetite: score, ..risk(Assessment::default(), levels(3, 3)) };
    let mut register = register(vec![accepting(Some(10)), accepting(Some(6)), accepting(None)]);
    let of = |register: &Register, places: &[usize]| appetite(register, places).map(|it| (it.highest, it.lowest));
    assert_eq!(of(&register, &[0, 1, 2]), Some((10, 6)));
    assert_eq!(of(&register, &[1, 2]), Some((6, 6)));
    assert_eq!(of(&register, &[2]), None);
    let level = |name: &str, score| AppetiteLevel { name: name.to_owned(), score, ..AppetiteLevel::default() };
    register.criteria.appetite_levels = vec![level("Averse", Some(4)), level("Open", Some(12)), level("Eager", None)];
    assert_eq!(of(&register, &[2]), Some((12, 12)), "the criteria's own");
    assert!(appetite(&register, &[1]).unwrap().words().ends_with("up to 6"));
    let words = appetite(&register, &[0, 1]).unwrap().words();
    assert!(words.contains("10") && words.contains('6'), "{words}");
}

#[test]
fn the_line_runs_between_accepted_cells_and_the_others() {
    let criteria = presets::three_by_three();
    let layout = Layout::new((3, 3), false, room(50), &|_| 0);
    // Above 4 are 2 × 3, 3 × 2 and 3 × 3: the upper right corner without 2 × 2.
    let pieces = line(&criteria, 4, &layout);
    let sides = |upright: bool| pieces.iter().filter(|(a, b)| (a.x == b.x) == upright).count();
    assert_eq!((sides(true), sides(false)), (2, 2));
    assert!(line(&criteria, 9, &layout).is_empty() && line(&criteria, 0, &layout).is_empty());
    // A matrix of its own counts, not the product.
    let mut criteria = criteria;
    criteria.matrix = vec![vec![1, 1, 9], vec![1, 1, 1], vec![1, 1, 1]];
    assert_eq!(line(&criteria, 4, &layout).len(), 2);
}

#[test]
fn lines_begin_where_neither_numbers_nor_scores_are() {
    for side in [30, 59, 110] {
        let layout = Layout::new((3, 3), false, room(side), &|at| usize::from(at.0 * at.1 - 1));
        for cell in &layout.cells {
            for port in cell.ports() {
                assert!(cell.rect.holds(port) && !cell.score().holds(port), "{side}: {cell:?} {port:?}");
                assert!(cell.chips.iter().all(|chip| !chip.grown(4).holds(port)), "{side}: {cell:?} {port:?}");
            }
        }
    }
}
