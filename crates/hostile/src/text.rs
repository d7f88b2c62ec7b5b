//! Bytes and texts damaged.

use crate::Dice;

/// Pieces that mean something in JSON, in text or in an encoding.
const BYTES: [&[u8]; 20] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b",",
    b":",
    b"\\",
    b"\\ud800",
    b"\\u0000",
    b"\0",
    b"\xFF",
    b"\xFE\xFF",
    b"\xEF\xBB\xBF",
    b"\xC3",
    b"1e999",
    b"null",
    b"-",
    b"\n",
    b"\x1B",
];

/// Damages bytes in one place.
pub fn damage_bytes(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let at = dice.below(bytes.len());
    let piece = |dice: &mut Dice, most: usize| at..(at + 1 + dice.below(most)).min(bytes.len());
    match dice.below(7) {
        _ if bytes.is_empty() => bytes.extend(dice.one(&BYTES)),
        0 => bytes[at] = dice.below(256) as u8,
        1 => bytes[at] ^= 1 << dice.below(8),
        2 => bytes.truncate(at),
        3 => {
            let range = piece(dice, 40);
            bytes.drain(range);
        }
        4 => {
            let piece = dice.one(&BYTES);
            bytes.splice(at..at, piece.iter().copied());
        }
        5 => {
            let piece = bytes[piece(dice, 200)].to_vec();
            let to = dice.below(bytes.len());
            bytes.splice(to..to, piece);
        }
        // The same again and again: lists of lists, quotes of quotes.
        _ => {
            let piece = bytes[piece(dice, 6)].repeat(1 + dice.below(400));
            bytes.splice(at..at, piece);
        }
    }
}

/// Signs that mean something to readers of typed and pasted text, and some that no reader expects.
const SIGNS: [&str; 40] = [
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\"",
    "\"\"",
    "'",
    "=",
    "+",
    "-",
    "@",
    "/",
    ".",
    "1",
    "12",
    "31",
    "2024",
    "0",
    "99999999999999999999",
    "x",
    "×",
    "*",
    ",",
    " ",
    "\u{a0}",
    "–",
    "•",
    "(a)",
    "1)",
    "Sept",
    "feb",
    "é",
    "e\u{301}",
    "\u{200b}",
    "\u{202e}",
    "İ",
    "ß",
    "\u{0}",
    "\u{fffd}",
    "😀",
];

/// Damages a text in one place.
pub fn damage_text(text: &mut String, dice: &mut Dice) {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let at = places[dice.below(places.len())];
    let end = places[dice.below(places.len())].max(at);
    match dice.below(6) {
        0 => text.truncate(at),
        1 => text.replace_range(at..end, ""),
        2 => {
            let again = text[at..end].to_owned();
            text.insert_str(at, &again);
        }
        3 => text.insert_str(at, &dice.one(&SIGNS).repeat(1 + dice.below(30))),
        4 => *text = if dice.below(2) == 0 { text.to_uppercase() } else { text.chars().rev().collect() },
        _ => text.insert_str(at, dice.one(&SIGNS)),
    }
}

/// The text as another program might have saved it.
pub fn encoded(text: &str, dice: &mut Dice) -> Vec<u8> {
    let units = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    match dice.below(6) {
        0 => [&b"\xFF\xFE"[..], &units(u16::to_le_bytes)].concat(),
        1 => [&b"\xFE\xFF"[..], &units(u16::to_be_bytes)].concat(),
        2 => units(u16::to_le_bytes),
        3 => [&b"\xEF\xBB\xBF"[..], text.as_bytes()].concat(),
        // One byte a letter, as old Windows programs do.
        4 => text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect(),
        _ => text.replace('\n', "\r\n").into_bytes(),
    }
}
