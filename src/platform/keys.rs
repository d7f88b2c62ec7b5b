//! What the keyboard of this computer calls its keys.

use wasm_bindgen::JsValue;

/// Whether this is a computer or phone of Apple's, where Command does what Control does elsewhere and Option writes letters.
pub fn is_apple() -> bool {
    let navigator = web_sys::window().map(|window| JsValue::from(window.navigator()));
    let platform = navigator.and_then(|it| js_sys::Reflect::get(&it, &"platform".into()).ok());
    platform.and_then(|it| it.as_string()).is_some_and(|it| it.starts_with("Mac") || it.starts_with("iP"))
}
