//! Files with a password: saving one, and opening one that came in.

use std::sync::Arc;

use exchange::Locked;
use leptos::html;
use leptos::prelude::*;

use crate::components::errors::Wrong;
use crate::components::{Dialog, Errors};
use crate::erased::{effect, heard, spawn};
use crate::platform::lock::{self, Failure};
use crate::state::{App, app};

/// The ids of the fields.
const PASSWORD: &str = "file-password";
const AGAIN: &str = "file-password-again";
/// The fewest characters of a new password.
const FEWEST: usize = 8;

const UNAVAILABLE: &str = "This browser cannot lock or open files here. Open Heatgrid from an address that begins with \
                           https://, in a current Chrome, Edge, Firefox or Safari.";

/// The dialog that asks for the password of a new file.
pub fn dialog(app: App) -> AnyView {
    view! { <Dialog open=app.locking title="Export with a password">{saving(app)}</Dialog> }.into_any()
}

fn saving(app: App) -> AnyView {
    let (password, again) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let errors = Errors::new();
    let (shown, working) = (RwSignal::new(false), RwSignal::new(false));
    effect(move || {
        for input in [password, again].into_iter().filter_map(|node| node.get()) {
            input.set_type(kind(shown));
            input.set_autocomplete("new-password");
        }
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = |node: NodeRef<html::Input>| node.get_untracked().map(|it| it.value()).unwrap_or_default();
        let (password, again) = (typed(password), typed(again));
        let wrong = check(&password, &again);
        let is_wrong = !wrong.is_empty();
        errors.tell(wrong);
        if is_wrong || working.get_untracked() {
            return;
        }
        working.set(true);
        spawn(async move {
            let saved = app.export_locked(&password).await;
            working.try_set(false);
            match saved {
                Ok(()) => app.locking.set(false),
                Err(Failure::Unavailable) => errors.tell_one(PASSWORD, UNAVAILABLE),
                Err(_) => {}
            }
        });
    };
    view! {
        <form class="naming" on:submit=heard(submit) novalidate>
            {errors.summary()}
            <p>
                "The file opens only with this password, and nobody can find it out or reset it. Pass it on another way \
                 than the file, for example by phone."
            </p>
            <p class="hint">{format!("At least {FEWEST} characters. Three words that do not belong together are good.")}</p>
            {errors.line(PASSWORD, "Password", password, String::new())}
            {errors.line(AGAIN, "Password again", again, String::new())}
            {show(shown)}
            <div class="buttons">
                <button type="submit" class="primary" disabled=move || working.get()>"Save file"</button>
                <button type="button" on:click=heard(move |_| app.locking.set(false))>"Cancel"</button>
            </div>
            <p role="status">{move || working.get().then_some("Locking the file…")}</p>
        </form>
    }
    .into_any()
}

/// What is wrong with a new password.
fn check(password: &str, again: &str) -> Vec<Wrong> {
    let wrong = |field: &str, text: &str| vec![Wrong { field: field.to_owned(), text: text.to_owned() }];
    match password.chars().count() {
        0 => wrong(PASSWORD, "Enter a password."),
        count if count < FEWEST => wrong(PASSWORD, "Enter a longer password: at least 8 characters."),
        _ if password != again => wrong(AGAIN, "Enter the same password twice. The two are different."),
        _ => Vec::new(),
    }
}

/// Asks for the password of a file that came in, in its part of the preview.
pub fn opening(number: u32, locked: Arc<Locked>) -> AnyView {
    let app = app();
    let field = format!("{PASSWORD}-{number}");
    let node = NodeRef::<html::Input>::new();
    let (shown, working) = (RwSignal::new(false), RwSignal::new(false));
    let wrong = RwSignal::new(None::<&'static str>);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(input) = node.get_untracked() else { return };
        let (password, locked) = (input.value(), locked.clone());
        if password.is_empty() {
            wrong.set(Some("Enter the password that the file was saved with."));
            return input.focus().unwrap_or_default();
        }
        if working.get_untracked() {
            return;
        }
        working.set(true);
        spawn(async move {
            let opened = lock::open(&locked, &password).await;
            working.try_set(false);
            let words = match opened {
                Ok(bytes) => return app.take_opened(number, bytes).await,
                Err(Failure::Password) => {
                    "This is not the password of this file. Check capital letters, and ask whoever sent the file."
                }
                Err(Failure::Damaged) => {
                    "The password is right, but the file has been changed or damaged since it was saved. Ask for it to be \
                     sent again."
                }
                Err(Failure::Unavailable) => UNAVAILABLE,
            };
            wrong.try_set(Some(words));
            input.focus().unwrap_or_default();
            input.select();
        });
    };
    let (error, label) = (format!("{field}-error"), field.clone());
    let described = error.clone();
    view! {
        <form class="naming" on:submit=heard(submit) novalidate>
            <p>"This file opens with the password that it was saved with."</p>
            <label class="label" for=label>"Password"</label>
            <p id=error class="error" role="alert">
                {move || wrong.get().map(|text| view! { <span class="sr">"Error: "</span>{text} }.into_any())}
            </p>
            <input
                id=field
                type=move || kind(shown)
                autocomplete="off"
                node_ref=node
                aria-invalid=move || wrong.get().map(|_| "true")
                aria-describedby=move || wrong.get().map(|_| described.clone())
            />
            {show(shown)}
            <div class="buttons">
                <button type="submit" disabled=move || working.get()>"Open"</button>
            </div>
            <p role="status">{move || working.get().then_some("Opening…")}</p>
        </form>
    }
    .into_any()
}

/// The type of a field for a password.
fn kind(shown: RwSignal<bool>) -> &'static str {
    if shown.get() { "text" } else { "password" }
}

fn show(shown: RwSignal<bool>) -> AnyView {
    let choose = move |event: web_sys::Event| shown.set(event_target_checked(&event));
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=move || shown.get() on:change=heard(choose) />
            <span>"Show the password"</span>
        </label>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_password_is_long_and_typed_twice() {
        let field = |password, again| check(password, again).first().map(|wrong| wrong.field.clone());
        assert_eq!(field("", ""), Some(PASSWORD.to_owned()));
        assert_eq!(field("short", "short"), Some(PASSWORD.to_owned()));
        assert_eq!(field("river anvil tulip", "river anvil tulio"), Some(AGAIN.to_owned()));
        assert_eq!(field("river anvil tulip", "river anvil tulip"), None);
    }
}
