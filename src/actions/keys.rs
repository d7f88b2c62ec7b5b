//! The keys of actions: how they are written, and which action a key that was pressed does.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::{Action, all};
use crate::platform::{focus, keys::is_apple};
use crate::state::App;

/// The setting that says that keys without Control or Alt do nothing (WCAG 2.1.4).
pub const SINGLE_KEYS_OFF: &str = "single-keys-off";

/// A key, or several at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// Control, on Apple's computers Command, with a letter; also while something is being typed only where said so.
    Control(char),
    /// The same with Shift.
    ControlShift(char),
    /// Alt with a letter or digit.
    Alt(char),
    /// Alt with a key that has a name, as in [`KeyboardEvent::code`].
    AltNamed(&'static str),
    /// A key alone, where nothing is being typed.
    Single(char),
}

impl Keys {
    /// As the page writes them, e.g. `Ctrl Z`, on Apple's computers `⌘ Z`.
    pub fn words(self, apple: bool) -> String {
        let control = if apple { "⌘" } else { "Ctrl" };
        let alt = if apple { "⌥" } else { "Alt" };
        match self {
            Self::Control(key) => format!("{control} {}", key.to_ascii_uppercase()),
            Self::ControlShift(key) => format!("{control} Shift {}", key.to_ascii_uppercase()),
            Self::Alt(key) => format!("{alt} {}", key.to_ascii_uppercase()),
            Self::AltNamed(key) => format!("{alt} {}", key.replace("Page", "Page ")),
            Self::Single(key) => key.to_ascii_uppercase().to_string(),
        }
    }

    /// Whether they are the keys of an event.
    fn are(self, event: &KeyboardEvent) -> bool {
        let control = event.ctrl_key() || event.meta_key();
        // A letter by what it writes, so that every layout has its own; with Alt by its place, since Alt can change it.
        let key = event.key();
        let writes = |wanted: char| key.chars().eq([wanted]) || key.to_lowercase().chars().eq([wanted]);
        match self {
            Self::Control(it) => control && !event.alt_key() && !event.shift_key() && writes(it),
            Self::ControlShift(it) => control && !event.alt_key() && event.shift_key() && writes(it),
            // AltGr, which writes signs, comes as Alt with Control.
            Self::Alt(it) => {
                let place = event.code();
                let place = place.strip_prefix("Key").or_else(|| place.strip_prefix("Digit")).unwrap_or_default();
                event.alt_key() && !control && !event.shift_key() && place.eq_ignore_ascii_case(&it.to_string())
            }
            Self::AltNamed(it) => event.alt_key() && !control && !event.shift_key() && event.code() == it,
            Self::Single(it) => {
                let shift = event.shift_key() && it.is_alphanumeric();
                !control && !event.alt_key() && !shift && !event.repeat() && writes(it)
            }
        }
    }

    /// Whether they do their action with the focus here.
    fn work_in(self, place: Place) -> bool {
        let clean = place == Place::CleanField;
        let in_field = clean || place == Place::Field;
        match self {
            Self::Single(_) => place == Place::Page,
            // In a field they undo what was typed there, if anything was; the palette and saving are of the few that a field
            // has no use for.
            Self::Control(key) => !in_field || matches!(key, 'k' | 's') || (clean && matches!(key, 'z' | 'y')),
            Self::ControlShift(key) => !in_field || (clean && key == 'z'),
            Self::Alt(_) => !in_field || !is_apple(),
            Self::AltNamed(_) => true,
        }
    }
}

/// Where a key was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Where something is typed.
    Field,
    /// Where something could be typed, and nothing has been.
    CleanField,
    /// Where letters mean something by themselves, as in the cells of a grid.
    Letters,
    /// Anywhere else.
    Page,
}

fn place(event: &KeyboardEvent) -> Place {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let inside = |selector: &str| target.as_ref().is_some_and(|it| it.closest(selector).ok().flatten().is_some());
    let field = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]";
    if inside(field) {
        if event.target().is_some_and(|target| focus::is_typed(&target)) { Place::Field } else { Place::CleanField }
    } else if inside("[role=grid], [role=treegrid], [role=listbox], [role=menu], [type=radio]") {
        Place::Letters
    } else {
        Place::Page
    }
}

/// Whether keys alone do nothing, as the user has chosen in the settings.
fn is_off(app: App) -> bool {
    app.noted(SINGLE_KEYS_OFF).is_some()
}

/// A key was pressed that nothing else has taken.
pub fn pressed(app: App, event: &KeyboardEvent) {
    let dialog = leptos::prelude::document().query_selector("dialog[open]").ok().flatten();
    if event.is_composing() || dialog.is_some() {
        return;
    }
    let place = place(event);
    if event.key() == "Escape" && place != Place::Field {
        if app.dismiss_newest() {
            focus::keep_on_page();
        }
        return;
    }
    let alone = !(event.ctrl_key() || event.meta_key() || event.alt_key());
    if alone && (place != Place::Page || leptos::prelude::untrack(move || is_off(app))) {
        return;
    }
    let does = |action: &Action| action.keys.iter().any(|keys| keys.are(event) && keys.work_in(place));
    if let Some(action) = all().into_iter().find(|action| does(action) && action.is_possible(app)) {
        event.prevent_default();
        action.run(app);
    }
}
