//! The field that leads to any risk of the register by its number or by words of its title.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use register::find::best;
use register::{Id, Register, Risk};

use super::tools::show;
use crate::components::options::{Key, Options};
use crate::erased::{heard, memo};
use crate::state::App;

/// How many risks are offered at once.
const OFFERED: usize = 20;
/// How many of those that the filter shows are offered before the one on the card, while nothing is typed.
const BEFORE: usize = 5;

/// The field.
pub fn jump(app: App, shown: Memo<Arc<Vec<Id>>>, current: Memo<Option<Id>>) -> AnyView {
    let options = Options::new();
    let input = NodeRef::<html::Input>::new();
    let offered = StoredValue::new(Vec::<Id>::new());
    let typed = RwSignal::new(None::<String>);
    let none = RwSignal::new(false);
    // The name of the risk on the card follows the risk.
    let name = memo(move || {
        app.order.track();
        let risk = current.get().and_then(|id| app.risk(&id));
        risk.map(|risk| risk.with(|risk| name_of(risk))).unwrap_or_default()
    });
    let offer = move |text: &str| {
        let (ids, texts): (Vec<Id>, Vec<String>) = app.with_register(|register| {
            let places = best(&register.risks, text, OFFERED);
            places.into_iter().map(|place| &register.risks[place]).map(|risk| (risk.id.clone(), name_of(risk))).unzip()
        });
        none.set(ids.is_empty());
        let first = (!ids.is_empty()).then_some(0);
        offered.set_value(ids);
        options.offer(texts, first);
    };
    let around = move || {
        let current = current.get_untracked();
        let (ids, at) = shown.with_untracked(|shown| around(shown, current.as_ref()));
        let texts = app.with_register(|register| ids.iter().map(|id| found(register, id)).collect());
        offered.set_value(ids);
        options.offer(texts, at);
    };
    let close = move || {
        options.close();
        none.set(false);
        typed.set(None);
    };
    let choose = Callback::new(move |place: usize| {
        let id = offered.with_value(|ids| ids.get(place).cloned());
        close();
        if id.is_some() {
            show(app, id);
            // The next number that is typed takes the place of the name.
            request_animation_frame(move || {
                if let Some(input) = input.try_get_untracked().flatten() {
                    input.select();
                }
            });
        }
    });
    let on_input = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        typed.set(Some(text.clone()));
        offer(&text);
    };
    let on_key = move |event: web_sys::KeyboardEvent| match (options.key(&event), event.key().as_str()) {
        (Key::Chose(place), _) => choose.run(place),
        (Key::Passed, "ArrowDown" | "ArrowUp") if !event.alt_key() => {
            event.prevent_default();
            around();
        }
        (Key::Taken | Key::Passed, "Escape") => close(),
        _ => {}
    };
    // Whoever comes here types another number: it takes the place of this one.
    let on_focus = move |event: web_sys::FocusEvent| {
        event_target::<web_sys::HtmlInputElement>(&event).select();
    };
    let value = move || typed.get().unwrap_or_else(|| name.get());
    view! {
        <div class="combobox jump">
            <input
                node_ref=input
                type="text"
                role="combobox"
                autocomplete="off"
                aria-label="Go to risk"
                title="Type a number or words of the title"
                aria-autocomplete="list"
                aria-expanded=move || (options.count() > 0).to_string()
                aria-controls=options.id()
                aria-activedescendant=move || options.active_id()
                prop:value=move || value()
                on:input=heard(on_input)
                on:keydown=heard(on_key)
                on:click=heard(move |_| {
                    if typed.with_untracked(Option::is_none) {
                        around();
                    }
                })
                on:focus=heard(on_focus)
                on:blur=heard(move |_| close())
            />
            {options.list("Risks", choose)}
            <p class="options none" role="status" hidden=move || !none.get()>
                {move || none.get().then_some("No risk has this number or these words in its title.")}
            </p>
        </div>
    }
    .into_any()
}

/// The risks around the one on the card among those that the filter shows, and its place among them.
fn around(shown: &[Id], current: Option<&Id>) -> (Vec<Id>, Option<usize>) {
    let at = current.and_then(|id| shown.iter().position(|it| it == id));
    let last = shown.len().saturating_sub(OFFERED);
    let from = at.unwrap_or(0).saturating_sub(BEFORE).min(last);
    (shown.iter().skip(from).take(OFFERED).cloned().collect(), at.map(|at| at - from))
}

fn found(register: &Register, id: &Id) -> String {
    register.find(id).map(|(_, risk)| name_of(risk)).unwrap_or_default()
}

/// What a risk is called in the list, e.g. `2 (CR) The budget runs out`.
fn name_of(risk: &Risk) -> String {
    let title = if risk.title.is_empty() { "Untitled risk" } else { &risk.title };
    format!("{} {title}", risk.printed_number()).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_of_risks_is_offered_around_the_one_on_the_card() {
        let ids: Vec<Id> = (0..50).map(|number| Id(number.to_string())).collect();
        let window = |current: Option<usize>| {
            let (offered, at) = around(&ids, current.map(|at| &ids[at]));
            (offered[0].0.clone(), offered.len(), at)
        };
        assert_eq!(window(Some(0)), ("0".to_owned(), OFFERED, Some(0)));
        assert_eq!(window(Some(20)), ("15".to_owned(), OFFERED, Some(5)));
        assert_eq!(window(Some(49)), ("30".to_owned(), OFFERED, Some(19)));
        assert_eq!(window(None), ("0".to_owned(), OFFERED, None));
        assert_eq!(around(&ids[..2], Some(&ids[1])), (ids[..2].to_vec(), Some(1)));
    }

    #[test]
    fn risks_go_by_number_and_title() {
        let risk = Risk { number: "2".to_owned(), corporate: true, title: "Fire".to_owned(), ..Risk::default() };
        assert_eq!(name_of(&risk), "2 (CR) Fire");
        assert_eq!(name_of(&Risk::default()), "Untitled risk");
    }
}
