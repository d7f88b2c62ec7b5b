//! Bytes → text, whatever encoding the editor that wrote them chose.

use std::borrow::Cow;

/// Text, and what had to be done to get it.
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    /// How many pieces could not be decoded and are `U+FFFD` now.
    pub replaced: usize,
    /// How many bytes were no UTF-8 and were read as Windows-1252, in which older Windows programs write.
    pub western: usize,
}

/// Decodes UTF-8 with or without a byte order mark, and UTF-16 with one.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Decoded<'_> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: Cow::Borrowed(text), replaced: 0, western: 0 },
        Err(_) => patched(bytes),
    }
}

/// Windows-1252 from 0x80 to 0x9F, where it differs from Unicode; five bytes mean nothing in it.
const WESTERN: [char; 32] = [
    '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž', '\u{FFFD}', '\u{FFFD}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}', 'ž', 'Ÿ',
];

/// Keeps what is UTF-8 and reads each other byte as Windows-1252: £, ’ and – survive a file saved as "ANSI", and one
/// stray byte does not garble the rest.
fn patched(bytes: &[u8]) -> Decoded<'static> {
    let mut it = Decoded { text: Cow::Borrowed(""), replaced: 0, western: 0 };
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for &byte in chunk.invalid() {
            let sign = WESTERN.get(usize::from(byte).wrapping_sub(0x80)).copied().unwrap_or(char::from(byte));
            *(if sign == char::REPLACEMENT_CHARACTER { &mut it.replaced } else { &mut it.western }) += 1;
            text.push(sign);
        }
    }
    it.text = Cow::Owned(text);
    it
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded<'static> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut replaced = rest.len();
    let mut text: String = char::decode_utf16(pairs.iter().map(|&pair| unit(pair)))
        .map(|sign| {
            sign.unwrap_or_else(|_| {
                replaced += 1;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    text.extend(rest.iter().map(|_| char::REPLACEMENT_CHARACTER));
    Decoded { text: Cow::Owned(text), replaced, western: 0 }
}
