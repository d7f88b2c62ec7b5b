//! What the page has stored in the browser.

use std::collections::BTreeMap;

use serde_json::json;

use super::page::Page;

/// Everything in the page's local storage: values by key.
pub type Stored = BTreeMap<String, String>;

/// The keys that are there after and were not before. Checkpoints and the journal's marks may be written at any time.
pub fn came_back(before: &Stored, after: &Stored) -> Vec<String> {
    let any_time = |key: &str| key.ends_with("/done") || key.starts_with("heatgrid-journal/");
    after.keys().filter(|key| !before.contains_key(*key) && !any_time(key)).cloned().collect()
}

impl Page {
    /// Everything in the local storage now.
    #[track_caller]
    pub fn stored(&self) -> Stored {
        let all = self.run("return Object.entries(localStorage)", &[]);
        serde_json::from_value::<Vec<(String, String)>>(all).unwrap_or_default().into_iter().collect()
    }

    /// What is stored now, but for what differs from one load of the page to the next: drafts and settings.
    #[track_caller]
    pub fn stored_registers(&self) -> Stored {
        let mut stored = self.stored();
        stored.retain(|key, _| key.starts_with("heatgrid/1/r/") && !key.contains("/draft/"));
        stored
    }

    /// Writes a value past the app.
    #[track_caller]
    pub fn store(&self, key: &str, value: &str) {
        self.run("localStorage.setItem(arguments[0], arguments[1])", &[json!(key), json!(value)]);
    }

    /// Clears the local storage while the page is open.
    #[track_caller]
    pub fn clear_storage(&self) {
        self.run("localStorage.clear()", &[]);
    }

    /// Leaves the page and clears all that the browser keeps of it, as its "Clear site data" does.
    #[track_caller]
    pub fn clear_site_data(&self) {
        self.leave();
        self.engine.clear_site_data(&self.session, &self.server.origin());
    }

    /// Fills the storage so that no more than `left` characters fit.
    #[track_caller]
    pub fn fill_storage(&self, left: usize) {
        let script = "
            const fits = (key, size) => {
                try { localStorage.setItem(key, 'x'.repeat(size)); return true } catch { return false }
            };
            let size = 0;
            for (let step = 1 << 23; step >= 1; step >>= 1) if (fits('filler', size + step)) size += step;
            localStorage.setItem('filler', 'x'.repeat(Math.max(0, size - arguments[0])));";
        self.run(script, &[json!(left)]);
    }

    /// Makes room again after [`Self::fill_storage`].
    #[track_caller]
    pub fn empty_filler(&self) {
        self.run("localStorage.removeItem('filler')", &[]);
    }
}
