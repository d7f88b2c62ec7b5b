//! One field of the open register, edited where it stands: saved when it is left, kept as a draft while it is typed.

use leptos::prelude::*;
use register::change::Place;
use serde_json::Value;

use super::suggest::Suggest;
use crate::erased::{heard, memo};
use crate::fields::{self, Kind};
use crate::state::{App, app};

/// A field with its label. Escape gives back what stood there; leaving it, or Enter in one line, saves it.
#[component]
pub fn Field(
    /// The record it belongs to.
    place: Place,
    /// The field's name in a file; an assessment's part as `residual.date`.
    #[prop(into)]
    field: String,
    /// Its value as it stands in a file.
    #[prop(into)]
    value: Signal<Value>,
    /// The label; without one the field's own name.
    #[prop(optional, into)]
    label: Option<String>,
    /// What stands in it while it is blank, e.g. "Add an owner".
    #[prop(optional, into)]
    placeholder: String,
    /// Whether the label is only for screen readers, where the layout shows what the field is.
    #[prop(optional)]
    bare: bool,
    /// A hint below it.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let app = app();
    let kind = fields::kind(&place, &field);
    let label = label.unwrap_or_else(|| fields::label(&field));
    let shown = memo(move || value.with(|value| fields::show(kind, value)));
    let error = RwSignal::new(None::<String>);
    let editor = Editor { app, place, field, shown, error };
    let input = match kind {
        Kind::Choice(choice) => choice_input(&editor, choice, label.clone()).into_any(),
        Kind::Flag => flag_input(&editor, label.clone()).into_any(),
        Kind::Names => names_input(&editor, label.clone(), placeholder).into_any(),
        // A path too: it is often longer than its field is wide.
        Kind::Text | Kind::Terms | Kind::Links | Kind::Lines | Kind::Path => {
            text_input(&editor, label.clone(), placeholder).into_any()
        }
        _ => line_input(&editor, label.clone(), placeholder).into_any(),
    };
    view! {
        <div class="field" class:bare=bare class:wrong=move || error.with(Option::is_some)>
            <span class="label" aria-hidden="true">{(!bare).then_some(label)}</span>
            {input}
            {(!hint.is_empty()).then(|| view! { <span class="hint">{hint}</span> }.into_any())}
            <span class="error" role="alert">{move || error.get()}</span>
        </div>
    }
    .into_any()
}

#[derive(Clone)]
struct Editor {
    app: App,
    place: Place,
    field: String,
    shown: Memo<String>,
    error: RwSignal<Option<String>>,
}

impl Editor {
    /// Takes what was typed. A text that is wrong stays where it is, with what is wrong below it.
    fn take(&self, text: &str) {
        match self.app.type_in(&self.place, &self.field, text) {
            Ok(()) => {
                self.error.set(None);
                self.app.drop_draft();
            }
            Err(wrong) => self.error.set(Some(wrong)),
        }
    }

    /// On Escape, gives the text up: what stood there stands there again.
    fn escape(&self, event: &web_sys::KeyboardEvent) {
        if event.key() != "Escape" {
            return;
        }
        if let Some(input) = event.target() {
            // A line or a text: both have a value.
            let value = wasm_bindgen::JsValue::from_str(&self.shown.get_untracked());
            js_sys::Reflect::set(&input, &"value".into(), &value).unwrap_or_default();
        }
        self.error.set(None);
        self.app.drop_draft();
    }
}

fn line_input(editor: &Editor, label: String, placeholder: String) -> impl IntoView {
    let (take, up) = (editor.clone(), editor.clone());
    let drafter = editor.app.drafter(editor.place.clone(), editor.field.clone());
    let (shown, error) = (editor.shown, editor.error);
    view! {
        <input
            type="text"
            autocomplete="off"
            aria-label=label
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            placeholder=placeholder
            prop:value=move || shown.get()
            on:input=heard(move |event: web_sys::Event| drafter(event_target_value(&event)))
            on:change=heard(move |event: web_sys::Event| take.take(&event_target_value(&event)))
            on:keydown=heard(move |event: web_sys::KeyboardEvent| up.escape(&event))
        />
    }
    .into_any()
}

fn text_input(editor: &Editor, label: String, placeholder: String) -> impl IntoView {
    let (take, up) = (editor.clone(), editor.clone());
    let drafter = editor.app.drafter(editor.place.clone(), editor.field.clone());
    let (shown, error) = (editor.shown, editor.error);
    // Where the browser cannot size the field by its text, the number of lines does.
    let rows = move || shown.with(|text| text.lines().count().max(1).to_string());
    view! {
        <textarea
            aria-label=label
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            placeholder=placeholder
            rows=move || rows()
            prop:value=move || shown.get()
            on:input=heard(move |event: web_sys::Event| drafter(event_target_value(&event)))
            on:change=heard(move |event: web_sys::Event| take.take(&event_target_value(&event)))
            on:keydown=heard(move |event: web_sys::KeyboardEvent| up.escape(&event))
        />
    }
    .into_any()
}

/// A text of names, with those that the register has already offered below it.
fn names_input(editor: &Editor, label: String, placeholder: String) -> impl IntoView {
    let (take, leave, up) = (editor.clone(), editor.clone(), editor.clone());
    let drafter = editor.app.drafter(editor.place.clone(), editor.field.clone());
    let shown = editor.shown;
    let names = Suggest::names();
    let rows = move || shown.with(|text| text.lines().count().max(1).to_string());
    view! {
        <textarea
            aria-label=label
            aria-autocomplete="list"
            aria-controls=names.id()
            aria-activedescendant=move || names.active_id()
            placeholder=placeholder
            rows=move || rows()
            prop:value=move || shown.get()
            on:input=heard(move |event: web_sys::Event| {
                names.typed(&event);
                drafter(event_target_value(&event));
            })
            on:change=heard(move |event: web_sys::Event| take.take(&event_target_value(&event)))
            on:blur=heard(move |event: web_sys::FocusEvent| {
                names.close();
                // A name that was chosen is no change to the browser.
                leave.take(&event_target_value(&event));
            })
            on:keydown=heard(move |event: web_sys::KeyboardEvent| {
                if !names.key(&event) {
                    up.escape(&event);
                }
            })
        />
        {names.list()}
    }
    .into_any()
}

fn choice_input(editor: &Editor, choice: fields::Choice, label: String) -> impl IntoView {
    let (app, shown, take) = (editor.app, editor.shown, editor.clone());
    // A name that the list does not have is kept and offered.
    let names = memo(move || {
        let mut names = app.head.with(|head| choice.names(&head.criteria));
        let own = shown.get();
        if !own.is_empty() && !names.contains(&own) {
            names.push(own);
        }
        names
    });
    let options = move || {
        let own = shown.get();
        let blank = (choice != fields::Choice::Status).then(|| view! { <option value="">"–"</option> }.into_any());
        let options = names.get().into_iter().map(|name| {
            let selected = name == own;
            let text = capital(&name);
            view! { <option value=name selected=selected>{text}</option> }.into_any()
        });
        view! {
            {blank}
            {options.collect_view()}
        }
        .into_any()
    };
    view! {
        <select
            aria-label=label
            prop:value=move || shown.get()
            on:change=heard(move |event: web_sys::Event| take.take(&event_target_value(&event)))
        >
            {move || options()}
        </select>
    }
    .into_any()
}

fn flag_input(editor: &Editor, label: String) -> impl IntoView {
    let (shown, take) = (editor.shown, editor.clone());
    view! {
        <input
            type="checkbox"
            aria-label=label
            prop:checked=move || shown.with(|shown| shown == "yes")
            on:change=heard(move |event: web_sys::Event| take.take(if event_target_checked(&event) { "yes" } else { "no" }))
        />
    }.into_any()
}

/// A text with a capital at its start.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
