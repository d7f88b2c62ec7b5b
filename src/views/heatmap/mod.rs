//! The heat map: the matrix with the risk numbers in its cells, and the risks of the chosen cells beside it.

mod chip;
mod choice;
mod desk;
mod legend;
mod lines;
mod list;
mod moving;
mod picture;
mod plot;
mod room;
mod tip;

use leptos::html;
use leptos::prelude::*;
use register::Which;

use super::filter_line::FilterLine;
use crate::erased::{derived, heard};
use crate::route::{Place, Route};
use crate::state::app;
use desk::Desk;

/// The assessments that the map can show, in the order in which they come about.
const SHOWN: [Which; 4] = [Which::Inherent, Which::Previous, Which::Residual, Which::Target];

/// The view.
#[component]
pub fn HeatMap() -> impl IntoView {
    let app = app();
    let desk = Desk::new(app);
    let count = derived(move || desk.shown.with(|shown| shown.len()));
    let body = NodeRef::<html::Div>::new();
    room::follow(desk, body);
    // A drag or a move by keys ends with Escape, wherever the focus is.
    let escape = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" {
            moving::give_up(desk);
            desk.lit.set(None);
        }
    });
    on_cleanup(move || escape.remove());
    let axis = move |up: bool| {
        app.head.with(|head| {
            let likelihood = up != head.criteria.likelihood_across;
            if likelihood { head.criteria.likelihood.name.clone() } else { head.criteria.impact.name.clone() }
        })
    };
    let wide = move || format!("{}px", desk.layout.with(|layout| layout.width) + room::heads(desk.seen.get()));
    view! {
        <section class="heat-view" aria-label="Heat map">
            <FilterLine shown=count>
                {assessments(desk)}
                {movement(desk)}
            </FilterLine>
            <div class="heat-body" node_ref=body>
                <div class="heat-map" style:--map-width=move || wide()>
                    <p class="printed">{move || picture::caption(desk)}</p>
                    {legend::says(desk)}
                    <p class="axis up" aria-hidden="true">{move || axis(true)}</p>
                    {plot::plot(desk)}
                    <p
                        class="axis across"
                        aria-hidden="true"
                        style:padding-inline-start=move || format!("{}px", room::heads(desk.seen.get()))
                    >
                        {move || axis(false)}
                    </p>
                    <div class="heat-foot">
                        {legend::legend(desk)}
                        {legend::elsewhere(desk)}
                        {picture::buttons(desk)}
                    </div>
                </div>
                {list::chosen(desk)}
            </div>
            <p class="sr" role="status">{move || moving::said(desk)}</p>
        </section>
    }
    .into_any()
}

/// Which assessment is on the map.
fn assessments(desk: Desk) -> AnyView {
    let options = SHOWN.map(|it| {
        let set = move |_| {
            desk.app.replace(Route::Register(Place { which: Some(it), ..desk.app.place_untracked() }));
        };
        view! {
            <label class="segment">
                <input type="radio" name="which" prop:checked=move || desk.which.get() == it on:change=heard(set) />
                <span>{it.label()}</span>
            </label>
        }
        .into_any()
    });
    view! {
        <fieldset class="segments">
            <legend class="sr">"Assessment"</legend>
            {options.into_iter().collect_view()}
        </fieldset>
    }
    .into_any()
}

/// From which assessment movement is shown.
fn movement(desk: Desk) -> AnyView {
    let set = move |event: web_sys::Event| {
        let from = Which::of_field(&event_target_value(&event));
        desk.app.replace(Route::Register(Place { from, ..desk.app.place_untracked() }));
    };
    let option = move |it: Which| {
        let words = match it {
            Which::Previous => "Movement since the last review".to_owned(),
            it => format!("Movement from {}", it.field()),
        };
        let chosen = move || desk.from.get() == Some(it);
        view! { <option value=it.field() selected=move || chosen()>{words}</option> }.into_any()
    };
    let options = move || SHOWN.into_iter().filter(|it| *it != desk.which.get()).map(option).collect_view();
    view! {
        <select aria-label="Movement" class="movement" on:change=heard(set)>
            <option value="" selected=move || desk.from.get().is_none()>"No movement"</option>
            {move || options()}
        </select>
    }
    .into_any()
}
