//! Notes and findings in the words of a report.

use std::collections::HashMap;

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
const LISTS_OF_TEXTS: [&str; 12] = [
    "exempt_fields",
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
        "corporate" | "heading" | "exempt" | "done" | "likelihood_across" => "yes or no",
        "status" => "“open” or “closed”",
        "inherent" | "residual" | "target" | "previous" => "an assessment",
        "criteria" => "risk criteria",
        "covering" => "a covering report",
        _ => "text",
    }
}

/// What a fault of the tolerant reading means for the data.
pub(super) fn weight(fault: Fault) -> Weight {
    match fault {
        Fault::Converted => Weight::Mended,
        Fault::Unread => Weight::SetBeside,
    }
}

/// A note of the tolerant reading; `path` leads from the risk, or from the register where `risk` is missing.
pub(super) fn of_note(note: &Note, path: &[Step], risk: Option<String>) -> Line {
    let holds = holds(path);
    let message = match note.fault {
        Fault::Converted => format!("This is not written as {holds}, but could be read as {holds}."),
        Fault::Unread => {
            format!("This cannot be read as {holds}. The field stays blank, and this is kept beside it.")
        }
    };
    Line { risk, field: label(path), value: note.value.clone(), message, weight: weight(note.fault) }
}

/// Where the items of a risk stand in their lists, from 0.
pub(super) type Places<'a> = HashMap<(&'static str, &'a Id), usize>;

/// Where the controls and actions of a risk stand; findings are about no other items.
pub(super) fn places(risk: &Risk) -> Places<'_> {
    let controls = risk.controls.iter().enumerate().map(|(place, it)| (("controls", &it.id), place));
    controls.chain(risk.actions.iter().enumerate().map(|(place, it)| (("actions", &it.id), place))).collect()
}

/// A finding of the checks. `risk`: what the risk is called; `places`: those of its items.
pub(super) fn of_finding(finding: &Finding, risk: Option<String>, places: &Places) -> Line {
    let label = finding.label();
    let field = match &finding.place {
        Place::Criteria => format!("Criteria: {label}"),
        Place::Covering => format!("Covering report: {label}"),
        Place::Item(_, list, id) => match places.get(&(list.as_str(), id)) {
            Some(place) => format!("{}: {label}", item(list, *place)),
            None => label,
        },
        Place::Register | Place::Risk(_) => label,
    };
    let (value, message) = (shortened(&finding.value), finding.kind.to_string());
    Line { risk, field, value, message, weight: Weight::Kept }
}
