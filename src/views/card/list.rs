//! A list of the risk: its items in order, adding to it, and where the focus goes.

use leptos::prelude::*;
use register::record::Field;
use register::{Id, Risk};
use serde_json::Value;

use super::drag::{self, Dragged};
use super::item::Item;
use super::several;
use super::sheet::Card;
use crate::components::field::capital;
use crate::erased::{each, heard, memo};

/// A list of the risk on the card.
#[derive(Clone, Copy)]
pub struct ItemList {
    /// The card.
    pub card: Card,
    /// Its name in a file.
    pub name: &'static str,
    /// Its items in order.
    pub ids: Memo<Vec<Id>>,
    /// The entry of it that is being dragged.
    pub dragged: RwSignal<Option<Dragged>>,
}

impl ItemList {
    /// A list by its name in a file.
    pub fn new(card: Card, name: &'static str) -> Self {
        let ids = memo(move || card.risk.with(|risk| ids(risk, name)));
        let list = Self { card, name, ids, dragged: RwSignal::new(None) };
        drag::listen(list);
        list
    }

    /// Moves an entry; the focus goes to what the selector names in it, and its new place is said.
    pub fn move_to(self, item: &Id, from: usize, to: usize, focus: Option<&str>) {
        if self.card.app.move_item(&self.card.id(), self.name, item, from, to) {
            let count = self.ids.with_untracked(Vec::len);
            self.card.said.set(format!("{} {} of {count}", capital(singular(self.name)), to + 1));
            if let Some(selector) = focus {
                self.focus(item, selector);
            }
        }
    }

    /// Puts the focus on what the selector names in an item.
    pub fn focus(self, item: &Id, selector: &str) {
        focus_item(self.card, self.name, item, selector);
    }

    /// The list as a table under a heading; each column has a name and a class, which says how wide it is.
    pub fn table(
        self,
        title: &'static str,
        columns: &[(&'static str, &'static str)],
        row: fn(Item) -> AnyView,
    ) -> AnyView {
        let id = format!("card-{}", self.name);
        let heading = |(name, class): &(&'static str, &'static str)| {
            view! { <th scope="col" class=*class>{*name}</th> }.into_any()
        };
        view! {
            <section data-list=self.name>
                <h3 id=id.clone()>{title}</h3>
                <table class="items" role="table" aria-labelledby=id hidden=move || self.ids.with(Vec::is_empty)>
                    <thead>
                        <tr>{columns.iter().map(heading).collect_view()}</tr>
                    </thead>
                    <tbody role="rowgroup">{self.rows(row)}</tbody>
                </table>
                {self.add_button()}
            </section>
        }
        .into_any()
    }

    /// The rows of the list: each keyed by its item, so that an edit repaints one.
    pub fn rows(self, row: fn(Item) -> AnyView) -> AnyView {
        let item = move |id| row(Item::new(self, id));
        each(move || self.ids.get(), Id::clone, item)
    }

    /// What stands below the list: the button that adds to it and begins with the new entry's text, the one that takes
    /// several at once, and the line that shows where a dragged entry would land.
    pub fn add_button(self) -> AnyView {
        let add = move |_| {
            if let Some(id) = self.card.app.add_item(&self.card.id(), self.name) {
                self.focus(&id, ".first textarea");
            }
        };
        let one = singular(self.name);
        let several = move |_| several::ask(self, self.ids.with_untracked(Vec::len), String::new());
        let node = NodeRef::<leptos::html::Div>::new();
        // Firefox tells where the selection is of it, which is elsewhere while a button has the focus.
        let pasted = window_event_listener(leptos::ev::paste, move |event| {
            let is_here = |adders: web_sys::HtmlDivElement| adders.contains(document().active_element().as_deref());
            if node.get_untracked().is_some_and(is_here) {
                several::pasted_on_add(self, &event);
            }
        });
        on_cleanup(move || pasted.remove());
        view! {
            <div class="adders" node_ref=node>
                <button type="button" class="quiet add" on:click=heard(add)>{format!("Add {one}")}</button>
                <button type="button" class="quiet paste" aria-label=format!("Paste several {one}s") on:click=heard(several)>
                    "Paste several"
                </button>
            </div>
            {drag::line(self)}
        }
        .into_any()
    }
}

/// Puts the focus on what the selector names in an item of a list.
pub fn focus_item(card: Card, list: &str, item: &Id, selector: &str) {
    card.focus(format!("{} {selector}", selector_of(list, item)));
}

/// The selector of an item's element.
pub fn selector_of(list: &str, item: &Id) -> String {
    format!("[data-list={list}] [data-item={}]", quoted(item.as_str()))
}

/// The ids of a list's items, in order.
pub fn ids(risk: &Risk, list: &str) -> Vec<Id> {
    match list {
        "triggers" => risk.triggers.iter().map(|it| it.id.clone()).collect(),
        "causes" => risk.causes.iter().map(|it| it.id.clone()).collect(),
        "consequences" => risk.consequences.iter().map(|it| it.id.clone()).collect(),
        "controls" => risk.controls.iter().map(|it| it.id.clone()).collect(),
        "actions" => risk.actions.iter().map(|it| it.id.clone()).collect(),
        _ => Vec::new(),
    }
}

/// An item as it stands in a file; `null` where it is gone.
pub fn item(risk: &Risk, list: &str, id: &Id) -> Value {
    let point = match list {
        "triggers" => &risk.triggers,
        "causes" => &risk.causes,
        "consequences" => &risk.consequences,
        "controls" => return risk.controls.iter().find(|it| it.id == *id).map(Field::to_value).unwrap_or_default(),
        "actions" => return risk.actions.iter().find(|it| it.id == *id).map(Field::to_value).unwrap_or_default(),
        _ => return Value::Null,
    };
    point.iter().find(|it| it.id == *id).map(Field::to_value).unwrap_or_default()
}

/// What one entry of a list is called.
pub fn singular(list: &str) -> &str {
    match list {
        "causes" => "likelihood factor",
        other => other.strip_suffix('s').unwrap_or(other),
    }
}

/// A text as a string of a selector; ids can be any text.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => quoted.push_str(&format!("\\{:x} ", u32::from(letter))),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use register::change::LISTS;
    use register::{Action, Control, Point};
    use serde_json::json;

    use super::*;

    fn risk() -> Risk {
        let point = |id: &str| Point { id: id.into(), text: "x".to_owned(), ..Point::default() };
        Risk {
            triggers: vec![point("t2"), point("t1")],
            causes: vec![point("f")],
            consequences: vec![point("q")],
            controls: vec![Control { id: "c".into(), adequacy: "Good".to_owned(), ..Control::default() }],
            actions: vec![Action { id: "a".into(), ..Action::default() }],
            ..Risk::default()
        }
    }

    #[test]
    fn every_list_of_a_risk_is_read() {
        let risk = risk();
        for list in LISTS {
            let ids = ids(&risk, list);
            assert!(!ids.is_empty(), "{list}");
            assert_eq!(item(&risk, list, &ids[0])["id"], json!(ids[0]), "{list}");
        }
        assert_eq!(ids(&risk, "triggers"), [Id::from("t2"), Id::from("t1")]);
        assert_eq!(item(&risk, "controls", &"c".into()), json!({"id": "c", "adequacy": "Good"}));
        assert_eq!(item(&risk, "controls", &"gone".into()), Value::Null);
    }

    #[test]
    fn any_id_can_be_looked_for() {
        assert_eq!(quoted("plain-1"), "\"plain-1\"");
        assert_eq!(quoted("a\"]\\b\n"), "\"a\\\"]\\\\b\\a \"");
    }

    #[test]
    fn entries_have_names() {
        assert_eq!(LISTS.map(singular), ["trigger", "likelihood factor", "consequence", "control", "action"]);
    }
}
