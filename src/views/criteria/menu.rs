//! A small menu behind a word.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::erased::heard;

/// An entry of a menu.
pub struct Item {
    /// What it does, as it reads.
    pub text: String,
    /// The rest of its name, for screen readers.
    pub rest: String,
    /// Whether it can be done.
    pub possible: Signal<bool>,
    /// What it does.
    pub run: Callback<()>,
}

/// The menu. Escape gives the focus back to what opened it; going elsewhere closes it.
pub fn menu(name: String, items: Vec<Item>) -> AnyView {
    let node = NodeRef::<html::Details>::new();
    let close = move || {
        if let Some(menu) = node.get_untracked() {
            menu.set_open(false);
        }
    };
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
            let summary = node.get_untracked().and_then(|menu| menu.query_selector("summary").ok().flatten());
            if let Some(summary) = summary {
                summary.unchecked_into::<web_sys::HtmlElement>().focus().unwrap_or_default();
            }
        }
    };
    let close_unless_in = move |to: Option<web_sys::EventTarget>| {
        let to = to.and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        if to.is_some() && !node.get_untracked().is_some_and(|menu| menu.contains(to.as_ref())) {
            close();
        }
    };
    // Not where the focus goes nowhere: some browsers do not focus a button that is clicked.
    let left = move |event: web_sys::FocusEvent| close_unless_in(event.related_target());
    let clicked = window_event_listener(leptos::ev::click, move |event| close_unless_in(event.target()));
    on_cleanup(move || clicked.remove());
    let entry = |Item { text, rest, possible, run }: Item| {
        let chosen = move |_| {
            close();
            run.run(());
        };
        view! {
            <button type="button" class="quiet" disabled=move || !possible.get() on:click=heard(chosen)>
                {text}
                <span class="sr">{rest}</span>
            </button>
        }
        .into_any()
    };
    view! {
        <details class="menu" node_ref=node on:keydown=heard(escape) on:focusout=heard(left)>
            <summary aria-label=name>"⋯"</summary>
            <div class="menu-items">{items.into_iter().map(entry).collect_view()}</div>
        </details>
    }
    .into_any()
}
