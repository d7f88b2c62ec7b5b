//! New ids from the browser's random source.

use register::Id;

const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A new id: 12 letters and digits, 60 bits of chance.
pub fn new_id() -> Id {
    let mut bytes = [0_u8; 12];
    let source = web_sys::window().and_then(|window| window.crypto().ok());
    let filled = source.and_then(|source| source.get_random_values_with_u8_array(&mut bytes).ok());
    if filled.is_none() {
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    Id(bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect())
}

/// The tab, as the store knows it.
#[derive(Clone, Debug)]
pub struct Tab {
    /// Its id: new with each load of the page, since a duplicated tab would begin with a copy of the old one.
    pub id: String,
    /// The id it had before it was reloaded: what that one left half typed was typed here.
    pub before: Option<String>,
}

/// This tab. Called once for each load of the page.
pub fn tab() -> Tab {
    const KEY: &str = "heatgrid-tab";
    let storage = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
    let before = storage.as_ref().and_then(|it| it.get_item(KEY).ok().flatten()).filter(|_| is_return());
    let id = new_id().0[..6].to_owned();
    if let Some(storage) = storage {
        // Without session storage a reload costs nothing but the offer of a draft within the first minute.
        storage.set_item(KEY, &id).unwrap_or_default();
    }
    Tab { id, before }
}

/// Whether the page was reloaded or returned to, rather than opened or duplicated.
fn is_return() -> bool {
    use wasm_bindgen::JsCast;
    let entries =
        web_sys::window().and_then(|window| window.performance()).map(|it| it.get_entries_by_type("navigation"));
    let kind = entries.and_then(|list| list.get(0).dyn_into::<web_sys::PerformanceNavigationTiming>().ok());
    kind.is_some_and(|entry| {
        matches!(entry.type_(), web_sys::NavigationType::Reload | web_sys::NavigationType::BackForward)
    })
}
