//! The page in a browser of its own.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};

use super::driver::Driver;
use super::engine::Engine;
use super::host::NO_WORKER;
use super::server::Server;
use super::session::Session;
use super::{engine, tools, wait};

/// Heatgrid, opened in a browser of its own with an empty storage.
///
/// When it is dropped, the console is looked through: an error there, a breach of the content security policy or a
/// request to anywhere else fails the test.
pub struct Page {
    pub(super) session: Session,
    pub(super) engine: Box<dyn Engine>,
    /// Ends after the session.
    pub(super) driver: Driver,
    pub(super) server: Server,
    /// Profile, downloads, and files that the test makes.
    folder: PathBuf,
    pub(super) tabs: RefCell<Vec<String>>,
    /// Scripts that run before the page's own, in every tab.
    pub(super) scripts: RefCell<Vec<String>>,
    pub(super) may_complain: Cell<bool>,
    /// The files that were opened without the host.
    pub(super) opened: RefCell<Vec<String>>,
}

impl Page {
    /// Opens Heatgrid as somebody does who has never used it.
    pub fn open() -> Self {
        let page = Self::unopened();
        page.visit("");
        page
    }

    /// A browser in which Heatgrid is not open yet.
    pub fn unopened() -> Self {
        Self::unopened_from(tools::dist())
    }

    /// The same, with the page in another folder.
    pub fn unopened_from(dist: PathBuf) -> Self {
        let page = Self::started(dist);
        page.scripts.borrow_mut().push(NO_WORKER.to_owned());
        page.know_first_tab();
        page
    }

    /// A browser with a host, before it is prepared for a test.
    pub(super) fn started(dist: PathBuf) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("heatgrid-test-{}-{number}", std::process::id()));
        std::fs::create_dir_all(folder.join("downloads")).expect("cannot make a folder for the test");
        assert!(
            dist.join("index.html").is_file(),
            "there is no built page in {}: run `cargo xtask build`",
            dist.display()
        );
        let engine = engine::chosen();
        let driver = engine.driver();
        let session = engine.begin(&driver, &folder);
        Self {
            session,
            engine,
            driver,
            server: Server::start(dist),
            folder,
            tabs: RefCell::default(),
            scripts: RefCell::default(),
            may_complain: Cell::new(false),
            opened: RefCell::default(),
        }
    }

    /// Goes to an address of the page, e.g. `#/settings`, as if it were typed.
    #[track_caller]
    pub fn visit(&self, hash: &str) {
        let url = format!("{}{hash}", self.server.page());
        self.session.post("url", json!({ "url": url })).expect("the page does not open");
    }

    /// Opens a page that lies on the disk, as by a double click.
    #[track_caller]
    pub fn visit_file(&self, file: &Path) {
        let url = url::Url::from_file_path(file).expect("a whole path").to_string();
        self.opened.borrow_mut().push(url.clone());
        self.session.post("url", json!({ "url": url })).expect("the page does not open");
    }

    /// Leaves the page, as when its tab goes somewhere else.
    #[track_caller]
    pub fn leave(&self) {
        self.session.post("url", json!({"url": "about:blank"})).expect("the page does not close");
    }

    /// The address after and with `#`.
    pub fn hash(&self) -> String {
        self.run("return location.hash", &[]).as_str().unwrap_or_default().to_owned()
    }

    /// The whole address, as copied from the address bar.
    pub fn address(&self) -> String {
        self.run("return location.href", &[]).as_str().unwrap_or_default().to_owned()
    }

    /// The browser's Reload.
    #[track_caller]
    pub fn reload(&self) {
        if self.reload_with_worker() {
            return;
        }
        self.session.post("refresh", json!({})).expect("the page does not reload");
    }

    /// The browser's Back.
    #[track_caller]
    pub fn back(&self) {
        self.session.post("back", json!({})).expect("the browser does not go back");
    }

    /// The browser's Forward.
    #[track_caller]
    pub fn forward(&self) {
        self.session.post("forward", json!({})).expect("the browser does not go forward");
    }

    /// Runs a script in the page. `arguments` are its arguments; what it returns comes back.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        wait::or_fail(self.try_run(script, arguments).map_err(|error| format!("{error}\nin the script {script}")))
    }

    /// Runs a script that may fail, e.g. because the page is just being reloaded.
    pub(super) fn try_run(&self, script: &str, arguments: &[Value]) -> Result<Value, String> {
        self.session.post("execute/sync", json!({"script": script, "args": arguments}))
    }

    /// Runs a script whose argument is an element.
    pub(super) fn try_on(&self, script: &str, element: &Value) -> Result<Value, String> {
        self.try_run(script, std::slice::from_ref(element))
    }

    /// Runs a script that calls its last argument when it is done.
    #[track_caller]
    pub(super) fn run_async(&self, script: &str, arguments: &[Value]) -> Value {
        wait::or_fail(self.session.post("execute/async", json!({"script": script, "args": arguments})))
    }

    /// Runs a script before the page's own, from the next load on.
    pub fn before_load(&self, script: &str) {
        self.scripts.borrow_mut().push(script.to_owned());
        self.add_script(script);
    }

    pub(super) fn add_script(&self, script: &str) {
        self.engine.add_script(&self.session, script);
    }

    /// Defines what a source of somebody else's defines, e.g. axe-core.
    pub(super) fn define(&self, source: &str) {
        self.engine.define(&self.session, source);
    }

    /// The folder of the test.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let failing = std::thread::panicking();
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        if failing {
            self.try_screenshot(&format!("failed-{name}"));
        }
        let complaints = self.complaints();
        self.session.end();
        // What cannot be removed now is in the folder for temporary files.
        std::fs::remove_dir_all(&self.folder).ok();
        if !complaints.is_empty() {
            let complaints = complaints.join("\n  ");
            assert!(failing, "the browser complained:\n  {complaints}");
            eprintln!("the browser also complained:\n  {complaints}");
        }
    }
}
