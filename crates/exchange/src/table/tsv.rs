//! Tab-separated text: a row a line, a tab between cells, quotes around a cell with a tab, a line break or a quote.

use super::guard::{guarded, unguarded};

/// The text of a block of cells.
pub fn tsv(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push('\t');
            }
            let cell = guarded(cell);
            if cell.contains(['\t', '\n', '\r', '"']) {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(&cell);
            }
        }
        text.push_str("\r\n");
    }
    text
}

/// The cells of a text. A quote that is never closed is one of the cell's own characters, as are quotes in the middle.
/// Rows may differ in length; a line break at the end begins no row.
pub fn read_tsv(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut rows = vec![Vec::new()];
    let mut rest = text.as_str();
    loop {
        let (cell, length) = quoted(rest).unwrap_or_else(|| {
            let end = rest.find(['\t', '\n']).unwrap_or(rest.len());
            (rest[..end].to_owned(), end)
        });
        if let Some(row) = rows.last_mut() {
            row.push(unguarded(cell));
        }
        rest = &rest[length..];
        match rest.chars().next() {
            Some('\t') => rest = &rest[1..],
            Some(_) if rest.len() > 1 => {
                rows.push(Vec::new());
                rest = &rest[1..];
            }
            _ => return rows,
        }
    }
}

/// A cell in quotes at the beginning of the text, and its length with them; nothing if it is not closed where a cell
/// may end.
fn quoted(text: &str) -> Option<(String, usize)> {
    let inside = text.strip_prefix('"')?;
    let mut cell = String::new();
    let mut from = 0;
    loop {
        let quote = from + inside[from..].find('"')?;
        cell.push_str(&inside[from..quote]);
        let after = &inside[quote + 1..];
        match after.chars().next() {
            Some('"') => {
                cell.push('"');
                from = quote + 2;
            }
            None | Some('\t' | '\n') => return Some((cell, quote + 2)),
            Some(_) => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn reads_what_spreadsheets_write() {
        assert_eq!(read_tsv("1\tFire\r\n2\tFlood\r\n"), cells(&[&["1", "Fire"], &["2", "Flood"]]));
        assert_eq!(read_tsv("\"two\nlines\"\t\"say \"\"no\"\"\"\n"), cells(&[&["two\nlines", "say \"no\""]]));
        assert_eq!(read_tsv("one"), cells(&[&["one"]]));
        assert_eq!(read_tsv("\t\n\tx"), cells(&[&["", ""], &["", "x"]]));
        assert_eq!(read_tsv(""), cells(&[&[""]]));
        assert_eq!(read_tsv("a\n\nb"), cells(&[&["a"], &[""], &["b"]]));
    }

    #[test]
    fn quotes_that_quote_nothing_stay() {
        assert_eq!(read_tsv("\"open\tnext"), cells(&[&["\"open", "next"]]));
        assert_eq!(read_tsv("\"so called\" plan\tx"), cells(&[&["\"so called\" plan", "x"]]));
        assert_eq!(read_tsv("5\" pipe\t6\""), cells(&[&["5\" pipe", "6\""]]));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(rows in prop::collection::vec(prop::collection::vec("[a-c\"'=+\\-\t\n 1é]{0,6}", 1..4), 1..4)) {
            prop_assert_eq!(read_tsv(&tsv(&rows)), rows);
        }

        #[test]
        fn any_text_reads(text in "[\"\t\n\r=a]{0,20}") {
            prop_assert!(!read_tsv(&text).is_empty());
        }
    }
}
