//! The numbered record of every change: what, from, to, when, by whom, why.

mod entry;
mod invert;
mod stacks;

pub use entry::{Entry, Logged};
pub(crate) use invert::invert;
pub(crate) use stacks::{Stacks, WINDOW};

/// Who does something, when and why. Clock and user are the page's business.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// The time as ISO text, e.g. `2026-03-31T14:05:09Z`.
    pub at: String,
    /// The user's name.
    pub by: String,
    /// Why, if the user said so.
    pub reason: String,
}

/// The number of a change: one more than the highest its tab had seen, so that later changes sort after those
/// they build on. The tab tells apart those made at the same time.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// The number.
    pub seq: u64,
    /// The tab, by a name no other load of the page has.
    pub tab: String,
}

impl Stamp {
    /// Reads what [`Display`](std::fmt::Display) wrote.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (seq, tab) = text.split_once('-')?;
        Some(Self { seq: seq.parse().ok()?, tab: tab.to_owned() })
    }
}

impl std::fmt::Display for Stamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.seq, self.tab)
    }
}
