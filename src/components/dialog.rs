//! Dialogs: the browser's own, which keeps the focus inside and closes on Escape.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::erased::{effect, heard, shown_while};
use crate::platform::focus;

/// A dialog that is open while a signal says so.
#[component]
pub fn Dialog(
    /// Whether it is open. Escape and the close button set it to false.
    open: RwSignal<bool>,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What is in it; made anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    effect(move || {
        let Some(dialog) = node.get() else { return };
        if open.get() && !dialog.open() {
            // Fails only if it is open already.
            dialog.show_modal().unwrap_or_default();
            request_animation_frame(move || begin(&dialog));
        } else if !open.get() && dialog.open() {
            dialog.close();
            // What had the focus before may have gone.
            focus::keep_on_page();
        }
    });
    view! {
        <dialog node_ref=node class="dialog" aria-label=move || title.get() on:close=heard(move |_| open.set(false))>
            <header>
                <h2>{move || title.get()}</h2>
                <button type="button" class="quiet" aria-label="Close" on:click=heard(move |_| open.set(false))>
                    "✕"
                </button>
            </header>
            {shown_while(move || open.get(), move || children())}
        </dialog>
    }
    .into_any()
}

/// Begins with the first field, where there is one to fill in; the browser would begin with the button that closes. A
/// sheet from below does not: there the keyboard of a phone would cover what is to be read.
fn begin(dialog: &web_sys::Element) {
    let find = |selector: &str| dialog.query_selector(selector).ok().flatten();
    let closing = find("header button:focus").is_some() && find(".below").is_none();
    if let Some(field) = find(":is(input, select, textarea):not(:disabled)").filter(|_| closing) {
        field.unchecked_into::<web_sys::HtmlElement>().focus().unwrap_or_default();
    }
}

/// A question before something is lost: names the loss, and offers the way out first.
#[component]
pub fn Confirm(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The question, as a heading.
    #[prop(into)]
    title: Signal<String>,
    /// What will happen.
    #[prop(into)]
    text: Signal<String>,
    /// The verb on the button that goes ahead.
    #[prop(into)]
    verb: Signal<String>,
    /// What to do then.
    yes: Callback<()>,
) -> impl IntoView {
    view! {
        <Dialog open title>
            <p>{move || text.get()}</p>
            <div class="buttons">
                <button
                    type="button"
                    class="danger"
                    on:click=heard(move |_| {
                        open.set(false);
                        yes.run(());
                    })
                >
                    {move || verb.get()}
                </button>
                <button type="button" on:click=heard(move |_| open.set(false))>"Cancel"</button>
            </div>
        </Dialog>
    }
    .into_any()
}
