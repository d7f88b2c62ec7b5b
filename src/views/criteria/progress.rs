//! The steps of an action's progress: name, colour, whether the action is done.

use leptos::prelude::*;
use register::criteria_edit::{Wrong, colour_of, free_name, new_name};
use register::{Criteria, Progress};

use super::desk::{Desk, Made, Named, focus};
use super::entry::{self, Entry};

const ADD: &str = "criteria-add-step";

/// The list.
pub fn progress(desk: Desk) -> AnyView {
    let count = desk.read(|criteria| criteria.progress.len());
    let rows = move || (0..count.get()).map(|place| row(desk, place)).collect_view();
    let add = move |_| {
        let edit = |criteria: &mut Criteria| {
            let name = new_name(criteria.progress.iter().map(|it| it.name.as_str()), "New step");
            criteria.progress.push(Progress { name, ..Progress::default() });
            Ok(())
        };
        if desk.press(&edit, Named::default()) == Some(Made::Done) {
            focus(&name_id(count.get_untracked().saturating_sub(1)));
        }
    };
    view! {
        <ol class="rows steps">{rows}</ol>
        <div class="buttons">
            <button type="button" id=ADD on:click=add>"Add a step"</button>
        </div>
    }
    .into_any()
}

fn name_id(place: usize) -> String {
    format!("criteria-step-{place}")
}

fn row(desk: Desk, place: usize) -> AnyView {
    let number = place + 1;
    let name = desk.read(move |criteria| criteria.progress.get(place).map(|it| it.name.clone()).unwrap_or_default());
    let names = Entry {
        id: name_id(place),
        label: "Name",
        name: format!("Name of step {number}").into(),
        shown: name,
        take: Callback::new(move |text: String| {
            desk.put(&|criteria| {
                let name = free_name(criteria.progress.iter().map(|step| step.name.as_str()), Some(place), &text)?;
                step(criteria, place)?.name = name;
                Ok(())
            })
        }),
    };
    let colour = Entry {
        id: String::new(),
        label: "Colour",
        name: format!("Colour of step {number}").into(),
        shown: desk.read(move |criteria| criteria.progress.get(place).map(|it| it.colour.clone()).unwrap_or_default()),
        take: Callback::new(move |text: String| {
            desk.put(&|criteria| {
                let colour = if text.trim().is_empty() { String::new() } else { colour_of(&text)? };
                step(criteria, place)?.colour = colour;
                Ok(())
            })
        }),
    };
    let done = desk.read(move |criteria| criteria.progress.get(place).is_some_and(|step| step.done));
    let set_done = Callback::new(move |done| {
        let edit = |criteria: &mut Criteria| {
            step(criteria, place)?.done = done;
            Ok(())
        };
        desk.press(&edit, Named::default());
    });
    let up = move |_| {
        let edit = |criteria: &mut Criteria| {
            let above = place.checked_sub(1).filter(|_| place < criteria.progress.len()).ok_or(Wrong::Gone)?;
            criteria.progress.swap(above, place);
            Ok(())
        };
        if desk.press(&edit, Named::default()) == Some(Made::Done) {
            focus(&name_id(place - 1));
        }
    };
    let remove = move |_| {
        let said = format!("Step {} removed from the list. Actions that have it keep it.", name.get_untracked());
        let edit = |criteria: &mut Criteria| {
            step(criteria, place)?;
            criteria.progress.remove(place);
            Ok(())
        };
        if desk.press(&edit, Named { title: String::new(), said }) == Some(Made::Done) {
            focus(ADD);
        }
    };
    view! {
        <li>
            {entry::line(names)}
            {entry::colour(colour)}
            {entry::tick(move || format!("{} means done", name.get()), done, set_done)}
            {(place > 0).then(|| {
                view! {
                    <button type="button" class="quiet up" on:click=up>
                        "Move up"
                        <span class="sr">{move || format!(" step {}", name.get())}</span>
                    </button>
                }
            })}
            <button type="button" class="quiet remove" on:click=remove>
                "Remove"
                <span class="sr">{move || format!(" step {}", name.get())}</span>
            </button>
        </li>
    }
    .into_any()
}

fn step(criteria: &mut Criteria, place: usize) -> Result<&mut Progress, Wrong> {
    criteria.progress.get_mut(place).ok_or(Wrong::Gone)
}
