//! Export of the open register: whole, or only what the filter shows.

use leptos::html;
use leptos::prelude::*;
use register::Register;
use register::date::Day;
use register::filter::{Filter, select};
use wasm_bindgen::JsCast;

use crate::erased::{heard, memo};
use crate::platform::clock;
use crate::state::app;
use crate::state::shelf::UNTITLED;

/// The menu in the bar.
#[component]
pub fn ExportMenu() -> impl IntoView {
    let app = app();
    let node = NodeRef::<html::Details>::new();
    let filtering = memo(move || !app.place().filter.is_empty());
    let close = move || {
        if let Some(menu) = node.get_untracked() {
            menu.set_open(false);
        }
    };
    let whole = move |_| {
        close();
        let register = app.with_register(|register| Some(register.clone()));
        if let Some(register) = register {
            let title = register.title.clone();
            app.export(&[register], &title);
        }
    };
    let shown = move |_| {
        close();
        let filter = app.place_untracked().filter;
        let register = app.with_register(|register| Some(only_shown(register, &filter, clock::today())));
        if let Some(register) = register {
            let name = filtered_name(&register.title);
            app.export(&[register], &name);
        }
    };
    // Escape gives the focus back to what opened the menu; going elsewhere just closes it.
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
            let summary = node.get_untracked().and_then(|menu| menu.query_selector("summary").ok().flatten());
            if let Some(summary) = summary {
                summary.unchecked_into::<web_sys::HtmlElement>().focus().unwrap_or_default();
            }
        }
    };
    let close_unless_in = move |to: Option<web_sys::EventTarget>| {
        let to = to.and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        if to.is_some() && !node.get_untracked().is_some_and(|menu| menu.contains(to.as_ref())) {
            close();
        }
    };
    // Not where the focus goes nowhere: some browsers do not focus a button that is clicked.
    let left = move |event: web_sys::FocusEvent| close_unless_in(event.related_target());
    let clicked = window_event_listener(leptos::ev::click, move |event| close_unless_in(event.target()));
    on_cleanup(move || clicked.remove());
    view! {
        <details class="menu" node_ref=node on:keydown=heard(escape) on:focusout=heard(left)>
            <summary>"Export"</summary>
            <div class="menu-items">
                <button type="button" class="quiet" on:click=heard(whole)>"Export register (JSON)"</button>
                <button type="button" class="quiet" disabled=move || !filtering.get() on:click=heard(shown)>
                    "Export what the filter shows (JSON)"
                </button>
            </div>
        </details>
    }
    .into_any()
}

/// The register with only the risks that a filter shows, in the user's order.
fn only_shown(register: &Register, filter: &Filter, today: Day) -> Register {
    let shown = select(register, filter, &[], today);
    Register { risks: shown.into_iter().map(|place| register.risks[place].clone()).collect(), ..register.head() }
}

/// What the file with only some risks is called.
fn filtered_name(title: &str) -> String {
    format!("{} (filtered)", if title.trim().is_empty() { UNTITLED } else { title })
}

#[cfg(test)]
mod tests {
    use register::filter::{Condition, Test};
    use register::{Risk, Status};

    use super::*;

    #[test]
    fn the_filtered_register_has_all_but_the_risks_that_are_hidden() {
        let risk = |id: &str, status| Risk { id: id.into(), status, ..Risk::default() };
        let register = Register {
            title: "Corporate".to_owned(),
            criteria: register::presets::five_by_five(),
            extra: [("custom".to_owned(), 1.into())].into_iter().collect(),
            risks: vec![risk("c", Status::Open), risk("b", Status::Closed), risk("a", Status::Open)],
            ..Register::default()
        };
        let open = Condition::new("status", Test::Is, &["open"]);
        let open = Filter { conditions: vec![open], ..Filter::default() };
        let day = Day { year: 2026, month: 3, day: 1 };
        let filtered = only_shown(&register, &open, day);
        let ids: Vec<_> = filtered.risks.iter().map(|risk| risk.id.as_str()).collect();
        assert_eq!(ids, ["c", "a"]);
        assert_eq!(filtered.head(), register.head());
        assert_eq!(only_shown(&register, &Filter::default(), day), register);
    }

    #[test]
    fn the_name_says_that_it_is_filtered() {
        let day = Day { year: 2026, month: 3, day: 1 };
        assert_eq!(
            exchange::file_name(&filtered_name("Corporate"), day),
            "Corporate (filtered) 2026-03-01.heatgrid.json"
        );
        assert!(filtered_name(" ").starts_with(UNTITLED));
    }
}
