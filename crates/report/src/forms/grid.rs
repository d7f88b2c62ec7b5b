//! The wide grid of 2016 and 2017: details, inherent risk, residual risk with its controls, and the actions beside them.

use register::{Criteria, Risk};

use super::schedule;
use super::words::{self, Column};
use crate::compose::Asked;
use crate::document::{Block, Cell, Table};

/// Columns under one heading.
struct Group {
    heading: &'static str,
    columns: &'static [Column],
}

/// What stands for the axes' names, which the criteria give.
const LIKELIHOOD: &str = "likelihood";
const IMPACT: &str = "impact";

/// The columns of risks under the headings of their groups, as published.
const GROUPS: [Group; 3] = [
    Group {
        heading: "Details of risk",
        columns: &[
            ("Risk no.", 26, |risk, _| Cell::figure(risk.printed_number()).before_row()),
            ("Risk description", 80, |risk, _| words::risk(risk)),
            ("Triggers", 92, |risk, _| Cell::items(words::points(&risk.triggers))),
            ("Result", 84, |risk, _| Cell::items(words::points(&risk.consequences))),
        ],
    },
    Group {
        heading: "Inherent risk",
        columns: &[
            (LIKELIHOOD, 20, |risk, criteria| words::level(criteria, true, risk.inherent.likelihood)),
            (IMPACT, 20, |risk, criteria| words::level(criteria, false, risk.inherent.impact)),
            ("Score", 32, |risk, criteria| words::score(criteria, &risk.inherent)),
            ("Owner", 67, |risk, _| Cell::text(words::names(&risk.owners))),
            ("Contact", 67, |risk, _| Cell::text(words::names(&risk.contacts))),
        ],
    },
    Group {
        heading: "Residual risk",
        columns: &[
            ("Key controls", 146, |risk, _| Cell::items(risk.controls.iter().map(words::control).collect())),
            (LIKELIHOOD, 20, |risk, criteria| words::level(criteria, true, risk.residual.likelihood)),
            (IMPACT, 20, |risk, criteria| words::level(criteria, false, risk.residual.impact)),
            ("Residual score", 38, |risk, criteria| words::score_with_travel(criteria, risk)),
        ],
    },
];

/// The columns of an action in the grid and in schedules: their headings, and their shares in the grid.
const ACTION: [(&str, u16); 5] = [
    (schedule::DESCRIPTION, 100),
    (schedule::OWNER, 58),
    (schedule::TARGET, 52),
    (schedule::REVISED, 52),
    (schedule::STATUS, 26),
];
/// The shares of an action's columns within the table of the actions alone.
const INNER: [u16; 5] = [347, 201, 181, 181, 90];

/// The grid.
pub fn grid(asked: &Asked<'_>) -> Vec<Block> {
    let criteria = &asked.register.criteria;
    let mut blocks = vec![Block::Heading(2, "Risk register".to_owned())];
    // Keys stand first: below a table they may be all that is left for the last sheet.
    blocks.extend(words::bands_key(criteria));
    blocks.extend(words::travel_key(criteria, asked.risks()));
    blocks.extend(words::progress_key(criteria, asked.risks().flat_map(|risk| &risk.actions)));
    let groups = asked.risks().map(|risk| vec![row(risk, criteria)]).collect();
    blocks.push(Block::Table(Table {
        kind: "grid",
        caption: "Risk register".to_owned(),
        words: String::new(),
        widths: columns().map(|(_, width, _)| *width).chain(ACTION.map(|(_, width)| width)).collect(),
        head: head(criteria),
        groups,
    }));
    blocks
}

/// The columns of risks.
fn columns() -> impl Iterator<Item = &'static Column> {
    GROUPS.iter().flat_map(|group| group.columns)
}

fn head(criteria: &Criteria) -> Vec<Vec<Cell>> {
    let over = |count: usize| u16::try_from(count).unwrap_or(1);
    let mut groups: Vec<Cell> =
        GROUPS.iter().map(|group| Cell::heading(group.heading).over(over(group.columns.len()))).collect();
    groups.push(Cell::heading("Actions").over(over(ACTION.len())));
    let name = |name: &'static str| match name {
        LIKELIHOOD => Cell::heading(criteria.likelihood.name.clone()),
        IMPACT => Cell::heading(criteria.impact.name.clone()),
        name => Cell::heading(name),
    };
    let names = columns().map(|(heading, ..)| name(heading)).chain(ACTION.map(|(heading, _)| Cell::heading(heading)));
    vec![groups, names.collect()]
}

/// The row of a risk. Its actions are a table in the last cell: a row for each of them, with the risk's cells reaching over all
/// of them, would be cut off by browsers where it does not fit on one sheet. The headings are read aloud there and not seen, since
/// those of the grid stand above.
fn row(risk: &Risk, criteria: &Criteria) -> Vec<Cell> {
    columns().map(|(_, _, cell)| cell(risk, criteria)).chain([actions(risk, criteria).over(5)]).collect()
}

fn actions(risk: &Risk, criteria: &Criteria) -> Cell {
    if risk.actions.is_empty() {
        return Cell::of(Vec::new());
    }
    Cell::of(vec![Block::Table(Table {
        kind: "inner",
        caption: "Actions".to_owned(),
        words: String::new(),
        widths: INNER.to_vec(),
        head: vec![ACTION.map(|(heading, _)| Cell::heading(heading)).to_vec()],
        groups: risk.actions.iter().map(|action| vec![schedule::told(action, criteria)]).collect(),
    })])
}
