//! Beside the report: what it is called, its parts, their order and their sheets.

use leptos::prelude::*;
use report::{Paper, Size};

use super::asked::{Desk, Row};
use crate::erased::{heard, memo};

/// The sheets that can be chosen.
const PAPERS: [(Paper, &str); 4] = [
    (Paper { size: Size::A4, landscape: false }, "A4 upright"),
    (Paper { size: Size::A4, landscape: true }, "A4 on its side"),
    (Paper { size: Size::A3, landscape: false }, "A3 upright"),
    (Paper { size: Size::A3, landscape: true }, "A3 on its side"),
];

/// The options.
pub fn options(desk: Desk) -> AnyView {
    let register_title = move || desk.app.title();
    let count = desk.wish.with_untracked(|wish| wish.rows.len());
    view! {
        <form class="report-options" aria-label="What the report has" on:submit=heard(|event: web_sys::SubmitEvent| event.prevent_default())>
            <label class="report-title">
                <span>"Title"</span>
                <input
                    type="text"
                    prop:value=move || desk.wish.with(|wish| wish.title.clone())
                    placeholder=move || register_title()
                    on:input=heard(move |event: web_sys::Event| {
                        let title = event_target_value(&event);
                        desk.wish.update(|wish| wish.title = title);
                    })
                />
            </label>
            <fieldset>
                <legend>"Parts"</legend>
                <ol class="report-parts" role="list">{(0..count).map(|place| part(desk, place)).collect_view()}</ol>
            </fieldset>
        </form>
    }
    .into_any()
}

/// The part that stands at a place of the list.
fn part(desk: Desk, place: usize) -> AnyView {
    let row = memo(move || desk.wish.with(|wish| wish.rows.get(place).copied()));
    let view = move || row.get().map(|row| lines(desk, place, row));
    view! { <li>{move || view()}</li> }.into_any()
}

fn lines(desk: Desk, place: usize, row: Row) -> AnyView {
    let part = row.plan.part;
    let choose =
        move |_: web_sys::Event| desk.wish.update(|wish| change(wish.rows.get_mut(place), |it| it.chosen = !it.chosen));
    let last = desk.wish.with_untracked(|wish| wish.rows.len()) - 1;
    view! {
        <label class="choice">
            <input type="checkbox" data-part=part.word() prop:checked=row.chosen on:change=heard(choose) />
            <span>{part.label()}</span>
        </label>
        <p class="hint">{part.hint()}</p>
        {row.chosen.then(move || {
            let label = part.label();
            view! {
                <div class="report-part-tools">
                    {sheets(desk, place, row)}
                    {mover(desk, place, place.checked_sub(1), format!("Move {label} up"), "↑")}
                    {mover(desk, place, (place < last).then_some(place + 1), format!("Move {label} down"), "↓")}
                </div>
            }
            .into_any()
        })}
    }
    .into_any()
}

fn change(row: Option<&mut Row>, change: impl FnOnce(&mut Row)) {
    if let Some(row) = row {
        change(row);
    }
}

/// On which sheets the part stands.
fn sheets(desk: Desk, place: usize, row: Row) -> AnyView {
    let set = move |event: web_sys::Event| {
        let name = event_target_value(&event);
        let paper = PAPERS.into_iter().map(|(paper, _)| paper).find(|paper| paper.name() == name);
        if let Some(paper) = paper {
            desk.wish.update(|wish| change(wish.rows.get_mut(place), |it| it.plan.paper = paper));
        }
    };
    let option = |(paper, label): (Paper, &'static str)| {
        view! { <option value=paper.name() selected=paper == row.plan.paper>{label}</option> }.into_any()
    };
    let name = format!("Paper of {}", row.plan.part.label());
    view! { <select aria-label=name on:change=heard(set)>{PAPERS.map(option).into_iter().collect_view()}</select> }
        .into_any()
}

/// Moves the part to another place.
fn mover(desk: Desk, place: usize, to: Option<usize>, name: String, sign: &'static str) -> AnyView {
    let go = move |_: web_sys::MouseEvent| {
        if let Some(to) = to {
            desk.wish.update(|wish| wish.rows.swap(place, to));
        }
    };
    view! {
        <button type="button" class="quiet icon" aria-label=name.clone() title=name disabled=to.is_none() on:click=heard(go)>{sign}</button>
    }
    .into_any()
}
