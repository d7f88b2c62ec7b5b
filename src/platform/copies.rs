//! Copies of registers in a database of the browser's own (IndexedDB), which has room that local storage has not.

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode};
use js_sys::Uint8Array;
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue};

const NAME: &str = "heatgrid-copies";
/// What there is, as short texts; and the bytes, which are large. Both under the same keys.
const ABOUT: &str = "about";
const BYTES: &str = "bytes";

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
    fn key(&self) -> JsValue {
        JsValue::from_str(&format!("{} {}", self.day, self.register))
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

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(NAME, Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            for store in [ABOUT, BYTES] {
                // Fails only if it is there already.
                database.create_object_store(store, ObjectStoreParams::new()).ok();
            }
        }
    });
    request.await
}

/// All copies, oldest day first.
///
/// # Errors
/// What the database said, e.g. that this browser has none here.
pub async fn all() -> Result<Vec<Copy>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[ABOUT], TransactionMode::ReadOnly)?;
    let texts = transaction.object_store(ABOUT)?.get_all(None, None)?.await?;
    database.close();
    Ok(texts.iter().filter_map(|text| Copy::read(&text.as_string()?)).collect())
}

/// The bytes of a copy, if it is still there.
///
/// # Errors
/// What the database said.
pub async fn bytes(copy: &Copy) -> Result<Option<Vec<u8>>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[BYTES], TransactionMode::ReadOnly)?;
    let value = transaction.object_store(BYTES)?.get(copy.key())?.await?;
    database.close();
    Ok(value.and_then(|value| value.dyn_into::<Uint8Array>().ok()).map(|bytes| bytes.to_vec()))
}

/// Keeps a copy and lets go of others, both or neither.
///
/// # Errors
/// What the database said, e.g. that the disk is full.
pub async fn change(kept: Option<(&Copy, &[u8])>, gone: &[Copy]) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[ABOUT, BYTES], TransactionMode::ReadWrite)?;
    let (about, all) = (transaction.object_store(ABOUT)?, transaction.object_store(BYTES)?);
    if let Some((copy, bytes)) = kept {
        about.put(&JsValue::from_str(&copy.write()), Some(&copy.key()))?;
        all.put(&Uint8Array::from(bytes), Some(&copy.key()))?;
    }
    for copy in gone {
        about.delete(copy.key())?;
        all.delete(copy.key())?;
    }
    transaction.commit()?.await?;
    database.close();
    Ok(())
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
