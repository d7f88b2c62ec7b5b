//! The file format: registers as JSON.
//!
//! Reading goes: size → decode → recognise → scan for limits → parse → version → read tolerantly → ids → checks.

mod decode;
mod envelope;
mod error;
mod ids;
mod look;
mod mend;
mod read;
mod scan;
mod words;
mod write;

pub use error::ReadError;
pub use look::LooksLike;
pub use read::read;
pub use write::write;

/// The largest file read, in bytes: 64 MiB, several times what a browser's storage can hold.
pub const MAX_BYTES: usize = 64 << 20;
/// The longest single text, in bytes: 1 MiB.
pub const MAX_TEXT: usize = 1 << 20;
/// The most risks in one file.
pub const MAX_RISKS: usize = 100_000;
/// The most fields and list entries in one file; what they take as values in memory is many times their text.
pub const MAX_ENTRIES: usize = 4_000_000;
/// How deep lists and records may stand in one another. A register needs 10.
pub const MAX_DEPTH: usize = 100;
