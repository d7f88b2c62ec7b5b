//! The head of the sheet, the facts below the scores, and what stands at the end.

use leptos::prelude::*;
use register::change::Place;
use register::scoring::Travel;
use register::{Status, Which};

use super::exempt;
use super::path::path;
use super::sheet::{Card, Look};
use crate::components::{Pill, score::PillFace};
use crate::erased::{derived, memo};
use crate::platform::clock;

/// Number, corporate flag, title and residual score.
pub fn head(card: Card) -> AnyView {
    let face = derived(move || {
        card.app.head.with(|head| {
            card.risk.with(|risk| {
                let travel = Travel::of(risk, &head.criteria);
                PillFace::of(&head.criteria, risk.assessment(Which::Residual), Some(travel))
            })
        })
    });
    let bare = move |name, label, add| card.field(name, Look { label: Some(label), add, bare: true });
    view! {
        <header class="card-head">
            <div class="number">{bare("number", "Number", "No.")}</div>
            <div class="title">{bare("title", "Title", "Add the title")}</div>
            <label class="corporate" title="In the corporate register">
                {card.field("corporate", Look { label: Some("In the corporate register (CR)"), bare: true, ..Look::default() })}
                <span aria-hidden="true">"CR"</span>
            </label>
            <p class="residual"><span class="label">"Residual "</span><Pill face /></p>
            <div class="prose">{bare("description", "Description", "Add a description")}</div>
            {exempt::whole(card, Place::Risk(card.id()))}
        </header>
    }
    .into_any()
}

/// Who, where, how and when.
pub fn facts(card: Card) -> AnyView {
    let field = move |name: &'static str, text: &'static str| card.field(name, add(text));
    let closed = memo(move || {
        card.risk
            .with(|risk| risk.status == Status::Closed || !risk.closed.0.is_empty() || !risk.closed_reason.is_empty())
    });
    let overdue = move || {
        let late = card.risk.with(|risk| risk.status == Status::Open && risk.next_review.is_past(clock::today()));
        late.then(|| {
            view! { <span class="flag"><span aria-hidden="true">"△ "</span>"Review overdue"</span> }.into_any()
        })
    };
    view! {
        <section class="facts" aria-label="Facts">
            {path(card)}
            <div>
                {field("owners", "Add an owner")}
                {field("contacts", "Add a contact")}
                {field("category", "")}
                {field("objectives", "Add an objective")}
                {field("path", "Add where it belongs")}
            </div>
            <div>
                {field("status", "")}
                {move || closed.get().then(|| view! {
                    {field("closed", "Add a date")}
                    {field("closed_reason", "Add a reason")}
                }.into_any())}
                {field("response", "")}
                {field("appetite", "Add a score")}
                {field("appetite_level", "")}
                {field("acceptance", "Add who accepts it")}
            </div>
            <div>
                {field("last_review", "Add a date")}
                {field("next_review", "Add a date")}
                {move || overdue()}
                {field("review_frequency", "")}
            </div>
        </section>
    }
    .into_any()
}

/// Related risks, notes, and what may be published.
pub fn rest(card: Card) -> AnyView {
    let links = Look { label: Some("Related risks"), add: "Add a risk as register; number; relation", bare: false };
    view! {
        <section class="rest" aria-label="Related risks and notes">
            {card.field("links", links)}
            {card.field("notes", add("Add a note"))}
            {exempt::line(card)}
        </section>
    }
    .into_any()
}

fn add(add: &'static str) -> Look {
    Look { add, ..Look::default() }
}
