//! The frame: one bar, notices, then the work.

use super::parts::{self, Part};
use super::{import, notices};
use crate::erased::{effect, heard, memo};
use crate::platform::keys::is_apple;
use crate::route::{Place, Route, View};
use crate::state::app;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Page() -> impl IntoView {
    let app = app();
    let shortcuts = window_event_listener(leptos::ev::keydown, move |event| parts::pressed(app, event));
    on_cleanup(move || shortcuts.remove());
    // Only what tells one view from another makes a new one; a filter or a chosen risk does not.
    let shown = memo(move || match app.route.get() {
        Route::Register(place) => (Route::Register(Place { register: place.register, ..Place::default() }), place.view),
        other => (other, View::Grid),
    });
    let view = move || {
        let (route, view) = shown.get();
        match route {
            Route::Nowhere => parts::loading(),
            Route::Registers => parts::shown(Part::Registers),
            Route::Settings => parts::shown(Part::Settings),
            Route::Help => parts::shown(Part::Help),
            Route::CrashTest => crash(),
            Route::Register(_) if app.trouble.with(Option::is_some) => trouble(),
            Route::Register(_) => match view {
                View::Grid => parts::shown(Part::Grid),
                View::Actions => parts::shown(Part::Actions),
                View::Controls => parts::shown(Part::Controls),
                View::Card => parts::shown(Part::Card),
                View::HeatMap => parts::shown(Part::HeatMap),
                View::Report => parts::shown(Part::Report),
                View::Criteria => parts::shown(Part::Criteria),
                View::History => parts::shown(Part::History),
            },
        }
    };
    let touring = memo(move || app.touring.with(Option::is_some));
    view! {
        <a class="skip" href="#main" on:click=heard(move |event: web_sys::MouseEvent| {
            // The address belongs to the router; the link only moves the focus.
            event.prevent_default();
            let main = document().get_element_by_id("main");
            if let Some(main) = main {
                use wasm_bindgen::JsCast;
                main.unchecked_into::<web_sys::HtmlElement>().focus().unwrap_or_default();
            }
        })>"Skip to the content"</a>
        {Bar()}
        {notices::Notices()}
        <main id="main" tabindex="-1">{move || view()}</main>
        {notices::Toasts()}
        {import::ImportDialog()}
        {move || app.finding.get().then(|| parts::shown(Part::Palette))}
        {move || touring.get().then(|| parts::shown(Part::Tour))}
    }
    .into_any()
}

fn trouble() -> AnyView {
    let app = app();
    view! {
        <section class="page trouble">
            <h1>"This register cannot be shown"</h1>
            <p>{move || app.trouble.get()}</p>
            <div class="buttons">
                <button type="button" on:click=heard(move |_| app.read_address())>"Try again"</button>
                <a href="#/">"Go to your registers"</a>
            </div>
        </section>
    }
    .into_any()
}

/// Fails on purpose, so that the recovery page can be tried.
fn crash() -> AnyView {
    panic!("The crash test was asked for");
}

/// The bar at the top: where one is, the views, whether all is saved, undo.
#[component]
fn Bar() -> impl IntoView {
    let app = app();
    let in_register = memo(move || matches!(app.route.get(), Route::Register(_)) && app.trouble.with(Option::is_none));
    effect(move || {
        let wrong = if app.erring.get() || app.imports.is_wrong() { "Error: " } else { "" };
        let name = if in_register.get() { format!("{} – ", app.title()) } else { String::new() };
        document().set_title(&format!("{wrong}{name}Heatgrid"));
    });
    let register = move || in_register.get().then(|| parts::shown(Part::Tools));
    view! {
        <header class="bar">
            <a class="brand" href="#/" aria-label="Heatgrid: your registers">
                <span class="mark" aria-hidden="true"></span>
                <span class="word">"Heatgrid"</span>
            </a>
            {move || register()}
            <button type="button" class="find-button" on:click=heard(move |_| app.finding.set(true))>
                <span aria-hidden="true">"⌕"</span>
                <span class="word">" Find "</span>
                <kbd>{if is_apple() { "⌘ K" } else { "Ctrl K" }}</kbd>
            </button>
            <a class="page-link" href="#/help">"Help"</a>
            <a class="page-link" href="#/settings">"Settings"</a>
        </header>
    }
    .into_any()
}
