//! The editor over a cell: same place, same font. Enter keeps, Escape gives back, Tab keeps and goes on.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::columns::{Holds, catalogue};
use super::sheet::RowId;
use super::state::GridState;
use crate::components::{Matrix, suggest::Suggest};
use crate::erased::{derived, effect, heard};
use crate::fields::{self, Kind};

/// The editor of a cell.
#[component]
pub fn CellEditor(
    /// What the cells share.
    state: GridState,
    /// The row.
    row: RowId,
    /// The column's place in the catalogue.
    place: usize,
    /// What was typed to begin with; it replaces the value.
    typed: Option<String>,
) -> impl IntoView {
    let app = state.app;
    let (spec, column) = (&catalogue(state.sheet)[place], place);
    let place = state.sheet.place(&row, spec.of);
    let kind = fields::kind(&place, spec.field);
    let before = match spec.holds {
        Holds::Points => super::block::text_of(state, &row, spec),
        _ => fields::show(kind, &app.value(&place, spec.field)),
    };
    let error = RwSignal::new(None::<String>);
    // These two outlast the editor.
    let text = ArcStoredValue::new(typed.clone().unwrap_or_else(|| before.clone()));
    // The cell is left once: by key, or by taking the focus away. The second of two must not save again.
    let left = ArcStoredValue::new(false);
    on_cleanup({
        let (text, left, row) = (text.clone(), left.clone(), row.clone());
        move || {
            if left.get_value() {
                return;
            }
            // Taken off the page while it was open, as when the window becomes narrow: it goes on with this text.
            state.editing.try_update_untracked(|editing| {
                if let Some(editing) = editing.as_mut().filter(|it| it.row == row && it.column == column) {
                    editing.typed = Some(text.get_value());
                }
            });
        }
    });
    let close = {
        let (left, row) = (left.clone(), row.clone());
        move |refocus: bool| {
            left.set_value(true);
            app.drop_draft();
            state.editing.set(None);
            if refocus && let Some(line) = state.line_of(&row) {
                state.focus(line, state.shown_at(column).unwrap_or_default());
            }
        }
    };
    let take = {
        let place = place.clone();
        move |text: &str| match app.type_in(&place, spec.field, text) {
            Ok(()) => true,
            Err(wrong) => {
                error.try_set(Some(wrong));
                false
            }
        }
    };
    let names = Suggest::names();
    let on_key = {
        let (take, close, text, row) = (take.clone(), close.clone(), text.clone(), row.clone());
        move |event: web_sys::KeyboardEvent| {
            // The grid's own keys do not reach into an editor, and of the page's only those that lead elsewhere.
            if !leads_away(&event) {
                event.stop_propagation();
            }
            if kind == Kind::Names && names.key(&event) {
                return;
            }
            let line = state.line_of(&row).unwrap_or_default();
            let at = state.shown_at(column).unwrap_or_default();
            // On the matrix, Enter chooses the cell; from the text, Down leads to the matrix.
            let on_matrix = within(&event, ".matrix");
            if !on_matrix && event.key() == "ArrowDown" && to_matrix(&event) {
                return event.prevent_default();
            }
            if is_save(&event) {
                // The page's own key, once what was typed has landed.
                if take(&text.get_value()) {
                    close(false);
                    state.focus(line, at);
                }
                return;
            }
            let to = match (event.key().as_str(), event.shift_key(), event.alt_key()) {
                ("Enter", ..) if on_matrix => return,
                ("Enter", _, true) => return break_line(&event),
                ("Escape", ..) => {
                    event.prevent_default();
                    return close(true);
                }
                ("Enter", false, false) => (state.step(line, 1, true), at),
                ("Enter", true, false) => (state.step(line, 1, false), at),
                ("Tab", false, _) => (line, at + 1),
                ("Tab", true, _) => (line, at.saturating_sub(1)),
                _ => return,
            };
            event.prevent_default();
            if take(&text.get_value()) {
                close(false);
                state.focus(to.0, to.1);
            }
        }
    };
    let on_blur = {
        let (take, close, text, left) = (take, close.clone(), text.clone(), left.clone());
        move |_| {
            if !left.get_value() && take(&text.get_value()) {
                close(false);
            }
        }
    };
    let drafter = app.drafter(place, spec.field.to_owned());
    let on_text = {
        let text = text.clone();
        move |new: String| {
            text.set_value(new.clone());
            drafter(new);
        }
    };
    let label = spec.label;
    let editor = match (spec.holds, kind) {
        (Holds::Score(which), _) => {
            let choose_risk = row.risk.clone();
            let value = app.risk(&row.risk);
            let value = derived(move || {
                value.as_ref().map(|risk| risk.with(|risk| risk.assessment(which).clone())).unwrap_or_default()
            });
            let choose = Callback::new(move |cell| {
                left.set_value(true);
                app.assess(&choose_risk, which, Some(cell));
                close(true);
            });
            view! {
                <div class="score-editor">
                    {line(label, text.get_value(), on_text)}
                    <Matrix label=which.label() value choose />
                </div>
            }
            .into_any()
        }
        (Holds::Points, _) => many_lines(label, text.get_value(), on_text),
        (_, Kind::Choice(choice)) => {
            let names = app.head.with_untracked(|head| choice.names(&head.criteria));
            pick(label, &before, typed.as_deref(), names, choice == fields::Choice::Status, text)
        }
        (_, Kind::Names) => names_of(label, text.get_value(), names, on_text),
        (_, Kind::Line | Kind::Number | Kind::Date) => line(label, text.get_value(), on_text),
        _ => many_lines(label, text.get_value(), on_text),
    };
    let told = NodeRef::<html::Span>::new();
    effect(move || {
        // Beside the last column in sight it would stand half outside.
        if let (true, Some(told)) = (error.with(Option::is_some), told.get()) {
            request_animation_frame(move || into_sight(&told));
        }
    });
    view! {
        <div
            class="editor"
            on:keydown=heard(on_key)
            on:focusout=heard(move |event: web_sys::FocusEvent| {
                // Moving within the editor, from the text to the matrix, is not leaving it. Nor is a look at another
                // window: then the field keeps the focus within the page.
                let editor = event.current_target().and_then(|it| it.dyn_into::<web_sys::Node>().ok());
                let to = event.related_target().and_then(|it| it.dyn_into::<web_sys::Node>().ok());
                let stays = document().active_element().map(Into::into);
                let inside = |node: Option<web_sys::Node>| {
                    node.is_some() && editor.as_ref().is_some_and(|editor| editor.contains(node.as_ref()))
                };
                if !inside(to) && !inside(stays) {
                    on_blur(());
                }
            })
        >
            {editor}
            <span class="error" role="alert" node_ref=told>{move || error.get()}</span>
        </div>
    }
    .into_any()
}

/// Scrolls the grid as little as it takes to show all of an element.
fn into_sight(element: &web_sys::Element) {
    let least = web_sys::ScrollIntoViewOptions::new();
    least.set_block(web_sys::ScrollLogicalPosition::Nearest);
    least.set_inline(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&least);
}

/// Breaks the line at the caret, as Alt and Enter do in spreadsheets.
fn break_line(event: &web_sys::KeyboardEvent) {
    let area = event.target().and_then(|it| it.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    let Some((area, at)) = area.and_then(|area| Some((area.clone(), area.selection_end().ok()??))) else { return };
    event.prevent_default();
    if area.set_range_text("\n").is_ok() {
        area.set_selection_range(at + 1, at + 1).unwrap_or_default();
        if let Ok(input) = web_sys::Event::new("input") {
            area.dispatch_event(&input).unwrap_or_default();
        }
    }
}

/// Whether these are keys of the page that work wherever something is typed: the palette's, Save, and Alt with a figure.
fn leads_away(event: &web_sys::KeyboardEvent) -> bool {
    let control = event.ctrl_key() || event.meta_key();
    (control && event.code() == "KeyK")
        || is_save(event)
        || (event.alt_key() && !control && event.code().starts_with("Digit"))
}

fn is_save(event: &web_sys::KeyboardEvent) -> bool {
    (event.ctrl_key() || event.meta_key()) && event.code() == "KeyS"
}

/// Whether a key was pressed inside something.
fn within(event: &web_sys::KeyboardEvent, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.closest(selector).ok().flatten().is_some())
}

/// Puts the focus on the matrix of the editor, if it has one.
fn to_matrix(event: &web_sys::KeyboardEvent) -> bool {
    let editor = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let cell = editor.and_then(|editor| editor.query_selector(".matrix [tabindex='0']").ok().flatten());
    cell.is_some_and(|cell| cell.unchecked_into::<web_sys::HtmlElement>().focus().is_ok())
}

fn line(label: &'static str, text: String, on_text: impl Fn(String) + 'static) -> AnyView {
    let node = NodeRef::<html::Input>::new();
    effect(move || {
        if let Some(input) = node.get() {
            // Set here and not as a property of the view, which would set it once more and move the caret from its end.
            input.set_value(&text);
            input.focus().unwrap_or_default();
        }
    });
    view! {
        <input type="text" autocomplete="off" node_ref=node aria-label=label
            on:input=heard(move |event: web_sys::Event| on_text(event_target_value(&event))) />
    }
    .into_any()
}

/// Names, with those that the register knows offered while one is typed.
fn names_of(label: &'static str, text: String, names: Suggest, on_text: impl Fn(String) + 'static) -> AnyView {
    let (node, rows) = begun(text);
    view! {
        <textarea
            node_ref=node
            rows=move || rows.get()
            aria-label=label
            aria-autocomplete="list"
            aria-controls=names.id()
            aria-activedescendant=move || names.active_id()
            on:input=heard(move |event: web_sys::Event| {
                let text = event_target_value(&event);
                rows.set(rows_of(&text));
                on_text(text);
                names.typed(&event);
            })
            on:blur=heard(move |_| names.close())
        ></textarea>
        {names.list()}
    }
    .into_any()
}

fn many_lines(label: &'static str, text: String, on_text: impl Fn(String) + 'static) -> AnyView {
    let (node, rows) = begun(text);
    view! {
        <textarea
            node_ref=node
            rows=move || rows.get()
            aria-label=label
            on:input=heard(move |event: web_sys::Event| {
                let text = event_target_value(&event);
                rows.set(rows_of(&text));
                on_text(text);
            })
        ></textarea>
    }
    .into_any()
}

/// A field for several lines that has the focus from the beginning, the caret at its end; and how many lines it has, by
/// which it grows where the browser cannot size it by its text.
fn begun(text: String) -> (NodeRef<html::Textarea>, RwSignal<String>) {
    let node = NodeRef::<html::Textarea>::new();
    let rows = RwSignal::new(rows_of(&text));
    effect(move || {
        if let Some(area) = node.get() {
            area.set_value(&text);
            area.focus().unwrap_or_default();
        }
    });
    (node, rows)
}

fn rows_of(text: &str) -> String {
    text.split('\n').count().to_string()
}

fn pick(
    label: &'static str,
    before: &str,
    typed: Option<&str>,
    mut names: Vec<String>,
    must: bool,
    text: ArcStoredValue<String>,
) -> AnyView {
    if !before.is_empty() && !names.iter().any(|name| name == before) {
        names.push(before.to_owned());
    }
    // A letter typed on the cell chooses the first name that begins with it.
    let begins = typed.and_then(|typed| {
        let typed = typed.to_lowercase();
        names.iter().find(|name| name.to_lowercase().starts_with(&typed)).cloned()
    });
    let chosen = begins.unwrap_or_else(|| before.to_owned());
    text.set_value(chosen.clone());
    let node = NodeRef::<html::Select>::new();
    effect(move || {
        if let Some(select) = node.get() {
            select.focus().unwrap_or_default();
        }
    });
    let option = |name: String| {
        let (selected, shown) = (name == chosen, crate::components::field::capital(&name));
        view! { <option value=name selected=selected>{shown}</option> }.into_any()
    };
    let options = names.into_iter().map(option).collect_view();
    view! {
        <select
            node_ref=node
            aria-label=label
            on:change=heard(move |event: web_sys::Event| text.set_value(event_target_value(&event)))
        >
            {(!must).then(|| view! { <option value="">"–"</option> }.into_any())}
            {options}
        </select>
    }
    .into_any()
}
