//! The state of the page: the open register as signals, what is saved, messages. Views derive from it.

mod app;
pub mod arriving;
pub mod books;
mod busy;
pub mod carried;
pub mod copies;
mod deeds;
mod drafts;
mod edit;
mod filed;
mod history;
pub mod import;
mod kept;
pub mod linked;
mod locked;
mod messages;
mod parked;
pub mod reading;
mod selection;
pub mod shelf;
pub mod source;
mod summary;
mod sync;
mod theme;

pub use app::{App, app};
pub use books::Books;
pub use busy::Busy;
pub use import::Imports;
pub use kept::Kept;
pub use messages::Message;
pub use register::checks::is_done;
pub use summary::Summary;
pub use sync::Whereabouts;
pub use theme::Theme;
