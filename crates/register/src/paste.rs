//! Text of several lines as the entries of a list: one a line, with the number or bullet at its start told apart.

/// An entry that was read from text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The number or bullet at its start, as written: `1.`, `1)`, `01.`, `(a)`, `•`, `-`; blank where there is none.
    pub mark: String,
    /// The rest, without outer blanks.
    pub text: String,
}

/// The signs that are bullets wherever they stand at the start of a line. The last three are what word processors put on
/// the clipboard for their own.
const BULLETS: &str = "•◦▪▫●○■□‣⁃·✓➢\u{f0b7}\u{f0a7}\u{f0d8}";
/// Signs that are bullets only with a blank after them.
const DASHES: &str = "-–—*o";

/// The entries that a text holds. Every letter of the text is in one of them: only blanks, line breaks and the quotes that a
/// spreadsheet puts around a cell of several lines are left out.
///
/// A line is an entry of its own, unless it goes on in lower case where the line before was marked: that is how a long entry
/// comes out of a document.
pub fn lines(text: &str) -> Vec<Line> {
    let unquoted = unquoted(text);
    let text = unquoted.as_deref().unwrap_or(text);
    let rows: Vec<&str> = text.split(['\n', '\r']).map(str::trim).collect();
    let counted = counts_up(&rows);
    let mut lines: Vec<Line> = Vec::new();
    let mut follows = false;
    for row in rows {
        if row.is_empty() {
            follows = false;
            continue;
        }
        let end = mark(row).or_else(|| counted.then(|| figures(row)).flatten()).unwrap_or(0);
        let line = Line { mark: row[..end].to_owned(), text: row[end..].trim().to_owned() };
        let goes_on = follows && line.mark.is_empty() && row.starts_with(char::is_lowercase);
        match lines.last_mut().filter(|last| goes_on && !last.mark.is_empty()) {
            Some(last) if last.text.is_empty() => last.text = line.text,
            Some(last) => last.text = format!("{} {}", last.text, line.text),
            // A mark alone in its line belongs to the next one.
            None => match lines.last_mut().filter(|last| follows && last.text.is_empty() && line.mark.is_empty()) {
                Some(last) => last.text = line.text,
                None => lines.push(line),
            },
        }
        follows = true;
    }
    lines
}

/// Whether the lines are one after the other marked with bare figures that count up: `1 First`, `2 Second`.
fn counts_up(rows: &[&str]) -> bool {
    let numbers: Vec<Option<u32>> = rows
        .iter()
        .filter(|row| !row.is_empty())
        .map(|row| figures(row).and_then(|end| row[..end].parse::<u32>().ok()))
        .collect();
    numbers.len() > 1 && numbers.windows(2).all(|pair| matches!(pair, [Some(one), Some(next)] if *next == one + 1))
}

/// Where figures at the start end, if a blank and a text follow.
fn figures(row: &str) -> Option<usize> {
    let end = row.find(|letter: char| !letter.is_ascii_digit())?;
    ((1..=3).contains(&end) && row[end..].starts_with(char::is_whitespace)).then_some(end)
}

/// Where the mark at the start of a line ends.
fn mark(row: &str) -> Option<usize> {
    let first = row.chars().next()?;
    let after = &row[first.len_utf8()..];
    if BULLETS.contains(first) {
        return Some(first.len_utf8());
    }
    if DASHES.contains(first) && after.starts_with(char::is_whitespace) {
        return Some(first.len_utf8());
    }
    let open = usize::from(first == '(');
    let inner = &row[open..];
    let length = inner.find(|letter: char| !letter.is_ascii_alphanumeric())?;
    let name = &inner[..length];
    let counts = (1..=3).contains(&length) && name.bytes().all(|it| it.is_ascii_digit());
    let letter = length == 1 || (2..=4).contains(&length) && name.bytes().all(|it| b"ivx".contains(&it));
    let closing = inner[length..].chars().next()?;
    let rest = &inner[length + closing.len_utf8()..];
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let closed = match (open, closing) {
        (_, ')') if counts || letter => ends || rest.starts_with(char::is_alphabetic),
        // `1.5 million` and `e.g.` are no marks.
        (0, '.') if counts => ends || rest.starts_with(char::is_alphabetic),
        (0, '.' | ':') if letter || counts => ends,
        (0, '\t') => counts,
        _ => false,
    };
    let width = if closing == '\t' { 0 } else { closing.len_utf8() };
    closed.then_some(open + length + width)
}

/// What stands in the quotes that a spreadsheet puts around a cell of several lines.
fn unquoted(text: &str) -> Option<String> {
    let inner = text.trim().strip_prefix('"')?.strip_suffix('"')?;
    let single = inner.replace("\"\"", "");
    (inner.contains('\n') && !single.contains('"')).then(|| inner.replace("\"\"", "\""))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        lines(text).into_iter().map(|line| (line.mark, line.text)).collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|&(mark, text)| (mark.to_owned(), text.to_owned())).collect()
    }

    #[test]
    fn numbers_letters_and_bullets_are_told_from_the_text() {
        for mark in
            ["1.", "1)", "01.", "12.", "(3)", "a)", "(b)", "A.", "iv)", "ii.", "•", "*", "-", "–", "o", "\u{f0b7}"]
        {
            assert_eq!(read(&format!("{mark} Some text")), pairs(&[(mark, "Some text")]), "{mark}");
        }
        assert_eq!(read("•\tTabbed\n•Close"), pairs(&[("•", "Tabbed"), ("•", "Close")]));
        assert_eq!(read("1.Close\n2)close"), pairs(&[("1.", "Close"), ("2)", "close")]));
        assert_eq!(read("3\tFrom a sheet"), pairs(&[("3", "From a sheet")]));
    }

    #[test]
    fn what_only_looks_like_a_mark_stays_text() {
        for text in [
            "1.5 million short",
            "e.g. strikes",
            "3 months late",
            "-5 per cent",
            "I think",
            "2024 budget",
            "(see above)",
        ] {
            assert_eq!(read(text), pairs(&[("", text)]), "{text}");
        }
    }

    #[test]
    fn bare_figures_are_numbers_where_they_count_up() {
        assert_eq!(read("7 One\n8 Two\n9 Three"), pairs(&[("7", "One"), ("8", "Two"), ("9", "Three")]));
        assert_eq!(read("3 months late\n2 staff short"), pairs(&[("", "3 months late"), ("", "2 staff short")]));
    }

    #[test]
    fn a_line_that_goes_on_belongs_to_the_one_before() {
        assert_eq!(read("1. Too few\nstaff\n\n2. Strikes"), pairs(&[("1.", "Too few staff"), ("2.", "Strikes")]));
        assert_eq!(read("too few\nstaff"), pairs(&[("", "too few"), ("", "staff")]));
        assert_eq!(read("•\nToo few\n•\nStrikes"), pairs(&[("•", "Too few"), ("•", "Strikes")]));
        assert_eq!(read("Heading:\n- one\n- two"), pairs(&[("", "Heading:"), ("-", "one"), ("-", "two")]));
    }

    #[test]
    fn a_cell_of_a_spreadsheet_loses_its_quotes() {
        assert_eq!(read("\"1. A \"\"new\"\" law\r\n2. B\"\r\n"), pairs(&[("1.", "A \"new\" law"), ("2.", "B")]));
        assert_eq!(read("\"One\" and\n\"two\""), pairs(&[("", "\"One\" and"), ("", "\"two\"")]));
    }

    #[test]
    fn blank_text_has_no_lines() {
        assert_eq!(lines(" \n\t\r\n"), []);
    }

    fn letters(text: &str) -> String {
        text.chars().filter(|letter| !letter.is_whitespace()).collect()
    }

    proptest! {
        #[test]
        fn nothing_of_the_text_is_lost(text in "([-•*]|[0-9]{1,2}[.)]?|[a-z][.)])?[ \t]?[^\"]{0,12}(\n|\r\n|\n\n)([0-9]\\. )?[^\"]{0,12}\n?[^\"]{0,9}") {
            let whole: String = lines(&text).iter().flat_map(|line| [line.mark.as_str(), " ", line.text.as_str()]).collect();
            prop_assert_eq!(letters(&whole), letters(&text));
        }

        #[test]
        fn entries_have_no_outer_blanks(text in "\\PC{0,40}\n\\PC{0,40}") {
            for line in lines(&text) {
                prop_assert_eq!(line.text.trim(), &line.text);
                prop_assert!(!line.text.is_empty() || !line.mark.is_empty());
            }
        }
    }
}
