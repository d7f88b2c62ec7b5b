//! A style sheet that a view brings with it: what it says depends on what is shown, so it is in no file.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Has the page take on a style sheet, instead of the one it took on before.
///
/// # Errors
/// What the browser threw, where it knows no such style sheets.
pub fn adopt(text: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let make: Function = Reflect::get(&window, &"CSSStyleSheet".into())?.dyn_into()?;
    let sheet: Object = Reflect::construct(&make, &Array::new())?.dyn_into()?;
    let replace: Function = Reflect::get(&sheet, &"replaceSync".into())?.dyn_into()?;
    replace.call1(&sheet, &text.into())?;
    set(&Array::of1(&sheet))
}

/// Takes it off again.
pub fn drop_adopted() {
    // Where none could be taken on, there is none to take off.
    set(&Array::new()).unwrap_or_default();
}

fn set(sheets: &Array) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    Reflect::set(&document, &"adoptedStyleSheets".into(), sheets).map(drop)
}
