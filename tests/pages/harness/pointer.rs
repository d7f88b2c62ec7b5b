//! A pointer that is pressed, moved and let go step by step: the mouse or a finger.

use serde_json::{Value, json};

use super::find::Target;
use super::page::Page;

/// A pointer. What it does is real input.
#[derive(Clone, Copy)]
pub struct Pointer<'p> {
    page: &'p Page,
    kind: &'static str,
}

impl Page {
    /// The mouse.
    pub const fn mouse(&self) -> Pointer<'_> {
        Pointer { page: self, kind: "mouse" }
    }

    /// A finger.
    pub const fn finger(&self) -> Pointer<'_> {
        Pointer { page: self, kind: "touch" }
    }
}

impl Pointer<'_> {
    /// Presses in the middle of something, wherever it is in the window.
    #[track_caller]
    pub fn press(self, target: &Target<'_>) {
        let at = point(target, 0.5, true);
        self.perform(&[self.to(at), json!({"type": "pointerDown", "button": 0})]);
    }

    /// Moves over something, to this share of its height from its top, in two steps as a hand does.
    #[track_caller]
    pub fn over(self, target: &Target<'_>, share: f64) {
        let (x, y) = point(target, share, false);
        self.perform(&[self.to((x, y - 3)), self.to((x, y))]);
    }

    /// Drags something to this share of the height of something else, in one go. A driver forgets a finger that rests
    /// between two calls.
    #[track_caller]
    pub fn drag(self, from: &Target<'_>, to: &Target<'_>, share: f64) {
        let mut actions = self.way(from, to, share);
        actions.push(json!({"type": "pointerUp", "button": 0}));
        self.perform(&actions);
    }

    /// The same without letting go.
    #[track_caller]
    pub fn carry(self, from: &Target<'_>, to: &Target<'_>, share: f64) {
        self.perform(&self.way(from, to, share));
    }

    #[track_caller]
    fn way(self, from: &Target<'_>, to: &Target<'_>, share: f64) -> Vec<Value> {
        let start = point(from, 0.5, true);
        let (x, y) = point(to, share, false);
        let half = self.to((x, i64::midpoint(start.1, y)));
        vec![self.to(start), json!({"type": "pointerDown", "button": 0}), half, self.to((x, y))]
    }

    /// Moves to a place in the window.
    #[track_caller]
    pub fn to_place(self, x: i64, y: i64) {
        self.perform(&[self.to((x, y))]);
    }

    /// Lets go.
    #[track_caller]
    pub fn release(self) {
        self.perform(&[json!({"type": "pointerUp", "button": 0})]);
    }

    fn to(self, (x, y): (i64, i64)) -> Value {
        json!({"type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport"})
    }

    #[track_caller]
    fn perform(self, actions: &[Value]) {
        let device = json!({
            "type": "pointer",
            "id": self.kind,
            "parameters": {"pointerType": self.kind},
            "actions": actions,
        });
        self.page.session.post("actions", json!({"actions": [device]})).expect("the pointer does not move");
    }
}

/// A place on something in the window; if asked, it is brought to the middle first.
#[track_caller]
fn point(target: &Target<'_>, share: f64, bring: bool) -> (i64, i64) {
    let script = "
        const [it, share, bring] = arguments;
        if (bring) it.scrollIntoView({block: 'center'});
        const box = it.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height * share].map(Math.round)";
    let found = target.act(|_, element| target.page.try_run(script, &[element.clone(), json!(share), json!(bring)]));
    (found[0].as_i64().unwrap_or_default(), found[1].as_i64().unwrap_or_default())
}
