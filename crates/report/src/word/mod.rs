//! A document as a Word file (.docx) that can be edited: real headings, real tables whose headings stand on every sheet.
//!
//! Written by hand: the libraries that write such files bring picture decoders and ten times this code, and mark neither
//! languages nor the headings of tables. The parts are those of ECMA-376, as few as Word and LibreOffice ask for.

mod blocks;
mod parts;
mod table;
mod xml;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::document::Document;

/// The file. `styles`: its fonts, sizes, language and headings (texts/word-styles.xml).
///
/// # Errors
/// What the packing says, e.g. that there is no room for so much.
pub fn word(document: &Document, styles: &str) -> Result<Vec<u8>, String> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Always the same time, so that the same document makes the same file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let headers = parts::headers(document);
    let mut files: Vec<(String, String)> = vec![
        ("[Content_Types].xml".to_owned(), parts::types(headers.len())),
        ("_rels/.rels".to_owned(), parts::RELATIONS.to_owned()),
        ("docProps/core.xml".to_owned(), parts::core(document)),
        ("word/_rels/document.xml.rels".to_owned(), parts::relations(headers.len())),
        ("word/styles.xml".to_owned(), styles.to_owned()),
        ("word/settings.xml".to_owned(), parts::SETTINGS.to_owned()),
        ("word/footer1.xml".to_owned(), parts::FOOTER.to_owned()),
        ("word/document.xml".to_owned(), blocks::document(document, &headers)),
    ];
    for (place, header) in headers.iter().enumerate() {
        files.push((format!("word/header{}.xml", place + 1), parts::header(header)));
    }
    for (name, text) in files {
        zip.start_file(name, options).map_err(|error| error.to_string())?;
        zip.write_all(text.as_bytes()).map_err(|error| error.to_string())?;
    }
    zip.finish().map(Cursor::into_inner).map_err(|error| error.to_string())
}
