//! The criteria of a register.

use crate::harness::{Page, Target, has, starts};

/// The criteria.
#[derive(Clone, Copy)]
pub struct Criteria<'p>(&'p Page);

impl Page {
    /// The criteria.
    pub const fn criteria(&self) -> Criteria<'_> {
        Criteria(self)
    }
}

impl<'p> Criteria<'p> {
    /// A part of the page: `About this register`, `Likelihood scale`, `Impact scale`, `Matrix`, `Bands`,
    /// `Lists of names`, `Escalation score`, `Start from a preset`.
    pub fn part(self, heading: &str) -> Target<'p> {
        self.0.region(heading)
    }

    /// A field by its whole name, e.g. `Label of likelihood level 3`, `From of band 2`.
    pub fn field(self, name: &str) -> Target<'p> {
        self.0.textbox(name)
    }

    /// Chooses an entry of the menu of a level: `Insert above`, `Insert below`, `Move up`, `Move down`, `Remove`.
    #[track_caller]
    pub fn change_level(self, entry: &str, level: u8, scale: &str) {
        self.0.css(&format!("summary[aria-label='Change level {level} of the {scale} scale']")).click();
        self.0.button(&format!("{entry} level {level} of the {scale} scale")).click();
    }

    /// Removes a level of a scale, `likelihood` or `impact`.
    #[track_caller]
    pub fn remove_level(self, level: u8, scale: &str) {
        self.change_level("Remove", level, scale);
    }

    /// Says what a level becomes, in the question; `level` as it reads, e.g. `Impact 5 Very high`.
    #[track_caller]
    pub fn becomes(self, level: &str, new: &str) {
        self.question().select(&format!("{level} becomes")).choose(new);
    }

    /// Leaves a level that is gone from the scale as it is, in the question.
    #[track_caller]
    pub fn leave(self, level: &str) {
        self.becomes(level, "Leave as it is (off the scale)");
    }

    /// A cell of the matrix that can be painted.
    pub fn paintable(self, likelihood: u8, impact: u8) -> Target<'p> {
        self.part("Matrix").button(starts(&format!("{}: ", crate::known::cell_name(likelihood, impact))))
    }

    /// Adds a level above the highest of a scale.
    #[track_caller]
    pub fn add_level(self, level: u8, scale: &str) {
        self.0.button(&format!("Add level {level} to the {scale} scale")).click();
    }

    /// Uses a preset, by the beginning of its name.
    #[track_caller]
    pub fn use_preset(self, name: &str) {
        self.0.button(starts(&format!("Use preset {name}"))).click();
    }

    /// The question before scores change.
    pub fn question(self) -> Target<'p> {
        self.0.dialog(has("This changes"))
    }

    /// What the question says of each score: risk, assessment, before, after.
    pub fn told(self) -> Vec<String> {
        let rows = self.question().css(".rescored tbody tr").texts();
        rows.into_iter().map(|row| row.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }

    /// Goes ahead.
    #[track_caller]
    pub fn agree(self) {
        self.question().button("Change the criteria").click();
        self.question().wait_gone();
    }

    /// Leaves all as it is.
    #[track_caller]
    pub fn keep(self) {
        self.question().button("Keep as it is").click();
        self.question().wait_gone();
    }
}
