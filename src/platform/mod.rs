//! What the browser gives: time, chance, files, storage events. The only place that asks for them.

pub mod clock;
pub mod copies;
pub mod files;
pub mod focus;
pub mod handles;
pub mod ids;
pub mod journal;
pub mod keeping;
pub mod keys;
pub mod lock;
pub mod page;
pub mod pictures;
pub mod release;
pub mod rescue;
pub mod sheets;
pub mod styles;
pub mod texts;
