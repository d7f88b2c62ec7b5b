//! The lists of names that are offered where risks, controls and actions are edited; the escalation score.

use leptos::prelude::*;
use register::change::Place;
use register::record::Record;

use super::desk::Desk;
use super::{appetite, progress};
use crate::components::Field;
use crate::components::field::FieldProps;
use crate::erased::derived;

const LISTS: [(&str, &str); 5] = [
    ("categories", "Categories"),
    ("responses", "Responses"),
    ("control_types", "Control types"),
    ("adequacies", "Adequacies, best first"),
    ("review_frequencies", "Review frequencies"),
];

/// The section of lists.
pub fn names(desk: Desk) -> AnyView {
    let lists = LISTS.map(|(name, label)| field(desk, name, label, ""));
    view! {
        <p class="hint">
            "One name a line. Risks, controls and actions that have a name keep it, whatever the list says."
        </p>
        <div class="fields lists">{lists.into_iter().collect_view()}</div>
        <h3>"Progress of actions"</h3>
        {progress::progress(desk)}
        <h3>"Levels of appetite"</h3>
        {appetite::levels(desk)}
        <h3>"Appetite by category"</h3>
        {appetite::by_category(desk)}
    }
    .into_any()
}

/// The section of the escalation score.
pub fn escalation(desk: Desk) -> AnyView {
    let hint = "Risks with this residual score or a higher one are escalated to the corporate register.";
    view! { <div class="fields one">{field(desk, "escalation_score", "Escalate from", hint)}</div> }.into_any()
}

fn field(desk: Desk, field: &'static str, label: &str, hint: &str) -> AnyView {
    Field(FieldProps {
        place: Place::Criteria,
        field: field.to_owned(),
        value: derived(move || desk.app.head.with(|head| head.criteria.get(field).unwrap_or_default())),
        label: Some(label.to_owned()),
        placeholder: String::new(),
        bare: false,
        hint: hint.to_owned(),
    })
    .into_any()
}
