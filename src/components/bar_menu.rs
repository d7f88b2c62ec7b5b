//! A menu of the bar: a button that unfolds entries below it.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::erased::heard;

/// A menu. It closes when an entry is chosen, when the focus or a click goes elsewhere, and on Escape, which gives the
/// focus back to its button.
#[component]
pub fn BarMenu(
    /// The words on the button.
    label: &'static str,
    /// A class of the menu's own, for its place on the page.
    #[prop(optional)]
    class: &'static str,
    /// The entries: buttons and links.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Details>::new();
    let close = move || {
        if let Some(menu) = node.get_untracked() {
            menu.set_open(false);
        }
    };
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && node.get_untracked().is_some_and(|menu| menu.open()) {
            event.prevent_default();
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
    let chosen = move |event: web_sys::MouseEvent| {
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|it| it.closest("button, a").ok().flatten().is_some()) {
            close();
        }
    };
    view! {
        <details class=format!("menu {class}") node_ref=node on:keydown=heard(escape) on:focusout=heard(left)>
            <summary>{label}</summary>
            <div class="menu-items" on:click=heard(chosen)>{children()}</div>
        </details>
    }
    .into_any()
}
