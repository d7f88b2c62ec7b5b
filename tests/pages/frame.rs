//! What is around every view: the bar, the notices, the messages.

use crate::harness::{Name, Page, Target, fixture, starts, wait};
use crate::known;

/// The bar, the notices and the messages.
#[derive(Clone, Copy)]
pub struct Frame<'p>(&'p Page);

impl Page {
    /// What is around every view.
    pub const fn frame(&self) -> Frame<'_> {
        Frame(self)
    }

    /// Heatgrid with the fixture of four risks imported and its grid open. The name is not asked for.
    #[track_caller]
    pub fn with_four_risks() -> Self {
        Self::with_file(&fixture(known::FOUR_RISKS))
    }

    /// Heatgrid with the register of a file imported and its grid open. The name is not asked for.
    #[track_caller]
    pub fn with_file(file: &std::path::Path) -> Self {
        let page = Self::open();
        page.bring_in(file);
        page
    }

    /// Imports the register of a file on the list of registers, and opens its grid.
    #[track_caller]
    pub fn bring_in(&self, file: &std::path::Path) {
        self.registers().wait();
        self.registers().choose_files(&[file]);
        self.import().go();
        self.grid().wait();
        self.frame().decline_name();
    }
}

impl<'p> Frame<'p> {
    /// The title of the open register.
    #[track_caller]
    pub fn title(self) -> String {
        self.0.css("header h1").read()
    }

    /// The figures of the register at a glance.
    #[track_caller]
    pub fn summary(self) -> String {
        self.0.css("header .summary").read()
    }

    /// Goes to a view by its link: `Grid`, `Cards`, `Heat map`, `Criteria`, `History`.
    #[track_caller]
    pub fn go(self, view: &str) {
        let in_bar = self.0.role("navigation", "Views").link(view);
        if in_bar.is_there() {
            in_bar.click();
        } else {
            self.open_menu();
            self.menu().link(view).click();
        }
        wait::for_(&format!("the view {view}"), || self.view() == view);
    }

    /// The view that is shown.
    pub fn view(self) -> String {
        self.0.css("nav [aria-current=page]").texts().join(", ")
    }

    /// Goes to the list of registers by the link with the product's name.
    #[track_caller]
    pub fn to_registers(self) {
        self.0.link("Heatgrid: your registers").click();
        self.0.registers().wait();
    }

    /// Goes to the settings.
    #[track_caller]
    pub fn to_settings(self) {
        self.open_settings();
        self.0.heading("Settings").wait();
    }

    /// Asks for the settings, by the link in the bar or, where a register is open, in the menu.
    #[track_caller]
    pub fn open_settings(self) {
        if self.0.css("header .where").is_there() {
            self.choose("Settings");
        } else {
            self.0.link("Settings").click();
        }
    }

    /// The menu of the open register.
    pub fn menu(self) -> Target<'p> {
        self.0.css("header .menu.main")
    }

    /// Unfolds it.
    #[track_caller]
    pub fn open_menu(self) {
        self.menu().css("summary").click();
    }

    /// Chooses an entry of it.
    #[track_caller]
    pub fn choose(self, entry: &str) {
        self.open_menu();
        self.menu().button(starts(entry)).click();
    }

    /// Takes the last change back by the button.
    #[track_caller]
    pub fn undo(self) {
        self.0.button("Undo").nth(0).click();
    }

    /// Makes it again by the button.
    #[track_caller]
    pub fn redo(self) {
        self.0.button("Redo").click();
    }

    /// What the bar says about saving.
    pub fn save_state(self) -> String {
        self.0.css("header .saved").texts().join(" ")
    }

    /// Waits until the bar says that all is saved.
    #[track_caller]
    pub fn wait_saved(self) {
        wait::for_("“Saved” in the bar", || self.save_state().starts_with("Saved"));
    }

    /// The newest message at the edge of the page.
    pub fn message(self) -> Target<'p> {
        self.0.css("[role=status] > .toast:last-child")
    }

    /// What all messages at the edge of the page say.
    pub fn messages(self) -> Vec<String> {
        self.0.css("[role=status] > .toast p").texts()
    }

    /// Notices below the bar with these words.
    pub fn notice<'n>(self, words: impl Into<Name<'n>>) -> Target<'p> {
        self.0.css(".notices").text(words).within(".notice")
    }

    /// Saves the open register, whole, as a file; returns name and bytes.
    #[track_caller]
    pub fn export(self) -> (String, Vec<u8>) {
        self.export_by("Export register (JSON)")
    }

    /// Saves Heatgrid with the open register in one file; returns name and bytes.
    #[track_caller]
    pub fn export_page(self) -> (String, Vec<u8>) {
        self.export_by("Save as one HTML file")
    }

    /// Saves what the filter shows as a file; returns name and bytes.
    #[track_caller]
    pub fn export_filtered(self) -> (String, Vec<u8>) {
        self.export_by("Export what the filter shows (JSON)")
    }

    #[track_caller]
    fn export_by(self, entry: &str) -> (String, Vec<u8>) {
        self.0.css(".menu.export summary").click();
        self.0.download(|| self.0.css(".menu.export").button(entry).click())
    }

    /// Does not give a name for the history, if it is asked for.
    #[track_caller]
    pub fn decline_name(self) {
        self.decline_tour();
        if self.is_asked("asked-name") {
            self.0.button("Not now").click();
            self.0.button("Not now").wait_gone();
        }
    }

    /// Does not take the tour, if it is offered.
    #[track_caller]
    pub fn decline_tour(self) {
        if self.is_asked("tour-offered") {
            self.0.button("No thanks").click();
            self.0.button("No thanks").wait_gone();
        }
    }

    /// Whether something is asked that is asked once, or is about to be.
    fn is_asked(self, setting: &str) -> bool {
        let settings = self.0.stored().remove("heatgrid/1/settings").unwrap_or_default();
        let settings: serde_json::Value = serde_json::from_str(&settings).unwrap_or_default();
        settings["other"][setting].is_null() && settings["name"].is_null()
    }

    /// Gives a name for the history when it is asked for.
    #[track_caller]
    pub fn give_name(self, name: &str) {
        self.decline_tour();
        self.0.textbox(starts("Your name or post")).fill(name);
        self.0.button("Use this name").click();
        self.0.button("Use this name").wait_gone();
    }
}
