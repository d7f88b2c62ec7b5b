//! The command palette: every action, every risk of the open register, every register, by a few letters.
//!
//! A dialog with a field and a list, after the combobox of the WAI-ARIA APG: the focus stays in the field, the arrows
//! choose in the list.

mod line;
mod search;

use std::cell::RefCell;
use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use register::Id;

use crate::actions;
use crate::erased::{effect, heard, memo};
use crate::platform::focus;
use crate::route::{Place, Route, View};
use crate::state::{App, app};
use search::{Found, Section, Stock, search};

thread_local! {
    /// What was chosen in this tab, the newest first.
    static RECENT: RefCell<Vec<Found>> = const { RefCell::new(Vec::new()) };
}

/// How many of those are kept.
const KEPT: usize = 20;

/// What the parts of the palette share.
#[derive(Clone, Copy)]
struct State {
    app: App,
    node: NodeRef<html::Dialog>,
    sections: Memo<Vec<Section>>,
    /// The place of what is chosen, over all sections.
    at: RwSignal<usize>,
}

impl State {
    /// How many things there are.
    fn count(self) -> usize {
        self.sections.with(|sections| sections.iter().map(|section| section.found.len()).sum())
    }

    /// What is chosen.
    fn chosen(self) -> Option<Found> {
        let at = self.at.get_untracked();
        self.sections.with_untracked(|sections| sections.iter().flat_map(|it| &it.found).nth(at).cloned())
    }

    /// Chooses another one, and shows it where the list is longer than its room.
    fn choose(self, at: usize) {
        self.at.set(at);
        request_animation_frame(move || {
            if let Some(line) = document().get_element_by_id(&line::id(at)) {
                line::reveal(&line);
            }
        });
    }

    fn close(self) {
        if let Some(dialog) = self.node.get_untracked() {
            // The browser gives the focus back.
            dialog.close();
        }
        self.app.finding.set(false);
        focus::keep_on_page();
    }

    /// Goes to or does what was found.
    fn take(self, found: &Found) {
        RECENT.with_borrow_mut(|recent| {
            recent.retain(|it| it != found);
            recent.insert(0, found.clone());
            recent.truncate(KEPT);
        });
        self.close();
        match found {
            Found::Action(name) => actions::run(self.app, name),
            Found::Risk(id) => self.show(id),
            Found::Register(id) => self.app.enter(id.clone()),
        }
    }

    fn show(self, risk: &Id) {
        let place = self.app.place_untracked();
        self.app.go(&Route::Register(Place { view: View::Card, risk: Some(risk.clone()), ..place }));
    }
}

/// What there is to find just now.
fn stock(app: App) -> Stock {
    let open = app.with_register(|register| register.id.clone());
    let in_register = untrack(move || matches!(app.route.get(), Route::Register(_)));
    let listing = untrack(move || app.listing());
    let others =
        listing.registers.into_iter().filter(|it| it.trashed.is_none() && !it.newer && !(in_register && it.id == open));
    let titled = |it: store::Summary| {
        let name = if it.entity.is_empty() { it.title } else { format!("{} – {}", it.title, it.entity.join(" / ")) };
        (it.id, name)
    };
    Stock {
        actions: actions::possible(app)
            .into_iter()
            // The palette is open already.
            .filter(|action| action.name != "Find anything")
            .map(|action| (action.name, action.hint))
            .collect(),
        registers: others.map(titled).collect(),
        recent: RECENT.with_borrow(Clone::clone),
    }
}

/// The palette, open as soon as it is there.
#[component]
pub fn Palette() -> impl IntoView {
    let app = app();
    let stock = Arc::new(stock(app));
    let names = stock.clone();
    let typed = RwSignal::new(String::new());
    let sections = memo(move || {
        let in_register = untrack(move || actions::risks::in_register(app));
        let typed = typed.get();
        // What is open behind another page is not what is being looked for.
        if in_register {
            app.with_register(|register| search(&stock, register, &typed))
        } else {
            search(&stock, &register::Register::default(), &typed)
        }
    });
    let state = State { app, node: NodeRef::new(), sections, at: RwSignal::new(0) };
    effect(move || {
        if let Some(dialog) = state.node.get()
            && !dialog.open()
        {
            // Fails only if it is open already.
            dialog.show_modal().unwrap_or_default();
        }
    });
    let pressed = move |event: web_sys::KeyboardEvent| {
        let (at, count) = (state.at.get_untracked(), untrack(move || state.count()));
        let last = count.saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => state.choose(if at >= last { 0 } else { at + 1 }),
            "ArrowUp" => state.choose(at.checked_sub(1).unwrap_or(last)),
            "PageDown" => state.choose((at + 8).min(last)),
            "PageUp" => state.choose(at.saturating_sub(8)),
            "Enter" => {
                if let Some(found) = state.chosen() {
                    state.take(&found);
                }
            }
            // The same keys close it.
            "k" | "K" if event.ctrl_key() || event.meta_key() => state.close(),
            _ => return,
        }
        event.prevent_default();
    };
    // A click beside the palette is a click on the dialog itself.
    let beside = move |event: web_sys::MouseEvent| {
        let dialog = state.node.get_untracked().map(web_sys::EventTarget::from);
        if event.target().is_some() && event.target() == dialog {
            state.close();
        }
    };
    let active = move || (state.count() > 0).then(|| line::id(state.at.get()));
    let told = move || match state.count() {
        0 => format!("Nothing is called “{}”.", typed.with(|typed| typed.trim().to_owned())),
        1 => "1 found".to_owned(),
        count => format!("{count} found"),
    };
    view! {
        <dialog
            class="palette"
            aria-label="Find anything"
            node_ref=state.node
            on:close=heard(move |_| state.close())
            on:click=heard(beside)
        >
            <div class="palette-head">
                <input
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    aria-label="Find an action, a risk or a register"
                    placeholder="Action, risk number or words, register"
                    aria-expanded="true"
                    aria-controls="palette-list"
                    aria-autocomplete="list"
                    aria-activedescendant=move || active()
                    prop:value=move || typed.get()
                    on:input=heard(move |event: web_sys::Event| {
                        state.at.set(0);
                        typed.set(event_target_value(&event));
                    })
                    on:keydown=heard(pressed)
                />
                <button type="button" class="quiet" aria-label="Close" on:click=heard(move |_| state.close())>"✕"</button>
            </div>
            <div id="palette-list" role="listbox" aria-label="Found" tabindex="-1">
                {move || line::sections(state, &names)}
            </div>
            <p class="told" class:none=move || state.count() == 0 role="status">{move || told()}</p>
        </dialog>
    }
    .into_any()
}
