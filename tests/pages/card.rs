//! The card: one risk in full.

use crate::harness::{Name, Page, Rules, Target, has, starts, wait};
use crate::known::{cell_name, cell_name_in};
use register::Criteria;

/// The card.
#[derive(Clone, Copy)]
pub struct Card<'p>(&'p Page);

impl Page {
    /// The card.
    pub const fn card(&self) -> Card<'_> {
        Card(self)
    }
}

impl<'p> Card<'p> {
    /// The sheet of the risk shown.
    pub fn sheet(self) -> Target<'p> {
        self.0.role("article", starts("Risk"))
    }

    /// Waits until the card of a risk with this title is shown.
    #[track_caller]
    pub fn wait(self, title: &str) {
        self.0.role("article", has(title)).wait();
    }

    /// A field for text that stands once on the sheet.
    pub fn field<'n>(self, label: impl Into<Name<'n>>) -> Target<'p> {
        self.sheet().textbox(label)
    }

    /// The part about one assessment: `Inherent`, `Residual`, `Target`, `Previous`.
    pub fn assessment(self, which: &str) -> Target<'p> {
        self.sheet().region(&format!("{which} assessment"))
    }

    /// The score of an assessment as read aloud, e.g. `16 High`.
    #[track_caller]
    pub fn score(self, which: &str) -> String {
        self.assessment(which).css(".pill").attribute("title").unwrap_or_default()
    }

    /// A cell of the usual matrix of an assessment.
    pub fn cell(self, which: &str, likelihood: u8, impact: u8) -> Target<'p> {
        self.assessment(which).button(starts(&cell_name(likelihood, impact)))
    }

    /// A cell of the matrix of an assessment under a register's own criteria.
    pub fn cell_in(self, criteria: &Criteria, which: &str, likelihood: u8, impact: u8) -> Target<'p> {
        self.assessment(which).button(starts(&cell_name_in(criteria, likelihood, impact)))
    }

    /// An entry of a list: `Trigger 1`, `Likelihood factor 2`, `Control 1`, `Action 3`.
    pub fn item(self, name: &str) -> Target<'p> {
        let role = if name.starts_with("Control") || name.starts_with("Action") { "row" } else { "group" };
        self.sheet().role(role, name)
    }

    /// Adds an entry, e.g. `Trigger`, by its button, and waits until the focus is in it.
    #[track_caller]
    pub fn add(self, entry: &str) {
        self.sheet().button(&format!("Add {}", entry.to_lowercase())).click();
        let script = "return document.activeElement?.closest('[data-item]')?.innerText !== undefined";
        wait::for_("the focus in the new entry", || self.0.run(script, &[]) == true);
    }

    /// Uses a button of an entry, which shows while the mouse is over the entry.
    #[track_caller]
    pub fn use_button<'n>(self, item: &str, button: impl Into<Name<'n>>) {
        self.item(item).hover();
        self.item(item).button(button).click();
    }

    /// Uses the menu of an entry, e.g. `Move up` of `Trigger 3`.
    #[track_caller]
    pub fn choose(self, item: &str, entry: &str) {
        self.use_button(item, starts("Change"));
        self.0.role("menuitem", entry).click();
    }

    /// Marks fields, or the whole, in the dialog that asks what is exempt, and closes it.
    #[track_caller]
    pub fn exempt(self, choices: &[&str]) {
        let dialog = self.0.role("dialog", has("exempt from publication"));
        dialog.wait();
        choices.iter().for_each(|choice| dialog.checkbox(*choice).click());
        dialog.button("Done").click();
        dialog.wait_gone();
    }

    /// The handle of an entry.
    pub fn handle(self, item: &str) -> Target<'p> {
        self.item(item).css(".handle")
    }

    /// Waits until a list has these texts.
    #[track_caller]
    pub fn wait_texts(self, list: &str, texts: &[&str]) {
        let expected: Vec<String> = texts.iter().map(|it| (*it).to_owned()).collect();
        wait::equal(list, expected, || self.texts(list));
    }

    /// Fails with what axe-core objects to while a menu or a list floats over the card. What is covered for a while looks
    /// like a small target to it.
    #[track_caller]
    pub fn check_under_what_floats(self, what: &str) {
        let mut found = self.0.violations(Rules::Best);
        found.retain(|line| !line.trim_start().starts_with("target-size"));
        assert!(found.is_empty(), "axe-core objects to {what}:\n{}", found.join("\n"));
    }

    /// The dialog that makes several entries out of one text.
    pub fn several(self) -> Target<'p> {
        self.0.role("dialog", starts("Add several"))
    }

    /// Copies a text, as from another program, with the keys; the focus goes to the find field.
    #[track_caller]
    pub fn copy(self, text: &str) {
        // A field for one line would lose the line breaks.
        let script = "
            const field = document.createElement('textarea');
            field.id = 'copied-from';
            field.value = arguments[0];
            document.body.append(field);
            field.select();";
        self.0.run(script, &[text.into()]);
        self.0.press("Control+c");
        self.0.run("document.getElementById('copied-from').remove()", &[]);
    }

    /// The texts of a list's first field, in order: `triggers`, `causes`, `consequences`, `controls`, `actions`.
    pub fn texts(self, list: &str) -> Vec<String> {
        let script = "
            return [...document.querySelectorAll(`[data-list=${arguments[0]}] [data-item]`)].map((item) =>
                [...item.querySelectorAll('.first textarea, .texts textarea')].map((it) => it.value).find(Boolean) ?? '')";
        let texts = self.0.run(script, &[list.into()]);
        texts.as_array().into_iter().flatten().filter_map(|it| it.as_str().map(str::to_owned)).collect()
    }

    /// The field that leads to a risk.
    pub fn jump(self) -> Target<'p> {
        self.0.role("combobox", "Go to risk")
    }

    /// Goes to the first risk that a number or words lead to.
    #[track_caller]
    pub fn jump_to(self, words: &str) {
        self.jump().fill(words);
        self.0.role("listbox", "Risks").wait();
        self.0.press("Enter");
    }
}
