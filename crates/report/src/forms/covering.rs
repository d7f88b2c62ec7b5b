//! The report that goes with a register to a committee, section by section as in 2018.

use register::record::Record;
use register::{Covering, IMPLICATIONS};

use super::words;
use crate::compose::Asked;
use crate::document::{Block, Cell, Item, Table};

/// What stands for implications until somebody writes them.
const NONE: &str = "No significant implications.";

/// The covering report; nothing while none of it is written.
pub fn covering(asked: &Asked<'_>) -> Vec<Block> {
    let it = &asked.register.covering;
    if *it == Covering::default() {
        return Vec::new();
    }
    let mut blocks = vec![facts(it)];
    let contacts = [("Officer contact", &it.officers), ("Member contact", &it.members)];
    let columns: Vec<(u8, Vec<Block>)> = contacts
        .into_iter()
        .filter(|(_, all)| !all.trim().is_empty())
        .map(|(name, all)| (50, contact(name, all)))
        .collect();
    if !columns.is_empty() {
        blocks.push(Block::Beside(columns));
    }
    let mut number = 0;
    let mut heading = |name: &str| {
        number += 1;
        (number, Block::Heading(2, format!("{number}. {name}")))
    };
    for (name, text) in [("Background", &it.background), ("Main issues", &it.main_issues)] {
        if !text.trim().is_empty() {
            let (number, heading) = heading(name);
            blocks.push(heading);
            blocks.push(Block::Items(paragraphs(number, text)));
        }
    }
    if !it.priorities.trim().is_empty() {
        let (number, heading) = heading("Alignment with corporate priorities");
        blocks.push(heading);
        blocks
            .extend(implications(number, lines(&it.priorities).map(|line| line.split_once(':').unwrap_or((line, "")))));
    }
    let (number, heading) = heading("Significant implications");
    blocks.push(heading);
    let values: Vec<(&str, String)> = IMPLICATIONS
        .iter()
        .map(|(field, name)| (*name, it.get(field).and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default()))
        .collect();
    blocks.extend(implications(number, values.iter().map(|(name, text)| (*name, text.as_str()))));
    blocks.extend(sources(it));
    blocks
}

fn facts(it: &Covering) -> Block {
    let meeting = it.meeting_date.long();
    let all = [
        ("To", it.to.as_str()),
        ("Meeting date", meeting.as_str()),
        ("From", it.from.as_str()),
        ("Electoral division(s)", it.divisions.as_str()),
        ("Forward Plan ref", it.forward_plan.as_str()),
        ("Key decision", it.key_decision.as_str()),
        ("Purpose", it.purpose.as_str()),
        ("Recommendation", it.recommendation.as_str()),
    ];
    words::facts(all)
}

/// People, one a line: name; post; email; telephone.
fn contact(name: &str, all: &str) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, name.to_owned())];
    let person = |line: &str| {
        let mut parts = line.split(';').map(str::trim);
        words::facts(["Name", "Post", "Email", "Telephone"].map(|name| (name, parts.next().unwrap_or_default())))
    };
    blocks.extend(lines(all).map(person));
    blocks
}

/// The lines that say something.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// A numbered paragraph for each line; lines with a mark at their start are listed below the paragraph before.
fn paragraphs(section: usize, text: &str) -> Vec<Item> {
    let mut number = 0;
    let item = |line: &str| {
        let read = register::paste::lines(line).into_iter().next()?;
        if read.mark.is_empty() || number == 0 {
            number += 1;
            let number = format!("{section}.{number}");
            return Some(Item { number, text: line.trim().to_owned(), ..Item::default() });
        }
        Some(Item { number: read.mark, text: read.text, below: true, ..Item::default() })
    };
    lines(text).filter_map(item).collect()
}

fn implications<'a>(section: usize, all: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<Block> {
    let told = |(place, (name, text)): (usize, (&str, &str))| {
        let text = if text.trim().is_empty() { NONE } else { text };
        [Block::Heading(3, format!("{section}.{} {}", place + 1, name.trim())), Block::Text(text.trim().to_owned())]
    };
    all.enumerate().flat_map(told).collect()
}

fn sources(it: &Covering) -> Vec<Block> {
    if it.sources.trim().is_empty() {
        return Vec::new();
    }
    let row = |line: &str| {
        let (document, location) = line.split_once(';').unwrap_or((line, ""));
        vec![vec![Cell::text(document.trim()), Cell::text(location.trim())]]
    };
    vec![
        Block::Heading(2, "Source documents".to_owned()),
        Block::Table(Table {
            kind: "sources",
            caption: "Source documents".to_owned(),
            words: String::new(),
            widths: vec![600, 400],
            head: vec![["Source documents", "Location"].into_iter().map(Cell::heading).collect()],
            groups: lines(&it.sources).map(row).collect(),
        }),
    ]
}
