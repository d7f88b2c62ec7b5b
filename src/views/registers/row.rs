//! The registers as a table, and what can be done to each.

use leptos::prelude::*;
use register::scoring::ink;
use store::{Highest, Summary};

use super::naming::Naming;
use super::{Shelf, title_of};
use crate::erased::{each, heard, memo};
use crate::platform::clock;
use crate::route::{Place, Route};

/// The registers that are not in the bin.
pub fn table(shelf: Shelf) -> AnyView {
    let none = memo(move || shelf.listing.with(|it| it.registers.iter().all(|it| it.trashed.is_some())));
    view! {
        <table class="register-list listing" class:none=move || none.get()>
            <caption class="sr">"Registers in this browser"</caption>
            <thead>
                <tr>
                    <th scope="col">"Register"</th>
                    <th scope="col" class="figures">"Risks"</th>
                    <th scope="col">"Highest residual"</th>
                    <th scope="col">"Last changed"</th>
                    <th scope="col"><span class="sr">"What can be done"</span></th>
                </tr>
            </thead>
            <tbody>
                // A row stays, and with it the focus in it, as long as it says the same.
                {each(move || shelf.registers(false), said, move |summary| row(shelf, summary))}
            </tbody>
        </table>
        {move || none.get().then(|| view! { <p class="hint">"All your registers are in the bin."</p> }.into_any())}
    }
    .into_any()
}

/// Whether the newest of a register is in a file, in words for who should save one; followed.
fn in_file(shelf: Shelf, summary: &Summary) -> &'static str {
    match (&summary.last_changed, shelf.app.filed_at(&summary.id)) {
        (None, _) => "",
        (Some(_), None) => "In no file yet",
        (Some(changed), Some(filed)) if *changed > filed => "Changed since its last file",
        _ => "",
    }
}

/// All that a row says.
fn said(it: &Summary) -> impl Eq + std::hash::Hash + use<> {
    let highest = it.highest.clone().map(|highest| (highest.score, highest.band, highest.colour));
    let words = (it.id.clone(), it.title.clone(), it.entity.clone(), it.last_changed.clone(), it.by.clone());
    (words, highest, it.risks, it.newer, it.recovered)
}

fn row(shelf: Shelf, summary: Summary) -> AnyView {
    let title = title_of(&summary);
    let href = Route::Register(Place { register: summary.id.clone(), ..Place::default() }).hash();
    let name = if summary.newer {
        view! { <span class="title">{title.clone()}</span> }.into_any()
    } else {
        view! { <a class="title" href=href.clone()>{title.clone()}</a> }.into_any()
    };
    let said = summary.clone();
    let file = move || in_file(shelf, &said);
    let note = match (summary.newer, summary.recovered) {
        (true, _) => "Reload the page to get the newest Heatgrid, which can open it.",
        (_, true) => "Its title and criteria were lost and its risks were found. Open it and look it over.",
        _ => "",
    };
    let risks = if summary.newer { String::new() } else { summary.risks.to_string() };
    let actions = (!summary.newer).then(|| actions(shelf, &summary, &title, href));
    view! {
        <tr data-register=summary.id.to_string()>
            <th scope="row">
                {name}
                <span class="entity">{summary.entity.join(" / ")}</span>
                <span class="hint">{note}</span>
            </th>
            <td class="figures">{risks}<span class="unit">" risks"</span></td>
            <td>{summary.highest.as_ref().map(highest)}</td>
            <td class="when">{changed(&summary)}<span class="hint">{move || file()}</span></td>
            <td class="do">{actions}</td>
        </tr>
    }
    .into_any()
}

/// When and by whom it was last changed.
fn changed(summary: &Summary) -> AnyView {
    let by = if summary.by.is_empty() { String::new() } else { format!("by {}", summary.by) };
    let at = summary.last_changed.as_deref().map(clock::local).unwrap_or_default();
    view! { <span>{at}</span>" "<span class="by">{by}</span> }.into_any()
}

/// The highest residual score with its band.
fn highest(it: &Highest) -> AnyView {
    let colour = if register::checks::is_colour(&it.colour) { it.colour.clone() } else { String::new() };
    let text = if colour.is_empty() { "" } else { ink(&colour) };
    let (score, band) = (it.score.to_string(), it.band.clone());
    view! {
        <span class="pill" class:blank=colour.is_empty() style:background-color=colour style:color=text>
            <span class="figure">{score}</span>" "<span>{band}</span>
        </span>
    }
    .into_any()
}

fn actions(shelf: Shelf, summary: &Summary, title: &str, href: String) -> AnyView {
    let app = shelf.app;
    let label = |verb: &str| format!("{verb} {title}");
    let (rename, duplicate) = (Naming::Rename(summary.id.clone(), summary.title.clone()), summary.id.clone());
    let (export, doomed) = (summary.id.clone(), summary.clone());
    let delete = move |_| {
        let doomed = doomed.clone();
        app.with_books(move |books| shelf.delete(books, &doomed));
    };
    view! {
        <a class="open" href=href aria-label=label("Open")>"Open"</a>
        <button
            type="button"
            class="quiet"
            aria-label=label("Rename")
            on:click=heard(move |_| shelf.ask_rename(rename.clone()))
        >
            "Rename"
        </button>
        <button
            type="button"
            class="quiet"
            aria-label=label("Duplicate")
            on:click=heard(move |_| app.duplicate(duplicate.clone()))
        >
            "Duplicate"
        </button>
        <button type="button" class="quiet" aria-label=label("Export") on:click=heard(move |_| app.export_one(export.clone()))>"Export"</button>
        <button type="button" class="quiet" aria-label=label("Delete") on:click=heard(delete)>
            "Delete"
        </button>
    }
    .into_any()
}
