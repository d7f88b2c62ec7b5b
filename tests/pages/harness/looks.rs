//! The size of the window, light and dark, pictures, print.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::engine::Screen;
use super::page::Page;
use super::tools;

impl Page {
    /// Gives the page exactly this much room, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) {
        self.engine.resize(&self.session, width, height);
    }

    /// Tells the page that the user likes dark screens, or light ones.
    pub fn darken(&self, dark: bool) {
        self.pretend(&Screen { dark: Some(dark), ..Screen::default() });
    }

    /// Lays the page out as on paper, or as on a screen again.
    pub fn lay_out_for_print(&self, print: bool) {
        self.pretend(&Screen { print, ..Screen::default() });
    }

    /// Tells the page what else the user's system asks for, e.g. `forced-colors: active`, on a light screen.
    pub fn emulate(&self, feature: &str, value: &str) {
        self.pretend(&Screen { dark: Some(false), feature: Some((feature, value)), ..Screen::default() });
    }

    fn pretend(&self, screen: &Screen<'_>) {
        self.engine.pretend(&self.session, screen);
    }

    /// Prints into `target/screenshots/<name>.pdf`.
    pub fn printed_to(&self, name: &str) {
        let folder = tools::root().join("target/screenshots");
        let saved = std::fs::create_dir_all(&folder)
            .and_then(|()| std::fs::write(folder.join(format!("{name}.pdf")), self.print()));
        saved.expect("the sheets cannot be kept");
    }

    /// Saves a picture of what is in sight as `target/screenshots/<name>.png`.
    pub fn screenshot(&self, name: &str) {
        assert!(self.try_screenshot(name), "no picture could be taken");
    }

    pub(super) fn try_screenshot(&self, name: &str) -> bool {
        // A picture in the middle of a change of colours shows what nobody sees.
        let end =
            "return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => {
            document.getAnimations().filter((it) => it instanceof CSSTransition).forEach((it) => it.finish());
        })";
        let end = json!({"script": end, "args": []});
        self.session.post("execute/sync", end).unwrap_or_default();
        let folder = tools::root().join("target/screenshots");
        let picture = self.session.get("screenshot").ok().and_then(|answer| bytes(&answer));
        let saved = picture.map(|picture| {
            std::fs::create_dir_all(&folder)?;
            std::fs::write(folder.join(format!("{name}.png")), picture)
        });
        matches!(saved, Some(Ok(())))
    }

    /// Prints the page and returns the PDF.
    pub fn print(&self) -> Vec<u8> {
        bytes(&self.engine.print(&self.session)).expect("the PDF is not encoded as expected")
    }
}

impl Page {
    /// Shows the page of a dark screen as it would be on paper.
    pub fn as_paper(&self) {
        self.pretend(&Screen { dark: Some(true), print: true, feature: None });
    }
}

fn bytes(value: &Value) -> Option<Vec<u8>> {
    STANDARD.decode(value.as_str()?).ok()
}
