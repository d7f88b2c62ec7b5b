//! What is told of the risk that is lit: its title, owners and scores, beside its number.

use leptos::prelude::*;
use register::{Criteria, Id, Risk, Which};
use wasm_bindgen::JsCast;

use super::desk::Desk;
use crate::components::score::PillFace;
use crate::erased::{derived, heard, memo};

/// The id of the element, for what it describes.
pub const ID: &str = "heat-tip";
/// Its width; as in style/heatmap.css.
const WIDTH: i32 = 280;

/// Lights a risk up on both sides.
pub fn light(desk: Desk, id: &Id) {
    if desk.moving.with_untracked(Option::is_none) && desk.lit.with_untracked(|lit| lit.as_ref() != Some(id)) {
        desk.lit.set(Some(id.clone()));
    }
}

/// The mouse left what was lit; on the way to what is told of it, that stays.
pub fn left(desk: Desk, to: Option<web_sys::EventTarget>) {
    let to = to.and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    let stays = to.and_then(|it| it.closest(&format!("#{ID}")).ok().flatten()).is_some();
    if !stays {
        desk.lit.set(None);
    }
}

/// The scores of a risk in words, e.g. `Inherent 20 High · Residual 16 High`.
pub fn scores(risk: &Risk, criteria: &Criteria) -> String {
    let all = [Which::Inherent, Which::Previous, Which::Residual, Which::Target];
    let scored = all.into_iter().filter_map(|which| {
        let assessment = risk.assessment(which);
        criteria.rate(assessment).score()?;
        Some(format!("{} {}", which.label(), PillFace::of(criteria, assessment, None).words()))
    });
    let words = scored.collect::<Vec<_>>().join(" · ");
    if words.is_empty() { "Not scored".to_owned() } else { words }
}

/// The little card.
pub fn tip(desk: Desk) -> AnyView {
    let place = memo(move || {
        let id = desk.lit.get()?;
        let chip = desk.chip_of(&id)?;
        desk.layout.with(|layout| {
            let left = (chip.middle().x - WIDTH / 2).min(layout.width - WIDTH).max(0);
            let below = chip.middle().y < layout.height / 2;
            Some((left, below, if below { chip.bottom() } else { layout.height - chip.y }))
        })
    });
    let risk = derived(move || desk.lit.get().and_then(|id| desk.app.risk(&id)));
    let text = move || {
        let risk = risk.get()?;
        let (title, owners, scores) = risk.with(|risk| {
            let title = if risk.title.is_empty() { "Untitled risk".to_owned() } else { risk.title.clone() };
            let owners = if risk.owners.is_empty() { "No owner".to_owned() } else { risk.owners.join("; ") };
            let scores = desk.app.head.with(|head| scores(risk, &head.criteria));
            (format!("{} {title}", risk.printed_number()).trim_start().to_owned(), owners, scores)
        });
        Some(view! { <strong>{title}</strong><span>{owners}</span><span>{scores}</span> }.into_any())
    };
    view! {
        <div
            id=ID
            role="tooltip"
            class="heat-tip"
            hidden=move || place.get().is_none()
            style:left=move || place.get().map(|(left, ..)| format!("{left}px"))
            style:top=move || place.get().filter(|it| it.1).map(|(.., top)| format!("{top}px"))
            style:bottom=move || place.get().filter(|it| !it.1).map(|(.., bottom)| format!("{bottom}px"))
            on:mouseleave=heard(move |_| desk.lit.set(None))
        >
            {move || text()}
        </div>
    }
    .into_any()
}
