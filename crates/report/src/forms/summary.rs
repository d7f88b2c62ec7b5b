//! The summary report of 2018: heat map, then number, risk, triggers, residual score, appetite and controls.

use register::Which;
use register::checks::accepted_score;

use super::words::{self, Column, row};
use crate::compose::Asked;
use crate::document::{Block, Cell, Table};
use crate::map;

/// The columns of the summary table, as published.
const COLUMNS: [Column; 6] = [
    ("Risk no.", 60, |risk, _| Cell::figure(risk.printed_number()).before_row()),
    ("Risk", 150, |risk, _| words::risk(risk)),
    ("Triggers", 240, |risk, _| Cell::items(words::points(&risk.triggers))),
    ("Residual risk level", 112, |risk, criteria| words::score(criteria, &risk.residual)),
    ("Risk appetite", 108, |risk, criteria| {
        Cell::figure(accepted_score(risk, criteria).map(|score| score.to_string()).unwrap_or_default())
    }),
    ("Control", 330, |risk, _| Cell::items(risk.controls.iter().map(words::control).collect())),
];

/// The summary report.
pub fn summary(asked: &Asked<'_>) -> Vec<Block> {
    let (register, criteria) = (asked.register, &asked.register.criteria);
    let mut blocks = vec![Block::Heading(2, "Risk summary".to_owned())];
    let entity = register.entity.last().map_or("", String::as_str);
    let filter = words::join(", ", [entity, register.scope.as_str(), asked.filter]);
    if !filter.is_empty() {
        blocks.push(Block::Text(format!("Entity: {filter}")));
    }
    blocks.extend(map::heat_map(register, asked.places, Which::Residual, false));
    blocks.extend(words::bands_key(criteria));
    blocks.push(Block::Table(Table {
        kind: "summary",
        caption: "Summary of the risks".to_owned(),
        words: String::new(),
        widths: COLUMNS.iter().map(|(_, width, _)| *width).collect(),
        head: vec![COLUMNS.iter().map(|(name, ..)| Cell::heading(*name)).collect()],
        groups: asked.risks().map(|risk| vec![row(&COLUMNS, risk, criteria)]).collect(),
    }));
    blocks
}
