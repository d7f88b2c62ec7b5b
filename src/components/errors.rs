//! What is wrong in a form that was sent off: a summary that takes the focus and leads to the fields, as on GOV.UK.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::erased::{effect, heard};
use crate::state::{App, app};

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The id of the field.
    pub field: String,
    /// What to do about it, for the user.
    pub text: String,
}

/// What is wrong in one form.
#[derive(Clone, Copy)]
pub struct Errors {
    app: App,
    found: RwSignal<Vec<Wrong>>,
}

impl Errors {
    /// Those of a form that has not been sent off yet. The page's title says so while there are any.
    pub fn new() -> Self {
        let app = app();
        on_cleanup(move || app.erring.set(false));
        Self { app, found: RwSignal::new(Vec::new()) }
    }

    /// The form was sent off, and this is wrong in it, in the order of the page; the focus goes to the summary.
    pub fn tell(self, found: Vec<Wrong>) {
        self.app.erring.set(!found.is_empty());
        self.found.set(found);
    }

    /// Says that one field is wrong.
    pub fn tell_one(self, field: &str, text: &str) {
        self.tell(vec![Wrong { field: field.to_owned(), text: text.to_owned() }]);
    }

    /// What is wrong with a field; followed.
    pub fn of(self, field: &str) -> Option<String> {
        self.found.with(|found| found.iter().find(|wrong| wrong.field == field).map(|wrong| wrong.text.clone()))
    }

    /// The summary, for the top of the form.
    pub fn summary(self) -> AnyView {
        summary(self.found.into())
    }

    /// A line of text with its label, and what is wrong with it between them.
    pub fn line(self, field: &'static str, label: &'static str, node: NodeRef<html::Input>, value: String) -> AnyView {
        let described = move || self.of(field).map(|_| format!("{field}-error"));
        view! {
            <label class="label" for=field>{label}</label>
            {self.beside(field)}
            <input
                id=field
                type="text"
                autocomplete="off"
                node_ref=node
                prop:value=value
                aria-invalid=move || self.of(field).map(|_| "true")
                aria-describedby=move || described()
            />
        }
        .into_any()
    }

    /// The words below or above a field, for its `aria-describedby`: `<field>-error`.
    pub fn beside(self, field: &'static str) -> AnyView {
        view! {
            <p id=format!("{field}-error") class="error">
                {move || self.of(field).map(|text| view! { <span class="sr">"Error: "</span>{text} }.into_any())}
            </p>
        }
        .into_any()
    }
}

/// A summary of what is wrong: it takes the focus when it appears, and each line leads to the element of its id.
pub fn summary(found: Signal<Vec<Wrong>>) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    effect(move || {
        if found.with(|found| !found.is_empty())
            && let Some(summary) = node.get()
        {
            summary.focus().unwrap_or_default();
        }
    });
    let line = |wrong: Wrong| {
        let field = wrong.field;
        let lead = move |event: web_sys::MouseEvent| {
            // The address belongs to the router; the link only moves the focus.
            event.prevent_default();
            if let Some(field) = document().get_element_by_id(&field) {
                field.unchecked_into::<web_sys::HtmlElement>().focus().unwrap_or_default();
            }
        };
        view! { <li><a href="#" on:click=heard(lead)>{wrong.text}</a></li> }.into_any()
    };
    let summary = move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            view! {
                <div class="error-summary" role="alert" tabindex="-1" node_ref=node>
                    <h2>"There is a problem"</h2>
                    <ul>{found.into_iter().map(line).collect_view()}</ul>
                </div>
            }
            .into_any()
        })
    };
    view! { {move || summary()} }.into_any()
}
