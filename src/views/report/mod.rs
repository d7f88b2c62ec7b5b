//! The report: the published forms of the open register, to look at, to print and to save.

mod asked;
mod covering;
mod options;
mod preview;

use leptos::prelude::*;
use report::Document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::filter_line::FilterLine;
use crate::erased::{derived, heard, spawn};
use crate::late::{Unavailable, late};
use crate::platform::{clock, files, texts};
use crate::state::app;
use crate::state::shelf::UNTITLED;
use asked::Desk;

const NO_SAVE: &str = "The report could not be saved. Check whether the browser allows downloads.";
const NO_WORD: &str =
    "The part of Heatgrid that writes Word files could not be loaded. Check the connection, then try again.";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Writes a Word file.
type Write = fn(&Document, &str) -> Result<Vec<u8>, String>;

late!(more: fn writer() -> Write = report::word);

/// Fetches what writes Word files. Whether that went well.
pub async fn load() -> bool {
    write_word().await.is_ok()
}

/// What writes Word files, with what it needs.
async fn write_word() -> Result<Write, Unavailable> {
    texts::fetch(texts::WORD).await?;
    writer().await
}

/// The view.
#[component]
pub fn Report() -> impl IntoView {
    let desk = Desk::new(app());
    let count = derived(move || desk.made.with(|made| made.risks));
    view! {
        <section class="report-view" aria-label="Report">
            <FilterLine shown=count>
                <button type="button" on:click=heard(move |_| save_word(desk))>"Save as Word"</button>
                <button type="button" on:click=heard(move |_| save_html(desk))>"Save as HTML"</button>
                <button type="button" class="primary" on:click=heard(move |_| print())>"Print or save as PDF"</button>
            </FilterLine>
            <div class="report-body">
                {options::options(desk)}
                {move || if desk.writing.get() { covering::form(desk) } else { preview::preview(desk) }}
            </div>
        </section>
    }
    .into_any()
}

/// Puts the focus where the user goes on, once that is drawn. In this part of the program, where the first load does not need it.
fn go_to(selector: &'static str) {
    request_animation_frame(move || {
        let found = document().query_selector(selector).ok().flatten().and_then(|it| it.dyn_into::<HtmlElement>().ok());
        found.map(|it| it.focus().unwrap_or_default()).unwrap_or_default();
    });
}

/// Opens the browser's dialog: the page prints as it is looked at, without what stands around it.
fn print() {
    // A browser that has no dialog does nothing.
    web_sys::window().map(|window| window.print().unwrap_or_default()).unwrap_or_default();
}

/// Saves the report as a file that any browser opens.
fn save_html(desk: Desk) {
    let html = desk.made.with_untracked(|made| report::file(&made.document, texts::of(texts::REPORT)));
    saved(desk, "html", html.as_bytes(), "text/html");
}

/// Saves the report as a file that Word opens, to be edited.
fn save_word(desk: Desk) {
    spawn(async move {
        match write_word().await {
            Err(_) => desk.app.tell(NO_WORD.to_owned()),
            Ok(write) => match desk.made.with_untracked(|made| write(&made.document, texts::of(texts::WORD))) {
                Ok(bytes) => saved(desk, "docx", &bytes, WORD),
                Err(_) => desk.app.tell(NO_SAVE.to_owned()),
            },
        }
    });
}

/// Offers a file as a download, and says so.
fn saved(desk: Desk, kind: &str, bytes: &[u8], media_type: &str) {
    let title = desk.made.with_untracked(|made| made.document.title.clone());
    let title = if title == UNTITLED { String::new() } else { title };
    let name = exchange::report_name(&title, clock::today(), kind);
    let done = files::download(&name, bytes, media_type);
    desk.app.tell(if done.is_ok() { format!("Saved as {name}") } else { NO_SAVE.to_owned() });
}
