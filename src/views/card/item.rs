//! An item of a list: its fields, its place, and what can be done to it.

use leptos::prelude::*;
use register::Id;
use register::change::Place;
use serde_json::Value;

use super::list::{ItemList, item, singular};
use super::sheet::Look;
use crate::components::field::capital;
use crate::erased::{derived, heard, memo};

/// An item of a list of the risk on the card.
#[derive(Clone, Copy)]
pub struct Item {
    /// The list.
    pub list: ItemList,
    /// The item as it stands in a file.
    pub value: Memo<Value>,
    /// Its place, counted from 1.
    at: Memo<usize>,
    id: StoredValue<Id>,
}

impl Item {
    /// An item of a list.
    pub fn new(list: ItemList, id: Id) -> Self {
        let of_value = id.clone();
        let value = memo(move || list.card.risk.with(|risk| item(risk, list.name, &of_value)));
        let of_place = id.clone();
        let at =
            memo(move || list.ids.with(|ids| ids.iter().position(|it| *it == of_place)).map_or(0, |place| place + 1));
        Self { list, value, at, id: StoredValue::new(id) }
    }

    /// Its id.
    pub fn id(self) -> Id {
        self.id.get_value()
    }

    /// Where its fields are.
    pub fn place(self) -> Place {
        Place::Item(self.list.card.id(), self.list.name.to_owned(), self.id())
    }

    /// What it is called, e.g. `Control 2`.
    pub fn name(self) -> String {
        format!("{} {}", capital(singular(self.list.name)), self.at.get())
    }

    /// A field of it.
    pub fn field(self, name: &'static str, look: Look) -> AnyView {
        let value = derived(move || self.value.with(|it| it.get(name).cloned().unwrap_or_default()));
        self.list.card.field_at(self.place(), name, value, look)
    }

    /// What can be done to it: what this list adds, then moving and removing.
    pub fn tools(self, more: AnyView) -> AnyView {
        let one = singular(self.list.name);
        let up = move || format!("Move {one} {} up", self.at.get());
        let down = move || format!("Move {one} {} down", self.at.get());
        let remove = move || {
            let text = self.value.with(short);
            format!("Remove {one} {} {text}", self.at.get()).trim_end().to_owned()
        };
        let last = move || self.list.ids.with(|ids| self.at.get() == ids.len());
        // A button that cannot go on stays where it is, so that the focus on it is not lost.
        let first = move || (self.at.get() <= 1).then_some("true");
        let end = move || last().then_some("true");
        view! {
            <div class="item-tools" role="group" aria-label=move || format!("Change {one} {}", self.at.get())>
                {more}
                <button
                    type="button"
                    class="quiet up"
                    aria-label=move || up()
                    aria-disabled=move || first()
                    on:click=heard(move |_| self.shift(false))
                >
                    "Up"
                </button>
                <button
                    type="button"
                    class="quiet down"
                    aria-label=move || down()
                    aria-disabled=move || end()
                    on:click=heard(move |_| self.shift(true))
                >
                    "Down"
                </button>
                <button type="button" class="quiet remove" aria-label=move || remove() on:click=heard(move |_| self.remove())>
                    "Remove"
                </button>
            </div>
        }
        .into_any()
    }

    /// Moves it by one place; the focus goes with it.
    fn shift(self, down: bool) {
        let (list, from) = (self.list, self.at.get_untracked().saturating_sub(1));
        let room = if down { from + 1 < list.ids.with_untracked(Vec::len) } else { from > 0 };
        if room && list.card.app.move_item(&list.card.id(), list.name, &self.id(), from, down) {
            list.focus(&self.id(), if down { ".down" } else { ".up" });
        }
    }

    /// Removes it; the focus goes to the next one, or to the button that adds.
    fn remove(self) {
        let (list, at) = (self.list, self.at.get_untracked());
        let next = list.ids.with_untracked(|ids| ids.get(at).cloned());
        if list.card.app.remove_item(&list.card.id(), list.name, &self.id()) {
            match next {
                Some(next) => list.focus(&next, ".remove"),
                None => list.card.focus(format!("[data-list={}] .add", list.name)),
            }
        }
    }
}

/// The beginning of an item's text, to tell it from others.
fn short(item: &Value) -> String {
    let text = |field: &str| item.get(field).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
    let text = text("title").or_else(|| text("description")).or_else(|| text("text")).unwrap_or_default();
    let line = text.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_item_is_told_by_the_beginning_of_its_text() {
        assert_eq!(short(&json!({"id": "x", "title": " ", "description": "Retender\nthe contract"})), "Retender…");
        assert_eq!(short(&json!({"title": "Audits", "description": "Yearly"})), "Audits");
        assert_eq!(short(&json!({"text": "é".repeat(41)})), format!("{}…", "é".repeat(40)));
        assert_eq!(short(&json!({"id": "x"})), "");
    }
}
