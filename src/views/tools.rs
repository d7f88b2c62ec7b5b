//! What stands in the bar while a register is open: its title, the views, undo, whether all is saved, export.

use leptos::prelude::*;
use store::Saved;

use super::export;
use crate::erased::heard;
use crate::platform::clock;
use crate::route::{Place, Route, View};
use crate::state::app;

/// The register's part of the bar.
#[component]
pub fn Tools() -> impl IntoView {
    let app = app();
    let summary = app.summary();
    let link = move |view: View| {
        // The filter stays from view to view; what belongs to one view only does not.
        let href = move || Route::Register(Place { view, cells: Vec::new(), ..app.place() }).hash();
        let current = move || (app.place().view == view).then_some("page");
        view! { <a href=move || href() aria-current=move || current()>{view.label()}</a> }.into_any()
    };
    view! {
        <div class="where">
            <h1>{move || app.title()}</h1>
            <p class="summary">{move || summary.with(crate::state::Summary::line)}</p>
        </div>
        <nav class="views" aria-label="Views">{View::ALL.map(link).collect_view()}</nav>
        <div class="tools">{Undo()} {SaveState()} {export::ExportMenu()}</div>
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
