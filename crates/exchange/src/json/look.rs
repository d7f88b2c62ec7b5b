//! What a file that is none of ours looks like.

/// What a file looks like that does not hold JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LooksLike {
    /// A PDF document.
    Pdf,
    /// An Excel workbook.
    Excel,
    /// A Word document.
    Word,
    /// A ZIP archive of another kind.
    Zip,
    /// An Office document of before 2007.
    OldOffice,
    /// A picture.
    Picture,
    /// A web page.
    WebPage,
    /// XML of some kind.
    Xml,
    /// A table as text: comma, semicolon or tab between the cells.
    Table,
    /// Some other text.
    Text,
    /// Nothing recognisable.
    Unknown,
}

impl std::fmt::Display for LooksLike {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Pdf => "a PDF document",
            Self::Excel => "an Excel workbook",
            Self::Word => "a Word document",
            Self::Zip => "a ZIP archive",
            Self::OldOffice => "an Office document in the format of before 2007",
            Self::Picture => "a picture",
            Self::WebPage => "a web page",
            Self::Xml => "an XML file",
            Self::Table => "a table saved as text (CSV)",
            Self::Text => "plain text",
            Self::Unknown => "a file of another kind",
        })
    }
}

/// How many bytes at the end of a ZIP archive are searched for the names of its parts.
const DIRECTORY: usize = 64 << 10;

/// Recognises files by the bytes they begin with, text excepted.
pub(super) fn binary(bytes: &[u8]) -> Option<LooksLike> {
    let starts = |signature: &[u8]| bytes.starts_with(signature);
    if starts(b"%PDF") {
        Some(LooksLike::Pdf)
    } else if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        let directory = &bytes[bytes.len().saturating_sub(DIRECTORY)..];
        let names = |part: &[u8]| directory.windows(part.len()).any(|window| window == part);
        Some(if names(b"xl/workbook") {
            LooksLike::Excel
        } else if names(b"word/document") {
            LooksLike::Word
        } else {
            LooksLike::Zip
        })
    } else if starts(b"\xD0\xCF\x11\xE0") {
        Some(LooksLike::OldOffice)
    } else if starts(b"{\\rtf") {
        Some(LooksLike::Word)
    } else if starts(b"\x89PNG") || starts(b"\xFF\xD8\xFF") || starts(b"GIF8") {
        Some(LooksLike::Picture)
    } else {
        None
    }
}

/// Recognises text that does not begin as JSON does. The text is trimmed and not empty.
pub(super) fn text(text: &str) -> Option<LooksLike> {
    if text.starts_with(['{', '[']) {
        return None;
    }
    let start: String = text.chars().take(1000).collect::<String>().to_lowercase();
    if start.contains(['\0', char::REPLACEMENT_CHARACTER]) {
        return Some(LooksLike::Unknown);
    }
    if start.starts_with('<') {
        return Some(if start.contains("<html") || start.contains("<!doctype html") {
            LooksLike::WebPage
        } else {
            LooksLike::Xml
        });
    }
    let mut lines = start.lines().filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let tabular = |sign: char| first.contains(sign) && lines.clone().next().is_some_and(|line| line.contains(sign));
    Some(if [',', ';', '\t'].into_iter().any(tabular) { LooksLike::Table } else { LooksLike::Text })
}
