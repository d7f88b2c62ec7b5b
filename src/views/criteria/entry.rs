//! Inputs for parts of structured values: taken when they are left, given back on Escape.

use leptos::prelude::*;
use register::Criteria;
use register::checks::is_colour;
use register::criteria_edit::Wrong;

use super::desk::{Desk, Named};
use crate::erased::heard;

type BoxedEdit = Box<dyn Fn(&mut Criteria, &str) -> Result<(), Wrong> + Send + Sync>;

/// One part of the criteria as an input.
#[derive(Clone)]
pub struct Entry {
    /// The element's id, where the focus is led to it; else blank.
    pub id: String,
    /// The label that is seen.
    pub label: &'static str,
    /// The whole name for screen readers; begins with the label.
    pub name: Signal<String>,
    /// The value.
    pub shown: Memo<String>,
    /// Takes what was typed, or says what is wrong with it.
    pub take: Callback<String, Result<(), String>>,
}

impl Entry {
    /// An entry for what an edit makes of the text that is typed. The user is asked where that changes scores.
    pub fn of(
        desk: Desk,
        label: &'static str,
        name: String,
        shown: Memo<String>,
        edit: impl Fn(&mut Criteria, &str) -> Result<(), Wrong> + Send + Sync + 'static,
    ) -> Self {
        Self::of_boxed(desk, label, name, shown, Box::new(edit))
    }

    /// Apart from [`Self::of`], so that it is there once and not for each edit.
    #[inline(never)]
    fn of_boxed(desk: Desk, label: &'static str, name: String, shown: Memo<String>, edit: BoxedEdit) -> Self {
        let title = name.clone();
        let take = Callback::new(move |text: String| {
            let named = Named::typed(&title, &shown.get_untracked(), &text);
            desk.propose(&|criteria| edit(criteria, text.trim()), named).map(|_| ())
        });
        Self { id: String::new(), label, name: name.into(), shown, take }
    }

    /// The entry with an id.
    pub fn with_id(self, id: String) -> Self {
        Self { id, ..self }
    }
}

/// An entry of one line.
pub fn line(entry: Entry) -> AnyView {
    let error = RwSignal::new(None::<String>);
    let label = entry.label;
    framed(label, error, input(entry, false, error))
}

/// An entry of a number.
pub fn number(entry: Entry) -> AnyView {
    let error = RwSignal::new(None::<String>);
    let label = entry.label;
    framed(label, error, input(entry, true, error))
}

/// An entry for text of several lines.
pub fn area(entry: Entry) -> AnyView {
    let error = RwSignal::new(None::<String>);
    let Entry { label, name, shown, take, .. } = entry;
    let area = view! {
        <textarea
            rows="1"
            aria-label=move || name.get()
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            prop:value=move || shown.get()
            on:change=heard(move |event: web_sys::Event| taken(&event, shown, take, error))
            on:keydown=heard(move |event: web_sys::KeyboardEvent| given_back(&event, shown, error))
        ></textarea>
    }
    .into_any();
    framed(label, error, area.into_any())
}

/// An entry for a colour: the browser's picker, and the same as a code. `tried` hears what the picker is at before it is
/// taken, and `None` when it is closed.
pub fn colour(entry: Entry, tried: Callback<Option<String>>) -> AnyView {
    let error = RwSignal::new(None::<String>);
    let Entry { label, name, shown, take, .. } = entry;
    // The picker cannot be blank.
    let picked = move || shown.with(|shown| if is_colour(shown) { shown.clone() } else { "#ffffff".to_owned() });
    let picker = view! {
        <input
            type="color"
            aria-label=move || format!("{}, picker", name.get())
            class:none=move || shown.with(String::is_empty)
            prop:value=move || picked()
            on:input=heard(move |event: web_sys::Event| tried.run(Some(event_target_value(&event))))
            on:change=heard(move |event: web_sys::Event| {
                tried.run(None);
                error.set(take.run(event_target_value(&event)).err());
            })
            on:blur=heard(move |_| tried.run(None))
        />
    }
    .into_any();
    let code = input(entry, false, error);
    framed(label, error, view! { <span class="colour">{picker}{code}</span> }.into_any())
}

/// The input of an entry without its label, as in a cell of the matrix; what is wrong goes to `error`.
pub fn input(entry: Entry, numeric: bool, error: RwSignal<Option<String>>) -> AnyView {
    let Entry { id, name, shown, take, .. } = entry;
    view! {
        <input
            type="text"
            autocomplete="off"
            inputmode=numeric.then_some("numeric")
            class:number=numeric
            id=(!id.is_empty()).then_some(id)
            aria-label=move || name.get()
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            prop:value=move || shown.get()
            on:change=heard(move |event: web_sys::Event| taken(&event, shown, take, error))
            on:keydown=heard(move |event: web_sys::KeyboardEvent| given_back(&event, shown, error))
        />
    }
    .into_any()
}

/// One of two ways. If the choice is only asked about, the old one stays chosen.
pub fn choice(legend: &'static str, ways: [&'static str; 2], second: Memo<bool>, choose: Callback<bool>) -> AnyView {
    let group = format!("criteria-{}", legend.to_lowercase());
    let ids = [format!("{group}-0"), format!("{group}-1")];
    let way = |place: usize| {
        let (id, ids) = (ids[place].clone(), ids.clone());
        let change = move |_| {
            choose.run(place == 1);
            let chosen = usize::from(second.get_untracked());
            if let Some(radio) = document().get_element_by_id(&ids[chosen]) {
                put(&radio, "checked", true);
            }
        };
        view! {
            <label class="segment">
                <input
                    type="radio"
                    id=id
                    name=group.clone()
                    prop:checked=move || usize::from(second.get()) == place
                    on:change=heard(change)
                />
                <span>{ways[place]}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="way">
            <legend>{legend}</legend>
            <div class="segments">{[way(0), way(1)].into_iter().collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// A box to tick.
pub fn tick(name: Signal<String>, ticked: Memo<bool>, take: Callback<bool>) -> AnyView {
    view! {
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=move || ticked.get()
                on:change=heard(move |event: web_sys::Event| take.run(event_target_checked(&event)))
            />
            <span>{move || name.get()}</span>
        </label>
    }
    .into_any()
}

/// Shows a value in the element of an event again, whatever was typed or chosen there.
pub fn show_again(event: &web_sys::Event, value: String) {
    if let Some(target) = event.target() {
        put(&target, "value", value);
    }
}

fn framed(label: &'static str, error: RwSignal<Option<String>>, input: AnyView) -> AnyView {
    view! {
        <div class="field" class:wrong=move || error.with(Option::is_some)>
            <span class="label" aria-hidden="true">{label}</span>
            {input}
            <span class="error" role="alert">{move || error.get()}</span>
        </div>
    }
    .into_any()
}

/// Takes what was typed. A text that is wrong stays, with what is wrong below it; else the value is shown as it is now,
/// which is the old one while the user is asked.
fn taken(
    event: &web_sys::Event,
    shown: Memo<String>,
    take: Callback<String, Result<(), String>>,
    error: RwSignal<Option<String>>,
) {
    let wrong = take.run(event_target_value(event)).err();
    if wrong.is_none() {
        show_again(event, shown.get_untracked());
    }
    error.set(wrong);
}

fn given_back(event: &web_sys::KeyboardEvent, shown: Memo<String>, error: RwSignal<Option<String>>) {
    if event.key() == "Escape" {
        show_again(event, shown.get_untracked());
        error.set(None);
    }
}

fn put(element: &wasm_bindgen::JsValue, property: &str, value: impl Into<wasm_bindgen::JsValue>) {
    // Setting a property of an element of our own cannot fail.
    js_sys::Reflect::set(element, &property.into(), &value.into()).unwrap_or_default();
}
