//! Settings: the name for the history, the looks, the storage, and where the data lives.

mod aside;
mod copies;
mod storage;

use leptos::prelude::*;

use crate::actions::SINGLE_KEYS_OFF;
use crate::erased::heard;
use crate::state::{App, Theme, app};

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let app = app();
    view! {
        <section class="page settings">
            <h1>"Settings"</h1>
            {name(app)}
            {appearance(app)}
            {keys(app)}
            {storage::storage(app)}
            {copies::section(app)}
            {backup(app)}
        </section>
    }
    .into_any()
}

fn name(app: App) -> AnyView {
    let take = move |event: web_sys::Event| {
        let name = event_target_value(&event).trim().to_owned();
        app.change_settings(|settings| settings.name = name);
    };
    view! {
        <section aria-labelledby="name-heading">
            <h2 id="name-heading">"Your name"</h2>
            <label class="name">
                <span class="hint">
                    "Your name or post. It stands beside your changes in the history and stays in this browser."
                </span>
                <input
                    type="text"
                    aria-label="Your name"
                    autocomplete="name"
                    prop:value=move || app.settings.with(|settings| settings.name.clone())
                    on:change=heard(take)
                />
            </label>
        </section>
    }
    .into_any()
}

fn appearance(app: App) -> AnyView {
    let radio = |theme: Theme| {
        let choose = move |_| app.change_settings(|settings| settings.theme = theme.word().to_owned());
        view! {
            <label>
                <input type="radio" name="theme" prop:checked=move || app.theme() == theme on:change=heard(choose) />
                <span>{theme.label()}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="appearance-heading">
            <h2 id="appearance-heading">"Appearance"</h2>
            <fieldset>
                <legend class="sr">"Appearance"</legend>
                {Theme::ALL.map(radio).collect_view()}
            </fieldset>
        </section>
    }
    .into_any()
}

/// A choice that holds unless it is noted in the settings under a name that it is off.
fn switch(
    app: App,
    legend: &'static str,
    words: &'static str,
    off: &'static str,
    then: impl Fn(bool) + 'static,
) -> AnyView {
    let choose = move |event: web_sys::Event| {
        let on = event_target_checked(&event);
        app.note(off.to_owned(), (!on).then(String::new));
        then(on);
    };
    view! {
        <fieldset>
            <legend class="sr">{legend}</legend>
            <label>
                <input type="checkbox" prop:checked=move || app.noted(off).is_none() on:change=heard(choose) />
                <span>{words}</span>
            </label>
        </fieldset>
    }
    .into_any()
}

fn keys(app: App) -> AnyView {
    let words = "Single keys do something, such as N for a new risk, where nothing is being typed";
    view! {
        <section aria-labelledby="keys-heading">
            <h2 id="keys-heading">"Keys"</h2>
            {switch(app, "Keys", words, SINGLE_KEYS_OFF, |_| {})}
            <p class="hint">
                "Switch them off if you speak to your computer or press keys by accident. Keys with Ctrl or Alt go on \
                 working. "<a href="#/help">"All keys"</a>
            </p>
        </section>
    }
    .into_any()
}

fn backup(app: App) -> AnyView {
    view! {
        <section aria-labelledby="backup-heading">
            <h2 id="backup-heading">"Where your registers live"</h2>
            <p>
                "Registers are stored in this browser, under this address, on this computer. Nothing is sent anywhere, \
                 and another browser or computer does not have them. Clearing the browser’s data deletes them, and \
                 some browsers do that by themselves for pages that were not visited for a while."
            </p>
            <p>
                "To back them up, save all registers as a file and keep it where your other files are backed up. To \
                 bring them back, or to take them to another computer, import that file on the list of registers."
            </p>
            <div class="buttons">
                <button type="button" on:click=heard(move |_| app.export_all())>"Save all registers as a file"</button>
            </div>
        </section>
    }
    .into_any()
}
