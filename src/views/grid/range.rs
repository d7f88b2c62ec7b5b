//! A block of cells.

/// A block of cells: lines and columns from 0, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// First and last line.
    pub lines: (usize, usize),
    /// First and last column.
    pub columns: (usize, usize),
}

impl Range {
    /// The block between two corners, given as line and column.
    pub fn between(one: (usize, usize), other: (usize, usize)) -> Self {
        let ordered = |a: usize, b: usize| (a.min(b), a.max(b));
        Self { lines: ordered(one.0, other.0), columns: ordered(one.1, other.1) }
    }

    /// Whether it reaches over a line.
    pub fn has_line(self, line: usize) -> bool {
        (self.lines.0..=self.lines.1).contains(&line)
    }

    /// Whether it is a single cell.
    pub fn is_one(self) -> bool {
        self.lines.0 == self.lines.1 && self.columns.0 == self.columns.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_two_corners_make_the_same_block() {
        let block = Range::between((2, 5), (7, 1));
        assert_eq!(block, Range::between((7, 5), (2, 1)));
        assert_eq!((block.lines, block.columns), ((2, 7), (1, 5)));
        assert_eq!([1, 2, 7, 8].map(|line| block.has_line(line)), [false, true, true, false]);
        assert!(Range::between((3, 3), (3, 3)).is_one() && !block.is_one());
    }
}
