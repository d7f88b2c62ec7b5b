//! The popup in which a condition is added or changed: the usual ones on top, then any field, any test, any value.

use leptos::html;
use leptos::prelude::*;
use register::filter::{Condition, Filter, Holds, SECTIONS, Subject, Test};

use super::{ask, quick, value};
use crate::components::popup::{At, focus_first};
use crate::erased::{effect, heard, shown_while};
use crate::state::app;

/// A condition that is being made.
#[derive(Clone, Copy)]
pub struct Draft {
    /// What is asked.
    pub subject: RwSignal<&'static Subject>,
    /// How it is tested.
    pub test: RwSignal<Test>,
    /// Against what.
    pub values: RwSignal<Vec<String>>,
    /// What is wrong with it.
    pub error: RwSignal<Option<&'static str>>,
}

/// The subject that is asked for unless the user says otherwise.
const USUAL: &str = "owners";

/// The content of the popup.
#[component]
pub fn Builder(
    /// The filter.
    filter: Memo<Filter>,
    /// The condition that is being changed, by its place; else one is added.
    editing: RwSignal<Option<usize>>,
    /// The popup.
    within: At,
) -> impl IntoView {
    let app = app();
    view! {
        {shown_while(move || editing.with(Option::is_none), move || quick::quick(app, filter))}
        {move || form(filter, editing.get(), within)}
    }
    .into_any()
}

fn form(filter: Memo<Filter>, editing: Option<usize>, within: At) -> AnyView {
    let Some(usual) = Subject::of(USUAL) else { return ().into_any() };
    let app = app();
    let asked = editing.and_then(|place| filter.with_untracked(|filter| filter.conditions.get(place).cloned()));
    let known = asked.as_ref().and_then(|it| Some((Subject::of(&it.subject)?, it.test, it.values.clone())));
    let (subject, test, values) = known.unwrap_or((usual, Test::for_(usual.holds)[0], Vec::new()));
    let draft = Draft {
        subject: RwSignal::new(subject),
        test: RwSignal::new(test),
        values: RwSignal::new(values),
        error: RwSignal::new(None),
    };
    let node = NodeRef::<html::Form>::new();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let condition = Condition::typed(draft.subject.get(), draft.test.get(), &draft.values.get());
        match condition {
            Ok(condition) => {
                within.set(None);
                ask(app, |place| put(&mut place.filter, editing, condition));
            }
            Err(wrong) => {
                draft.error.set(Some(wrong));
                if let Some(form) = node.get_untracked() {
                    value::focus(&form);
                }
            }
        }
    };
    // What was wrong is so no longer once something else is asked.
    effect(move || {
        draft.subject.track();
        draft.test.track();
        draft.values.track();
        draft.error.set(None);
    });
    let is_new = editing.is_none();
    view! {
        <form class="any-field" aria-label=if is_new { "Any field" } else { "Change filter" } node_ref=node on:submit=heard(submit) novalidate>
            {subject_list(draft)}
            {test_list(draft)}
            {value::value(app, draft)}
            <p class="error" role="alert">{move || draft.error.get()}</p>
            <div class="buttons">
                <button type="submit" class="primary">{if is_new { "Add filter" } else { "Change filter" }}</button>
                {editing.map(|place| remove(place, within))}
            </div>
        </form>
    }
    .into_any()
}

fn put(filter: &mut Filter, place: Option<usize>, condition: Condition) {
    match place.filter(|place| *place < filter.conditions.len()) {
        Some(place) => filter.conditions[place] = condition,
        None if filter.conditions.contains(&condition) => {}
        None => filter.conditions.push(condition),
    }
}

fn remove(place: usize, within: At) -> AnyView {
    let app = app();
    let remove = move |_: web_sys::MouseEvent| {
        within.set(None);
        ask(app, |asked| {
            if place < asked.filter.conditions.len() {
                asked.filter.conditions.remove(place);
            }
        });
        focus_first();
    };
    view! { <button type="button" on:click=heard(remove)>"Remove filter"</button> }.into_any()
}

fn subject_list(draft: Draft) -> AnyView {
    let chosen = draft.subject.get_untracked().name;
    let option = |subject: &'static Subject| {
        view! { <option value=subject.name selected=subject.name == chosen>{subject.label()}</option> }.into_any()
    };
    let sections = SECTIONS.iter().map(|section| {
        let options = section.subjects.iter().map(option).collect_view();
        view! { <optgroup label=section.label>{options}</optgroup> }.into_any()
    });
    let choose = move |event: web_sys::Event| {
        let Some(subject) = Subject::of(&event_target_value(&event)) else { return };
        draft.values.set(Vec::new());
        draft.test.set(Test::for_(subject.holds)[0]);
        draft.subject.set(subject);
    };
    // Where there is a value, work begins at that.
    let first = move || value::kind(draft.subject.get().holds, draft.test.get()) == value::Kind::Nothing;
    view! {
        <label>
            <span>"Field"</span>
            <select data-first=move || first().then_some("") on:change=heard(choose)>{sections.collect_view()}</select>
        </label>
    }
    .into_any()
}

fn test_list(draft: Draft) -> AnyView {
    let options = move || {
        let holds = draft.subject.get().holds;
        let chosen = draft.test.get_untracked();
        let option = |test: &'static Test| {
            view! { <option value=test.word() selected=*test == chosen>{words(*test, holds)}</option> }.into_any()
        };
        Test::for_(holds).iter().map(option).collect_view()
    };
    let choose = move |event: web_sys::Event| {
        let Some(test) = Test::of(&event_target_value(&event)) else { return };
        // Names that were picked stay picked; a text and a name are not the same thing.
        if value::kind(draft.subject.get_untracked().holds, test)
            != value::kind(draft.subject.get_untracked().holds, draft.test.get_untracked())
        {
            draft.values.set(Vec::new());
        }
        draft.test.set(test);
    };
    view! {
        <label>
            <span>"Test"</span>
            <select on:change=heard(choose)>{move || options()}</select>
        </label>
    }
    .into_any()
}

/// A test on the page.
fn words(test: Test, holds: Holds) -> &'static str {
    match (test, holds) {
        (Test::Is, Holds::Choice | Holds::Names) => "is any of",
        (Test::IsNot, Holds::Choice | Holds::Names) => "is none of",
        (Test::Is, _) => "is",
        (Test::IsNot, _) => "is not",
        (Test::Contains, _) => "contains",
        (Test::Lacks, _) => "does not contain",
        (Test::Blank, _) => "is blank",
        (Test::Set, _) => "is filled in",
        (Test::AtLeast, _) => "is at least",
        (Test::AtMost, _) => "is at most",
        (Test::Between, _) => "is between",
        (Test::Before, _) => "is before",
        (Test::After, _) => "is after",
        (Test::Yes, _) => "yes",
        (Test::No, _) => "no",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_condition_stays_in_its_place_and_none_stands_twice() {
        let [a, b, c] = ["a", "b", "c"].map(|owner| Condition::new(USUAL, Test::Is, &[owner]));
        let mut filter = Filter { conditions: vec![a.clone(), b], ..Filter::default() };
        put(&mut filter, Some(1), c.clone());
        put(&mut filter, None, a.clone());
        put(&mut filter, Some(7), c.clone());
        assert_eq!(filter.conditions, [a, c]);
    }
}
