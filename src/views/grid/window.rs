//! Which rows of a long list are in the page: those in sight, a few around them, and the one that has the focus.

/// Rows drawn above and below the ones in sight, so that scrolling shows no blanks.
const AROUND: usize = 6;

/// The rows to draw, from 0, in order.
///
/// `top` and `height` are of the part in sight and `row` is the height of a row, all in CSS pixels.
pub fn rows(count: usize, top: f64, height: f64, row: f64, focused: Option<usize>) -> Vec<usize> {
    let first = (top.max(0.0) / row) as usize;
    let last = ((top.max(0.0) + height) / row).ceil() as usize;
    let (from, to) = (first.saturating_sub(AROUND).min(count), (last + AROUND).min(count));
    let mut rows: Vec<usize> = (from..to).collect();
    match focused.filter(|&row| row < count) {
        Some(row) if row < from => rows.insert(0, row),
        Some(row) if row >= to => rows.push(row),
        _ => {}
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_as_many_rows_for_ten_thousand_as_for_a_hundred() {
        let few = rows(100, 0.0, 700.0, 70.0, None);
        let many = rows(10_000, 0.0, 700.0, 70.0, None);
        assert_eq!(few, many);
        assert_eq!(many, (0..16).collect::<Vec<_>>());
        assert_eq!(rows(10_000, 350_000.0, 700.0, 70.0, None).len(), 22);
    }

    #[test]
    fn stays_within_the_list() {
        assert_eq!(rows(3, 0.0, 700.0, 70.0, Some(9)), [0, 1, 2]);
        assert_eq!(rows(0, 500.0, 700.0, 70.0, None), Vec::<usize>::new());
        assert_eq!(rows(5, 9_999.0, 700.0, 70.0, None), Vec::<usize>::new());
    }

    #[test]
    fn keeps_the_focused_row() {
        assert_eq!(rows(10_000, 70_000.0, 70.0, 70.0, Some(2))[0], 2);
        assert_eq!(rows(10_000, 0.0, 70.0, 70.0, Some(5_000)).last(), Some(&5_000));
    }
}
