//! The matrix: a grid of cells with one tab stop, the numbers in them, and the lines over them.

use leptos::prelude::*;
use register::Criteria;
use register::heat::CellBox;
use register::scoring::ink;
use web_sys::{KeyboardEvent, MouseEvent};

use super::choice::{self, How};
use super::desk::{At, Chip, Desk};
use super::{chip, lines, moving, room, tip};
use crate::components::matrix::{face, level};
use crate::erased::{each, heard, memo};

/// Below this side a cell has no room for the letter of its band.
const LETTERED_FROM: i32 = 56;

/// The matrix with the names of its levels.
pub fn plot(desk: Desk) -> AnyView {
    let heads = move || room::heads(desk.seen.get());
    let px = move |part: fn(&register::heat::Layout) -> i32| format!("{}px", desk.layout.with(part));
    let drawn = move || desk.app.head.with(|head| rows(desk, &head.criteria));
    let label = move || {
        desk.app.head.with(|head| {
            let criteria = &head.criteria;
            let (likelihood, impact) = (criteria.likelihood.name.as_str(), criteria.impact.name.as_str());
            let (up, right) = if criteria.likelihood_across { (impact, likelihood) } else { (likelihood, impact) };
            format!("{} scores: {up} up, {right} across", desk.which.get().label())
        })
    };
    view! {
        <div
            class="heat-plot"
            class:narrow=move || heads() < 60
            class:tight=move || desk.layout.with(|layout| layout.side < LETTERED_FROM)
            node_ref=desk.plot
            on:pointerdown=heard(move |_: web_sys::PointerEvent| desk.dragged.set(false))
            style:width=move || px(|it| it.width)
            style:height=move || px(|it| it.height)
            style:margin-inline-start=move || format!("{}px", heads())
        >
            <div
                class="heat"
                role="grid"
                aria-label=move || label()
                aria-multiselectable="true"
                on:keydown=heard(move |event: KeyboardEvent| choice::pressed(desk, &event))
            >
                {move || drawn()}
            </div>
            {lines::lines(desk)}
            {carried(desk)}
            {tip::tip(desk)}
        </div>
    }
    .into_any()
}

/// The rows, from the highest level down, so that the origin is bottom left; the names of the columns below.
fn rows(desk: Desk, criteria: &Criteria) -> AnyView {
    let across = criteria.likelihood_across;
    let (likelihoods, impacts) = criteria.size();
    let (rows, columns) = if across { (impacts, likelihoods) } else { (likelihoods, impacts) };
    let at = |column: u8, row: u8| if across { (column, row) } else { (row, column) };
    let row = |row: u8| {
        let cells = (1..=columns).map(|column| cell(desk, criteria, at(column, row)));
        view! { <div role="row">{head(desk, criteria, !across, row, at(1, row))} {cells.collect_view()}</div> }
            .into_any()
    };
    let heads = (1..=columns).map(|column| head(desk, criteria, across, column, at(column, 1)));
    view! {
        {(1..=rows).rev().map(row).collect_view()}
        <div role="row"><span role="gridcell"></span>{heads.collect_view()}</div>
    }
    .into_any()
}

/// The name of a level: its number or mark, and its label. It stands beside the cell, or below it.
fn head(desk: Desk, criteria: &Criteria, likelihood: bool, of: u8, beside: At) -> AnyView {
    let below = likelihood == criteria.likelihood_across;
    let words = level(criteria, likelihood, of);
    let (mark, label) = words.split_once(' ').unwrap_or((words.as_str(), ""));
    let place = memo(move || desk.layout.with(|layout| layout.cell(beside).map(|cell| cell.rect)).unwrap_or_default());
    view! {
        <div
            role=if below { "columnheader" } else { "rowheader" }
            class=if below { "heat-head foot" } else { "heat-head side" }
            title=words.clone()
            style:left=move || below.then(|| format!("{}px", place.get().x))
            style:width=move || below.then(|| format!("{}px", place.get().width))
            style:top=move || format!("{}px", if below { place.get().bottom() } else { place.get().y })
            style:height=move || (!below).then(|| format!("{}px", place.get().height))
        >
            <span class="mark">{format!("{mark} ")}</span>
            <span class="label">{label.to_owned()}</span>
        </div>
    }
    .into_any()
}

fn cell(desk: Desk, criteria: &Criteria, at: At) -> AnyView {
    let (colour, name) = face(criteria, at.0, at.1);
    let score = criteria.score_at(at.0, at.1).map(|score| score.to_string());
    let letter = criteria.band_at(at.0, at.1).and_then(|band| criteria.bands.get(band)).map(|band| band.letter.clone());
    let place = memo(move || desk.layout.with(|layout| layout.cell(at).cloned()));
    let risks = memo(move || desk.map.with(|map| map.cell(at).to_vec()));
    let counted = memo(move || place.with(|it| it.as_ref().is_some_and(|it| it.counted)));
    let label = move || risks.with(|risks| format!("{name}. {}", in_words(risks, counted.get())));
    let chosen = move || desk.chosen.with(|chosen| chosen.contains(&at));
    let goal = move || desk.moving.with(|moving| moving.as_ref().is_some_and(|moving| moving.goal == Some(at)));
    let px = move |part: fn(&CellBox) -> i32| place.with(|it| it.as_ref().map(|it| format!("{}px", part(it))));
    let clicked = move |event: MouseEvent| {
        if desk.dragged.try_update(std::mem::take).unwrap_or_default() {
            return;
        }
        if desk.moving.with_untracked(Option::is_some) {
            choice::walk_to(desk, at);
            return moving::drop(desk);
        }
        let add = event.ctrl_key() || event.meta_key();
        choice::choose(desk, at, How::held(desk, add, event.shift_key()));
    };
    view! {
        <div
            role="gridcell"
            class="heat-cell"
            class:chosen=chosen
            class:goal=goal
            data-cell=format!("{}x{}", at.0, at.1)
            tabindex=move || if desk.stop() == at { "0" } else { "-1" }
            aria-label=move || label()
            aria-selected=move || chosen().to_string()
            style:--band=colour.clone()
            style:--band-ink=ink(&colour)
            style:left=move || px(|it| it.rect.x)
            style:top=move || px(|it| it.rect.y)
            style:width=move || px(|it| it.rect.width)
            style:height=move || px(|it| it.rect.height)
            on:click=heard(clicked)
            on:focus=heard(move |_| desk.cursor.set(at))
        >
            <span class="score" aria-hidden="true" data-score=score data-letter=letter></span>
            {numbers(desk, at, risks, place, counted)}
        </div>
    }
    .into_any()
}

/// The width of "40 risks" in CSS pixels, guessed from its letters.
fn width_of(count: usize) -> i32 {
    10 + 8 * i32::try_from(count.to_string().len() + " risks".len()).unwrap_or_default()
}

/// The numbers in a cell, or how many there are.
fn numbers(desk: Desk, at: At, risks: Memo<Vec<Chip>>, place: Memo<Option<CellBox>>, counted: Memo<bool>) -> AnyView {
    let drawn = move || if counted.get() { Vec::new() } else { risks.get() };
    // Where a chip stands, from the corner of its cell.
    let stands = move |own: usize| {
        place.with(|cell| {
            let cell = cell.as_ref()?;
            let chip = cell.chips.get(own)?;
            Some(register::heat::Rect { x: chip.x - cell.rect.x, y: chip.y - cell.rect.y, ..*chip })
        })
    };
    let one = move |it: Chip| {
        let id = StoredValue::new(it.id.clone());
        let own = move || {
            let own = risks.with(|risks| id.with_value(|id| risks.iter().position(|risk| risk.id == *id)));
            own.and_then(stands)
        };
        chip::chip(desk, it, own)
    };
    let count = move || {
        counted.get().then(|| {
            let chip = stands(0).unwrap_or_default();
            let count = risks.with(Vec::len);
            let open = move |event: MouseEvent| {
                event.stop_propagation();
                desk.opened.set(Some(at));
                desk.cursor.set(at);
                desk.anchor.set(Some(at));
                desk.choose_all(vec![at]);
                choice::walk_to(desk, at);
            };
            view! {
                <button
                    type="button"
                    class="chip count"
                    tabindex="-1"
                    aria-label=format!("Show {count} risks")
                    style:left=format!("{}px", chip.x)
                    style:top=format!("{}px", chip.y)
                    style:width=format!("{}px", chip.width)
                    on:click=heard(open)
                    on:keydown=heard(move |event: KeyboardEvent| {
                        if matches!(event.key().as_str(), "Escape" | "F2") {
                            event.stop_propagation();
                            choice::walk_to(desk, at);
                        }
                    })
                >
                    // A figure alone would read as the number of a risk.
                    {if chip.width < width_of(count) { format!("{count}…") } else { format!("{count} risks") }}
                </button>
            }
            .into_any()
        })
    };
    view! {
        {each(drawn, |chip| (chip.id.clone(), chip.number.clone(), chip.corporate), one)}
        {move || count()}
    }
    .into_any()
}

/// What is in a cell, e.g. `2 risks: 4, 7. In the corporate register: 7`; only how many, where they are only counted.
fn in_words(risks: &[Chip], counted: bool) -> String {
    let numbers =
        |risks: &mut dyn Iterator<Item = &Chip>| risks.map(|it| it.number.clone()).collect::<Vec<_>>().join(", ");
    match risks {
        [] => "No risks".to_owned(),
        [one] => format!("Risk {}{}", one.number, if one.corporate { " (CR)" } else { "" }),
        many if counted => format!("{} risks", many.len()),
        many => {
            // The numbers stand together as they do in the cell, so that the name says what is seen.
            let mut words = format!("{} risks: {}", many.len(), numbers(&mut many.iter()));
            let corporate = numbers(&mut many.iter().filter(|it| it.corporate));
            if !corporate.is_empty() {
                words.push_str(&format!(". In the corporate register: {corporate}"));
            }
            words
        }
    }
}

/// The number that is being dragged, under the pointer.
fn carried(desk: Desk) -> AnyView {
    let place = memo(move || {
        desk.moving.with(|moving| {
            let moving = moving.as_ref()?;
            Some((moving.number.clone(), moving.pointer?.x, moving.pointer?.y))
        })
    });
    let drawn = move || {
        place.get().map(|(number, x, y)| {
            view! {
                <span class="chip ghost" aria-hidden="true" style:left=format!("{x}px") style:top=format!("{y}px")>
                    {number}
                </span>
            }
            .into_any()
        })
    };
    view! { {move || drawn()} }.into_any()
}
