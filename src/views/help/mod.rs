//! Help: the keys, the terms, where the data lives.

mod keys;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::tour;
use crate::actions::SINGLE_KEYS_OFF;
use crate::erased::heard;
use crate::platform::keys::is_apple;
use crate::platform::texts;
use crate::state::{App, app};

/// The id of a part and its heading.
type Heading = (&'static str, &'static str);

/// The parts of the page: the id of the heading, the heading.
const PARTS: [(&str, &str); 6] = [
    ("help-begin", "First steps"),
    ("help-keys", "Keys"),
    ("help-terms", "Terms"),
    ("help-data", "Where your registers live"),
    ("help-move", "Moving a register"),
    ("help-full", "When the storage is full"),
];

/// The page.
#[component]
pub fn Help() -> impl IntoView {
    let app = app();
    let contents = PARTS.map(|(id, heading)| {
        let lead = move |event: web_sys::MouseEvent| {
            // The address belongs to the router; the link only goes down the page.
            event.prevent_default();
            if let Some(heading) = document().get_element_by_id(id) {
                heading.scroll_into_view_with_bool(true);
                heading.unchecked_into::<web_sys::HtmlElement>().focus().unwrap_or_default();
            }
        };
        view! { <li><a href="#/help" on:click=heard(lead)>{heading}</a></li> }.into_any()
    });
    let bodies: [fn(App) -> AnyView; 6] = [begin, keys_of, terms_of, data, moving, full];
    let part = |((id, heading), body): (Heading, fn(App) -> AnyView)| {
        view! {
            <section aria-labelledby=id>
                <h2 id=id tabindex="-1">{heading}</h2>
                {body(app)}
            </section>
        }
        .into_any()
    };
    view! {
        <section class="page help">
            <h1>"Help"</h1>
            <nav class="contents" aria-label="On this page"><ul>{contents.into_iter().collect_view()}</ul></nav>
            {PARTS.into_iter().zip(bodies).map(part).collect_view()}
        </section>
    }
    .into_any()
}

fn begin(app: App) -> AnyView {
    // The tour goes through a register: through the one that was open last in this tab.
    let open = move || app.with_register(|register| Some(register.id.clone()));
    let tour = open().map(|register| {
        let begin = move |_| tour::begin_in(app, register.clone());
        view! { <button type="button" on:click=heard(begin)>"Take the tour"</button> }.into_any()
    });
    let no_tour = tour.is_none().then(|| {
        view! {
            <p>
                "Open a register, or a sample from "<a href="#/">"the list of registers"</a>
                ", and choose “Take the tour” in the menu to be shown round in two minutes."
            </p>
        }
        .into_any()
    });
    view! {
        <ol class="steps">
            <li>"Open a sample to look round, make a new register, or import a file."</li>
            <li>"Type in the grid as in a spreadsheet. Open a card to see one risk in full, with its controls and actions."</li>
            <li>"Look at the heat map to see where the risks stand. Export a file now and then as a backup."</li>
        </ol>
        {no_tour}
        <div class="buttons">{tour}</div>
    }
    .into_any()
}

fn keys_of(app: App) -> AnyView {
    let group = |group: keys::Group| {
        let line = |(keys, what): (Vec<String>, String)| {
            let keys = keys.into_iter().map(|keys| view! { <kbd>{keys}</kbd>" " }.into_any());
            view! { <tr><th scope="row">{keys.collect_view()}</th><td>{what}</td></tr> }.into_any()
        };
        view! {
            <table>
                <caption>{group.place}</caption>
                <thead class="sr"><tr><th scope="col">"Keys"</th><th scope="col">"What they do"</th></tr></thead>
                <tbody>{group.lines.into_iter().map(line).collect_view()}</tbody>
            </table>
        }
        .into_any()
    };
    let off = move || app.noted(SINGLE_KEYS_OFF).is_some();
    view! {
        <p>
            "Keys without Ctrl or Alt work where nothing is being typed. "
            {move || off().then_some("They are switched off now. ")}
            "They can be switched off in "<a href="#/settings">"Settings"</a>"."
        </p>
        <div class="key-tables">{keys::groups(is_apple()).into_iter().map(group).collect_view()}</div>
    }
    .into_any()
}

fn terms_of(_: App) -> AnyView {
    let term = |(term, meaning): (&'static str, &'static str)| {
        view! { <div><dt>{term}</dt><dd>{meaning}</dd></div> }.into_any()
    };
    let all = texts::of(texts::TERMS).lines().filter_map(|line| line.split_once(": "));
    view! { <dl class="terms">{all.map(term).collect_view()}</dl> }.into_any()
}

fn data(_: App) -> AnyView {
    view! {
        <p>
            "Registers are kept in this browser, on this computer, for the address that this page was opened from. Each \
             change is stored as you make it. Nothing is sent anywhere, there is no account, and nobody else sees a \
             register unless you send a file."
        </p>
        <p>
            "Another browser, another computer or a private window has registers of its own. Clearing the browser’s data \
             deletes what is here, and some browsers do that by themselves for pages that were not visited for a while. \
             So save a file now and then and keep it where your other files are backed up: “Export” for the register that \
             is open, “Export all” on the list of registers for everything."
        </p>
    }
    .into_any()
}

fn moving(_: App) -> AnyView {
    view! {
        <ol class="steps">
            <li>"Open the register and choose “Export register (JSON)”. A file is saved where your downloads are."</li>
            <li>"Send the file to your colleague, or take it to the other computer."</li>
            <li>"There, open this page, choose “Import” on the list of registers and choose the file, or drop it on the page."</li>
            <li>
                "Look at the preview. Where a register of the same title and entity is there already, choose whether the \
                 new one stands beside it or takes its place; the old one then goes to the bin."
            </li>
        </ol>
        <p>"The file holds everything but the history: risks, criteria, glossary, and fields that other programs have added."</p>
        <p>
            "A colleague who has no address for Heatgrid can do with a file alone: “Save as one HTML file” in the Export menu \
             makes one that holds Heatgrid and the register. It opens by a double click, and is imported like any other file \
             when it comes back."
        </p>
        <p>
            "In Chrome and Edge you can work in a file in a shared folder: “Open file” on the list of registers, then Ctrl S \
             saves back to it. If somebody else has saved the file meanwhile, you are asked before anything is written."
        </p>
    }
    .into_any()
}

fn full(app: App) -> AnyView {
    view! {
        <p>
            "A browser gives a page room for about 5 million characters: some thousand risks with all their texts and \
             history. When it is used up, a red notice says what is not saved. You can work on; everything is kept while \
             the page stays open. Then:"
        </p>
        <ol class="steps">
            <li>"Choose “Save a file” in the notice, so that nothing can be lost."</li>
            <li>"Export the registers that you do not need here, delete them, and delete them for good from the bin."</li>
            <li>"What was not saved is saved by itself as soon as there is room. “Try again” does it at once."</li>
        </ol>
        <p>"What takes how much is in "<a href="#/settings">"Settings"</a>", under Storage."</p>
        <div class="buttons">
            <button type="button" on:click=heard(move |_| app.export_all())>
                "Save all registers as a file"
            </button>
        </div>
    }
    .into_any()
}
