//! The bin: deleted registers, to be restored or deleted for good.

use leptos::prelude::*;
use store::Summary;

use super::{Shelf, focus, title_of};
use crate::components::Confirm;
use crate::erased::{derived, each, heard, memo, shown_while};
use crate::platform::clock;
use crate::state::arriving::counted;

/// The bin of the list that it stands below, and the question before something is deleted for good.
pub fn bin() -> AnyView {
    let shelf = expect_context::<Shelf>();
    view! {
        {binned(shelf)}
        {question(shelf)}
    }
    .into_any()
}

/// The registers in the bin, if there are any.
fn binned(shelf: Shelf) -> AnyView {
    let any = memo(move || shelf.listing.with(|it| it.registers.iter().any(|it| it.trashed.is_some())));
    view! {
        {shown_while(move || any.get(), move || view! {
            <section class="bin" aria-labelledby="bin-heading">
                <h2 id="bin-heading">"Bin"</h2>
                <table class="register-list listing">
                    <caption class="sr">"Registers in the bin"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Register"</th>
                            <th scope="col" class="figures">"Risks"</th>
                            <th scope="col">"Deleted"</th>
                            <th scope="col"><span class="sr">"What can be done"</span></th>
                        </tr>
                    </thead>
                    <tbody>
                        {each(
                            move || shelf.registers(true),
                            |it| (it.id.clone(), it.trashed.clone()),
                            move |summary| row(shelf, summary),
                        )}
                    </tbody>
                </table>
            </section>
        }.into_any())}
    }
    .into_any()
}

fn row(shelf: Shelf, summary: Summary) -> AnyView {
    let title = title_of(&summary);
    let (restore, purge) = (format!("Restore {title}"), format!("Delete for good: {title}"));
    let (id, doomed) = (summary.id.clone(), summary.clone());
    let bring_back = move |_| {
        let id = id.clone();
        shelf.app.with_books(move |books| {
            shelf.app.unbin(books, &id);
            focus(&format!("[data-register='{id}'] .title"));
        });
    };
    view! {
        <tr>
            <th scope="row">
                <span class="title">{title}</span>
                <span class="entity">{summary.entity.join(" / ")}</span>
            </th>
            <td class="figures">{summary.risks.to_string()}<span class="unit">" risks"</span></td>
            <td class="when">{summary.trashed.as_deref().map(clock::local)}</td>
            <td class="do">
                <button type="button" class="quiet" aria-label=restore on:click=heard(bring_back)>"Restore"</button>
                <button
                    type="button"
                    class="quiet"
                    aria-label=purge
                    on:click=heard(move |_| shelf.ask_purge(doomed.clone()))
                >
                    "Delete for good"
                </button>
            </td>
        </tr>
    }
    .into_any()
}

/// The question before a register is deleted for good.
fn question(shelf: Shelf) -> AnyView {
    let title = derived(move || {
        shelf.doomed.with(|it| format!("Delete “{}” with {} for good?", title_of(it), counted(it.risks, "risk")))
    });
    let text = derived(move || {
        let full = "The space that the browser gives this page is used up, so there is no room for it in the bin. ";
        let why = if shelf.doomed.with(|it| it.trashed.is_none()) { full } else { "" };
        format!("{why}Its history goes too, and nothing here can bring it back. Files that you saved stay as they are.")
    });
    let yes = Callback::new(move |()| {
        shelf.app.purge(&shelf.doomed.with_untracked(|it| it.id.clone()));
        focus("#registers-heading");
    });
    Confirm(crate::components::dialog::ConfirmProps {
        open: shelf.asking_purge,
        title,
        text,
        verb: Signal::from("Delete for good".to_owned()),
        yes,
    })
    .into_any()
}
