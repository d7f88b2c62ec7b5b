//! The controls, laid out as on the published cards: adequacy, critical success and assurance beside each.

use leptos::prelude::*;

use super::item::Item;
use super::list::ItemList;
use super::sheet::{Card, Look};

/// The table of controls.
pub fn table(card: Card) -> AnyView {
    let list = ItemList::new(card, "controls");
    view! {
        <section data-list=list.name>
            <h3 id="card-controls">"Controls"</h3>
            <table
                class="items"
                role="table"
                aria-labelledby="card-controls"
                hidden=move || list.ids.with(Vec::is_empty)
            >
                <thead>
                    <tr>
                        <th scope="col">"Control"</th>
                        <th scope="col" class="narrow">"Adequacy"</th>
                        <th scope="col">"Critical success"</th>
                        <th scope="col">"Assurance"</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{list.rows(row)}</tbody>
            </table>
            {list.add_button()}
        </section>
    }
    .into_any()
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
