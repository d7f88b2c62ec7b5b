//! Import: files chosen or dropped anywhere, looked at before anything is stored.

mod preview;
mod report;

pub use preview::preview;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DragEvent;

use crate::components::Dialog;
use crate::erased::{heard, shown_while};
use crate::platform::files;
use crate::state::app;
use crate::views::parts::{self, Part};

/// The preview of the files that came in, and the page as the place to drop them.
#[component]
pub fn ImportDialog() -> impl IntoView {
    let app = app();
    let input = NodeRef::<html::Input>::new();
    let chosen = move |_| {
        if let Some(input) = input.get_untracked() {
            app.receive(files::listed(input.files()));
            // Else the same file chosen again would be no change.
            input.set_value("");
        }
    };
    view! {
        {drop_zone()}
        <Dialog open=app.imports.open title="Import registers">{parts::shown(Part::Import)}</Dialog>
        <input
            node_ref=input
            id=INPUT
            type="file"
            hidden
            multiple
            accept=".json,.html,application/json,text/html"
            aria-label="Files to import"
            on:change=heard(chosen)
        />
    }
    .into_any()
}

/// The field for files that no one sees: the browser's own dialog opens through it.
const INPUT: &str = "files-to-import";

/// Lets files be chosen, from a click or a key.
pub fn choose() {
    if let Some(input) = document().get_element_by_id(INPUT) {
        input.unchecked_into::<web_sys::HtmlElement>().click();
    }
}

/// The button that lets files be chosen.
#[component]
pub fn ImportButton() -> impl IntoView {
    view! { <button type="button" on:click=heard(|_| choose())>"Import"</button> }.into_any()
}

/// Takes in files that are dropped anywhere on the page, and says so while they are held over it.
fn drop_zone() -> AnyView {
    let app = app();
    let over = RwSignal::new(false);
    let above = window_event_listener(leptos::ev::dragover, move |event| {
        if carries_files(&event) {
            event.prevent_default();
            over.set(true);
        }
    });
    let left = window_event_listener(leptos::ev::dragleave, move |event| {
        // Leaving one element for another is not leaving the page.
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let dropped = window_event_listener(leptos::ev::drop, move |event| {
        over.set(false);
        if carries_files(&event) {
            event.prevent_default();
            app.receive(files::listed(event.data_transfer().and_then(|it| it.files())));
        }
    });
    on_cleanup(move || {
        above.remove();
        left.remove();
        dropped.remove();
    });
    view! {
        {shown_while(move || over.get(), move || view! {
            <p class="drop-hint">"Drop register files to look at them before they are imported"</p>
        }.into_any())}
    }
    .into_any()
}

fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|it| it.types().includes(&JsValue::from_str("Files"), 0))
}
