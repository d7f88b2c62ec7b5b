//! The list of registers.

use std::path::Path;

use crate::harness::{Page, Target, starts};

/// The list of registers, and the bin below it.
#[derive(Clone, Copy)]
pub struct Registers<'p>(&'p Page);

impl Page {
    /// The list of registers.
    pub const fn registers(&self) -> Registers<'_> {
        Registers(self)
    }
}

impl<'p> Registers<'p> {
    /// Waits until the page is there.
    #[track_caller]
    pub fn wait(self) {
        self.0.heading("Your registers").wait();
    }

    /// The titles of the registers that are not in the bin.
    pub fn titles(self) -> Vec<String> {
        self.0.role("table", "Registers in this browser").css("tbody .title").texts()
    }

    /// The titles of the registers in the bin.
    pub fn in_bin(self) -> Vec<String> {
        self.0.role("table", "Registers in the bin").css("tbody .title").texts()
    }

    /// The row of a register.
    pub fn row(self, title: &str) -> Target<'p> {
        self.0.role("table", "Registers in this browser").row(starts(title))
    }

    /// Opens a register by its title.
    #[track_caller]
    pub fn open(self, title: &str) {
        self.0.link(title).click();
        self.0.grid().wait();
    }

    /// Does something to a register by its button: `Rename`, `Duplicate`, `Export`, `Delete`, `Restore`.
    pub fn button(self, verb: &str, title: &str) -> Target<'p> {
        self.0.button(&format!("{verb} {title}"))
    }

    /// Makes a register with a title; its grid opens.
    #[track_caller]
    pub fn make(self, title: &str) {
        self.0.button("New register").click();
        self.0.dialog("New register").textbox("Title").fill(title);
        self.0.press("Enter");
        self.0.grid().wait();
    }

    /// Opens a sample from the first page.
    #[track_caller]
    pub fn open_sample(self, title: &str) {
        self.0.button(starts(title)).click();
        self.0.grid().wait();
    }

    /// Chooses files to import, as with the button Import; the preview opens.
    #[track_caller]
    pub fn choose_files(self, files: &[&Path]) {
        // The button opens the browser's own dialog, which no driver can reach; the field behind it takes the files.
        self.0.button("Import").wait();
        self.0.css("input[type=file]").upload(files);
    }
}
