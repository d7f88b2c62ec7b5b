//! The offer of a newer release. It never comes over what somebody is doing: the page is reloaded when they say so.

use leptos::prelude::*;
use store::Saved;

use crate::erased::heard;
use crate::platform::{focus, release};
use crate::state::app;

/// The notice, while a newer release waits.
#[component]
pub fn Release() -> impl IntoView {
    let app = app();
    let reload = move |_: web_sys::MouseEvent| {
        // What is being typed lands, or is kept.
        focus::leave_field();
        app.keep_pending();
        app.retry();
        if app.saved.get_untracked() == Saved::Yes && app.parked_count.get_untracked() == 0 {
            release::reload();
        } else {
            app.tell("Heatgrid has not been reloaded: some changes are not saved yet.".to_owned());
        }
    };
    let later = move |_: web_sys::MouseEvent| {
        app.newer.set(false);
        focus::keep_on_page();
    };
    view! {
        <div class="notice" role="status">
            <p>
                <strong>"A new version of Heatgrid is ready. "</strong>
                "Your registers and what you are typing stay."
            </p>
            <div class="buttons">
                <button type="button" class="primary" on:click=heard(reload)>"Reload"</button>
                <button type="button" on:click=heard(later)>"Later"</button>
            </div>
        </div>
    }
    .into_any()
}
