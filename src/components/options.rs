//! The list of options below a field that is typed in, as the combobox of the ARIA authoring practices has it: the focus
//! stays in the field, the arrows walk over the options, Enter chooses, Escape closes.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::erased::{heard, shown_while};

/// What became of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// It belongs to the field.
    Passed,
    /// The list has taken it.
    Taken,
    /// The option at this place was chosen by it; the list is closed.
    Chose(usize),
}

/// Options below a field. Copies share them.
#[derive(Clone, Copy)]
pub struct Options {
    texts: RwSignal<Vec<String>>,
    active: RwSignal<Option<usize>>,
    number: u32,
    node: NodeRef<html::Ul>,
}

impl Options {
    /// A list that is closed.
    pub fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        Self {
            texts: RwSignal::new(Vec::new()),
            active: RwSignal::new(None),
            number: NUMBER.fetch_add(1, Ordering::Relaxed),
            node: NodeRef::new(),
        }
    }

    /// Offers these; none closes the list.
    pub fn offer(self, texts: Vec<String>, active: Option<usize>) {
        self.active.set(active);
        self.texts.set(texts);
        self.show_active();
    }

    /// Closes the list, if it has not gone with its field.
    pub fn close(self) {
        if self.texts.try_with_untracked(|texts| !texts.is_empty()).unwrap_or_default() {
            self.offer(Vec::new(), None);
        }
    }

    /// How many are offered; followed. None are while the list is closed.
    pub fn count(self) -> usize {
        self.texts.with(Vec::len)
    }

    /// The id of the list, for `aria-controls`.
    pub fn id(self) -> String {
        format!("options-{}", self.number)
    }

    /// The id of the option that the arrows are on, for `aria-activedescendant`; followed.
    pub fn active_id(self) -> Option<String> {
        self.active.get().map(|place| self.option_id(place))
    }

    fn option_id(self, place: usize) -> String {
        format!("{}-{place}", self.id())
    }

    /// Takes a key that belongs to the list, if it is open. What it takes, nobody else hears.
    pub fn key(self, event: &web_sys::KeyboardEvent) -> Key {
        let count = self.texts.with_untracked(Vec::len);
        if count == 0 || event.alt_key() || event.ctrl_key() || event.meta_key() {
            return Key::Passed;
        }
        let active = self.active.get_untracked();
        let key = match (event.key().as_str(), active) {
            ("ArrowDown", _) => {
                self.active.set(Some(active.map_or(0, |place| (place + 1) % count)));
                Key::Taken
            }
            ("ArrowUp", _) => {
                self.active.set(Some(active.filter(|place| *place > 0).unwrap_or(count) - 1));
                Key::Taken
            }
            ("Escape", _) => {
                self.close();
                Key::Taken
            }
            ("Enter", Some(place)) => {
                self.close();
                Key::Chose(place)
            }
            ("Tab", _) => {
                self.close();
                Key::Passed
            }
            _ => Key::Passed,
        };
        if key != Key::Passed {
            event.prevent_default();
            event.stop_propagation();
            self.show_active();
        }
        key
    }

    /// Scrolls the list, and nothing else, until the active option is in sight.
    fn show_active(self) {
        let Some(list) = self.node.try_get_untracked().flatten() else { return };
        let id = self.active.get_untracked().map(|place| self.option_id(place));
        let Some(option) = id.and_then(|id| document().get_element_by_id(&id)) else { return };
        let option = option.unchecked_into::<web_sys::HtmlElement>();
        let (top, bottom) = (option.offset_top(), option.offset_top() + option.offset_height());
        if top < list.scroll_top() {
            list.set_scroll_top(top);
        } else if bottom > list.scroll_top() + list.client_height() {
            list.set_scroll_top(bottom - list.client_height());
        }
    }

    /// The list itself, to stand after the field in an element that it may be placed by.
    pub fn list(self, label: &'static str, choose: Callback<usize>) -> AnyView {
        let option = move |(place, text): (usize, String)| {
            let active = move || self.active.get() == Some(place);
            let chosen = move |_| {
                self.close();
                choose.run(place);
            };
            view! {
                <li
                    role="option"
                    id=self.option_id(place)
                    aria-selected=move || active().to_string()
                    on:click=heard(chosen)
                >
                    {text}
                </li>
            }
            .into_any()
        };
        let options = move || self.texts.with(|texts| texts.iter().cloned().enumerate().map(option).collect_view());
        let open = move || self.count() > 0;
        // A press would take the focus out of the field, and closing the list would take the option away before the click.
        let keep_focus = move |event: web_sys::MouseEvent| event.prevent_default();
        view! {
            <ul
                class="options"
                role="listbox"
                id=self.id()
                aria-label=label
                node_ref=self.node
                hidden=move || !open()
                on:mousedown=heard(keep_focus)
            >
                {shown_while(open, move || view! { {move || options()} }.into_any())}
            </ul>
        }
        .into_any()
    }
}
