//! The page as a file: what it carries in itself, and the whole of it to be saved.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, Response};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = heatgridFile)]
    fn file(name: &str) -> Promise;

    #[wasm_bindgen(js_name = heatgridWhole)]
    fn whole_page() -> Promise;
}

/// One of the page's own files, e.g. a sample.
///
/// # Errors
/// What the browser threw, or the status if the file is not there.
pub async fn own_file(path: &str) -> Result<Vec<u8>, JsValue> {
    content(file(path)).await
}

/// Heatgrid in one file, without a register.
///
/// # Errors
/// What the browser threw, or the status if the file is not there.
pub async fn whole() -> Result<String, JsValue> {
    Ok(String::from_utf8_lossy(&content(whole_page()).await?).into_owned())
}

async fn content(response: Promise) -> Result<Vec<u8>, JsValue> {
    let response: Response = JsFuture::from(response).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from(response.status()));
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The mark and the text of the register file that the page carries.
pub fn carried() -> Option<(String, String)> {
    let element: HtmlElement = document()?.get_element_by_id("heatgrid-register")?.dyn_into().ok()?;
    let text = element.text_content().filter(|text| !text.trim().is_empty())?;
    Some((element.dataset().get("mark").unwrap_or_default(), text))
}

/// What the page's own file is called.
pub fn name() -> String {
    let address = document().and_then(|document| document.url().ok()).unwrap_or_default();
    let path = address.split(['#', '?']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    js_sys::decode_uri_component(name).map(String::from).unwrap_or_else(|_| name.to_owned())
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
