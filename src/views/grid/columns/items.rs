//! The columns of the grids of actions and controls: the risk beside each, then every field of the entry.

use register::Which;

use super::{Column, Of, column, score};

const RISK: &str = "Risk";
const ACTION: &str = "Action";
const CONTROL: &str = "Control";

const NUMBER: Column = column(RISK, "number", "No.", 92);
const TITLE: Column = column(RISK, "title", "Risk", 220);
const OWNERS: Column = column(RISK, "owners", "Risk owner", 150);

const fn item(subject: &'static str, column: Column) -> Column {
    Column { of: Of::Item, subject, ..column }
}

/// The columns of the grid of actions.
pub const ACTIONS: [Column; 18] = [
    NUMBER,
    TITLE,
    score("Residual", Which::Residual),
    score("Target", Which::Target),
    OWNERS,
    column(RISK, "category", "Category", 104),
    item("action.number", column(ACTION, "number", "Action no.", 100)),
    item("action.title", column(ACTION, "title", "Title", 190)),
    item("action.description", column(ACTION, "description", "Description", 320)),
    item("action.owners", column(ACTION, "owners", "Owner", 170)),
    item("action.target_date", column(ACTION, "target_date", "Target date", 116)),
    item("action.revised_date", column(ACTION, "revised_date", "Revised date", 116)),
    item("action.progress", column(ACTION, "progress", "Progress", 116)),
    item("action.completed", column(ACTION, "completed", "Completed", 112)),
    item("action.assurance", column(ACTION, "assurance", "Assurance", 190)),
    item("action.exempt", column(ACTION, "exempt", "Exempt", 92)),
    item("action.exempt_fields", column(ACTION, "exempt_fields", "Exempt fields", 170)),
    column(RISK, "response", "Response", 104),
];

/// The columns of the grid of controls.
pub const CONTROLS: [Column; 16] = [
    NUMBER,
    TITLE,
    score("Residual", Which::Residual),
    score("Inherent", Which::Inherent),
    OWNERS,
    column(RISK, "category", "Category", 104),
    item("control.number", column(CONTROL, "number", "Control no.", 104)),
    item("control.title", column(CONTROL, "title", "Title", 190)),
    item("control.description", column(CONTROL, "description", "Description", 340)),
    item("control.owners", column(CONTROL, "owners", "Owner", 170)),
    item("control.kind", column(CONTROL, "kind", "Type", 116)),
    item("control.adequacy", column(CONTROL, "adequacy", "Adequacy", 116)),
    item("control.critical_success", column(CONTROL, "critical_success", "Critical success", 210)),
    item("control.assurance", column(CONTROL, "assurance", "Assurance", 210)),
    item("control.exempt", column(CONTROL, "exempt", "Exempt", 92)),
    item("control.exempt_fields", column(CONTROL, "exempt_fields", "Exempt fields", 170)),
];
