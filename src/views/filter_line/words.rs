//! The field for words, and the keys that lead into it and out of it.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::ask;
use crate::erased::{heard, memo};
use crate::platform::focus;
use crate::state::App;

/// The field.
pub fn field(app: App) -> AnyView {
    let node = NodeRef::<html::Input>::new();
    let text = memo(move || app.place().filter.text);
    hear_find(node);
    let pressed = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" if !text.with_untracked(String::is_empty) => {
            event.prevent_default();
            ask(app, |place| place.filter.text.clear());
        }
        "Escape" | "Enter" => {
            event.prevent_default();
            to_content();
        }
        _ => {}
    };
    view! {
        <input
            type="search"
            class="find"
            aria-label="Find in this register"
            aria-keyshortcuts="Control+F"
            placeholder="Find words"
            title="Find words (Ctrl+F)"
            node_ref=node
            prop:value=move || text.get()
            on:input=heard(move |event: web_sys::Event| {
                let text = event_target_value(&event);
                ask(app, |place| place.filter.text = text);
            })
            on:keydown=heard(pressed)
        />
    }
    .into_any()
}

/// Ctrl+F, or Cmd+F, leads into the field from everywhere in the page but a dialog.
fn hear_find(node: NodeRef<html::Input>) {
    let listen = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        let plain = (event.ctrl_key() || event.meta_key()) && !event.shift_key() && !event.alt_key();
        if !plain || !event.key().eq_ignore_ascii_case("f") || is_in_dialog(&event) {
            return;
        }
        let Some(field) = node.get_untracked() else { return };
        // A second Ctrl+F is the browser's own.
        if !has_focus(&field) {
            event.prevent_default();
            // What is being typed elsewhere lands. A cell may take the focus then, once it is drawn anew; what the user has
            // gone to meanwhile keeps it.
            focus::leave_field();
            enter(&field);
            request_animation_frame(move || {
                if is_in_cell() {
                    enter(&field);
                }
            });
        }
    });
    // On its way in: a cell that is being edited keeps keys to itself.
    let (window, function) = (window(), listen.as_ref().unchecked_ref::<js_sys::Function>().clone());
    window.add_event_listener_with_callback_and_bool("keydown", &function, true).unwrap_or_default();
    let kept = StoredValue::new_local((window, function, listen));
    on_cleanup(move || {
        kept.try_with_value(|(window, function, _)| {
            window.remove_event_listener_with_callback_and_bool("keydown", function, true).unwrap_or_default();
        });
    });
}

fn has_focus(field: &web_sys::HtmlInputElement) -> bool {
    document().active_element().as_ref() == Some(field.unchecked_ref())
}

fn is_in_cell() -> bool {
    let active = document().active_element();
    active.is_some_and(|it| it.closest("[role=grid], [role=treegrid]").ok().flatten().is_some())
}

fn enter(field: &web_sys::HtmlInputElement) {
    field.focus().unwrap_or_default();
    field.select();
}

fn is_in_dialog(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("dialog").ok().flatten().is_some())
}

/// Puts the focus on the cell of the grid that had it, where there is a grid, else on the content.
fn to_content() {
    let cell = document().query_selector("main [role=grid] [tabindex='0']").ok().flatten();
    let to = cell.or_else(|| document().get_element_by_id("main"));
    if let Some(to) = to.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        to.focus().unwrap_or_default();
    }
}
