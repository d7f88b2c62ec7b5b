//! What stands in the bar while a register is open: its title, the views, undo, whether all is saved, export, the menu.

use std::cell::Cell;

use leptos::prelude::*;
use store::Saved;

use super::export;
use crate::actions::{self, Of};
use crate::components::BarMenu;
use crate::components::bar_menu::BarMenuProps;
use crate::erased::{effect, heard, spawn};
use crate::platform::{clock, keeping, keys::is_apple};
use crate::route::{Place, Route, View};
use crate::state::{App, app};

/// The register's part of the bar.
#[component]
pub fn Tools() -> impl IntoView {
    let app = app();
    let summary = app.summary();
    ask_to_keep(app);
    view! {
        <div class="where">
            <h1>{move || app.title()}</h1>
            <p class="summary">{move || summary.with(crate::state::Summary::line)}</p>
        </div>
        <nav class="views" aria-label="Views">
            {View::ALL.map(|view| link(app, view, if view.is_daily() { "" } else { "seldom" })).collect_view()}
        </nav>
        <div class="tools">{Undo()} {SaveState()} {export::ExportMenu()} {menu()}</div>
    }
    .into_any()
}

thread_local! {
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Asks the browser to keep what is stored, once there is something of the user's own: with the first change.
fn ask_to_keep(app: App) {
    effect(move || {
        let changed = app.depth.get() > 0;
        if changed && !ASKED.replace(true) {
            spawn(async {
                if keeping::is_kept().await == Some(false) {
                    keeping::ask().await;
                }
            });
        }
    });
}

/// The link to a view.
fn link(app: App, view: View, class: &'static str) -> AnyView {
    // The filter stays from view to view; what belongs to one view only does not.
    let href = move || Route::Register(Place { view, cells: Vec::new(), ..app.place() }).hash();
    let current = move || (app.place().view == view).then_some("page");
    view! { <a class=class href=move || href() aria-current=move || current()>{view.label()}</a> }.into_any()
}

/// The menu: what has no place in the bar, where there is little room also what has one elsewhere.
fn menu() -> AnyView {
    BarMenu(BarMenuProps { label: "Menu", class: "main", children: ToChildren::to_children(entries) }).into_any()
}

fn entries() -> AnyView {
    let app = app();
    let seldom = View::ALL.into_iter().filter(|view| !view.is_daily()).map(move |view| link(app, view, ""));
    let all = actions::all();
    let of = |of: Of| all.iter().filter(move |it| it.of == of && !is_in_export(&it.name)).cloned();
    let entry = move |action: actions::Action| {
        let keys = action.keys.first().map(|keys| keys.words(is_apple()));
        let name = action.name.clone();
        view! {
            <button type="button" class="quiet" on:click=heard(move |_| action.run(app))>
                <span>{name}</span>
                <kbd aria-hidden="true">{keys}</kbd>
            </button>
        }
        .into_any()
    };
    view! {
        <div class="narrow-only" role="group" aria-label="More views">{seldom.collect_view()}</div>
        <div class="narrow-only" role="group" aria-label="Export">{export::entries()}</div>
        <div role="group" aria-label="Registers">
            <a href="#/">"Your registers"</a>
            {of(Of::Files).map(entry).collect_view()}
        </div>
        <div role="group" aria-label="The page">{of(Of::Page).map(entry).collect_view()}</div>
    }
    .into_any()
}

/// Whether the export menu has it.
fn is_in_export(name: &str) -> bool {
    name.starts_with("Export") || name.starts_with("Save")
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

/// Whether everything is saved; always true to the storage, and to the disk where the browser tells of it.
#[component]
fn SaveState() -> impl IntoView {
    let app = app();
    let failing = move || app.saved.with(|saved| *saved != Saved::Yes);
    let under_way = move || app.under_way.get();
    let text = move || match (failing(), under_way()) {
        (true, _) => "Not saved",
        (_, true) => "Saving…",
        _ => "Saved",
    };
    // The time is left out where there is no room for it.
    let at = move || {
        let at = app.saved_at.get().filter(|_| !failing() && !under_way());
        at.map(|at| format!(" at {}", clock::local_time(&at)))
    };
    // Busy: what lasts some hundredths of a second is not read aloud.
    let busy = move || under_way().to_string();
    view! {
        <span class="saved" class:failing=move || failing() role="status" aria-busy=move || busy()>
            {move || text()}<span class="at">{move || at()}</span>
        </span>
    }
    .into_any()
}
