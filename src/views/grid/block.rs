//! Blocks of cells as texts: read out for the clipboard, and put in from there or from the row above.

use leptos::prelude::*;
use register::change::Change;

use super::columns::{Column, Holds, catalogue};
use super::range::Range;
use super::sheet::RowId;
use super::state::GridState;

/// What putting texts into cells comes to.
#[derive(Default)]
pub struct Put {
    /// The changes, in order.
    pub changes: Vec<Change>,
    /// How many cells there were.
    pub cells: usize,
    /// What could not be put, in words.
    pub wrong: Vec<String>,
}

impl Put {
    /// Puts a text into a cell.
    pub fn put(&mut self, state: GridState, row: &RowId, column: &'static Column, text: &str) {
        self.cells += 1;
        let done = match column.holds {
            Holds::Field | Holds::Score(_) | Holds::Points => {
                state.app.typing_in(&state.sheet.place(row, column.of), column.field, text)
            }
            Holds::Items if text_of(state, row, column).trim() == text.trim() => Ok(None),
            Holds::Items => Err("Controls and actions have grids of their own.".to_owned()),
        };
        match done {
            Ok(change) => self.changes.extend(change),
            Err(wrong) => {
                let number = state.app.known(&row.risk).map(|risk| risk.printed_number()).unwrap_or_default();
                self.wrong.push(format!("{} of risk {number}: {wrong}", column.full_label()));
            }
        }
    }

    /// Makes the changes as one and tells what could not be put. `done` says what was done, e.g. `Pasted`.
    pub fn commit(self, state: GridState, done: &str) {
        let app = state.app;
        let good = self.cells - self.wrong.len();
        let cells = |count: usize| if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") };
        let title = format!("{done} {}", cells(good));
        let told = match self.wrong.as_slice() {
            [] => format!("{title}."),
            [one] => format!("{title}. One could not be read: {one}"),
            [first, ..] => format!("{title}. {} could not be read, the first: {first}", cells(self.wrong.len())),
        };
        if self.changes.is_empty() {
            return app.tell(if self.wrong.is_empty() { format!("{done}: nothing changes.") } else { told });
        }
        app.commit_told(Change::Several { title, changes: self.changes }, told);
    }
}

/// What a cell says, in the form in which it can be typed.
pub fn text_of(state: GridState, row: &RowId, column: &Column) -> String {
    state.app.known(&row.risk).map(|risk| column.typed_text(state.sheet, &risk, row)).unwrap_or_default()
}

/// The rows and columns that are chosen: those of the chosen cells, or the rows that are marked in all columns.
pub fn chosen(state: GridState) -> (Vec<RowId>, Vec<&'static Column>) {
    let rows = untrack(|| state.chosen());
    let marked = state.marked.with_untracked(|marked| !marked.is_empty());
    let range = untrack(|| state.range()).filter(|_| !marked);
    let columns = state.columns.with_untracked(|columns| {
        let all = columns.iter().enumerate();
        let has = |at: usize| range.is_none_or(|Range { columns: (first, last), .. }| (first..=last).contains(&at));
        all.filter(|(at, _)| has(*at)).map(|(_, place)| &catalogue(state.sheet)[*place]).collect()
    });
    (rows, columns)
}

/// Copies what stands in the first chosen row into the rows below it.
pub fn fill_down(state: GridState) {
    let (rows, columns) = chosen(state);
    let Some((first, below)) = rows.split_first().filter(|(_, below)| !below.is_empty()) else {
        return state.app.tell("Choose the cell to copy and the cells below it, then fill down.".to_owned());
    };
    let mut put = Put::default();
    for column in columns {
        let text = text_of(state, first, column);
        below.iter().for_each(|row| put.put(state, row, column, &text));
    }
    put.commit(state, "Filled");
}
