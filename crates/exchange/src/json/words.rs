//! Notes and findings in the words of a report.

use register::change::{Place, field_label};
use register::checks::Finding;
use register::record::{Fault, Note, Step};
use register::{Id, Risk};

use crate::report::{Line, Weight, shortened};

/// What a risk is called in a report: its number as printed, else its row in the file, from 0.
pub(super) fn risk_name(risk: Option<&Risk>, row: usize) -> String {
    match risk.map(Risk::printed_number) {
        Some(number) if !number.is_empty() => shortened(&number),
        _ => format!("row {}", row + 1),
    }
}

/// An item of a list, its index from 0: `Control 3`.
pub(super) fn item(list: &str, index: usize) -> String {
    let many = field_label(list);
    let one = match many.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None if many.ends_with("ss") => many,
        None => many.strip_suffix('s').unwrap_or(&many).to_owned(),
    };
    format!("{one} {}", index + 1)
}

/// The way to a value: `Control 3: Adequacy`.
fn label(path: &[Step]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut field = "";
    for step in path {
        match step {
            Step::Field(name) => {
                field = name;
                parts.push(field_label(name));
            }
            Step::Item(index) => {
                // A row of a matrix is a list in a list: both counts stay.
                let part = if parts.last() == Some(&field_label(field)) { parts.pop() } else { None };
                parts.push(part.map_or_else(|| format!("entry {}", index + 1), |_| item(field, *index)));
            }
        }
    }
    parts.join(": ")
}

/// Fields that are lists of entries with fields of their own. `progress` is one in the criteria only.
const LISTS_OF_ENTRIES: [&str; 13] = [
    "risks",
    "triggers",
    "causes",
    "consequences",
    "controls",
    "actions",
    "links",
    "glossary",
    "acronyms",
    "levels",
    "bands",
    "appetite_levels",
    "category_appetites",
];

/// Fields that are lists of texts.
const LISTS_OF_TEXTS: [&str; 11] = [
    "entity",
    "review_dates",
    "path",
    "objectives",
    "owners",
    "contacts",
    "categories",
    "responses",
    "control_types",
    "adequacies",
    "review_frequencies",
];

/// What belongs in the field at the end of a path, by its name.
fn holds(path: &[Step]) -> &'static str {
    let mut fields = path.iter().rev().filter_map(|step| match step {
        Step::Field(name) => Some(*name),
        Step::Item(_) => None,
    });
    let field = fields.next().unwrap_or_default();
    let of_criteria = fields.next() == Some("criteria");
    let listed = matches!(path.last(), Some(Step::Item(_)));
    let of_entries = LISTS_OF_ENTRIES.contains(&field) || field == "progress" && of_criteria;
    match field {
        _ if of_entries && listed => "an entry of this list",
        _ if of_entries || LISTS_OF_TEXTS.contains(&field) && !listed => "a list",
        "matrix" | "cell_bands" if !listed => "a list",
        "likelihood" | "impact" if of_criteria => "a scale",
        "likelihood" | "impact" | "score" | "appetite" | "from" | "escalation_score" | "matrix" | "cell_bands" => {
            "a whole number"
        }
        "corporate" | "heading" | "done" | "likelihood_across" => "yes or no",
        "status" => "“open” or “closed”",
        "inherent" | "residual" | "target" | "previous" => "an assessment",
        "criteria" => "risk criteria",
        _ => "text",
    }
}

/// A note of the tolerant reading; `path` leads from the risk, or from the register where `risk` is missing.
pub(super) fn of_note(note: Note, path: &[Step], risk: Option<String>) -> Line {
    let holds = holds(path);
    let (message, weight) = match note.fault {
        Fault::Converted => (format!("This is not written as {holds}, but could be read as {holds}."), Weight::Mended),
        Fault::Unread => (
            format!("This cannot be read as {holds}. The field stays blank, and this is kept beside it."),
            Weight::SetBeside,
        ),
    };
    Line { risk, field: label(path), value: note.value, message, weight }
}

/// A finding of the checks. `risk`: what the risk is called, and the risk.
pub(super) fn of_finding(finding: &Finding, risk: Option<(String, &Risk)>) -> Line {
    let field = match (&finding.place, &risk) {
        (Place::Item(_, list, id), Some((_, risk))) => match place_in(risk, list, id) {
            Some(index) => format!("{}: {}", item(list, index), finding.label()),
            None => finding.label(),
        },
        (Place::Criteria, _) => format!("Criteria: {}", finding.label()),
        _ => finding.label(),
    };
    Line {
        risk: risk.map(|(name, _)| name),
        field,
        value: shortened(&finding.value),
        message: finding.kind.to_string(),
        weight: Weight::Kept,
    }
}

/// Where an item stands in its list, from 0.
fn place_in(risk: &Risk, list: &str, id: &Id) -> Option<usize> {
    match list {
        "triggers" => risk.triggers.iter().position(|it| it.id == *id),
        "causes" => risk.causes.iter().position(|it| it.id == *id),
        "consequences" => risk.consequences.iter().position(|it| it.id == *id),
        "controls" => risk.controls.iter().position(|it| it.id == *id),
        "actions" => risk.actions.iter().position(|it| it.id == *id),
        _ => None,
    }
}
