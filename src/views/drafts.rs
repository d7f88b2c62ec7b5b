//! Text that was being typed when the page went away, offered again.

use leptos::prelude::*;
use store::Draft;

use crate::erased::heard;
use crate::fields;
use crate::state::{App, app};

/// A notice for each text.
#[component]
pub fn Drafts() -> impl IntoView {
    let app = app();
    let drafts = move || app.drafts.get().into_iter().map(move |draft| offer(app, draft)).collect_view();
    view! { {move || drafts()} }.into_any()
}

fn offer(app: App, draft: Draft) -> AnyView {
    let risk = match &draft.place {
        register::change::Place::Risk(id) | register::change::Place::Item(id, ..) => {
            app.with_register(|register| register.find(id).map(|(_, risk)| format!("risk {}, ", risk.printed_number())))
        }
        _ => None,
    };
    let what = format!("{}{}", risk.unwrap_or_default(), fields::label(&draft.field));
    let text = draft.text.clone();
    let (keep, forget) = (draft.clone(), draft);
    view! {
        <div class="notice" role="status">
            <p>
                <strong>{format!("You were typing in {what} and did not finish: ")}</strong>
                <q>{text}</q>
            </p>
            <div class="buttons">
                <button
                    type="button"
                    class="primary"
                    on:click=heard(move |_| {
                        if let Err(wrong) = app.accept_draft(&keep) {
                            app.tell(wrong);
                        }
                    })
                >
                    "Keep this text"
                </button>
                <button type="button" on:click=heard(move |_| app.forget_draft(&forget))>"Discard it"</button>
            </div>
        </div>
    }
    .into_any()
}
