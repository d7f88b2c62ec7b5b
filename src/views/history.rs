//! The history of a register: every change with its number, when, who, what and why, newest first.

use leptos::prelude::*;
use register::Register;
use register::change::describe;
use store::{Entry, Logged};

use crate::erased::{heard, memo};
use crate::platform::clock;
use crate::state::app;
use crate::state::arriving::counted;

/// How many rows are drawn at first, and how many more each time older ones are asked for.
const ROWS: usize = 200;

/// The view.
#[component]
pub fn History() -> impl IntoView {
    let app = app();
    let drawn = RwSignal::new(ROWS);
    let entries = memo(move || {
        app.edits.track();
        app.history()
    });
    let count = memo(move || entries.with(Vec::len));
    let rows = move || {
        entries.with(|entries| {
            app.with_register(|register| {
                let newest = entries.iter().rev().take(drawn.get());
                newest.map(|entry| row(register, entry)).collect::<Vec<_>>()
            })
        })
    };
    let older = move || {
        let left = count.get().saturating_sub(drawn.get());
        (left > 0).then(|| {
            let more = move |_| drawn.update(|drawn| *drawn += ROWS);
            let left = format!("{left} older not shown");
            view! {
                <div class="buttons">
                    <button type="button" on:click=heard(more)>"Show older"</button>
                    <span class="hint">{left}</span>
                </div>
            }
            .into_any()
        })
    };
    view! {
        <section class="page history" aria-labelledby="history-heading">
            <h2 id="history-heading">"History"</h2>
            <p class="hint">{move || counted(count.get(), "change")}</p>
            <table class="listing">
                <caption class="sr">"Changes of this register, newest first"</caption>
                <thead>
                    <tr>
                        <th scope="col" class="figures">"No."</th>
                        <th scope="col">"When"</th>
                        <th scope="col">"Who"</th>
                        <th scope="col">"What"</th>
                        <th scope="col">"Reason"</th>
                    </tr>
                </thead>
                <tbody>{move || rows()}</tbody>
            </table>
            {move || older()}
        </section>
    }
    .into_any()
}

fn row(register: &Register, entry: &Entry) -> AnyView {
    let who = if entry.by.is_empty() { "not named".to_owned() } else { entry.by.clone() };
    view! {
        <tr>
            <th scope="row" class="figures">{entry.seq.to_string()}</th>
            <td class="when">{clock::local(&entry.at)}</td>
            <td>{who}</td>
            <td class="what">{what(register, entry)}</td>
            <td>{entry.reason.clone()}</td>
        </tr>
    }
    .into_any()
}

/// What an entry records, in words.
fn what(register: &Register, entry: &Entry) -> String {
    let change = match &entry.change {
        Logged::Created { title, risks } => return format!("Created: “{title}” with {}", counted(*risks, "risk")),
        Logged::Change(change) => describe(register, change),
    };
    let number = |id: &str| id.split('-').next().unwrap_or_default().to_owned();
    let (kind, of) = match (&entry.undoes, &entry.redoes) {
        (Some(of), _) => ("Undone", number(of)),
        (None, Some(of)) => ("Done again", number(of)),
        (None, None) => return change,
    };
    if change.is_empty() {
        return format!("{kind} (change {of}): nothing, because what it changed is gone");
    }
    format!("{kind} (change {of}): {change}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use register::Change;
    use register::change::Place;
    use serde_json::json;

    use super::*;

    fn entry(change: Logged) -> Entry {
        Entry {
            seq: 12,
            tab: "tab".to_owned(),
            at: String::new(),
            by: String::new(),
            reason: String::new(),
            change,
            undoes: None,
            redoes: None,
            previous: 0,
            ranks: BTreeMap::new(),
            extra: serde_json::Map::new(),
        }
    }

    #[test]
    fn entries_say_what_was_done_undone_and_done_again() {
        let register = Register::default();
        let set =
            Change::Set { place: Place::Register, field: "title".to_owned(), from: json!("Old"), to: json!("New") };
        let plain = entry(Logged::Change(set));
        assert_eq!(what(&register, &plain), "Title: Old → New");
        let undone = Entry { undoes: Some("11-other-tab".to_owned()), ..plain.clone() };
        assert_eq!(what(&register, &undone), "Undone (change 11): Title: Old → New");
        let again = Entry { redoes: Some("11-tab".to_owned()), ..plain };
        assert_eq!(what(&register, &again), "Done again (change 11): Title: Old → New");
        let created = entry(Logged::Created { title: "Corporate".to_owned(), risks: 1 });
        assert_eq!(what(&register, &created), "Created: “Corporate” with 1 risk");
    }

    #[test]
    fn an_undo_that_found_nothing_says_so() {
        let nothing = Change::Several { title: String::new(), changes: Vec::new() };
        let undone = Entry { undoes: Some("3-tab".to_owned()), ..entry(Logged::Change(nothing)) };
        assert!(what(&Register::default(), &undone).ends_with("what it changed is gone"));
    }
}
