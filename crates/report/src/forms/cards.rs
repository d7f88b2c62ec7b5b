//! One card per risk: as the corporate cards of 2021 and the directorate cards of 2024.

use register::{Risk, Which};

use super::words;
use crate::compose::Asked;
use crate::document::{Block, Cell, Item, Table};
use crate::map;

/// Which cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Those of 2021, with assurance and a footer: path, category and objectives.
    Corporate,
    /// Those of 2024, without.
    Directorate,
}

/// The cards.
pub fn cards(asked: &Asked<'_>, style: Style) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, "Risk cards".to_owned())];
    blocks.extend(words::bands_key(&asked.register.criteria));
    for risk in asked.risks() {
        blocks.extend(card(asked, risk, style));
    }
    blocks
}

fn card(asked: &Asked<'_>, risk: &Risk, style: Style) -> Vec<Block> {
    let criteria = &asked.register.criteria;
    let number = words::join(" ", ["Risk", risk.printed_number().as_str()]);
    let mut top = vec![
        Block::Heading(3, words::join(". ", [number, words::title(risk)].each_ref().map(String::as_str))),
        Block::Beside(vec![
            (24, map::place_of(criteria, risk.residual.likelihood.zip(risk.residual.impact)).into_iter().collect()),
            (29, facts([("Risk Owners", words::names(&risk.owners))])),
            (21, scores(asked, risk)),
            (26, facts([("Last Review", risk.last_review.short()), ("Next Review", risk.next_review.short())])),
        ]),
    ];
    if !risk.description.trim().is_empty() {
        top.insert(1, Block::Text(risk.description.clone()));
    }
    let mut blocks = vec![Block::Together(top), points(risk, style), controls(risk, style), actions(risk, style)];
    if style == Style::Corporate {
        let list = |texts: &[String], between| words::join(between, texts.iter().map(String::as_str));
        blocks.extend(facts([
            ("Risk Path:", list(&risk.path, "/")),
            ("Risk Category:", risk.category.clone()),
            ("Linked Objective(s):", list(&risk.objectives, "; ")),
        ]));
    }
    blocks
}

fn facts<const N: usize>(facts: [(&str, String); N]) -> Vec<Block> {
    vec![Block::Facts(facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())]
}

fn scores(asked: &Asked<'_>, risk: &Risk) -> Vec<Block> {
    let criteria = &asked.register.criteria;
    let row = |which: Which| {
        let name = Cell::text(words::on_card(which)).before_row();
        vec![vec![name, words::score(criteria, risk.assessment(which))]]
    };
    vec![Block::Table(Table {
        kind: "score",
        caption: "Scores".to_owned(),
        words: String::new(),
        widths: vec![650, 350],
        head: Vec::new(),
        groups: [Which::Residual, Which::Target, Which::Previous].into_iter().map(row).collect(),
    })]
}

/// Triggers, likelihood factors and consequences. The cards of 2024 have triggers only; what else there is stands there too.
fn points(risk: &Risk, style: Style) -> Block {
    let mut lists = vec![
        ("Triggers", &risk.triggers),
        ("Likelihood Factors (Vulnerability)", &risk.causes),
        ("Potential Consequences", &risk.consequences),
    ];
    lists.retain(|(name, points)| style == Style::Corporate || *name == "Triggers" || !points.is_empty());
    let share = 1000 / u16::try_from(lists.len()).unwrap_or(3);
    let cells = lists.iter().map(|(_, points)| Cell::items(words::points(points))).collect();
    Block::Table(Table {
        kind: "points",
        caption: "Triggers, likelihood factors and consequences".to_owned(),
        words: String::new(),
        widths: vec![share; lists.len()],
        head: vec![lists.iter().map(|(name, _)| Cell::heading(*name)).collect()],
        groups: vec![vec![cells]],
    })
}

fn controls(risk: &Risk, style: Style) -> Block {
    let corporate = style == Style::Corporate;
    let mut head = vec!["Controls", "Adequacy", "Critical Success"];
    head.extend(corporate.then_some("Assurance"));
    let row = |control: &register::Control| {
        let mut cells = vec![
            Cell::items(vec![words::control(control)]),
            Cell::text(&control.adequacy),
            Cell::text(&control.critical_success),
        ];
        cells.extend(corporate.then(|| Cell::text(&control.assurance)));
        vec![cells]
    };
    let widths = if corporate { vec![380, 125, 225, 270] } else { vec![550, 125, 325] };
    table("controls", "Controls", &head, widths, risk.controls.iter().map(row).collect())
}

fn actions(risk: &Risk, style: Style) -> Block {
    let corporate = style == Style::Corporate;
    let mut head = vec!["Action Plans"];
    head.extend(corporate.then_some("Assurance"));
    head.extend(["Responsibility", "Target Date"]);
    let row = |action: &register::Action| {
        let mut cells = vec![Cell::items(vec![words::action(action)])];
        cells.extend(corporate.then(|| Cell::text(&action.assurance)));
        cells.push(Cell::text(words::names(&action.owners)));
        cells.push(Cell::text(action.due().short()));
        vec![cells]
    };
    let widths = if corporate { vec![470, 215, 190, 125] } else { vec![620, 250, 130] };
    table("plans", "Action plans", &head, widths, risk.actions.iter().map(row).collect())
}

/// A table that shows its heading also where it has no rows: the published cards do.
fn table(kind: &'static str, caption: &str, head: &[&str], widths: Vec<u16>, mut groups: Vec<Vec<Vec<Cell>>>) -> Block {
    if groups.is_empty() {
        groups.push(vec![head.iter().map(|_| Cell::items(Vec::<Item>::new())).collect()]);
    }
    Block::Table(Table {
        kind,
        caption: caption.to_owned(),
        words: String::new(),
        widths,
        head: vec![head.iter().map(|name| Cell::heading(*name)).collect()],
        groups,
    })
}
