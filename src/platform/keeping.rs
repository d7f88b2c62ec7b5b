//! Whether the browser keeps what is stored when the disk gets full, and asking it to.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// Whether it keeps what is stored until the user deletes it; `None`: it does not say.
pub async fn is_kept() -> Option<bool> {
    answer(StorageManager::persisted).await
}

/// Asks it to. Some browsers ask the user, others decide by how much the page is used. Hands back whether it does.
pub async fn ask() -> Option<bool> {
    answer(StorageManager::persist).await
}

async fn answer(question: fn(&StorageManager) -> Result<Promise, JsValue>) -> Option<bool> {
    // There is none where the page has no secure address; the question fails then.
    let manager = web_sys::window()?.navigator().storage();
    let promise = question(&manager).ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}
