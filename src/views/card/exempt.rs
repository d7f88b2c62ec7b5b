//! What is exempt from publication: marks beside what has one, and the dialog that sets them.

use leptos::prelude::*;
use register::change::{Change, Place, field_label};
use register::exempt::{FIELDS, Marked, WHOLE, can_be_marked};
use register::record::Record;
use register::{Action, Control, Risk};
use serde_json::{Value, json};

use super::list::singular;
use super::sheet::Card;
use crate::components::dialog::{Dialog, DialogProps};
use crate::erased::{derived, heard, memo, shown_while};

/// What the dialog asks about. Copies share it.
#[derive(Clone, Copy)]
pub struct Exempting {
    open: RwSignal<bool>,
    place: RwSignal<Option<Place>>,
}

impl Exempting {
    /// Nothing is asked yet.
    pub fn new() -> Self {
        Self { open: RwSignal::new(false), place: RwSignal::new(None) }
    }

    /// Asks what of a risk, a control or an action is exempt.
    pub fn ask(self, place: Place) {
        self.place.set(Some(place));
        self.open.set(true);
    }
}

/// Hands over the record at a place of a risk, where it is one that can be marked.
fn marked<T>(risk: &Risk, place: &Place, read: impl FnOnce(&dyn Marked) -> T) -> Option<T> {
    match place {
        Place::Risk(_) => Some(read(risk)),
        Place::Item(_, list, id) if list == "controls" => {
            risk.controls.iter().find(|it| it.id == *id).map(|it: &Control| read(it))
        }
        Place::Item(_, list, id) if list == "actions" => {
            risk.actions.iter().find(|it| it.id == *id).map(|it: &Action| read(it))
        }
        _ => None,
    }
}

fn is_marked(risk: &Risk, place: &Place, field: &str) -> bool {
    let read = |it: &dyn Marked| it.marked_fields().iter().any(|name| name == field);
    marked(risk, place, read).unwrap_or_default()
}

fn is_whole(risk: &Risk, place: &Place) -> bool {
    marked(risk, place, |it| it.is_whole()).unwrap_or_default()
}

/// The mark beside a field.
pub fn beside(card: Card, place: Place, field: &'static str) -> AnyView {
    let on = memo(move || card.risk.with(|risk| is_marked(risk, &place, field)));
    shown_while(move || on.get(), || view! { <span class="exempt">"Exempt"</span> }.into_any())
}

/// The mark of a whole risk, control or action that is left out: because it is marked, or because a mark of it cannot be
/// understood.
pub fn whole(card: Card, place: Place) -> AnyView {
    let on = memo(move || card.risk.with(|risk| marked(risk, &place, |it| it.is_withheld()).unwrap_or_default()));
    shown_while(move || on.get(), || view! { <span class="exempt">"Exempt (Part B)"</span> }.into_any())
}

/// What of the risk is exempt, in a line, and the button that asks.
pub fn line(card: Card) -> AnyView {
    let words = memo(move || {
        card.risk.with(|risk| {
            let fields: Vec<String> = risk.exempt_fields.iter().map(|it| field_label(it)).collect();
            match (risk.is_withheld(), fields.is_empty()) {
                (true, _) => "All of it is exempt: it is left out of the public edition of reports.".to_owned(),
                (false, true) => "Nothing of the risk itself is exempt.".to_owned(),
                (false, false) => {
                    format!("Exempt, and left out of the public edition of reports: {}.", fields.join(", "))
                }
            }
        })
    });
    view! {
        <div class="field exemption">
            <span class="label" aria-hidden="true">"Publication"</span>
            <p>{move || words.get()}</p>
            <button type="button" class="quiet" on:click=heard(move |_| card.exempting.ask(Place::Risk(card.id())))>
                "Change what is exempt"
            </button>
        </div>
    }
    .into_any()
}

/// The dialog.
pub fn dialog(card: Card) -> AnyView {
    let Exempting { open, place } = card.exempting;
    let title = derived(move || {
        let noun = place.with(|place| noun(place.as_ref()));
        format!("What of the {noun} is exempt from publication?")
    });
    let children: ChildrenFn = std::sync::Arc::new(move || body(card));
    Dialog(DialogProps { open, title, children }).into_any()
}

fn noun(place: Option<&Place>) -> String {
    match place {
        Some(Place::Item(_, list, _)) => singular(list).to_owned(),
        _ => "risk".to_owned(),
    }
}

fn body(card: Card) -> AnyView {
    let Some(place) = card.exempting.place.get_untracked() else { return ().into_any() };
    let noun = noun(Some(&place));
    let fields: &[&'static str] = match &place {
        Place::Item(_, list, _) if list == "controls" => Control::default().fields(),
        Place::Item(..) => Action::default().fields(),
        _ => Risk::default().fields(),
    };
    let all = place.clone();
    let is_all = memo(move || card.risk.with(|risk| is_whole(risk, &all)));
    let of_whole = place.clone();
    let set_whole = move |_: web_sys::Event| {
        let to = if is_all.get_untracked() { Value::Null } else { json!(true) };
        card.app.set(&of_whole, WHOLE, to);
    };
    let one = |field: &&'static str| field_choice(card, place.clone(), field, is_all);
    view! {
        <div class="exempting">
            <p class="hint">"Part A of a report leaves out what is marked here. Part B and the register’s own files hold everything."</p>
            <label class="choice">
                <input type="checkbox" prop:checked=move || is_all.get() on:change=heard(set_whole) />
                <span>{format!("The whole {noun}")}</span>
            </label>
            <fieldset disabled=move || is_all.get()>
                <legend>"Or single fields"</legend>
                <div class="choices">{fields.iter().filter(|it| can_be_marked(it)).map(one).collect_view()}</div>
            </fieldset>
            <div class="buttons">
                <button type="button" class="primary" on:click=heard(move |_| card.exempting.open.set(false))>"Done"</button>
            </div>
        </div>
    }
    .into_any()
}

fn field_choice(card: Card, place: Place, field: &'static str, is_all: Memo<bool>) -> AnyView {
    let of_mark = place.clone();
    let on = memo(move || is_all.get() || card.risk.with(|risk| is_marked(risk, &of_mark, field)));
    let toggle = move |_: web_sys::Event| {
        if let Some(change) = card.risk.with_untracked(|risk| toggled(risk, &place, field)) {
            card.app.commit(change);
        }
    };
    view! {
        <label class="choice">
            <input type="checkbox" prop:checked=move || on.get() on:change=heard(toggle) />
            <span>{field_label(field)}</span>
        </label>
    }
    .into_any()
}

/// The change that marks a field or takes its mark off; marks stand in the order in which they were set.
fn toggled(risk: &Risk, place: &Place, field: &str) -> Option<Change> {
    let before = marked(risk, place, |it| it.marked_fields().to_vec())?;
    let mut after = before.clone();
    if before.iter().any(|it| it == field) {
        after.retain(|it| it != field);
    } else {
        after.push(field.to_owned());
    }
    let value = |fields: Vec<String>| if fields.is_empty() { Value::Null } else { json!(fields) };
    Some(Change::Set { place: place.clone(), field: FIELDS.to_owned(), from: value(before), to: value(after) })
}

#[cfg(test)]
mod tests {
    use register::{Register, apply};

    use super::*;

    #[test]
    fn a_mark_is_set_and_taken_off() {
        let control = Control { id: "c".into(), ..Control::default() };
        let risk = Risk { id: "r".into(), controls: vec![control], ..Risk::default() };
        let mut register = Register { risks: vec![risk], ..Register::default() };
        let before = register.clone();
        let control = Place::Item("r".into(), "controls".to_owned(), "c".into());
        for (place, field) in [(Place::Risk("r".into()), "notes"), (control, "assurance")] {
            for on in [true, false] {
                let change = toggled(&register.risks[0], &place, field).unwrap();
                apply(&mut register, &change).unwrap();
                assert_eq!(is_marked(&register.risks[0], &place, field), on, "{field}");
            }
        }
        assert_eq!(register, before);
        let trigger = Place::Item("r".into(), "triggers".to_owned(), "t".into());
        assert!(toggled(&register.risks[0], &trigger, "text").is_none());
    }
}
