//! What stands above the sheet: from risk to risk, and what can be done to the one shown.

use std::sync::Arc;

use leptos::prelude::*;
use register::Id;
use wasm_bindgen::JsCast;

use super::jump::jump;
use super::neighbours::{after_removal, step};
use super::print::print;
use crate::actions::{offer, risks};
use crate::erased::heard;
use crate::platform::focus::leave_field;
use crate::route::{Place, Route};
use crate::state::App;

/// Shows the card of a risk.
pub fn show(app: App, risk: Option<Id>) {
    app.replace(Route::Register(Place { risk, ..app.place_untracked() }));
}

/// Adds a risk at the end and begins with its title.
pub fn add(app: App) {
    if let Some(id) = app.add_risk() {
        show(app, Some(id));
        focus(".sheet .title textarea");
    }
}

/// Copies a risk and begins with the number of the copy, which is the user's to say.
fn duplicate(app: App, id: &Id) {
    if let Some(copy) = app.duplicate_risks(std::slice::from_ref(id)).pop() {
        show(app, Some(copy));
        app.tell_undoable("The risk was duplicated. This is the copy, still under the same number.".to_owned());
        focus(".sheet .number input");
    }
}

/// Puts the focus on the first element of the new card that the selector names, once it is drawn.
fn focus(selector: &'static str) {
    request_animation_frame(move || {
        if let Some(found) = document().query_selector(selector).ok().flatten() {
            found.unchecked_into::<web_sys::HtmlElement>().focus().unwrap_or_default();
        }
    });
}

/// The tools of the view.
#[component]
pub fn CardTools(
    /// The risks that the filter shows.
    shown: Memo<Arc<Vec<Id>>>,
    /// The one on the card.
    current: Memo<Option<Id>>,
    /// Whether all cards are on the page to be printed.
    printing: RwSignal<bool>,
) -> impl IntoView {
    let app = crate::state::app();
    let to = move |on: bool| shown.with(|shown| current.with(|current| step(shown, current.as_ref(), on)));
    let go = move |on: bool| {
        if let Some(id) = untrack(|| to(on)) {
            show(app, Some(id));
        }
    };
    let copy = move || {
        if let Some(id) = current.get_untracked() {
            duplicate(app, &id);
        }
    };
    let remove = move || {
        let Some(id) = current.get_untracked() else { return };
        let next = shown.with_untracked(|shown| after_removal(shown, &id));
        if app.remove_risks(std::slice::from_ref(&id)) {
            if next.is_none() {
                // Nothing is left to delete; the button that had the focus goes out.
                focus(".card-view .line-end .primary");
            }
            show(app, next);
        }
    };
    offer(risks::add().does(add));
    offer(risks::duplicate().does(move |_| copy()));
    offer(risks::delete().does(move |_| remove()));
    // From wherever the focus is; what is being typed lands first.
    let turn = move |on: bool| {
        leave_field();
        go(on);
    };
    offer(risks::next().does(move |_| turn(true)));
    offer(risks::previous().does(move |_| turn(false)));
    let place = move || {
        let place =
            current.with(|current| shown.with(|shown| shown.iter().position(|id| Some(id) == current.as_ref())));
        place.map(|place| format!("{} of {}", place + 1, shown.with(|shown| shown.len())))
    };
    let none = move || current.with(Option::is_none);
    // A button that cannot go on stays where it is, so that the focus on it is not lost.
    let end = move |on: bool| to(on).is_none().then_some("true");
    view! {
        <div class="leaf" role="group" aria-label="Go from risk to risk">
            <button
                type="button"
                aria-label="Previous risk"
                aria-keyshortcuts="Alt+PageUp"
                title="Previous risk (Alt+Page Up)"
                aria-disabled=move || end(false)
                on:click=heard(move |_| go(false))
            >
                <span aria-hidden="true">"‹"</span><span class="word">" Previous"</span>
            </button>
            {jump(app, shown, current)}
            <button
                type="button"
                aria-label="Next risk"
                aria-keyshortcuts="Alt+PageDown"
                title="Next risk (Alt+Page Down)"
                aria-disabled=move || end(true)
                on:click=heard(move |_| go(true))
            >
                <span class="word">"Next "</span><span aria-hidden="true">"›"</span>
            </button>
            <span class="count" role="status">{move || place()}</span>
        </div>
        <button
            type="button"
            disabled=move || shown.with(|shown| shown.is_empty())
            title="Print every card that the filter shows, each on its own page"
            on:click=heard(move |_| print(app, shown.with_untracked(|shown| shown.len()), printing))
        >
            "Print cards"
        </button>
        <button type="button" disabled=move || none() on:click=heard(move |_| copy())>"Duplicate"</button>
        <button type="button" disabled=move || none() on:click=heard(move |_| remove())>"Delete"</button>
        <button type="button" class="primary" on:click=heard(move |_| add(app))>
            "Add risk"
        </button>
    }
    .into_any()
}
