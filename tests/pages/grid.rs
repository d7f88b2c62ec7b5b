//! The grid: every risk a row.

use serde_json::{Value, json};

use crate::harness::{Page, Target, wait};

/// The grid. Risks go by their number as printed, columns by their heading; a score's column by its group's.
#[derive(Clone, Copy)]
pub struct Grid<'p>(&'p Page);

impl Page {
    /// The grid.
    pub const fn grid(&self) -> Grid<'_> {
        Grid(self)
    }
}

/// Where a column stands, from its heading; and the group's for `Score`.
const COLUMN: &str = "
    const grid = document.querySelector('[role=grid][aria-label=Risks]');
    const text = (it) => [...it.children].map((child) => child.textContent).join('').replace(/[ ↑↓]+$/, '');
    const groups = [...grid.querySelectorAll('[role=columnheader][aria-colspan]')]
        .flatMap((it) => Array(Number(it.getAttribute('aria-colspan'))).fill(text(it)));
    const columns = [...grid.querySelectorAll('[role=columnheader][aria-colindex]')]
        .map((it, place) => text(it) === 'Score' ? groups[place] : text(it));
    return columns.indexOf(arguments[0]) + 1";
/// Scrolls sideways, as a user does, until the columns that stay do not cover a column.
const REVEAL: &str = "
    const grid = document.querySelector('[role=grid][aria-label=Risks]');
    const cells = [...grid.querySelectorAll('[role=columnheader][aria-colindex]')].map((it) => it.getBoundingClientRect());
    const box = cells[arguments[0] - 1];
    const frozen = arguments[0] > 2 ? cells[1].right : 0;
    if (box && box.left < frozen) grid.scrollLeft -= frozen - box.left;";
/// Where a risk stands, from its number, and the numbers of all rows in the page in their order.
const ROWS: &str = "
    const rows = [...document.querySelectorAll('[role=grid][aria-label=Risks] [role=row][aria-rowindex]')]
        .map((it) => [Number(it.getAttribute('aria-rowindex')), it.querySelector('[role=gridcell]')?.innerText.trim()])
        .filter(([place]) => place > 2);
    return rows.sort((a, b) => a[0] - b[0])";

impl<'p> Grid<'p> {
    /// Waits until it is there.
    #[track_caller]
    pub fn wait(self) {
        self.0.role("grid", "Risks").wait();
    }

    /// The grid itself.
    pub fn itself(self) -> Target<'p> {
        self.0.role("grid", "Risks")
    }

    /// The numbers of the risks whose rows are in the page, from the top.
    pub fn numbers(self) -> Vec<String> {
        self.rows().into_iter().map(|(_, number)| number).collect()
    }

    fn rows(self) -> Vec<(u64, String)> {
        let rows = self.0.run(ROWS, &[]);
        let row = |it: &Value| (it[0].as_u64().unwrap_or_default(), it[1].as_str().unwrap_or_default().to_owned());
        rows.as_array().map(|rows| rows.iter().map(row).collect()).unwrap_or_default()
    }

    /// How many rows are in the page, headings included.
    pub fn rows_in_page(self) -> usize {
        self.0.css("[role=row]").count()
    }

    /// How many rows the grid says it has, headings included.
    #[track_caller]
    pub fn row_count(self) -> String {
        self.itself().attribute("aria-rowcount").unwrap_or_default()
    }

    /// A cell.
    #[track_caller]
    pub fn cell(self, number: &str, column: &str) -> Target<'p> {
        let row = wait::or_fail(wait::until(|| {
            let rows = self.rows();
            let row = rows.iter().find(|(_, it)| it == number).map(|(row, _)| *row);
            row.ok_or_else(|| format!("there is no risk {number} among {rows:?}"))
        }));
        let place = self.column(column);
        self.0.run(REVEAL, &[json!(place)]);
        self.0.css(&format!("[role=row][aria-rowindex='{row}'] > [aria-colindex='{place}']"))
    }

    #[track_caller]
    fn column(self, heading: &str) -> u64 {
        let place = self.0.run(COLUMN, &[json!(heading)]).as_u64().unwrap_or_default();
        assert!(place > 0, "the grid has no column {heading}");
        place
    }

    /// The heading of a column.
    #[track_caller]
    pub fn heading(self, column: &str) -> Target<'p> {
        let place = self.column(column);
        self.0.run(REVEAL, &[json!(place)]);
        self.0.css(&format!("[role=columnheader][aria-colindex='{place}']"))
    }

    /// What stands in a cell.
    #[track_caller]
    pub fn text(self, number: &str, column: &str) -> String {
        self.cell(number, column).css(".text").read()
    }

    /// A score as read aloud, e.g. `16 High, up since the last review`.
    #[track_caller]
    pub fn score(self, number: &str, which: &str) -> String {
        self.cell(number, which).css(".pill").attribute("title").unwrap_or_default()
    }

    /// Waits until a cell says something.
    #[track_caller]
    pub fn wait_text(self, number: &str, column: &str, text: &str) {
        wait::equal(&format!("{column} of risk {number}"), text, || self.text(number, column));
    }

    /// Waits until a score reads like this or begins so.
    #[track_caller]
    pub fn wait_score(self, number: &str, which: &str, score: &str) {
        wait::equal(&format!("{which} score of risk {number}"), score, || {
            let all = self.score(number, which);
            all.chars().take(score.chars().count()).collect::<String>()
        });
    }

    /// The field over the cell that is being edited.
    pub fn editor(self) -> Target<'p> {
        self.0.css(".editor :is(input, textarea, select)")
    }

    /// What is wrong with the text in the editor.
    pub fn error(self) -> Target<'p> {
        self.0.css(".editor .error")
    }

    /// How many cells are chosen.
    pub fn chosen(self) -> usize {
        self.itself().css("[role=gridcell][aria-selected=true]").count()
    }

    /// What can be done to the chosen rows.
    pub fn bar(self) -> Target<'p> {
        self.0.role("group", "What is chosen")
    }

    /// The cell with the focus: the risk's number and the place of the column, from 1.
    pub fn focused(self) -> (String, u64) {
        let script = "
            const it = document.activeElement;
            if (it?.getAttribute('role') !== 'gridcell') return ['', 0];
            return [it.parentElement.querySelector('[role=gridcell]').innerText.trim(), Number(it.getAttribute('aria-colindex'))]";
        let found = self.0.run(script, &[]);
        (found[0].as_str().unwrap_or_default().to_owned(), found[1].as_u64().unwrap_or_default())
    }

    /// Waits until a cell has the focus.
    #[track_caller]
    pub fn wait_focus(self, number: &str, column: &str) {
        let place = self.column(column);
        wait::equal("the focus", (number.to_owned(), place), || self.focused());
    }

    /// Sets a cell by keyboard: Enter, the text, Enter.
    #[track_caller]
    pub fn set(self, number: &str, column: &str, text: &str) {
        self.cell(number, column).click();
        self.wait_focus(number, column);
        self.0.press("Enter");
        self.editor().fill(text);
        self.0.press("Enter");
        self.editor().wait_gone();
    }
}
