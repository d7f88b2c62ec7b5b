//! From what is asked for to a document.

use register::Register;
use register::date::Day;

use crate::document::{Block, Document, Section};
use crate::edition::Edition;
use crate::forms::{self, words};
use crate::paper::{Paper, Size};

/// A part of a report: one of the published forms, or one that members ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The report that goes with the register to a committee.
    Covering,
    /// One page for members: heat map, what moved, the top risks, late actions.
    Dashboard,
    /// The summary report of 2018: heat map with numbers, then the summary table.
    Summary,
    /// The terms and what they mean, as before the grid of 2016.
    Glossary,
    /// The wide grid of 2016 and 2017.
    Grid,
    /// The scoring matrix with its names and the abbreviations, as after the grid of 2017.
    Matrix,
    /// The corporate cards of 2021: with assurance, path, category and objectives.
    CorporateCards,
    /// The directorate cards of 2024: titles above texts.
    DirectorateCards,
    /// The actions by who answers for them.
    Schedule,
    /// All there is of each risk, also what the published forms have no place for.
    Records,
}

impl Part {
    /// All parts, in the order in which a whole report has them.
    pub const ALL: [Self; 10] = [
        Self::Covering,
        Self::Dashboard,
        Self::Summary,
        Self::Glossary,
        Self::Grid,
        Self::Matrix,
        Self::CorporateCards,
        Self::DirectorateCards,
        Self::Schedule,
        Self::Records,
    ];

    /// What it is called.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Covering => "Covering report",
            Self::Dashboard => "Dashboard",
            Self::Summary => "Summary report",
            Self::Glossary => "Glossary and review dates",
            Self::Grid => "Register grid",
            Self::Matrix => "Abbreviations and scoring matrix",
            Self::CorporateCards => "Corporate risk cards",
            Self::DirectorateCards => "Directorate risk cards",
            Self::Schedule => "Actions by owner",
            Self::Records => "Full record of each risk",
        }
    }

    /// What it shows, in a line.
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Covering => "What a committee reads first: purpose, recommendation, main issues, implications",
            Self::Dashboard => "One page for members: heat map, what moved, highest risks, late actions",
            Self::Summary => "Heat map with risk numbers, then each risk with triggers, scores and controls",
            Self::Glossary => "What the terms mean, and when the register was reviewed",
            Self::Grid => "The wide table: details, inherent and residual risk, controls, actions",
            Self::Matrix => "What the abbreviations stand for, and what each score means",
            Self::CorporateCards => "A card for each risk, with assurance, path, category and objectives",
            Self::DirectorateCards => "A card for each risk, with short titles above the texts",
            Self::Schedule => "Every action under who answers for it, with dates and progress",
            Self::Records => "All that the register holds about each risk",
        }
    }

    /// Its name in addresses and style sheets.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Covering => "covering",
            Self::Dashboard => "dashboard",
            Self::Summary => "summary",
            Self::Glossary => "glossary",
            Self::Grid => "grid",
            Self::Matrix => "matrix",
            Self::CorporateCards => "corporate-cards",
            Self::DirectorateCards => "directorate-cards",
            Self::Schedule => "schedule",
            Self::Records => "records",
        }
    }

    /// The part of this name.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.word() == word)
    }

    /// The sheets it is published on.
    pub const fn paper(self) -> Paper {
        match self {
            Self::Grid => Paper { size: Size::A3, landscape: true },
            Self::CorporateCards | Self::DirectorateCards => Paper { size: Size::A4, landscape: true },
            _ => Paper { size: Size::A4, landscape: false },
        }
    }
}

/// A part and the sheets it is to stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The part.
    pub part: Part,
    /// The sheets.
    pub paper: Paper,
}

impl From<Part> for Plan {
    fn from(part: Part) -> Self {
        Self { part, paper: part.paper() }
    }
}

/// What a report is to show.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// The register.
    pub register: &'a Register,
    /// The risks as places in the register, in the order in which they are to stand.
    pub places: &'a [usize],
    /// Which risks these are and in which order, in words; blank for all in the register's order.
    pub filter: &'a str,
    /// What the report is called; blank: as the register.
    pub title: &'a str,
    /// The parts in order.
    pub plans: &'a [Plan],
    /// Who may read it.
    pub edition: Edition,
    /// Whether the report is to say that something was left out.
    pub says_withheld: bool,
    /// The day on which actions are late and reviews overdue.
    pub today: Day,
}

/// The document that is asked for. Parts that have nothing to say, e.g. a glossary of a register without one, are left out.
pub fn compose(asked: &Asked<'_>) -> Document {
    let register = asked.register;
    let named = [asked.title.trim(), register.title.trim()].into_iter().find(|it| !it.is_empty());
    let title = named.unwrap_or("Risk register");
    let running = words::join(" · ", [asked.edition.running(), title, asked.filter]);
    let mut sections: Vec<Section> = asked.plans.iter().filter_map(|plan| section(asked, *plan, &running)).collect();
    let says = asked.says_withheld.then(|| Block::Note(WITHHELD.to_owned()));
    // A covering report has facts of its own; the register's stand with what follows.
    if let Some(first) = sections.iter_mut().find(|it| it.kind != Part::Covering.word()) {
        let told = Some(asked.filter).filter(|it| !it.is_empty() && first.kind != Part::Summary.word());
        let told = told.map(|filter| Block::Note(format!("{filter}.")));
        // The dashboard is one sheet, whatever is said of the register.
        let text = if first.kind == Part::Dashboard.word() { "" } else { register.description.trim() };
        first.blocks.splice(0..0, about(register, text).into_iter().chain(told).chain(says));
    } else if let Some(only) = sections.first_mut() {
        only.blocks.extend(says);
    }
    if let Some(first) = sections.first_mut() {
        // Also where no line at the head of a sheet is seen: in a file on the screen.
        let part_b = Some(asked.edition.running()).filter(|it| !it.is_empty()).map(|it| Block::Note(it.to_owned()));
        first.blocks.splice(0..0, [Block::Heading(1, title.to_owned())].into_iter().chain(part_b));
    }
    // Files of both parts lie in the same folder.
    Document { title: words::join(", ", [title, asked.edition.in_title()]), sections }
}

fn section(asked: &Asked<'_>, plan: Plan, running: &str) -> Option<Section> {
    let blocks = match plan.part {
        Part::Covering => forms::covering(asked),
        Part::Dashboard => forms::dashboard(asked),
        Part::Summary => forms::summary(asked),
        Part::Glossary => forms::glossary(asked),
        Part::Grid => forms::grid(asked),
        Part::Matrix => forms::matrix(asked),
        Part::CorporateCards => forms::cards(asked, forms::Style::Corporate),
        Part::DirectorateCards => forms::cards(asked, forms::Style::Directorate),
        Part::Schedule => forms::schedule(asked),
        Part::Records => forms::records(asked),
    };
    (!blocks.is_empty()).then(|| Section {
        kind: plan.part.word(),
        paper: plan.paper,
        running: words::cut(running, usize::from(plan.paper.millimetres().0) * 11 / 20),
        blocks,
    })
}

/// What stands once in a public report from which something was left out, where its author wants that.
const WITHHELD: &str = "Information that is exempt from publication has been left out.";

/// What stands once, above the first part: whose register it is.
fn about(register: &Register, text: &str) -> Vec<Block> {
    let mut facts = Vec::new();
    if !register.entity.is_empty() {
        facts.push(("Entity".to_owned(), register.entity_line()));
    }
    if !register.as_at.0.is_empty() {
        facts.push(("State of".to_owned(), register.as_at.long()));
    }
    let mut blocks = Vec::new();
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    if !text.is_empty() {
        blocks.push(Block::Text(text.to_owned()));
    }
    blocks
}
