//! What stands around the matrix in words: what moved, the bands, the line of appetite, the risks without a cell.

use leptos::prelude::*;
use register::scoring::ink;

use super::desk::Desk;
use super::{chip, moving};
use crate::erased::{each, heard, memo};

/// So many numbers without a cell stand below the map; the rest is counted.
const MOST_ELSEWHERE: usize = 60;

/// What moved; while a risk is moved by keys, how that is done.
pub fn says(desk: Desk) -> AnyView {
    let asks = memo(move || {
        desk.moving.with(|moving| moving.as_ref().filter(|it| it.pointer.is_none()).map(|it| it.number.clone()))
    });
    let moved = memo(move || {
        let from = desk.from.get()?.label().to_lowercase();
        let to = desk.which.get().label().to_lowercase();
        let left_out = desk.arrows.with(|arrows| arrows.1);
        desk.map.with(|map| {
            let moved = map.moved.as_ref()?;
            let mut words = format!("From {from} to {to}: {}.", moved.counts());
            if moved.undrawn > 0 {
                words.push_str(&format!(" {} without an arrow, since only the score is known.", moved.undrawn));
            }
            if left_out > 0 {
                words.push_str(&format!(" The arrows show the paths most taken; {left_out} moves are on others."));
            }
            Some(words)
        })
    });
    let text = move || {
        match asks.get() {
        Some(number) => view! {
            <p class="asks">
                {format!("Moving risk {number}: choose its cell with the arrow keys and Enter, or click it. Esc gives up.")}
            </p>
            <button type="button" class="quiet" on:click=heard(move |_| moving::give_up(desk))>"Cancel the move"</button>
        }
        .into_any(),
        None => view! { <p role="status">{moved.get()}</p> }.into_any(),
    }
    };
    view! { <div class="heat-says">{move || text()}</div> }.into_any()
}

/// The legend.
pub fn legend(desk: Desk) -> AnyView {
    let bands = move || {
        let criteria = desk.app.head.with(|head| head.criteria.clone());
        let bands = criteria.bands.clone().into_iter().map(|band| {
            let words = criteria.band_words(&band);
            let colour = if register::checks::is_colour(&band.colour) { band.colour } else { String::new() };
            view! {
                <li>
                    <span class="swatch" style:background-color=colour.clone() style:color=ink(&colour) aria-hidden="true">
                        {band.letter}
                    </span>
                    {words}
                </li>
            }
            .into_any()
        });
        bands.collect_view()
    };
    let corporate = memo(move || {
        desk.app.edits.track();
        desk.shown.with(|ids| {
            ids.iter().any(|id| desk.app.risk(id).is_some_and(|risk| risk.with_untracked(|risk| risk.corporate)))
        })
    });
    let edge = move || {
        desk.appetite
            .get()
            .map(|it| view! { <li><span class="edge-sample" aria-hidden="true"></span>{it.words()}</li> }.into_any())
    };
    let flag = move || {
        corporate.get().then(|| {
            view! { <li><span class="chip small flagged" aria-hidden="true">"1"</span>"In the corporate register too"</li> }
                .into_any()
        })
    };
    let arrow = move || {
        let from = desk.from.get()?;
        let words = format!("{} to {}", from.label(), desk.which.get().label().to_lowercase());
        Some(view! { <li><span class="arrow-sample" aria-hidden="true">"○→"</span>{words}</li> }.into_any())
    };
    view! {
        <ul class="legend" aria-label="Legend">
            {move || bands()} {move || edge()} {move || arrow()} {move || flag()}
        </ul>
    }
    .into_any()
}

/// The risks that have no cell.
pub fn elsewhere(desk: Desk) -> AnyView {
    let chips = memo(move || desk.map.with(|map| map.elsewhere.clone()));
    let first = move || chips.with(|chips| chips.iter().take(MOST_ELSEWHERE).cloned().collect::<Vec<_>>());
    let more = move || {
        let more = chips.with(Vec::len).saturating_sub(MOST_ELSEWHERE);
        (more > 0).then(|| format!("and {more} more"))
    };
    let text =
        move || format!("Not on the map, without {} likelihood and impact on the scales: ", desk.which.get().field());
    let line = move || {
        (!chips.with(Vec::is_empty)).then(|| {
            view! {
                <p class="elsewhere">
                    {text()}
                    {each(first, |chip| (chip.id.clone(), chip.number.clone(), chip.corporate), move |it| {
                        chip::chip(desk, it, || None)
                    })}
                    {more()}
                </p>
            }
            .into_any()
        })
    };
    view! { {move || line()} }.into_any()
}
