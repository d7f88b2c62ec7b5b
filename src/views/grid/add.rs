//! Adding rows: a risk at the end; an action or control to the risk of the row with the cursor.

use leptos::html;
use leptos::prelude::*;
use register::Id;

use super::columns::catalogue;
use super::sheet::{Of, RowId, Sheet};
use super::state::{At, Editing, GridState};
use crate::erased::heard;
use crate::platform::focus;

/// The button.
pub fn button(state: GridState) -> AnyView {
    let name = format!("Add {}", state.sheet.one());
    view! {
        <button type="button" class="primary" on:click=heard(move |_| add(state, None))>{name}</button>
    }
    .into_any()
}

/// Adds a row and begins to type in it. An action or control goes to the given risk, or to the one with the cursor.
pub fn add(state: GridState, to: Option<Id>) {
    let app = state.app;
    let row = match state.sheet.list() {
        None => app.add_risk().map(|risk| RowId { risk, item: None }),
        Some(list) => {
            let first = || app.order.with_untracked(|order| order.first().cloned());
            let Some(risk) = to.or_else(|| state.current().map(|row| row.risk)).or_else(first) else {
                return app.tell("Add a risk first.".to_owned());
            };
            app.add_item(&risk, list).map(|item| RowId { risk, item: Some(item) })
        }
    };
    let Some(row) = row else { return };
    let Some(line) = state.line_of(&row) else {
        // The filter hides a blank risk; the card does not.
        state.open_card(row.risk);
        if state.sheet == Sheet::Risks {
            focus::when_there(".sheet .title :is(textarea, input)");
        }
        return;
    };
    let field = if state.sheet == Sheet::Risks { "title" } else { "description" };
    let of = if state.sheet == Sheet::Risks { Of::Risk } else { Of::Item };
    let place = catalogue(state.sheet).iter().position(|it| it.of == of && it.field == field);
    let shown = place.and_then(|place| Some((place, state.shown_at(place)?)));
    state.unblock();
    match shown {
        Some((place, column)) => {
            // The editor takes the focus itself; the cell must not take it back.
            state.cursor.set(At { line: Some(line), column });
            state.scroll_to(line, column);
            state.editing.set(Some(Editing { row, column: place, typed: None }));
        }
        None => state.focus(line, 0),
    }
}

/// What stands in the place of the rows while there is none.
pub fn empty(state: GridState) -> AnyView {
    let risks = state.app.order.with(|order| order.len());
    match (risks, state.sheet) {
        (0, _) => view! {
            <div class="empty">
                <p>"This register has no risks yet."</p>
                {(state.sheet == Sheet::Risks).then(|| view! {
                    <button type="button" class="primary" on:click=heard(move |_| add(state, None))>
                        "Add the first risk"
                    </button>
                }.into_any())}
            </div>
        }
        .into_any(),
        (_, Sheet::Risks) => view! { <p class="empty">"No risk matches the filter."</p> }.into_any(),
        (_, sheet) => first_of(state, sheet),
    }
}

/// Asks which risk the first action or control belongs to.
fn first_of(state: GridState, sheet: Sheet) -> AnyView {
    let node = NodeRef::<html::Select>::new();
    let risks = state.app.with_register(|register| {
        let named = |risk: &register::Risk| (risk.id.0.clone(), format!("{} {}", risk.printed_number(), risk.title));
        register.risks.iter().map(named).collect::<Vec<_>>()
    });
    let option = |(id, name): (String, String)| view! { <option value=id>{name}</option> }.into_any();
    let go = move |_| {
        let chosen = node.get_untracked().map(|select| Id(select.value()));
        add(state, chosen);
    };
    view! {
        <div class="empty">
            <p>{format!("There are no {} among the risks shown.", sheet.label().to_lowercase())}</p>
            <label>
                <span class="label">"Risk"</span>
                <select node_ref=node>{risks.into_iter().map(option).collect_view()}</select>
            </label>
            <button type="button" on:click=heard(go)>{format!("Add the first {} to it", sheet.one())}</button>
        </div>
    }
    .into_any()
}
