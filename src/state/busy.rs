//! Steps that take a while: the page says so before it begins, and how far it is.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::App;

/// How many risks a register has from which it takes a while to open, store or export it.
const MANY: usize = 500;
/// How long the page waits before a step that blocks it, so that it can draw first that it is busy.
const DRAW_FIRST: Duration = Duration::from_millis(40);

/// What takes a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Busy {
    /// What is being done, for the user.
    pub text: String,
    /// How many steps are done.
    pub done: usize,
    /// How many there are; a single one cannot say how far it is.
    pub of: usize,
}

/// Whether a step with so many risks takes a while.
pub const fn is_long(risks: usize) -> bool {
    risks >= MANY
}

impl App {
    /// Says what takes a while, and waits until the page has been drawn. Nothing is said of a register with few risks.
    pub async fn begin(self, risks: usize, text: impl FnOnce() -> String, done: usize, of: usize) {
        if is_long(risks) {
            self.busy.set(Some(Busy { text: text(), done, of }));
            drawn().await;
        }
    }

    /// Says no longer that something takes a while.
    pub fn end(self) {
        if self.busy.with_untracked(Option::is_some) {
            self.busy.set(None);
        }
    }
}

/// Waits until the page has been drawn. A frame would never come in a tab that is not in sight.
pub async fn drawn() {
    let mut wait = |resolve: js_sys::Function, _| {
        let drawn = move || drop(resolve.call0(&wasm_bindgen::JsValue::NULL));
        set_timeout(drawn, DRAW_FIRST);
    };
    // A promise that nothing rejects.
    drop(JsFuture::from(js_sys::Promise::new(&mut wait)).await);
}
