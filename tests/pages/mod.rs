//! Heatgrid as a user meets it: a [`Page`] in a browser of its own, and an object for each part of the page.
//!
//! Tests find things as a person does, by role and name ("the button Add risk"), wait for what should come instead of
//! sleeping, and type on a real keyboard. Each test has its own browser and its own server, so that none sees
//! what another one stored. A test fails also if the console shows an error or a request leaves the page's origin.
#![allow(clippy::disallowed_methods, reason = "they panic in a browser page; this runs beside it")]

mod card;
mod clipboard;
mod criteria;
mod filter;
mod frame;
mod grid;
pub mod harness;
mod heat_map;
mod history;
mod import;
pub mod known;
mod palette;
mod registers;
mod report;
mod settings;
mod tour;
mod views;

pub use card::Card;
pub use criteria::Criteria;
pub use filter::FilterLine;
pub use frame::Frame;
pub use grid::Grid;
pub use harness::{
    Mortal, Name, Node, Page, Pointer, Rules, Shot, Stored, Target, came_back, dist, fixture, has, parts, sample, say,
    starts, wait, word_parts, words,
};
pub use heat_map::HeatMap;
pub use history::History;
pub use import::Import;
pub use palette::Palette;
pub use registers::Registers;
pub use report::Report;
pub use settings::Settings;
pub use tour::Tour;
