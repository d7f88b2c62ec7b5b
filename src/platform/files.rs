//! Files out (download) and in (chosen or dropped).

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, Url};

/// Offers bytes as a download under a file name.
///
/// # Errors
/// What the browser threw, if it allows no download.
pub fn download(name: &str, bytes: &[u8], media_type: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has taken hold of the blob by the time another task runs; freeing it now would cancel it.
    leptos::prelude::set_timeout(
        move || Url::revoke_object_url(&url).unwrap_or_default(),
        std::time::Duration::from_secs(60),
    );
    Ok(())
}

/// The bytes of a file.
///
/// # Errors
/// What the browser threw, e.g. because the file was moved meanwhile.
pub async fn bytes(file: &File) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The files of a list.
pub fn listed(list: Option<FileList>) -> Vec<File> {
    list.map(|list| (0..list.length()).filter_map(|index| list.item(index)).collect()).unwrap_or_default()
}
