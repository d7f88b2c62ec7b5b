//! A newer release of the page than the open one, which the boot script looks for.

use wasm_bindgen::prelude::{Closure, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = heatgridRelease)]
    fn onnew(tell: &Closure<dyn FnMut()>);

    /// Reloads the page in the newer release. What is not saved by then is asked about by the browser.
    #[wasm_bindgen(js_namespace = heatgridRelease)]
    pub fn reload();
}

/// Calls the function once a newer release is there. Called once, with what lives as long as the page.
pub fn on_new(tell: impl FnMut() + 'static) {
    let tell = Closure::new(tell);
    onnew(&tell);
    tell.forget();
}
