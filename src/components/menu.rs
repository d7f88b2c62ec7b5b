//! A button that opens a menu, as the ARIA authoring practices have it: arrows, Home, End and letters walk over the entries,
//! Enter and Space use one, Escape goes back to the button, Tab leaves.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::erased::{heard, shown_while};

/// An entry of a menu.
#[derive(Clone)]
pub struct Entry {
    /// The verb.
    pub text: &'static str,
    /// Whether it can be used now. One that cannot stays where it is.
    pub enabled: bool,
    /// What it does. The focus is on the menu's button again by then.
    pub run: Callback<()>,
}

impl Entry {
    /// An entry that can be used.
    pub fn new(text: &'static str, run: impl Fn() + Send + Sync + 'static) -> Self {
        Self { text, enabled: true, run: Callback::new(move |()| run()) }
    }

    /// The same, usable only if this holds.
    pub fn only_if(self, enabled: bool) -> Self {
        Self { enabled, ..self }
    }
}

/// The button `⋯` and its menu. The entries are asked for each time it opens.
pub fn menu(label: Signal<String>, entries: impl Fn() -> Vec<Entry> + Send + Sync + 'static) -> AnyView {
    menu_of(label, Callback::new(move |()| entries()))
}

fn menu_of(label: Signal<String>, entries: Callback<(), Vec<Entry>>) -> AnyView {
    let open = RwSignal::new(false);
    let node = NodeRef::<html::Div>::new();
    let button = move || {
        let button = node.get_untracked().and_then(|node| node.query_selector(".more").ok().flatten());
        if let Some(button) = button {
            button.unchecked_into::<HtmlElement>().focus().unwrap_or_default();
        }
    };
    let close = move || {
        open.set(false);
        button();
    };
    let open_at = move |last: bool| {
        open.set(true);
        request_animation_frame(move || {
            let items = node.try_get_untracked().flatten().map(|node| items(&node)).unwrap_or_default();
            focus_on(if last { items.last() } else { items.first() });
        });
    };
    let on_button = move |event: web_sys::KeyboardEvent| {
        let last = match event.key().as_str() {
            _ if event.alt_key() => return,
            "ArrowDown" => false,
            "ArrowUp" => true,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        open_at(last);
    };
    let on_menu = move |event: web_sys::KeyboardEvent| {
        let Some(node) = node.get_untracked() else { return };
        let items = items(&node);
        let active = document().active_element();
        let at = items.iter().position(|it| active.as_ref().is_some_and(|active| it.is_same_node(Some(active))));
        let at = at.unwrap_or(0);
        let count = items.len().max(1);
        let key = event.key();
        let to = match key.as_str() {
            "ArrowDown" => (at + 1) % count,
            "ArrowUp" => (at + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            "Escape" => {
                event.stop_propagation();
                return close();
            }
            "Tab" => return open.set(false),
            letter => {
                let begins = |it: &&HtmlElement| {
                    it.text_content().unwrap_or_default().to_lowercase().starts_with(&letter.to_lowercase())
                };
                let next = items.iter().cycle().skip(at + 1).take(count).find(begins);
                return focus_on(next.filter(|_| letter != " "));
            }
        };
        event.prevent_default();
        event.stop_propagation();
        focus_on(items.get(to));
    };
    let left = move |event: web_sys::FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        if !node.get_untracked().is_some_and(|node| node.contains(to.as_ref())) {
            open.set(false);
        }
    };
    let entry = move |entry: Entry| {
        let disabled = (!entry.enabled).then_some("true");
        let used = move |_| {
            if entry.enabled {
                close();
                entry.run.run(());
            }
        };
        view! {
            <button
                type="button"
                class="quiet"
                role="menuitem"
                tabindex="-1"
                aria-disabled=disabled
                on:click=heard(used)
            >
                {entry.text}
            </button>
        }
        .into_any()
    };
    // A press must not take the focus out of the menu: it would be gone before the click.
    let keep_focus = move |event: web_sys::MouseEvent| event.prevent_default();
    let toggle = move |_| if open.get_untracked() { close() } else { open_at(false) };
    view! {
        <div class="more-menu" node_ref=node on:focusout=heard(left)>
            <button
                type="button"
                class="quiet more"
                aria-haspopup="menu"
                aria-expanded=move || open.get().to_string()
                aria-label=move || label.get()
                title="More"
                on:keydown=heard(on_button)
                on:click=heard(toggle)
            >
                <span aria-hidden="true">"⋯"</span>
            </button>
            {shown_while(move || open.get(), move || view! {
                <div
                    class="menu-list"
                    role="menu"
                    aria-label=move || label.get()
                    on:keydown=heard(on_menu)
                    on:mousedown=heard(keep_focus)
                >
                    {untrack(|| entries.run(())).into_iter().map(entry).collect_view()}
                </div>
            }.into_any())}
        </div>
    }
    .into_any()
}

/// The entries of the menu that is open.
fn items(node: &HtmlElement) -> Vec<HtmlElement> {
    let list = node.query_selector("[role=menu]").ok().flatten();
    let children = list.map(|list| list.children());
    let count = children.as_ref().map_or(0, web_sys::HtmlCollection::length);
    let item = |place| children.as_ref()?.item(place)?.dyn_into().ok();
    (0..count).filter_map(item).collect()
}

fn focus_on(item: Option<&HtmlElement>) {
    if let Some(item) = item {
        item.focus().unwrap_or_default();
    }
}
