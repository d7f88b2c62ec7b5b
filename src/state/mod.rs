//! The state of the page: the open register as signals, what is saved, messages. Views derive from it.

mod app;
mod drafts;
mod edit;
mod messages;
mod selection;
mod shelf;
mod summary;
mod sync;

pub use app::{App, app};
pub use messages::Message;
pub use summary::Summary;
