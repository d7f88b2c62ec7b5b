//! The steps of an action's progress: name, colour, whether the action is done.

use leptos::prelude::*;
use register::criteria_edit::{Wrong, colour_of, free_name, new_name};
use register::{Criteria, Progress};

use super::desk::{Desk, Made, Named, focus};
use super::entry::{self, Entry};
use crate::erased::{derived, heard};

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
        if desk.press(&edit, Named::plain("Step of progress added")) == Some(Made::Done) {
            focus(&name_id(count.get_untracked().saturating_sub(1)));
        }
    };
    view! {
        <ol class="rows steps">{move || rows()}</ol>
        <div class="buttons">
            <button type="button" id=ADD on:click=heard(add)>"Add a step"</button>
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
    let names = Entry::of(desk, "Name", format!("Name of step {number}"), name, move |criteria, text| {
        let name = free_name(criteria.progress.iter().map(|step| step.name.as_str()), Some(place), text)?;
        step(criteria, place)?.name = name;
        Ok(())
    })
    .with_id(name_id(place));
    let colour =
        desk.read(move |criteria| criteria.progress.get(place).map(|it| it.colour.clone()).unwrap_or_default());
    let colour = Entry::of(desk, "Colour", format!("Colour of step {number}"), colour, move |criteria, text| {
        step(criteria, place)?.colour = if text.is_empty() { String::new() } else { colour_of(text)? };
        Ok(())
    });
    let done = desk.read(move |criteria| criteria.progress.get(place).is_some_and(|step| step.done));
    let set_done = Callback::new(move |done| {
        let edit = |criteria: &mut Criteria| {
            step(criteria, place)?.done = done;
            Ok(())
        };
        let means = if done { "means done" } else { "does not mean done" };
        desk.press(&edit, Named::plain(format!("{} {means}", name.get_untracked())));
    });
    let up = move |_| {
        let edit = |criteria: &mut Criteria| {
            let above = place.checked_sub(1).filter(|_| place < criteria.progress.len()).ok_or(Wrong::Gone)?;
            criteria.progress.swap(above, place);
            Ok(())
        };
        let named = Named::plain(format!("Step {} moved up", name.get_untracked()));
        if desk.press(&edit, named) == Some(Made::Done) {
            focus(&name_id(place - 1));
        }
    };
    let remove = move |_| {
        let title = format!("Step {} removed from the list", name.get_untracked());
        let named = Named::said(&title, format!("{title}. Actions that have it keep it."));
        let edit = |criteria: &mut Criteria| {
            step(criteria, place)?;
            criteria.progress.remove(place);
            Ok(())
        };
        if desk.press(&edit, named) == Some(Made::Done) {
            focus(ADD);
        }
    };
    view! {
        <li>
            {entry::line(names)}
            {entry::colour(colour, Callback::new(|_| ()))}
            {entry::tick(derived(move || format!("{} means done", name.get())), done, set_done)}
            {(place > 0).then(|| {
                view! {
                    <button type="button" class="quiet up" on:click=heard(up)>
                        "Move up"
                        <span class="sr">{move || format!(" step {}", name.get())}</span>
                    </button>
                }.into_any()
            })}
            <button type="button" class="quiet remove" on:click=heard(remove)>
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
