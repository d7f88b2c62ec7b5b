//! How changes become the content of a key, in the same way in every tab.
//!
//! A change falls into deeds, each on exactly one key, whatever else is in the register. The content of a key is
//! what its deeds make of it in the order of their stamps. Tabs that have seen the same changes therefore hold the
//! same, in whatever order they learnt of them, and a change that a stop cut in the middle can be completed
//! key by key.

mod cell;
mod deed;
mod parts;

pub(crate) use cell::Cell;
pub(crate) use deed::Deed;
pub(crate) use parts::{Parts, as_done, parts_of, primitives, slot_of};

use register::Id;

/// What one key holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Slot {
    /// The register without its risks.
    Head,
    /// A risk.
    Risk(Id),
}
