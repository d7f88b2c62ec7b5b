//! Beside the report: what it is called, its parts, their order and their sheets.

use leptos::prelude::*;
use report::{Edition, Paper, Part, Size};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::asked::Desk;
use crate::erased::{each, heard, memo, shown_while};

/// The sheets that can be chosen.
const PAPERS: [(Paper, &str); 4] = [
    (Paper { size: Size::A4, landscape: false }, "A4 upright"),
    (Paper { size: Size::A4, landscape: true }, "A4 on its side"),
    (Paper { size: Size::A3, landscape: false }, "A3 upright"),
    (Paper { size: Size::A3, landscape: true }, "A3 on its side"),
];

/// The sheets of this name.
pub fn paper(name: &str) -> Option<Paper> {
    PAPERS.into_iter().map(|(paper, _)| paper).find(|paper| paper.name() == name)
}

/// The options.
pub fn options(desk: Desk) -> AnyView {
    let register_title = move || desk.app.title();
    let parts = move || desk.wish.with(|wish| wish.rows.iter().map(|row| row.plan.part).collect::<Vec<_>>());
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
            {edition(desk)}
            <fieldset>
                <legend>"Parts"</legend>
                <ol class="report-parts" role="list">{each(parts, |part| *part, move |part| line(desk, part))}</ol>
            </fieldset>
        </form>
    }
    .into_any()
}

/// Who may read it.
fn edition(desk: Desk) -> AnyView {
    let choice = move |edition: Edition, label: &'static str, hint: &'static str| {
        let set = move |_: web_sys::Event| desk.wish.update(|wish| wish.edition = edition);
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="edition"
                    prop:checked=move || desk.wish.with(|wish| wish.edition == edition)
                    on:change=heard(set)
                />
                <span>{label}</span>
            </label>
            <p class="hint">{hint}</p>
        }
        .into_any()
    };
    let withholds = memo(move || desk.made.with(|made| made.withholds));
    let says = move |_: web_sys::Event| desk.wish.update(|wish| wish.says_withheld = !wish.says_withheld);
    view! {
        <fieldset class="report-edition">
            <legend>"Who may read it"</legend>
            {choice(Edition::Public, "Part A: public", "Without what is marked as exempt")}
            {move || desk.made.with(|made| told("The covering report", &made.told))}
            {move || desk.made.with(|made| told("The title, the register’s description or its list of terms", &made.told_of_register))}
            {shown_while(move || withholds.get(), move || view! {
                <label class="choice further">
                    <input type="checkbox" prop:checked=move || desk.wish.with(|wish| wish.says_withheld) on:change=heard(says) />
                    <span>"Say that something is left out"</span>
                </label>
            }.into_any())}
            {choice(Edition::Exempt, "Part B: exempt", "Everything; each sheet says “not for publication”")}
        </fieldset>
    }
    .into_any()
}

/// What its author has to take out of what is written beside the risks before it is published.
fn told(place: &str, texts: &[String]) -> Option<AnyView> {
    let first = texts.first()?;
    let more = if texts.len() > 1 { format!(" and {} more", texts.len() - 1) } else { String::new() };
    let text = format!("{place} has what is marked as exempt: “{first}”{more}. Change it before you publish.");
    Some(view! { <p class="error further" role="status">{text}</p> }.into_any())
}

/// A part in the list. It stays the same element wherever it is moved.
fn line(desk: Desk, part: Part) -> AnyView {
    let chosen = memo(move || desk.wish.with(|wish| wish.row(part).is_some_and(|row| row.chosen)));
    let choose = move |_: web_sys::Event| desk.wish.update(|wish| wish.change(part, |row| row.chosen = !row.chosen));
    let unwritten = move || part == Part::Covering && chosen.get() && desk.made.with(|made| made.unwritten);
    view! {
        <li>
            <label class="choice">
                <input type="checkbox" prop:checked=move || chosen.get() on:change=heard(choose) />
                <span>{part.label()}</span>
            </label>
            <p class="hint">{part.hint()}</p>
            {shown_while(move || chosen.get(), move || tools(desk, part))}
            {shown_while(unwritten, || view! { <p class="hint" role="status">"Nothing is written yet, so it is left out. Choose “Write”."</p> }.into_any())}
        </li>
    }
    .into_any()
}

fn tools(desk: Desk, part: Part) -> AnyView {
    let label = part.label();
    view! {
        <div class="report-part-tools">
            {(part == Part::Covering).then(|| write_it(desk))}
            {sheets(desk, part)}
            {mover(desk, part, true, format!("Move {label} up"), "↑")}
            {mover(desk, part, false, format!("Move {label} down"), "↓")}
        </div>
    }
    .into_any()
}

/// Opens the form in which the covering report is written, and begins with its first field.
fn write_it(desk: Desk) -> AnyView {
    let write = move |_: web_sys::MouseEvent| {
        desk.writing.set(true);
        super::go_to(".covering input");
    };
    view! {
        <button type="button" aria-label="Write the covering report" on:click=heard(write)>"Write"</button>
    }
    .into_any()
}

/// On which sheets the part stands.
fn sheets(desk: Desk, part: Part) -> AnyView {
    let set = move |event: web_sys::Event| {
        if let Some(paper) = paper(&event_target_value(&event)) {
            desk.wish.update(|wish| wish.change(part, |row| row.plan.paper = paper));
        }
    };
    let now = desk.wish.with_untracked(|wish| wish.row(part).map(|row| row.plan.paper));
    let option = |(paper, label): (Paper, &'static str)| {
        view! { <option value=paper.name() selected=Some(paper) == now>{label}</option> }.into_any()
    };
    let name = format!("Paper of {}", part.label());
    view! { <select aria-label=name on:change=heard(set)>{PAPERS.map(option).into_iter().collect_view()}</select> }
        .into_any()
}

/// Moves the part to another place.
fn mover(desk: Desk, part: Part, up: bool, name: String, sign: &'static str) -> AnyView {
    let to = memo(move || {
        desk.wish.with(|wish| {
            let place = wish.place(part)?;
            let to = if up { place.checked_sub(1) } else { Some(place + 1) };
            to.filter(|to| *to < wish.rows.len()).map(|to| (place, to))
        })
    });
    let go = move |event: web_sys::MouseEvent| {
        let Some((place, to)) = to.get_untracked() else { return };
        desk.wish.update(|wish| wish.rows.swap(place, to));
        let button = event.current_target();
        request_animation_frame(move || keep_focus(button));
    };
    view! {
        <button type="button" class="quiet icon" aria-label=name.clone() title=name disabled=move || to.get().is_none() on:click=heard(go)>{sign}</button>
    }
    .into_any()
}

/// An element that is put elsewhere loses the focus; one that cannot go on hands it to the one beside it.
fn keep_focus(button: Option<web_sys::EventTarget>) {
    let Some(button) = button.and_then(|it| it.dyn_into::<HtmlElement>().ok()) else { return };
    let beside = [button.next_element_sibling(), button.previous_element_sibling()];
    let other = beside.into_iter().flatten().find(|it| it.tag_name() == "BUTTON");
    let next = if button.has_attribute("disabled") { other.and_then(|it| it.dyn_into().ok()) } else { Some(button) };
    next.map(|it: HtmlElement| it.focus().unwrap_or_default()).unwrap_or_default();
}
