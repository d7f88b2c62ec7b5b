//! The bridge to the recovery page, which is plain JavaScript: it must work when this program does not.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Shows the recovery page with what went wrong.
    #[wasm_bindgen(js_namespace = heatgridRescue)]
    pub fn show(what: &str);
}
