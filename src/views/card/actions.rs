//! The actions, laid out as on the published cards: owner, dates, progress and assurance beside each.

use leptos::prelude::*;
use register::checks::is_colour;
use register::date::Day;
use register::{Action, Criteria, Risk, Status};
use serde_json::Value;

use super::item::Item;
use super::list::{ItemList, focus_item};
use super::promote::make_control;
use super::several;
use super::sheet::{Card, Look};
use crate::components::menu::Entry;
use crate::erased::{heard, memo};
use crate::platform::{clock, ids};
use crate::state::is_done;

/// The table of actions.
pub fn table(card: Card) -> AnyView {
    let columns = [
        ("Action", ""),
        ("Owner", "who"),
        ("Target", "date"),
        ("Revised", "date"),
        ("Progress", "narrow"),
        ("Assurance", "who"),
    ];
    ItemList::new(card, "actions").table("Actions", &columns, row)
}

fn row(item: Item) -> AnyView {
    let card = item.list.card;
    let field = move |name, label, add| item.field(name, Look { label: Some(label), add, bare: false });
    let progress =
        memo(move || item.value.with(|it| it.get("progress").and_then(Value::as_str).unwrap_or_default().to_owned()));
    let colour = move || card.app.head.with(|head| progress.with(|progress| colour(&head.criteria, progress)));
    let done = memo(move || card.app.head.with(|head| progress.with(|it| is_done(&head.criteria, it))));
    let id = item.id();
    let late = memo(move || {
        card.app.head.with(|head| {
            card.risk.with(|risk| {
                let action = risk.actions.iter().find(|it| it.id == id);
                action.is_some_and(|action| is_late(risk, action, &head.criteria, clock::today()))
            })
        })
    });
    let late = move || {
        late.get().then(|| view! { <span class="flag"><span aria-hidden="true">"△ "</span>"Late"</span> }.into_any())
    };
    // Done actions become controls: offered where the progress says so.
    let offer = move || {
        done.get().then(|| {
            let name = move || format!("Make it a control: {}", item.name().to_lowercase());
            view! {
                <button type="button" class="quiet promote" aria-label=move || name() on:click=heard(move |_| promote(item))>
                    "Make it a control"
                </button>
            }
            .into_any()
        })
    };
    let more = move || {
        let mut more: Vec<Entry> = item.add_title().into_iter().collect();
        more.extend(done.get_untracked().then(|| Entry::new("Make it a control", move || promote(item))));
        more
    };
    view! {
        <tr
            role="row"
            data-item=item.id().0
            class="item"
            class:done=move || done.get()
            class:dragged=move || item.is_dragged()
            aria-label=move || item.name()
            on:keydown=heard(move |event: web_sys::KeyboardEvent| item.keys(&event))
            on:paste=heard(move |event: web_sys::ClipboardEvent| several::pasted_into(item, &event))
        >
            <td role="cell">
                {item.texts()}
            </td>
            <td role="cell"><div class="headed">{field("owners", "Owner", "Add an owner")}</div></td>
            <td role="cell"><div class="headed">{field("target_date", "Target date", "Add a date")}</div></td>
            <td role="cell"><div class="headed">{field("revised_date", "Revised date", "Add a date")}{move || late()}</div></td>
            <td role="cell">
                <div class="headed progress">
                    <span class="dot" aria-hidden="true" style:background-color=move || colour()></span>
                    {field("progress", "Progress", "")}
                </div>
                <div class="minor">{field("completed", "Completed", "Add")}</div>
                {move || offer()}
            </td>
            <td role="cell" class="last">
                <div class="headed">{field("assurance", "Assurance", "Add an assurance")}</div>
                {item.tools(more)}
            </td>
        </tr>
    }
    .into_any()
}

/// Makes a done action a control, and goes to it.
fn promote(item: Item) {
    let (card, id, new) = (item.list.card, item.id(), ids::new_id());
    let change = card.risk.with_untracked(|risk| make_control(risk, &id, &new));
    if change.is_some_and(|change| card.app.commit(change)) {
        card.app.tell_undoable("The action is now a control. Its dates stand in the history.".to_owned());
        focus_item(card, "controls", &new, "textarea");
    }
}

/// The colour of a step of progress; blank for none.
fn colour(criteria: &Criteria, progress: &str) -> String {
    let step = criteria.progress.iter().find(|step| step.name == progress);
    step.map(|step| step.colour.clone()).filter(|colour| is_colour(colour)).unwrap_or_default()
}

/// Whether an action of an open risk should have been done by now.
fn is_late(risk: &Risk, action: &Action, criteria: &Criteria, today: Day) -> bool {
    risk.status == Status::Open && !is_done(criteria, &action.progress) && action.due().is_past(today)
}

#[cfg(test)]
mod tests {
    use register::presets;

    use super::*;

    #[test]
    fn an_open_action_of_an_open_risk_is_late_after_its_revised_date() {
        let criteria = presets::five_by_five();
        let today = Day { year: 2024, month: 6, day: 1 };
        let action = |target: &str, revised: &str, progress: &str| Action {
            target_date: target.into(),
            revised_date: revised.into(),
            progress: progress.to_owned(),
            ..Action::default()
        };
        let open = Risk::default();
        assert!(is_late(&open, &action("2024-05", "", "Amber"), &criteria, today));
        assert!(!is_late(&open, &action("2024-05", "2024-06-01", "Amber"), &criteria, today));
        assert!(!is_late(&open, &action("2024-05", "", "Complete"), &criteria, today));
        assert!(!is_late(&open, &action("31/04/2021", "", ""), &criteria, today));
        let closed = Risk { status: Status::Closed, ..Risk::default() };
        assert!(!is_late(&closed, &action("2024-05", "", "Amber"), &criteria, today));
    }

    #[test]
    fn progress_has_the_colour_of_its_step() {
        let criteria = presets::five_by_five();
        assert_eq!(colour(&criteria, "Red"), "#b42318");
        assert_eq!(colour(&criteria, "Not started"), "");
        assert_eq!(colour(&criteria, "Unheard of"), "");
    }
}
