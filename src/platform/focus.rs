//! Where the focus is.

use std::cell::RefCell;

use leptos::prelude::{document, window_event_listener};
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlElement};

fn active() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// Takes the focus out of a field that is being typed in: what was typed lands, as when the user leaves the field.
pub fn leave_field() {
    let field = active().filter(|it| it.matches("input, textarea, select").unwrap_or_default());
    if let Some(field) = field {
        field.blur().unwrap_or_default();
    }
}

/// Lets what is being typed land, and has the user go on in the same field.
pub fn land() {
    let field = active();
    leave_field();
    if let Some(field) = field.filter(|field| field.is_connected()) {
        field.focus().unwrap_or_default();
    }
}

thread_local! {
    static TYPED: RefCell<Option<EventTarget>> = const { RefCell::new(None) };
}

/// Follows where something is being typed. Called once.
pub fn watch_typing() {
    let typed = window_event_listener(leptos::ev::input, |event| TYPED.set(event.target()));
    let landed = window_event_listener(leptos::ev::change, |_| TYPED.set(None));
    let moved = window_event_listener(leptos::ev::focusin, |_| TYPED.set(None));
    // They live as long as the page.
    std::mem::forget((typed, landed, moved));
}

/// Whether something has been typed in this field that has not landed yet.
pub fn is_typed(field: &EventTarget) -> bool {
    TYPED.with_borrow(|typed| typed.as_ref() == Some(field))
}

/// Puts the focus on what a selector finds, as soon as it is drawn.
pub fn when_there(selector: &'static str) {
    look_for(selector, LOOKS);
}

/// How many frames something is looked for: a view that has to be loaded takes a while.
const LOOKS: u32 = 120;

fn look_for(selector: &'static str, looks: u32) {
    leptos::prelude::request_animation_frame(move || {
        let found = document().query_selector(selector).ok().flatten().and_then(|it| it.dyn_into::<HtmlElement>().ok());
        match found {
            Some(found) => found.focus().unwrap_or_default(),
            None if looks > 0 => look_for(selector, looks - 1),
            None => {}
        }
    });
}

/// Whether nothing has the focus.
fn is_nowhere() -> bool {
    active().is_none_or(|it| it.tag_name() == "BODY")
}

/// Whether nothing has the focus, or only the content as a whole because what had it has gone.
pub fn is_lost() -> bool {
    is_nowhere() || active().is_some_and(|it| it.id() == "main")
}

/// Puts the focus on the content if what had it has gone, once the page is drawn: Tab goes on from there.
pub fn keep_on_page() {
    leptos::prelude::request_animation_frame(|| {
        let main = document().get_element_by_id("main").and_then(|main| main.dyn_into::<HtmlElement>().ok());
        if let Some(main) = main.filter(|_| is_nowhere()) {
            // What stands above the content, such as a notice, stays in sight.
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            main.focus_with_options(&options).unwrap_or_default();
        }
    });
}
