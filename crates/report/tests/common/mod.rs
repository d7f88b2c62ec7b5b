//! The samples as reports, and what stands in the tables that are written.
#![allow(dead_code, reason = "each test uses some of it")]

use register::Register;
use register::date::Day;
use report::{Asked, Document, Edition, Part, Plan, compose};

/// A register of the folder `samples`.
pub fn sample(name: &str) -> Register {
    let path = format!("{}/../../samples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).expect("the sample");
    let incoming = exchange::read(&bytes, &mut || "new".into()).expect("the sample can be read");
    incoming.registers.into_iter().next().expect("a register").register
}

/// Parts of a report on all risks of a register.
pub fn composed(register: &Register, parts: &[Part]) -> Document {
    let plans: Vec<Plan> = parts.iter().map(|part| Plan::from(*part)).collect();
    let places: Vec<usize> = (0..register.risks.len()).collect();
    let today = Day::new(2024, 4, 1).expect("a day");
    let (edition, says_withheld) = (Edition::Public, false);
    compose(&Asked { register, places: &places, filter: "", title: "", plans: &plans, edition, says_withheld, today })
}

/// What the page fetches beside the program.
pub fn text(name: &str) -> String {
    std::fs::read_to_string(format!("{}/../../texts/{name}", env!("CARGO_MANIFEST_DIR"))).expect("the text")
}

/// The file that a document makes.
pub fn file(document: &Document) -> String {
    report::file(document, &text("report.css"))
}

/// The Word file that a document makes.
pub fn word(document: &Document) -> Vec<u8> {
    report::word(document, &text("word-styles.xml")).expect("a Word file")
}

/// What is written of a part.
pub fn written(register: &Register, part: Part) -> String {
    report::body(&composed(register, &[part]))
}

/// The texts of the cells of every table of a kind: table, row, cell. What is within a table in a cell is part of its text.
pub fn tables(html: &str, kind: &str) -> Vec<Vec<Vec<String>>> {
    let mut tables: Vec<Vec<Vec<String>>> = Vec::new();
    // How deep within tables, and how deep within one of this kind.
    let (mut depth, mut own) = (0, None);
    let mut rest = html;
    while let Some((text, tail)) = rest.split_once('<') {
        let (tag, tail) = tail.split_once('>').expect("a tag ends");
        rest = tail;
        if let Some(cell) = own.and_then(|_| tables.last_mut()?.last_mut()?.last_mut()) {
            push(cell, text);
        }
        let outer = own == Some(depth);
        match tag.split(' ').next().unwrap_or_default() {
            "table" => {
                depth += 1;
                if own.is_none() && tag.contains(&format!("class=\"r-{kind}\"")) {
                    own = Some(depth);
                    tables.push(Vec::new());
                }
            }
            "/table" => {
                own = own.filter(|at| *at != depth);
                depth -= 1;
            }
            "tr" if outer => tables.last_mut().expect("a table").push(Vec::new()),
            "td" | "th" if outer => tables.last_mut().and_then(|it| it.last_mut()).expect("a row").push(String::new()),
            _ => {}
        }
    }
    tables
}

fn push(cell: &mut String, text: &str) {
    let text = text
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    for word in text.split_whitespace() {
        if !cell.is_empty() {
            cell.push(' ');
        }
        cell.push_str(word);
    }
}

/// The only table of a kind.
pub fn table(html: &str, kind: &str) -> Vec<Vec<String>> {
    let mut tables = tables(html, kind);
    assert_eq!(tables.len(), 1, "tables of the kind {kind}");
    tables.remove(0)
}
