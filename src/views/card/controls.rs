//! The controls, laid out as on the published cards: adequacy, critical success and assurance beside each.

use leptos::prelude::*;

use super::item::Item;
use super::list::ItemList;
use super::sheet::{Card, Look};

/// The table of controls.
pub fn table(card: Card) -> AnyView {
    let columns = [("Control", ""), ("Adequacy", "narrow"), ("Critical success", ""), ("Assurance", "")];
    ItemList::new(card, "controls").table("Controls", &columns, row)
}

fn row(item: Item) -> AnyView {
    let field = move |name, label, add| item.field(name, Look { label: Some(label), add, bare: false });
    let bare = move |name, label, add| item.field(name, Look { label: Some(label), add, bare: true });
    view! {
        <tr role="row" data-item=item.id().0 class="item" aria-label=move || item.name()>
            <td role="cell">
                <div class="entry">
                    <div class="mark">{bare("number", "Number", "No.")}</div>
                    <div class="texts">
                        <div class="first">{bare("title", "Title", "Add a title")}</div>
                        {bare("description", "Description", "Add a description")}
                    </div>
                </div>
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
                {item.tools(().into_any())}
            </td>
        </tr>
    }
    .into_any()
}
