//! The risks in the chosen cells, or all that are shown, beside the map.

use leptos::prelude::*;
use register::scoring::Travel;
use register::{Id, Which};
use web_sys::{FocusEvent, MouseEvent};

use super::desk::Desk;
use super::{moving, tip};
use crate::components::matrix::level;
use crate::components::{Pill, score::PillFace};
use crate::erased::{derived, each, heard, memo, shown_while};
use crate::route::{Place, Route, View};

/// So many risks are listed at once.
const STEP: usize = 100;

/// The list.
pub fn chosen(desk: Desk) -> AnyView {
    let app = desk.app;
    let ids = memo(move || {
        app.edits.track();
        let (which, chosen, ids) = (desk.which.get(), desk.chosen.get(), desk.shown.get());
        if chosen.is_empty() {
            return ids.to_vec();
        }
        desk.map.track();
        app.with_register(|register| {
            let places: std::collections::HashMap<&Id, usize> =
                register.risks.iter().enumerate().map(|(place, risk)| (&risk.id, place)).collect();
            let in_cell = |id: &&Id| {
                let assessment = places.get(id).map(|place| register.risks[*place].assessment(which));
                let at = assessment.and_then(|it| it.likelihood.zip(it.impact));
                at.is_some_and(|at| chosen.contains(&at))
            };
            ids.iter().filter(in_cell).cloned().collect::<Vec<Id>>()
        })
    });
    let title = move || {
        desk.chosen.with(|chosen| match chosen.as_slice() {
            [] => "All risks shown".to_owned(),
            [(likelihood, impact)] => app.head.with(|head| {
                let criteria = &head.criteria;
                format!(
                    "{} {}, {} {}",
                    criteria.likelihood.name,
                    level(criteria, true, *likelihood),
                    criteria.impact.name,
                    level(criteria, false, *impact)
                )
            }),
            several => format!("{} cells chosen", several.len()),
        })
    };
    let count = move || match ids.with(Vec::len) {
        0 => "No risks".to_owned(),
        1 => "1 risk".to_owned(),
        count => format!("{count} risks"),
    };
    // The list grows when it is asked to, and starts anew with other cells.
    let most = RwSignal::new((Vec::new(), STEP));
    let limit = move || most.with(|(of, most)| if *of == desk.chosen.get() { *most } else { STEP });
    let first = move || ids.with(|ids| ids.iter().take(limit()).cloned().collect::<Vec<_>>());
    let rest = move || ids.with(Vec::len).saturating_sub(limit());
    let more = move |_| most.set((desk.chosen.get_untracked(), untrack(limit) + STEP));
    view! {
        <section class="chosen" aria-label="Risks in the chosen cell">
            <header>
                <h2>{move || title()}</h2>
                <p role="status">{move || count()}</p>
                {shown_while(move || desk.chosen.with(|it| !it.is_empty()), move || view! {
                    <button type="button" class="quiet" on:click=heard(move |_: MouseEvent| desk.choose_all(Vec::new()))>
                        "Show all"
                    </button>
                }.into_any())}
                <label class="choose-several">
                    <input
                        type="checkbox"
                        prop:checked=move || desk.several.get()
                        on:change=heard(move |event: web_sys::Event| desk.several.set(event_target_checked(&event)))
                    />
                    "Choose several cells"
                </label>
            </header>
            {reason(desk)}
            <ul>{each(first, Id::clone, move |id| item(desk, id))}</ul>
            {move || (rest() > 0).then(|| view! {
                <p class="more">
                    <button type="button" on:click=heard(more)>{format!("Show {} more", rest().min(STEP))}</button>
                    {format!(" {} are not listed yet.", rest())}
                </p>
            }.into_any())}
        </section>
    }
    .into_any()
}

/// Why the next risk is moved; the same as on the card.
fn reason(desk: Desk) -> AnyView {
    let reason = desk.app.reason;
    view! {
        <label class="move-reason">
            <span class="label">"Reason for the next move (goes into the history)"</span>
            <input
                type="text"
                autocomplete="off"
                placeholder="Add a reason"
                prop:value=move || reason.get()
                on:input=heard(move |event: web_sys::Event| reason.set(event_target_value(&event)))
            />
        </label>
    }
    .into_any()
}

fn item(desk: Desk, id: Id) -> AnyView {
    let app = desk.app;
    let Some(risk) = app.risk(&id) else { return ().into_any() };
    let ids = StoredValue::new(id);
    let risk = StoredValue::new(risk);
    let of = move |read: fn(&register::Risk) -> String| risk.with_value(|risk| risk.with(|risk| read(risk)));
    let face = derived(move || {
        app.head.with(|head| {
            risk.with_value(|risk| {
                risk.with(|risk| {
                    let which = desk.which.get();
                    let travel = (which == Which::Residual).then(|| Travel::of(risk, &head.criteria));
                    PillFace::of(&head.criteria, risk.assessment(which), travel)
                })
            })
        })
    });
    let href = move || {
        let risk = Some(ids.get_value());
        Route::Register(Place { view: View::Card, risk, ..app.place() }).hash()
    };
    let title = move || of(|risk| if risk.title.is_empty() { "Untitled risk".to_owned() } else { risk.title.clone() });
    let owners = move || of(|risk| risk.owners.join("; "));
    let scores =
        move || app.head.with(|head| risk.with_value(|risk| risk.with(|risk| tip::scores(risk, &head.criteria))));
    let light = move || ids.with_value(|id| tip::light(desk, id));
    view! {
        <li
            class:lit=move || ids.with_value(|id| desk.lit.with(|lit| lit.as_ref() == Some(id)))
            on:mouseenter=heard(move |_: MouseEvent| light())
            on:mouseleave=heard(move |event: MouseEvent| tip::left(desk, event.related_target()))
            on:focusin=heard(move |_: FocusEvent| light())
            on:focusout=heard(move |_: FocusEvent| desk.lit.set(None))
        >
            <span class="number">{move || of(register::Risk::printed_number)}</span>
            <div class="what">
                <a href=move || href()>{move || title()}</a>
                <p class="owners">{move || owners()}</p>
                <p class="scores">{move || scores()}</p>
            </div>
            <div class="act">
                <Pill face />
                <button
                    type="button"
                    class="quiet"
                    data-move=ids.get_value().0
                    aria-label=move || format!("Move risk {}", of(register::Risk::printed_number))
                    on:click=heard(move |_: MouseEvent| ids.with_value(|id| moving::begin(desk, id)))
                >
                    "Move"
                </button>
            </div>
        </li>
    }
    .into_any()
}
