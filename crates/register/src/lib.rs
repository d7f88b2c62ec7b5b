//! The domain of Heatgrid: council risk registers.
//!
//! This crate does no I/O and knows no browser, no clock and no random source: today's date, new ids and the
//! author's name are passed in.

pub mod cell;
pub mod change;
pub mod checks;
pub mod covering;
pub mod criteria_edit;
pub mod date;
pub mod exempt;
pub mod filter;
pub mod find;
pub mod generate;
pub mod heat;
pub mod id;
pub mod model;
pub mod paste;
pub mod presets;
pub mod record;
pub mod relist;
pub mod scoring;
pub mod sort;
pub mod trend;

pub use change::{Change, apply};
pub use date::DateText;
pub use id::{Id, Ids};
pub use model::*;
