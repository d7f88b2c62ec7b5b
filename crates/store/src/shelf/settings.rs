//! The user's settings.

use std::collections::BTreeMap;

use register::record::Extra;
use register::sort::filled;
use serde_json::{Value, json};

use super::{Aside, Shelf, copy_aside, take_aside};
use crate::layout::{Odd, SETTINGS, VERSION, object};
use crate::storage::{Failure, Storage};

/// The user's settings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The user's name, for the history.
    pub name: String,
    /// The theme's name.
    pub theme: String,
    /// The density's name.
    pub density: String,
    /// Anything else, by name.
    pub other: BTreeMap<String, String>,
    /// Fields that this version does not know, as they came.
    pub extra: Extra,
}

impl Settings {
    pub(super) fn read(raw: &str) -> Result<Self, Odd> {
        let mut map = object(raw)?;
        // A later version's settings may have fields of any name but these, which other keys have.
        if ["register", "risk", "change", "created", "draft", "purged"].iter().any(|it| map.contains_key(*it)) {
            return Err(Odd::Unread("It is something else than settings."));
        }
        map.remove("v");
        let mut it = Self::default();
        for (field, text) in [("name", &mut it.name), ("theme", &mut it.theme), ("density", &mut it.density)] {
            if let Some(Value::String(_)) = map.get(field)
                && let Some(Value::String(value)) = map.remove(field)
            {
                *text = value;
            }
        }
        if let Some(other) = map.get("other").and_then(texts) {
            it.other = other;
            map.remove("other");
        }
        it.extra = map;
        Ok(it)
    }

    fn to_text(&self) -> String {
        let mut map = self.extra.clone();
        map.insert("v".to_owned(), json!(VERSION));
        for (field, text) in [("name", &self.name), ("theme", &self.theme), ("density", &self.density)] {
            if !text.is_empty() {
                map.insert(field.to_owned(), json!(text));
            }
        }
        if !self.other.is_empty() {
            let other = self.other.iter().map(|(name, text)| (name.clone(), Value::from(text.as_str())));
            map.insert("other".to_owned(), Value::Object(filled(other)));
        }
        Value::Object(map).to_string()
    }
}

/// The texts of an object that has nothing else.
fn texts(value: &Value) -> Option<BTreeMap<String, String>> {
    let mut texts = BTreeMap::new();
    for (name, text) in value.as_object()? {
        texts.insert(name.clone(), text.as_str()?.to_owned());
    }
    Some(texts)
}

impl<S: Storage + Clone> Shelf<S> {
    /// Whether the settings stand under this key.
    pub fn holds_settings(key: &str) -> bool {
        key == SETTINGS
    }

    /// The settings; those of a first visit where there are none or they cannot be read.
    pub fn settings(&self) -> Settings {
        let raw = self.storage.get(SETTINGS).ok().flatten();
        raw.and_then(|raw| Settings::read(&raw).ok()).unwrap_or_default()
    }

    /// Sets aside what is under the settings' key and cannot be understood.
    pub(super) fn look_at_settings(&self) -> Result<Option<Aside>, Failure> {
        let Some(raw) = self.storage.get(SETTINGS)? else { return Ok(None) };
        Ok(match Settings::read(&raw) {
            Err(Odd::Unread(reason)) => Some(take_aside(&self.storage, SETTINGS, &raw, reason)),
            _ => None,
        })
    }

    /// Saves the settings. What is there and cannot be understood is set aside first.
    ///
    /// # Errors
    /// [`Failure`] of the storage.
    pub fn save_settings(&self, settings: &Settings) -> Result<(), Failure> {
        if let Some(raw) = self.storage.get(SETTINGS)? {
            match Settings::read(&raw) {
                Ok(_) => {}
                Err(Odd::Newer) => {
                    return Err(Failure::Other(
                        "A newer version of Heatgrid has saved the settings. Load the page again to change them."
                            .to_owned(),
                    ));
                }
                Err(Odd::Purged) => {}
                Err(Odd::Unread(reason)) => {
                    copy_aside(&self.storage, SETTINGS, &raw, reason)?;
                }
            }
        }
        self.storage.set(SETTINGS, &settings.to_text())
    }
}
