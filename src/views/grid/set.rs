//! Setting fields other than in the cell: one field of many rows, closing risks, and a row's fields on a narrow page.

use leptos::html;
use leptos::prelude::*;
use register::change::Place;

use super::columns::{Column, Holds, catalogue};
use super::sheet::{Of, RowId, Sheet};
use super::state::GridState;
use crate::components::{Dialog, Errors, Field};
use crate::erased::{derived, heard, memo};
use crate::fields::Kind;
use crate::platform::clock;

/// The columns whose field can be set on many rows at once: those of the rows themselves, but for what names them.
fn settable(sheet: Sheet) -> impl Iterator<Item = (usize, &'static Column)> {
    let of = if sheet == Sheet::Risks { Of::Risk } else { Of::Item };
    let columns = catalogue(sheet).iter().enumerate();
    columns.filter(move |(_, it)| {
        it.of == of && matches!(it.holds, Holds::Field | Holds::Score(_)) && !matches!(it.field, "number" | "title")
    })
}

/// The dialog that sets one field of all chosen rows.
pub fn set_dialog(state: GridState, open: RwSignal<bool>, rows: Memo<Vec<RowId>>) -> AnyView {
    let title = derived(move || rows.with(|rows| format!("Set a field of {}", state.sheet.count(rows.len()))));
    view! { <Dialog open title>{set_form(state, open, rows)}</Dialog> }.into_any()
}

/// The ids of the fields of both dialogs.
const VALUE: &str = "set-value";
const CLOSED_ON: &str = "closed-on";

fn set_form(state: GridState, open: RwSignal<bool>, rows: Memo<Vec<RowId>>) -> AnyView {
    let chosen = RwSignal::new(settable(state.sheet).next().map_or(0, |(place, _)| place));
    let text = RwSignal::new(String::new());
    let errors = Errors::new();
    let invalid = move || errors.of(VALUE).map(|_| "true");
    let options = settable(state.sheet)
        .map(|(place, column)| view! { <option value=place.to_string()>{column.full_label()}</option> }.into_any());
    let options = options.collect_view();
    let choose = move |event: web_sys::Event| {
        if let Ok(place) = event_target_value(&event).parse() {
            text.set(String::new());
            errors.tell(Vec::new());
            chosen.set(place);
        }
    };
    let value = move || {
        let column = &catalogue(state.sheet)[chosen.get()];
        let some = RowId { risk: "".into(), item: state.sheet.list().map(|_| "".into()) };
        let kind = column.kind(state.sheet, &some);
        let typed = move |event: web_sys::Event| text.set(event_target_value(&event));
        match kind {
            Kind::Choice(choice) => {
                let names = state.app.head.with_untracked(|head| choice.names(&head.criteria));
                let option = |name: String| {
                    let shown = crate::components::field::capital(&name);
                    view! { <option value=name>{shown}</option> }.into_any()
                };
                view! {
                    <select
                        id=VALUE
                        aria-invalid=invalid
                        aria-describedby="set-value-error"
                        on:change=heard(typed)
                    >
                        <option value="">"Blank"</option>
                        {names.into_iter().map(option).collect_view()}
                    </select>
                }
                .into_any()
            }
            _ => view! {
                <input
                    id=VALUE
                    type="text"
                    autocomplete="off"
                    aria-invalid=invalid
                    aria-describedby="set-value-hint set-value-error"
                    prop:value=move || text.get()
                    on:input=heard(typed)
                />
                <p id="set-value-hint" class="hint">{hint(kind)}</p>
            }
            .into_any(),
        }
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let column = &catalogue(state.sheet)[chosen.get_untracked()];
        let places: Vec<Place> =
            rows.with_untracked(|rows| rows.iter().map(|row| state.sheet.place(row, column.of)).collect());
        match state.app.set_on_all(&places, column.field, &text.get_untracked()) {
            Ok(changed) => {
                open.set(false);
                if !changed {
                    state.app.tell("Nothing changes: they say so already.".to_owned());
                }
            }
            Err(wrong) => errors.tell_one(VALUE, &wrong),
        }
    };
    view! {
        <form class="set-form" on:submit=heard(submit) novalidate>
            {errors.summary()}
            <label class="field">
                <span class="label">"Field"</span>
                <select on:change=heard(choose)>{options}</select>
            </label>
            <div class="field">
                <label class="label" for=VALUE>"Value"</label>
                {errors.beside(VALUE)}
                {move || value()}
            </div>
            <div class="buttons">
                <button type="submit" class="primary">"Set"</button>
                <button type="button" on:click=heard(move |_| open.set(false))>"Cancel"</button>
            </div>
        </form>
    }
    .into_any()
}

fn hint(kind: Kind) -> &'static str {
    match kind {
        Kind::Date | Kind::Dates => "For example 31/3/2027, or Mar 2027",
        Kind::Names => "Several names are split by semicolons",
        Kind::Levels => "Likelihood × impact, such as 4x3",
        Kind::Number => "A whole number. Leave it empty to blank the field",
        Kind::Flag => "Yes or no",
        _ => "Leave it empty to blank the field",
    }
}

/// The dialog that closes risks.
pub fn close_dialog(state: GridState, open: RwSignal<bool>, rows: Memo<Vec<RowId>>) -> AnyView {
    let title = derived(move || rows.with(|rows| format!("Close {}", state.sheet.count(rows.len()))));
    view! { <Dialog open title>{close_form(state, open, rows)}</Dialog> }.into_any()
}

fn close_form(state: GridState, open: RwSignal<bool>, rows: Memo<Vec<RowId>>) -> AnyView {
    let (on, reason) = (NodeRef::<html::Input>::new(), NodeRef::<html::Textarea>::new());
    let errors = Errors::new();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let risks: Vec<_> = rows.with_untracked(|rows| rows.iter().map(|row| row.risk.clone()).collect());
        let on = on.get_untracked().map(|it| it.value()).unwrap_or_default();
        let reason = reason.get_untracked().map(|it| it.value()).unwrap_or_default();
        match state.app.close_risks(&risks, &on, &reason) {
            Ok(_) => open.set(false),
            Err(wrong) => errors.tell_one(CLOSED_ON, &wrong),
        }
    };
    view! {
        <form class="set-form" on:submit=heard(submit) novalidate>
            {errors.summary()}
            <label class="field">
                <span class="label">"Reason for closing"</span>
                <textarea node_ref=reason rows="3"></textarea>
            </label>
            <div class="field">{errors.line(CLOSED_ON, "Closed on", on, clock::today().short())}</div>
            <p class="hint">"A closed risk stays in the register with its history. It can be opened again."</p>
            <div class="buttons">
                <button type="submit" class="primary">"Close"</button>
                <button type="button" on:click=heard(move |_| open.set(false))>"Cancel"</button>
            </div>
        </form>
    }
    .into_any()
}

/// The fields of a row in a sheet from below, on a narrow page.
pub fn below(state: GridState) -> AnyView {
    let open = RwSignal::new(false);
    let row = memo(move || state.below.get());
    crate::erased::effect(move || open.set(row.get().is_some()));
    crate::erased::effect(move || {
        if !open.get() {
            state.below.set(None);
        }
    });
    let title = derived(move || {
        let number = row.with(|row| row.as_ref().and_then(|row| state.app.risk(&row.risk)));
        let number = number.map(|risk| risk.with(|risk| risk.printed_number())).unwrap_or_default();
        match state.sheet {
            Sheet::Risks => format!("Risk {number}"),
            sheet => format!("{} of risk {number}", crate::components::field::capital(sheet.one())),
        }
    });
    view! { <Dialog open title>{move || row.get().map(|row| fields(state, &row))}</Dialog> }.into_any()
}

fn fields(state: GridState, row: &RowId) -> AnyView {
    let Some(risk) = state.app.risk(&row.risk) else { return ().into_any() };
    let columns = state.columns.get_untracked();
    let field = |place: &usize| {
        let column = &catalogue(state.sheet)[*place];
        let place = state.sheet.place(row, column.of);
        let (risk, row) = (risk.clone(), row.clone());
        let value = derived(move || risk.with(|risk| column.value(state.sheet, risk, &row)));
        view! { <Field place field=column.field value label=column.full_label() /> }.into_any()
    };
    let editable = |place: &&usize| matches!(catalogue(state.sheet)[**place].holds, Holds::Field | Holds::Score(_));
    view! { <div class="below">{columns.iter().filter(editable).map(field).collect_view()}</div> }.into_any()
}
