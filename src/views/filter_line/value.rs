//! What a condition is tested against: names to tick, a text, a number, a date, or a range.

use leptos::prelude::*;
use register::filter::{Holds, Test, value_label, values};
use wasm_bindgen::JsCast;

use super::builder::Draft;
use crate::erased::{each, heard, memo};
use crate::platform::clock;
use crate::state::App;

/// How a value is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Not at all.
    Nothing,
    /// By ticking names.
    Names,
    /// By typing one.
    One,
    /// By typing both ends of a range.
    Two,
}

/// More names than this can be narrowed down by typing.
const MANY: usize = 8;

/// How the values of a test are given.
pub fn kind(holds: Holds, test: Test) -> Kind {
    match (test.takes(), holds) {
        (Some(0), _) => Kind::Nothing,
        (Some(2), _) => Kind::Two,
        (_, Holds::Choice | Holds::Names) if matches!(test, Test::Is | Test::IsNot) => Kind::Names,
        _ => Kind::One,
    }
}

/// The fields for the values of the condition that is being made.
pub fn value(app: App, draft: Draft) -> AnyView {
    let asked = memo(move || (draft.subject.get().name, kind(draft.subject.get().holds, draft.test.get())));
    let fields = move || match asked.get().1 {
        Kind::Nothing => ().into_any(),
        Kind::Names => names(app, draft),
        Kind::One => typed(draft, 0, "Value"),
        Kind::Two => view! { <div class="from-to">{typed(draft, 0, "From")} {typed(draft, 1, "To")}</div> }.into_any(),
    };
    view! { {move || fields()} }.into_any()
}

/// Puts the focus on the first field for a value.
pub fn focus(form: &web_sys::HtmlFormElement) {
    let field = form.query_selector("input").ok().flatten();
    if let Some(field) = field.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        field.focus().unwrap_or_default();
    }
}

fn typed(draft: Draft, place: usize, label: &'static str) -> AnyView {
    let holds = draft.subject.get_untracked().holds;
    let text = draft.values.with_untracked(|values| values.get(place).cloned().unwrap_or_default());
    let text = if holds == Holds::Date { register::DateText(text).short() } else { text };
    let take = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        draft.values.update(|values| {
            values.resize(values.len().max(place + 1), String::new());
            values[place] = text;
        });
    };
    let hint = (holds == Holds::Date && place == 0).then_some("For example 31/3/2026 or Mar 2026");
    view! {
        <label>
            <span>{label}</span>
            <input
                type="text"
                data-first
                autocomplete="off"
                inputmode=(holds == Holds::Number).then_some("numeric")
                placeholder=hint
                prop:value=text
                aria-invalid=move || draft.error.get().map(|_| "true")
                on:input=heard(take)
            />
        </label>
    }
    .into_any()
}

fn names(app: App, draft: Draft) -> AnyView {
    let subject = draft.subject.get_untracked();
    let mut all = app.with_register(|register| values(register, subject, clock::today()));
    // What is asked for stays to be seen, also where this register does not have it.
    draft.values.with_untracked(|asked| {
        let missing = asked.iter().filter(|it| !all.contains(it)).cloned().collect::<Vec<_>>();
        all.extend(missing);
    });
    let (many, none) = (all.len() > MANY, all.is_empty());
    let sought = RwSignal::new(String::new());
    let offered = move || {
        let sought = sought.get().to_lowercase();
        all.iter().filter(|name| name.to_lowercase().contains(&sought)).cloned().collect::<Vec<_>>()
    };
    let tick = move |name: String| {
        let (own, same) = (name.clone(), name.clone());
        let take = move |event: web_sys::Event| {
            let ticked = event_target_checked(&event);
            draft.values.update(|values| {
                values.retain(|it| *it != own);
                values.extend(ticked.then(|| own.clone()));
            });
        };
        view! {
            <label>
                <input
                    type="checkbox"
                    data-first
                    prop:checked=move || draft.values.with(|values| values.contains(&same))
                    on:change=heard(take)
                />
                <span>{value_label(subject, &name)}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="names">
            <legend class="sr">"Value"</legend>
            {none.then(|| view! { <p class="hint">"This register has none to choose from."</p> }.into_any())}
            {many.then(|| view! {
                <input
                    type="search"
                    data-first
                    aria-label="Find among these"
                    placeholder="Find among these"
                    on:input=heard(move |event: web_sys::Event| sought.set(event_target_value(&event)))
                />
            }.into_any())}
            <div class="ticks">{each(offered, String::clone, tick)}</div>
        </fieldset>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_ticked_and_the_rest_is_typed() {
        assert_eq!(kind(Holds::Names, Test::IsNot), Kind::Names);
        assert_eq!(kind(Holds::Names, Test::Contains), Kind::One);
        assert_eq!(kind(Holds::Number, Test::Is), Kind::One);
        assert_eq!(kind(Holds::Date, Test::Between), Kind::Two);
        assert_eq!(kind(Holds::Flag, Test::Yes), Kind::Nothing);
    }
}
