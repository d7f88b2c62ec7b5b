//! The things a register is made of. The terms are those of ISO 31000, the Orange Book and council usage.

mod assessment;
mod copy;
mod covering;
mod criteria;
mod file;
mod item;
mod register;
mod risk;

pub use assessment::{Assessment, Which};
pub use covering::{Covering, IMPLICATIONS};
pub use criteria::{AppetiteLevel, Axis, Band, CategoryAppetite, Criteria, Level, Progress};
pub use file::{FORMAT, File, SCHEMA, VERSION};
pub use item::{Action, Control, Point};
pub use register::{Register, Term};
pub use risk::{Link, Risk, Status};
