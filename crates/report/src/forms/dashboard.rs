//! One page for members: the heat map, what moved, the highest risks, the late actions.

use register::checks::{is_above_appetite, is_late, is_overdue};
use register::heat::movement;
use register::scoring::Travel;
use register::{Action, Risk, Status, Which};

use super::words;
use crate::compose::Asked;
use crate::document::{Block, Cell, Table};
use crate::map;

/// How many of the highest risks stand on the page, and how many late actions.
const TOP: usize = 5;
/// How many risks that moved have room beside the map.
const MOVED: usize = 7;

/// The dashboard.
pub fn dashboard(asked: &Asked<'_>) -> Vec<Block> {
    // It is about what is open: a closed risk has moved for the last time.
    let is_open = |place: &usize| asked.register.risks.get(*place).is_some_and(|risk| risk.status == Status::Open);
    let open: Vec<usize> = asked.places.iter().copied().filter(is_open).collect();
    let asked = &Asked { places: &open, ..asked.clone() };
    let register = asked.register;
    let mut map = map::heat_map(register, asked.places, Which::Residual, true);
    map.extend(words::bands_key(&register.criteria));
    map.extend(words::travel_key(&register.criteria, asked.risks()));
    let late = late_actions(asked);
    let mut blocks = vec![Block::Heading(2, "Dashboard".to_owned())];
    blocks.push(Block::Beside(vec![(52, map), (48, vec![figures(asked, late.len()), moved(asked)])]));
    blocks.push(Block::Heading(3, "Highest risks".to_owned()));
    blocks.push(highest(asked));
    blocks.extend(table_of_late(asked, &late));
    let shown = late.iter().take(TOP).map(|(_, action)| *action);
    blocks.extend(words::progress_key(&register.criteria, shown));
    blocks
}

fn figures(asked: &Asked<'_>, late: usize) -> Block {
    let (register, criteria) = (asked.register, &asked.register.criteria);
    let count = |test: &dyn Fn(&Risk) -> bool| asked.risks().filter(|risk| test(risk)).count().to_string();
    let moves = movement(register, asked.places, Which::Previous, Which::Residual);
    Block::Facts(
        [
            ("Open risks", asked.places.len().to_string()),
            ("Above appetite", count(&|risk| is_above_appetite(risk, criteria))),
            ("Overdue for review", count(&|risk| is_overdue(risk, asked.today))),
            ("Late actions", late.to_string()),
            ("Since the last review", moves.counts()),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect(),
    )
}

/// The risks whose score changed since the last review.
fn moved(asked: &Asked<'_>) -> Block {
    let criteria = &asked.register.criteria;
    let moved = asked.risks().filter(|risk| matches!(Travel::of(risk, criteria), Travel::Up | Travel::Down));
    let rows = moved.map(|risk| {
        vec![vec![
            Cell::text(risk.printed_number()).before_row(),
            words::score(criteria, &risk.previous),
            words::score_with_travel(criteria, risk),
        ]]
    });
    let mut groups: Vec<Vec<Vec<Cell>>> = rows.collect();
    let more = groups.len().saturating_sub(MOVED);
    groups.truncate(MOVED);
    let last = match (groups.len(), more) {
        (0, _) => Some("No score went up or down.".to_owned()),
        (_, 0) => None,
        (_, more) => Some(format!("And {more} more.")),
    };
    groups.extend(last.map(|last| vec![vec![Cell::text(last).over(3)]]));
    Block::Table(Table {
        kind: "moved",
        caption: "What moved since the last review".to_owned(),
        words: String::new(),
        widths: vec![340, 330, 330],
        head: vec![["Risk", "Before", "Now"].into_iter().map(Cell::heading).collect()],
        groups,
    })
}

fn highest(asked: &Asked<'_>) -> Block {
    let criteria = &asked.register.criteria;
    let mut risks: Vec<&Risk> = asked.risks().filter(|risk| criteria.rate(&risk.residual).score().is_some()).collect();
    register::sort::sort(&mut risks, |a, b| {
        criteria.rate(&b.residual).score().cmp(&criteria.rate(&a.residual).score())
    });
    risks.truncate(TOP);
    let row = |risk: &&Risk| {
        vec![vec![
            Cell::text(risk.printed_number()).before_row(),
            Cell::text(words::short(&risk.title)),
            Cell::text(words::short(&words::names(&risk.owners))),
            words::score_with_travel(criteria, risk),
            words::score(criteria, &risk.target),
        ]]
    };
    Block::Table(Table {
        kind: "highest",
        caption: "Highest risks".to_owned(),
        words: String::new(),
        widths: vec![70, 420, 300, 120, 90],
        head: vec![["No.", "Risk", "Owner", "Residual", "Target"].into_iter().map(Cell::heading).collect()],
        groups: risks.iter().map(row).collect(),
    })
}

/// An action with its risk.
type Late<'a> = (&'a Risk, &'a Action);

/// The actions that are late, the one that is late longest first.
fn late_actions<'a>(asked: &Asked<'a>) -> Vec<Late<'a>> {
    let criteria = &asked.register.criteria;
    let all = asked.risks().flat_map(|risk| risk.actions.iter().map(move |action| (risk, action)));
    let mut late: Vec<_> = all.filter(|(risk, action)| is_late(risk, action, criteria, asked.today)).collect();
    register::sort::sort(&mut late, |a, b| a.1.due().end().cmp(&b.1.due().end()));
    late
}

fn table_of_late(asked: &Asked<'_>, late: &[Late<'_>]) -> Vec<Block> {
    let most =
        if late.len() > TOP { format!(": the {TOP} that are late longest, of {}", late.len()) } else { String::new() };
    let mut blocks = vec![Block::Heading(3, format!("Late actions{most}"))];
    if late.is_empty() {
        blocks.push(Block::Text("No action is late.".to_owned()));
        return blocks;
    }
    let row = |(risk, action): &Late<'_>| {
        let what = words::join(". ", [action.title.as_str(), action.description.as_str()]);
        vec![vec![
            Cell::text(risk.printed_number()).before_row(),
            Cell::text(words::short(&what)),
            Cell::text(words::short(&words::names(&action.owners))),
            Cell::text(action.due().short()),
            words::progress(&asked.register.criteria, &action.progress),
        ]]
    };
    blocks.push(Block::Table(Table {
        kind: "late",
        caption: "Late actions".to_owned(),
        words: String::new(),
        widths: vec![70, 445, 270, 125, 90],
        head: vec![["Risk", "Action", "Owner", "Due", "Status"].into_iter().map(Cell::heading).collect()],
        groups: late.iter().take(TOP).map(row).collect(),
    }));
    blocks
}
