//! Copies of registers in a database of the browser's own (IndexedDB), which has room that local storage has not.

use js_sys::{Array, Uint8Array};
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue};

/// The bridge to the database: see `copies.js`.
mod database {
    use js_sys::{Array, Uint8Array};
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = heatgridCopies, catch)]
        pub async fn all() -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_namespace = heatgridCopies, catch)]
        pub async fn bytes(key: &str) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_namespace = heatgridCopies, catch)]
        pub async fn keep(key: &str, said: &str, content: Uint8Array) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_namespace = heatgridCopies, catch)]
        pub async fn forget(keys: Array) -> Result<JsValue, JsValue>;
    }
}

/// A copy of a register as it was on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copy {
    /// The register's id.
    pub register: String,
    /// The day, ISO 8601.
    pub day: String,
    /// What the register was called.
    pub title: String,
    /// How many risks it had.
    pub risks: usize,
    /// How many bytes the copy has.
    pub size: usize,
}

impl Copy {
    fn key(&self) -> String {
        format!("{} {}", self.day, self.register)
    }

    fn write(&self) -> String {
        let Self { register, day, title, risks, size } = self;
        json!({"register": register, "day": day, "title": title, "risks": risks, "size": size}).to_string()
    }

    fn read(text: &str) -> Option<Self> {
        let it: Value = serde_json::from_str(text).ok()?;
        let word = |name: &str| Some(it.get(name)?.as_str()?.to_owned());
        let count = |name: &str| usize::try_from(it.get(name)?.as_u64()?).ok();
        Some(Self {
            register: word("register")?,
            day: word("day")?,
            title: word("title")?,
            risks: count("risks")?,
            size: count("size")?,
        })
    }
}

/// All copies, oldest day first.
///
/// # Errors
/// What the browser threw, e.g. because it has no database here.
pub async fn all() -> Result<Vec<Copy>, JsValue> {
    let texts: Array = database::all().await?.dyn_into()?;
    Ok(texts.iter().filter_map(|text| Copy::read(&text.as_string()?)).collect())
}

/// The bytes of a copy, if it is still there.
///
/// # Errors
/// What the browser threw.
pub async fn bytes(copy: &Copy) -> Result<Option<Vec<u8>>, JsValue> {
    let value = database::bytes(&copy.key()).await?;
    Ok(value.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec()))
}

/// Keeps a copy.
///
/// # Errors
/// What the browser threw, e.g. because the disk is full.
pub async fn keep(copy: &Copy, bytes: &[u8]) -> Result<(), JsValue> {
    database::keep(&copy.key(), &copy.write(), Uint8Array::from(bytes)).await.map(drop)
}

/// Lets go of copies.
///
/// # Errors
/// What the browser threw.
pub async fn forget(copies: &[Copy]) -> Result<(), JsValue> {
    database::forget(copies.iter().map(|copy| JsValue::from(copy.key())).collect()).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_a_copy_is_read_again() {
        let copy = Copy {
            register: "r1".to_owned(),
            day: "2026-11-25".to_owned(),
            title: "“Ä” \"1\"".to_owned(),
            risks: 17,
            size: 40_000,
        };
        assert_eq!(Copy::read(&copy.write()), Some(copy));
        assert_eq!(Copy::read("{\"register\": 1}"), None);
    }
}
