//! What comes out on paper and in files: read by other programs.

use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

use super::Page;
use super::tools;

impl Page {
    /// Prints the page and returns the text of each sheet of paper, as pdftotext reads it.
    pub fn printed(&self) -> Vec<String> {
        self.printed_as("-layout")
    }

    /// The same, cell by cell instead of line by line: in the order in which it is drawn.
    pub fn printed_in_order(&self) -> Vec<String> {
        self.printed_as("-raw")
    }

    /// Prints the page and returns the tags of the PDF as pdfinfo tells them: a line for each tag, attribute and text, further in
    /// by two signs for each step.
    pub fn printed_tags(&self) -> Vec<String> {
        let file = self.folder().join("printed.pdf");
        std::fs::write(&file, self.print()).expect("the PDF cannot be kept");
        let read = Command::new(tools::pdf_tags()).arg("-struct-text").arg(&file).output();
        let read = read.expect("pdfinfo does not start");
        String::from_utf8_lossy(&read.stdout).lines().map(str::to_owned).collect()
    }

    fn printed_as(&self, order: &str) -> Vec<String> {
        let file = self.folder().join("printed.pdf");
        std::fs::write(&file, self.print()).expect("the PDF cannot be kept");
        sheets(&file, order)
    }

    /// The texts of the sheets that LibreOffice makes of a Word file, each in the order in which it is drawn.
    pub fn word_sheets(&self, word: &[u8]) -> Vec<String> {
        let file = self.file("saved.docx", word);
        let folder = file.parent().expect("a folder");
        // A profile of its own: two programs under one would wait for each other.
        let profile = format!("-env:UserInstallation=file://{}", folder.join("office").display());
        let mut office = Command::new(tools::office());
        office.args([profile.as_str(), "--headless", "--convert-to", "pdf", "--outdir"]).arg(folder).arg(&file);
        let made = office.output().expect("LibreOffice does not start");
        assert!(made.status.success(), "LibreOffice: {}", String::from_utf8_lossy(&made.stderr));
        sheets(&file.with_extension("pdf"), "-raw")
    }
}

/// The texts of a PDF's sheets.
fn sheets(file: &Path, order: &str) -> Vec<String> {
    let read = Command::new(tools::pdf_reader()).arg(order).arg(file).arg("-").output();
    let read = read.expect("pdftotext does not start");
    assert!(read.status.success(), "pdftotext: {}", String::from_utf8_lossy(&read.stderr));
    // One browser draws some pairs of letters as one.
    let text = String::from_utf8_lossy(&read.stdout).replace('\u{fb00}', "ff").replace('\u{fb01}', "fi");
    let text = text.replace('\u{fb02}', "fl").replace('\u{fb03}', "ffi").replace('\u{fb04}', "ffl");
    text.split('\u{c}').map(str::to_owned).filter(|sheet| !sheet.trim().is_empty()).collect()
}

/// The words of sheets of paper, whatever the line breaks.
pub fn words(sheets: &[String]) -> String {
    sheets.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All parts of a Word file, as text.
pub fn word_parts(word: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(word)).expect("an archive");
    let mut all = String::new();
    for place in 0..archive.len() {
        archive.by_index(place).expect("a part").read_to_string(&mut all).expect("text");
    }
    all
}
