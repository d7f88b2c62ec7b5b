//! A scale: its name and its levels, from the highest to the lowest.

use leptos::prelude::*;
use register::criteria_edit::{FEWEST_LEVELS, MOST_LEVELS, Scale, Wrong, insert_level, move_level, remove_level};
use register::{Criteria, Level};

use super::desk::{Desk, Made, Named, Went, focus};
use super::entry::{self, Entry};
use super::menu::{Item, menu};
use crate::erased::{derived, heard};

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
    let count = count(desk, scale);
    let rows = move || (1..=count.get()).rev().map(|level| row(desk, scale, level)).collect_view();
    view! {
        <div class="axis-name">{entry::line(name)}</div>
        <ol class="rows levels">{move || rows()}</ol>
        <div class="buttons">
            <button type="button" on:click=heard(move |_| insert(desk, scale, count.get_untracked() + 1))>
                {move || format!("Add level {}", count.get() + 1)}
                <span class="sr">{format!(" to the {word} scale")}</span>
            </button>
        </div>
        <p class="hint">
            "A mark, such as A, stands on the page in place of the number. When levels are put in, taken out or moved, \
             you see what becomes of every assessment before anything changes."
        </p>
    }
    .into_any()
}

fn count(desk: Desk, scale: Scale) -> Memo<u8> {
    desk.read(move |criteria| u8::try_from(scale.axis(criteria).levels.len()).unwrap_or(u8::MAX))
}

fn label_id(scale: Scale, level: u8) -> String {
    format!("criteria-{}-{level}", scale.field())
}

fn insert(desk: Desk, scale: Scale, level: u8) {
    let named = Named::plain(format!("Level {level} added to the {} scale", scale.field()));
    relevel(desk, scale, level, named, &|criteria| insert_level(criteria, scale, level));
}

fn remove(desk: Desk, scale: Scale, level: u8) {
    let title = format!("Level {level} removed from the {} scale", scale.field());
    let named = Named::said(&title, format!("{title}."));
    let left = count(desk, scale).get_untracked().saturating_sub(1);
    relevel(desk, scale, level.min(left), named, &|criteria| remove_level(criteria, scale, level));
}

fn shift(desk: Desk, scale: Scale, level: u8, to: u8) {
    let named = Named::plain(format!("Level {level} of the {} scale is level {to} now", scale.field()));
    relevel(desk, scale, to, named, &|criteria| move_level(criteria, scale, level, to));
}

/// An edit of levels: where each of the old ones went, or what is wrong.
type Releveling<'a> = &'a dyn Fn(&mut Criteria) -> Result<Vec<Option<u8>>, Wrong>;

/// Makes an edit of levels; the focus goes to the label of one of them.
fn relevel(desk: Desk, scale: Scale, focused: u8, named: Named, edit: Releveling<'_>) {
    if desk.relevel(&|criteria| edit(criteria).map(|went| Went::To(scale, went)), named) == Some(Made::Done) {
        focus(&label_id(scale, focused));
    }
}

fn row(desk: Desk, scale: Scale, level: u8) -> AnyView {
    let place = usize::from(level) - 1;
    let part = |label: &'static str, part: fn(&mut Level) -> &mut String| {
        let name = format!("{label} of {} level {level}", scale.field());
        let shown = desk.read(move |criteria| {
            let mut level = scale.axis(criteria).levels.get(place).cloned();
            level.as_mut().map(part).cloned().unwrap_or_default()
        });
        Entry::of(desk, label, name, shown, move |criteria, text| {
            let level = scale.axis_mut(criteria).levels.get_mut(place).ok_or(Wrong::Gone)?;
            text.clone_into(part(level));
            Ok(())
        })
    };
    let word = scale.field();
    let count = count(desk, scale);
    let item = |verb: &'static str, possible: fn(u8, u8) -> bool, run: fn(Desk, Scale, u8)| Item {
        text: verb.to_owned(),
        rest: format!(" level {level} of the {word} scale"),
        possible: derived(move || possible(level, count.get())),
        run: Callback::new(move |()| run(desk, scale, level)),
    };
    let items = vec![
        item("Insert above", room, |desk, scale, level| insert(desk, scale, level + 1)),
        item("Insert below", room, insert),
        item("Move up", |level, count| level < count, |desk, scale, level| shift(desk, scale, level, level + 1)),
        item("Move down", |level, _| level > 1, |desk, scale, level| shift(desk, scale, level, level - 1)),
        item("Remove", |_, count| usize::from(count) > FEWEST_LEVELS, remove),
    ];
    view! {
        <li>
            <span class="place">{level}</span>
            {entry::line(part("Mark", |level| &mut level.mark))}
            {entry::line(part("Label", |level| &mut level.label).with_id(label_id(scale, level)))}
            {entry::area(part("Description", |level| &mut level.description))}
            {menu(format!("Change level {level} of the {word} scale"), items)}
        </li>
    }
    .into_any()
}

fn room(_: u8, count: u8) -> bool {
    usize::from(count) < MOST_LEVELS
}
