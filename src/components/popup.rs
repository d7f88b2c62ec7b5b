//! Popups: small dialogs below what opened them; on a narrow page a sheet from below. The browser keeps the focus inside,
//! closes them on Escape and gives the focus back.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::erased::{effect, heard, shown_while};

/// Where a popup is open, if it is: the left edge and the bottom of what opened it, in CSS pixels of the window.
pub type At = RwSignal<Option<(i32, i32)>>;

/// The place below the button that was pressed.
pub fn below(event: &web_sys::MouseEvent) -> Option<(i32, i32)> {
    let pressed = event.target()?.dyn_into::<Element>().ok()?;
    let edge = pressed.closest("button").ok().flatten().unwrap_or(pressed).get_bounding_client_rect();
    Some((edge.left() as i32, edge.bottom() as i32))
}

/// Puts the focus on the part of a popup, or else of the page, where work begins: what is marked `data-first`.
pub fn focus_first() {
    request_animation_frame(|| {
        let page = document();
        let open = page.query_selector("dialog[open] [data-first]").ok().flatten();
        let first = open.or_else(|| page.query_selector("main [data-first]").ok().flatten());
        if let Some(first) = first.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            first.focus().unwrap_or_default();
        }
    });
}

/// A popup.
#[component]
pub fn Popup(
    /// Where it is open. Escape, the close button and a press outside set it to none.
    at: At,
    /// The heading.
    title: &'static str,
    /// What is in it; made anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    effect(move || {
        let Some(dialog) = node.get() else { return };
        let open = at.with(Option::is_some);
        if open && !dialog.open() {
            // Fails only if it is open already.
            dialog.show_modal().unwrap_or_default();
            focus_first();
        } else if !open && dialog.open() {
            dialog.close();
        }
    });
    let pressed = move |event: web_sys::MouseEvent| {
        let outside =
            event.target().and_then(|it| it.dyn_into::<Element>().ok()).is_some_and(|it| it.tag_name() == "DIALOG");
        if outside {
            at.set(None);
        }
    };
    let edge = move |pick: fn((i32, i32)) -> i32| at.get().map(|at| format!("{}px", pick(at)));
    view! {
        <dialog
            node_ref=node
            class="popup"
            aria-label=title
            style:--left=move || edge(|at| at.0)
            style:--top=move || edge(|at| at.1 + 4)
            on:close=heard(move |_| at.set(None))
            on:mousedown=heard(pressed)
        >
            {shown_while(move || at.with(Option::is_some), move || view! {
                <div class="popup-body">
                    <header>
                        <h2>{title}</h2>
                        <button type="button" class="quiet" aria-label="Close" on:click=heard(move |_| at.set(None))>
                            "✕"
                        </button>
                    </header>
                    {children()}
                </div>
            }.into_any())}
        </dialog>
    }
    .into_any()
}
