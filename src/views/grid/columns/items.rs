//! The columns of the grids of actions and controls: the risk beside each, then every field of the entry.

use register::Which;

use super::{Column, Of, column, score};

const RISK: &str = "Risk";
const ACTION: &str = "Action";
const CONTROL: &str = "Control";

const NUMBER: Column = column(RISK, "number", "No.", 92);
const TITLE: Column = column(RISK, "title", "Risk", 220);
const OWNERS: Column = column(RISK, "owners", "Risk owner", 150);

const fn item(column: Column) -> Column {
    Column { of: Of::Item, ..column }
}

/// The columns of the grid of actions.
pub const ACTIONS: [Column; 16] = [
    NUMBER,
    TITLE,
    score("Residual", Which::Residual),
    score("Target", Which::Target),
    OWNERS,
    column(RISK, "category", "Category", 104),
    item(column(ACTION, "number", "Action no.", 100)),
    item(column(ACTION, "title", "Title", 190)),
    item(column(ACTION, "description", "Description", 320)),
    item(column(ACTION, "owners", "Owner", 170)),
    item(column(ACTION, "target_date", "Target date", 116)),
    item(column(ACTION, "revised_date", "Revised date", 116)),
    item(column(ACTION, "progress", "Progress", 116)),
    item(column(ACTION, "completed", "Completed", 112)),
    item(column(ACTION, "assurance", "Assurance", 190)),
    column(RISK, "response", "Response", 104),
];

/// The columns of the grid of controls.
pub const CONTROLS: [Column; 14] = [
    NUMBER,
    TITLE,
    score("Residual", Which::Residual),
    score("Inherent", Which::Inherent),
    OWNERS,
    column(RISK, "category", "Category", 104),
    item(column(CONTROL, "number", "Control no.", 104)),
    item(column(CONTROL, "title", "Title", 190)),
    item(column(CONTROL, "description", "Description", 340)),
    item(column(CONTROL, "owners", "Owner", 170)),
    item(column(CONTROL, "kind", "Type", 116)),
    item(column(CONTROL, "adequacy", "Adequacy", 116)),
    item(column(CONTROL, "critical_success", "Critical success", 210)),
    item(column(CONTROL, "assurance", "Assurance", 210)),
];
