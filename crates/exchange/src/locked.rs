//! Files that only a password opens: the envelope around the encrypted bytes of an ordinary file.
//!
//! The page does the cryptography, with what the browser has for it; here is only what stands in the file. The
//! parameters of the key stand there too, so that they can be made stronger later without a new format.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

use crate::ReadError;

/// The name that such a file gives as its format.
const FORMAT: &str = "heatgrid-locked";
const VERSION: u64 = 1;
/// The derivation of the key from the password.
const DERIVATION: &str = "PBKDF2-SHA-256";
const CIPHER: &str = "AES-256-GCM";
/// The rounds of the derivation for new files: what OWASP's cheat sheet on storing passwords names for PBKDF2 with SHA-256.
pub const ROUNDS: u32 = 600_000;
/// The most rounds that are done to open a file: some ten seconds on a slow computer.
const MOST_ROUNDS: u32 = 10_000_000;
/// The length of the salt in bytes.
pub const SALT: usize = 16;
/// The length of the cipher's starting value in bytes.
pub const START: usize = 12;
/// The length of the check value in bytes.
pub const CHECK: usize = 32;
/// The length of what the cipher adds to the bytes, by which it notices any change.
const TAG: usize = 16;

/// An encrypted file with all that is needed to open it but the password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    /// The rounds of the derivation.
    pub rounds: u32,
    /// Makes the key of each file another one: [`SALT`] bytes of chance.
    pub salt: Vec<u8>,
    /// Tells a wrong password from a damaged file: [`CHECK`] bytes that are derived beside the key.
    pub check: Vec<u8>,
    /// The starting value of the cipher: [`START`] bytes of chance.
    pub start: Vec<u8>,
    /// The encrypted bytes.
    pub data: Vec<u8>,
}

impl Locked {
    /// The bytes of the file.
    pub fn write(&self) -> Vec<u8> {
        let text = |bytes: &[u8]| STANDARD.encode(bytes);
        let file = json!({
            "format": FORMAT,
            "version": VERSION,
            "about": "A risk register that a password opens. Import it in Heatgrid.",
            "key": {
                "derivation": DERIVATION,
                "rounds": self.rounds,
                "salt": text(&self.salt),
                "check": text(&self.check),
            },
            "cipher": {"name": CIPHER, "start": text(&self.start)},
            "data": text(&self.data),
        });
        format!("{file:#}\n").into_bytes()
    }

    /// Reads the file; `None` if it is of another format.
    ///
    /// # Errors
    /// [`ReadError::LockedDamaged`] if it cannot be opened with any password, [`ReadError::Newer`] if a newer version made it.
    pub fn read(text: &str) -> Option<Result<Self, ReadError>> {
        // Most files are not locked, and are not read twice to learn that.
        let name = format!("\"{FORMAT}\"");
        let start = &text[..text.floor_char_boundary(text.len().min(4096))];
        if !start.contains(&name) && !text[text.floor_char_boundary(text.len().saturating_sub(4096))..].contains(&name)
        {
            return None;
        }
        let file: Map<String, Value> = serde_json::from_str(text).ok()?;
        if file.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return None;
        }
        match file.get("version").and_then(Value::as_u64) {
            Some(VERSION) => Some(Self::from(&file).ok_or(ReadError::LockedDamaged)),
            Some(version) if version > VERSION => Some(Err(ReadError::Newer(version))),
            _ => Some(Err(ReadError::LockedDamaged)),
        }
    }

    fn from(file: &Map<String, Value>) -> Option<Self> {
        let (key, cipher) = (file.get("key")?, file.get("cipher")?);
        let bytes = |value: &Value| STANDARD.decode(value.as_str()?).ok();
        let exactly = |value: &Value, length: usize| bytes(value).filter(|bytes| bytes.len() == length);
        if key["derivation"] != DERIVATION || cipher["name"] != CIPHER {
            return None;
        }
        let rounds = u32::try_from(key["rounds"].as_u64()?).ok()?;
        Some(Self {
            rounds: (1..=MOST_ROUNDS).contains(&rounds).then_some(rounds)?,
            salt: exactly(&key["salt"], SALT)?,
            check: exactly(&key["check"], CHECK)?,
            start: exactly(&cipher["start"], START)?,
            data: bytes(file.get("data")?).filter(|data| data.len() >= TAG)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locked() -> Locked {
        Locked {
            rounds: ROUNDS,
            salt: vec![1; SALT],
            check: vec![2; CHECK],
            start: vec![3; START],
            data: vec![4; 1000],
        }
    }

    fn text() -> String {
        String::from_utf8(locked().write()).unwrap()
    }

    #[test]
    fn what_is_written_is_read_again() {
        assert_eq!(Locked::read(&text()), Some(Ok(locked())));
    }

    #[test]
    fn other_files_are_none_of_its_business() {
        for other in ["", "{", "[]", "{\"format\": \"heatgrid\", \"version\": 1}", "{\"title\": \"heatgrid-locked\"}"] {
            assert_eq!(Locked::read(other), None, "{other}");
        }
    }

    #[test]
    fn what_no_password_opens_is_told_and_costs_no_time() {
        for (good, bad) in [
            ("600000", "600000000000"),
            ("600000", "0"),
            ("PBKDF2-SHA-256", "scrypt"),
            ("AES-256-GCM", "AES-256-CBC"),
            ("AQEBAQ", "AQEB*Q"),
            ("\"salt\"", "\"sugar\""),
            ("\"version\": 1", "\"version\": \"one\""),
        ] {
            let damaged = text().replacen(good, bad, 1);
            assert_ne!(damaged, text(), "{good}");
            assert_eq!(Locked::read(&damaged), Some(Err(ReadError::LockedDamaged)), "{bad}");
        }
        let newer = text().replace("\"version\": 1", "\"version\": 2");
        assert_eq!(Locked::read(&newer), Some(Err(ReadError::Newer(2))));
    }
}
