//! The frame: one bar, notices, then the work.

use leptos::prelude::*;
use store::Saved;

use super::{card, criteria, export, grid, heatmap, history, import, notices, registers, settings};
use crate::erased::{effect, heard, memo};
use crate::platform::clock;
use crate::route::{Place, Route, View};
use crate::state::app;

/// The page.
#[component]
pub fn Page() -> impl IntoView {
    let app = app();
    let shortcuts = window_event_listener(leptos::ev::keydown, move |event| {
        let typing = event.target().is_some_and(|target| {
            use wasm_bindgen::JsCast;
            target
                .dyn_ref::<web_sys::Element>()
                .is_some_and(|it| it.closest("input, textarea, select, dialog").ok().flatten().is_some())
        });
        let in_register = app.route.with_untracked(|route| matches!(route, Route::Register(_)));
        if typing || !in_register || !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => app.undo(),
            ("y", false) | ("z", true) => app.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || shortcuts.remove());
    // Only what tells one view from another makes a new one; a filter or a chosen risk does not.
    let shown = memo(move || match app.route.get() {
        Route::Register(place) => (Route::Register(Place { register: place.register, ..Place::default() }), place.view),
        other => (other, View::Grid),
    });
    let view = move || {
        let (route, view) = shown.get();
        match route {
            Route::Registers => registers::Registers().into_any(),
            Route::Settings => settings::SettingsPage().into_any(),
            Route::CrashTest => crash(),
            Route::Register(_) if app.trouble.with(Option::is_some) => trouble(),
            Route::Register(_) => match view {
                View::Grid => grid::Grid().into_any(),
                View::Card => card::Cards().into_any(),
                View::HeatMap => heatmap::HeatMap().into_any(),
                View::Criteria => criteria::CriteriaPage().into_any(),
                View::History => history::History().into_any(),
            },
        }
    };
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
        {notices::Toast()}
        {import::ImportDialog()}
    }
    .into_any()
}

fn trouble() -> AnyView {
    let app = app();
    view! {
        <section class="page">
            <h1>"This register cannot be shown"</h1>
            <p>{move || app.trouble.get()}</p>
            <p><a href="#/">"Go to your registers"</a></p>
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
    let summary = app.summary();
    let link = move |view: View| {
        // The filter stays from view to view; what belongs to one view only does not.
        let href = move || Route::Register(Place { view, cell: None, ..app.place() }).hash();
        let current = move || (app.place().view == view).then_some("page");
        view! { <a href=move || href() aria-current=move || current()>{view.label()}</a> }.into_any()
    };
    let title = move || {
        app.head.with(|head| if head.title.is_empty() { "Untitled register".to_owned() } else { head.title.clone() })
    };
    effect(move || {
        let name = if in_register.get() { format!("{} – Heatgrid", title()) } else { "Heatgrid".to_owned() };
        document().set_title(&name);
    });
    let register = move || {
        in_register.get().then(|| {
            view! {
                <div class="where">
                    <h1>{move || title()}</h1>
                    <p class="summary">{move || summary.with(crate::state::Summary::line)}</p>
                </div>
                <nav class="views" aria-label="Views">{View::ALL.map(link).collect_view()}</nav>
                <div class="tools">{Undo()} {SaveState()} {export::ExportMenu()}</div>
            }
            .into_any()
        })
    };
    view! {
        <header class="bar">
            <a class="brand" href="#/" aria-label="Heatgrid: your registers">
                <span class="mark" aria-hidden="true"></span>
                <span class="word">"Heatgrid"</span>
            </a>
            {move || register()}
            <a class="settings-link" href="#/settings">"Settings"</a>
        </header>
    }
    .into_any()
}

#[component]
fn Undo() -> impl IntoView {
    let app = app();
    let what = move |undo: bool| app.undoable.with(|(back, again)| if undo { back.clone() } else { again.clone() });
    let title = move |undo: bool, verb: &str| {
        what(undo).map_or_else(
            || format!("Nothing to {verb}"),
            |what| format!("{}: {what}", crate::components::field::capital(verb)),
        )
    };
    view! {
        <button type="button" class="quiet icon" aria-label="Undo" title=move || title(true, "undo")
            disabled=move || what(true).is_none() on:click=heard(move |_| app.undo())>"↶"</button>
        <button type="button" class="quiet icon" aria-label="Redo" title=move || title(false, "redo")
            disabled=move || what(false).is_none() on:click=heard(move |_| app.redo())>"↷"</button>
    }
    .into_any()
}

/// Whether everything is saved; always true to the storage.
#[component]
fn SaveState() -> impl IntoView {
    let app = app();
    let text =
        move || if app.saved.with(|saved| *saved == Saved::Yes) { "Saved".to_owned() } else { "Not saved".to_owned() };
    // The time is left out where there is no room for it.
    let at = move || {
        let at = app.saved_at.get().filter(|_| app.saved.with(|saved| *saved == Saved::Yes));
        at.map(|at| format!(" at {}", clock::local_time(&at)))
    };
    let failing = move || app.saved.with(|saved| *saved != Saved::Yes);
    view! { <span class="saved" class:failing=move || failing() role="status">{move || text()}<span class="at">{move || at()}</span></span> }.into_any()
}
