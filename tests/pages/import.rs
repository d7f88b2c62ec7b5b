//! The preview of files before they are imported.

use crate::harness::{Name, Page, Target, wait};

/// The dialog.
#[derive(Clone, Copy)]
pub struct Import<'p>(&'p Page);

impl Page {
    /// The preview of files that came in.
    pub const fn import(&self) -> Import<'_> {
        Import(self)
    }
}

impl<'p> Import<'p> {
    /// The dialog itself.
    pub fn dialog(self) -> Target<'p> {
        self.0.dialog("Import registers")
    }

    /// The part about one file.
    pub fn file(self, name: &str) -> Target<'p> {
        self.dialog().region(name)
    }

    /// Why nothing can be made of a file; waits until it says so.
    #[track_caller]
    pub fn refusal(self, file: &str) -> String {
        let words = self.file(file).css(".error").read();
        words.trim_start_matches("Error:").trim().to_owned()
    }

    /// The button that imports; its name says how many registers.
    pub fn button(self) -> Target<'p> {
        self.dialog().css("button.primary")
    }

    /// Chooses what is to become of a register: `Add as a new register`, `Replace …`, `Leave out`.
    #[track_caller]
    pub fn choose<'n>(self, title: &str, what: impl Into<Name<'n>>) {
        self.dialog().group(&format!("What to do with {title}")).radio(what).click();
    }

    /// Waits until all is read, and imports.
    #[track_caller]
    pub fn go(self) {
        wait::for_("a file that can be imported", || {
            let button = self.button();
            button.is_there() && button.is_enabled()
        });
        self.button().click();
        self.dialog().wait_gone();
    }

    /// Closes the preview without importing.
    #[track_caller]
    pub fn cancel(self) {
        self.dialog().button("Cancel").click();
        self.dialog().wait_gone();
    }
}
