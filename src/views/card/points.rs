//! Triggers, likelihood factors and consequences, side by side.

use leptos::prelude::*;
use serde_json::Value;

use super::item::Item;
use super::list::ItemList;
use super::several;
use super::sheet::{Card, Look};
use crate::components::menu::Entry;
use crate::erased::{heard, memo};

/// The three lists in columns.
pub fn columns(card: Card) -> AnyView {
    let column = move |name: &'static str, title: &'static str| {
        let list = ItemList::new(card, name);
        view! {
            <section data-list=name>
                <h3>{title}</h3>
                <ul class="points" role="list">{list.rows(point)}</ul>
                {list.add_button()}
            </section>
        }
        .into_any()
    };
    view! {
        <div class="point-lists">
            {column("triggers", "Triggers")}
            {column("causes", "Likelihood factors")}
            {column("consequences", "Consequences")}
        </div>
    }
    .into_any()
}

fn point(item: Item) -> AnyView {
    let text = match item.list.name {
        "triggers" => "Trigger",
        "causes" => "Likelihood factor",
        _ => "Consequence",
    };
    let heading = memo(move || item.value.with(|it| it.get("heading") == Some(&Value::Bool(true))));
    let toggle = move || {
        let to = if heading.get_untracked() { Value::Null } else { Value::Bool(true) };
        item.list.card.app.set(&item.place(), "heading", to);
    };
    let more = move || {
        let verb = if heading.get_untracked() { "Make it a point" } else { "Make it a heading" };
        vec![Entry::new(verb, toggle)]
    };
    let told = move || heading.get().then(|| view! { <span class="sr">"Heading"</span> }.into_any());
    view! {
        <li
            data-item=item.id().0
            class="item"
            class:heading=move || heading.get()
            class:dragged=move || item.is_dragged()
            on:keydown=heard(move |event: web_sys::KeyboardEvent| item.keys(&event))
            on:paste=heard(move |event: web_sys::ClipboardEvent| several::pasted_into(item, &event))
        >
            <div class="entry" role="group" aria-label=move || item.name()>
                {move || told()}
                <div class="mark">{item.field("number", Look { label: Some("Number"), bare: true, add: "·" })}</div>
                <div class="first">{item.field("text", Look { label: Some(text), add: "Add text", bare: true })}</div>
                {item.tools(more)}
            </div>
        </li>
    }
    .into_any()
}
