//! Bytes to registers and back.
//!
//! This crate opens no file and asks no network: it is given bytes and gives bytes, and every oddity it meets on the
//! way in becomes a line of a report instead of an error, unless nothing can be made of the file at all.

mod file_name;
mod json;
pub mod locked;
mod page;
mod picture;
mod report;
pub mod table;

pub use file_name::{file_name, locked_name, page_name, picture_name, report_name};
pub use json::{LooksLike, MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, MAX_RISKS, MAX_TEXT, ReadError, read, write};
pub use locked::Locked;
pub use page::{Carried, carried, write_page};
pub use picture::{Picture, escaped, picture_html, picture_svg, picture_text};
pub use report::{Incoming, IncomingRegister, Line, Weight};
