//! What differs from one browser to another.

use std::path::Path;

use serde_json::Value;

use super::chromium::Chromium;
use super::driver::Driver;
use super::firefox::Firefox;
use super::say::say;
use super::session::Session;

/// What WebDriver has no command for, or not the same in each browser.
pub trait Engine {
    /// Starts the browser's driver.
    fn driver(&self) -> Driver;

    /// Starts the browser, with its profile and downloads in a folder of the test's own.
    fn begin(&self, driver: &Driver, folder: &Path) -> Session;

    /// Gives the page of the present tab exactly this much room, in CSS pixels.
    fn resize(&self, session: &Session, width: u32, height: u32);

    /// Tells the page what it is shown on, from now on and in the place of what was told before.
    fn pretend(&self, session: &Session, screen: &Screen<'_>);

    /// Runs a script before the page's own, from the next load of the present tab on.
    fn add_script(&self, session: &Session, script: &str);

    /// Runs a source of somebody else's in the page, past its policy.
    fn define(&self, session: &Session, source: &str);

    /// Gives the keyboard to the page, where Tab has left it for the browser's own buttons.
    fn enter_page(&self, session: &Session);

    /// Prints the page; the PDF in base64.
    fn print(&self, session: &Session) -> Value;

    /// Drops files from the desktop onto an element.
    fn drop_files(&self, session: &Session, element: &Value, files: &[&Path]) -> Result<(), String>;

    /// Errors and warnings in the console since the last look.
    fn console(&self, session: &Session) -> Vec<String>;

    /// Every address that the page asked for since the last look.
    fn requests(&self, session: &Session) -> Vec<String>;

    /// Clears all that the browser keeps of an origin.
    fn clear_site_data(&self, session: &Session, origin: &str);

    /// Lets the page use the clipboard without asking the user.
    fn allow_clipboard(&self, session: &Session);
}

/// What a page is shown on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Screen<'s> {
    /// Dark or light, if the user likes one better.
    pub dark: Option<bool>,
    /// Whether it is paper.
    pub print: bool,
    /// What else the user's system asks for, e.g. `forced-colors` and `active`.
    pub feature: Option<(&'s str, &'s str)>,
}

/// Whether the tests are run in Firefox: HEATGRID_BROWSER says so. Else it is Chromium.
pub fn is_firefox() -> bool {
    match std::env::var("HEATGRID_BROWSER").as_deref() {
        Ok("firefox") => true,
        Ok("chromium" | "") | Err(_) => false,
        Ok(other) => panic!("HEATGRID_BROWSER is “{other}”: it may be chromium or firefox"),
    }
}

/// The browser that the tests are run in.
pub fn chosen() -> Box<dyn Engine> {
    if is_firefox() { Box::new(Firefox::default()) } else { Box::new(Chromium) }
}

/// Says that the test is not run in this browser. `cargo xtask test` counts and lists these lines.
pub fn skip(reason: &str) {
    let thread = std::thread::current();
    let name = thread.name().unwrap_or("test");
    say(&format!("skipped: {name}: {reason}"));
}

/// Ends a test that can be run in Chromium only, saying why.
#[macro_export]
macro_rules! chromium_only {
    ($reason:expr) => {
        if $crate::harness::is_firefox() {
            return $crate::harness::skip($reason);
        }
    };
}
