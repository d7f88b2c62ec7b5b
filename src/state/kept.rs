//! Filters that the user has named and kept. They belong to the user, not to a register, and stand in the settings as they
//! stand in an address.

use leptos::prelude::*;

use super::App;

/// Before the name of a filter among the settings.
const PREFIX: &str = "filter/";

/// A filter with its order and groups, under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The name.
    pub name: String,
    /// What it asks: see [`crate::route::Place::asked`].
    pub asked: String,
}

impl App {
    /// All that are kept, by name; followed.
    pub fn kept(self) -> Vec<Kept> {
        self.settings.with(|settings| {
            let kept = settings.other.iter().filter_map(|(key, asked)| {
                Some(Kept { name: key.strip_prefix(PREFIX)?.to_owned(), asked: asked.clone() })
            });
            kept.collect()
        })
    }

    /// Keeps a filter; one of the same name makes room. The user is told if the storage does not take it.
    pub fn keep_asked(self, kept: Kept) {
        self.note(format!("{PREFIX}{}", kept.name), Some(kept.asked));
    }

    /// Gives up the filter of this name.
    pub fn drop_asked(self, name: &str) {
        self.note(format!("{PREFIX}{name}"), None);
    }

    /// Gives the filter of a name another one.
    pub fn rename_asked(self, from: &str, to: &str) {
        self.change_settings(|settings| {
            if let Some(asked) = settings.other.remove(&format!("{PREFIX}{from}")) {
                settings.other.insert(format!("{PREFIX}{to}"), asked);
            }
        });
    }
}
