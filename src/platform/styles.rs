//! The style sheet of all views but the first, which the boot script fetches when the first of them is.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

use crate::late::Unavailable;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = heatgridStyles)]
    fn styles() -> Promise;
}

/// Has it fetched, at once; what is handed back waits until it is there.
pub fn fetch() -> impl Future<Output = Result<(), Unavailable>> {
    let fetched = JsFuture::from(styles());
    async move { fetched.await.map(drop).map_err(|_| Unavailable) }
}
