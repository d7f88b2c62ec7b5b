//! One pass over the JSON before it is parsed: limits that the parser does not know, and what it would hide.

use register::sort::sort;

use super::mend::{Odd, walk};
use super::{MAX_DEPTH, MAX_ENTRIES, MAX_TEXT, ReadError};

/// What the pass found. It holds only if the JSON then parses.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Scan {
    /// The greatest depth of lists and records, and the line where it is first reached.
    pub deepest: (usize, usize),
    /// How many half characters and raw control characters the parser would refuse.
    pub refused: usize,
    /// How many control characters stand in the texts that cannot be seen, and the line of the first.
    pub hidden: Option<(usize, usize)>,
    /// Fields that stand more than once in one record: the line of the later one, and the name as written.
    pub repeated: Vec<(usize, String)>,
}

/// Walks over the JSON, whether it is right or not.
pub(super) fn scan(json: &str) -> Result<Scan, ReadError> {
    let bytes = json.as_bytes();
    let (mut found, mut entries) = (Scan::default(), 0);
    let mut keys: Vec<(&str, usize)> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        at += 1;
        match byte {
            b'\n' => line += 1,
            b'"' => {
                let begun = line;
                let end = walk(bytes, at, |odd, range| match odd {
                    Odd::Hidden => {
                        let (count, first) = found.hidden.unwrap_or((0, line));
                        found.hidden = Some((count + 1, first));
                    }
                    Odd::Raw | Odd::Half => {
                        found.refused += 1;
                        line += usize::from(bytes[range.start] == b'\n');
                    }
                });
                if end - at > MAX_TEXT && end < bytes.len() {
                    return Err(ReadError::LongText(begun));
                }
                let text = json.get(at..end);
                at = end + 1;
                let then = bytes.get(at..).unwrap_or_default().iter().find(|byte| !byte.is_ascii_whitespace());
                if then == Some(&b':') {
                    keys.extend(text.map(|text| (text, begun)));
                }
            }
            b'{' | b'[' => {
                open.push(keys.len());
                if open.len() > found.deepest.0 {
                    found.deepest = (open.len(), line);
                }
                entries += 1;
                if open.len() > MAX_DEPTH {
                    return Err(ReadError::TooDeep(line));
                }
            }
            b'}' | b']' => {
                let own = open.pop().unwrap_or_default();
                repeated(&mut keys[own..], &mut found.repeated);
                keys.truncate(own);
            }
            b',' => entries += 1,
            b'0'..=b'9' => {
                at += bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                if at - start > MAX_TEXT {
                    return Err(ReadError::LongText(line));
                }
            }
            _ => {}
        }
        if entries > MAX_ENTRIES {
            return Err(ReadError::TooManyEntries);
        }
    }
    sort(&mut found.repeated, Ord::cmp);
    Ok(found)
}

/// Notes the names that stand more than once among the fields of one record.
fn repeated(keys: &mut [(&str, usize)], found: &mut Vec<(usize, String)>) {
    keys.sort_unstable();
    let again = keys.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    found.extend(again.map(|pair| (pair[1].1, pair[1].0.to_owned())));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_names_are_found_in_their_own_record_only() {
        let json = r#"{"a": 1, "b": {"a": 1,
            "a" : "a"}, "c": [{"x": 1}, {"x": 2}],
            "b": "}\"b\":"}"#;
        let found = scan(json).expect("within limits");
        assert_eq!(found.repeated, [(2, "a".to_owned()), (3, "b".to_owned())]);
        assert_eq!(found.deepest, (3, 2));
    }

    #[test]
    fn hidden_characters_are_counted_and_line_breaks_are_not() {
        let json = "{\"a\":\n\"\\u0000\\n\\t\\u000a\\b\"}";
        assert_eq!(scan(json), Ok(Scan { deepest: (1, 1), hidden: Some((2, 2)), ..Scan::default() }));
    }

    #[test]
    fn lines_are_counted_through_texts_with_raw_line_breaks() {
        let json = "{\"a\": \"x\ny\",\n\"b\": 1, \"b\": 2}";
        let found = scan(json).expect("within limits");
        assert_eq!((found.refused, found.repeated), (1, vec![(3, "b".to_owned())]));
    }
}
