//! The lines of a grid: its rows, and headings between them where they are grouped; where each begins.

use super::sheet::RowId;

/// A line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Line {
    /// A row.
    Row(RowId),
    /// The heading of a group: its name and how many rows it has.
    Group(String, usize),
}

impl Line {
    /// The row, where it is one.
    pub fn row(&self) -> Option<&RowId> {
        match self {
            Self::Row(row) => Some(row),
            Self::Group(..) => None,
        }
    }
}

/// The line of a row: `from` or the next one in the direction that is a row; `None` where there is none.
pub fn nearest_row(lines: &[Line], from: usize, down: bool) -> Option<usize> {
    if down {
        (from..lines.len()).find(|at| lines[*at].row().is_some())
    } else {
        (0..=from.min(lines.len().checked_sub(1)?)).rev().find(|at| lines[*at].row().is_some())
    }
}

/// Where lines begin, in CSS pixels from the top of the first, and where the last one ends.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offsets(Vec<f64>);

impl Offsets {
    /// The offsets of lines of these heights.
    pub fn of(heights: impl Iterator<Item = f64>) -> Self {
        let mut end = 0.0;
        let mut offsets = vec![0.0];
        offsets.extend(heights.map(|height| {
            end += height;
            end
        }));
        Self(offsets)
    }

    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.0.len().saturating_sub(1)
    }

    /// Where a line begins; the end where there is no such line.
    pub fn top(&self, line: usize) -> f64 {
        self.0.get(line).copied().unwrap_or_else(|| self.height())
    }

    /// The height of all lines.
    pub fn height(&self) -> f64 {
        self.0.last().copied().unwrap_or_default()
    }

    /// The line at a height; the last one below all of them.
    pub fn at(&self, height: f64) -> usize {
        self.0.partition_point(|top| *top <= height).saturating_sub(1).min(self.count().saturating_sub(1))
    }

    /// The lines to draw, in order: those in sight, half a window around them, so that scrolling shows no blanks, and
    /// the one that has the focus. `top` and `height` are of the part in sight.
    pub fn drawn(&self, top: f64, height: f64, focused: Option<usize>) -> Vec<usize> {
        if self.count() == 0 {
            return Vec::new();
        }
        let first = self.at((top - height / 2.0).max(0.0));
        let last = self.at(top.max(0.0) + height * 1.5);
        let mut lines: Vec<usize> = (first..=last).collect();
        match focused.filter(|&line| line < self.count()) {
            Some(line) if line < first => lines.insert(0, line),
            Some(line) if line > last => lines.push(line),
            _ => {}
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn even(count: usize) -> Offsets {
        Offsets::of(std::iter::repeat_n(70.0, count))
    }

    #[test]
    fn draws_as_many_rows_for_ten_thousand_as_for_a_hundred() {
        let few = even(100).drawn(0.0, 700.0, None);
        let many = even(10_000).drawn(0.0, 700.0, None);
        assert_eq!(few, many);
        assert_eq!(many, (0..16).collect::<Vec<_>>());
        assert_eq!(even(10_000).drawn(350_000.0, 700.0, None).len(), 21);
    }

    #[test]
    fn stays_within_the_list() {
        assert_eq!(even(3).drawn(0.0, 700.0, Some(9)), [0, 1, 2]);
        assert_eq!(even(0).drawn(500.0, 700.0, None), Vec::<usize>::new());
        assert_eq!(even(5).drawn(9_999.0, 700.0, None), [4]);
    }

    #[test]
    fn keeps_the_focused_row() {
        assert_eq!(even(10_000).drawn(70_000.0, 70.0, Some(2))[0], 2);
        assert_eq!(even(10_000).drawn(0.0, 70.0, Some(5_000)).last(), Some(&5_000));
    }

    #[test]
    fn finds_the_line_at_any_height() {
        let offsets = Offsets::of([10.0, 100.0, 30.0].into_iter());
        let lines: Vec<usize> = [0.0, 9.9, 10.0, 109.0, 110.0, 139.0, 140.0, 999.0].map(|at| offsets.at(at)).into();
        assert_eq!(lines, [0, 0, 1, 1, 2, 2, 2, 2]);
        assert_eq!((offsets.top(2), offsets.top(9), offsets.height()), (110.0, 140.0, 140.0));
    }

    #[test]
    fn steps_over_the_headings_of_groups() {
        let row = |id: &str| Line::Row(RowId { risk: id.into(), item: None });
        let group = || Line::Group("x".to_owned(), 1);
        let lines = [group(), row("a"), group(), row("b"), group()];
        let near = |from, down| nearest_row(&lines, from, down);
        assert_eq!([near(0, true), near(2, true), near(4, true)], [Some(1), Some(3), None]);
        assert_eq!([near(0, false), near(2, false), near(9, false)], [None, Some(1), Some(3)]);
        assert_eq!(nearest_row(&[], 0, false), None);
    }
}
