//! The bands: name, letter, where each begins, its colour, and what it covers.

use leptos::prelude::*;
use register::Criteria;
use register::criteria_edit::{
    Wrong, add_band, alike, band_ranges, remove_band, rename_band, score_range, set_band_colour, set_band_start,
};
use register::scoring::{contrast, ink};
use register::sort::places;

use super::desk::{Desk, Made, Named, focus, whole};
use super::entry::{self, Entry};
use crate::erased::heard;

const ADD: &str = "criteria-add-band";

/// The section.
pub fn bands(desk: Desk) -> AnyView {
    let order =
        desk.read(|criteria| places(criteria.bands.len(), &|a, b| criteria.bands[a].from.cmp(&criteria.bands[b].from)));
    let rows = move || order.get().into_iter().map(|place| row(desk, place)).collect_view();
    let add = move |_| {
        let edit = |criteria: &mut Criteria| add_band(criteria).map(|_| ());
        let before = desk.app.head.with_untracked(|head| head.criteria.bands.clone());
        if desk.press(&edit, Named::plain("Band added")) == Some(Made::Done) {
            let bands = desk.app.head.with_untracked(|head| head.criteria.bands.clone());
            let new = bands.iter().position(|band| !before.contains(band)).unwrap_or_default();
            focus(&name_id(new));
        }
    };
    let bare = desk.read(unbanded);
    let by_cell = desk.read(|criteria| !criteria.cell_bands.is_empty());
    let by_cell_words =
        "Bands are painted on cells. Where a band begins counts only for a score whose levels are not known.";
    view! {
        <ol class="rows bands">{move || rows()}</ol>
        {move || bare.get().map(|words| view! { <p class="hint">{words}</p> }.into_any())}
        {move || by_cell.get().then(|| view! { <p class="hint">{by_cell_words}</p> }.into_any())}
        <div class="buttons">
            <button type="button" id=ADD on:click=heard(add)>"Add a band"</button>
        </div>
    }
    .into_any()
}

fn name_id(place: usize) -> String {
    format!("criteria-band-{place}")
}

fn row(desk: Desk, place: usize) -> AnyView {
    let number = place + 1;
    let read = |shown: fn(&register::Band) -> String| {
        desk.read(move |criteria| criteria.bands.get(place).map(shown).unwrap_or_default())
    };
    let own_name = read(|band| band.name.clone());
    let name = Entry {
        id: name_id(place),
        label: "Name",
        name: format!("Name of band {number}").into(),
        shown: own_name,
        // Another name is no other band: nothing to ask.
        take: Callback::new(move |text: String| {
            let named = Named::typed(&format!("Name of band {number}"), &own_name.get_untracked(), &text);
            desk.put(&|criteria| rename_band(criteria, place, &text), named)
        }),
    };
    let letter = read(|band| band.letter.clone());
    let letter = Entry::of(desk, "Letter", format!("Letter of band {number}"), letter, move |criteria, text| {
        text.clone_into(&mut criteria.bands.get_mut(place).ok_or(Wrong::Gone)?.letter);
        Ok(())
    });
    let from = read(|band| band.from.to_string());
    let from = Entry::of(desk, "From", format!("From of band {number}"), from, move |criteria, text| {
        set_band_start(criteria, place, whole(text)?)
    });
    let colour = read(|band| band.colour.clone());
    let colour = Entry::of(desk, "Colour", format!("Colour of band {number}"), colour, move |criteria, text| {
        set_band_colour(criteria, place, text)
    });
    let range = desk.read(move |criteria| match band_ranges(criteria).get(place).copied().flatten() {
        Some((from, to)) if from == to => format!("covers {from}"),
        Some((from, to)) => format!("covers {from} to {to}"),
        None => "covers no score of the matrix".to_owned(),
    });
    let legible = desk.read(move |criteria| {
        let colour = criteria.bands.get(place).map(|band| band.colour.as_str()).unwrap_or_default();
        let ink = ink(colour);
        let tenths = (contrast(ink, colour) * 10.0) as u32;
        let name = if ink == "#ffffff" { "White" } else { "Black" };
        format!("{name} text {}.{}:1", tenths / 10, tenths % 10)
    });
    let like = desk.read(move |criteria| {
        let (_, below) = alike(criteria).into_iter().find(|(band, _)| *band == place)?;
        Some(format!(
            "⚠ Hard to tell apart from {} in greyscale: make one lighter or darker.",
            criteria.bands.get(below)?.name
        ))
    });
    let remove = move |_| {
        let title = format!("Band {} removed", own_name.get_untracked());
        let named = Named::said(&title, format!("{title}."));
        if desk.press(&|criteria| remove_band(criteria, place), named) == Some(Made::Done) {
            focus(ADD);
        }
    };
    view! {
        <li>
            {entry::line(name)}
            {entry::line(letter)}
            {entry::number(from)}
            {entry::colour(colour, Callback::new(move |colour: Option<String>| {
                desk.trial.set(colour.map(|colour| (place, colour)));
            }))}
            <p class="range">
                {move || range.get()}
                <span class="legible">{move || legible.get()}</span>
                {move || like.get().map(|words| view! { <span class="alike">{words}</span> }.into_any())}
            </p>
            <button type="button" class="quiet remove" on:click=heard(remove)>
                "Remove"
                <span class="sr">{move || format!(" band {}", own_name.get())}</span>
            </button>
        </li>
    }
    .into_any()
}

/// The scores that no band reaches down to.
fn unbanded(criteria: &Criteria) -> Option<String> {
    let (lowest, highest) = score_range(criteria)?;
    let first = criteria.bands.iter().map(|band| band.from).min().unwrap_or(highest.saturating_add(1));
    match first.min(highest.saturating_add(1)).checked_sub(1).filter(|last| *last >= lowest)? {
        last if last == lowest => Some(format!("The score {lowest} has no band.")),
        last => Some(format!("The scores {lowest} to {last} have no band.")),
    }
}
