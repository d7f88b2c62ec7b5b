//! Names offered while somebody types them: the owners and contacts that the register knows already.
//!
//! How to use it beside any `<input>` or `<textarea>` that holds names split by `;` or by lines:
//!
//! ```ignore
//! let names = Suggest::names();
//! view! {
//!     <div class="field">                                     // or anything else with `position: relative`
//!         <textarea
//!             aria-autocomplete="list"
//!             aria-controls=names.id()
//!             aria-activedescendant=move || names.active_id()
//!             on:input=heard(move |event| names.typed(&event))
//!             on:keydown=heard(move |event| if !names.key(&event) { /* your own keys */ })
//!             on:blur=heard(move |_| names.close())           // and take the value: see below
//!         />
//!         {names.list()}
//!     </div>
//! }
//! ```
//!
//! A chosen name is put into the field in the place of the one being typed, and the field hears an `input`. Browsers
//! send no `change` for that: whoever waits for one takes the value when the field is left, too.

use leptos::prelude::*;
use register::find::best_of;
use wasm_bindgen::{JsCast, JsValue};

use super::options::{Key, Options};
use crate::state::app;

/// How many names are offered at once.
const OFFERED: usize = 8;

/// Names offered below a field. Copies share them.
#[derive(Clone, Copy)]
pub struct Suggest {
    options: Options,
    /// All names; gathered when typing begins, which is when they are needed.
    names: StoredValue<Option<Vec<String>>>,
    /// Those that are offered, as places among the names.
    offered: StoredValue<Vec<usize>>,
    /// The field that was typed in last.
    field: StoredValue<Option<Text>, LocalStorage>,
    /// Whether a name is being put in, which is not typing.
    filling: StoredValue<bool>,
}

impl Suggest {
    /// Offers every owner and contact of the open register.
    pub fn names() -> Self {
        Self {
            options: Options::new(),
            names: StoredValue::new(None),
            offered: StoredValue::new(Vec::new()),
            field: StoredValue::new_local(None),
            filling: StoredValue::new(false),
        }
    }

    /// The id of the list, for `aria-controls`.
    pub fn id(self) -> String {
        self.options.id()
    }

    /// The id of the name that the arrows are on, for `aria-activedescendant`; followed.
    pub fn active_id(self) -> Option<String> {
        self.options.active_id()
    }

    /// Offers what fits the name at the caret. For the field's `input`.
    pub fn typed(self, event: &web_sys::Event) {
        if !self.filling.get_value()
            && let Some(text) = Text::of(event)
        {
            self.offer(text, false);
        }
    }

    /// Takes the keys of the list: arrows, Enter on a name, Escape. With nothing to the right of the caret, the arrow down
    /// opens it. Returns whether the key was taken. For the field's `keydown`, before its own keys.
    pub fn key(self, event: &web_sys::KeyboardEvent) -> bool {
        match self.options.key(event) {
            Key::Taken => true,
            Key::Chose(place) => {
                self.choose(place);
                true
            }
            Key::Passed if event.key() == "ArrowDown" && !event.alt_key() && !event.shift_key() => {
                let text = Text::of(event).filter(|text| text.caret() >= text.value().encode_utf16().count());
                if let Some(text) = text {
                    self.offer(text, true);
                    event.prevent_default();
                    return true;
                }
                false
            }
            Key::Passed => false,
        }
    }

    /// Closes the list. For the field's `blur`.
    pub fn close(self) {
        self.options.close();
        // A field that goes with its editor is left only after that.
        self.names.try_set_value(None);
    }

    fn offer(self, text: Text, all: bool) {
        let (value, caret) = (text.value(), text.caret());
        let part = part_at(&value, caret);
        let typed = &value[part.0..part.1];
        self.field.set_value(Some(text));
        if typed.is_empty() && !all {
            return self.options.close();
        }
        if self.names.with_value(Option::is_none) {
            self.names.set_value(Some(app().with_register(register::find::names)));
        }
        let texts = self.names.with_value(|names| {
            let names = names.as_deref().unwrap_or_default();
            let mut offered = best_of(names, typed, OFFERED);
            // A name that stands there in full needs no offer.
            offered.retain(|place| names[*place] != typed);
            let texts = offered.iter().map(|place| names[*place].clone()).collect();
            self.offered.set_value(offered);
            texts
        });
        self.options.offer(texts, None);
    }

    /// Puts a name in the place of the one at the caret.
    fn choose(self, place: usize) {
        let name = self.names.with_value(|names| {
            let place = self.offered.with_value(|offered| offered.get(place).copied());
            place.and_then(|place| names.as_ref()?.get(place).cloned())
        });
        let (Some(name), Some(text)) = (name, self.field.get_value()) else { return };
        let (value, caret) = put(&text.value(), text.caret(), &name);
        self.filling.set_value(true);
        text.set(&value, caret);
        self.filling.set_value(false);
    }

    /// The list, to stand after the field.
    pub fn list(self) -> AnyView {
        let count = move || match self.options.count() {
            0 => String::new(),
            1 => "1 name. Arrow down to choose it.".to_owned(),
            count => format!("{count} names. Arrow down to choose one."),
        };
        view! {
            {self.options.list("Names in this register", Callback::new(move |place| self.choose(place)))}
            <span class="sr" role="status">{move || count()}</span>
        }
        .into_any()
    }
}

/// A field with text and a caret, whichever element it is.
#[derive(Clone)]
struct Text(JsValue);

impl Text {
    fn of(event: &web_sys::Event) -> Option<Self> {
        event.target().map(|target| Self(target.into()))
    }

    fn value(&self) -> String {
        js_sys::Reflect::get(&self.0, &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
    }

    /// The caret, counted in UTF-16 as the browser does.
    fn caret(&self) -> usize {
        let at = js_sys::Reflect::get(&self.0, &"selectionEnd".into()).ok().and_then(|at| at.as_f64());
        at.map_or(usize::MAX, |at| at as usize)
    }

    fn set(&self, value: &str, caret: usize) {
        let set = |name: &str, to: JsValue| js_sys::Reflect::set(&self.0, &name.into(), &to).unwrap_or_default();
        set("value", value.into());
        set("selectionStart", (caret as u32).into());
        set("selectionEnd", (caret as u32).into());
        let heard = web_sys::Event::new("input").ok();
        if let (Some(event), Some(field)) = (heard, self.0.dyn_ref::<web_sys::EventTarget>()) {
            field.dispatch_event(&event).unwrap_or_default();
        }
    }
}

/// The name at the caret, as places in the text: between `;` or line breaks, without outer blanks.
fn part_at(text: &str, caret: usize) -> (usize, usize) {
    let caret = at_utf16(text, caret);
    let ends = |letter: char| matches!(letter, ';' | '\n');
    let start = text[..caret].rfind(ends).map_or(0, |at| at + 1);
    let end = text[caret..].find(ends).map_or(text.len(), |at| caret + at);
    let part = &text[start..end];
    let blank = part.len() - part.trim_start().len();
    (start + blank, start + blank + part.trim().len())
}

/// The text with another name at the caret, and the caret after it.
fn put(text: &str, caret: usize, name: &str) -> (String, usize) {
    let (start, end) = part_at(text, caret);
    let glue = if text[..start].ends_with(';') { " " } else { "" };
    let before = format!("{}{glue}{name}", &text[..start]);
    let caret = before.encode_utf16().count();
    (format!("{before}{}", &text[end..]), caret)
}

/// Where a place counted in UTF-16 is in the text; beyond the end means at the end.
fn at_utf16(text: &str, place: usize) -> usize {
    let mut count = 0;
    for (at, letter) in text.char_indices() {
        if count >= place {
            return at;
        }
        count += letter.len_utf16();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_at_the_caret_is_the_one_between_the_separators() {
        let text = "Head of A;  Dir ; Board\nOfficer";
        let part = |caret| {
            let (start, end) = part_at(text, caret);
            &text[start..end]
        };
        assert_eq!((part(0), part(9), part(12), part(15)), ("Head of A", "Head of A", "Dir", "Dir"));
        assert_eq!((part(18), part(99)), ("Board", "Officer"));
        assert_eq!(part_at("A; ", 3), (3, 3));
    }

    #[test]
    fn a_chosen_name_takes_the_place_of_the_one_being_typed() {
        assert_eq!(put("Dir", 3, "Director"), ("Director".to_owned(), 8));
        assert_eq!(put("Head;di; Board", 7, "Director"), ("Head; Director; Board".to_owned(), 14));
        assert_eq!(put("Head; ", 6, "Board"), ("Head; Board".to_owned(), 11));
        // The browser counts a letter beyond the usual ones as two.
        assert_eq!(put("\u{1f642}; di", 6, "Director"), ("\u{1f642}; Director".to_owned(), 12));
    }
}
