//! What the levels in use become where scales change: one row for each, old level to new.

use leptos::prelude::*;
use register::criteria_edit::{Scale, levels_in_use};
use register::{Axis, Criteria};

use super::desk::{Desk, Question};
use super::entry::show_again;
use crate::components::matrix::level;
use crate::erased::{heard, memo};
use crate::state::arriving::counted;

/// The tables of the scales that change; nothing where none does.
pub fn mapping(desk: Desk) -> AnyView {
    let tables = move || {
        let question = desk.question.get().filter(|question| !question.mapped.is_empty());
        question.map(|question| {
            let tables = question.mapped.iter().map(|scale| table(desk, *scale, &question)).collect_view();
            view! { <div class="mappings">{tables}</div> }.into_any()
        })
    };
    view! { {move || tables()} }.into_any()
}

fn table(desk: Desk, scale: Scale, question: &Question) -> AnyView {
    let uses = desk.app.with_register(|register| levels_in_use(register, scale));
    let used: Vec<(u8, usize)> = (1..).zip(uses).filter(|(_, count)| *count > 0).collect();
    if used.is_empty() {
        return ().into_any();
    }
    let name = &scale.axis(&question.before).name;
    let rows = used.into_iter().rev().map(|(old, count)| row(desk, scale, question, old, count));
    view! {
        <table class="mapping">
            <caption>{format!("{name}: what each level in use becomes")}</caption>
            <thead>
                <tr>
                    <th scope="col">"Level now"</th>
                    <th scope="col">"Becomes"</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(desk: Desk, scale: Scale, question: &Question, old: u8, count: usize) -> AnyView {
    let words = |criteria: &Criteria, number| level(criteria, scale == Scale::Likelihood, number);
    let new = scale.axis(&question.after).clone();
    let now = memo(move || desk.map.with(|map| map.to(scale, old)));
    let option = |number: u8, words: String| {
        let selected = now.get_untracked() == number;
        view! { <option value=number.to_string() selected=selected>{words}</option> }.into_any()
    };
    let most = u8::try_from(new.levels.len()).unwrap_or(u8::MAX);
    let mut options: Vec<AnyView> =
        (1..=most).rev().map(|number| option(number, words(&question.after, number))).collect();
    if old > most {
        options.push(option(old, "Leave as it is (off the scale)".to_owned()));
    }
    let from = words(&question.before, old);
    let name = format!("{} {from} becomes", scale.axis(&question.before).name);
    let means = help(scale.axis(&question.before), old);
    let becomes = move || match now.get() {
        number if number > most => "These assessments keep their level and have no score.".to_owned(),
        number => help(&new, number),
    };
    let change = move |event: web_sys::Event| {
        if let Ok(number) = event_target_value(&event).parse() {
            desk.map.update(|map| map.set(scale, old, number));
        }
        show_again(&event, now.get_untracked().to_string());
    };
    view! {
        <tr>
            <th scope="row">
                {from}
                " "
                <span class="uses">{counted(count, "assessment")}</span>
                <span class="hint">{means}</span>
            </th>
            <td>
                <select aria-label=name on:change=heard(change)>
                    {options}
                </select>
                <span class="hint">{move || becomes()}</span>
            </td>
        </tr>
    }
    .into_any()
}

/// What a level means.
fn help(axis: &Axis, level: u8) -> String {
    let found = usize::from(level).checked_sub(1).and_then(|place| axis.levels.get(place));
    found.map(|level| level.description.clone()).unwrap_or_default()
}
