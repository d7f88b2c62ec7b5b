//! What the user must know before working on: storage that fails, typing that was cut short, the name for the history.

use leptos::prelude::*;
use store::Saved;

use super::parts::{self, Part};
use crate::erased::{each, heard, memo};
use crate::platform::focus;
use crate::route::Route;
use crate::state::{App, Busy, Message, Whereabouts, app};

/// The notices below the bar.
#[component]
pub fn Notices() -> impl IntoView {
    let app = app();
    let drafts = memo(move || !app.drafts.with(Vec::is_empty));
    let welcome = memo(move || matches!(app.route.get(), Route::Register(_)) && app.trouble.with(Option::is_none));
    view! {
        <div class="notices">
            {move || deleted_elsewhere(app)}
            {move || not_saved(app)}
            {move || left_unsaved(app)}
            {move || app.newer.get().then(|| parts::shown(Part::Release))}
            {move || drafts.get().then(|| parts::shown(Part::Drafts))}
            {move || welcome.get().then(|| parts::shown(Part::Welcome))}
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
    let save = move |_| app.export(app.parked_registers(), "Not saved".to_owned());
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
        app.export(vec![register], title);
    }
}

/// The last messages, with Undo where that helps, and what takes a while.
#[component]
pub fn Toasts() -> impl IntoView {
    let app = app();
    let standing = memo(move || {
        let depth = app.depth.get();
        app.messages.with(|messages| messages.iter().filter(|it| it.stands(depth)).cloned().collect::<Vec<_>>())
    });
    let what = memo(move || app.busy.with(|busy| busy.as_ref().map(|busy| busy.text.clone())));
    view! {
        <div class="toasts">
            {move || what.get().map(|text| busy(app, text))}
            <div role="status" aria-live="polite">
                {each(move || standing.get(), |message| message.number, move |message| toast(app, message))}
            </div>
        </div>
    }
    .into_any()
}

fn toast(app: App, message: Message) -> AnyView {
    let number = message.number;
    let dismiss = move || {
        app.dismiss(number);
        focus::keep_on_page();
    };
    let undo = message.undo.map(|undo| {
        let take_back = move |_| {
            dismiss();
            app.take_back(&undo);
        };
        view! { <button type="button" on:click=heard(take_back)>"Undo"</button> }.into_any()
    });
    view! {
        <div class="toast">
            <p>{message.text}</p>
            {undo}
            <button type="button" class="quiet" aria-label="Dismiss" on:click=heard(move |_| dismiss())>"✕"</button>
        </div>
    }
    .into_any()
}

/// What takes a while, and how far it is where that can be told: only the bar is drawn anew as it goes on.
fn busy(app: App, text: String) -> AnyView {
    let now = move |read: fn(&Busy) -> usize| app.busy.with(|busy| busy.as_ref().map(read)).unwrap_or_default();
    let of = move || now(|busy| busy.of).max(1);
    let done = move || (of() > 1).then(|| now(|busy| busy.done).to_string());
    let label = text.clone();
    view! {
        <div class="toast busy" role="status">
            <p>{text}</p>
            <progress aria-label=label max=move || of().to_string() value=done></progress>
        </div>
    }
    .into_any()
}
