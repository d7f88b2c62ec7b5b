//! Bytes → text, whatever encoding the editor that wrote them chose.

use std::borrow::Cow;

/// Text, and how many pieces of it could not be decoded and are `U+FFFD` now.
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub replaced: usize,
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
        Ok(text) => Decoded { text: Cow::Borrowed(text), replaced: 0 },
        Err(_) => Decoded {
            text: String::from_utf8_lossy(bytes),
            replaced: bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count(),
        },
    }
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
    Decoded { text: Cow::Owned(text), replaced }
}
