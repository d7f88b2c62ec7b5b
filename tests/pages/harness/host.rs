//! The host of the page, and the worker that makes the page do without it.

use std::path::PathBuf;

use serde_json::json;

use super::engine::is_firefox;
use super::page::Page;
use super::{tools, wait};

/// Most tests are about the page and its host: what a worker has kept would stand between them.
pub(super) const NO_WORKER: &str = "delete Navigator.prototype.serviceWorker";

impl Page {
    /// A browser in which Heatgrid is not open yet, and may keep its files.
    pub fn unopened_with_worker() -> Self {
        let page = Self::started(tools::dist());
        page.know_first_tab();
        page
    }

    /// Waits until the worker has kept all files of the page and answers for the host.
    #[track_caller]
    pub fn wait_kept(&self) {
        let script = "return !!navigator.serviceWorker?.controller";
        wait::for_("the files to be kept", || self.run(script, &[]) == json!(true));
    }

    /// Reloads a page that a worker answers for, where the driver's own reload would go past the worker: Firefox. Whether that
    /// was done.
    #[track_caller]
    pub(super) fn reload_with_worker(&self) -> bool {
        if !is_firefox() || self.run("return !!navigator.serviceWorker?.controller", &[]) == json!(false) {
            return false;
        }
        self.run("window.before = true; setTimeout(() => location.reload())", &[]);
        let script = "return window.before === undefined && document.readyState === 'complete'";
        wait::for_("the page to reload", || self.try_run(script, &[]) == Ok(json!(true)));
        true
    }

    /// Lets the host serve another folder, as after an update.
    pub fn serve(&self, folder: PathBuf) {
        self.server.serve(folder);
    }

    /// Ends the browser and starts it again with the same profile.
    pub fn restart(&mut self) {
        self.session.end();
        self.session = self.engine.begin(&self.driver, self.folder());
        self.tabs.borrow_mut().clear();
        self.know_first_tab();
    }

    /// The release that the page is of.
    pub fn release(&self) -> String {
        let script = "return document.querySelector('script[data-release]').dataset.release";
        self.run(script, &[]).as_str().unwrap_or_default().to_owned()
    }
}
