//! What the user must know before working on: storage that fails, typing that was cut short, the name for the history.

use leptos::prelude::*;
use store::Saved;

use super::parts::{self, Part};
use crate::erased::{heard, memo};
use crate::platform::focus;
use crate::route::Route;
use crate::state::{App, Whereabouts, app};

/// The notices below the bar.
#[component]
pub fn Notices() -> impl IntoView {
    let app = app();
    let drafts = memo(move || !app.drafts.with(Vec::is_empty));
    view! {
        <div class="notices">
            {move || deleted_elsewhere(app)}
            {move || not_saved(app)}
            {move || left_unsaved(app)}
            {move || drafts.get().then(|| parts::shown(Part::Drafts))}
            {move || ask_name(app)}
        </div>
    }
    .into_any()
}

fn not_saved(app: App) -> Option<AnyView> {
    let Saved::Pending { failure, changes } = app.saved.get() else { return None };
    if app.whereabouts.get() == Whereabouts::Gone {
        // Nothing will save it: the notice above says what there is to do.
        return None;
    }
    let count = if changes == 1 { "1 change is".to_owned() } else { format!("{changes} changes are") };
    Some(
        view! {
            <div class="notice bad" role="alert">
                <p>
                    <strong>{format!("{count} not saved. ")}</strong>
                    {failure.to_string()}
                    " You can work on; everything is kept while this page stays open, and saved as soon as the browser lets it."
                </p>
                <div class="buttons">
                    <button type="button" class="primary" on:click=heard(move |_| save_file(app))>"Save a file"</button>
                    <button type="button" on:click=heard(move |_| app.retry())>"Try again"</button>
                </div>
            </div>
        }
        .into_any(),
    )
}

/// The open register has been deleted in another tab.
fn deleted_elsewhere(app: App) -> Option<AnyView> {
    let (what, text, button) = match app.whereabouts.get() {
        Whereabouts::Here => return None,
        Whereabouts::Binned => {
            let restore = move |_: web_sys::MouseEvent| {
                let id = app.with_register(|register| register.id.clone());
                app.with_books(move |books| app.unbin(books, &id));
            };
            let button = view! { <button type="button" class="primary" on:click=heard(restore)>"Restore it"</button> };
            (
                "This register was deleted in another tab. ",
                "It is in the bin, with what you change here.",
                button.into_any(),
            )
        }
        Whereabouts::Gone => {
            let button = view! {
                <button type="button" class="primary" on:click=heard(move |_| save_file(app))>"Save a file"</button>
            };
            (
                "This register was deleted for good in another tab. ",
                "It is kept while this page stays open. Save a file to keep it, and import the file to go on.",
                button.into_any(),
            )
        }
    };
    Some(
        view! {
            <div class="notice bad" role="alert">
                <p><strong>{what}</strong>{text}</p>
                <div class="buttons">{button}</div>
            </div>
        }
        .into_any(),
    )
}

/// Registers that were left while the storage failed: they are easily forgotten, since no list shows them.
fn left_unsaved(app: App) -> Option<AnyView> {
    let count = app.parked_count.get();
    let text = match count {
        0 => return None,
        1 => "Another register has changes that are not saved.".to_owned(),
        count => format!("{count} other registers have changes that are not saved."),
    };
    let save = move |_| app.export(&app.parked_registers(), "Not saved");
    Some(
        view! {
            <div class="notice bad" role="alert">
                <p>
                    <strong>{text}</strong>
                    " They are kept while this page stays open, and saved as soon as the browser lets it."
                </p>
                <div class="buttons">
                    <button type="button" on:click=heard(save)>"Save them as a file"</button>
                </div>
            </div>
        }
        .into_any(),
    )
}

/// Saves the open register as a file.
fn save_file(app: App) {
    let register = app.with_register(|register| Some(register.clone()));
    if let Some(register) = register {
        let title = register.title.clone();
        app.export(&[register], &title);
    }
}

/// The setting that says that the name was asked for.
const ASKED: &str = "asked-name";

/// Asks once for the name that stands beside changes in the history.
fn ask_name(app: App) -> Option<AnyView> {
    let asked = app.settings.with(|settings| settings.other.contains_key(ASKED) || !settings.name.is_empty());
    if asked || !matches!(app.route.get(), Route::Register(_)) || app.trouble.with(Option::is_some) {
        return None;
    }
    let name = RwSignal::new(String::new());
    Some(
        view! {
            <form
                class="notice"
                aria-label="Your name for the history"
                on:submit=heard(move |event: web_sys::SubmitEvent| {
                    event.prevent_default();
                    app.change_settings(|settings| {
                        settings.name = name.get_untracked().trim().to_owned();
                        settings.other.insert(ASKED.to_owned(), String::new());
                    });
                    focus::keep_on_page();
                })
            >
                <label>
                    <span>"Your name or post, to stand beside your changes in the history. It stays in this browser."</span>
                    <input
                        type="text"
                        autocomplete="name"
                        prop:value=move || name.get()
                        on:input=heard(move |event: web_sys::Event| name.set(event_target_value(&event)))
                    />
                </label>
                <div class="buttons">
                    <button type="submit" class="primary">"Use this name"</button>
                    <button type="button" on:click=heard(move |_| {
                        app.change_settings(|settings| drop(settings.other.insert(ASKED.to_owned(), String::new())));
                        focus::keep_on_page();
                    })>
                        "Not now"
                    </button>
                </div>
            </form>
        }
        .into_any(),
    )
}

/// The last message, with Undo where that helps.
#[component]
pub fn Toast() -> impl IntoView {
    let app = app();
    let content = move || {
        app.message.get().map(|message| {
            let undo = message.undo.map(|undo| {
                view! {
                    <button
                        type="button"
                        on:click=heard(move |_| {
                            app.message.set(None);
                            app.take_back(&undo);
                        })
                    >
                        "Undo"
                    </button>
                }
                .into_any()
            });
            view! {
                <div class="toast">
                    <p>{message.text}</p>
                    {undo}
                    <button
                        type="button"
                        class="quiet"
                        aria-label="Dismiss"
                        on:click=heard(move |_| app.message.set(None))
                    >
                        "✕"
                    </button>
                </div>
            }
            .into_any()
        })
    };
    view! { <div class="toasts" role="status" aria-live="polite">{move || content()}</div> }.into_any()
}
