//! The filter line: which risks are shown, in which order and in which groups.

use crate::harness::{Page, Target, starts, wait};

/// The filter line and the popups that open from it.
#[derive(Clone, Copy)]
pub struct FilterLine<'p>(&'p Page);

impl Page {
    /// The filter line.
    pub const fn filter(&self) -> FilterLine<'_> {
        FilterLine(self)
    }
}

impl<'p> FilterLine<'p> {
    /// The line itself.
    pub fn itself(self) -> Target<'p> {
        self.0.role("search", "Filter")
    }

    /// The field for words.
    pub fn words(self) -> Target<'p> {
        self.0.searchbox("Find in this register")
    }

    /// The popup in which conditions are added and changed.
    pub fn popup(self) -> Target<'p> {
        self.0.dialog("Filter")
    }

    /// Opens it.
    #[track_caller]
    pub fn open(self) {
        self.itself().button("+ Filter").click();
        self.popup().wait();
    }

    /// Opens the popup of a button of the line: `Sort`, `My filters`.
    #[track_caller]
    pub fn open_popup(self, name: &str) -> Target<'p> {
        self.itself().button(starts(name)).click();
        let popup = self.0.dialog(name);
        popup.wait();
        popup
    }

    /// Closes whatever is open.
    #[track_caller]
    pub fn close(self) {
        self.0.press("Escape");
        self.0.css("dialog[open]").wait_gone();
    }

    /// Puts quick conditions on or off, e.g. `Open only` or a band.
    #[track_caller]
    pub fn quick(self, labels: &[&str]) {
        self.open();
        labels.iter().for_each(|label| self.popup().button(*label).click());
        self.close();
    }

    /// Adds a condition whose values are typed.
    #[track_caller]
    pub fn add(self, field: &str, test: &str, values: &[&str]) {
        self.open();
        self.fill_in(field, test, values);
        self.popup().button("Add filter").click();
        self.popup().wait_gone();
    }

    /// Adds a condition whose values are ticked.
    #[track_caller]
    pub fn pick(self, field: &str, test: &str, names: &[&str]) {
        self.open();
        self.fill_in(field, test, &[]);
        names.iter().for_each(|name| self.popup().checkbox(*name).click());
        self.popup().button("Add filter").click();
        self.popup().wait_gone();
    }

    /// Chooses field and test in the open popup and types the values.
    #[track_caller]
    pub fn fill_in(self, field: &str, test: &str, values: &[&str]) {
        self.popup().select("Field").choose(field);
        self.popup().select("Test").choose(test);
        let labels: &[&str] = if values.len() == 2 { &["From", "To"] } else { &["Value"] };
        for (label, value) in labels.iter().zip(values) {
            self.popup().textbox(*label).fill(value);
        }
    }

    /// What the chips say.
    pub fn chips(self) -> Vec<String> {
        self.0.css(".filter-line .condition-words").texts()
    }

    /// Waits until the chips say this.
    #[track_caller]
    pub fn wait_chips(self, chips: &[&str]) {
        wait::equal("the chips", chips.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>(), || self.chips());
    }

    /// The filter as a sentence, whether there is room to show it or not.
    pub fn sentence(self) -> String {
        let said = self.0.run("return document.querySelector('.filter-line .sentence').textContent", &[]);
        said.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the sentence reads like this.
    #[track_caller]
    pub fn wait_sentence(self, sentence: &str) {
        wait::equal("the sentence", sentence, || self.sentence());
    }
}
