//! What the user sees: a frame, and in it one view at a time.

pub mod card;
pub mod criteria;
pub mod export;
pub mod filter_line;
pub mod frame;
pub mod grid;
pub mod heatmap;
pub mod history;
pub mod import;
pub mod notices;
pub mod registers;
pub mod settings;
