//! The columns of the grid of risks: every field of a risk.

use register::Which;

use super::{Column, Holds, column, holding, score};

const DETAILS: &str = "Details of risk";

/// All of them.
pub const COLUMNS: [Column; 44] = [
    column(DETAILS, "number", "No.", 92),
    column(DETAILS, "title", "Risk", 250),
    column(DETAILS, "description", "Description", 250),
    column(DETAILS, "corporate", "Corporate", 96),
    holding(Holds::Points, column(DETAILS, "triggers", "Triggers", 190)),
    holding(Holds::Points, column(DETAILS, "causes", "Likelihood factors", 190)),
    holding(Holds::Points, column(DETAILS, "consequences", "Results", 170)),
    column(DETAILS, "owners", "Owner", 150),
    column(DETAILS, "category", "Category", 104),
    column(DETAILS, "objectives", "Objectives", 170),
    column(DETAILS, "path", "Risk path", 170),
    score("Inherent", Which::Inherent),
    column("Inherent", "inherent.date", "Assessed on", 112),
    column("Inherent", "inherent.by", "Assessed by", 130),
    column("Inherent", "inherent.reason", "Reason", 170),
    score("Residual", Which::Residual),
    column("Residual", "appetite", "Appetite", 84),
    column("Residual", "appetite_level", "Appetite level", 120),
    column("Residual", "acceptance", "Acceptance", 170),
    column("Residual", "residual.date", "Assessed on", 112),
    column("Residual", "residual.by", "Assessed by", 130),
    column("Residual", "residual.reason", "Reason", 170),
    score("Previous", Which::Previous),
    column("Previous", "previous.date", "Assessed on", 112),
    column("Previous", "previous.by", "Assessed by", 130),
    column("Previous", "previous.reason", "Reason", 170),
    score("Target", Which::Target),
    column("Target", "target.date", "Assessed on", 112),
    column("Target", "target.by", "Assessed by", 130),
    column("Target", "target.reason", "Reason", 170),
    holding(Holds::Items, column("Controls", "controls", "Controls", 300)),
    holding(Holds::Items, column("Actions", "actions", "Actions", 320)),
    column("Actions", "response", "Response", 104),
    column("Review", "last_review", "Last review", 108),
    column("Review", "next_review", "Next review", 112),
    column("Review", "review_frequency", "Frequency", 112),
    column("Review", "status", "Status", 92),
    column("Review", "closed", "Closed on", 108),
    column("Review", "closed_reason", "Reason for closing", 170),
    column("Review", "contacts", "Contact", 170),
    column("Review", "links", "Links", 190),
    column("Review", "notes", "Notes", 240),
    column("Publication", "exempt", "Exempt", 92),
    column("Publication", "exempt_fields", "Exempt fields", 170),
];
