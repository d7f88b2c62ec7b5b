//! The register's own fields.

use leptos::prelude::*;
use register::change::Place;
use register::record::Record;

use super::desk::Desk;
use crate::components::Field;
use crate::components::field::FieldProps;
use crate::erased::derived;

const FIELDS: [(&str, &str, &str); 8] = [
    ("title", "Title", ""),
    ("entity", "Entity", "From the outside in, split by /, such as County Council / Children and families."),
    ("description", "Description", ""),
    ("scope", "Scope", "Which risks a printed copy shows, such as open corporate risks."),
    ("as_at", "State of", "A day or a month, such as 31/03/2024 or Mar 2024."),
    ("review_dates", "Review dates", "When the whole register was reviewed, newest first, split by ;"),
    ("glossary", "Glossary", "One a line: the term, a colon, what it means."),
    ("acronyms", "Acronyms", "One a line: the letters, a colon, what they stand for."),
];

/// The section.
pub fn about(desk: Desk) -> AnyView {
    let field = |(field, label, hint): (&'static str, &str, &str)| {
        Field(FieldProps {
            place: Place::Register,
            field: field.to_owned(),
            value: derived(move || desk.app.head.with(|head| head.get(field).unwrap_or_default())),
            label: Some(label.to_owned()),
            placeholder: String::new(),
            bare: false,
            hint: hint.to_owned(),
        })
    };
    view! { <div class="fields">{FIELDS.map(field).into_iter().collect_view()}</div> }.into_any()
}
