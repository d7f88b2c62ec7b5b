//! How the browser is started.

use std::path::Path;

use serde_json::{Map, Value, json};

use crate::harness::tools;

/// Quiet, without a window, without a sandbox (which root cannot have), and asking nobody for anything.
const FLAGS: [&str; 13] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-GB",
    "--window-size=1440,900",
    // A machine without a screen has no mouse either, and the page would look as on a phone.
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
];

/// The capabilities of a session whose profile and downloads lie in a folder of the test's own.
pub fn capabilities(folder: &Path) -> Map<String, Value> {
    let mut flags: Vec<String> = FLAGS.iter().map(|&flag| flag.to_owned()).collect();
    flags.push(format!("--user-data-dir={}", folder.join("profile").display()));
    let capabilities = json!({
        "browserName": "chrome",
        // A dialog that a payload opens must fail the test, not be closed in silence.
        "unhandledPromptBehavior": "ignore",
        "timeouts": {"script": 60_000, "pageLoad": 60_000},
        "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        "goog:chromeOptions": {
            "binary": tools::chrome(),
            "args": flags,
            "prefs": {
                "download.default_directory": folder.join("downloads"),
                "download.prompt_for_download": false,
                // No page of the browser's own to begin with.
                "session.restore_on_startup": 4,
                "session.startup_urls": ["about:blank"],
                "profile.default_content_setting_values.automatic_downloads": 1,
            },
        },
    });
    match capabilities {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
