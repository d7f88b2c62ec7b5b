//! Firefox, through geckodriver. What WebDriver does not give, WebDriver BiDi does, or a script with the browser's own
//! rights.

mod bidi;
mod options;

use std::cell::RefCell;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::driver::Driver;
use super::engine::{Engine, Screen};
use super::session::Session;
use super::tools;
use bidi::Bidi;

/// Where the events are.
const CONSOLE: &str = "log.entryAdded";
const REQUEST: &str = "network.beforeRequestSent";

/// The browser.
#[derive(Default)]
pub struct Firefox {
    /// The connection, once it has begun.
    bidi: RefCell<Option<Bidi>>,
    /// The scripts that run before the page's own. They do so in all tabs.
    scripts: RefCell<Vec<String>>,
}

impl Firefox {
    fn send(&self, method: &str, parameters: Value) -> Result<Value, String> {
        self.bidi.borrow_mut().as_mut().ok_or("the browser has not begun")?.send(method, parameters)
    }

    fn take(&self, method: &str) -> Vec<Value> {
        self.bidi.borrow_mut().as_mut().map(|bidi| bidi.take(method)).unwrap_or_default()
    }
}

/// Runs a script with the rights of the browser, beside the page. `tab` is where the page is.
fn with_rights(session: &Session, script: &str, arguments: &[Value]) -> Result<Value, String> {
    let script = format!("const tab = gBrowser.selectedBrowser.browsingContext; {script}");
    session.post("moz/context", json!({"context": "chrome"}))?;
    let answer = session.post("execute/sync", json!({"script": script, "args": arguments}));
    session.post("moz/context", json!({"context": "content"}))?;
    answer
}

impl Engine for Firefox {
    fn driver(&self) -> Driver {
        let arguments = ["--port=0", "--websocket-port=0", "--allow-system-access"];
        Driver::start(&tools::gecko_driver(), &arguments, "Listening on 127.0.0.1:")
    }

    fn begin(&self, driver: &Driver, folder: &Path) -> Session {
        std::fs::create_dir_all(options::profile(folder)).expect("cannot make a folder for the profile");
        let session = Session::start(&driver.address(), options::capabilities(folder));
        let address = session.capability("webSocketUrl");
        let mut bidi = Bidi::connect(address.as_str().expect("the browser does not say where it speaks BiDi"));
        bidi.send("session.subscribe", json!({"events": [CONSOLE, REQUEST]})).expect("the browser tells no events");
        self.bidi.replace(Some(bidi));
        self.scripts.take();
        // Tab goes from the end of the page to its beginning, not through a dozen buttons of the browser's.
        let hide = "document.getElementById('navigator-toolbox').hidden = true";
        with_rights(&session, hide, &[]).expect("the browser's buttons stay");
        session
    }

    fn resize(&self, session: &Session, width: u32, height: u32) {
        let tab = session.get("window").expect("the browser has no tab");
        let size = json!({"context": tab, "viewport": {"width": width, "height": height}});
        self.send("browsingContext.setViewport", size).expect("the window has no other size");
    }

    fn pretend(&self, session: &Session, screen: &Screen<'_>) {
        let script = "
            const [dark, print, feature, value] = arguments;
            tab.prefersColorSchemeOverride = dark === null ? 'none' : dark ? 'dark' : 'light';
            tab.mediumOverride = print ? 'print' : '';
            tab.forcedColorsOverride = feature === 'forced-colors' ? value : 'none';
            Services.prefs.setIntPref('ui.prefersReducedMotion', feature === 'prefers-reduced-motion' ? 1 : 0);";
        let (feature, value) = screen.feature.unzip();
        assert!(
            matches!(feature, None | Some("forced-colors" | "prefers-reduced-motion")),
            "Firefox is not told of {feature:?}"
        );
        let arguments = [json!(screen.dark), json!(screen.print), json!(feature), json!(value)];
        with_rights(session, script, &arguments).expect("the browser does not pretend");
    }

    fn add_script(&self, _: &Session, script: &str) {
        if self.scripts.borrow().iter().any(|known| known == script) {
            return;
        }
        // The empty page that a tab begins with is nobody's, and may not store anything.
        let function = format!(
            "() => {{ try {{ {script} }} catch (error) {{ if (origin !== 'null') throw new Error(`${{location}} ${{origin}}: ${{error}}`) }} }}"
        );
        self.send("script.addPreloadScript", json!({"functionDeclaration": function}))
            .expect("the script is not taken");
        self.scripts.borrow_mut().push(script.to_owned());
    }

    fn define(&self, session: &Session, source: &str) {
        let tab = session.get("window").expect("the browser has no tab");
        let what = json!({"expression": source, "target": {"context": tab}, "awaitPromise": false});
        let answer = self.send("script.evaluate", what).expect("the source does not run");
        assert!(answer["type"] == "success", "the source does not run: {answer}");
    }

    fn enter_page(&self, session: &Session) {
        with_rights(session, "gBrowser.selectedBrowser.focus()", &[]).expect("the page does not take the keyboard");
    }

    fn print(&self, session: &Session) -> Value {
        let paper = json!({"page": {"width": 21, "height": 29.7}});
        session.post("print", paper).expect("the page is not printed")
    }

    fn drop_files(&self, session: &Session, element: &Value, files: &[&Path]) -> Result<(), String> {
        let file = |path: &&Path| {
            let bytes = std::fs::read(path).expect("the file to drop is not there");
            json!([path.file_name().unwrap_or_default().to_string_lossy(), STANDARD.encode(bytes)])
        };
        let script = "
            const [it, files] = arguments;
            const dataTransfer = new DataTransfer();
            for (const [name, data] of files) {
                dataTransfer.items.add(new File([Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0))], name));
            }
            const box = it.getBoundingClientRect();
            const [clientX, clientY] = [box.x + box.width / 2, box.y + box.height / 2];
            const send = (kind) => document.elementFromPoint(clientX, clientY)
                .dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, clientX, clientY, dataTransfer}));
            send('dragenter');
            // A browser drops only where the page has said that it takes what is carried.
            if (send('dragover')) throw new Error('the page takes no files here');
            send('drop');";
        let files: Vec<Value> = files.iter().map(file).collect();
        session.post("execute/sync", json!({"script": script, "args": [element, files]})).map(drop)
    }

    fn console(&self, _: &Session) -> Vec<String> {
        let entries = self.take(CONSOLE);
        let grave = entries.iter().filter(|entry| matches!(entry["level"].as_str(), Some("error" | "warn")));
        grave.map(|entry| entry["text"].as_str().unwrap_or_default().to_owned()).collect()
    }

    fn requests(&self, _: &Session) -> Vec<String> {
        let sent = self.take(REQUEST);
        let urls = sent.iter().filter_map(|event| event["request"]["url"].as_str());
        // What is in the address itself is asked of nobody.
        urls.filter(|url| !url.starts_with("data:")).map(str::to_owned).collect()
    }

    fn clear_site_data(&self, session: &Session, origin: &str) {
        let script = "
            const [origin] = arguments;
            const principal = Services.scriptSecurityManager.createContentPrincipalFromOrigin(origin);
            const all = Ci.nsIClearDataService.CLEAR_ALL;
            return new Promise((done) => Services.clearData.deleteDataFromPrincipal(principal, true, all, done))";
        let failed = with_rights(session, script, &[json!(origin)]).expect("the browser does not clear its data");
        assert_eq!(failed, json!(0), "the browser does not clear all of its data");
    }

    fn allow_clipboard(&self, session: &Session) {
        // A preference has allowed it from the start. Without a window, Firefox has a clipboard without room for pictures:
        // what the page puts there is kept beside it, for `Page::clipboard`.
        let script = "
            const clipboard = navigator.clipboard, write = clipboard.write;
            clipboard.write = (items) => { window.copiedItems = items; return write.call(clipboard, items) }";
        session.post("execute/sync", json!({"script": script, "args": []})).expect("the clipboard is not watched");
    }
}
