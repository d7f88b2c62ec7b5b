//! A risk and its place among other risks.

use serde_json::Value;

use super::{Action, Assessment, Control, Point, Which};
use crate::date::DateText;
use crate::id::Id;
use crate::record::{Field, Reading, Shape, record, set_by_reading};

/// Whether a risk is still watched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "lowercase"))]
pub enum Status {
    /// Watched.
    #[default]
    Open,
    /// No longer watched; the date and reason stand beside it.
    Closed,
}

impl Field for Status {
    fn shape(&self) -> Shape<'_> {
        match self {
            // What goes without saying is not written.
            Self::Open => Shape::Nothing,
            Self::Closed => Shape::Text("closed"),
        }
    }

    fn read(&mut self, value: Value, at: &mut Reading) -> bool {
        *self = match value.as_str().map(str::to_ascii_lowercase).as_deref() {
            Some("open") => Self::Open,
            Some("closed") => Self::Closed,
            _ => return at.misread(value),
        };
        true
    }

    set_by_reading!();
}

record! {
    /// The same or a related risk in another register; the two may move apart over time.
    pub struct Link {
        /// Title of the other register.
        pub register: String,
        /// Number of the risk there, as printed.
        pub number: String,
        /// How they belong together, e.g. "same risk", "escalated from".
        pub relation: String,
    }
}

record! {
    /// An uncertain event that would hinder an objective.
    pub struct Risk {
        /// Names the risk within its register.
        pub id: Id,
        /// The number as printed, without the corporate flag: `1`, `16`, `01`, `R-004`. Order and gaps are the user's.
        pub number: String,
        /// Whether it stands in the corporate register too; printed `(CR)` after the number.
        pub corporate: bool,
        /// The risk in a line or two.
        pub title: String,
        /// More about it than the title says.
        pub description: String,
        /// Open (also when left out) or closed.
        pub status: Status,
        /// When it was closed.
        pub closed: DateText,
        /// Why it was closed.
        pub closed_reason: String,
        /// A name from the criteria's categories.
        pub category: String,
        /// Where it belongs, as printed in a card's footer ("Risk Path"), outermost first.
        pub path: Vec<String>,
        /// The objectives it would hinder.
        pub objectives: Vec<String>,
        /// Who answers for it: posts or people, each on its own.
        pub owners: Vec<String>,
        /// Whom to ask about it.
        pub contacts: Vec<String>,
        /// Indicators which warn that the risk is about to occur.
        pub triggers: Vec<Point>,
        /// What makes it more likely: likelihood factors, vulnerabilities.
        pub causes: Vec<Point>,
        /// What follows if it occurs: results, potential consequences.
        pub consequences: Vec<Point>,
        /// Without controls.
        pub inherent: Assessment,
        /// With the controls in place; "current" on the cards.
        pub residual: Assessment,
        /// Aimed at.
        pub target: Assessment,
        /// The residual assessment at the last review.
        pub previous: Assessment,
        /// The score the entity accepts for this risk.
        pub appetite: Option<u16>,
        /// The level of appetite: a name from the criteria's appetite levels.
        pub appetite_level: String,
        /// Treat, tolerate, transfer or terminate: a name from the criteria's responses.
        pub response: String,
        /// Who accepted a residual score above appetite, when and why.
        pub acceptance: String,
        /// What already reduces the risk.
        pub controls: Vec<Control>,
        /// What is being done.
        pub actions: Vec<Action>,
        /// When it was last reviewed.
        pub last_review: DateText,
        /// When it is to be reviewed next.
        pub next_review: DateText,
        /// How often it is reviewed, e.g. "3 months".
        pub review_frequency: String,
        /// The same or related risks in other registers.
        pub links: Vec<Link>,
        /// Anything else.
        pub notes: String,
        /// Whether the whole risk is exempt from publication ("Part B").
        pub exempt: bool,
        /// The fields that are exempt from publication, by their names in a file.
        pub exempt_fields: Vec<String>,
    }
}

impl Risk {
    /// The assessment asked for.
    pub fn assessment(&self, which: Which) -> &Assessment {
        match which {
            Which::Inherent => &self.inherent,
            Which::Residual => &self.residual,
            Which::Target => &self.target,
            Which::Previous => &self.previous,
        }
    }

    /// The number as it is printed, with the corporate flag: `1 (CR)`.
    pub fn printed_number(&self) -> String {
        match (self.corporate, self.number.is_empty()) {
            (true, true) => "(CR)".to_owned(),
            (true, false) => format!("{} (CR)", self.number),
            (false, _) => self.number.clone(),
        }
    }
}
