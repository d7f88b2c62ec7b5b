//! An item of a list: its fields, its place, and what can be done to it.

use leptos::prelude::*;
use register::Id;
use register::change::{Change, List, Place};
use serde_json::Value;

use super::list::{ItemList, item, singular};
use super::sheet::Look;
use super::{drag, exempt, several};
use crate::components::field::capital;
use crate::components::menu::{Entry, menu};
use crate::erased::{derived, memo, shown_while, spawn};
use crate::platform::ids;

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
    /// Whether the user has asked for a title.
    titling: RwSignal<bool>,
}

impl Item {
    /// An item of a list.
    pub fn new(list: ItemList, id: Id) -> Self {
        let of_value = id.clone();
        let value = memo(move || list.card.risk.with(|risk| item(risk, list.name, &of_value)));
        let of_place = id.clone();
        let at =
            memo(move || list.ids.with(|ids| ids.iter().position(|it| *it == of_place)).map_or(0, |place| place + 1));
        Self { list, value, at, id: StoredValue::new(id), titling: RwSignal::new(false) }
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

    /// Whether it is being dragged.
    pub fn is_dragged(self) -> bool {
        self.list.dragged.with(|dragged| dragged.as_ref().is_some_and(|it| self.id.with_value(|id| it.item == *id)))
    }

    /// The number, the title and the description of a control or an action. The title has no line of its own where there
    /// is only a description, until somebody asks for one.
    pub fn texts(self) -> AnyView {
        let bare = move |name, label, add| self.field(name, Look { label: Some(label), add, bare: true });
        let titled = move || self.is_titled();
        view! {
            <div class="entry">
                <div class="mark">{bare("number", "Number", "No.")}</div>
                <div class="texts">
                    {shown_while(titled, move || view! {
                        <div class="first">{bare("title", "Title", "Add a title")}</div>
                    }.into_any())}
                    {bare("description", "Description", "Add a description")}
                    {exempt::whole(self.list.card, self.place())}
                </div>
            </div>
        }
        .into_any()
    }

    /// Whether the title has a line of its own.
    fn is_titled(self) -> bool {
        let blank = |field: &str| self.value.with(|it| it.get(field).is_none_or(Value::is_null));
        self.titling.get() || !blank("title") || blank("description")
    }

    /// The entry of the menu that gives it a title, where it has none.
    pub fn add_title(self) -> Option<Entry> {
        let add = move || {
            self.titling.set(true);
            self.list.focus(&self.id(), ".first textarea");
        };
        (!untrack(move || self.is_titled())).then(|| Entry::new("Add a title", add))
    }

    /// Its place in the list, from 0; not followed.
    pub fn place_in_list(self) -> usize {
        self.at.get_untracked().saturating_sub(1)
    }

    /// The handle to drag it by and the menu of what can be done to it: what this list adds, then moving, copying and
    /// removing.
    pub fn tools(self, more: impl Fn() -> Vec<Entry> + Send + Sync + 'static) -> AnyView {
        let label = derived(move || format!("Change {} {}", singular(self.list.name), self.at.get()));
        let entries = move || {
            let (at, count) = (self.place_in_list(), self.list.ids.with_untracked(Vec::len));
            let (first, last) = (at == 0, at + 1 >= count);
            let to = move |to: usize| move || self.list.move_to(&self.id(), at, to, Some(".more"));
            let mut entries = more();
            entries.extend([
                Entry::new("Move up", to(at.saturating_sub(1))).only_if(!first),
                Entry::new("Move down", to(at + 1)).only_if(!last),
                Entry::new("Move to top", to(0)).only_if(!first),
                Entry::new("Move to end", to(count.saturating_sub(1))).only_if(!last),
                Entry::new("Duplicate", move || self.duplicate()),
                Entry::new("Paste several below", move || several::ask(self.list, at + 1, String::new())),
            ]);
            let exempt = Entry::new("Exempt from publication", move || self.list.card.exempting.ask(self.place()));
            entries.extend(matches!(self.list.name, "controls" | "actions").then_some(exempt));
            entries.push(Entry::new("Remove", move || self.remove()));
            entries
        };
        view! { <div class="item-tools">{drag::handle(self)} {menu(label, entries)}</div> }.into_any()
    }

    /// What the keys do anywhere in it: Alt with the arrows moves it, and what is being typed lands first.
    pub fn keys(self, event: &web_sys::KeyboardEvent) {
        let down = match event.key().as_str() {
            "ArrowDown" => true,
            "ArrowUp" => false,
            _ => return,
        };
        let target = event_target::<web_sys::HtmlElement>(event);
        // There it opens the list of the browser.
        let other = event.ctrl_key() || event.shift_key() || event.meta_key() || target.tag_name() == "SELECT";
        if !event.alt_key() || other {
            return;
        }
        event.prevent_default();
        // What is being typed lands; the focus stays.
        let landing = web_sys::Event::new("change").ok();
        if let Some(landing) = landing {
            target.dispatch_event(&landing).unwrap_or_default();
        }
        let (from, count) = (self.place_in_list(), self.list.ids.with_untracked(Vec::len));
        let to = if down { from + 1 } else { from.wrapping_sub(1) };
        if to < count {
            self.list.move_to(&self.id(), from, to, None);
        }
        // An element that is put elsewhere loses the focus; it has it again before the next key.
        spawn(async move {
            leptos::task::tick().await;
            target.focus().unwrap_or_default();
        });
    }

    /// Puts a copy after it and begins with its text.
    fn duplicate(self) {
        let (list, new) = (self.list, ids::new_id());
        let mut copy = self.value.get_untracked();
        copy["id"] = Value::from(new.as_str());
        let of = List::Of(list.card.id(), list.name.to_owned());
        let change = Change::Add { list: of, index: self.place_in_list() + 1, item: copy };
        if list.card.app.commit(change) {
            list.focus(&new, "textarea");
        }
    }

    /// Removes it; the focus goes to the next one, or to the button that adds.
    fn remove(self) {
        let (list, at) = (self.list, self.at.get_untracked());
        let next = list.ids.with_untracked(|ids| ids.get(at).cloned());
        if list.card.app.remove_item(&list.card.id(), list.name, &self.id()) {
            match next {
                Some(next) => list.focus(&next, ".more"),
                None => list.card.focus(format!("[data-list={}] .add", list.name)),
            }
        }
    }
}
