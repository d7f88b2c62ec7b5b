//! What stands around the grids: terms and review dates before it, abbreviations and the scoring matrix after it.

use register::Term;

use super::words;
use crate::compose::Asked;
use crate::document::{Block, Cell, Table};
use crate::map;

/// The terms, and the dates on which the whole register was reviewed.
pub fn glossary(asked: &Asked<'_>) -> Vec<Block> {
    let register = asked.register;
    let mut blocks = Vec::new();
    if !register.glossary.is_empty() {
        blocks.push(Block::Heading(2, "Glossary".to_owned()));
        blocks.push(terms("Glossary", "Term", &register.glossary));
    }
    if !register.review_dates.is_empty() {
        blocks.push(Block::Heading(2, "Review dates".to_owned()));
        let dates: Vec<String> = register.review_dates.iter().map(|date| date.short()).collect();
        blocks.push(Block::Text(dates.join("\n")));
    }
    blocks
}

/// The abbreviations, and what each score means.
pub fn matrix(asked: &Asked<'_>) -> Vec<Block> {
    let (register, criteria) = (asked.register, &asked.register.criteria);
    let mut blocks = Vec::new();
    if !register.acronyms.is_empty() {
        blocks.push(Block::Heading(2, "Abbreviations".to_owned()));
        blocks.push(terms("Abbreviations", "Abbreviation", &register.acronyms));
    }
    if let Some(matrix) = map::scores(criteria) {
        let mut scoring = vec![Block::Heading(2, "Scoring matrix".to_owned()), matrix];
        scoring.extend(words::bands_key(criteria));
        blocks.push(Block::Together(scoring));
    }
    blocks
}

fn terms(caption: &str, name: &'static str, terms: &[Term]) -> Block {
    let row = |term: &Term| vec![vec![Cell::text(&term.term).before_row(), Cell::text(&term.meaning)]];
    Block::Table(Table {
        kind: "terms",
        caption: caption.to_owned(),
        words: String::new(),
        widths: vec![240, 760],
        head: vec![[name, "Meaning"].into_iter().map(Cell::heading).collect()],
        groups: terms.iter().map(row).collect(),
    })
}
