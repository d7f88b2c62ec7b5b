//! The conditions of the filter as chips: one press changes one, another removes it.

use leptos::prelude::*;
use register::filter::{Filter, brief};

use super::ask;
use crate::components::popup::{At, below, focus_first};
use crate::erased::{each, heard, memo};
use crate::state::app;

/// The chips.
#[component]
pub fn Chips(
    /// The filter.
    filter: Memo<Filter>,
    /// The condition that is being changed.
    editing: RwSignal<Option<usize>>,
    /// The popup in which a condition is changed.
    within: At,
) -> impl IntoView {
    let app = app();
    let places = memo(move || filter.with(|filter| (0..filter.conditions.len()).collect::<Vec<_>>()));
    let chip = move |place: usize| {
        let words = memo(move || filter.with(|filter| filter.conditions.get(place).map(brief).unwrap_or_default()));
        let change = move |event: web_sys::MouseEvent| {
            editing.set(Some(place));
            within.update(|at| *at = at.or_else(|| below(&event)));
            focus_first();
        };
        let remove = move |_: web_sys::MouseEvent| {
            let is_last = filter.with_untracked(|filter| filter.conditions.len() == place + 1);
            editing.set(None);
            ask(app, |asked| {
                asked.filter.conditions.remove(place);
            });
            // Else the next one moves under the focus.
            if is_last {
                focus_first();
            }
        };
        view! {
            <li class="condition">
                <button
                    type="button"
                    class="condition-words"
                    aria-haspopup="dialog"
                    aria-label=move || format!("Change filter: {}", words.get())
                    title=move || words.get()
                    on:click=heard(change)
                >
                    {move || words.get()}
                </button>
                <button
                    type="button"
                    class="condition-remove"
                    aria-label=move || format!("Remove filter: {}", words.get())
                    on:click=heard(remove)
                >
                    "✕"
                </button>
            </li>
        }
        .into_any()
    };
    view! { <ul class="conditions" aria-label="Filters">{each(move || places.get(), |place| *place, chip)}</ul> }
        .into_any()
}
