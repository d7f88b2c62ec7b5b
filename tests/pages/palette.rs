//! The command palette.

use crate::harness::{Page, Target, wait};

/// The command palette.
#[derive(Clone, Copy)]
pub struct Palette<'p>(&'p Page);

impl Page {
    /// The command palette.
    pub const fn palette(&self) -> Palette<'_> {
        Palette(self)
    }
}

impl<'p> Palette<'p> {
    /// The dialog.
    pub fn dialog(self) -> Target<'p> {
        self.0.dialog("Find anything")
    }

    /// The field.
    pub fn field(self) -> Target<'p> {
        self.dialog().select("Find an action, a risk or a register")
    }

    /// Waits until it is open and takes what is typed.
    #[track_caller]
    pub fn wait(self) {
        self.dialog().wait();
        wait::for_("the focus in the field", || self.field().has_focus());
    }

    /// Waits until it is closed.
    #[track_caller]
    pub fn wait_gone(self) {
        self.dialog().wait_gone();
    }

    /// Types into it.
    #[track_caller]
    pub fn type_in(self, text: &str) {
        self.wait();
        self.0.type_text(text);
    }

    /// The headings of what is found.
    pub fn kinds(self) -> Vec<String> {
        self.dialog().css(".kind").texts()
    }

    /// The names of what is found of one kind.
    pub fn found(self, kind: &str) -> Vec<String> {
        self.dialog().role("group", kind).css(".found .name").texts()
    }

    /// What Enter would take, as the field tells a screen reader.
    pub fn chosen(self) -> String {
        let script = "
            const field = document.querySelector('.palette [role=combobox]');
            const line = document.getElementById(field?.getAttribute('aria-activedescendant'));
            return line?.getAttribute('aria-selected') === 'true' ? line.querySelector('.name').innerText : ''";
        self.0.run(script, &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until this is what Enter would take.
    #[track_caller]
    pub fn wait_chosen(self, name: &str) {
        wait::equal("what is chosen", name.to_owned(), || self.chosen());
    }

    /// Opens it by its keys, types the name of something, and takes it.
    #[track_caller]
    pub fn run(self, name: &str) {
        self.0.press("Control+k");
        self.type_in(name);
        self.wait_chosen(name);
        self.0.press("Enter");
        self.wait_gone();
    }
}
