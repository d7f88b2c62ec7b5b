//! What the parts of a grid share: its lines, where the cursor is, what is chosen, what is being edited.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use register::Id;
use wasm_bindgen::JsCast;

use super::columns::{Column, Layout};
use super::density::Density;
use super::head::Dragged;
use super::heights::Heights;
use super::lines::{Line, Offsets, nearest_row};
use super::range::Range;
use super::sheet::{RowId, Sheet};
use crate::route::{Place, Route, View};
use crate::state::App;

/// A cell, or the heading of a column where there is no line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// The line from 0; none: the headings.
    pub line: Option<usize>,
    /// The column from 0, from the left.
    pub column: usize,
}

/// A cell being edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    /// The row.
    pub row: RowId,
    /// The column's place in the catalogue.
    pub column: usize,
    /// A character that was typed to begin with; it replaces the value.
    pub typed: Option<String>,
}

/// What the parts of a grid share. Copies share it.
#[derive(Clone, Copy)]
pub struct GridState {
    /// The page's state.
    pub app: App,
    /// What the rows are.
    pub sheet: Sheet,
    /// The part that scrolls.
    pub node: NodeRef<html::Div>,
    /// The lines, in order.
    pub lines: Memo<Arc<Vec<Line>>>,
    /// Where each begins.
    pub offsets: Memo<Arc<Offsets>>,
    /// The columns as the user has arranged them.
    pub layout: RwSignal<Layout>,
    /// The places in the catalogue of the columns that are shown.
    pub columns: Memo<Arc<Vec<usize>>>,
    /// How many of them stay in sight.
    pub frozen: Memo<usize>,
    /// The cell that has or had the focus.
    pub cursor: RwSignal<At>,
    /// The other corner of the chosen cells: line and column.
    pub anchor: RwSignal<Option<(usize, usize)>>,
    /// The chosen cells where the cursor is none of their corners: all of them, or a column.
    pub block: RwSignal<Option<Range>>,
    /// Where choosing by drag began: line and column.
    pub dragging: StoredValue<Option<(usize, usize)>>,
    /// The heading that is being dragged.
    pub dragged: RwSignal<Option<Dragged>>,
    /// The row whose fields are edited in a sheet from below, on a narrow page.
    pub below: RwSignal<Option<RowId>>,
    /// The rows that are marked one by one.
    pub marked: RwSignal<BTreeSet<RowId>>,
    /// The cell being edited, and the text its editor starts with.
    pub editing: RwSignal<Option<Editing>>,
    /// How much of its text a row shows.
    pub density: Memo<Density>,
    /// The heights of rows that show all their text.
    pub heights: Heights,
}

impl GridState {
    /// The row of a line.
    pub fn row_at(self, line: usize) -> Option<RowId> {
        self.lines.with_untracked(|lines| lines.get(line).and_then(Line::row).cloned())
    }

    /// The line of a row, which may not be the cursor's: another tab can delete rows above it.
    pub fn line_of(self, row: &RowId) -> Option<usize> {
        self.lines.with_untracked(|lines| lines.iter().position(|line| line.row() == Some(row)))
    }

    /// The row that the cursor is in.
    pub fn current(self) -> Option<RowId> {
        self.row_at(self.cursor.get_untracked().line?)
    }

    /// The column at a place from the left.
    pub fn column(self, at: usize) -> Option<&'static Column> {
        self.layout.with_untracked(|layout| layout.column(self.sheet, at))
    }

    /// The place from the left of a column of the catalogue, if it is shown.
    pub fn shown_at(self, place: usize) -> Option<usize> {
        self.columns.with_untracked(|columns| columns.iter().position(|it| *it == place))
    }

    /// The last column.
    pub fn last_column(self) -> usize {
        self.columns.with_untracked(|columns| columns.len()).saturating_sub(1)
    }

    /// The chosen cells; followed. One cell where no more are chosen; none while a heading has the focus.
    pub fn range(self) -> Option<Range> {
        if let Some(block) = self.block.get() {
            return Some(block);
        }
        let cursor = self.cursor.get();
        let line = cursor.line?;
        Some(Range::between(self.anchor.get().unwrap_or((line, cursor.column)), (line, cursor.column)))
    }

    /// The rows that deeds are done to, in order; followed: those that are marked, else those of the chosen cells.
    pub fn chosen(self) -> Vec<RowId> {
        let range = self.range();
        self.marked.with(|marked| {
            self.lines.with(|lines| {
                let rows = lines.iter().enumerate().filter_map(|(at, line)| Some((at, line.row()?)));
                let chosen = rows.filter(|(at, row)| {
                    if marked.is_empty() { range.is_some_and(|it| it.has_line(*at)) } else { marked.contains(row) }
                });
                chosen.map(|(_, row)| row.clone()).collect()
            })
        })
    }

    /// Puts the focus on a cell and chooses it alone, once it is drawn.
    pub fn focus(self, line: usize, column: usize) {
        self.unblock();
        self.go(line, column, true);
    }

    /// Puts the focus on a cell; what is chosen reaches from where it began to there.
    pub fn extend(self, line: usize, column: usize) {
        let At { line: Some(from), column: at } = self.cursor.get_untracked() else { return };
        if self.block.with_untracked(Option::is_some) {
            self.block.set(None);
        }
        if self.anchor.with_untracked(Option::is_none) {
            self.anchor.set(Some((from, at)));
        }
        self.go(line, column, true);
    }

    /// Chooses the cell of the cursor alone.
    pub fn unblock(self) {
        if self.block.with_untracked(Option::is_some) {
            self.block.set(None);
        }
        if self.anchor.with_untracked(Option::is_some) {
            self.anchor.set(None);
        }
    }

    /// Puts the focus on the heading of a column.
    pub fn focus_heading(self, column: usize) {
        self.unblock();
        let to = At { line: None, column: column.min(self.last_column()) };
        self.cursor.set(to);
        self.scroll_across(to.column);
        request_animation_frame(move || self.focus_drawn(to));
    }

    /// Puts the cursor on a cell and scrolls there; the focus follows if asked to.
    pub fn go(self, line: usize, column: usize, focus: bool) {
        let at = self.lines.with_untracked(|lines| {
            nearest_row(lines, line, true).or_else(|| nearest_row(lines, line.min(lines.len()), false))
        });
        let Some(line) = at else { return };
        let to = At { line: Some(line), column: column.min(self.last_column()) };
        self.cursor.set(to);
        self.scroll_to(line, to.column);
        if focus {
            request_animation_frame(move || self.focus_drawn(to));
        }
    }

    /// The next row from a line, up or down by so many; the first or last one where there are not so many.
    pub fn step(self, line: usize, by: usize, down: bool) -> usize {
        self.lines.with_untracked(|lines| {
            let to = if down { (line + by).min(lines.len().saturating_sub(1)) } else { line.saturating_sub(by) };
            nearest_row(lines, to, down).or_else(|| nearest_row(lines, to, !down)).unwrap_or(line)
        })
    }

    fn focus_drawn(self, at: At) {
        // What is being typed by then keeps the focus: it would land half finished.
        if self.editing.try_with_untracked(Option::is_some).unwrap_or(true) {
            return;
        }
        let name = at.line.map_or("head".to_owned(), |line| line.to_string());
        // By the time of the next frame the user may have gone elsewhere.
        let cell = self
            .node
            .try_get_untracked()
            .flatten()
            .and_then(|node| node.query_selector(&format!("[data-cell='{name}-{}']", at.column)).ok().flatten());
        if let Some(cell) = cell {
            cell.unchecked_into::<web_sys::HtmlElement>().focus().unwrap_or_default();
        }
    }

    /// Scrolls just so far that a cell is in sight, below the headings and beside the columns that stay.
    pub fn scroll_to(self, line: usize, column: usize) {
        self.scroll_down(line);
        self.scroll_across(column);
    }

    fn scroll_down(self, line: usize) {
        let Some(node) = self.node.try_get_untracked().flatten() else { return };
        let head = node.query_selector(".grid-head").ok().flatten().map_or(0.0, |head| f64::from(head.client_height()));
        let (top, bottom) = self.offsets.with_untracked(|offsets| (offsets.top(line), offsets.top(line + 1)));
        let (from, height) = (f64::from(node.scroll_top()), f64::from(node.client_height()) - head);
        if top < from || bottom - top > height {
            node.set_scroll_top(top as i32);
        } else if bottom > from + height {
            node.set_scroll_top((bottom - height).ceil() as i32);
        }
    }

    fn scroll_across(self, column: usize) {
        let Some(node) = self.node.try_get_untracked().flatten() else { return };
        let (left, right, frozen, first) = self.layout.with_untracked(|layout| {
            let across = |at: usize| i32::try_from(layout.left(at)).unwrap_or(i32::MAX);
            (across(column), across(column + 1), across(layout.frozen), layout.frozen)
        });
        if column < first {
            return;
        }
        if left - frozen < node.scroll_left() {
            node.set_scroll_left(left - frozen);
        } else if right > node.scroll_left() + node.client_width() {
            node.set_scroll_left(right - node.client_width());
        }
    }

    /// Goes to the card of a risk.
    pub fn open_card(self, id: Id) {
        let place = self.app.place_untracked();
        self.app.go(&Route::Register(Place { view: View::Card, risk: Some(id), ..place }));
    }
}
