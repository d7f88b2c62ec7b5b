//! Steps that take a while: the page says so before it begins, and how far it is.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::App;
use super::books::Steps;
use super::shelf::titled;
use crate::erased::spawn;

/// How many risks a register has from which it takes a while to open, store or export it.
const MANY: usize = 500;
/// How many risks are read or written before the page can do something else: a few hundredths of a second.
const SLICE: usize = 200;
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

    /// Does what is done some risks at a time. Where there are many, the page says what takes a while and how far it is,
    /// and goes on hearing the user in between. `None`: it is not wanted any more and was given up.
    pub async fn go_through<T>(
        self,
        mut steps: Box<dyn Steps<End = T>>,
        doing: &str,
        is_wanted: impl Fn() -> bool,
    ) -> Option<T> {
        let of = steps.left();
        if is_long(of) {
            let text = format!("{doing} “{}”…", titled(&steps.title()));
            while steps.left() > 0 && is_wanted() {
                self.busy.set(Some(Busy { text: text.clone(), done: of - steps.left(), of }));
                breathe().await;
                steps.step(SLICE);
            }
            self.end();
        }
        is_wanted().then(|| steps.finish())
    }

    /// Makes so many changes at once: of many, the page says first that they take a while.
    pub(super) fn after_telling(self, changes: usize, text: &str, make: impl FnOnce() + 'static) {
        if !is_long(changes) {
            return make();
        }
        let text = text.to_owned();
        spawn(async move {
            self.begin(changes, || text, 0, 1).await;
            make();
            self.end();
        });
    }

    /// Writes by and by what lags behind the log after a change of very many risks.
    pub(super) fn go_on(self) {
        let is_behind = move || self.book.with_value(|book| book.as_ref().is_some_and(|book| book.is_behind()));
        if !is_behind() || self.going_on.get_value() {
            return;
        }
        self.going_on.set_value(true);
        spawn(async move {
            while is_behind() {
                breathe().await;
                self.book.update_value(|book| {
                    if let Some(book) = book {
                        book.go_on();
                    }
                });
            }
            self.going_on.set_value(false);
            self.hear_news();
            self.refresh_state();
        });
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
    pause(DRAW_FIRST).await;
}

/// Lets the browser do what waits for it: keys, clicks, drawing. Nobody waits in a tab that is not in sight, where each
/// pause would be made a second long.
async fn breathe() {
    if !document().hidden() {
        pause(Duration::ZERO).await;
    }
}

async fn pause(time: Duration) {
    let mut wait = |resolve: js_sys::Function, _| {
        let over = move || drop(resolve.call0(&wasm_bindgen::JsValue::NULL));
        set_timeout(over, time);
    };
    // A promise that nothing rejects.
    drop(JsFuture::from(js_sys::Promise::new(&mut wait)).await);
}
