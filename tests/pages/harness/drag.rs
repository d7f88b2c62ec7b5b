//! Dragging with the mouse, and with a finger.

use serde_json::{Value, json};

use super::find::Target;
use super::page::Page;

impl Target<'_> {
    /// Presses the mouse on it and moves to something else without letting go.
    #[track_caller]
    pub fn drag_over(&self, goal: &Target<'_>) {
        let (from, to) = (self.middle(), goal.middle());
        let go = |part: i64| {
            let between = |from: i64, to: i64| from + (to - from) * part / 4;
            json!({"type": "pointerMove", "duration": 0, "x": between(from.0, to.0), "y": between(from.1, to.1)})
        };
        let mut actions = vec![go(0), json!({"type": "pointerDown", "button": 0})];
        actions.extend((1..=4).map(go));
        self.page.perform("pointer", "mouse", actions).expect("the mouse does not drag");
    }

    /// Clicks it while a key is held, e.g. `Control`.
    #[track_caller]
    pub fn click_with(&self, key: &str) {
        self.page.hold(key, true);
        self.click();
        self.page.hold(key, false);
    }

    /// Drags it with a finger to the middle of something else.
    #[track_caller]
    pub fn swipe_to(&self, goal: &Target<'_>) {
        let (from, to) = (self.middle(), goal.middle());
        let touch = |kind: &str, points: Value| {
            let event = json!({"type": kind, "touchPoints": points});
            self.page.session.chrome("Input.dispatchTouchEvent", event).expect("the finger is not felt");
        };
        touch("touchStart", json!([{"x": from.0, "y": from.1}]));
        for part in 1..=6 {
            let between = |from: i64, to: i64| from + (to - from) * part / 6;
            touch("touchMove", json!([{"x": between(from.0, to.0), "y": between(from.1, to.1)}]));
        }
        touch("touchEnd", json!([]));
    }

    /// Its middle in the window.
    #[track_caller]
    fn middle(&self) -> (i64, i64) {
        let script = "
            const box = arguments[0].getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2].map(Math.round)";
        let at = self.act(|_, element| self.page.try_on(script, element));
        (at[0].as_i64().unwrap_or_default(), at[1].as_i64().unwrap_or_default())
    }
}

impl Page {
    /// Lets go of the mouse's button.
    #[track_caller]
    pub fn release(&self) {
        self.perform("pointer", "mouse", vec![json!({"type": "pointerUp", "button": 0})])
            .expect("the button stays down");
    }

    /// Lets the page use the clipboard without being asked.
    pub fn allow_clipboard(&self) {
        let permissions = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
        self.session.chrome("Browser.grantPermissions", permissions).expect("the clipboard is not allowed");
    }

    /// What is on the clipboard: its kinds, and the text of those that are text, by kind.
    #[track_caller]
    pub fn clipboard(&self) -> Value {
        let script = "
            const done = arguments[0];
            (async () => {
                const found = {};
                for (const item of await navigator.clipboard.read({unsanitized: ['text/html']})) {
                    for (const kind of item.types) {
                        const blob = await item.getType(kind);
                        found[kind] = kind.startsWith('text/') ? await blob.text() : blob.size;
                    }
                }
                return found;
            })().then(done, error => done(String(error)))";
        self.run_async(script, &[])
    }
}
