//! A browser that is killed, and started again on what it has left on the disk.

use std::ops::Deref;
use std::process::Command;

use serde_json::json;

use super::driver::Driver;
use super::page::Page;
use super::wait;

/// A page in a browser that may be killed.
pub struct Mortal {
    page: Page,
    /// Starts the browsers after the first; ends after their sessions.
    driver: Driver,
}

/// The end of a browser.
pub struct Shot(Vec<String>);

impl Shot {
    /// Ends all its processes at once, as nothing that runs could prevent.
    #[track_caller]
    pub fn fire(self) {
        // Those which have ended by themselves meanwhile cannot be ended.
        Command::new("kill").arg("-KILL").args(self.0).output().expect("the browser cannot be killed");
    }
}

impl Deref for Mortal {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

impl Mortal {
    /// Takes over a page.
    pub fn of(page: Page) -> Self {
        let driver = page.engine.driver();
        Self { page, driver }
    }

    /// Takes aim: looking for the browser's processes takes a while, in which it could save much.
    #[track_caller]
    pub fn aim(&self) -> Shot {
        Shot(self.processes())
    }

    /// The numbers of the browser's processes, the first one and those it has started.
    fn processes(&self) -> Vec<String> {
        // The first one's number stands at the end of what this link says.
        let lock = std::fs::read_link(self.page.folder().join("profile/SingletonLock")).expect("no browser runs");
        let mut found: Vec<String> = lock.to_string_lossy().rsplit('-').take(1).map(str::to_owned).collect();
        let all = Command::new("ps").args(["-A", "-o", "pid=,ppid="]).output().expect("the processes cannot be listed");
        let all = String::from_utf8_lossy(&all.stdout).into_owned();
        let all: Vec<(&str, &str)> =
            all.lines().filter_map(|line| line.trim().split_once(char::is_whitespace)).collect();
        let mut at = 0;
        while let Some(parent) = found.get(at).cloned() {
            found.extend(all.iter().filter(|(_, it)| it.trim() == parent).map(|(child, _)| (*child).to_owned()));
            at += 1;
        }
        found
    }

    /// Starts the browser on the profile of one that was killed. The page is not opened yet.
    #[track_caller]
    pub fn start_again(&mut self) {
        self.page.session = self.page.engine.begin(&self.driver, self.page.folder());
        self.page.tabs.borrow_mut().clear();
        self.page.know_first_tab();
        self.page.stay_in_front();
    }

    /// Ends the process that runs the page, as a crash of it does; goes to another tab, in which the page is not open yet.
    #[track_caller]
    pub fn crash(&self) {
        let spare = self.page.session.post("window/new", json!({"type": "tab"})).expect("no other tab opens");
        // The driver says that the tab has crashed.
        let crashed = self.page.session.chrome("Page.crash", json!({}));
        assert!(crashed.is_err(), "the page has not crashed: {crashed:?}");
        self.page.tabs.borrow_mut().clear();
        self.page.session.post("window", json!({"handle": spare["handle"]})).expect("the other tab is gone");
        self.page.know_first_tab();
        self.page.stay_in_front();
    }

    /// Lets the next loads of the page in this tab find that so much time has passed.
    pub fn later(&self, milliseconds: usize) {
        self.page.add_script(&format!(
            "const before = Date;
             Date = class extends before {{
                 constructor(...at) {{ super(...(at.length > 0 ? at : [Date.now()])) }}
                 static now() {{ return before.now() + {milliseconds} }}
             }};"
        ));
    }

    /// Waits until local storage has brought a text to the disk, which takes it seconds.
    #[track_caller]
    pub fn wait_on_disk(&self, text: &str) {
        let folder = self.page.folder().join("profile/Default/Local Storage/leveldb");
        let text = text.as_bytes();
        wait::for_("the text on the disk", || {
            let files = std::fs::read_dir(&folder).into_iter().flatten().flatten();
            files
                .filter_map(|file| std::fs::read(file.path()).ok())
                .any(|it| it.windows(text.len()).any(|it| it == text))
        });
    }
}
