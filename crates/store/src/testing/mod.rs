//! A storage in memory that fails on demand.

mod memory;

pub use memory::{Memory, Write};
