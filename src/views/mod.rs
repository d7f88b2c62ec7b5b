//! What the user sees: a frame, and in it one view at a time.

// Leptos gives a closure that stands in a view, and only that, a type that it shares with others: see `erased`.
#![allow(clippy::redundant_closure)]

pub mod card;
pub mod criteria;
pub mod drafts;
pub mod export;
pub mod filter_line;
pub mod frame;
pub mod grid;
pub mod heatmap;
pub mod help;
pub mod history;
pub mod import;
pub mod linked;
pub mod lock;
pub mod notices;
pub mod palette;
pub mod parts;
pub mod registers;
pub mod release;
pub mod report;
pub mod settings;
pub mod tools;
pub mod tour;
pub mod welcome;
