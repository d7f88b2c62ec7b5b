//! Blocks of cells as spreadsheets put them on the clipboard: tab-separated text, and HTML beside it.
//!
//! The crate `csv` would read and write the text, at 22 KB; what is needed of it is this one dialect.

mod guard;
mod html;
mod tsv;

pub use html::html;
pub use tsv::{read_tsv, tsv};
