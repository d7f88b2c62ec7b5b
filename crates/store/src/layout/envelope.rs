//! The values of the keys: JSON objects with a version.
//!
//! Our own few fields are read one by one, the register and its risks by the tolerant reading of the domain.

use register::{Id, Register, Risk, record::Reading};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::keys::HIGHEST;
use super::{Seen, rank};

/// The version of the values this code writes.
pub(crate) const VERSION: u64 = 1;

/// Why a value could not be used.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Odd {
    /// A newer version of the product wrote it.
    Newer,
    /// The register is being removed for good.
    Purged,
    /// It was not understood, in plain words.
    Unread(&'static str),
}

/// When and by whom a register was put into the bin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trashed {
    /// The time, as in [`Author`](crate::Author).
    pub at: String,
    /// The user's name.
    pub by: String,
}

const OTHERS_HEAD: Odd = Odd::Unread("It belongs to another register.");

/// The head of a register as read.
#[derive(Debug)]
pub(crate) struct HeadIn {
    pub(crate) seen: Seen,
    pub(crate) trashed: Option<Trashed>,
    pub(crate) register: Register,
}

/// A risk as read.
#[derive(Debug)]
pub(crate) struct RiskIn {
    pub(crate) seen: Seen,
    pub(crate) rank: String,
    pub(crate) risk: Risk,
}

/// The value of a head. The register's risks must have been taken out.
pub(crate) fn write_head(register: &Register, seen: Seen, trashed: Option<&Trashed>) -> String {
    let trashed = trashed.map(|it| json!({"at": it.at, "by": it.by}).to_string());
    written(&seen, [("trashed", trashed), ("register", Some(text(register)))])
}

/// The head of a register whose removal has begun. Shorter than any head of it, so that it fits a full storage. The id
/// makes sure that it removes no other register.
pub(crate) fn write_purged(id: &Id) -> String {
    written(&Seen::default(), [("purged", Some(Value::from(id.as_str()).to_string()))])
}

/// The value of a risk's key.
pub(crate) fn write_risk(risk: &Risk, rank: &str, seen: Seen) -> String {
    written(&seen, [("rank", Some(Value::from(rank).to_string())), ("risk", Some(text(risk)))])
}

/// An object of this version: what it includes, then the fields, each as JSON already.
fn written<const N: usize>(seen: &Seen, fields: [(&str, Option<String>); N]) -> String {
    let mut object = format!("{{\"v\":{VERSION}");
    let seen = (!seen.is_empty()).then(|| seen.to_value().to_string());
    for (name, value) in std::iter::once(("seen", seen)).chain(fields) {
        if let Some(value) = value {
            object.extend([",\"", name, "\":", &value]);
        }
    }
    object + "}"
}

fn text(value: &impl Serialize) -> String {
    // Strings, numbers and maps with text keys always have a JSON form.
    serde_json::to_string(value).unwrap_or_default()
}

/// The value as an object of this version.
pub(crate) fn object(raw: &str) -> Result<Map<String, Value>, Odd> {
    if raw.trim().is_empty() {
        return Err(Odd::Unread("It is empty."));
    }
    let value = serde_json::from_str(raw).map_err(|_| Odd::Unread("The text is cut off or garbled."))?;
    let Value::Object(map) = value else {
        return Err(Odd::Unread("It is not a record."));
    };
    match map.get("v").and_then(Value::as_u64) {
        Some(VERSION) => Ok(map),
        Some(newer) if newer > VERSION => Err(Odd::Newer),
        _ => Err(Odd::Unread("It does not say which version of the product wrote it.")),
    }
}

fn seen(map: &mut Map<String, Value>) -> Result<Seen, Odd> {
    match map.remove("seen") {
        None => Ok(Seen::default()),
        Some(value) => Seen::read(value).ok_or(Odd::Unread("Its numbering is damaged.")),
    }
}

/// Reads a head.
pub(crate) fn read_head(raw: &str, id: &Id) -> Result<HeadIn, Odd> {
    let mut map = object(raw)?;
    match map.get("purged") {
        None => {}
        Some(Value::String(other)) if other != id.as_str() => return Err(OTHERS_HEAD),
        Some(_) => return Err(Odd::Purged),
    }
    let seen = seen(&mut map)?;
    let trashed = map.get("trashed").map(|it| {
        let text = |field: &str| it.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
        Trashed { at: text("at"), by: text("by") }
    });
    let (register, _) = Reading::of::<Register>(map.remove("register").unwrap_or_default());
    let register = register.ok_or(Odd::Unread("There is no register in it."))?;
    if register.id != *id {
        return Err(OTHERS_HEAD);
    }
    Ok(HeadIn { seen, trashed, register })
}

/// Reads a risk.
pub(crate) fn read_risk(raw: &str, id: &Id) -> Result<RiskIn, Odd> {
    let mut map = object(raw)?;
    let seen = seen(&mut map)?;
    let rank = rank::checked(map.get("rank").and_then(Value::as_str).unwrap_or_default());
    let (risk, _) = Reading::of::<Risk>(map.remove("risk").unwrap_or_default());
    let risk = risk.ok_or(Odd::Unread("There is no risk in it."))?;
    if risk.id != *id {
        return Err(Odd::Unread("It belongs to another risk."));
    }
    Ok(RiskIn { seen, rank, risk })
}

/// Reads a checkpoint. One that cannot be read is as good as none: opening then goes through the whole log.
pub(crate) fn read_done(raw: Option<&str>) -> u64 {
    raw.and_then(|it| it.trim().parse().ok()).filter(|done| *done <= HIGHEST).unwrap_or_default()
}
