//! A row on a narrow page: a small card that leads to the whole one.

use std::sync::Arc;

use leptos::prelude::*;
use register::scoring::Travel;
use register::{DateText, Risk, Which};
use serde_json::Value;

use super::row::top;
use super::sheet::{Of, RowId, Sheet};
use super::state::GridState;
use crate::components::{Pill, score::PillFace};
use crate::erased::{derived, heard, memo};
use crate::route::{Place, Route, View};

/// The row.
pub fn compact(state: GridState, at: Memo<usize>, id: &RowId, risk: ArcRwSignal<Arc<Risk>>) -> AnyView {
    let app = state.app;
    let own = id.risk.clone();
    let href = move || Route::Register(Place { view: View::Card, risk: Some(own.clone()), ..app.place() }).hash();
    let for_face = risk.clone();
    let face = derived(move || {
        app.head.with(|head| {
            for_face.with(|risk| {
                PillFace::of(&head.criteria, risk.assessment(Which::Residual), Some(Travel::of(risk, &head.criteria)))
            })
        })
    });
    let (sheet, row) = (state.sheet, id.clone());
    let words = memo(move || risk.with(|risk| words(sheet, risk, &row)));
    let edit = id.clone();
    let name = move || format!("Edit {}", words.with(|words| words.0.clone()));
    view! {
        <div role="row" class="row compact" aria-rowindex=move || (at.get() + 3).to_string()
            style:transform=move || top(state, at)>
            <div role="gridcell" class="compact-cell">
                <a href=move || href()>{move || words.with(|words| words.0.clone())}</a>
                <p>{move || words.with(|words| words.1.clone())}</p>
            </div>
            <div role="gridcell" class="compact-score">
                <Pill face />
                <button
                    type="button"
                    class="quiet"
                    aria-label=move || name()
                    on:click=heard(move |_| state.below.set(Some(edit.clone())))
                >
                    "Edit"
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// The two lines of a small card.
fn words(sheet: Sheet, risk: &Risk, row: &RowId) -> (String, String) {
    let number = risk.printed_number();
    let text = |field: &str| match sheet.record(risk, row, Of::Item).and_then(|it| it.get(field)) {
        Some(Value::String(text)) => text,
        _ => String::new(),
    };
    let (first, below) = match sheet {
        Sheet::Risks => {
            let review = if risk.next_review.0.is_empty() {
                String::new()
            } else {
                format!("review {}", risk.next_review.short())
            };
            (format!("{number}  {}", risk.title), vec![risk.owners.join("; "), review])
        }
        Sheet::Actions | Sheet::Controls => {
            let title = [text("title"), text("description")].into_iter().find(|it| !it.is_empty()).unwrap_or_default();
            let due = [text("revised_date"), text("target_date")].into_iter().find(|it| !it.is_empty());
            let due = due.map(|due| DateText(due).short()).unwrap_or_default();
            (title, vec![format!("Risk {number}"), due, text("progress"), text("adequacy")])
        }
    };
    let below: Vec<String> = below.into_iter().filter(|part| !part.is_empty()).collect();
    let first = first.trim();
    (if first.is_empty() { format!("Untitled {}", sheet.one()) } else { first.to_owned() }, below.join(" · "))
}

#[cfg(test)]
mod tests {
    use register::Action;

    use super::*;

    #[test]
    fn a_small_card_says_what_the_row_is() {
        let action = Action {
            id: "a".into(),
            description: "Retender".to_owned(),
            target_date: "2024-03-31".into(),
            progress: "Amber".to_owned(),
            ..Action::default()
        };
        let risk = Risk {
            number: "4".to_owned(),
            title: "Caseloads".to_owned(),
            owners: vec!["Head".to_owned()],
            next_review: "2024-05".into(),
            actions: vec![action, Action::default()],
            ..Risk::default()
        };
        let said = |sheet: Sheet, at: usize| words(sheet, &risk, &sheet.rows(&risk)[at]);
        assert_eq!(said(Sheet::Risks, 0), ("4  Caseloads".to_owned(), "Head · review May 2024".to_owned()));
        assert_eq!(said(Sheet::Actions, 0), ("Retender".to_owned(), "Risk 4 · 31/03/2024 · Amber".to_owned()));
        assert_eq!(said(Sheet::Actions, 1).0, "Untitled action");
    }
}
