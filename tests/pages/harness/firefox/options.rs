//! How Firefox is started.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::harness::tools;

/// The folder of the profile.
pub fn profile(folder: &Path) -> PathBuf {
    folder.join("profile")
}

/// The capabilities of a session whose profile and downloads lie in a folder of the test's own.
pub fn capabilities(folder: &Path) -> Map<String, Value> {
    let capabilities = json!({
        "browserName": "firefox",
        "webSocketUrl": true,
        // A dialog that a payload opens must fail the test, not be closed in silence.
        "unhandledPromptBehavior": "ignore",
        "timeouts": {"script": 60_000, "pageLoad": 60_000},
        "moz:firefoxOptions": {
            "binary": tools::firefox(),
            "args": ["-headless", "-profile", profile(folder)],
            "prefs": {
                "intl.accept_languages": "en-GB, en",
                "browser.download.folderList": 2,
                "browser.download.dir": folder.join("downloads"),
                "browser.download.alwaysOpenPanel": false,
                // The clipboard may be looked at without a click on "Paste".
                "dom.events.testing.asyncClipboard": true,
                // A machine without a screen has no mouse either, and the page would look as on a phone: 2 is a fine
                // pointer, 4 one that hovers.
                "ui.primaryPointerCapabilities": 6,
                "ui.allPointerCapabilities": 6,
                // Light, until a test says otherwise.
                "layout.css.prefers-color-scheme.content-override": 1,
            },
        },
    });
    match capabilities {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
