//! The browser's local storage behind the store's trait; each write goes to the journal as well.

use gloo_storage::{LocalStorage, Storage as _};
use store::{Failure, Storage};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use crate::platform::journal;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

/// The local storage of this page's origin.
#[derive(Clone, Copy, Debug, Default)]
pub struct Browser;

impl Browser {
    /// The storage, if the browser lets the page have it. Asked anew each time, because that can change.
    fn raw() -> Result<web_sys::Storage, Failure> {
        // gloo's `raw` panics where storage is blocked, so the question is put to the window first.
        let window = web_sys::window().ok_or(Failure::Blocked)?;
        match window.local_storage() {
            Ok(Some(_)) => Ok(LocalStorage::raw()),
            _ => Err(Failure::Blocked),
        }
    }
}

/// What a thrown value means.
fn failure(thrown: &JsValue) -> Failure {
    let Some(exception) = thrown.dyn_ref::<DomException>() else { return Failure::Other(format!("{thrown:?}")) };
    match exception.name().as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Failure::Full,
        "SecurityError" => Failure::Blocked,
        other => Failure::Other(other.to_owned()),
    }
}

impl Storage for Browser {
    fn get(&self, key: &str) -> Result<Option<String>, Failure> {
        Self::raw()?.get_item(key).map_err(|thrown| failure(&thrown))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Failure> {
        Self::raw()?.set_item(key, value).map_err(|thrown| failure(&thrown))?;
        journal::note(key, Some(value));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Failure> {
        Self::raw()?.remove_item(key).map_err(|thrown| failure(&thrown))?;
        journal::note(key, None);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Failure> {
        let raw = Self::raw()?;
        let count = raw.length().map_err(|thrown| failure(&thrown))?;
        (0..count).filter_map(|index| raw.key(index).map_err(|thrown| failure(&thrown)).transpose()).collect()
    }
}
