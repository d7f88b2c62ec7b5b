//! The file that the open register is saved back to: its part of the export menu, and what is said and asked when somebody
//! else has changed it.

use leptos::prelude::*;

use crate::components::Dialog;
use crate::erased::{effect, heard, memo, spawn};
use crate::platform::keys::is_apple;
use crate::platform::{focus, handles};
use crate::state::App;

/// Looks at the file when a register is opened and when the user comes back to the page.
pub fn watch(app: App) {
    if !handles::works() {
        return;
    }
    let id = memo(move || app.head.with(|head| head.id.clone()));
    effect(move || {
        // Read, not only followed: a memo that nobody reads never learns what it depends on.
        id.with(|_| ());
        spawn(app.look_for_file());
    });
    let back = window_event_listener(leptos::ev::focus, move |_| spawn(app.look_for_file()));
    on_cleanup(move || back.remove());
}

/// The entries of the export menu.
pub fn entries(app: App) -> AnyView {
    if !handles::works() {
        return ().into_any();
    }
    let label = move || match app.file() {
        Some(file) => format!("Save to “{}”", file.name),
        None => "Save to a file of your choice…".to_owned(),
    };
    let keys = if is_apple() { "⌘ S" } else { "Ctrl S" };
    let linked = move || {
        app.file().map(|_| {
            view! {
                <button type="button" class="quiet" on:click=heard(move |_| app.save_elsewhere())>
                    "Save to another file…"
                </button>
                <button type="button" class="quiet" on:click=heard(move |_| app.unlink())>
                    "Stop saving to this file"
                </button>
            }
            .into_any()
        })
    };
    view! {
        <button type="button" class="quiet" on:click=heard(move |_| app.save())>
            <span>{move || label()}</span>
            <kbd aria-hidden="true">{keys}</kbd>
        </button>
        {move || linked()}
    }
    .into_any()
}

/// Says that somebody else has changed the file.
pub fn notice(app: App) -> AnyView {
    let changed = move || app.file().filter(|file| file.has_changed);
    let shown = move || {
        changed().map(|file| {
            view! {
                <section class="notice offer" aria-label="The file has changed">
                    <p>
                        {format!("“{}” has changed since it was last opened or saved here. ", file.name)}
                        "What you see is the register in this browser."
                    </p>
                    <div class="buttons">
                        <button type="button" on:click=heard(move |_| app.look_into_file())>"Look at the file"</button>
                    </div>
                </section>
            }
            .into_any()
        })
    };
    (move || shown()).into_any()
}

/// Asks before anything is saved over what somebody else has put into the file.
pub fn dialog(app: App) -> AnyView {
    let done = move |then: fn(App)| {
        heard(move |_: web_sys::MouseEvent| {
            app.clashing.set(false);
            then(app);
            focus::keep_on_page();
        })
    };
    let name = move || app.clash().map(|clash| clash.name).unwrap_or_default();
    view! {
        <Dialog open=app.clashing title="Somebody else has changed the file">
            <p>
                {move || format!("“{}” has changed since it was last opened or saved here. ", name())}
                "Nothing has been written. What do you want to do?"
            </p>
            <div class="buttons">
                <button type="button" class="primary" on:click=done(App::look_into_file)>"Look at the file first"</button>
                <button type="button" on:click=done(App::save_elsewhere)>"Save to another file…"</button>
                <button type="button" class="danger" on:click=done(App::save_over)>"Save over it"</button>
                <button type="button" on:click=done(|_| {})>"Cancel"</button>
            </div>
        </Dialog>
    }
    .into_any()
}
