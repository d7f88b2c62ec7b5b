//! Pictures: an SVG as PNG, and onto the clipboard.

use std::future::Future;

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// Pixels of a PNG for each CSS pixel: sharp on paper and on a screen wall.
const SCALE: u32 = 2;

/// An SVG as the bytes of a PNG.
///
/// # Errors
/// What the browser threw, e.g. because it has no room for so large a picture.
pub async fn png(svg: &str) -> Result<Vec<u8>, JsValue> {
    let blob = png_blob(svg.to_owned()).await?;
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

async fn png_blob(svg: String) -> Result<Blob, JsValue> {
    let url = Url::create_object_url_with_blob(&blob(&svg, "image/svg+xml")?)?;
    let drawn = canvas(&url).await;
    Url::revoke_object_url(&url)?;
    let canvas = drawn?;
    let made = Promise::new(&mut |done: Function, _: Function| {
        let taken = Closure::once_into_js(move |blob: JsValue| done.call1(&JsValue::NULL, &blob));
        // A canvas that cannot be read is left without an answer; the picture is the page's own, so it can be.
        canvas.to_blob(taken.unchecked_ref()).unwrap_or_default();
    });
    JsFuture::from(made).await?.dyn_into()
}

async fn canvas(url: &str) -> Result<HtmlCanvasElement, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    let (width, height) = (image.natural_width() * SCALE, image.natural_height() * SCALE);
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, f64::from(width), f64::from(height))?;
    Ok(canvas)
}

/// Copies an SVG as PNG, with HTML and plain text beside it where those are given. To be called while a click is
/// answered; the future says how it ended.
///
/// # Errors
/// What the browser threw, or nothing, where it has no clipboard for pictures.
pub fn copy(
    svg: String,
    texts: Option<(String, String)>,
) -> Result<impl Future<Output = Result<JsValue, JsValue>>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"write".into())?.dyn_into()?;
    let item: Function = Reflect::get(&window, &"ClipboardItem".into())?.dyn_into()?;
    let kinds = Object::new();
    // A promise: Safari asks that the clipboard is written to before the picture is drawn.
    let picture = future_to_promise(async move { png_blob(svg).await.map(JsValue::from) });
    Reflect::set(&kinds, &"image/png".into(), &picture)?;
    if let Some((html, plain)) = texts {
        Reflect::set(&kinds, &"text/html".into(), &blob(&html, "text/html")?.into())?;
        Reflect::set(&kinds, &"text/plain".into(), &blob(&plain, "text/plain")?.into())?;
    }
    let item = Reflect::construct(&item, &Array::of1(&kinds))?;
    let written: Promise = write.call1(&clipboard, &Array::of1(&item))?.dyn_into()?;
    Ok(JsFuture::from(written))
}

fn blob(text: &str, media_type: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)
}
