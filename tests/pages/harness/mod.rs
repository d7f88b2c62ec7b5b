//! What every test stands on: a server, a driver, a browser, and ways to look at the page and to act on it.

mod accessible;
mod act;
mod clipboard;
mod deeds;
mod driver;
mod files;
mod find;
mod host;
mod keys;
mod kills;
mod looks;
mod name;
mod options;
mod page;
mod parts;
mod pointer;
mod read;
mod roles;
mod server;
mod session;
mod storage;
mod tabs;
mod tools;
mod tree;
pub mod wait;
mod watch;

pub use accessible::Rules;
pub use find::Target;
pub use kills::{Mortal, Shot};
pub use name::{Name, has, starts};
pub use page::Page;
pub use parts::parts;
pub use pointer::Pointer;
pub use storage::{Stored, came_back};
pub use tools::{dist, fixture, sample};
pub use tree::Node;
