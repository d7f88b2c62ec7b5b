//! What the browser says about the page: console, content security policy, network.

use serde_json::{Value, json};

use super::page::Page;

impl Page {
    /// For tests in which the page must fail: the console may show errors. Requests still may not leave.
    pub fn may_complain(&self) {
        self.may_complain.set(true);
    }

    /// Errors and warnings in the console, breaches of the policy among them, and requests that left the page's origin.
    pub(super) fn complaints(&self) -> Vec<String> {
        let mut complaints = self.strange_requests();
        if !self.may_complain.get() {
            complaints.extend(self.console());
        }
        complaints
    }

    /// Errors and warnings in the console since the last look.
    pub fn console(&self) -> Vec<String> {
        let entries = self.log("browser");
        let grave = entries.iter().filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")));
        let said = grave.map(|entry| entry["message"].as_str().unwrap_or_default());
        // The first line says it; the rest is where in the program it was said.
        said.map(|said| said.lines().next().unwrap_or_default().chars().take(600).collect()).collect()
    }

    /// Requests since the last look that went elsewhere than to the page's own files.
    fn strange_requests(&self) -> Vec<String> {
        let origin = self.server.origin();
        let page = self.server.page();
        // A browser asks for this by itself where a page names no icon; another test sees to that.
        let icon = format!("{origin}/favicon.ico");
        let inside = |url: &str| url.starts_with(&page) || url.starts_with(&format!("blob:{origin}/"));
        let own = |url: &str| inside(url) || url == icon || url.starts_with("data:") || url == "about:blank";
        let strange = self.requests().into_iter().filter(|url| !own(url));
        strange.map(|url| format!("request to {url}")).collect()
    }

    /// Every address that the page asked for since the last look.
    pub fn requests(&self) -> Vec<String> {
        let events = self.log("performance").into_iter().filter_map(|entry| {
            let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            Some(message["message"].clone())
        });
        let sent = events.filter(|event| event["method"] == "Network.requestWillBeSent");
        let urls = sent.filter_map(|event| event["params"]["request"]["url"].as_str().map(str::to_owned));
        // The browser's own pages, such as the one it starts with.
        urls.filter(|url| !url.starts_with("chrome://")).collect()
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        // A browser that has gone has no log; the test has failed by then.
        let entries = self.session.post("se/log", json!({ "type": kind })).unwrap_or_default();
        entries.as_array().cloned().unwrap_or_default()
    }
}
