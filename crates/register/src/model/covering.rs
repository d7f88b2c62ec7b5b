//! The report that goes with a register to a committee.

use crate::date::DateText;
use crate::record::record;

record! {
    /// The covering report: what a committee reads before the register, section by section as in 2018.
    pub struct Covering {
        /// The committee it goes to.
        pub to: String,
        /// When the committee meets.
        pub meeting_date: DateText,
        /// Who reports.
        pub from: String,
        /// The electoral divisions it is about.
        pub divisions: String,
        /// Its reference in the forward plan.
        pub forward_plan: String,
        /// Whether it asks for a key decision.
        pub key_decision: String,
        /// What it is for.
        pub purpose: String,
        /// What the committee is asked to do.
        pub recommendation: String,
        /// The officers whom readers may ask, one a line: name; post; email; telephone.
        pub officers: String,
        /// The members whom readers may ask, one a line: name; post; email; telephone.
        pub members: String,
        /// How it came to this; a numbered paragraph a line.
        pub background: String,
        /// What there is to say; a numbered paragraph a line, lines with a mark at their start listed below it.
        pub main_issues: String,
        /// The authority's priorities, one a line: the priority, a colon, what the report means for it; nothing after the
        /// colon: no significant implications.
        pub priorities: String,
        /// Significant implications for resources; blank: none.
        pub resources: String,
        /// Significant implications for procurement and contracts; blank: none.
        pub procurement: String,
        /// Significant implications of law and risk; blank: none.
        pub legal: String,
        /// Significant implications for equality and diversity; blank: none.
        pub equality: String,
        /// Significant implications for engagement and communications; blank: none.
        pub engagement: String,
        /// Significant implications for localism and local members; blank: none.
        pub localism: String,
        /// Significant implications for public health; blank: none.
        pub public_health: String,
        /// The documents it rests on, one a line: the document; where it can be read.
        pub sources: String,
    }
}

/// The kinds of significant implications: field, heading.
pub const IMPLICATIONS: [(&str, &str); 7] = [
    ("resources", "Resource implications"),
    ("procurement", "Procurement, contractual and contract procedure rules implications"),
    ("legal", "Statutory, legal and risk implications"),
    ("equality", "Equality and diversity implications"),
    ("engagement", "Engagement and communications implications"),
    ("localism", "Localism and local member involvement"),
    ("public_health", "Public health implications"),
];
