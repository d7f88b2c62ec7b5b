//! The risks of the chosen cell, or all that are shown, beside the heat map.

use std::sync::Arc;

use leptos::prelude::*;
use register::scoring::Travel;
use register::{Id, Which};

use crate::components::matrix::level;
use crate::components::{Pill, score::PillFace};
use crate::erased::{derived, each, heard, memo, shown_while};
use crate::route::{Place, Route, View};
use crate::state::app;

/// The list.
#[component]
pub fn Chosen(
    /// The risks that the filter shows.
    shown: Memo<Arc<Vec<Id>>>,
    /// The assessment on the map.
    which: Memo<Which>,
    /// The chosen cell.
    chosen: Memo<Option<(u8, u8)>>,
    /// The risk that lights up on both sides.
    lit: RwSignal<Option<Id>>,
) -> impl IntoView {
    let app = app();
    let ids = memo(move || {
        app.edits.track();
        let (which, chosen, ids) = (which.get(), chosen.get(), shown.get());
        app.with_register(|register| {
            let in_cell = |id: &&Id| {
                let assessment = register.find(id).map(|(_, risk)| risk.assessment(which));
                let at = assessment.and_then(|it| it.likelihood.zip(it.impact));
                chosen.is_none() || at == chosen
            };
            ids.iter().filter(in_cell).cloned().collect::<Vec<Id>>()
        })
    });
    let title = move || match chosen.get() {
        None => "All risks shown".to_owned(),
        Some((likelihood, impact)) => app.head.with(|head| {
            let criteria = &head.criteria;
            format!(
                "{} {}, {} {}",
                criteria.likelihood.name,
                level(criteria, true, likelihood),
                criteria.impact.name,
                level(criteria, false, impact)
            )
        }),
    };
    let clear = move |_| app.replace(Route::Register(Place { cell: None, ..app.place_untracked() }));
    let count = move || match ids.with(Vec::len) {
        0 => "No risks".to_owned(),
        1 => "1 risk".to_owned(),
        count => format!("{count} risks"),
    };
    // The list is long only while no cell is chosen; it says where the rest is.
    let first = move || ids.with(|ids| ids.iter().take(MOST).cloned().collect::<Vec<_>>());
    let more = move || ids.with(|ids| ids.len().checked_sub(MOST).filter(|more| *more > 0));
    view! {
        <section class="chosen" aria-label="Risks in the chosen cell">
            <header>
                <h2>{move || title()}</h2>
                <p role="status">{move || count()}</p>
                {shown_while(move || chosen.get().is_some(), move || view! {
                    <button type="button" class="quiet" on:click=heard(clear)>"Show all"</button>
                }.into_any())}
            </header>
            <ul>
                {each(first, Id::clone, move |id| item(id, which, lit))}
            </ul>
            {move || more().map(|more| view! { <p class="hint">{format!("{more} more. Choose a cell to see its risks.")}</p> }.into_any())}
        </section>
    }
    .into_any()
}

/// At most so many risks are listed at once.
const MOST: usize = 100;

fn item(id: Id, which: Memo<Which>, lit: RwSignal<Option<Id>>) -> AnyView {
    let app = app();
    let Some(risk) = app.risk(&id) else { return ().into_any() };
    let (for_face, for_text) = (risk.clone(), risk.clone());
    let face = derived(move || {
        app.head.with(|head| {
            for_face.with(|risk| {
                let which = which.get();
                let travel = (which == Which::Residual).then(|| Travel::of(risk, &head.criteria));
                PillFace::of(&head.criteria, risk.assessment(which), travel)
            })
        })
    });
    let own = id.clone();
    let href = move || Route::Register(Place { view: View::Card, risk: Some(own.clone()), ..app.place() }).hash();
    let (over, same) = (id.clone(), id);
    view! {
        <li
            class:lit=move || lit.with(|lit| lit.as_ref() == Some(&same))
            on:mouseenter=heard(move |_| lit.set(Some(over.clone())))
            on:mouseleave=heard(move |_| lit.set(None))
        >
            <span class="number">{move || for_text.with(|risk| risk.printed_number())}</span>
            <a href=move || href()>{move || risk.with(|risk| if risk.title.is_empty() { "Untitled risk".to_owned() } else { risk.title.clone() })}</a>
            <Pill face />
        </li>
    }
    .into_any()
}
