//! Levels of appetite with the scores they accept, and the level set for each category of risks.

use leptos::prelude::*;
use register::criteria_edit::{Wrong, new_name, rename_appetite_level, set_category_appetite};
use register::{AppetiteLevel, Criteria};

use super::desk::{Desk, Made, Named, focus, whole};
use super::entry::{self, Entry, show_again};
use crate::erased::heard;

const ADD: &str = "criteria-add-appetite";

/// The levels, from the least to the greatest.
pub fn levels(desk: Desk) -> AnyView {
    let count = desk.read(|criteria| criteria.appetite_levels.len());
    let rows = move || (0..count.get()).map(|place| row(desk, place)).collect_view();
    let add = move |_| {
        let edit = |criteria: &mut Criteria| {
            let name = new_name(criteria.appetite_levels.iter().map(|it| it.name.as_str()), "New level");
            criteria.appetite_levels.push(AppetiteLevel { name, ..AppetiteLevel::default() });
            Ok(())
        };
        if desk.press(&edit, Named::plain("Level of appetite added")) == Some(Made::Done) {
            focus(&name_id(count.get_untracked().saturating_sub(1)));
        }
    };
    view! {
        <ol class="rows appetites">{move || rows()}</ol>
        <div class="buttons">
            <button type="button" id=ADD on:click=heard(add)>"Add a level of appetite"</button>
        </div>
    }
    .into_any()
}

fn name_id(place: usize) -> String {
    format!("criteria-appetite-{place}")
}

fn row(desk: Desk, place: usize) -> AnyView {
    let number = place + 1;
    let read = move |read: fn(&AppetiteLevel) -> String| {
        desk.read(move |criteria| criteria.appetite_levels.get(place).map(read).unwrap_or_default())
    };
    let own_name = read(|level| level.name.clone());
    let name = Entry::of(desk, "Name", format!("Name of appetite level {number}"), own_name, move |criteria, text| {
        rename_appetite_level(criteria, place, text)
    })
    .with_id(name_id(place));
    let score = read(|level| level.score.map(|score| score.to_string()).unwrap_or_default());
    let score_name = format!("Accepts up to: score of appetite level {number}");
    let score = Entry::of(desk, "Accepts up to", score_name, score, move |criteria, text| {
        let score = if text.is_empty() { None } else { Some(whole(text)?) };
        criteria.appetite_levels.get_mut(place).ok_or(Wrong::Gone)?.score = score;
        Ok(())
    });
    let up = move |_| {
        let edit = |criteria: &mut Criteria| {
            let above = place.checked_sub(1).filter(|_| place < criteria.appetite_levels.len()).ok_or(Wrong::Gone)?;
            criteria.appetite_levels.swap(above, place);
            Ok(())
        };
        let named = Named::plain(format!("Level of appetite {} moved up", own_name.get_untracked()));
        if desk.press(&edit, named) == Some(Made::Done) {
            focus(&name_id(place - 1));
        }
    };
    let remove = move |_| {
        let title = format!("Level of appetite {} removed from the list", own_name.get_untracked());
        let named = Named::said(&title, format!("{title}. Risks that have it keep it."));
        let edit = |criteria: &mut Criteria| {
            if place >= criteria.appetite_levels.len() {
                return Err(Wrong::Gone);
            }
            criteria.appetite_levels.remove(place);
            Ok(())
        };
        if desk.press(&edit, named) == Some(Made::Done) {
            focus(ADD);
        }
    };
    view! {
        <li>
            {entry::line(name)}
            {entry::number(score)}
            {(place > 0).then(|| {
                view! {
                    <button type="button" class="quiet up" on:click=heard(up)>
                        "Move up"
                        <span class="sr">{move || format!(" level of appetite {}", own_name.get())}</span>
                    </button>
                }.into_any()
            })}
            <button type="button" class="quiet remove" on:click=heard(remove)>
                "Remove"
                <span class="sr">{move || format!(" level of appetite {}", own_name.get())}</span>
            </button>
        </li>
    }
    .into_any()
}

/// A level for each category.
pub fn by_category(desk: Desk) -> AnyView {
    // A category that left the list of names still has its level, and is shown.
    let categories = desk.read(|criteria| {
        let mut names = criteria.categories.clone();
        let set = criteria.category_appetites.iter().map(|set| set.category.clone());
        names.extend(set.filter(|name| !criteria.categories.contains(name)));
        names
    });
    let rows = move || categories.get().into_iter().map(|category| choice(desk, category)).collect_view();
    view! {
        <p class="hint">"For risks of the category that have neither a score nor a level of appetite of their own."</p>
        <ul class="rows categories">{move || rows()}</ul>
    }
    .into_any()
}

fn choice(desk: Desk, category: String) -> AnyView {
    let of = category.clone();
    let level = desk.read(move |criteria| {
        let set = criteria.category_appetites.iter().find(|set| set.category == of);
        set.map(|set| set.level.clone()).unwrap_or_default()
    });
    let names =
        desk.read(|criteria| criteria.appetite_levels.iter().map(|level| level.name.clone()).collect::<Vec<_>>());
    let options = move || {
        let chosen = level.get();
        let mut names = names.get();
        if !chosen.is_empty() && !names.contains(&chosen) {
            names.push(chosen.clone());
        }
        let option = |name: String| {
            let (selected, text) = (name == chosen, name.clone());
            view! { <option value=name selected=selected>{text}</option> }.into_any()
        };
        names.into_iter().map(option).collect_view()
    };
    let name = format!("Appetite for {category}");
    let shown = category.clone();
    let change = move |event: web_sys::Event| {
        let level_now = event_target_value(&event);
        let edit = |criteria: &mut Criteria| {
            set_category_appetite(criteria, &category, &level_now);
            Ok(())
        };
        let title = format!("Appetite for {category}");
        desk.press(&edit, Named::typed(&title, &level.get_untracked(), &level_now));
        show_again(&event, level.get_untracked());
    };
    view! {
        <li>
            <span class="category" aria-hidden="true">{shown}</span>
            <select aria-label=name prop:value=move || level.get() on:change=heard(change)>
                <option value="">"–"</option>
                {move || options()}
            </select>
        </li>
    }
    .into_any()
}
