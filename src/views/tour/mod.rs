//! A guided tour of an open register: a note beside one thing after the other. It keeps nobody from working.

mod place;
mod steps;

use leptos::html;
use leptos::prelude::*;
use register::Id;

use crate::erased::{effect, heard, memo};
use crate::platform::focus;
use crate::route::{Place, Route, View};
use crate::state::{App, app};
use place::{Spot, spot};
use steps::STEPS;

/// The setting that says that the tour was offered or taken.
pub const OFFERED: &str = "tour-offered";

/// Begins the tour on the grid of the open register, with all risks shown.
pub fn begin(app: App) {
    begin_in(app, app.place_untracked().register);
}

/// The same in a register that is not in sight.
pub fn begin_in(app: App, register: Id) {
    app.remember(OFFERED);
    app.go(&Route::Register(Place { register, view: View::Grid, ..Place::default() }));
    app.touring.set(Some(0));
}

/// Ends it; the focus goes to what the last step spoke of, or to the content.
fn end(app: App) {
    let at = app.touring.get_untracked().unwrap_or_default();
    app.touring.set(None);
    place::focus_on(STEPS[at.min(STEPS.len() - 1)].about);
    focus::keep_on_page();
}

/// The note of the step that is taken, and the ring around what it speaks of.
#[component]
pub fn Tour() -> impl IntoView {
    let app = app();
    let node = NodeRef::<html::Div>::new();
    let place = RwSignal::new(Spot::default());
    let at = memo(move || app.touring.get().unwrap_or_default().min(STEPS.len() - 1));
    let measure = move || {
        // By the time of the next frame the tour may be over.
        if let (Some(note), Some(at)) = (node.try_get_untracked().flatten(), at.try_get_untracked()) {
            place.set(spot(STEPS[at].about, &note));
        }
    };
    // A view that has only just been opened is not drawn yet; nor is a page that was scrolled to what the step is about.
    effect(move || {
        let about = STEPS[at.get()].about;
        if let Some(note) = node.get() {
            request_animation_frame(move || {
                place::reveal(about);
                measure();
                note.focus().unwrap_or_default();
                request_animation_frame(measure);
            });
        }
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    place::follow_scrolling(measure);
    on_cleanup(move || {
        resized.remove();
        place::stop_following();
    });
    let go = move |on: bool| {
        let next = if on { at.get_untracked() + 1 } else { at.get_untracked().saturating_sub(1) };
        if next < STEPS.len() { app.touring.set(Some(next)) } else { end(app) }
    };
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            end(app);
        }
    };
    let last = move || at.get() + 1 == STEPS.len();
    view! {
        <div class="tour-ring" aria-hidden="true"
            class:nowhere=move || place.with(|place| !place.found)
            style:left=move || place.with(|place| px(place.ring.0))
            style:top=move || place.with(|place| px(place.ring.1))
            style:width=move || place.with(|place| px(place.ring.2))
            style:height=move || place.with(|place| px(place.ring.3))
        ></div>
        <div
            class="tour"
            role="dialog"
            aria-labelledby="tour-heading"
            aria-describedby="tour-text"
            tabindex="-1"
            node_ref=node
            style:left=move || place.with(|place| px(place.note.0))
            style:top=move || place.with(|place| px(place.note.1))
            on:keydown=heard(escape)
        >
            <p class="count">{move || format!("Step {} of {}", at.get() + 1, STEPS.len())}</p>
            <h2 id="tour-heading">{move || STEPS[at.get()].title}</h2>
            <p id="tour-text">{move || text(at.get())}</p>
            <div class="buttons">
                <button type="button" class="primary" on:click=heard(move |_| go(true))>
                    {move || if last() { "Finish" } else { "Next" }}
                </button>
                <button type="button" disabled=move || at.get() == 0 on:click=heard(move |_| go(false))>"Back"</button>
                <button type="button" class="quiet end" on:click=heard(move |_| end(app))>"End tour"</button>
            </div>
        </div>
    }
    .into_any()
}

/// What a step says where there is so much room.
fn text(at: usize) -> &'static str {
    let step = &STEPS[at];
    if step.narrow.is_empty() || !place::is_narrow() { step.text } else { step.narrow }
}

/// A length in CSS pixels.
fn px(length: i32) -> String {
    format!("{length}px")
}
