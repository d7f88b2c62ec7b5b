//! The heat map: the matrix with the risk numbers in its cells, and the risks of the chosen cell beside it.

mod list;

use std::sync::Arc;

use leptos::prelude::*;
use register::filter::{Cells, cells};
use register::scoring::ink;
use register::{Criteria, Id, Which};

use super::filter_line::FilterLine;
use crate::components::matrix::{by_levels, face, level};
use crate::erased::{derived, heard, memo};
use crate::route::{Place, Route};
use crate::state::{App, app};
use list::{Chosen, ChosenProps};

/// A chip: the risk's number, whether it is corporate, and what a screen reader says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Chip {
    id: Id,
    number: String,
    corporate: bool,
    title: String,
}

/// The chips of every cell, row by row as on the page, from the top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Map {
    cells: Vec<Vec<Vec<Chip>>>,
    elsewhere: Vec<Chip>,
}

/// The view.
#[component]
pub fn HeatMap() -> impl IntoView {
    let app = app();
    let shown = app.selection(true);
    let which = memo(move || app.place().which.unwrap_or(Which::Residual));
    let chosen = memo(move || app.place().cell);
    let map = memo(move || {
        app.edits.track();
        app.head.track();
        let ids = shown.get();
        app.with_register(|register| {
            let places = places(register, &ids);
            let Cells { cells, elsewhere } = cells(register, &places, which.get());
            let chip = |place: usize| {
                let risk = &register.risks[place];
                let number = if risk.number.is_empty() { "–".to_owned() } else { risk.number.clone() };
                Chip { id: risk.id.clone(), number, corporate: risk.corporate, title: risk.title.clone() }
            };
            let chips = |places: Vec<usize>| places.into_iter().map(chip).collect::<Vec<_>>();
            Map {
                cells: cells.into_iter().map(|row| row.into_iter().map(chips).collect()).collect(),
                elsewhere: chips(elsewhere),
            }
        })
    });
    let count = derived(move || shown.with(|shown| shown.len()));
    let options = Which::MAPPED.map(|it| {
        let set = move |_| app.replace(Route::Register(Place { which: Some(it), ..app.place_untracked() }));
        view! {
            <label class="segment">
                <input type="radio" name="which" prop:checked=move || which.get() == it on:change=heard(set) />
                <span>{it.label()}</span>
            </label>
        }
        .into_any()
    });
    let lit = RwSignal::new(None::<Id>);
    view! {
        <section class="heat-view" aria-label="Heat map">
            <FilterLine shown=count>
                <fieldset class="segments">
                    <legend class="sr">"Assessment"</legend>
                    {options.into_iter().collect_view()}
                </fieldset>
            </FilterLine>
            <div class="heat-body">
                {move || drawing(app, map, which.get(), chosen, lit)}
                {Chosen(ChosenProps { shown, which, chosen, lit })}
            </div>
        </section>
    }
    .into_any()
}

fn places(register: &register::Register, ids: &Arc<Vec<Id>>) -> Vec<usize> {
    let wanted: std::collections::HashSet<&Id> = ids.iter().collect();
    let risks = register.risks.iter().enumerate();
    risks.filter(|(_, risk)| wanted.contains(&risk.id)).map(|(place, _)| place).collect()
}

/// The matrix with its axes, as a table: rows from the highest level down, so that the origin is bottom left.
fn drawing(
    app: App,
    map: Memo<Map>,
    which: Which,
    chosen: Memo<Option<(u8, u8)>>,
    lit: RwSignal<Option<Id>>,
) -> AnyView {
    app.head.with(|head| {
        let criteria = &head.criteria;
        let across = criteria.likelihood_across;
        let (up, right) =
            if across { (&criteria.impact, &criteria.likelihood) } else { (&criteria.likelihood, &criteria.impact) };
        let cell = |at| cell(app, criteria, map, at, chosen, lit);
        let heading = |likelihood, at| heading(criteria, likelihood, at);
        let caption = format!("{} scores: {} up, {} across", which.label(), up.name, right.name);
        view! {
            <div class="heat-map">
                <p class="axis up" aria-hidden="true">{up.name.clone()}</p>
                <table class="heat">
                    <caption class="sr">{caption}</caption>
                    {by_levels(criteria.size(), across, &cell, &heading)}
                </table>
                <p class="axis across" aria-hidden="true">{right.name.clone()}</p>
                {move || legend(app)}
                {move || elsewhere(map, which)}
            </div>
        }
        .into_any()
    })
}

/// A level's number or mark, and its name below it.
fn heading(criteria: &Criteria, likelihood: bool, at: u8) -> AnyView {
    let words = level(criteria, likelihood, at);
    let (mark, label) = words.split_once(' ').unwrap_or((words.as_str(), ""));
    view! {
        <span class="mark">{mark.to_owned()}</span>
        " "
        <span class="label">{label.to_owned()}</span>
    }
    .into_any()
}

fn cell(
    app: App,
    criteria: &Criteria,
    map: Memo<Map>,
    at: (u8, u8),
    chosen: Memo<Option<(u8, u8)>>,
    lit: RwSignal<Option<Id>>,
) -> AnyView {
    let (colour, name) = face(criteria, at.0, at.1);
    let score = criteria.score_at(at.0, at.1).map(|score| score.to_string());
    let chips = memo(move || {
        map.with(|map| {
            let row = map.cells.get(usize::from(at.0) - 1);
            row.and_then(|row| row.get(usize::from(at.1) - 1)).cloned().unwrap_or_default()
        })
    });
    let label = move || {
        chips.with(|chips| match chips.as_slice() {
            [] => format!("{name}. No risks"),
            [one] => format!("{name}. Risk {}", one.number),
            many => {
                let numbers: Vec<&str> = many.iter().map(|chip| chip.number.as_str()).collect();
                format!("{name}. {} risks: {}", many.len(), numbers.join(", "))
            }
        })
    };
    let choose = move |_| {
        let cell = (chosen.get_untracked() != Some(at)).then_some(at);
        app.replace(Route::Register(Place { cell, ..app.place_untracked() }));
    };
    let drawn = move || {
        chips
            .get()
            .into_iter()
            .map(|chip| {
                let (own, over) = (chip.id.clone(), chip.id.clone());
                view! {
                    <span
                        class="chip"
                        class:corporate=chip.corporate
                        class:lit=move || lit.with(|lit| lit.as_ref() == Some(&own))
                        title=chip.title
                        on:mouseenter=heard(move |_| lit.set(Some(over.clone())))
                        on:mouseleave=heard(move |_| lit.set(None))
                    >
                        {chip.number}
                    </span>
                }
                .into_any()
            })
            .collect_view()
    };
    view! {
        <td>
            <button
                type="button"
                class="heat-cell"
                class:chosen=move || chosen.get() == Some(at)
                class:many=move || chips.with(|chips| chips.len() > 12)
                style:--band=colour.clone()
                style:--band-ink=ink(&colour)
                aria-pressed=move || (chosen.get() == Some(at)).to_string()
                on:click=heard(choose)
            >
                <span class="sr">{move || label()}</span>
                <span class="score" aria-hidden="true">{score}</span>
                <span class="chips" aria-hidden="true">{move || drawn()}</span>
            </button>
        </td>
    }
    .into_any()
}

/// The risks that have no place on the matrix: without them the map would not be complete.
fn elsewhere(map: Memo<Map>, which: Which) -> Option<AnyView> {
    let numbers = map.with(|map| map.elsewhere.iter().map(|chip| chip.number.clone()).collect::<Vec<_>>());
    let missing = which.label().to_lowercase();
    (!numbers.is_empty()).then(|| {
        let text = format!(
            "Not on the map, without {missing} likelihood and impact on the scales: risk {}",
            numbers.join(", ")
        );
        view! { <p class="elsewhere">{text}</p> }.into_any()
    })
}

/// The bands with their names, so that colour is never alone.
fn legend(app: App) -> AnyView {
    let bands = app.head.with(|head| head.criteria.bands.clone());
    let bands = bands.into_iter().map(|band| {
        let colour = if register::checks::is_colour(&band.colour) { band.colour } else { String::new() };
        let words = format!("{} from {}", band.name, band.from);
        view! {
            <li>
                <span class="swatch" style:background-color=colour.clone() style:color=ink(&colour) aria-hidden="true">{band.letter}</span>
                {words}
            </li>
        }.into_any()
    });
    view! { <ul class="legend" aria-label="Bands">{bands.collect_view()}</ul> }.into_any()
}
