//! Encrypting files with a password, by what the browser has for it (WebCrypto).

use exchange::locked::{CHECK, Locked, ROUNDS, SALT, START};
use js_sys::{Array, ArrayBuffer, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, SubtleCrypto};

/// Why a file was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The browser does no cryptography here, e.g. because the page came over http.
    Unavailable,
    /// It is not the password that the file was saved with.
    Password,
    /// It is, but the file has been changed since.
    Damaged,
}

/// Bound to the encrypted bytes, so that they cannot be passed off as something else.
const PURPOSE: &[u8] = b"heatgrid-locked 1";

/// Encrypts bytes.
///
/// # Errors
/// [`Failure::Unavailable`].
pub async fn lock(bytes: &[u8], password: &str) -> Result<Locked, Failure> {
    seal(bytes, password).await.map_err(|_| Failure::Unavailable)
}

async fn seal(bytes: &[u8], password: &str) -> Result<Locked, JsValue> {
    let mut locked =
        Locked { rounds: ROUNDS, salt: chance(SALT)?, check: Vec::new(), start: chance(START)?, data: Vec::new() };
    let (key, check) = derive(&locked, password).await?;
    let data = subtle()?.encrypt_with_object_and_u8_array(&cipher(&locked)?, &key, bytes)?;
    (locked.check, locked.data) = (check, wait(data).await?);
    Ok(locked)
}

/// The bytes that were encrypted.
///
/// # Errors
/// [`Failure`].
pub async fn open(locked: &Locked, password: &str) -> Result<Vec<u8>, Failure> {
    let (key, check) = derive(locked, password).await.map_err(|_| Failure::Unavailable)?;
    if check != locked.check {
        return Err(Failure::Password);
    }
    unseal(locked, &key).await.map_err(|_| Failure::Damaged)
}

async fn unseal(locked: &Locked, key: &CryptoKey) -> Result<Vec<u8>, JsValue> {
    wait(subtle()?.decrypt_with_object_and_u8_array(&cipher(locked)?, key, &locked.data)?).await
}

/// The key of a file, and the value that tells a wrong password: they come from the password and the file's salt.
async fn derive(locked: &Locked, password: &str) -> Result<(CryptoKey, Vec<u8>), JsValue> {
    const KEY: usize = 32;
    let subtle = subtle()?;
    // An é is one sign or two, depending on the keyboard.
    let password = String::from(JsString::from(password).normalize("NFC"));
    let raw: Object = Uint8Array::from(password.as_bytes()).unchecked_into();
    let import = |raw: &Object, name: &str, uses: &[&str]| {
        let uses: Array = uses.iter().map(|name| JsValue::from_str(name)).collect();
        subtle.import_key_with_str("raw", raw, name, false, &uses)
    };
    let secret: CryptoKey = JsFuture::from(import(&raw, "PBKDF2", &["deriveBits"])?).await?.dyn_into()?;
    let parameters = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(&locked.salt[..]).into()),
        ("iterations", locked.rounds.into()),
    ])?;
    let bits = u32::try_from((KEY + CHECK) * 8).unwrap_or_default();
    let mut bytes = wait(subtle.derive_bits_with_object(&parameters, &secret, bits)?).await?;
    let check = bytes.split_off(KEY);
    let raw: Object = Uint8Array::from(&bytes[..]).unchecked_into();
    let key = JsFuture::from(import(&raw, "AES-GCM", &["encrypt", "decrypt"])?).await?;
    Ok((key.dyn_into()?, check))
}

fn cipher(locked: &Locked) -> Result<Object, JsValue> {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(&locked.start[..]).into()),
        ("additionalData", Uint8Array::from(PURPOSE).into()),
    ])
}

fn object(entries: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in entries {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}

async fn wait(promise: Promise) -> Result<Vec<u8>, JsValue> {
    let buffer: ArrayBuffer = JsFuture::from(promise).await?.dyn_into()?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn chance(length: usize) -> Result<Vec<u8>, JsValue> {
    let mut bytes = vec![0; length];
    crypto()?.get_random_values_with_u8_array(&mut bytes)?;
    Ok(bytes)
}

fn crypto() -> Result<Crypto, JsValue> {
    web_sys::window().ok_or(JsValue::NULL)?.crypto()
}

/// What a page has only where its address is a secure one.
fn subtle() -> Result<SubtleCrypto, JsValue> {
    Reflect::get(&crypto()?.into(), &"subtle".into())?.dyn_into()
}
