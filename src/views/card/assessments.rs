//! The assessments side by side, each set on a small matrix.

use leptos::html;
use leptos::prelude::*;
use register::change::Place;
use register::checks::{accepted_score, is_above_appetite};
use register::scoring::Travel;
use register::{Assessment, Criteria, Risk, Which};
use wasm_bindgen::JsCast;

use super::sheet::{Card, Look};
use super::{hints, trend};
use crate::components::matrix::{Matrix, MatrixProps, level};
use crate::components::{Pill, score::PillFace};
use crate::erased::{derived, heard, memo, shown_while};

/// Inherent, residual and target with their matrices, the previous score, and the reason for the next change.
pub fn strip(card: Card) -> AnyView {
    let reason = card.app.reason;
    let above = memo(move || card.app.head.with(|head| card.risk.with(|risk| above_appetite(risk, &head.criteria))));
    view! {
        <div class="assessments">
            {Which::MAPPED.map(|which| assessment(card, which)).collect_view()}
            {previous(card)}
        </div>
        {move || above.get().map(|text| view! { <p class="flag"><span aria-hidden="true">"△ "</span>{text}</p> }.into_any())}
        <label class="reason">
            <span class="label">"Reason for the next score change (goes into the history)"</span>
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

fn assessment(card: Card, which: Which) -> AnyView {
    let value = memo(move || card.risk.with(|risk| risk.assessment(which).clone()));
    let label = derived(move || {
        let number = card.risk.with(|risk| risk.printed_number());
        format!("{} score of risk {number}", which.label()).trim_end().to_owned()
    });
    let text = move || card.app.head.with(|head| value.with(|value| in_words(&head.criteria, value)));
    let set = move || value.with(|it| it.likelihood.is_some() || it.impact.is_some() || it.score.is_some());
    let node = NodeRef::<html::Section>::new();
    let clear = move |_| {
        card.app.assess(&card.id(), which, None);
        // The button goes with the score; the focus stays in the block.
        let cell = node.get_untracked().and_then(|it| it.query_selector(".matrix [tabindex='0']").ok().flatten());
        if let Some(cell) = cell {
            cell.unchecked_into::<web_sys::HtmlElement>().focus().unwrap_or_default();
        }
    };
    let choose = Callback::new(move |cell| {
        card.app.assess(&card.id(), which, Some(cell));
    });
    view! {
        <section class="assessment" node_ref=node aria-label=format!("{} assessment", which.label())>
            <h3>{which.label()}" "{pill(card, which)}</h3>
            {Matrix(MatrixProps { label, value: value.into(), choose })}
            <p class="levels">{move || text()}</p>
            {shown_while(set, move || view! {
                <button
                    type="button"
                    class="quiet clear"
                    aria-label=format!("Clear the {} score", which.field())
                    on:click=heard(clear)
                >
                    "Clear"
                </button>
            }.into_any())}
            {hints::beside(card, Place::Risk(card.id()), which.field())}
            {details(card, which)}
        </section>
    }
    .into_any()
}

fn previous(card: Card) -> AnyView {
    let look = Look { label: Some("Previous score"), add: "Add it as 4x3 or 12", bare: true };
    view! {
        <section class="assessment" aria-label="Previous assessment">
            <h3>"Previous "{pill(card, Which::Previous)}</h3>
            {card.field("previous", look)}
            <p class="levels">"The residual score at the last review"</p>
            {trend::trend(card)}
            {hints::beside(card, Place::Risk(card.id()), "previous")}
            {details(card, Which::Previous)}
        </section>
    }
    .into_any()
}

fn pill(card: Card, which: Which) -> AnyView {
    let face = derived(move || {
        card.app.head.with(|head| {
            card.risk.with(|risk| {
                let travel = (which == Which::Residual).then(|| Travel::of(risk, &head.criteria));
                PillFace::of(&head.criteria, risk.assessment(which), travel)
            })
        })
    });
    view! { <Pill face /> }.into_any()
}

/// The parts of an assessment that the published cards do not print.
fn details(card: Card, which: Which) -> AnyView {
    let [date, by, reason, score] = match which {
        Which::Inherent => ["inherent.date", "inherent.by", "inherent.reason", "inherent.score"],
        Which::Residual => ["residual.date", "residual.by", "residual.reason", "residual.score"],
        Which::Target => ["target.date", "target.by", "target.reason", "target.score"],
        Which::Previous => ["previous.date", "previous.by", "previous.reason", "previous.score"],
    };
    // A printed score is set beside levels only in odd files; alone it is the score, and a field of its own.
    let printed = memo(move || card.risk.with(|risk| risk.assessment(which).score.is_some()));
    let look = |label: &'static str, add: &'static str| Look { label: Some(label), add, bare: false };
    view! {
        <details>
            <summary>"Date, author and reason"</summary>
            {card.field(date, look("Assessed on", "Add a date"))}
            {card.field(by, look("Assessed by", "Add a name"))}
            {card.field(reason, look("Reason", "Add a reason"))}
            {move || printed.get().then(|| card.field(score, look("Score as printed", "Add a score")))}
        </details>
    }
    .into_any()
}

/// Likelihood and impact in words, e.g. `Likelihood 3 Possible × Impact 5 Very high`.
fn in_words(criteria: &Criteria, assessment: &Assessment) -> String {
    let part = |likelihood: bool, at: Option<u8>| {
        let axis = if likelihood { &criteria.likelihood } else { &criteria.impact };
        let level = at.map_or_else(|| "–".to_owned(), |at| level(criteria, likelihood, at));
        format!("{} {level}", axis.name).trim_start().to_owned()
    };
    match (assessment.likelihood, assessment.impact, assessment.score) {
        (None, None, None) => "Not scored. Choose a cell.".to_owned(),
        (None, None, Some(_)) => "As printed; likelihood and impact are not known.".to_owned(),
        (likelihood, impact, _) => format!("{} × {}", part(true, likelihood), part(false, impact)),
    }
}

/// That the residual score is above appetite, where it is.
fn above_appetite(risk: &Risk, criteria: &Criteria) -> Option<String> {
    let (score, accepted) = (criteria.rate(&risk.residual).score()?, accepted_score(risk, criteria)?);
    is_above_appetite(risk, criteria)
        .then(|| format!("The residual score {score} is above appetite, which accepts up to {accepted}."))
}

#[cfg(test)]
mod tests {
    use register::presets;

    use super::*;

    fn levels(likelihood: Option<u8>, impact: Option<u8>) -> Assessment {
        Assessment { likelihood, impact, ..Assessment::default() }
    }

    #[test]
    fn assessments_are_told_in_the_words_of_the_criteria() {
        let criteria = presets::five_by_five();
        assert_eq!(in_words(&criteria, &levels(Some(3), Some(5))), "Likelihood 3 Possible × Impact 5 Very high");
        assert_eq!(in_words(&criteria, &levels(None, Some(9))), "Likelihood – × Impact 9");
        assert_eq!(in_words(&presets::letters(), &levels(Some(1), None)), "Likelihood A Very rare × Impact –");
        assert!(in_words(&criteria, &Assessment::default()).starts_with("Not scored"));
        let printed = Assessment { score: Some(16), ..Assessment::default() };
        assert!(in_words(&criteria, &printed).starts_with("As printed"));
    }

    #[test]
    fn a_score_above_appetite_is_told_with_both_figures() {
        let criteria = presets::five_by_five();
        let risk = |appetite| Risk { residual: levels(Some(4), Some(4)), appetite, ..Risk::default() };
        let text = above_appetite(&risk(Some(10)), &criteria).unwrap();
        assert!(text.contains("16") && text.contains("10"), "{text}");
        assert_eq!(above_appetite(&risk(Some(16)), &criteria), None);
        assert_eq!(above_appetite(&risk(None), &criteria), None);
    }
}
