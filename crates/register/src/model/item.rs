//! The lists of a risk: triggers, causes, consequences, controls, actions.

use crate::date::DateText;
use crate::id::Id;
use crate::record::record;

record! {
    /// A trigger, cause (likelihood factor) or consequence (result).
    pub struct Point {
        /// Names the point within its risk.
        pub id: Id,
        /// The number or mark as printed: `1.`, `1)`, `01.`, `•`, or none. Numbers may repeat and have gaps.
        pub number: String,
        /// Whether this is a heading over the points that follow.
        pub heading: bool,
        /// The text; line breaks stay.
        pub text: String,
    }
}

record! {
    /// What already reduces the risk.
    pub struct Control {
        /// Names the control within its register.
        pub id: Id,
        /// The number or mark as printed: `1.`, `8`, `01.`, or none. Numbers may repeat and have gaps.
        pub number: String,
        /// A short name, printed bold above the description on the cards of 2024.
        pub title: String,
        /// What the control does; sub-items and bullets stay as lines of the text.
        pub description: String,
        /// Who runs it: posts or people.
        pub owners: Vec<String>,
        /// Preventative, detective, directive or corrective; a name from the criteria's control types.
        pub kind: String,
        /// How well it works: a name from the criteria's adequacies. Blank: nothing was printed.
        pub adequacy: String,
        /// What shows that the control succeeds ("Critical success").
        pub critical_success: String,
        /// Where the assurance comes from.
        pub assurance: String,
        /// Whether all of it is exempt from publication ("Part B").
        pub exempt: bool,
        /// The fields that are exempt from publication, by their names in a file.
        pub exempt_fields: Vec<String>,
    }
}

record! {
    /// What is being done. Done actions become controls.
    pub struct Action {
        /// Names the action within its register.
        pub id: Id,
        /// The number or mark as printed: `1.`, `8`, `01.`, or none. Numbers may repeat and have gaps.
        pub number: String,
        /// A short name, printed bold above the description on the cards of 2024.
        pub title: String,
        /// What is being done.
        pub description: String,
        /// Who does it ("Responsibility"): posts or people.
        pub owners: Vec<String>,
        /// When it should be done.
        pub target_date: DateText,
        /// When it should be done after a delay; stands in for the target date.
        pub revised_date: DateText,
        /// How it goes: a name from the criteria's progress list (red, amber, green, complete, not started).
        pub progress: String,
        /// When it was done.
        pub completed: DateText,
        /// Where the assurance comes from.
        pub assurance: String,
        /// Whether all of it is exempt from publication ("Part B").
        pub exempt: bool,
        /// The fields that are exempt from publication, by their names in a file.
        pub exempt_fields: Vec<String>,
    }
}

impl Action {
    /// The date the action is now due: the revised one where there is one.
    pub fn due(&self) -> &DateText {
        if self.revised_date.0.is_empty() { &self.target_date } else { &self.revised_date }
    }
}
