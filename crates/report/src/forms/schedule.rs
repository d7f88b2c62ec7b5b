//! The actions under who answers for them.

use std::collections::BTreeMap;

use register::checks::{is_done, is_late};
use register::{Action, Criteria, Risk};

use super::words;
use crate::compose::Asked;
use crate::document::{Block, Cell, Table};

/// The headings of what is told of an action, as published.
pub(super) const DESCRIPTION: &str = "Description";
/// See [`DESCRIPTION`].
pub(super) const OWNER: &str = "Action owner";
/// See [`DESCRIPTION`].
pub(super) const TARGET: &str = "Target date";
/// See [`DESCRIPTION`].
pub(super) const REVISED: &str = "Revised target date";
/// See [`DESCRIPTION`].
pub(super) const STATUS: &str = "Action status";

/// What the grid and the schedule tell of an action: description, owner, target date, revised target date, status.
pub(super) fn told(action: &Action, criteria: &Criteria) -> Vec<Cell> {
    vec![
        Cell::items(vec![words::action(action)]),
        Cell::text(words::names(&action.owners)),
        Cell::text(action.target_date.short()),
        Cell::text(action.revised_date.short()),
        words::progress(criteria, &action.progress),
    ]
}

/// Actions with their risks.
type Actions<'a> = Vec<(&'a Risk, &'a Action)>;

/// The schedule: a table for each owner. An action with several owners stands under each of them.
pub fn schedule(asked: &Asked<'_>) -> Vec<Block> {
    let mut owners: BTreeMap<String, (String, Actions<'_>)> = BTreeMap::new();
    let mut nobody = Vec::new();
    for (risk, action) in asked.risks().flat_map(|risk| risk.actions.iter().map(move |action| (risk, action))) {
        let named: Vec<&str> = action.owners.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
        for name in &named {
            let entry = owners.entry(name.to_lowercase()).or_insert_with(|| ((*name).to_owned(), Vec::new()));
            entry.1.push((risk, action));
        }
        if named.is_empty() {
            nobody.push((risk, action));
        }
    }
    if owners.is_empty() && nobody.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(2, "Actions by owner".to_owned())];
    blocks.extend(words::progress_key(&asked.register.criteria, asked.risks().flat_map(|risk| &risk.actions)));
    let mut groups: Vec<(String, Actions<'_>)> = owners.into_values().collect();
    if !nobody.is_empty() {
        groups.push(("No owner named".to_owned(), nobody));
    }
    for (name, actions) in groups {
        let rows = actions.iter().map(|(risk, action)| vec![row(asked, risk, action)]).collect();
        blocks.push(Block::Heading(3, name.clone()));
        blocks.push(Block::Table(table(&format!("Actions of {name}"), rows)));
    }
    blocks
}

/// A table of actions with the risks they belong to.
fn table(caption: &str, groups: Vec<Vec<Vec<Cell>>>) -> Table {
    let head = ["Risk", "Action", "Owner", TARGET, REVISED, "Status"];
    Table {
        kind: "actions",
        caption: caption.to_owned(),
        words: String::new(),
        widths: vec![200, 335, 140, 120, 120, 85],
        head: vec![head.into_iter().map(Cell::heading).collect()],
        groups,
    }
}

/// An action's row: its risk, what is told of it, and whether it is late.
fn row(asked: &Asked<'_>, risk: &Risk, action: &Action) -> Vec<Cell> {
    let criteria = &asked.register.criteria;
    let named = words::join(" ", [risk.printed_number(), words::title(risk)].each_ref().map(String::as_str));
    let mut cells = vec![Cell::text(named).before_row()];
    cells.extend(told(action, criteria));
    if let Some(status) = cells.last_mut() {
        let word = if is_done(criteria, &action.progress) {
            Some(format!("Done {}", action.completed.short()).trim_end().to_owned())
        } else {
            is_late(risk, action, criteria, asked.today).then(|| "Late".to_owned())
        };
        status.blocks.extend(word.map(Block::Note));
    }
    cells
}
