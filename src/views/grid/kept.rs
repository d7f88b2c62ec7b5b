//! How the user has arranged columns, kept in the settings: as they are, and as sets under names.

use leptos::prelude::*;

use super::columns::Layout;
use super::sheet::Sheet;
use super::state::GridState;
use crate::state::App;

fn key(sheet: Sheet) -> String {
    format!("columns.{}", sheet.label().to_lowercase())
}

/// The columns as they were left; those that a grid begins with where none were kept.
pub fn layout(app: App, sheet: Sheet) -> Layout {
    let text = untrack(|| app.noted(&key(sheet)));
    text.and_then(|text| Layout::read(sheet, &text)).unwrap_or_else(|| Layout::standard(sheet))
}

/// Keeps the columns as they are now.
pub fn keep(state: GridState) {
    let text = state.layout.with_untracked(|layout| layout.to_text(state.sheet));
    state.app.note(key(state.sheet), Some(text));
}

/// The names of the user's own sets; followed.
pub fn names(app: App, sheet: Sheet) -> Vec<String> {
    let start = format!("{}:", key(sheet));
    app.settings
        .with(|settings| settings.other.keys().filter_map(|key| key.strip_prefix(&start)).map(str::to_owned).collect())
}

/// One of the user's own sets.
pub fn set(app: App, sheet: Sheet, name: &str) -> Option<Layout> {
    let key = format!("{}:{name}", key(sheet));
    let text = untrack(|| app.noted(&key));
    text.and_then(|text| Layout::read(sheet, &text))
}

/// Keeps the columns as they are now under a name, in the place of what had it.
pub fn name(state: GridState, name: &str) {
    let text = state.layout.with_untracked(|layout| layout.to_text(state.sheet));
    let key = format!("{}:{name}", key(state.sheet));
    state.app.note(key, Some(text));
}

/// Forgets one of the user's own sets.
pub fn forget(state: GridState, name: &str) {
    let key = format!("{}:{name}", key(state.sheet));
    state.app.note(key, None);
}
