//! Files of which nothing can be made: the reason, and the words for it.

mod common;

use common::{file, read, sample};
use exchange::{LooksLike, MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, MAX_RISKS, MAX_TEXT, ReadError};

fn refusal(bytes: impl AsRef<[u8]>) -> ReadError {
    read(bytes.as_ref()).expect_err("it must be refused")
}

#[test]
fn empty_files() {
    for bytes in [&b""[..], b"  \r\n\t ", b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF\0\n"] {
        assert_eq!(refusal(bytes), ReadError::Empty, "{bytes:?}");
    }
    assert_eq!(refusal("").to_string(), "This file is empty. Choose another, or ask for it to be sent again.");
}

#[test]
fn a_file_that_breaks_off_anywhere_is_said_to_end_too_early_in_its_last_line() {
    let whole = sample("2024-directorate-cards");
    let whole = whole.trim_ascii_end();
    // Every place in the first 6,000 bytes, then every 97th.
    for end in (1..6000.min(whole.len())).chain((6000..whole.len()).step_by(97)) {
        let line = whole[..end].iter().filter(|&&byte| byte == b'\n').count() + 1;
        assert_eq!(refusal(&whole[..end]), ReadError::EndsTooEarly(line), "after {end} bytes");
    }
    assert_eq!(
        ReadError::EndsTooEarly(7).to_string(),
        "This file ends too early, in line 7: the rest is missing. Copy or download it again, or ask for it to be sent \
         again."
    );
}

#[test]
fn files_that_are_too_large_are_refused_unread() {
    // A list that never ends would be an error of another kind if it were looked at.
    assert_eq!(refusal(vec![b'['; MAX_BYTES + 1]), ReadError::TooLarge(MAX_BYTES + 1));
    let message = ReadError::TooLarge(200 << 20).to_string();
    assert!(message.starts_with("This file is too large: 200 MB, and at most 64 MB can be opened."), "{message}");
    assert_ne!(refusal(vec![b' '; MAX_BYTES]), ReadError::TooLarge(MAX_BYTES));
}

#[test]
fn heatgrid_itself_holds_no_register() {
    let page =
        "<!DOCTYPE html><html><script type=\"application/json\" id=\"heatgrid-register\" data-mark=\"\"></script>";
    assert_eq!(refusal(page), ReadError::NoRegister);
    assert_eq!(refusal(page.replace("\"></s", "\">{}</s")), ReadError::Unnamed);
}

#[test]
fn files_of_other_kinds_are_named() {
    let zip = |part: &str| format!("PK\u{3}\u{4}{}{part}{}", "x".repeat(100_000), "y".repeat(500)).into_bytes();
    let kinds = [
        (b"%PDF-1.7\n1 0 obj".to_vec(), LooksLike::Pdf),
        (zip("xl/workbook.xml"), LooksLike::Excel),
        (zip("word/document.xml"), LooksLike::Word),
        (zip("photo.jpg"), LooksLike::Zip),
        (b"PK\x03\x04".to_vec(), LooksLike::Zip),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), LooksLike::OldOffice),
        (b"{\\rtf1\\ansi Risk}".to_vec(), LooksLike::Word),
        (b"\x89PNG\r\n\x1A\n".to_vec(), LooksLike::Picture),
        (b"<!DOCTYPE html>\n<html><body>Sign in</body></html>".to_vec(), LooksLike::WebPage),
        (b"<?xml version=\"1.0\"?><Workbook/>".to_vec(), LooksLike::Xml),
        (b"Number,Title\n1,Flood\n".to_vec(), LooksLike::Table),
        (b"\"Number\";\"Title\"\n1;Flood\n".to_vec(), LooksLike::Table),
        (b"Dear colleague, here is the register.".to_vec(), LooksLike::Text),
        (b"null".to_vec(), LooksLike::Text),
        (vec![0; 4096], LooksLike::Unknown),
        (vec![0x1F, 0x8B, 8, 0, 0, 0xF3], LooksLike::Unknown),
    ];
    for (bytes, kind) in kinds {
        assert_eq!(
            refusal(&bytes),
            ReadError::Other(kind),
            "{:?}",
            String::from_utf8_lossy(&bytes[..8.min(bytes.len())])
        );
    }
    assert_eq!(
        ReadError::Other(LooksLike::Excel).to_string(),
        "This is not a register file. It looks like an Excel workbook. Choose a file that was saved from Heatgrid; its \
         name usually ends in .heatgrid.json."
    );
}

#[test]
fn json_of_something_else() {
    assert_eq!(refusal("[]"), ReadError::List);
    assert_eq!(refusal("[{\"number\": 1}]"), ReadError::List);
    assert_eq!(refusal("{}"), ReadError::Unnamed);
    assert_eq!(refusal(r#"{"type": "excalidraw", "version": 2}"#), ReadError::Unnamed);
    assert_eq!(refusal(r#"{"format": 5, "version": 1, "registers": [{}]}"#), ReadError::Unnamed);
    assert_eq!(refusal(r#"{"format": "threats", "risks": []}"#), ReadError::Foreign("threats".to_owned()));
    let long = format!(r#"{{"format": "{}"}}"#, "é".repeat(5000));
    assert_eq!(refusal(long), ReadError::Foreign("é".repeat(40)));
    assert!(ReadError::Foreign("threats".to_owned()).to_string().contains("names “threats” as its format"));
}

#[test]
fn a_single_register_without_the_file_around_it() {
    assert_eq!(refusal(r#"{"id": "a", "title": "Housing", "risks": []}"#), ReadError::BareRegister);
    let message = ReadError::BareRegister.to_string();
    assert!(message.contains("a single register without the lines that make it a register file"), "{message}");
    assert!(message.contains("\"format\": \"heatgrid\" and \"version\": 1"), "{message}");
}

#[test]
fn versions() {
    let of = |version: &str| format!(r#"{{"format": "heatgrid", {version} "registers": [{{"id": "a"}}]}}"#);
    assert_eq!(refusal(of(r#""version": 2,"#)), ReadError::Newer(2));
    assert_eq!(refusal(of(r#""version": "17","#)), ReadError::Newer(17));
    for version in ["", r#""version": 0,"#, r#""version": -1,"#, r#""version": 1.5,"#, r#""version": "one","#] {
        assert_eq!(refusal(of(version)), ReadError::NoVersion, "{version}");
    }
    assert!(ReadError::Newer(2).to_string().starts_with("This file was saved by a newer Heatgrid"));
    assert!(read(of(r#""version": 1,"#).as_bytes()).is_ok());
}

#[test]
fn files_without_a_register() {
    assert_eq!(refusal(file("")), ReadError::NoRegister);
    assert_eq!(refusal(file("5, null, []")), ReadError::NoRegister);
    assert_eq!(refusal(r#"{"format": "heatgrid", "version": 1}"#), ReadError::NoRegister);
    assert_eq!(refusal(r#"{"format": "heatgrid", "version": 1, "registers": {}}"#), ReadError::NoRegister);
}

#[test]
fn damage_is_told_by_line_and_what_stands_there() {
    let json = file("\n{\"id\": \"a\",\n\"title\": \"Housing\"\n\"risks\": []}");
    let near = "\"risks\": []}]}".to_owned();
    assert_eq!(refusal(&json), ReadError::Damaged { line: 4, near });
    let message = refusal(&json).to_string();
    assert!(message.starts_with("This file is damaged in line 4, near “\"risks\": []}]}”."), "{message}");
    for json in
        [file("{},"), file("{} {}"), format!("{} x", file("{}")), "{'format': 1}".to_owned(), "[section]".to_owned()]
    {
        assert!(matches!(refusal(&json), ReadError::Damaged { line: 1, .. }), "{json}");
    }
    // The place is shown also in a file of one long line, and where letters take several bytes.
    let json = file(&format!("{{\"title\": \"{}\" \"risks\": []}}", "é".repeat(3000)));
    let ReadError::Damaged { near, .. } = refusal(json) else { panic!("it is damaged") };
    assert!(near.contains("éé\" \"risks\": []}"), "{near}");
}

#[test]
fn lists_in_lists_without_end() {
    for json in ["[".repeat(10_000), format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)), "{\"a\":".repeat(10_000)]
    {
        assert_eq!(refusal(json), ReadError::TooDeep(1));
    }
    let nested = |depth: usize| file(&format!("{{\"x\":\n{}{}}}", "[".repeat(depth), "]".repeat(depth)));
    assert!(read(nested(MAX_DEPTH - 3).as_bytes()).is_ok());
    assert_eq!(refusal(nested(MAX_DEPTH - 2)), ReadError::TooDeep(2));
}

#[test]
fn a_file_at_the_limit_of_depth_can_be_written_and_read_again() {
    let title = |depth: usize| file(&format!("{{\"title\": {}{}}}", "[".repeat(depth), "]".repeat(depth)));
    let read_again = |json: String| {
        let incoming = read(json.as_bytes()).expect("within the limit");
        assert!(read(&exchange::write(&common::registers(incoming))).is_ok());
    };
    read_again(title(MAX_DEPTH - 4));
    assert_eq!(refusal(title(MAX_DEPTH - 3)), ReadError::TooDeep(1));
}

#[test]
fn texts_that_are_too_long() {
    let titled = |length: usize| file(&format!("\n{{\"title\":\n\"{}\"}}", "x".repeat(length)));
    assert!(read(titled(MAX_TEXT).as_bytes()).is_ok());
    assert_eq!(refusal(titled(MAX_TEXT + 1)), ReadError::LongText(3));
    assert_eq!(refusal(file(&format!("{{\"title\": {}}}", "7".repeat(MAX_TEXT + 1)))), ReadError::LongText(1));
}

#[test]
fn counts_without_end() {
    let risks = |count: usize| file(&format!("{{\"risks\": [{}5]}}", "5,".repeat(count - 1)));
    let both = file(&format!("{{\"risks\": [{}5]}}, {{\"risks\": [5]}}", "5,".repeat(MAX_RISKS - 1)));
    assert_eq!(refusal(both), ReadError::TooManyRisks(MAX_RISKS + 1));
    assert!(read(risks(MAX_RISKS).as_bytes()).is_ok());
    assert_eq!(refusal(risks(MAX_ENTRIES + 1)), ReadError::TooManyEntries);
    assert!(ReadError::TooManyEntries.to_string().contains("more than 4 million entries"));
    assert!(ReadError::TooManyRisks(123_456).to_string().contains("it has 123456 risks, and at most 100000"));
}

#[test]
fn the_description_of_the_format_states_these_limits() {
    let text = std::fs::read_to_string(common::path("docs/file-format.md")).expect("it is there");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let million = MAX_ENTRIES / 1_000_000;
    for limit in [
        format!("larger than {} MiB", MAX_BYTES >> 20),
        format!("more than {},000 risks", MAX_RISKS / 1000),
        format!("more than {million} million fields and entries"),
        format!("longer than {} MiB", MAX_TEXT >> 20),
        format!("more than {MAX_DEPTH} deep"),
    ] {
        assert!(text.contains(&limit), "{limit}");
    }
}

#[test]
fn no_refusal_speaks_as_a_parser_does() {
    let errors = [
        ReadError::Empty,
        ReadError::TooLarge(1 << 30),
        ReadError::Other(LooksLike::Unknown),
        ReadError::EndsTooEarly(1),
        ReadError::Damaged { line: 1, near: String::new() },
        ReadError::TooDeep(1),
        ReadError::LongText(1),
        ReadError::TooManyEntries,
        ReadError::TooManyRisks(1),
        ReadError::List,
        ReadError::Unnamed,
        ReadError::BareRegister,
        ReadError::Foreign(String::new()),
        ReadError::NoVersion,
        ReadError::Newer(2),
        ReadError::NoRegister,
    ];
    for error in errors {
        let message = error.to_string();
        assert!(message.ends_with('.') && message.starts_with("Th"), "{message}");
        for word in ["EOF", "parse", "pars", "token", "column", "unexpected", "invalid", "serde", "UTF", "null"] {
            assert!(!message.contains(word), "{word}: {message}");
        }
    }
}
