//! All there is of each risk, also what the published forms have no place for.

use register::change::field_label;
use register::exempt::Marked;
use register::{Assessment, Risk, Status, Which};

use super::words;
use crate::compose::Asked;
use crate::document::{Block, Cell, Table};

/// The records.
pub fn records(asked: &Asked<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, "Full records".to_owned())];
    blocks.extend(words::bands_key(&asked.register.criteria));
    blocks.extend(words::progress_key(&asked.register.criteria, asked.risks().flat_map(|risk| &risk.actions)));
    blocks.extend(asked.risks().flat_map(|risk| record(asked, risk)));
    blocks
}

fn record(asked: &Asked<'_>, risk: &Risk) -> Vec<Block> {
    let list = |texts: &[String]| words::join("; ", texts.iter().map(String::as_str));
    let status = if risk.status == Status::Closed { "Closed" } else { "Open" };
    let number = words::join(" ", ["Risk", risk.printed_number().as_str()]);
    let appetite = risk.appetite.map(|score| score.to_string()).unwrap_or_default();
    let mut facts: Vec<(&str, String)> = vec![
        ("Status", status.to_owned()),
        ("Closed on", risk.closed.short()),
        ("Reason for closing", risk.closed_reason.clone()),
        ("Category", risk.category.clone()),
        ("Risk path", words::join(" / ", risk.path.iter().map(String::as_str))),
        ("Objectives", list(&risk.objectives)),
        ("Owners", words::names(&risk.owners)),
        ("Contacts", words::names(&risk.contacts)),
        ("Appetite", words::join(", ", [appetite.as_str(), risk.appetite_level.as_str()])),
        ("Response", risk.response.clone()),
        ("Acceptance", risk.acceptance.clone()),
        ("Last review", risk.last_review.short()),
        ("Next review", risk.next_review.short()),
        ("Review frequency", risk.review_frequency.clone()),
    ];
    for link in &risk.links {
        let words = words::join(", ", [link.relation.as_str(), link.register.as_str(), link.number.as_str()]);
        facts.push(("Other register", words));
    }
    facts.push(("Notes", risk.notes.clone()));
    facts.push(("Exempt from publication", exempt(risk)));
    let mut top = vec![Block::Heading(3, words::join(". ", [number.as_str(), risk.title.as_str()]))];
    if !risk.description.trim().is_empty() {
        top.push(Block::Text(risk.description.clone()));
    }
    top.push(words::facts(facts.iter().map(|(name, value)| (*name, value.as_str()))));
    top.extend(assessments(asked, risk));
    let mut blocks = vec![Block::Together(top)];
    for (name, points) in
        [("Triggers", &risk.triggers), ("Likelihood factors", &risk.causes), ("Consequences", &risk.consequences)]
    {
        if !points.is_empty() {
            blocks.push(Block::Heading(4, name.to_owned()));
            blocks.push(Block::Items(words::points(points)));
        }
    }
    blocks.extend(controls(risk));
    blocks.extend(actions(asked, risk));
    blocks
}

/// What of a risk, a control or an action is exempt; blank in the public edition, where it is not there any more.
fn exempt(it: &dyn Marked) -> String {
    let fields: Vec<String> = it.marked_fields().iter().map(|field| field_label(field)).collect();
    if it.is_whole() { "all of it".to_owned() } else { words::join("; ", fields.iter().map(String::as_str)) }
}

fn assessments(asked: &Asked<'_>, risk: &Risk) -> Option<Block> {
    let criteria = &asked.register.criteria;
    let which = [Which::Inherent, Which::Residual, Which::Target, Which::Previous];
    let set = which.into_iter().filter(|which| *risk.assessment(*which) != Assessment::default());
    let row = |which: Which| {
        let it = risk.assessment(which);
        vec![vec![
            Cell::text(which.label()).before_row(),
            words::level(criteria, true, it.likelihood),
            words::level(criteria, false, it.impact),
            words::score(criteria, it),
            Cell::text(it.date.short()),
            Cell::text(&it.by),
            Cell::text(&it.reason),
        ]]
    };
    let groups: Vec<Vec<Vec<Cell>>> = set.map(row).collect();
    let (likelihood, impact) = (criteria.likelihood.name.as_str(), criteria.impact.name.as_str());
    let head = ["Assessment", likelihood, impact, "Score", "Date", "By", "Reason"];
    (!groups.is_empty()).then(|| {
        Block::Table(Table {
            kind: "assessments",
            caption: "Assessments".to_owned(),
            words: String::new(),
            widths: vec![145, 145, 145, 80, 125, 120, 240],
            head: vec![head.into_iter().map(Cell::heading).collect()],
            groups,
        })
    })
}

fn controls(risk: &Risk) -> Vec<Block> {
    let row = |control: &register::Control| {
        vec![vec![
            Cell::items(vec![words::control(control)]),
            Cell::text(&control.kind),
            Cell::text(words::names(&control.owners)),
            Cell::text(&control.adequacy),
            Cell::text(&control.critical_success),
            Cell::text(&control.assurance),
        ]]
    };
    let head = ["Control", "Type", "Owner", "Adequacy", "Critical success", "Assurance"];
    table("Controls", &head, vec![320, 110, 130, 125, 155, 160], risk.controls.iter().map(row).collect())
}

fn actions(asked: &Asked<'_>, risk: &Risk) -> Vec<Block> {
    let row = |action: &register::Action| {
        let mut cells = super::schedule::told(action, &asked.register.criteria);
        cells.push(Cell::text(action.completed.short()));
        cells.push(Cell::text(&action.assurance));
        vec![cells]
    };
    let head = ["Action", "Owner", "Target date", "Revised target date", "Status", "Completed", "Assurance"];
    table("Actions", &head, vec![270, 145, 120, 120, 85, 120, 140], risk.actions.iter().map(row).collect())
}

fn table(name: &str, head: &[&str], widths: Vec<u16>, groups: Vec<Vec<Vec<Cell>>>) -> Vec<Block> {
    if groups.is_empty() {
        return Vec::new();
    }
    let head = vec![head.iter().map(|name| Cell::heading(*name)).collect()];
    vec![
        Block::Heading(4, name.to_owned()),
        Block::Table(Table { kind: "entries", caption: name.to_owned(), words: String::new(), widths, head, groups }),
    ]
}
