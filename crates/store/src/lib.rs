//! Registers in a key-value storage such as the browser's localStorage.
//!
//! - [`storage`]: what is asked of a storage, and how it fails.
//! - [`layout`]: which key holds what, and how the values are written and read.
//! - [`log`]: the numbered record of every change.
//! - [`fold`]: how changes become the content of a key, in the same way in every tab.
//! - [`shelf`]: all registers: list, create, open, trash, restore, purge, settings, usage.
//! - [`book`]: one open register: commit, undo, redo, save, take in what other tabs did.
//!
//! A storage of this kind has no transactions. What makes a change safe is the order of writes: first one log
//! entry that holds the whole change, then the keys it touches. A stop before the entry leaves the state before;
//! a stop after it leaves the state after, because opening applies what the keys still lack.
//!
//! This crate knows no browser, no clock and no random source: all three are passed in.

pub mod book;
mod fold;
mod layout;
pub mod log;
pub mod shelf;
pub mod storage;
#[cfg(feature = "testing")]
pub mod testing;

pub use book::{Book, Creating, Draft, Opening, Saved, Verified};
pub use layout::{PREFIX, Trashed};
pub use log::{Author, Entry, Logged, Stamp};
pub use shelf::{Aside, Highest, Listing, OpenError, Settings, Shelf, Summary, Usage};
pub use storage::{Failure, Storage};
