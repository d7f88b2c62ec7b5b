//! The card: one risk in full, as a sheet of paper on which every field is edited where it stands.

mod actions;
mod assessments;
mod controls;
mod drag;
mod exempt;
mod facts;
mod hints;
mod item;
mod jump;
mod kept;
mod list;
mod neighbours;
mod path;
mod points;
mod print;
mod promote;
mod several;
mod sheet;
mod tools;
mod trend;

use leptos::prelude::*;

use super::filter_line::FilterLine;
use crate::erased::{derived, heard, memo};
use crate::state::app;
pub use promote::make_control;
use sheet::{Sheet, SheetProps};
use tools::{CardTools, CardToolsProps, add};

/// The view.
#[component]
pub fn Cards() -> impl IntoView {
    let app = app();
    let shown = app.selection(true);
    let current = memo(move || {
        let asked = app.place().risk;
        app.order.with(|order| shown.with(|shown| neighbours::shown(order, shown, asked.as_ref())))
    });
    // A register that is read anew gets new signals; the card of an old one would no longer hear of edits.
    let risk = memo(move || {
        app.order.track();
        current.get().and_then(|id| app.risk(&id))
    });
    let printing = print::printing();
    let sheet = move || match risk.get() {
        _ if printing.get() => print::sheets(app, &shown.get()),
        Some(risk) => Sheet(SheetProps { risk }).into_any(),
        None => empty(),
    };
    let count = derived(move || shown.with(|shown| shown.len()));
    view! {
        <section class="card-view" aria-label="Cards">
            <FilterLine shown=count>{CardTools(CardToolsProps { shown, current, printing })}</FilterLine>
            <div class="desk">{move || sheet()}</div>
        </section>
    }
    .into_any()
}

fn empty() -> AnyView {
    let app = app();
    if app.order.with(|order| !order.is_empty()) {
        let text = "No risk matches the filter. Change or clear the filter to see its card.";
        return view! { <p class="empty">{text}</p> }.into_any();
    }
    view! {
        <div class="empty">
            <p>"This register has no risks yet."</p>
            <button type="button" on:click=heard(move |_| add(app))>"Add the first risk"</button>
        </div>
    }
    .into_any()
}
