//! Hostile input for the tests of everything that reads a file or a stored value.
//!
//! `cargo fuzz` would steer by what the code does, but needs a nightly compiler and its own builds, and everybody who
//! changes a reader should run this with the other tests. So inputs are made here: damaged in ways that mean something
//! to the reader, by chance that is the same in every run, starting from a corpus; and what gives an outcome not seen
//! before is damaged further.
//!
//! With `HEATGRID_SOAK=1` a run takes `HEATGRID_SOAK_MINUTES` (60), from a seed of its own that it prints and
//! `HEATGRID_SOAK_SEED` repeats. With `HEATGRID_BLESS=1` short inputs of a new outcome go into the corpus.
#![allow(clippy::disallowed_methods, reason = "they panic in a browser page, and tests run outside one")]

mod dice;
mod json;
mod memory;
mod pool;
mod run;
mod text;
mod watch;

pub use dice::Dice;
pub use json::damage_json;
pub use memory::Counting;
pub use pool::Pool;
pub use run::{Run, outcome};
pub use text::{damage_bytes, damage_text, encoded};
