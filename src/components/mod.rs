//! Pieces that several views are made of.

pub mod dialog;
pub mod erased;
pub mod field;
pub mod matrix;
pub mod score;

pub use dialog::{Confirm, Dialog};
pub use field::Field;
pub use matrix::Matrix;
pub use score::Pill;
