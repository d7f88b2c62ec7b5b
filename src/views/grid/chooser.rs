//! Which columns there are, in which order and how wide; sets of them under names.

use leptos::html;
use leptos::prelude::*;

use super::columns::{Layout, NARROWEST, WIDEST, catalogue, sets};
use super::kept;
use super::state::GridState;
use crate::components::{Dialog, Errors};
use crate::erased::{derived, each, heard, memo, shown_while};

/// The button that opens the dialog, and the dialog.
pub fn button(state: GridState) -> AnyView {
    let open = RwSignal::new(false);
    let title = derived(|| "Columns".to_owned());
    view! {
        <button type="button" aria-haspopup="dialog" on:click=heard(move |_| open.set(true))>"Columns"</button>
        <Dialog open title>
            <div class="chooser">
                {set_of(state)}
                {list(state)}
                {stay(state)}
                {keep(state)}
                <div class="buttons">
                    <button type="button" class="primary" on:click=heard(move |_| open.set(false))>"Done"</button>
                </div>
            </div>
        </Dialog>
    }
    .into_any()
}

fn arrange(state: GridState, how: impl FnOnce(&mut Layout)) {
    state.layout.update(how);
    state.unblock();
    kept::keep(state);
}

/// The sets to choose from: those that are offered, and the user's own.
fn set_of(state: GridState) -> AnyView {
    let (app, sheet) = (state.app, state.sheet);
    let own = memo(move || kept::names(app, sheet));
    let option = |value: String, name: String| view! { <option value=value>{name}</option> }.into_any();
    let offered = sets(sheet).iter().map(|set| option(format!("+{}", set.name), set.name.to_owned())).collect_view();
    let kept_ones = move || {
        let names = own.get();
        (!names.is_empty()).then(|| {
            let options = names.into_iter().map(|name| option(format!("-{name}"), name)).collect_view();
            view! { <optgroup label="Your own">{options}</optgroup> }.into_any()
        })
    };
    let choose = move |event: web_sys::Event| {
        let value = event_target_value(&event);
        let layout = match (value.as_str(), value.strip_prefix('-')) {
            ("all", _) => Some(Layout::every(sheet)),
            (_, Some(name)) => kept::set(app, sheet, name),
            (other, None) => {
                sets(sheet).iter().find(|set| other == format!("+{}", set.name)).map(|it| it.layout(sheet))
            }
        };
        if let Some(layout) = layout {
            arrange(state, |it| *it = layout);
        }
    };
    view! {
        <label class="field">
            <span class="label">"Use a set of columns"</span>
            <select on:change=heard(choose)>
                <option value="">"Choose a set"</option>
                {offered}
                {option("all".to_owned(), "Every field".to_owned())}
                {move || kept_ones()}
            </select>
        </label>
    }
    .into_any()
}

/// Every column with whether it is shown; those that are come first, in their order.
fn list(state: GridState) -> AnyView {
    let places = memo(move || {
        let mut places: Vec<usize> = state.columns.with(|columns| columns.to_vec());
        places.extend((0..catalogue(state.sheet).len()).filter(|place| !places.contains(place)).collect::<Vec<_>>());
        places
    });
    view! {
        <ul class="column-list" role="list" aria-label="Columns in their order">
            {each(move || places.get(), |place| *place, move |place| entry(state, place))}
        </ul>
    }
    .into_any()
}

fn entry(state: GridState, place: usize) -> AnyView {
    let column = &catalogue(state.sheet)[place];
    let label = column.full_label();
    let at = memo(move || state.columns.with(|columns| columns.iter().position(|it| *it == place)));
    let width = memo(move || state.layout.with(|layout| Some(layout.columns.get(at.get()?)?.width)));
    let toggle = move |event: web_sys::Event| {
        let show = event_target_checked(&event);
        arrange(state, |layout| layout.show(state.sheet, place, show));
    };
    let widen = move |event: web_sys::Event| {
        let (Some(at), Ok(width)) = (at.get_untracked(), event_target_value(&event).trim().parse::<u16>()) else {
            return;
        };
        arrange(state, |layout| layout.widen(at, width));
    };
    let shift = move |down: bool| {
        if let Some(at) = at.get_untracked() {
            arrange(state, |layout| layout.shift(at, if down { at + 1 } else { at - 1 }));
        }
    };
    let first = move || at.get().is_none_or(|at| at <= 1);
    let last = move || at.get().is_none_or(|at| at == 0 || at + 1 == state.columns.with(|columns| columns.len()));
    let shown = move || at.get().is_some();
    let names = [format!("Move {label} left"), format!("Move {label} right"), format!("Width of {label} in pixels")];
    let [up, down, wide] = names;
    view! {
        <li class:hidden-column=move || !shown()>
            <label class="check">
                <input type="checkbox" prop:checked=move || shown() disabled=place == 0 on:change=heard(toggle) />
                <span>{label}</span>
                <span class="hint">{(!column.full_label().starts_with(column.group)).then_some(column.group)}</span>
            </label>
            <input
                type="number"
                min=NARROWEST.to_string()
                max=WIDEST.to_string()
                step="8"
                aria-label=wide
                prop:value=move || width.get().map(|width| width.to_string()).unwrap_or_default()
                disabled=move || !shown()
                on:change=heard(widen)
            />
            <button type="button" class="quiet" aria-label=up aria-disabled=move || first().then_some("true")
                on:click=heard(move |_| if !untrack(first) { shift(false) })>"↑"</button>
            <button type="button" class="quiet" aria-label=down aria-disabled=move || last().then_some("true")
                on:click=heard(move |_| if !untrack(last) { shift(true) })>"↓"</button>
        </li>
    }
    .into_any()
}

fn stay(state: GridState) -> AnyView {
    let option = |count: usize| {
        let words = if count == 1 { "the first column".to_owned() } else { format!("the first {count} columns") };
        let selected = move || state.layout.with(|layout| layout.frozen == count);
        view! { <option value=count.to_string() selected=move || selected()>{words}</option> }.into_any()
    };
    let freeze = move |event: web_sys::Event| {
        if let Ok(count) = event_target_value(&event).parse() {
            arrange(state, |layout| layout.freeze(count));
        }
    };
    view! {
        <label class="field">
            <span class="label">"Keep in sight when scrolling sideways"</span>
            <select on:change=heard(freeze)>{(1..=4).map(option).collect_view()}</select>
        </label>
    }
    .into_any()
}

/// The id of the field for the name of a set.
const SET: &str = "set-name";

/// Keeping the columns as they are under a name, and forgetting such sets.
fn keep(state: GridState) -> AnyView {
    let node = NodeRef::<html::Input>::new();
    let errors = Errors::new();
    let own = memo(move || kept::names(state.app, state.sheet));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(input) = node.get_untracked() else { return };
        let name = input.value().trim().to_owned();
        if name.is_empty() {
            return errors.tell_one(SET, "Enter a name for the set.");
        }
        errors.tell(Vec::new());
        kept::name(state, &name);
        input.set_value("");
        state.app.tell(format!("The columns are kept as “{name}”."));
    };
    let row = move |name: String| {
        let (shown, label) = (name.clone(), format!("Delete the set {name}"));
        view! {
            <li>
                <span>{shown}</span>
                <button type="button" class="quiet" aria-label=label on:click=heard(move |_| kept::forget(state, &name))>
                    "Delete"
                </button>
            </li>
        }
        .into_any()
    };
    view! {
        <form class="keep-set" on:submit=heard(submit) novalidate>
            {errors.summary()}
            <div class="field">{errors.line(SET, "Keep these columns as a set", node, String::new())}</div>
            <button type="submit">"Save set"</button>
        </form>
        {shown_while(move || own.with(|own| !own.is_empty()), move || view! {
            <ul class="own-sets" role="list" aria-label="Your own sets">{each(move || own.get(), String::clone, row)}</ul>
        }.into_any())}
    }
    .into_any()
}
