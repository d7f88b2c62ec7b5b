//! What could not be read and was put aside.

use leptos::prelude::*;
use store::{Aside, Listing};

use crate::components::Confirm;
use crate::erased::{derived, heard, memo, shown_while};
use crate::state::App;

/// The values that were put aside, if there are any.
pub fn aside(app: App, listing: Memo<Listing>) -> AnyView {
    let any = memo(move || listing.with(|listing| !listing.aside.is_empty()));
    let doomed = RwSignal::new(None::<Aside>);
    let asking = RwSignal::new(false);
    let question = Confirm(crate::components::dialog::ConfirmProps {
        open: asking,
        title: Signal::from("Delete what was put aside for good?".to_owned()),
        text: derived(move || {
            let count = doomed.with(|aside| aside.as_ref().map_or(0, |aside| aside.raw.chars().count()));
            format!("Its {count} characters cannot be brought back. Download it first if someone may still read it.")
        }),
        verb: Signal::from("Delete for good".to_owned()),
        yes: Callback::new(move |()| {
            if let Some(aside) = doomed.get_untracked() {
                app.remove_aside(&aside);
            }
        }),
    });
    let ask = Callback::new(move |aside: Aside| {
        doomed.set(Some(aside));
        asking.set(true);
    });
    let rows = move || {
        listing.with(|listing| {
            let row = |aside: &Aside| row(app, aside, owner(listing, aside), ask);
            listing.aside.iter().map(row).collect_view()
        })
    };
    view! {
        {shown_while(move || any.get(), move || view! {
            <h3>"Put aside"</h3>
            <p>
                "These stored values could not be read. They are kept as they were, and everything else works without \
                 them."
            </p>
            <table class="asides listing">
                <caption class="sr">"Stored values that could not be read"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Key"</th>
                        <th scope="col">"Belongs to"</th>
                        <th scope="col">"What is wrong"</th>
                        <th scope="col"><span class="sr">"What can be done"</span></th>
                    </tr>
                </thead>
                <tbody>{move || rows()}</tbody>
            </table>
        }.into_any())}
        {question}
    }
    .into_any()
}

/// The title of the register that a value belonged to; blank where that is not known.
fn owner(listing: &Listing, aside: &Aside) -> String {
    let id = aside.register();
    let found = listing.registers.iter().find(|summary| Some(&summary.id) == id.as_ref());
    found.map(|summary| summary.title.clone()).unwrap_or_default()
}

fn row(app: App, aside: &Aside, owner: String, ask: Callback<Aside>) -> AnyView {
    let (file, doomed) = (aside.clone(), aside.clone());
    let key = aside.original.clone();
    let (download, delete) = (format!("Download {key}"), format!("Delete {key}"));
    // What could not be copied is still under its own key, which only reading it again can free.
    let removable = aside.key != aside.original;
    view! {
        <tr>
            <th scope="row"><code>{key}</code></th>
            <td>{owner}</td>
            <td>{aside.reason.clone()}</td>
            <td class="do">
                <button type="button" class="quiet" aria-label=download on:click=heard(move |_| app.export_aside(&file))>
                    "Download"
                </button>
                <button
                    type="button"
                    class="quiet"
                    aria-label=delete
                    disabled=!removable
                    on:click=heard(move |_| ask.run(doomed.clone()))
                >
                    "Delete"
                </button>
            </td>
        </tr>
    }
    .into_any()
}
