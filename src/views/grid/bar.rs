//! What stands above the grid and below it: the columns, how much a row shows, adding; and what can be done to the
//! rows that are chosen.

use leptos::prelude::*;
use register::change::Change;
use register::{Id, Status};

use super::density::Density;
use super::sheet::{RowId, Sheet};
use super::state::GridState;
use super::{add, arrange, block, chooser, keys, set};
use crate::actions::{self, Action, Of, offer};
use crate::erased::{derived, heard, memo, shown_while};
use crate::platform::ids;
use crate::views::card::make_control;

/// The tools at the end of the filter line.
pub fn tools(state: GridState) -> AnyView {
    let option = |density: Density| {
        let selected = move || state.density.get() == density;
        view! { <option value=density.word() selected=move || selected()>{density.label()}</option> }.into_any()
    };
    let set = move |event: web_sys::Event| {
        let word = event_target_value(&event);
        state.app.change_settings(|settings| settings.density = word);
    };
    view! {
        {chooser::button(state)}
        <select class="density" aria-label="Lines of text in a row" on:change=heard(set)>
            {Density::ALL.map(option).collect_view()}
        </select>
        {add::button(state)}
    }
    .into_any()
}

/// What can be done to the row with the cursor, or to all that are chosen.
pub fn bar(state: GridState) -> AnyView {
    let rows = memo(move || state.chosen());
    let cells = memo(move || state.range().filter(|range| !range.is_one()));
    let marked = memo(move || state.marked.with(|marked| !marked.is_empty()));
    let many = memo(move || marked.get() || cells.get().is_some());
    let words = derived(move || rows.with(|rows| words(state, rows, many.get())));
    let none = move || rows.with(Vec::is_empty);
    let setting = RwSignal::new(false);
    let closing = RwSignal::new(false);
    let tool = move |name: &'static str, run: fn(GridState, Vec<RowId>)| {
        view! {
            <button type="button" disabled=move || none() on:click=heard(move |_| run(state, rows.get_untracked()))>
                {name}
            </button>
        }
        .into_any()
    };
    let ask = move |name: &'static str, open: RwSignal<bool>| {
        view! {
            <button type="button" disabled=move || none() on:click=heard(move |_| open.set(true))>{name}</button>
        }
        .into_any()
    };
    let all_closed = memo(move || {
        state.app.edits.track();
        rows.with(|rows| rows.iter().all(|row| is_closed(state, &row.risk)))
    });
    let of_risks = move || {
        view! {
            {tool("Duplicate", duplicate)}
            {tool("Move up", |state, _| arrange::move_rows(state, false))}
            {tool("Move down", |state, _| arrange::move_rows(state, true))}
            {shown_while(move || !all_closed.get(), move || ask("Close…", closing))}
            {shown_while(move || all_closed.get(), move || tool("Reopen", reopen))}
        }
        .into_any()
    };
    offer_actions(state, rows, closing);
    view! {
        <div class="row-bar" role="group" aria-label="What is chosen">
            <span class="what" role="status">{move || words.get()}</span>
            {tool("Open card", |state, rows| {
                if let Some(row) = rows.into_iter().next() {
                    state.open_card(row.risk);
                }
            })}
            {(state.sheet == Sheet::Risks).then(of_risks)}
            {(state.sheet == Sheet::Actions).then(|| tool("Make a control", promote))}
            {ask("Set a field…", setting)}
            {shown_while(move || rows.with(|rows| rows.len() > 1), move || tool("Fill down", |state, _| block::fill_down(state)))}
            {tool("Delete", remove)}
            {shown_while(move || many.get(), move || view! {
                <button type="button" class="quiet" on:click=heard(move |_| {
                    keys::unchoose(state);
                })>"Clear selection"</button>
            }.into_any())}
            {set::set_dialog(state, setting, rows)}
            {set::close_dialog(state, closing, rows)}
        </div>
    }
    .into_any()
}

/// Offers by name, in the command palette and by keys, what the bar and the tools do.
fn offer_actions(state: GridState, rows: Memo<Vec<RowId>>, closing: RwSignal<bool>) {
    let on_rows = move |run: fn(GridState, Vec<RowId>)| {
        move |_| {
            let rows = rows.get_untracked();
            if !rows.is_empty() {
                run(state, rows);
            }
        }
    };
    let more = |name: &'static str, hint: &'static str| Action::new(name, hint, Of::Risks);
    if state.sheet == Sheet::Risks {
        offer(actions::risks::add().does(move |_| add::add(state, None)));
        offer(actions::risks::duplicate().does(on_rows(duplicate)));
        offer(actions::risks::delete().does(on_rows(remove)));
        offer(more("Close risk", "Closes the chosen risks with a date and a reason").does(move |_| closing.set(true)));
        let up = on_rows(|state, _| arrange::move_rows(state, false));
        let down = on_rows(|state, _| arrange::move_rows(state, true));
        offer(more("Move up", "Moves the chosen rows up by one").does(up));
        offer(more("Move down", "Moves the chosen rows down by one").does(down));
    } else {
        let name = format!("Add {}", state.sheet.one());
        offer(Action::new(name, "Adds one to the risk of this row", Of::Risks).does(move |_| add::add(state, None)));
    }
    let fill = move |_| block::fill_down(state);
    offer(more("Fill down", "Copies the topmost chosen cell into those below it").does(fill));
}

fn is_closed(state: GridState, risk: &Id) -> bool {
    state.app.known(risk).is_some_and(|risk| risk.status == Status::Closed)
}

/// The rows in words: `Risk 3`, `4 risks selected`.
fn words(state: GridState, rows: &[RowId], many: bool) -> String {
    match rows {
        [] => String::new(),
        [one] if !many || state.sheet == Sheet::Risks => {
            let number = state.app.risk(&one.risk).map(|risk| risk.with(|risk| risk.printed_number()));
            let risk = format!("Risk {}", number.unwrap_or_default());
            risk.trim_end().to_owned()
        }
        rows => format!("{} selected", state.sheet.count(rows.len())),
    }
}

fn risks(rows: &[RowId]) -> Vec<Id> {
    rows.iter().map(|row| row.risk.clone()).collect()
}

fn duplicate(state: GridState, rows: Vec<RowId>) {
    let copies = state.app.duplicate_risks(&risks(&rows));
    state.marked.update(std::collections::BTreeSet::clear);
    let first = copies.first().map(|id| RowId { risk: id.clone(), item: None });
    if let Some(line) = first.and_then(|row| state.line_of(&row)) {
        state.focus(line, 0);
    }
}

fn reopen(state: GridState, rows: Vec<RowId>) {
    state.app.reopen_risks(&risks(&rows));
}

fn remove(state: GridState, rows: Vec<RowId>) {
    let done = match state.sheet.list() {
        None => state.app.remove_risks(&risks(&rows)),
        Some(list) => {
            let items: Vec<(Id, Id)> = rows.into_iter().filter_map(|row| Some((row.risk, row.item?))).collect();
            state.app.remove_items(&items, list)
        }
    };
    if done {
        state.marked.update(std::collections::BTreeSet::clear);
        let at = state.cursor.get_untracked();
        state.focus(at.line.unwrap_or_default(), at.column);
    }
}

/// Makes actions controls, as one change.
fn promote(state: GridState, rows: Vec<RowId>) {
    let change = |row: &RowId| {
        let risk = state.app.known(&row.risk)?;
        make_control(&risk, row.item.as_ref()?, &ids::new_id())
    };
    let changes: Vec<Change> = rows.iter().filter_map(change).collect();
    let title = format!("{} made controls", state.sheet.count(changes.len()));
    if state.app.commit_all(&title, changes) {
        state.marked.update(std::collections::BTreeSet::clear);
        let at = state.cursor.get_untracked();
        state.focus(at.line.unwrap_or_default(), at.column);
    }
}
