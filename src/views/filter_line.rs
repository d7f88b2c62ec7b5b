//! The filter line: the same in every view that shows risks.

use leptos::prelude::*;
use register::filter::{Condition, Filter, NO_BAND, Test, owners};

use crate::erased::{effect, heard, memo, shown_while};
use crate::route::{Place, Route};
use crate::state::app;

/// The filter, how many risks it shows, and what a view adds at the end of the line.
#[component]
pub fn FilterLine(
    /// How many risks are shown.
    #[prop(into)]
    shown: Signal<usize>,
    /// What the view adds.
    children: Children,
) -> impl IntoView {
    let app = app();
    let filter = memo(move || app.place().filter);
    let change = move |change: &dyn Fn(&mut Filter)| {
        let mut place = app.place_untracked();
        change(&mut place.filter);
        app.replace(Route::Register(Place { cells: Vec::new(), ..place }));
    };
    let bands = move || {
        let chosen = filter.with(|filter| one(filter, "residual.band"));
        app.head.with(|head| {
            let names = head.criteria.bands.iter().map(|band| band.name.clone());
            options(names.chain([NO_BAND.to_owned()]), chosen.as_ref(), |name| match name {
                NO_BAND => "No residual score".to_owned(),
                name => name.to_owned(),
            })
        })
    };
    // The owners are gathered when the list is opened, not after each edit.
    let names = RwSignal::new(Vec::<String>::new());
    let gather = move || names.set(app.with_register(owners));
    effect(move || {
        app.order.track();
        gather();
    });
    let people = move || {
        let chosen = filter.with(|filter| one(filter, "owners"));
        options(names.get().into_iter(), chosen.as_ref(), str::to_owned)
    };
    let status = move |status: &str| filter.with(|filter| one(filter, "status").as_deref() == Some(status));
    let count = move || {
        let (shown, all) = (shown.get(), app.order.with(|order| order.len()));
        if shown == all { String::new() } else { format!("{shown} of {all} risks") }
    };
    view! {
        <div class="filter-line" role="search" aria-label="Filter">
            <input
                type="search"
                class="find"
                aria-label="Find in this register"
                placeholder="Find words"
                prop:value=move || filter.with(|filter| filter.text.clone())
                on:input=heard(move |event: web_sys::Event| {
                    let text = event_target_value(&event);
                    change(&|filter| filter.text.clone_from(&text));
                })
            />
            <select
                aria-label="Band"
                on:change=heard(move |event: web_sys::Event| change(&|filter| set(filter, "residual.band", chosen(&event))))
            >
                <option value="">"Any band"</option>
                {move || bands()}
            </select>
            <select
                aria-label="Owner"
                on:focus=heard(move |_| gather())
                on:change=heard(move |event: web_sys::Event| change(&|filter| set(filter, "owners", chosen(&event))))
            >
                <option value="">"Any owner"</option>
                {move || people()}
            </select>
            <select
                aria-label="Status"
                prop:value=move || filter.with(|filter| one(filter, "status")).unwrap_or_default()
                on:change=heard(move |event: web_sys::Event| change(&|filter| set(filter, "status", chosen(&event))))
            >
                <option value="">"Open and closed"</option>
                <option value="open" selected=move || status("open")>"Open"</option>
                <option value="closed" selected=move || status("closed")>"Closed"</option>
            </select>
            {shown_while(move || filter.with(|filter| !filter.is_empty()), move || view! {
                <button type="button" class="quiet" on:click=heard(move |_| change(&|filter| *filter = Filter::default()))>
                    "Clear filter"
                </button>
            }.into_any())}
            <span class="count" role="status">{move || count()}</span>
            <div class="line-end">{children()}</div>
        </div>
    }
    .into_any()
}

/// The one value that a subject must have.
fn one(filter: &Filter, subject: &str) -> Option<String> {
    let condition = filter.conditions.iter().find(|it| it.subject == subject)?;
    match condition.test {
        Test::Is => condition.values.first().cloned(),
        Test::Blank => Some(NO_BAND.to_owned()),
        _ => None,
    }
}

fn set(filter: &mut Filter, subject: &str, value: Option<String>) {
    filter.conditions.retain(|it| it.subject != subject);
    filter.conditions.extend(value.map(|value| match value.as_str() {
        NO_BAND => Condition::new(subject, Test::Blank, &[]),
        value => Condition::new(subject, Test::Is, &[value]),
    }));
}

fn chosen(event: &web_sys::Event) -> Option<String> {
    Some(event_target_value(event)).filter(|value| !value.is_empty())
}

fn options(names: impl Iterator<Item = String>, chosen: Option<&String>, text: impl Fn(&str) -> String) -> AnyView {
    let option = |name: String| {
        let (text, selected) = (text(&name), Some(&name) == chosen);
        view! { <option value=name selected=selected>{text}</option> }.into_any()
    };
    names.map(option).collect_view().into_any()
}
