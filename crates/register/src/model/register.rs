//! A register: risks under one set of criteria.

use super::{Covering, Criteria, Risk};
use crate::date::DateText;
use crate::id::Id;
use crate::record::record;

record! {
    /// A word or abbreviation and its meaning, printed with the register.
    pub struct Term {
        /// The word or abbreviation.
        pub term: String,
        /// What it stands for.
        pub meaning: String,
    }
}

record! {
    /// A titled collection of risks under one set of criteria, belonging to an entity.
    pub struct Register {
        /// Names the register.
        pub id: Id,
        /// What it is called.
        pub title: String,
        /// The organisation path, outermost first: council, directorate, service.
        pub entity: Vec<String>,
        /// What the register is for.
        pub description: String,
        /// The filter that made the printed copy, in words.
        pub scope: String,
        /// The state the register shows: a day or a month.
        pub as_at: DateText,
        /// When the whole register was reviewed, newest first, as printed above it.
        pub review_dates: Vec<DateText>,
        /// Scales, matrix, bands and vocabularies.
        pub criteria: Criteria,
        /// Terms explained with the register.
        pub glossary: Vec<Term>,
        /// Abbreviations explained with the register.
        pub acronyms: Vec<Term>,
        /// The report that goes with it to a committee.
        pub covering: Covering,
        /// The risks in the user's order.
        pub risks: Vec<Risk>,
    }
}

impl Register {
    /// The risk with this id, and its place from 0.
    pub fn find(&self, id: &Id) -> Option<(usize, &Risk)> {
        self.risks.iter().enumerate().find(|(_, risk)| risk.id == *id)
    }

    /// The organisation path in one line.
    pub fn entity_line(&self) -> String {
        self.entity.join(" / ")
    }
}
