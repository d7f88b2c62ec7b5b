//! The list of the palette.

use leptos::prelude::*;
use web_sys::Element;

use super::State;
use super::search::{Found, Section, Stock};
use crate::actions;
use crate::components::Pill;
use crate::components::score::{PillFace, PillProps};
use crate::erased::heard;
use crate::platform::keys::is_apple;

/// The id of the line at a place.
pub fn id(at: usize) -> String {
    format!("found-{at}")
}

/// Scrolls the list just so far that a line is in sight.
pub fn reveal(line: &Element) {
    if let Some(list) = line.closest("[role=listbox]").ok().flatten() {
        let (line, room) = (line.get_bounding_client_rect(), list.get_bounding_client_rect());
        let by = (line.top() - room.top()).min(0.0) + (line.bottom() - room.bottom()).max(0.0);
        list.set_scroll_top(list.scroll_top() + by as i32);
    }
}

/// All sections with their lines.
pub fn sections(state: State, stock: &Stock) -> AnyView {
    let actions = actions::all();
    let mut at = 0;
    let mut section = |section: Section| {
        let mut lines = Vec::new();
        for found in section.found {
            lines.push(line(state, stock, &actions, at, found));
            at += 1;
        }
        let heading = format!("found-{}", section.title.to_lowercase());
        let named_by = heading.clone();
        view! {
            <div role="group" aria-labelledby=named_by>
                <p class="kind" id=heading role="presentation">{section.title}</p>
                {lines}
            </div>
        }
        .into_any()
    };
    state.sections.get().into_iter().map(&mut section).collect_view().into_any()
}

fn line(state: State, stock: &Stock, actions: &[actions::Action], at: usize, found: Found) -> AnyView {
    let content = match &found {
        Found::Action(name) => {
            let action = actions.iter().find(|it| it.name == *name);
            let keys = action.and_then(|it| it.keys.first()).map(|keys| keys.words(is_apple()));
            let hint = action.map_or("", |it| it.hint);
            view! {
                <span class="name">{name.clone()}</span>
                <span class="hint">{hint}</span>
                <kbd>{keys}</kbd>
            }
            .into_any()
        }
        Found::Risk(id) => state
            .app
            .with_register(|register| {
                let risk = register.find(id).map(|(_, risk)| risk);
                let number = risk.map(|it| it.printed_number()).unwrap_or_default();
                let title = risk.map(|it| it.title.clone()).filter(|it| !it.trim().is_empty());
                let face = risk.map(|it| PillFace::of(&register.criteria, &it.residual, None)).unwrap_or_default();
                Some(
                    view! {
                        <span class="number">{number}</span>
                        <span class="name">{title.unwrap_or_else(|| "Untitled risk".to_owned())}</span>
                        {Pill(PillProps { face: Signal::stored(face) })}
                    }
                    .into_any(),
                )
            })
            .unwrap_or_else(|| ().into_any()),
        Found::Register(id) => {
            let name = stock.registers.iter().find(|(it, _)| it == id).map(|(_, name)| name.clone());
            view! { <span class="name">{name}</span> }.into_any()
        }
    };
    view! {
        <div
            id=id(at)
            role="option"
            class="found"
            aria-selected=move || (state.at.get() == at).to_string()
            on:click=heard(move |_| state.take(&found))
        >
            {content}
        </div>
    }
    .into_any()
}
