//! The heights of rows that show all their text: known once a row has been drawn, guessed until then.

use std::collections::HashMap;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

use super::lines::Line;
use super::sheet::RowId;
use super::state::GridState;
use crate::erased::spawn;

/// What a row is guessed to be high while none has been drawn, in CSS pixels.
const FIRST_GUESS: f64 = 110.0;

/// The heights that are known. Copies share them.
#[derive(Clone, Copy)]
pub struct Heights {
    known: StoredValue<HashMap<RowId, f64>>,
    /// Counts what became known.
    version: RwSignal<u32>,
    observer: StoredValue<Option<ResizeObserver>, LocalStorage>,
}

impl Heights {
    /// No height is known yet.
    pub fn new() -> Self {
        Self {
            known: StoredValue::new(HashMap::new()),
            version: RwSignal::new(0),
            observer: StoredValue::new_local(None),
        }
    }

    /// The height of each of these rows; followed.
    pub fn of<T>(self, read: impl FnOnce(&dyn Fn(&RowId) -> f64) -> T) -> T {
        self.version.track();
        self.known.with_value(|known| {
            let guess = if known.is_empty() { FIRST_GUESS } else { known.values().sum::<f64>() / known.len() as f64 };
            read(&|row| known.get(row).copied().unwrap_or(guess))
        })
    }

    /// Forgets all: columns or the window have another width.
    pub fn forget(self) {
        self.known.update_value(HashMap::clear);
        self.version.update(|version| *version = version.wrapping_add(1));
    }

    /// Follows the height of a row while it is in the page.
    pub fn follow(self, row: &web_sys::Element) {
        self.observer.with_value(|observer| {
            if let Some(observer) = observer {
                observer.observe(row);
            }
        });
    }

    /// Listens to the rows of a grid. What is in sight stays where it is while rows above it turn out higher or lower
    /// than was guessed.
    pub fn listen(self, state: GridState) {
        let hear = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| self.hear(state, &entries));
        let observer = ResizeObserver::new(hear.as_ref().unchecked_ref()).ok();
        self.observer.set_value(observer);
        let kept = StoredValue::new_local(Some(hear));
        on_cleanup(move || {
            self.observer.try_update_value(|observer| {
                if let Some(observer) = observer.take() {
                    observer.disconnect();
                }
            });
            kept.try_update_value(Option::take);
        });
    }

    fn hear(self, state: GridState, entries: &js_sys::Array) {
        let Some(node) = state.node.try_get_untracked().flatten() else { return };
        if state.density.get_untracked().height().is_some() {
            return;
        }
        let heard: Vec<(RowId, f64)> = entries.iter().filter_map(|entry| height_of(state, entry)).collect();
        let news = self.known.try_update_value(|known| {
            heard.into_iter().filter(|(row, height)| known.insert(row.clone(), *height) != Some(*height)).count()
        });
        if news.unwrap_or_default() == 0 {
            return;
        }
        let from = f64::from(node.scroll_top());
        let (stays, at) = state.offsets.with_untracked(|offsets| {
            let seen = offsets.top(offsets.at(from))..from + f64::from(node.client_height());
            let cursor = state.cursor.get_untracked().line.filter(|line| seen.contains(&offsets.top(*line)));
            let stays = cursor.unwrap_or_else(|| offsets.at(from));
            (stays, offsets.top(stays))
        });
        self.version.update(|version| *version = version.wrapping_add(1));
        let moved = state.offsets.with_untracked(|offsets| offsets.top(stays)) - at;
        if moved != 0.0 {
            // After what derives from the heights is drawn, and in the same frame: nothing is seen to move.
            spawn(async move { node.set_scroll_top((from + moved).round() as i32) });
        }
    }
}

/// The row that an entry of the observer is about, and its height now.
fn height_of(state: GridState, entry: wasm_bindgen::JsValue) -> Option<(RowId, f64)> {
    let entry: web_sys::ResizeObserverEntry = entry.dyn_into().ok()?;
    let row: web_sys::HtmlElement = entry.target().dyn_into().ok()?;
    let line: usize = row.get_attribute("aria-rowindex")?.parse().ok()?;
    let height = f64::from(row.offset_height());
    let row = state.lines.with_untracked(|lines| lines.get(line.checked_sub(3)?).and_then(Line::row).cloned())?;
    (height > 0.0).then_some((row, height))
}
