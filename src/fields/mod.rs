//! How each field of the model is typed and shown: the one table that the grid, the card, drafts and messages use.

mod text;

pub use text::{read, show};

use register::change::{Place, field_label};
use register::filter::Of;
use register::{Criteria, Which};

/// How a field is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Text of several lines.
    Text,
    /// Yes or no.
    Flag,
    /// A whole number.
    Number,
    /// A date as written.
    Date,
    /// Several dates, split by `;`.
    Dates,
    /// Posts or people, split by `;`, by ` / ` or by lines.
    Names,
    /// Several texts, one a line.
    Lines,
    /// A path, split by `/`.
    Path,
    /// Terms and meanings, one pair a line, split by `:`.
    Terms,
    /// Names of fields of a risk, a control or an action, split by `;`.
    Fields(Of),
    /// Links to risks elsewhere, one a line: register; number; relation.
    Links,
    /// A name from a list.
    Choice(Choice),
    /// Likelihood and impact, typed `4x3`.
    Levels,
}

/// A list that a name is chosen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Open or closed.
    Status,
    /// The criteria's categories.
    Category,
    /// The criteria's responses.
    Response,
    /// The criteria's appetite levels.
    AppetiteLevel,
    /// The criteria's review frequencies.
    Frequency,
    /// The criteria's control types.
    ControlType,
    /// The criteria's adequacies.
    Adequacy,
    /// The criteria's progress steps.
    Progress,
}

impl Choice {
    /// The names to choose from, as stored.
    pub fn names(self, criteria: &Criteria) -> Vec<String> {
        match self {
            Self::Status => vec!["open".to_owned(), "closed".to_owned()],
            Self::Category => criteria.categories.clone(),
            Self::Response => criteria.responses.clone(),
            Self::AppetiteLevel => criteria.appetite_levels.iter().map(|level| level.name.clone()).collect(),
            Self::Frequency => criteria.review_frequencies.clone(),
            Self::ControlType => criteria.control_types.clone(),
            Self::Adequacy => criteria.adequacies.clone(),
            Self::Progress => criteria.progress.iter().map(|step| step.name.clone()).collect(),
        }
    }
}

/// How a field is typed. An assessment's part is named `residual.date`.
pub fn kind(place: &Place, field: &str) -> Kind {
    use Choice::{Adequacy, AppetiteLevel, Category, ControlType, Frequency, Progress, Response, Status};
    if let Some((_, part)) = field.split_once('.') {
        return match part {
            "date" => Kind::Date,
            "score" => Kind::Number,
            "by" => Kind::Line,
            _ => Kind::Text,
        };
    }
    match (place, field) {
        (Place::Register, "entity") => Kind::Path,
        (Place::Register, "glossary" | "acronyms") => Kind::Terms,
        (Place::Register, "review_dates") => Kind::Dates,
        (Place::Register, "title") => Kind::Line,
        (Place::Item(_, list, _), "kind") if list == "controls" => Kind::Choice(ControlType),
        (Place::Criteria, "escalation_score") => Kind::Number,
        (Place::Criteria, "likelihood_across") => Kind::Flag,
        (Place::Criteria, _) => Kind::Lines,
        (Place::Covering, "meeting_date") => Kind::Date,
        (Place::Covering, "to" | "from" | "divisions" | "forward_plan" | "key_decision") => Kind::Line,
        (Place::Covering, _) => Kind::Text,
        (_, "owners" | "contacts") => Kind::Names,
        (_, "objectives") => Kind::Lines,
        (_, "path") => Kind::Path,
        (_, "links") => Kind::Links,
        (_, "number") => Kind::Line,
        (_, "corporate" | "heading" | "exempt") => Kind::Flag,
        (Place::Item(_, list, _), "exempt_fields") if list == "controls" => Kind::Fields(Of::Control),
        (Place::Item(..), "exempt_fields") => Kind::Fields(Of::Action),
        (_, "exempt_fields") => Kind::Fields(Of::Risk),
        (_, "appetite") => Kind::Number,
        (_, "status") => Kind::Choice(Status),
        (_, "category") => Kind::Choice(Category),
        (_, "response") => Kind::Choice(Response),
        (_, "appetite_level") => Kind::Choice(AppetiteLevel),
        (_, "review_frequency") => Kind::Choice(Frequency),
        (_, "adequacy") => Kind::Choice(Adequacy),
        (_, "progress") => Kind::Choice(Progress),
        (_, "closed" | "last_review" | "next_review" | "target_date" | "revised_date" | "completed" | "as_at") => {
            Kind::Date
        }
        (_, name) if Which::of_field(name).is_some() => Kind::Levels,
        _ => Kind::Text,
    }
}

/// The name of a field on the page.
pub fn label(field: &str) -> String {
    match field.split_once('.') {
        Some((which, part)) => {
            format!("{} assessment: {}", Which::of_field(which).map_or("", |which| which.label()), part_label(part))
        }
        None => field_label(field),
    }
}

/// The name of an assessment's part on the page.
fn part_label(part: &str) -> &str {
    match part {
        "date" => "assessed on",
        "by" => "assessed by",
        "score" => "score as printed",
        other => other,
    }
}
