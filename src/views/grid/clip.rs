//! Cut, copy and paste of cells, from and to spreadsheets and documents: tab-separated text and HTML.

use exchange::table::{html, read_tsv, tsv};
use leptos::prelude::*;
use register::change::Change;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, Element};

use super::block::{Put, chosen, text_of};
use super::columns::{Holds, catalogue};
use super::sheet::{RowId, Sheet};
use super::state::GridState;

/// Puts the chosen cells on the clipboard.
pub fn copy(state: GridState, event: &ClipboardEvent) {
    if let Some(count) = put_on(state, event) {
        state.app.tell(format!("Copied {count} cell{}.", if count == 1 { "" } else { "s" }));
    }
}

/// Puts the chosen cells on the clipboard and empties them.
pub fn cut(state: GridState, event: &ClipboardEvent) {
    if put_on(state, event).is_some() {
        clear(state, "Cut");
    }
}

/// Empties the chosen cells; controls and actions stay.
pub fn clear(state: GridState, done: &str) {
    let (rows, columns) = chosen(state);
    let mut put = Put::default();
    for column in columns.into_iter().filter(|it| it.holds != Holds::Items) {
        rows.iter().for_each(|row| put.put(state, row, column, ""));
    }
    if put.cells == 0 {
        return state.app.tell("Controls and actions are deleted in their own grids, or on the card.".to_owned());
    }
    put.commit(state, done);
}

/// Whether the event is about cells: not about text in an editor.
fn on_cells(state: GridState, event: &ClipboardEvent) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let in_field = target.is_some_and(|it| it.closest("input, textarea, select").ok().flatten().is_some());
    !in_field && state.editing.with_untracked(Option::is_none)
}

fn put_on(state: GridState, event: &ClipboardEvent) -> Option<usize> {
    let data = event.clipboard_data().filter(|_| on_cells(state, event))?;
    let (rows, columns) = chosen(state);
    let line = |row: &RowId| columns.iter().map(|column| text_of(state, row, column)).collect::<Vec<_>>();
    let cells: Vec<Vec<String>> = rows.iter().map(line).collect();
    data.set_data("text/plain", &tsv(&cells)).ok()?;
    data.set_data("text/html", &html(&cells)).ok()?;
    event.prevent_default();
    Some(rows.len() * columns.len()).filter(|count| *count > 0)
}

/// Puts what is on the clipboard into the cells from the first chosen one on. One cell fills all that are chosen;
/// more rows than there are make new risks.
pub fn paste(state: GridState, event: &ClipboardEvent) {
    let Some(data) = event.clipboard_data().filter(|_| on_cells(state, event)) else { return };
    let Some(range) = untrack(|| state.range()) else { return };
    event.prevent_default();
    let cells = cells_of(&data);
    let (height, width) = (cells.len(), cells.iter().map(Vec::len).max().unwrap_or_default());
    if width == 0 {
        return;
    }
    // A block that fits several times into what is chosen fills it.
    let times = |chosen: usize, block: usize| if chosen.is_multiple_of(block) { chosen.max(block) } else { block };
    let tall = times(range.lines.1 - range.lines.0 + 1, height);
    let wide = times(range.columns.1 - range.columns.0 + 1, width);
    let mut put = Put::default();
    let rows = rows_from(state, range.lines.0, tall, &mut put.changes);
    let columns: Vec<usize> =
        state.columns.with_untracked(|columns| columns.iter().skip(range.columns.0).take(wide).copied().collect());
    for (down, row) in rows.iter().enumerate() {
        for (across, place) in columns.iter().enumerate() {
            if let Some(text) = cells[down % height].get(across % width) {
                put.put(state, row, &catalogue(state.sheet)[*place], text);
            }
        }
    }
    let (last, right) = (rows.len().saturating_sub(1), columns.len().saturating_sub(1));
    put.commit(state, "Pasted");
    state.block.set(None);
    state.anchor.set(Some((range.lines.0, range.columns.0)));
    state.go(range.lines.0 + last, range.columns.0 + right, true);
}

/// So many rows from a line on; on the sheet of risks, new ones where there are not so many, with the changes that add
/// them.
fn rows_from(state: GridState, line: usize, count: usize, changes: &mut Vec<Change>) -> Vec<RowId> {
    let mut rows: Vec<RowId> = state
        .lines
        .with_untracked(|lines| lines.iter().skip(line).filter_map(|line| line.row().cloned()).take(count).collect());
    if state.sheet == Sheet::Risks {
        let (number, risks) = state.app.next_number();
        for (more, place) in (0..count - rows.len()).enumerate() {
            let number = number.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
            let (risk, change) = state.app.adding_risk(number, risks + place);
            changes.push(change);
            rows.push(RowId { risk, item: None });
        }
    }
    rows
}

/// The cells on the clipboard. Spreadsheets put good text beside their HTML; in the text of a table from a document,
/// line breaks within a cell cannot be told from those between rows.
fn cells_of(data: &DataTransfer) -> Vec<Vec<String>> {
    let get = |kind: &str| data.get_data(kind).unwrap_or_default();
    let (text, markup) = (get("text/plain"), get("text/html"));
    let from_spreadsheet = ["office:excel", "google-sheets", "LibreOffice", "mso-number-format"];
    let from_document = markup.contains("<table") && !from_spreadsheet.iter().any(|mark| markup.contains(mark));
    let table = from_document.then(|| table_of(&markup)).flatten();
    table.unwrap_or_else(|| read_tsv(&text))
}

/// The cells of the first table in HTML, which the browser parses without running or loading anything of it.
fn table_of(markup: &str) -> Option<Vec<Vec<String>>> {
    // The page's policy bars styles in what is parsed too, and would say so at each one; only the text is wanted.
    let markup =
        &markup.replace("<style", "<template").replace("</style", "</template").replace(" style=", " data-style=");
    let page = web_sys::DomParser::new().ok()?.parse_from_string(markup, web_sys::SupportedType::TextHtml).ok()?;
    let rows = page.query_selector("table").ok()??.query_selector_all("tr").ok()?;
    let list = |nodes: web_sys::NodeList| (0..nodes.length()).filter_map(move |at| nodes.get(at));
    let text = |cell: web_sys::Node| cell.dyn_into::<Element>().ok().map(|it| text_in(&it));
    let row = |row: web_sys::Node| {
        let cells = row.dyn_into::<Element>().ok()?.query_selector_all("td, th").ok()?;
        Some(list(cells).filter_map(text).collect())
    };
    let rows: Vec<Vec<String>> = list(rows).filter_map(row).collect();
    (!rows.is_empty()).then_some(rows)
}

/// The text of a cell: a line for each paragraph.
fn text_in(cell: &Element) -> String {
    let paragraphs = cell.query_selector_all("p, li").ok();
    let parts: Vec<String> = match paragraphs {
        Some(found) if found.length() > 0 => {
            (0..found.length()).filter_map(|at| found.get(at)?.text_content()).collect()
        }
        _ => vec![cell.text_content().unwrap_or_default()],
    };
    let plain = |part: &String| part.split_whitespace().collect::<Vec<_>>().join(" ");
    parts.iter().map(plain).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}
