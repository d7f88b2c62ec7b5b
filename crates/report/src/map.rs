//! The heat map as a table: numbers in shaded cells, and the same in words.

use std::collections::BTreeMap;

use register::scoring::{Travel, mark};
use register::{Band, Criteria, Register, Which};

use crate::document::{Block, Cell, Heads, Table};
use crate::forms::words::{join, letter, level};

/// How many risks a cell of a small map names at least.
const FEW: usize = 5;

/// What stands in a cell of the map, by likelihood and impact.
type Marks = BTreeMap<(u8, u8), Vec<String>>;

/// The numbers of the risks in each cell, in the order of the risks; and those without a cell.
fn marks(register: &Register, places: &[usize], which: Which, travel: bool) -> (Marks, Vec<String>) {
    let (mut marks, mut outside) = (Marks::new(), Vec::new());
    for risk in places.iter().filter_map(|place| register.risks.get(*place)) {
        let travelled = Travel::of(risk, &register.criteria);
        let arrow = if travel && matches!(travelled, Travel::Up | Travel::Down) { travelled.sign() } else { "" };
        let number = format!("{}{arrow}", register::heat::number(risk));
        let assessment = risk.assessment(which);
        let at = assessment.likelihood.zip(assessment.impact);
        match at.filter(|(likelihood, impact)| register.criteria.on_scale(*likelihood, *impact)) {
            Some(at) => marks.entry(at).or_default().push(number),
            None => outside.push(number),
        }
    }
    (marks, outside)
}

/// The heat map of these risks with their numbers, the same in words, and below it the risks that have no cell.
///
/// Where `travel` is asked for, an arrow stands beside the number of each risk whose score went up or down. That is a map that
/// shares its sheet: a cell of many risks has the first of them and how many more there are; in words they all stand there.
pub fn heat_map(register: &Register, places: &[usize], which: Which, travel: bool) -> Vec<Block> {
    let criteria = &register.criteria;
    let (marks, outside) = marks(register, places, which, travel);
    if has_no_scales(criteria) {
        return vec![Block::Note("There is no heat map: the register has no scales yet.".to_owned())];
    }
    let caption = format!("Heat map of the {} scores", which.label().to_lowercase());
    let in_cell = |numbers: &Vec<String>| match numbers.len().checked_sub(FEW) {
        Some(more) if travel && more > 1 => format!("{} +{more}", numbers[..FEW].join(" ")),
        _ => numbers.join(" "),
    };
    let map = matrix("map", &caption, criteria, &|at| marks.get(&at).map(in_cell).unwrap_or_default());
    let mut cells: Vec<String> = marks
        .iter()
        .rev()
        .map(|(at, numbers)| format!("{}: {}.", cell_words(criteria, *at), numbers.join(", ")))
        .collect();
    if cells.is_empty() {
        cells.push("No risk has a place on it.".to_owned());
    }
    let mut blocks = vec![Block::Table(Table { words: format!("{caption}. {}", cells.join(" ")), ..map })];
    if !outside.is_empty() {
        // Not why: in a public report a level may be there and be withheld.
        blocks.push(Block::Note(format!("Without a place on the map: {}.", outside.join(", "))));
    }
    blocks
}

/// The small map of a card: an X where the risk stands. None where the register has no scales.
pub fn place_of(criteria: &Criteria, at: Option<(u8, u8)>) -> Option<Block> {
    let text = |cell| if Some(cell) == at { "X".to_owned() } else { String::new() };
    let words = at
        .filter(|at| criteria.on_scale(at.0, at.1))
        .map_or_else(|| "The risk has no place on the map.".to_owned(), |at| format!("{}.", cell_words(criteria, at)));
    (!has_no_scales(criteria))
        .then(|| Block::Table(Table { words, ..matrix("mini", "Where the risk stands", criteria, &text) }))
}

/// The matrix of the criteria with the score of each cell, and what the levels are called; none where there are no levels.
pub fn scores(criteria: &Criteria) -> Option<Block> {
    let text = |at: (u8, u8)| criteria.score_at(at.0, at.1).map(|score| score.to_string()).unwrap_or_default();
    (!has_no_scales(criteria)).then(|| Block::Table(matrix("scores", "Scoring matrix", criteria, &text)))
}

/// A cell in words: its levels as the axes mark them, and its band.
fn cell_words(criteria: &Criteria, at: (u8, u8)) -> String {
    let level = |axis: &str, likelihood, level| format!("{axis} {}", mark(criteria, likelihood, level));
    let band = band(criteria, at).map_or("", |band| band.name.as_str());
    let (likely, grave) = (level(&criteria.likelihood.name, true, at.0), level(&criteria.impact.name, false, at.1));
    join(", ", [likely.as_str(), grave.as_str(), band])
}

/// The band of a cell.
fn band(criteria: &Criteria, at: (u8, u8)) -> Option<&Band> {
    criteria.band_at(at.0, at.1).and_then(|band| criteria.bands.get(band))
}

fn has_no_scales(criteria: &Criteria) -> bool {
    criteria.size().0 == 0 || criteria.size().1 == 0
}

/// A table with a cell for each likelihood and impact, the highest row first, shaded by band.
fn matrix(kind: &'static str, caption: &str, criteria: &Criteria, text: &dyn Fn((u8, u8)) -> String) -> Table {
    let (likely, grave) = criteria.size();
    let across_is_likelihood = criteria.likelihood_across;
    let (up, across) = if across_is_likelihood { (grave, likely) } else { (likely, grave) };
    let (up_axis, across_axis) = if across_is_likelihood {
        (&criteria.impact, &criteria.likelihood)
    } else {
        (&criteria.likelihood, &criteria.impact)
    };
    let named = kind == "scores";
    let mark = |likelihood: bool, at: u8| {
        let cell = if named {
            Cell::text(register::scoring::level(criteria, likelihood, at))
        } else {
            level(criteria, likelihood, Some(at))
        };
        Cell { centred: true, ..cell }
    };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for at in (1..=up).rev() {
        let mut row = Vec::new();
        if at == up {
            row.push(Cell::figure(up_axis.name.clone()).before_row().down(u16::from(up)));
        }
        row.push(mark(!across_is_likelihood, at).before_row());
        for step in 1..=across {
            let place = if across_is_likelihood { (step, at) } else { (at, step) };
            let band = band(criteria, place);
            let mut cell = Cell::figure(text(place)).shaded(band.map_or("", |band| band.colour.as_str()));
            // For who cannot see the colour; the small map of a card has no room for it.
            cell.blocks.extend(band.filter(|_| kind != "mini").map(|band| Block::Note(letter(band))));
            row.push(cell);
        }
        rows.push(row);
    }
    // The axis below the map heads its columns, though it is read last.
    let mut axis = vec![Cell::text("").over(2)];
    axis.extend((1..=across).map(|step| Cell { heads: Heads::Column, ..mark(across_is_likelihood, step) }));
    rows.push(axis);
    let name = Cell { heads: Heads::Column, ..Cell::figure(across_axis.name.clone()) }.over(u16::from(across).max(1));
    rows.push(vec![Cell::text("").over(2), name]);
    let first = if named { 160 } else { 60 };
    let share = (1000 - 80 - first) / u16::from(across).max(1);
    let widths = [80, first].into_iter().chain((0..across).map(|_| share)).collect();
    Table { kind, caption: caption.to_owned(), words: String::new(), widths, head: Vec::new(), groups: vec![rows] }
}
