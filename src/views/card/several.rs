//! Several entries out of one pasted text: shown first, with the numbers at the start of the lines to keep or to remove.

use leptos::prelude::*;
use register::change::{Change, List, Place};
use register::paste::{Line, lines};
use register::{Id, Risk};
use serde_json::{Map, Value, json};

use super::item::Item;
use super::list::{ItemList, focus_item, item, singular};
use super::sheet::Card;
use crate::components::dialog::{Dialog, DialogProps};
use crate::erased::{derived, heard, memo, shown_while};
use crate::platform::ids;
use crate::state::arriving::counted;

/// Where entries that are made of a text go.
#[derive(Clone, Debug, Default, PartialEq)]
struct Target {
    /// The list.
    list: &'static str,
    /// Where the first entry goes, from 0.
    index: usize,
    /// The blank entry that becomes the first one.
    blank: Option<Id>,
    /// The field that gets the text of each.
    field: &'static str,
}

/// What the dialog asks about. Copies share it.
#[derive(Clone, Copy)]
pub struct Several {
    open: RwSignal<bool>,
    target: RwSignal<Target>,
    /// The text, which can be changed before it becomes entries.
    text: RwSignal<String>,
    /// Whether numbers and bullets are kept.
    keep: RwSignal<bool>,
}

impl Several {
    /// Nothing is asked yet.
    pub fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            target: RwSignal::new(Target::default()),
            text: RwSignal::new(String::new()),
            keep: RwSignal::new(false),
        }
    }

    fn ask(self, target: Target, text: String) {
        self.target.set(target);
        self.text.set(text);
        self.keep.set(false);
        self.open.set(true);
    }
}

/// Asks for a text whose entries go to this place of a list, from 0.
pub fn ask(list: ItemList, index: usize, text: String) {
    list.card.several.ask(Target { list: list.name, index, blank: None, field: main_field(list.name) }, text);
}

/// A text of several lines that is pasted on the button that adds to a list.
pub fn pasted_on_add(list: ItemList, event: &web_sys::Event) {
    let Some(text) = clipboard(event) else { return };
    event.prevent_default();
    ask(list, list.ids.with_untracked(Vec::len), text);
}

/// A text of several lines that is pasted into a blank entry. Any other paste is the browser's.
pub fn pasted_into(item: Item, event: &web_sys::Event) {
    let list = item.list;
    let target = event_target::<web_sys::Element>(event);
    let inside = |selector: &str| target.closest(selector).is_ok_and(|found| found.is_some());
    let field = match (list.name, inside(".first")) {
        ("controls" | "actions", true) => "title",
        (_, true) => main_field(list.name),
        _ if inside(".texts") => "description",
        _ => return,
    };
    // What is typed and has not landed yet counts too.
    let typed = js_sys::Reflect::get(&target, &"value".into()).ok().and_then(|value| value.as_string());
    if typed.is_some_and(|text| !text.trim().is_empty()) || !item.value.with_untracked(is_blank) {
        return;
    }
    let Some(text) = clipboard(event) else { return };
    event.prevent_default();
    let (index, blank) = (item.place_in_list(), Some(item.id()));
    list.card.several.ask(Target { list: list.name, index, blank, field }, text);
}

/// The text on the clipboard, if it makes several entries.
fn clipboard(event: &web_sys::Event) -> Option<String> {
    use wasm_bindgen::JsCast;
    let data = event.dyn_ref::<web_sys::ClipboardEvent>()?.clipboard_data()?;
    data.get_data("text/plain").ok().filter(|text| lines(text).len() > 1)
}

/// The field that holds the text of an entry.
fn main_field(list: &str) -> &'static str {
    if matches!(list, "controls" | "actions") { "description" } else { "text" }
}

/// Whether nothing but a number stands in an entry.
fn is_blank(item: &Value) -> bool {
    let said = |(field, value): (&String, &Value)| field != "id" && field != "number" && !value.is_null();
    !item.as_object().is_some_and(|item| item.iter().any(said))
}

/// The dialog.
pub fn dialog(card: Card) -> AnyView {
    let Several { open, target, .. } = card.several;
    let title = derived(move || format!("Add several {}s", target.with(|target| singular(target.list))));
    let children: ChildrenFn = std::sync::Arc::new(move || body(card));
    Dialog(DialogProps { open, title, children }).into_any()
}

fn body(card: Card) -> AnyView {
    let Several { open, target, text, keep } = card.several;
    let one = derived(move || target.with(|target| singular(target.list)));
    let found = memo(move || text.with(|text| lines(text)));
    let marked = move || found.with(|found| found.iter().any(|line| !line.mark.is_empty()));
    let count = move || found.with(Vec::len);
    let add = move |_| {
        let (target, lines) = (target.get_untracked(), found.get_untracked());
        if lines.is_empty() {
            return;
        }
        let change =
            card.risk.with_untracked(|risk| adding(risk, &target, &lines, keep.get_untracked(), &mut ids::new_id));
        let Some((change, first)) = change else { return };
        open.set(false);
        if card.app.commit(change) {
            let said = format!("{} added.", counted(lines.len(), singular(target.list)));
            card.app.tell_undoable(said);
            focus_item(card, target.list, &first, "textarea");
        }
    };
    let as_one = move |_| {
        let target = target.get_untracked();
        let Some(blank) = &target.blank else { return };
        open.set(false);
        let place = Place::Item(card.id(), target.list.to_owned(), blank.clone());
        card.app.set(&place, target.field, Value::from(text.get_untracked().replace("\r\n", "\n")));
        focus_item(card, target.list, blank, "textarea");
    };
    let choice = move |value: bool, label: &'static str| {
        view! {
            <label>
                <input
                    type="radio"
                    name="marks"
                    prop:checked=move || keep.get() == value
                    on:change=heard(move |_: web_sys::Event| keep.set(value))
                />
                {label}
            </label>
        }
        .into_any()
    };
    let preview = move || {
        let keep = keep.get();
        let line = |line: Line| {
            let mark = if keep { line.mark } else { String::new() };
            view! { <li><span class="mark">{mark}</span><span>{line.text}</span></li> }.into_any()
        };
        found.get().into_iter().map(line).collect_view()
    };
    let verb = move || match count() {
        0 => "Add".to_owned(),
        count => format!("Add {}", counted(count, one.get())),
    };
    let from_field = target.with_untracked(|target| target.blank.is_some());
    view! {
        <div class="several">
            <label>
                <span class="label">"Text, one entry a line"</span>
                <textarea
                    rows="5"
                    prop:value=move || text.get()
                    on:input=heard(move |event: web_sys::Event| text.set(event_target_value(&event)))
                ></textarea>
            </label>
            {shown_while(marked, move || view! {
                <fieldset>
                    <legend>"Numbers and bullets at the start of lines"</legend>
                    {choice(false, "Remove them")}
                    {choice(true, "Keep them as the entries’ own numbers")}
                </fieldset>
            }.into_any())}
            {shown_while(move || count() > 0, move || view! {
                <section aria-label="Preview">
                    <p class="count" role="status">{move || counted(count(), one.get())}</p>
                    <ol class="preview" tabindex="0" role="list" aria-label="Preview of the entries">{move || preview()}</ol>
                </section>
            }.into_any())}
            <div class="buttons">
                <button type="button" class="primary" disabled=move || count() == 0 on:click=heard(add)>{move || verb()}</button>
                {from_field.then(|| view! {
                    <button type="button" on:click=heard(as_one)>"Paste as one text"</button>
                }.into_any())}
                <button type="button" on:click=heard(move |_| open.set(false))>"Cancel"</button>
            </div>
        </div>
    }
    .into_any()
}

/// The change that makes lines entries of a list, and the id of the first one.
fn adding(
    risk: &Risk,
    target: &Target,
    lines: &[Line],
    keep: bool,
    new_id: &mut dyn FnMut() -> Id,
) -> Option<(Change, Id)> {
    let list = List::Of(risk.id.clone(), target.list.to_owned());
    let marked = lines.iter().any(|line| !line.mark.is_empty());
    let mut changes = Vec::new();
    let mut first = None;
    for (at, line) in lines.iter().enumerate() {
        let mut fields = Map::new();
        if keep && !line.mark.is_empty() {
            fields.insert("number".to_owned(), json!(line.mark));
        }
        if !line.text.is_empty() {
            fields.insert(target.field.to_owned(), json!(line.text));
        }
        // Triggers stand in groups under headings: `Children's social care:` over numbered ones.
        if target.list == "triggers" && marked && line.mark.is_empty() && line.text.ends_with(':') {
            fields.insert("heading".to_owned(), json!(true));
        }
        let blank = target.blank.as_ref().filter(|_| at == 0);
        let id = blank.cloned().unwrap_or_else(&mut *new_id);
        first.get_or_insert(id.clone());
        if blank.is_some() {
            let stood = item(risk, target.list, &id);
            let place = Place::Item(risk.id.clone(), target.list.to_owned(), id);
            changes.extend(fields.into_iter().map(|(field, to)| {
                let from = stood.get(&field).cloned().unwrap_or_default();
                Change::Set { place: place.clone(), field, from, to }
            }));
        } else {
            fields.insert("id".to_owned(), json!(id));
            changes.push(Change::Add { list: list.clone(), index: target.index + at, item: Value::Object(fields) });
        }
    }
    let number = risk.printed_number();
    let risk_name = if number.is_empty() { "Risk without a number".to_owned() } else { format!("Risk {number}") };
    let title = format!("{risk_name}: {} pasted", counted(lines.len(), singular(target.list)));
    first.map(|first| (Change::Several { title, changes }, first))
}

#[cfg(test)]
mod tests {
    use register::{Point, Register, apply};

    use super::*;

    fn pasted(target: &Target, text: &str, keep: bool) -> (Register, Register, String) {
        let point = |id: &str, text: &str| Point { id: id.into(), text: text.to_owned(), ..Point::default() };
        let risk = Risk {
            id: "r".into(),
            number: "4".to_owned(),
            triggers: vec![point("a", "Old"), point("b", ""), point("c", "Last")],
            ..Risk::default()
        };
        let before = Register { risks: vec![risk], ..Register::default() };
        let mut count = 0;
        let mut ids = || {
            count += 1;
            Id(format!("new{count}"))
        };
        let (change, _) = adding(&before.risks[0], target, &lines(text), keep, &mut ids).unwrap();
        let Change::Several { title, .. } = &change else { panic!("not one step") };
        let mut after = before.clone();
        let back = apply(&mut after, &change).unwrap();
        let mut again = after.clone();
        apply(&mut again, &back).unwrap();
        assert_eq!(again, before);
        (before, after, title.clone())
    }

    fn told(register: &Register) -> Vec<String> {
        let told = |it: &Point| format!("{}|{}{}", it.number, it.text, if it.heading { "#" } else { "" });
        register.risks[0].triggers.iter().map(told).collect()
    }

    fn into_blank() -> Target {
        Target { list: "triggers", index: 1, blank: Some("b".into()), field: "text" }
    }

    #[test]
    fn lines_fill_the_blank_entry_and_follow_it() {
        let (_, after, title) = pasted(&into_blank(), "1. One\n2. Two\n3. Three", false);
        assert_eq!(told(&after), ["|Old", "|One", "|Two", "|Three", "|Last"]);
        assert_eq!(title, "Risk 4: 3 triggers pasted");
    }

    #[test]
    fn marks_are_kept_as_numbers_where_the_user_says_so() {
        let (_, after, _) = pasted(&into_blank(), "Social care:\n1. One\n2) Two", true);
        assert_eq!(told(&after), ["|Old", "|Social care:#", "1.|One", "2)|Two", "|Last"]);
    }

    #[test]
    fn lines_go_to_the_end_of_a_list() {
        let target = Target { list: "actions", index: 0, blank: None, field: "description" };
        let (_, after, title) = pasted(&target, "One:\nTwo", false);
        let actions: Vec<_> = after.risks[0].actions.iter().map(|it| it.description.as_str()).collect();
        assert_eq!((actions, title.as_str()), (vec!["One:", "Two"], "Risk 4: 2 actions pasted"));
    }

    #[test]
    fn only_an_entry_that_says_nothing_is_blank() {
        assert!(is_blank(&json!({"id": "x"})) && is_blank(&json!({"id": "x", "number": "1."})));
        assert!(!is_blank(&json!({"id": "x", "text": "y"})));
    }
}
