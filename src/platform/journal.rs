//! The bridge to the journal, which stands beside local storage because that reaches the disk late: see `journal.js`.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Notes that a key now has this value; none means that it is gone.
    #[wasm_bindgen(js_namespace = heatgridJournal)]
    pub fn note(key: &str, value: Option<&str>);

    /// Waits until what local storage has lost is put back; gives the number of keys.
    #[wasm_bindgen(js_namespace = heatgridJournal)]
    pub async fn replayed() -> JsValue;

    /// Whether something noted is not on the disk yet.
    #[wasm_bindgen(js_namespace = heatgridJournal)]
    pub fn busy() -> bool;

    /// Waits until everything noted is on the disk.
    #[wasm_bindgen(js_namespace = heatgridJournal)]
    pub async fn settled() -> JsValue;

    /// Whether this browser keeps a journal.
    #[wasm_bindgen(js_namespace = heatgridJournal)]
    pub async fn works() -> JsValue;
}
