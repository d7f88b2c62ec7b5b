//! Which key holds what, and how the values are written and read.

mod envelope;
mod keys;
mod rank;
mod seen;

pub use envelope::Trashed;
pub(crate) use envelope::{HeadIn, Odd, RiskIn, VERSION};
pub(crate) use envelope::{object, read_done, read_head, read_risk, write_head, write_purged, write_risk};
pub use keys::PREFIX;
pub(crate) use keys::{Keys, Name, Part, SETTINGS, aside_key, name_of};
pub(crate) use rank::{checked as checked_rank, initial as initial_ranks, spread as spread_ranks};
pub(crate) use seen::Seen;
