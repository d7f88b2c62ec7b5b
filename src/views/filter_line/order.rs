//! The popup in which the order is chosen: keys, the direction of each, and which decides first.

use leptos::prelude::*;
use register::filter::{Key, Of, SECTIONS, Sort, Subject, directions};

use super::ask;
use crate::components::popup::focus_first;
use crate::erased::{derived, each, heard, memo};
use crate::state::App;

/// What is offered as the next key, the most usual first.
const USUAL: [(&str, bool); 5] =
    [("residual", true), ("owners", false), ("next_review", false), ("category", false), ("title", false)];

/// The content of the popup.
pub fn order(app: App, of: Of) -> AnyView {
    let sorts = memo(move || app.place().sort);
    let places = memo(move || sorts.with(|sorts| (0..sorts.len()).collect::<Vec<_>>()));
    let none = move || {
        let text = "The rows stand in the register’s own order.";
        sorts.with(Vec::is_empty).then(|| view! { <p class="hint">{text}</p> }.into_any())
    };
    let add = move |_: web_sys::MouseEvent| ask(app, |place| place.sort.extend(next(&place.sort)));
    let clear = move |_: web_sys::MouseEvent| {
        ask(app, |place| place.sort.clear());
        focus_first();
    };
    let label = move || if sorts.with(Vec::is_empty) { "Sort by a field" } else { "Then by another field" };
    view! {
        <div class="order">
            {move || none()}
            <ol>{each(move || places.get(), |place| *place, move |place| key(app, of, sorts, place))}</ol>
            <div class="buttons">
                <button
                    type="button"
                    data-first
                    disabled=move || sorts.with(|sorts| next(sorts).is_none())
                    on:click=heard(add)
                >
                    {move || label()}
                </button>
                {move || sorts.with(|it| !it.is_empty()).then(|| view! {
                    <button type="button" class="quiet" on:click=heard(clear)>"Use the register’s order"</button>
                }.into_any())}
            </div>
        </div>
    }
    .into_any()
}

/// The first usual key that is not in use.
fn next(sorts: &[Sort]) -> Option<Sort> {
    let keys =
        USUAL.iter().filter_map(|(name, descending)| Some(Sort { key: Key::of(name)?, descending: *descending }));
    keys.into_iter().find(|it| sorts.iter().all(|sort| sort.key != it.key))
}

/// One key, by its place.
fn key(app: App, of: Of, sorts: Memo<Vec<Sort>>, place: usize) -> AnyView {
    let sort = memo(move || sorts.with(|sorts| sorts.get(place).copied().unwrap_or_default()));
    let name = derived(move || label(sort.get().key));
    let change =
        move |change: &dyn Fn(&mut Sort)| ask(app, |asked| asked.sort.get_mut(place).into_iter().for_each(change));
    let by = move |event: web_sys::Event| {
        if let Some(key) = Key::of(&event_target_value(&event)) {
            // Another key begins in its own usual direction, not in that of the one before.
            let descending = USUAL.iter().any(|(name, down)| *down && Key::of(name) == Some(key));
            change(&|sort| *sort = Sort { key, descending });
        }
    };
    let way = move |event: web_sys::Event| {
        let descending = event_target_value(&event) == "down";
        change(&|sort| sort.descending = descending);
    };
    let up = move |_: web_sys::MouseEvent| {
        ask(app, |asked| asked.sort.swap(place - 1, place));
        // The key goes up, and the focus with it, unless there it has no such button.
        if place == 1 { focus_first() } else { focus_up(place - 1) }
    };
    let remove = move |_: web_sys::MouseEvent| {
        let is_last = sorts.with_untracked(|sorts| sorts.len() == place + 1);
        ask(app, |asked| {
            asked.sort.remove(place);
        });
        if is_last {
            focus_first();
        }
    };
    let ways = move || {
        let sort = sort.get();
        let [up, down] = directions(sort.key);
        view! {
            <option value="up" selected=!sort.descending>{up}</option>
            <option value="down" selected=sort.descending>{down}</option>
        }
        .into_any()
    };
    view! {
        <li>
            <select aria-label=if place == 0 { "Sort by" } else { "Then by" } prop:value=move || sort.get().key.name() on:change=heard(by)>
                {keys(of, sort)}
            </select>
            <select
                aria-label=move || format!("Direction of {}", name.get())
                prop:value=move || if sort.get().descending { "down" } else { "up" }
                on:change=heard(way)
            >
                {move || ways()}
            </select>
            {(place > 0).then(|| view! {
                <button type="button" class="quiet" data-up=place.to_string() aria-label=move || format!("Move {} up", name.get()) on:click=heard(up)>"↑"</button>
            }.into_any())}
            <button type="button" class="quiet" aria-label=move || format!("Remove {}", name.get()) on:click=heard(remove)>"✕"</button>
        </li>
    }
    .into_any()
}

fn focus_up(place: usize) {
    request_animation_frame(move || {
        use wasm_bindgen::JsCast;
        let button = document().query_selector(&format!("dialog[open] [data-up='{place}']")).ok().flatten();
        if let Some(button) = button.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            button.focus().unwrap_or_default();
        }
    });
}

fn label(key: Key) -> String {
    Subject::of(key.name()).map_or_else(|| "The register’s order".to_owned(), Subject::label)
}

/// The keys that rows of this kind can be sorted by.
fn keys(of: Of, sort: Memo<Sort>) -> AnyView {
    let option = move |subject: &'static Subject| {
        let selected = move || sort.get().key.name() == subject.name;
        view! { <option value=subject.name selected=selected>{subject.label()}</option> }.into_any()
    };
    let suits = move |subject: &&Subject| subject.belongs_to() == Of::Risk || subject.belongs_to() == of;
    let sections = SECTIONS.iter().filter_map(|section| {
        let options: Vec<AnyView> = section.subjects.iter().filter(suits).map(option).collect();
        (!options.is_empty()).then(|| view! { <optgroup label=section.label>{options}</optgroup> }.into_any())
    });
    view! {
        {sections.collect::<Vec<_>>()}
        <option value="order" selected=move || sort.get().key == Key::Order>"The register’s order"</option>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_key_is_one_that_is_not_in_use() {
        let mut sorts = Vec::new();
        for _ in USUAL {
            sorts.push(next(&sorts).expect("a key"));
        }
        assert_eq!(next(&sorts), None);
        assert_eq!(sorts[0], Sort::down(Key::Field("residual")));
        let mut names: Vec<_> = sorts.iter().map(|sort| sort.key.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), USUAL.len());
    }
}
