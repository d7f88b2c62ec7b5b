//! Pieces that several views are made of.

// Leptos gives a closure that stands in a view, and only that, a type that it shares with others: see `erased`.
#![allow(clippy::redundant_closure)]

pub mod bar_menu;
pub mod dialog;
pub mod errors;
pub mod field;
pub mod matrix;
pub mod menu;
pub mod options;
pub mod popup;
pub mod score;
pub mod suggest;

pub use bar_menu::BarMenu;
pub use dialog::{Confirm, Dialog};
pub use errors::Errors;
pub use field::Field;
pub use matrix::Matrix;
pub use popup::Popup;
pub use score::Pill;
