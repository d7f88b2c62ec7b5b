//! The keyboard and the mouse, as real input: the focus decides who hears a key.

use serde_json::{Value, json};

use super::find::Target;
use super::page::Page;

/// Waits until the page has been drawn.
const FRAME: &str = "return new Promise((drawn) => {
    requestAnimationFrame(() => requestAnimationFrame(drawn));
    setTimeout(drawn, 200);
})";

impl Page {
    /// Presses a key, e.g. `Enter`, `F2`, `a`, or several at once, e.g. `Control+Home`.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let codes: Vec<String> = keys.split('+').map(code).collect();
        let action = |kind: &str, code: &String| json!({"type": kind, "value": code});
        let down = codes.iter().map(|code| action("keyDown", code));
        let up = codes.iter().rev().map(|code| action("keyUp", code));
        self.perform("key", "keyboard", down.chain(up).collect()).expect("the key is not taken");
    }

    /// Presses the same key several times.
    #[track_caller]
    pub fn press_times(&self, times: usize, keys: &str) {
        for _ in 0..times {
            self.press(keys);
        }
    }

    /// Types a text where the focus is.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let stroke = |letter: char| {
            let code = if letter == '\n' { code("Enter") } else { letter.to_string() };
            [json!({"type": "keyDown", "value": code}), json!({"type": "keyUp", "value": code})]
        };
        self.perform("key", "keyboard", text.chars().flat_map(stroke).collect()).expect("the text is not taken");
    }

    /// What has the focus, in words for a failed test: role or tag, and name.
    pub fn focused(&self) -> String {
        let script = "const it = document.activeElement; \
            return `${it.getAttribute('role') ?? it.tagName.toLowerCase()} ${it.getAttribute('aria-label') ?? it.innerText ?? ''}`.trim()";
        self.run(script, &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Input from a device, one thing after the other.
    pub(super) fn perform(&self, kind: &str, id: &str, actions: Vec<Value>) -> Result<(), String> {
        let mut device = json!({"type": kind, "id": id, "actions": actions});
        if kind == "key" {
            // No person presses the next key before what the last one did has been drawn. A page that is not in front draws
            // nothing; one that is just going away answers nothing.
            self.try_run(FRAME, &[]).unwrap_or_default();
        }
        if kind == "pointer" {
            device["parameters"] = json!({"pointerType": "mouse"});
        }
        self.session.post("actions", json!({"actions": [device]})).map(drop)
    }
}

impl Target<'_> {
    /// Clicks it while a key is held, e.g. `Control`.
    #[track_caller]
    pub fn click_with(&self, key: &str) {
        let hold = |kind: &str| {
            let held = vec![json!({"type": kind, "value": code(key)})];
            self.page.perform("key", "keyboard", held).expect("the key is not taken");
        };
        hold("keyDown");
        // A click that the driver makes by itself knows nothing of keys in Firefox.
        self.act(|_, element| {
            let button = |kind: &str| json!({"type": kind, "button": 0});
            let to = self.point(element)?;
            self.page.perform("pointer", "mouse", vec![to, button("pointerDown"), button("pointerUp")])
        });
        hold("keyUp");
    }
}

/// WebDriver's code of a key.
fn code(key: &str) -> String {
    let code = match key {
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Delete" => '\u{e017}',
        "F2" => '\u{e032}',
        other => return other.to_owned(),
    };
    code.to_string()
}
