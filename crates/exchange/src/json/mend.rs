//! The inside of JSON texts: what stands there that the rules do not allow, and its mending.

use std::ops::Range;

/// Something odd inside a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Odd {
    /// `\u` and half of a character that takes two halves; the other half is missing. Refused by the parser.
    Half,
    /// A control character, a line break among them, that should have been written as an escape. Refused as well.
    Raw,
    /// A control character rightly written as an escape, line breaks and tabs excepted. Allowed, but cannot be seen.
    Hidden,
}

/// Walks a text from behind its opening quotation mark; returns where its closing one stands, or the end of the file.
pub(super) fn walk(json: &[u8], from: usize, mut found: impl FnMut(Odd, Range<usize>)) -> usize {
    let mut at = from;
    while let Some(&byte) = json.get(at) {
        let start = at;
        at += 1;
        match byte {
            b'"' => return start,
            b'\\' => {
                at += 1;
                match json.get(start + 1) {
                    Some(b'u') => {
                        let unit = unit(json, start);
                        at += 4;
                        match unit {
                            Some(0xD800..0xDC00) if matches!(self::unit(json, at), Some(0xDC00..0xE000)) => at += 6,
                            Some(0xD800..0xE000) => found(Odd::Half, start..at),
                            Some(0..32) if !matches!(unit, Some(9 | 10 | 13)) => found(Odd::Hidden, start..at),
                            Some(_) => {}
                            None => at = start + 2,
                        }
                    }
                    Some(b'b' | b'f') => found(Odd::Hidden, start..at),
                    _ => {}
                }
            }
            0..32 => found(Odd::Raw, start..at),
            _ => {}
        }
    }
    json.len()
}

/// The number in an escape `\uXXXX` that begins here, if one does.
fn unit(json: &[u8], at: usize) -> Option<u16> {
    let digits = json.get(at..at + 6)?.strip_prefix(b"\\u")?;
    digits.iter().try_fold(0, |sum, &digit| {
        let digit = char::from(digit).to_digit(16)?;
        Some(sum * 16 + u16::try_from(digit).ok()?)
    })
}

/// The JSON with half characters replaced by `U+FFFD` and raw control characters written as escapes.
pub(super) fn mend(json: &str) -> String {
    let bytes = json.as_bytes();
    let (mut mended, mut copied, mut at) = (String::with_capacity(json.len()), 0, 0);
    while let Some(quote) = bytes[at..].iter().position(|&byte| byte == b'"') {
        let end = walk(bytes, at + quote + 1, |odd, range| {
            let instead = match odd {
                Odd::Half => "\u{FFFD}".to_owned(),
                Odd::Raw => format!("\\u{:04x}", bytes[range.start]),
                Odd::Hidden => return,
            };
            mended.push_str(&json[copied..range.start]);
            mended.push_str(&instead);
            copied = range.end;
        });
        at = (end + 1).min(bytes.len());
    }
    mended.push_str(&json[copied..]);
    mended
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_characters_and_raw_control_characters_are_mended() {
        let cases = [
            (r#""a\ud83d\ude00b""#, r#""a\ud83d\ude00b""#),
            (r#""a\ud83db""#, "\"a\u{FFFD}b\""),
            (r#""\ude00\ud83d""#, "\"\u{FFFD}\u{FFFD}\""),
            (r#""\ud83d\ud83d\ude00""#, "\"\u{FFFD}\\ud83d\\ude00\""),
            (r#""\\ud83d""#, r#""\\ud83d""#),
            ("{\n\"a\tb\": \"\0\"\n}", "{\n\"a\\u0009b\": \"\\u0000\"\n}"),
            (r#""\u0000""#, r#""\u0000""#),
            (r#""\u12"#, r#""\u12"#),
            (r#""\"#, r#""\"#),
        ];
        for (from, to) in cases {
            assert_eq!(mend(from), to, "{from}");
        }
    }
}
