//! Export of the open register: whole, or only what the filter shows.

use leptos::prelude::*;
use register::Register;
use register::date::Day;
use register::filter::{Filter, select};

use crate::components::BarMenu;
use crate::components::bar_menu::BarMenuProps;
use crate::erased::{heard, memo};
use crate::platform::clock;
use crate::state::shelf::UNTITLED;
use crate::state::{App, app};
use crate::views::linked;

/// The menu in the bar.
#[component]
pub fn ExportMenu() -> impl IntoView {
    let props = BarMenuProps { label: "Export", class: "export", children: ToChildren::to_children(entries) };
    BarMenu(props).into_any()
}

/// Its entries.
pub fn entries() -> AnyView {
    let app = app();
    let filtering = memo(move || !app.place().filter.is_empty());
    let last = move || {
        let id = app.head.with(|head| head.id.clone());
        let changes = app.unfiled();
        match app.filed_at(&id) {
            None => "No file of this register has been saved here yet.".to_owned(),
            Some(at) => format!("Last file: {}. {}", clock::local(&at), since(changes)),
        }
    };
    view! {
        <p class="hint">{move || last()}</p>
        {linked::entries(app)}
        <button type="button" class="quiet" on:click=heard(move |_| whole(app))>"Export register (JSON)"</button>
        <button type="button" class="quiet" on:click=heard(move |_| app.export_page())>
            "Save as one HTML file"
        </button>
        <button type="button" class="quiet" on:click=heard(move |_| app.locking.set(true))>
            "Export with a password…"
        </button>
        <button type="button" class="quiet" disabled=move || !filtering.get() on:click=heard(move |_| shown(app))>
            "Export what the filter shows (JSON)"
        </button>
    }
    .into_any()
}

/// What has changed since a file was saved.
fn since(changes: usize) -> String {
    match changes {
        0 => "Nothing has changed since.".to_owned(),
        1 => "One change since.".to_owned(),
        count => format!("{count} changes since."),
    }
}

/// Saves the open register as a file.
pub fn whole(app: App) {
    let register = app.with_register(|register| Some(register.clone()));
    if let Some(register) = register {
        let title = register.title.clone();
        app.export(vec![register], title);
    }
}

/// Saves what the filter shows of it as a file.
pub fn shown(app: App) {
    let filter = app.place_untracked().filter;
    let register = app.with_register(|register| Some(only_shown(register, &filter, clock::today())));
    if let Some(register) = register {
        let name = filtered_name(&register.title);
        app.export_some(register, name);
    }
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
