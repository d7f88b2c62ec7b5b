//! The report: the published forms of the open register, to look at, to print and to save.

mod asked;
mod covering;
mod kept;
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
use asked::Desk;

const NOTHING: &str = "The report is empty. Choose a part that has something to say.";
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
                <button type="button" class="primary" on:click=heard(move |_| print(desk))>"Print or save as PDF"</button>
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

/// Whether there is anything to put out. Says so where there is not.
fn has_sheets(desk: Desk) -> bool {
    let any = desk.made.with_untracked(|made| !made.document.sections.is_empty());
    if !any {
        desk.app.tell(NOTHING.to_owned());
    }
    any
}

/// Opens the browser's dialog for all sheets, also where something else stands in their place: they are laid out first.
fn print(desk: Desk) {
    if has_sheets(desk) {
        desk.writing.set(false);
        desk.whole.set(true);
        request_animation_frame(move || request_animation_frame(move || open_dialog(desk)));
    }
}

fn open_dialog(desk: Desk) {
    // The browser names the file by the page.
    let was = document().title();
    document().set_title(&desk.made.with_untracked(|made| made.document.title.clone()));
    // A browser that has no dialog does nothing.
    web_sys::window().map(|window| window.print().unwrap_or_default()).unwrap_or_default();
    document().set_title(&was);
}

/// Saves the report as a file that any browser opens.
fn save_html(desk: Desk) {
    if !has_sheets(desk) {
        return;
    }
    let html = desk.made.with_untracked(|made| report::file(&made.document, texts::of(texts::REPORT)));
    saved(desk, "html", html.as_bytes(), "text/html");
}

/// Saves the report as a file that Word opens, to be edited.
fn save_word(desk: Desk) {
    if !has_sheets(desk) {
        return;
    }
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
    let name = exchange::report_name(&title, clock::today(), kind);
    let done = files::download(&name, bytes, media_type);
    desk.app.tell(if done.is_ok() { format!("Saved as {name}") } else { NO_SAVE.to_owned() });
}
