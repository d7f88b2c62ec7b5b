//! A register as the documents that councils publish.
//!
//! [`compose`] makes one [`Document`] of the parts asked for; [`html`] writes it for the screen, for printing and as a file.

mod compose;
pub mod document;
mod edition;
mod forms;
mod html;
mod map;
mod paper;
mod word;

pub use compose::{Asked, Part, Plan, compose};
pub use document::Document;
pub use edition::{Chosen, Edition, choose};
pub use html::{body, file, styles};
pub use paper::{Paper, Size};
pub use word::word;
