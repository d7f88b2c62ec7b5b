//! The sheet: what its parts share, and the order in which they stand.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use register::change::Place;
use register::checks::{Finding, findings_of};
use register::record::Record;
use register::{Id, Risk};
use serde_json::Value;
use wasm_bindgen::JsCast;

use super::exempt::{self, Exempting};
use super::several::{self, Several};
use super::{actions, assessments, controls, facts, hints, kept, points};
use crate::components::field::{Field, FieldProps};
use crate::erased::{derived, memo};
use crate::fields::{self, Kind};
use crate::state::{App, app};

/// What the parts of a sheet share.
#[derive(Clone, Copy)]
pub struct Card {
    /// The page's state.
    pub app: App,
    /// The risk as it stands.
    pub risk: RwSignal<Arc<Risk>>,
    /// What is odd about it, and where it departs from guidance.
    pub findings: Memo<Vec<Finding>>,
    /// A text that is to become several entries of a list.
    pub several: Several,
    /// What is asked about being exempt.
    pub exempting: Exempting,
    /// What screen readers say of a move that is only seen.
    pub said: RwSignal<String>,
    id: StoredValue<Id>,
    node: NodeRef<html::Article>,
}

/// How a field looks.
#[derive(Default)]
pub struct Look {
    /// The label, where it is not the field's own.
    pub label: Option<&'static str>,
    /// What stands in it while it is blank.
    pub add: &'static str,
    /// Whether only screen readers get the label.
    pub bare: bool,
}

impl Card {
    /// The risk's id.
    pub fn id(self) -> Id {
        self.id.get_value()
    }

    /// A field of the risk.
    pub fn field(self, name: &'static str, look: Look) -> AnyView {
        let (whole, part) = name.split_once('.').unwrap_or((name, ""));
        let value = derived(move || {
            let value = self.risk.with(|risk| risk.get(whole)).unwrap_or_default();
            if part.is_empty() { value } else { value.get(part).cloned().unwrap_or_default() }
        });
        self.field_at(Place::Risk(self.id()), name, value, look)
    }

    /// A field of the risk or of an item of it, with what is odd about it beside it.
    pub fn field_at(self, place: Place, name: &'static str, value: Signal<Value>, look: Look) -> AnyView {
        let kind = fields::kind(&place, name);
        // What is odd about a part of an assessment stands beside the assessment.
        let can_be_odd = matches!(kind, Kind::Date | Kind::Choice(_)) && !name.contains('.') || name == "number";
        let flags = can_be_odd.then(|| hints::beside(self, place.clone(), name));
        let mark = (!name.contains('.')).then(|| exempt::beside(self, place.clone(), name));
        let field = Field(FieldProps {
            place,
            field: name.to_owned(),
            value,
            label: look.label.map(str::to_owned),
            placeholder: look.add.to_owned(),
            bare: look.bare,
            hint: String::new(),
        });
        view! { {field}{mark}{flags} }.into_any()
    }

    /// Puts the focus on what the selector names on the sheet, once it is drawn.
    pub fn focus(self, selector: String) {
        request_animation_frame(move || {
            let sheet = self.node.try_get_untracked().flatten();
            if let Some(found) = sheet.and_then(|sheet| sheet.query_selector(&selector).ok().flatten()) {
                found.unchecked_into::<web_sys::HtmlElement>().focus().unwrap_or_default();
            }
        });
    }
}

/// The sheet of a risk.
#[component]
pub fn Sheet(
    /// The risk.
    risk: ArcRwSignal<Arc<Risk>>,
) -> impl IntoView {
    let app = app();
    let id = StoredValue::new(risk.with_untracked(|risk| risk.id.clone()));
    let risk = RwSignal::from(risk);
    let findings = memo(move || app.head.with(|head| risk.with(|risk| findings_of(risk, &head.criteria))));
    let said = RwSignal::new(String::new());
    let card = Card {
        app,
        risk,
        findings,
        several: Several::new(),
        exempting: Exempting::new(),
        said,
        id,
        node: NodeRef::new(),
    };
    let name = memo(move || {
        risk.with(|risk| {
            let title = if risk.title.is_empty() { "Untitled risk" } else { &risk.title };
            format!("Risk {}: {title}", risk.printed_number()).replace("Risk :", "Risk:")
        })
    });
    view! {
        <article class="sheet" node_ref=card.node aria-label=move || name.get()>
            <h2 class="sr">{move || name.get()}</h2>
            {facts::head(card)}
            {facts::facts(card)}
            {assessments::strip(card)}
            {points::columns(card)}
            {controls::table(card)}
            {actions::table(card)}
            {facts::rest(card)}
            {hints::foot(card)}
            {kept::other_fields(card)}
            <p class="sr" role="status">{move || said.get()}</p>
        </article>
        {several::dialog(card)}
        {exempt::dialog(card)}
    }
    .into_any()
}
