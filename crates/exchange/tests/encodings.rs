//! What editors and transports do to the text of a file.

mod common;

use common::{file, read, registers};
use exchange::{Incoming, Weight};

const TITLE: &str = "Children’s services – £5 “é” 😀";

fn titled(title: &str) -> String {
    file(&format!(r#"{{"id": "a", "title": "{title}"}}"#))
}

fn title(incoming: &Incoming) -> &str {
    &incoming.registers[0].register.title
}

/// Weights and messages of the lines about the file.
fn said(incoming: &Incoming) -> Vec<(Weight, &str)> {
    incoming.report.iter().map(|line| (line.weight, line.message.as_str())).collect()
}

#[test]
fn byte_order_marks_and_utf_16_are_understood() {
    let text = titled(TITLE);
    let utf16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    for bytes in [
        text.clone().into_bytes(),
        [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        [b"\xFF\xFE".to_vec(), utf16(u16::to_le_bytes)].concat(),
        [b"\xFE\xFF".to_vec(), utf16(u16::to_be_bytes)].concat(),
        text.replace(", ", ",\r\n").into_bytes(),
    ] {
        let incoming = read(&bytes).expect("it can be read");
        assert_eq!((title(&incoming), said(&incoming)), (TITLE, vec![]));
    }
}

#[test]
fn half_of_utf_16_is_replaced_and_reported() {
    let mut units: Vec<u16> = titled("a?b").encode_utf16().collect();
    let half = units.iter().position(|&unit| unit == u16::from(b'?')).expect("it is there");
    units[half] = 0xD800;
    let bytes: Vec<u8> = [0xFEFF].iter().chain(&units).flat_map(|unit| unit.to_le_bytes()).collect();
    let incoming = read(&bytes).expect("it can be read");
    assert_eq!((title(&incoming), said(&incoming)[0].0), ("a\u{FFFD}b", Weight::Mended));
    let odd: Vec<u8> = bytes.into_iter().chain([b'x']).collect();
    assert!(read(&odd).is_err(), "a byte too many");
}

#[test]
fn bytes_that_are_not_utf_8_are_read_as_windows_1252_and_reported() {
    let mut bytes = titled("a£b£c é “d” ü").into_bytes();
    bytes.retain(|&byte| byte != 0xC2);
    let incoming = read(&bytes).expect("it can be read");
    assert_eq!(title(&incoming), "a£b£c é “d” ü");
    let message = "2 characters are not in UTF-8, the encoding of register files. They were read as Windows-1252; check \
                   accents, quotes and signs such as £.";
    assert_eq!(said(&incoming), [(Weight::Mended, message)]);
}

#[test]
fn windows_1252_keeps_quotes_and_dashes() {
    let utf8 = titled("a?b?c?d").into_bytes();
    let mut signs = [0x92, 0x96, 0x81].into_iter();
    let bytes: Vec<u8> = utf8.into_iter().map(|byte| if byte == b'?' { signs.next().unwrap() } else { byte }).collect();
    let incoming = read(&bytes).expect("it can be read");
    assert_eq!(title(&incoming), "a’b–c\u{FFFD}d");
    let said: Vec<_> =
        said(&incoming).into_iter().map(|(_, message)| message.starts_with("1 characters could")).collect();
    assert_eq!(said, [false, true]);
}

#[test]
fn half_characters_in_escapes_are_replaced_and_reported() {
    for (escaped, meant) in [
        (r"a\ud83db", "a\u{FFFD}b"),
        (r"\udc00", "\u{FFFD}"),
        (r"\ud83d\ud83d\ude00", "\u{FFFD}😀"),
        (r"\uD83D\n", "\u{FFFD}\n"),
    ] {
        let incoming = read(titled(escaped).as_bytes()).expect("it can be read");
        assert_eq!((title(&incoming), said(&incoming).len()), (meant, 1), "{escaped}");
        assert_eq!(said(&incoming)[0].0, Weight::Mended);
    }
    let incoming = read(titled(r"\ud83d\ude00").as_bytes()).expect("it can be read");
    assert_eq!((title(&incoming), said(&incoming)), ("😀", vec![]));
}

#[test]
fn control_characters_are_kept() {
    let incoming = read(titled(r"a\u0000b\u0007\n\tc").as_bytes()).expect("it can be read");
    assert_eq!(title(&incoming), "a\0b\u{7}\n\tc");
    let message = "2 control characters that cannot be seen, the first in line 1. They are kept.";
    assert_eq!(said(&incoming), [(Weight::Kept, message)]);
    let bytes = exchange::write(&registers(incoming));
    assert_eq!(title(&read(&bytes).expect("it can be read")), "a\0b\u{7}\n\tc");
    assert!(bytes.iter().all(|&byte| byte >= b' ' || byte == b'\n'), "they are written as escapes");
}

#[test]
fn raw_line_breaks_and_control_characters_in_texts_are_kept_and_reported() {
    let incoming = read(titled("a\nb\tc\0d").as_bytes()).expect("it can be read");
    assert_eq!(title(&incoming), "a\nb\tc\0d");
    assert_eq!(said(&incoming)[0].0, Weight::Mended);
}

#[test]
fn a_missing_quotation_mark_is_told_by_its_own_line() {
    let json = "{\"format\": \"heatgrid,\n\"version\": 1,\n\"registers\": [{}]}";
    assert!(
        matches!(read(json.as_bytes()), Err(exchange::ReadError::Damaged { line: 1 | 2, .. })),
        "{:?}",
        read(json.as_bytes())
    );
}
