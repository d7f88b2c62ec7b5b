//! The map as a picture: copied, or saved as a file.

use leptos::prelude::*;
use register::filter::{Of, sentence};
use wasm_bindgen::JsValue;

use super::desk::{Desk, places};
use crate::erased::{heard, spawn};
use crate::platform::{clock, files, pictures};
use crate::state::shelf::UNTITLED;

const NO_COPY: &str = "This browser does not let the page copy a picture. Save it as a file instead.";
const NO_SAVE: &str = "The picture could not be saved. Check whether the browser allows downloads.";

/// What a picture is made into.
#[derive(Clone, Copy)]
enum Kind {
    Copy,
    CopyTable,
    Svg,
    Png,
}

/// The buttons.
pub fn buttons(desk: Desk) -> AnyView {
    let button = move |kind: Kind, label: &'static str| {
        view! { <button type="button" class="quiet" on:click=heard(move |_| made(desk, kind))>{label}</button> }
            .into_any()
    };
    view! {
        <div class="heat-picture" role="group" aria-label="Picture of the map">
            {button(Kind::Copy, "Copy as picture")}
            {button(Kind::CopyTable, "Copy for Word")}
            {button(Kind::Svg, "Save as SVG")}
            {button(Kind::Png, "Save as PNG")}
        </div>
    }
    .into_any()
}

/// What is on the map, for paper; the filter in words stands above it.
pub fn caption(desk: Desk) -> String {
    let (shown, all) = counts(desk);
    let which = desk.which.get().label();
    if shown == all { format!("{which} scores") } else { format!("{which} scores, {shown} of {all} risks") }
}

/// Which of the risks are shown, in words; blank for all.
fn note(desk: Desk) -> String {
    let filter = desk.app.place().filter;
    if filter.is_empty() {
        return String::new();
    }
    let (shown, all) = counts(desk);
    let words = desk.app.with_register(|register| sentence(register, Of::Risk, &filter, &[], None, clock::today()));
    format!("{words} ({shown} of {all})")
}

/// How many risks are shown, and how many there are.
fn counts(desk: Desk) -> (usize, usize) {
    (desk.shown.with(|ids| ids.len()), desk.app.order.with(|order| order.len()))
}

fn made(desk: Desk, kind: Kind) {
    let (svg, table, text) = untrack(move || drawn(desk));
    let app = desk.app;
    let title = untrack(move || app.title());
    let title = if title == UNTITLED { String::new() } else { title };
    let name = |ending| exchange::picture_name(&title, clock::today(), ending);
    let saved = move |name: &str, done: Result<(), JsValue>| {
        app.tell(if done.is_ok() { format!("Saved as {name}") } else { NO_SAVE.to_owned() });
    };
    match kind {
        Kind::Svg => {
            let name = name("svg");
            saved(&name, files::download(&name, svg.as_bytes(), "image/svg+xml"));
        }
        Kind::Png => {
            let name = name("png");
            spawn(async move {
                let done = match pictures::png(&svg).await {
                    Ok(bytes) => files::download(&name, &bytes, "image/png"),
                    Err(error) => Err(error),
                };
                saved(&name, done);
            });
        }
        Kind::Copy | Kind::CopyTable => {
            let texts = matches!(kind, Kind::CopyTable).then_some((table, text));
            let (copied, words) = match texts {
                Some(_) => {
                    ("table", "The map is copied as a table and as a picture. Paste it into Word or PowerPoint.")
                }
                None => ("picture", "The map is copied as a picture."),
            };
            // Begun at once: a browser lets a page copy only while it answers a click.
            let copying = pictures::copy(svg, texts);
            spawn(async move {
                let done = match copying {
                    Ok(copying) => copying.await.is_ok(),
                    Err(_) => false,
                };
                app.tell(if done { words.to_owned() } else { NO_COPY.replace("picture", copied) });
            });
        }
    }
}

/// The map as SVG, as a table and as text.
fn drawn(desk: Desk) -> (String, String, String) {
    let (ids, which, from) = (desk.shown.get(), desk.which.get(), desk.from.get());
    let note = note(desk);
    desk.app.with_register(|register| {
        let places = places(register, &ids);
        let picture = exchange::Picture { register, places: &places, which, from, note: &note };
        (exchange::picture_svg(&picture), exchange::picture_html(&picture), exchange::picture_text(&picture))
    })
}
