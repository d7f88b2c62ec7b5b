//! Files of the user's own that registers are saved back to, where the browser lets a page do that.

use exchange::MAX_BYTES;
use js_sys::Uint8Array;
use register::Id;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, File};

/// The bridge to the browser: see `handles.js`.
mod bridge {
    use js_sys::Uint8Array;
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = heatgridHandles)]
        pub fn works() -> bool;

        #[wasm_bindgen(js_namespace = heatgridHandles, catch)]
        pub async fn choose() -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_namespace = heatgridHandles, catch)]
        pub async fn make(name: &str) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_namespace = heatgridHandles, catch)]
        pub async fn of(register: &str) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_namespace = heatgridHandles, catch)]
        pub async fn register(number: u32) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_namespace = heatgridHandles, catch)]
        pub async fn keep(register: &str, number: u32, digest: &str) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_namespace = heatgridHandles, catch)]
        pub async fn forget(register: &str) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_namespace = heatgridHandles, js_name = move, catch)]
        pub async fn move_(from: &str, to: &str, digest: Option<String>) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_namespace = heatgridHandles, js_name = mayRead, catch)]
        pub async fn may_read(number: u32) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_namespace = heatgridHandles, js_name = askToWrite, catch)]
        pub async fn ask_to_write(number: u32) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_namespace = heatgridHandles, catch)]
        pub async fn file(number: u32) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_namespace = heatgridHandles, catch)]
        pub async fn write(number: u32, bytes: Uint8Array, seen: &str) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_namespace = heatgridHandles, catch)]
        pub async fn digest(bytes: Uint8Array) -> Result<JsValue, JsValue>;
    }
}

/// A file that can be read and written as long as the user allows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handle {
    number: u32,
    /// What it is called, without its folder: that the browser does not tell.
    pub name: String,
}

/// Why nothing was read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The user has chosen no file.
    Cancelled,
    /// The file is not where it was.
    Gone,
    /// The user or the computer does not allow it.
    Refused,
    /// Somebody else has just written it.
    Changed,
    /// Nothing so large is read.
    TooLarge(usize),
    /// Something else, e.g. a full disk.
    Failed,
}

impl Trouble {
    fn of(error: &JsValue) -> Self {
        match error.dyn_ref::<DomException>().map(DomException::name).as_deref() {
            Some("AbortError") => Self::Cancelled,
            Some("NotFoundError") => Self::Gone,
            Some("InvalidStateError") => Self::Changed,
            Some("NotAllowedError" | "SecurityError" | "NoModificationAllowedError") => Self::Refused,
            _ => Self::Failed,
        }
    }
}

/// Whether the browser lets a page save back to files.
pub fn works() -> bool {
    bridge::works()
}

/// Has the user choose a file that is there. Only right after a click or a key does the browser ask.
///
/// # Errors
/// [`Trouble`].
pub async fn choose() -> Result<Handle, Trouble> {
    handle(bridge::choose().await)
}

/// Has the user choose where a new file goes.
///
/// # Errors
/// [`Trouble`].
pub async fn make(name: &str) -> Result<Handle, Trouble> {
    handle(bridge::make(name).await)
}

fn handle(answer: Result<JsValue, JsValue>) -> Result<Handle, Trouble> {
    let answer = answer.map_err(|error| Trouble::of(&error))?;
    read(&answer).map(|(handle, _)| handle).ok_or(Trouble::Failed)
}

fn read(answer: &JsValue) -> Option<(Handle, String)> {
    let it: Value = serde_json::from_str(&answer.as_string()?).ok()?;
    let number = u32::try_from(it.get("number")?.as_u64()?).ok()?;
    let text = |name: &str| it.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    Some((Handle { number, name: text("name") }, text("digest")))
}

/// The file that a register is saved to, and the digest of what was in it when it was last read or written.
pub async fn of(register: &Id) -> Option<(Handle, String)> {
    read(&bridge::of(register.as_str()).await.ok()?)
}

/// The digest of some bytes: SHA-256 as hexadecimal digits. Empty where the browser has none.
pub async fn digest(bytes: &[u8]) -> String {
    let digest = bridge::digest(Uint8Array::from(bytes)).await.ok();
    digest.and_then(|digest| digest.as_string()).unwrap_or_default()
}

/// Gives the file of a register to another, with another digest if one is given.
pub async fn pass_on(from: &Id, to: &Id, digest: Option<&str>) {
    bridge::move_(from.as_str(), to.as_str(), digest.map(str::to_owned)).await.ok();
}

/// Forgets which file a register is saved to.
pub async fn forget(register: &Id) {
    // Where the browser has no database, there is nothing to forget.
    bridge::forget(register.as_str()).await.ok();
}

impl Handle {
    /// The register that is saved to this file.
    pub async fn register(&self) -> Option<Id> {
        bridge::register(self.number).await.ok()?.as_string().map(Id)
    }

    /// Keeps it as the file that a register is saved to.
    pub async fn keep(&self, register: &Id, digest: &str) {
        // Without a database it is the register's file for as long as the page stays open.
        bridge::keep(register.as_str(), self.number, digest).await.ok();
    }

    /// Whether it may be read without asking the user.
    pub async fn may_read(&self) -> bool {
        bridge::may_read(self.number).await.is_ok_and(|it| it.is_truthy())
    }

    /// Whether it may be written; asks the user if need be, which browsers do right after a click or a key only.
    pub async fn ask_to_write(&self) -> bool {
        bridge::ask_to_write(self.number).await.is_ok_and(|it| it.is_truthy())
    }

    async fn file(&self) -> Result<File, Trouble> {
        let file = bridge::file(self.number).await.and_then(JsCast::dyn_into);
        file.map_err(|error| Trouble::of(&error))
    }

    /// What is in it now.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn bytes(&self) -> Result<Vec<u8>, Trouble> {
        let file = self.file().await?;
        if file.size() > MAX_BYTES as f64 {
            return Err(Trouble::TooLarge(file.size() as usize));
        }
        if let Ok(bytes) = super::files::bytes(&file).await {
            return Ok(bytes);
        }
        // Somebody was just writing it.
        super::files::bytes(&self.file().await?).await.map_err(|error| Trouble::of(&error))
    }

    /// Puts these bytes in the place of what is in it, as long as that has the digest that was seen; of an empty one, whatever
    /// it is.
    ///
    /// # Errors
    /// [`Trouble`]; the file is as it was then.
    pub async fn write(&self, bytes: &[u8], seen: &str) -> Result<(), Trouble> {
        bridge::write(self.number, Uint8Array::from(bytes), seen).await.map(drop).map_err(|error| Trouble::of(&error))
    }
}
