//! Text being typed, kept apart from the register until it lands in its field.

use register::change::Place;
use register::sort::sort;
use serde_json::{Value, json};

use super::Book;
use crate::layout::{Name, Odd, Part, VERSION, name_of, object};
use crate::storage::{Failure, Storage};

/// Text that is being typed into a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The tab it is typed in.
    pub tab: String,
    /// The record the field belongs to.
    pub place: Place,
    /// The field's name.
    pub field: String,
    /// The text so far.
    pub text: String,
    /// When, as ISO text.
    pub at: String,
}

impl<S: Storage> Book<S> {
    /// Keeps the text being typed in this tab; one text per tab.
    ///
    /// # Errors
    /// [`Failure`] of the storage.
    pub fn put_draft(&self, draft: &Draft) -> Result<(), Failure> {
        let Draft { tab, place, field, text, at } = draft;
        let draft = json!({"tab": tab, "place": place.to_value(), "field": field, "text": text, "at": at});
        let value = json!({"v": VERSION, "draft": draft});
        self.storage.set(&self.keys.draft(&self.tab), &value.to_string())
    }

    /// Forgets the text typed in this tab: it has landed, or the user gave it up.
    ///
    /// # Errors
    /// [`Failure`] of the storage.
    pub fn clear_draft(&self) -> Result<(), Failure> {
        self.drop_draft(&self.tab)
    }

    /// Forgets the text typed in a tab, e.g. in one that was closed before it landed.
    ///
    /// # Errors
    /// [`Failure`] of the storage.
    pub fn drop_draft(&self, tab: &str) -> Result<(), Failure> {
        self.storage.remove(&self.keys.draft(tab))
    }

    /// The texts that were being typed, by tab: after a reload, those which have not landed.
    pub fn drafts(&self) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for key in self.storage.keys().unwrap_or_default() {
            let Some(Name::Of(id, Part::Draft(tab))) = name_of(&key) else { continue };
            if id != self.id {
                continue;
            }
            let raw = self.storage.get(&key).ok().flatten().unwrap_or_default();
            drafts.extend(Draft::read(&raw, tab));
        }
        sort(&mut drafts, |a, b| (&a.at, &a.tab).cmp(&(&b.at, &b.tab)));
        drafts
    }
}

impl Draft {
    /// Reads the value of a tab's key.
    pub(crate) fn read(raw: &str, tab: String) -> Result<Self, Odd> {
        let draft = object(raw)?.remove("draft").and_then(|draft| read(draft, tab));
        draft.ok_or(Odd::Unread("There is no text in it."))
    }
}

fn read(value: Value, tab: String) -> Option<Draft> {
    let Value::Object(mut map) = value else { return None };
    let place = Place::read(map.remove("place")?)?;
    let text = |name: &str| map.get(name).and_then(Value::as_str).map(str::to_owned);
    Some(Draft { tab, place, field: text("field")?, text: text("text")?, at: text("at")? })
}
