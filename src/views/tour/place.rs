//! Where the note of a step stands: beside what it speaks of, and always within the window.

use std::cell::RefCell;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlDivElement, HtmlElement};

/// Between the note, what it speaks of, and the edge of the window. CSS pixels.
const GAP: i32 = 12;
/// Below this width the rows of the grid are small cards. CSS pixels; the grid has the same figure.
const NARROW: i32 = 700;

/// Where the ring and the note are, in CSS pixels of the window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// Whether what the step speaks of is there.
    pub found: bool,
    /// Left, top, width and height of the ring.
    pub ring: (i32, i32, i32, i32),
    /// Left and top of the note.
    pub note: (i32, i32),
}

/// A rectangle: left, top, width, height.
type Box4 = (i32, i32, i32, i32);

/// What a step speaks of, if it is in sight.
fn found(about: &[&str]) -> Option<Element> {
    let seen = |it: &Element| it.get_bounding_client_rect().width() > 0.0;
    about.iter().find_map(|selector| document().query_selector(selector).ok().flatten().filter(seen))
}

/// Scrolls what a step speaks of into sight.
pub fn reveal(about: &[&str]) {
    if let Some(it) = found(about) {
        let box4 = rectangle(&it);
        let (width, height) = window_size();
        // What is in sight already stays where it is.
        if box4.0 < 0 || box4.1 < 0 || box4.0 + box4.2 > width || box4.1 + box4.3 > height {
            it.scroll_into_view_with_bool(false);
        }
    }
}

/// Puts the focus on what a step spoke of, if it takes it.
pub fn focus_on(about: &[&str]) {
    if let Some(it) = found(about).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        it.focus().unwrap_or_default();
    }
}

/// Where ring and note are for a step.
pub fn spot(about: &[&str], note: &HtmlDivElement) -> Spot {
    let size = (note.offset_width(), note.offset_height());
    let window = window_size();
    match found(about) {
        Some(it) => {
            let (left, top, width, height) = rectangle(&it);
            let ring = (left - 4, top - 4, width + 8, height + 8);
            Spot { found: true, ring, note: beside(ring, size, window) }
        }
        None => Spot { note: ((window.0 - size.0) / 2, (window.1 - size.1) / 2), ..Spot::default() },
    }
}

/// The place of a note of a size beside a rectangle: below it, else above it, else over its lower end; within the window.
fn beside((left, top, width, height): Box4, size: (i32, i32), window: (i32, i32)) -> (i32, i32) {
    let middle = left + width / 2 - size.0 / 2;
    let x = middle.clamp(GAP, (window.0 - size.0 - GAP).max(GAP));
    let (below, above) = (top + height + GAP, top - size.1 - GAP);
    let lowest = (window.1 - size.1 - GAP).max(GAP);
    let y = if below <= lowest {
        below
    } else if above >= GAP {
        above
    } else {
        lowest
    };
    (x, y)
}

fn rectangle(it: &Element) -> Box4 {
    let rect = it.get_bounding_client_rect();
    (rect.left() as i32, rect.top() as i32, rect.width() as i32, rect.height() as i32)
}

/// Whether the rows of the grid are small cards.
pub fn is_narrow() -> bool {
    window_size().0 < NARROW
}

fn window_size() -> (i32, i32) {
    let root = document().document_element();
    root.map(|root| (root.client_width(), root.client_height())).unwrap_or_default()
}

thread_local! {
    static SCROLLED: RefCell<Option<Closure<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Calls a function whenever anything on the page is scrolled, until [`stop_following`].
pub fn follow_scrolling(moved: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(moved);
    // Scrolling does not rise from where it happens, so it is heard on the way down.
    document()
        .add_event_listener_with_callback_and_bool("scroll", listener.as_ref().unchecked_ref(), true)
        .unwrap_or_default();
    SCROLLED.set(Some(listener));
}

/// Calls it no longer.
pub fn stop_following() {
    if let Some(listener) = SCROLLED.take() {
        document()
            .remove_event_listener_with_callback_and_bool("scroll", listener.as_ref().unchecked_ref(), true)
            .unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_note_is_beside_what_it_speaks_of_and_within_the_window() {
        let (size, window) = ((320, 180), (1440, 900));
        assert_eq!(beside((600, 10, 400, 40), size, window), (640, 62), "below");
        assert_eq!(beside((1300, 850, 100, 40), size, window), (1108, 658), "above, away from the edge");
        assert_eq!(beside((0, 0, 1440, 900), size, window), (560, 708), "over what fills the window");
        assert_eq!(beside((10, 10, 20, 20), (400, 900), (390, 844)), (12, 12), "a note that does not fit");
    }
}
