//! A scale: its name and its levels, from the highest to the lowest.

use leptos::prelude::*;
use register::Level;
use register::criteria_edit::{Scale, Wrong, add_level, remove_level};

use super::desk::{Desk, Made, Named, focus};
use super::entry::{self, Entry};
use crate::erased::heard;

/// The section.
pub fn axis(desk: Desk, scale: Scale) -> AnyView {
    let word = scale.field();
    let shown = desk.read(move |criteria| scale.axis(criteria).name.clone());
    let name = Entry::of(desk, "Name", format!("Name of the {word} scale"), shown, move |criteria, text| {
        if text.is_empty() {
            return Err(Wrong::Unnamed);
        }
        text.clone_into(&mut scale.axis_mut(criteria).name);
        Ok(())
    });
    let count = desk.read(move |criteria| scale.axis(criteria).levels.len());
    let add = move |_| {
        let level = count.get_untracked() + 1;
        let named = Named::plain(format!("Level {level} added to the {word} scale"));
        let made = desk.press(&|criteria| add_level(criteria, scale), named);
        if made == Some(Made::Done) {
            focus(&label_id(scale, level));
        }
    };
    let remove = move |_| {
        let level = count.get_untracked();
        let title = format!("Level {level} removed from the {word} scale");
        let named = Named::said(&title, format!("{title}."));
        desk.press(&|criteria| remove_level(criteria, scale), named);
    };
    let rows = move || (1..=count.get()).rev().map(|level| row(desk, scale, level)).collect_view();
    view! {
        <div class="axis-name">{entry::line(name)}</div>
        <ol class="rows levels">{move || rows()}</ol>
        <div class="buttons">
            <button type="button" on:click=heard(add)>
                {move || format!("Add level {}", count.get() + 1)}
                <span class="sr">{format!(" to the {word} scale")}</span>
            </button>
            <button type="button" on:click=heard(remove)>
                {move || format!("Remove level {}", count.get())}
                <span class="sr">{format!(" from the {word} scale")}</span>
            </button>
        </div>
        <p class="hint">
            "Levels are numbered from 1, so only the highest can be added or removed; the others keep their numbers. \
             A mark, such as A, stands on the page in place of the number."
        </p>
    }
    .into_any()
}

fn label_id(scale: Scale, level: usize) -> String {
    format!("criteria-{}-{level}", scale.field())
}

fn row(desk: Desk, scale: Scale, level: usize) -> AnyView {
    let part = |label: &'static str, part: fn(&mut Level) -> &mut String| {
        let name = format!("{label} of {} level {level}", scale.field());
        let shown = desk.read(move |criteria| {
            let mut level = scale.axis(criteria).levels.get(level - 1).cloned();
            level.as_mut().map(part).cloned().unwrap_or_default()
        });
        Entry::of(desk, label, name, shown, move |criteria, text| {
            let level = scale.axis_mut(criteria).levels.get_mut(level - 1).ok_or(Wrong::Gone)?;
            text.clone_into(part(level));
            Ok(())
        })
    };
    view! {
        <li>
            <span class="place">{level}</span>
            {entry::line(part("Mark", |level| &mut level.mark))}
            {entry::line(part("Label", |level| &mut level.label).with_id(label_id(scale, level)))}
            {entry::area(part("Description", |level| &mut level.description))}
        </li>
    }
    .into_any()
}
