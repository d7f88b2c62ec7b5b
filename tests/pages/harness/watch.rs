//! What the browser says about the page: console, content security policy, network.

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
        let said = self.engine.console(&self.session);
        // The first line says it; the rest is where in the program it was said.
        said.iter().map(|said| said.lines().next().unwrap_or_default().chars().take(600).collect()).collect()
    }

    /// Requests since the last look that went elsewhere than to the page's own files.
    fn strange_requests(&self) -> Vec<String> {
        let origin = self.server.origin();
        let page = self.server.page();
        // A browser asks for this by itself where a page names no icon; another test sees to that.
        let icon = format!("{origin}/favicon.ico");
        let inside = |url: &str| url.starts_with(&page) || url.starts_with(&format!("blob:{origin}/"));
        let opened = self.opened.borrow();
        let on_disk = |url: &str| opened.iter().any(|file| url.split('#').next() == Some(file));
        let none = |url: &str| ["data:", "blob:null/", "blob:file:"].iter().any(|kind| url.starts_with(kind));
        let own = |url: &str| inside(url) || on_disk(url) || url == icon || none(url) || url == "about:blank";
        let strange = self.requests().into_iter().filter(|url| !own(url));
        strange.map(|url| format!("request to {url}")).collect()
    }

    /// Every address that the page asked for since the last look.
    pub fn requests(&self) -> Vec<String> {
        self.engine.requests(&self.session)
    }
}
