//! The small parts of the file.

use exchange::escaped;

use super::xml::{Look, paragraph, runs};
use crate::document::Document;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

pub const RELATIONS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"main\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" ",
    "Target=\"word/document.xml\"/>",
    "<Relationship Id=\"core\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" ",
    "Target=\"docProps/core.xml\"/></Relationships>",
);

pub const SETTINGS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:compat><w:compatSetting ",
    "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>",
);

/// The number of the page, of how many.
pub const FOOTER: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:pPr><w:pStyle w:val=\"Note\"/>",
    "<w:jc w:val=\"right\"/></w:pPr><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>",
    "<w:r><w:t xml:space=\"preserve\"> of </w:t></w:r><w:fldSimple w:instr=\" NUMPAGES \"><w:r><w:t>1</w:t></w:r></w:fldSimple>",
    "</w:p></w:ftr>",
);

/// The running lines that sections have, each once.
pub fn headers(document: &Document) -> Vec<String> {
    let mut headers: Vec<String> = Vec::new();
    for section in &document.sections {
        if !headers.contains(&section.running) {
            headers.push(section.running.clone());
        }
    }
    headers
}

/// A running line.
pub fn header(text: &str) -> String {
    let line = paragraph("<w:pStyle w:val=\"Note\"/>", text, &runs(text, Look::default()));
    format!("{HEAD}<w:hdr {MAIN}>{line}</w:hdr>")
}

/// What the parts are.
pub fn types(headers: usize) -> String {
    let mut parts = vec![
        ("/word/document.xml".to_owned(), format!("{TYPE}.document.main+xml")),
        ("/word/styles.xml".to_owned(), format!("{TYPE}.styles+xml")),
        ("/word/settings.xml".to_owned(), format!("{TYPE}.settings+xml")),
        ("/word/footer1.xml".to_owned(), format!("{TYPE}.footer+xml")),
        ("/docProps/core.xml".to_owned(), "application/vnd.openxmlformats-package.core-properties+xml".to_owned()),
    ];
    parts.extend((1..=headers).map(|number| (format!("/word/header{number}.xml"), format!("{TYPE}.header+xml"))));
    let parts = parts.iter().map(|(name, kind)| format!("<Override PartName=\"{name}\" ContentType=\"{kind}\"/>"));
    format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/>{}</Types>",
        parts.collect::<String>()
    )
}

/// Where the main part finds the others.
pub fn relations(headers: usize) -> String {
    let mut parts = vec![
        ("styles".to_owned(), "styles", "styles.xml".to_owned()),
        ("settings".to_owned(), "settings", "settings.xml".to_owned()),
        ("footer1".to_owned(), "footer", "footer1.xml".to_owned()),
    ];
    parts.extend((1..=headers).map(|number| (format!("header{number}"), "header", format!("header{number}.xml"))));
    let line = |(id, kind, target): &(String, &str, String)| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    format!(
        "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}</Relationships>",
        parts.iter().map(line).collect::<String>()
    )
}

/// What the file says of itself: its title and language, and nobody's name.
pub fn core(document: &Document) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>",
        escaped(&document.title)
    )
}
