//! Chromium or Chrome, through ChromeDriver. What WebDriver does not give, Chrome's own commands do.

mod options;

use std::path::Path;

use serde_json::{Value, json};

use super::driver::Driver;
use super::engine::{Engine, Screen};
use super::session::Session;
use super::tools;

/// The browser.
pub struct Chromium;

impl Engine for Chromium {
    fn driver(&self) -> Driver {
        Driver::start(&tools::chrome_driver(), &["--port=0"], "started successfully on port ")
    }

    fn begin(&self, driver: &Driver, folder: &Path) -> Session {
        Session::start(&driver.address(), options::capabilities(folder))
    }

    fn resize(&self, session: &Session, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        session.chrome("Emulation.setDeviceMetricsOverride", size).expect("the window has no other size");
    }

    fn pretend(&self, session: &Session, screen: &Screen<'_>) {
        let mut features = Vec::new();
        if let Some(dark) = screen.dark {
            features.push(json!({"name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" }}));
        }
        if let Some((name, value)) = screen.feature {
            features.push(json!({"name": name, "value": value}));
        }
        let media = json!({"media": if screen.print { "print" } else { "" }, "features": features});
        session.chrome("Emulation.setEmulatedMedia", media).expect("the browser does not pretend");
    }

    fn add_script(&self, session: &Session, script: &str) {
        let parameters = json!({ "source": script });
        session.chrome("Page.addScriptToEvaluateOnNewDocument", parameters).expect("the script is not taken");
    }

    fn define(&self, session: &Session, source: &str) {
        let answer = session.chrome("Runtime.evaluate", json!({"expression": source, "returnByValue": true}));
        let answer = answer.expect("the source does not run");
        assert!(answer.get("exceptionDetails").is_none(), "the source does not run: {answer}");
    }

    fn enter_page(&self, _: &Session) {
        // Without a window there are no buttons to leave it for.
    }

    fn print(&self, session: &Session) -> Value {
        let mut printed = session.chrome("Page.printToPDF", json!({"preferCSSPageSize": true}));
        printed.as_mut().expect("the page is not printed")["data"].take()
    }

    fn drop_files(&self, session: &Session, element: &Value, files: &[&Path]) -> Result<(), String> {
        let script =
            "const box = arguments[0].getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]";
        let place = session.post("execute/sync", json!({"script": script, "args": [element]}))?;
        let files: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        for kind in ["dragEnter", "dragOver", "drop"] {
            let data = json!({"items": [], "files": files, "dragOperationsMask": 1});
            let event = json!({"type": kind, "x": place[0], "y": place[1], "data": data});
            session.chrome("Input.dispatchDragEvent", event)?;
        }
        Ok(())
    }

    fn console(&self, session: &Session) -> Vec<String> {
        let entries = log(session, "browser");
        let grave = entries.iter().filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")));
        grave.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    fn requests(&self, session: &Session) -> Vec<String> {
        let events = log(session, "performance").into_iter().filter_map(|entry| {
            let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            Some(message["message"].clone())
        });
        let sent = events.filter(|event| event["method"] == "Network.requestWillBeSent");
        let urls = sent.filter_map(|event| event["params"]["request"]["url"].as_str().map(str::to_owned));
        // The browser's own pages, such as the one it starts with.
        urls.filter(|url| !url.starts_with("chrome://")).collect()
    }

    fn clear_site_data(&self, session: &Session, origin: &str) {
        let what = json!({"origin": origin, "storageTypes": "all"});
        session.chrome("Storage.clearDataForOrigin", what).expect("the browser does not clear its data");
    }

    fn allow_clipboard(&self, session: &Session) {
        let permissions = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
        session.chrome("Browser.grantPermissions", permissions).expect("the clipboard is not allowed");
    }
}

fn log(session: &Session, kind: &str) -> Vec<Value> {
    // A browser that has gone has no log; the test has failed by then.
    let entries = session.post("se/log", json!({ "type": kind })).unwrap_or_default();
    entries.as_array().cloned().unwrap_or_default()
}
