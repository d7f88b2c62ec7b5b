//! The controls, laid out as on the published cards: adequacy, critical success and assurance beside each.

use leptos::prelude::*;

use super::item::Item;
use super::list::ItemList;
use super::several;
use super::sheet::{Card, Look};
use crate::erased::heard;

/// The table of controls.
pub fn table(card: Card) -> AnyView {
    let columns = [("Control", ""), ("Adequacy", "narrow"), ("Critical success", ""), ("Assurance", "")];
    ItemList::new(card, "controls").table("Controls", &columns, row)
}

fn row(item: Item) -> AnyView {
    let field = move |name, label, add| item.field(name, Look { label: Some(label), add, bare: false });
    view! {
        <tr
            role="row"
            data-item=item.id().0
            class="item"
            class:dragged=move || item.is_dragged()
            aria-label=move || item.name()
            on:keydown=heard(move |event: web_sys::KeyboardEvent| item.keys(&event))
            on:paste=heard(move |event: web_sys::ClipboardEvent| several::pasted_into(item, &event))
        >
            <td role="cell">
                {item.texts()}
            </td>
            <td role="cell">
                <div class="headed">{field("adequacy", "Adequacy", "")}</div>
                <div class="minor">{field("kind", "Type", "")}</div>
                <div class="minor">{field("owners", "Owner", "Add")}</div>
            </td>
            <td role="cell">
                <div class="headed">{field("critical_success", "Critical success", "Add what shows success")}</div>
            </td>
            <td role="cell" class="last">
                <div class="headed">{field("assurance", "Assurance", "Add an assurance")}</div>
                {item.tools(move || item.add_title().into_iter().collect())}
            </td>
        </tr>
    }
    .into_any()
}
