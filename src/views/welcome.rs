//! What is offered and asked above a register: the tour, then the name for the history, later on to save
//! a file; the password of a file; and what to do with one that somebody else has changed.

use leptos::prelude::*;

use super::{export, linked, lock, tour};
use crate::components::Errors;
use crate::erased::{heard, memo};
use crate::platform::focus;
use crate::state::{App, app};

/// The setting that says that the name was asked for.
const ASKED: &str = "asked-name";

/// One question at a time.
#[component]
pub fn Welcome() -> impl IntoView {
    let app = app();
    linked::watch(app);
    let has = move |name: &str| app.noted(name).is_some();
    let question = memo(move || {
        let named = app.settings.with(|settings| !settings.name.is_empty());
        match () {
            () if app.touring.with(Option::is_some) => 0,
            () if !has(tour::OFFERED) => 1,
            () if !has(ASKED) && !named => 2,
            () if app.wants_file() => 3,
            () => 0,
        }
    });
    let content = move || match question.get() {
        1 => offer_tour(app),
        2 => ask_name(app),
        3 => remind(app),
        _ => ().into_any(),
    };
    view! {
        {move || content()}
        {linked::notice(app)}
        {linked::dialog(app)}
        {lock::dialog(app)}
    }
    .into_any()
}

/// Offers the tour once.
fn offer_tour(app: App) -> AnyView {
    view! {
        <section class="notice offer" aria-label="Tour">
            <p>"New here? Six steps show where things are and how to edit them."</p>
            <div class="buttons">
                <button type="button" on:click=heard(move |_| tour::begin(app))>"Take a two-minute tour"</button>
                <button type="button" class="quiet" on:click=heard(move |_| {
                    app.remember(tour::OFFERED);
                    focus::keep_on_page();
                })>
                    "No thanks"
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// Reminds of saving a file, for the day when something happens to the browser.
fn remind(app: App) -> AnyView {
    let count = move || format!("{} changes of this register are in no file yet. ", app.unfiled());
    view! {
        <section class="notice offer" aria-label="Save a file">
            <p>{move || count()}"A file is a backup that clearing the browser’s data does not touch."</p>
            <div class="buttons">
                <button type="button" on:click=heard(move |_| {
                    export::whole(app);
                    focus::keep_on_page();
                })>"Save a file"</button>
                <button type="button" class="quiet" on:click=heard(move |_| {
                    app.put_file_off();
                    focus::keep_on_page();
                })>
                    "Not today"
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// The field's id.
const NAME: &str = "history-name";

/// Asks once for the name that stands beside changes in the history.
fn ask_name(app: App) -> AnyView {
    let name = RwSignal::new(String::new());
    let errors = Errors::new();
    let take = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let name = name.get_untracked().trim().to_owned();
        if name.is_empty() {
            return errors.tell_one(NAME, "Enter your name or post, or choose Not now.");
        }
        errors.tell(Vec::new());
        app.change_settings(|settings| settings.name = name);
        app.remember(ASKED);
        focus::keep_on_page();
    };
    let described = move || errors.of(NAME).map(|_| format!("{NAME}-error"));
    view! {
        <form class="notice" aria-label="Your name for the history" novalidate on:submit=heard(take)>
            {errors.summary()}
            <div class="asked">
                <label for=NAME>
                    "Your name or post, to stand beside your changes in the history. It stays in this browser."
                </label>
                {errors.beside(NAME)}
                <input
                    id=NAME
                    type="text"
                    autocomplete="name"
                    aria-invalid=move || errors.of(NAME).map(|_| "true")
                    aria-describedby=move || described()
                    prop:value=move || name.get()
                    on:input=heard(move |event: web_sys::Event| name.set(event_target_value(&event)))
                />
            </div>
            <div class="buttons">
                <button type="submit" class="primary">"Use this name"</button>
                <button type="button" on:click=heard(move |_| {
                    app.remember(ASKED);
                    focus::keep_on_page();
                })>
                    "Not now"
                </button>
            </div>
        </form>
    }
    .into_any()
}
