//! What is asked most often, each a press away.

use leptos::prelude::*;
use register::filter::{Condition, Filter, Subject, Test, vocabulary};

use super::ask;
use crate::erased::heard;
use crate::state::App;

const BAND: &str = "residual.band";

/// Conditions to put on and off.
pub fn quick(app: App, filter: Memo<Filter>) -> AnyView {
    let usual = [
        ("Open only", Condition::new("status", Test::Is, &["open"])),
        ("Overdue for review", Condition::new("overdue", Test::Yes, &[])),
        ("Above appetite", Condition::new("above_appetite", Test::Yes, &[])),
        ("Late actions", Condition::new("action.late", Test::Yes, &[])),
        ("No owner", Condition::new("owners", Test::Blank, &[])),
        ("No next review", Condition::new("next_review", Test::Blank, &[])),
        ("No residual score", unscored()),
    ];
    let usual = usual.into_iter().enumerate().map(|(place, (label, condition))| {
        let same = condition.clone();
        let pressed = move || filter.with(|filter| filter.conditions.contains(&same));
        let toggle = move || ask(app, |place| switch(&mut place.filter, &condition));
        toggle_button(label.to_owned(), place == 0, Box::new(pressed), Box::new(toggle))
    });
    let bands = move || {
        let names = app.head.with(|head| Subject::of(BAND).map(|it| vocabulary(it, &head.criteria)));
        let band = |name: String| {
            let (own, same) = (name.clone(), name.clone());
            let pressed = move || filter.with(|filter| bands_of(filter).contains(&same));
            let toggle = move || ask(app, |place| switch_band(&mut place.filter, &own));
            toggle_button(name, false, Box::new(pressed), Box::new(toggle))
        };
        names.unwrap_or_default().into_iter().map(band).collect_view()
    };
    view! {
        <div class="quick" role="group" aria-label="Quick filters">{usual.collect_view()}</div>
        <div class="quick" role="group" aria-label="Residual band">
            <span aria-hidden="true">"Residual band"</span>
            {move || bands()}
        </div>
    }
    .into_any()
}

fn toggle_button(
    label: String,
    first: bool,
    pressed: Box<dyn Fn() -> bool + Send + Sync>,
    toggle: Box<dyn Fn() + Send + Sync>,
) -> AnyView {
    view! {
        <button
            type="button"
            class="toggle"
            data-first=first.then_some("")
            aria-pressed=move || pressed().to_string()
            on:click=heard(move |_| toggle())
        >
            {label}
        </button>
    }
    .into_any()
}

fn unscored() -> Condition {
    Condition::new("residual", Test::Blank, &[])
}

/// Puts a condition on, or off if it is on.
fn switch(filter: &mut Filter, condition: &Condition) {
    if filter.conditions.contains(condition) {
        filter.conditions.retain(|it| it != condition);
        return;
    }
    // What else is asked of the same subject could not be met beside it, nor a band without a score.
    let is_unscored = *condition == unscored();
    filter.conditions.retain(|it| it.subject != condition.subject && !(is_unscored && it.subject == BAND));
    filter.conditions.push(condition.clone());
}

fn bands_of(filter: &Filter) -> Vec<String> {
    let asked = filter.conditions.iter().find(|it| it.subject == BAND && it.test == Test::Is);
    asked.map(|it| it.values.clone()).unwrap_or_default()
}

/// Puts a band on or off among those that are asked for.
fn switch_band(filter: &mut Filter, band: &str) {
    let mut bands = bands_of(filter);
    if bands.iter().any(|it| it == band) {
        bands.retain(|it| it != band);
    } else {
        bands.push(band.to_owned());
    }
    filter.conditions.retain(|it| *it != unscored());
    let place = filter.conditions.iter().position(|it| it.subject == BAND);
    filter.conditions.retain(|it| it.subject != BAND);
    if !bands.is_empty() {
        let place = place.unwrap_or(filter.conditions.len()).min(filter.conditions.len());
        filter.conditions.insert(place, Condition { subject: BAND.to_owned(), test: Test::Is, values: bands });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_press_takes_a_condition_off() {
        let mut filter = Filter::default();
        let open = Condition::new("status", Test::Is, &["open"]);
        switch(&mut filter, &open);
        assert_eq!(filter.conditions, std::slice::from_ref(&open));
        switch(&mut filter, &open);
        assert!(filter.is_empty());
    }

    #[test]
    fn of_one_subject_the_last_press_counts() {
        let mut filter =
            Filter { conditions: vec![Condition::new("owners", Test::Is, &["Head"])], ..Filter::default() };
        let none = Condition::new("owners", Test::Blank, &[]);
        switch(&mut filter, &none);
        assert_eq!(filter.conditions, [none]);
        switch_band(&mut filter, "High");
        switch(&mut filter, &unscored());
        assert_eq!(filter.conditions.len(), 2);
        switch_band(&mut filter, "Low");
        assert_eq!(filter.conditions[1], Condition::new(BAND, Test::Is, &["Low"]));
    }

    #[test]
    fn several_bands_are_one_condition() {
        let mut filter = Filter::default();
        switch_band(&mut filter, "High");
        switch(&mut filter, &Condition::new("status", Test::Is, &["open"]));
        switch_band(&mut filter, "Medium");
        assert_eq!(filter.conditions[0], Condition::new(BAND, Test::Is, &["High", "Medium"]));
        switch_band(&mut filter, "High");
        switch_band(&mut filter, "Medium");
        assert_eq!(filter.conditions, [Condition::new("status", Test::Is, &["open"])]);
    }
}
