//! Several tabs of one browser, which share the storage.

use serde_json::{Value, json};

use super::page::Page;

impl Page {
    /// Opens an address of the page in another tab and goes there; returns the tab's number. The first tab is 0.
    #[track_caller]
    pub fn new_tab(&self, hash: &str) -> usize {
        let tab = self.session.post("window/new", json!({"type": "tab"})).expect("no other tab opens");
        let number = self.tabs.borrow().len();
        self.tabs.borrow_mut().push(handle(&tab["handle"]));
        self.switch(number);
        self.prepare();
        self.visit(hash);
        number
    }

    /// Goes to a tab.
    #[track_caller]
    pub fn switch(&self, tab: usize) {
        let handle = self.tabs.borrow()[tab].clone();
        self.session.post("window", json!({ "handle": handle })).expect("the tab is gone");
    }

    /// How many tabs and windows are open, whoever has opened them.
    pub fn count_tabs(&self) -> usize {
        self.session.get("window/handles").ok().and_then(|all| all.as_array().map(Vec::len)).unwrap_or_default()
    }

    /// Closes the present tab and goes to the first one.
    #[track_caller]
    pub fn close_tab(&self) {
        self.session.delete("window").expect("the tab does not close");
        self.switch(0);
    }

    /// The tab that the browser starts with.
    pub(super) fn know_first_tab(&self) {
        let tab = self.session.get("window").expect("the browser has no tab");
        self.tabs.borrow_mut().push(handle(&tab));
        self.prepare();
    }

    /// What holds for one tab only and is wanted in all.
    fn prepare(&self) {
        self.resize(1440, 900);
        for script in self.scripts.borrow().iter() {
            self.add_script(script);
        }
    }
}

fn handle(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
