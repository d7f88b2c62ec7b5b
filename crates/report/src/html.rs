//! A document as HTML: for the screen and for printing, and as a file that opens anywhere.
//!
//! Nothing is styled where it stands, since the page's policy forbids that: what differs from document to document, such as the
//! widths of columns, is in [`styles`], which the page adopts and a file carries.

use std::collections::BTreeSet;

use exchange::escaped;
use register::scoring::ink;

use crate::document::{Block, Cell, Document, Heads, Item, Table};
use crate::paper::MARGINS;

/// The sections as HTML, to stand within an element of the class `report`.
pub fn body(document: &Document) -> String {
    let mut html = String::new();
    for section in &document.sections {
        html.push_str(&format!("<section class=\"r-{} {}\">", section.kind, section.paper.name()));
        blocks(&mut html, &section.blocks);
        html.push_str("</section>");
    }
    html
}

/// A file of its own: nothing is asked for, nothing runs. `sheet` as for [`styles`].
pub fn file(document: &Document, sheet: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{}</style>\n\
         </head>\n<body>\n<main class=\"report\">{}</main>\n</body>\n</html>\n",
        escaped(&document.title),
        styles(document, sheet),
        body(document),
    )
}

/// The style sheet of a document: what is the same for all (`sheet`: texts/report.css), its sheets of paper, its columns and its
/// colours.
pub fn styles(document: &Document, sheet: &str) -> String {
    let mut sheet = sheet.to_owned();
    let mut papers = BTreeSet::new();
    let (above, aside, below) = MARGINS;
    for section in &document.sections {
        let name = section.paper.name();
        if !papers.insert(name) {
            continue;
        }
        let ((width, height), running) = (section.paper.millimetres(), quoted(&section.running));
        let (inner_width, inner_height) = section.paper.between_margins();
        sheet.push_str(&format!(
            "@page {name} {{ size: {width}mm {height}mm; margin: {above}mm {aside}mm {below}mm; \
             @top-left {{ content: {running}; font: 8pt system-ui, sans-serif; color: #444; }} \
             @bottom-right {{ content: counter(page) \" of \" counter(pages); font: 8pt system-ui, sans-serif; color: #444; }} }}\n\
             .report > .{name} {{ page: {name}; --width: {inner_width}mm; --height: {inner_height}px; }}\n",
        ));
    }
    let (mut shares, mut shades) = (BTreeSet::new(), BTreeSet::new());
    document.sections.iter().flat_map(|section| &section.blocks).for_each(|it| noted(it, &mut shares, &mut shades));
    for share in shares {
        sheet.push_str(&format!(".report .w{share} {{ width: {}.{}%; }}\n", share / 10, share % 10));
    }
    for shade in shades {
        let name = shade.trim_start_matches('#');
        sheet.push_str(&format!(".report .s{name} {{ background: {shade}; color: {}; }}\n", ink(&shade)));
    }
    sheet
}

/// A text as a string of a style sheet, which may stand within a style element.
fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for sign in text.chars() {
        match sign {
            '"' | '\\' | '<' | '&' => quoted.push_str(&format!("\\{:x} ", u32::from(sign))),
            _ if sign.is_control() => quoted.push(' '),
            _ => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

/// Which shares of a width and which colours a block has.
fn noted(block: &Block, shares: &mut BTreeSet<u16>, shades: &mut BTreeSet<String>) {
    match block {
        Block::Table(table) => {
            shares.extend(&table.widths);
            for cell in table.head.iter().chain(table.groups.iter().flatten()).flatten() {
                shades.extend(cell.shade.clone());
                cell.blocks.iter().for_each(|it| noted(it, shares, shades));
            }
        }
        Block::Beside(parts) => {
            for (share, blocks) in parts {
                shares.insert(u16::from(*share) * 10);
                blocks.iter().for_each(|it| noted(it, shares, shades));
            }
        }
        Block::Together(blocks) => blocks.iter().for_each(|it| noted(it, shares, shades)),
        Block::Mark(_, ground) => drop(shades.insert(ground.clone())),
        _ => {}
    }
}

fn blocks(html: &mut String, blocks: &[Block]) {
    blocks.iter().for_each(|it| block(html, it));
}

fn block(html: &mut String, it: &Block) {
    match it {
        Block::Heading(level, text) => {
            let level = (*level).clamp(1, 6);
            html.push_str(&format!("<h{level} dir=\"auto\">{}</h{level}>", lines(text)));
        }
        Block::Text(text) => html.push_str(&format!("<p dir=\"auto\">{}</p>", lines(text))),
        Block::Note(text) => html.push_str(&format!("<p class=\"r-note\" dir=\"auto\">{}</p>", lines(text))),
        Block::Mark(text, ground) => {
            html.push_str(&format!("<p class=\"r-mark s{}\">{}</p>", ground.trim_start_matches('#'), lines(text)));
        }
        Block::Facts(facts) => {
            html.push_str("<dl>");
            for (name, value) in facts {
                html.push_str(&format!("<div><dt>{}</dt><dd dir=\"auto\">{}</dd></div>", lines(name), lines(value)));
            }
            html.push_str("</dl>");
        }
        Block::Items(items) => {
            html.push_str("<ul role=\"list\">");
            items.iter().for_each(|it| item(html, it));
            html.push_str("</ul>");
        }
        Block::Table(it) => table(html, it),
        Block::Beside(parts) => {
            html.push_str("<div class=\"r-beside\">");
            for (share, inner) in parts {
                html.push_str(&format!("<div class=\"w{}\">", u16::from(*share) * 10));
                blocks(html, inner);
                html.push_str("</div>");
            }
            html.push_str("</div>");
        }
        Block::Together(inner) => {
            html.push_str("<div class=\"r-together\">");
            blocks(html, inner);
            html.push_str("</div>");
        }
    }
}

fn item(html: &mut String, it: &Item) {
    html.push_str(match (it.heading, it.below, it.number.is_empty()) {
        (true, ..) => "<li class=\"r-over\" dir=\"auto\">",
        (false, true, _) => "<li class=\"r-numbered r-below\" dir=\"auto\">",
        (false, false, true) => "<li dir=\"auto\">",
        (false, false, false) => "<li class=\"r-numbered\" dir=\"auto\">",
    });
    if !it.number.is_empty() {
        html.push_str(&format!("<span class=\"r-number\">{}</span> ", lines(&it.number)));
    }
    if !it.title.is_empty() {
        html.push_str(&format!("<strong>{}</strong>", lines(&it.title)));
    }
    if !it.title.is_empty() && !it.text.is_empty() {
        html.push_str("<br>");
    }
    html.push_str(&lines(&it.text));
    html.push_str("</li>");
}

fn table(html: &mut String, it: &Table) {
    if !it.words.is_empty() {
        html.push_str(&format!("<p class=\"r-words\" dir=\"auto\">{}</p>", lines(&it.words)));
    }
    html.push_str(&format!("<table class=\"r-{}\" aria-label=\"{}\"><colgroup>", it.kind, escaped(&it.caption)));
    for width in &it.widths {
        html.push_str(&format!("<col class=\"w{width}\">"));
    }
    html.push_str("</colgroup>");
    if !it.head.is_empty() {
        html.push_str("<thead>");
        rows(html, &it.head);
        html.push_str("</thead>");
    }
    for group in &it.groups {
        html.push_str(if is_long(&it.widths, group) { "<tbody class=\"r-long\">" } else { "<tbody>" });
        rows(html, group);
        html.push_str("</tbody>");
    }
    html.push_str("</table>");
}

/// Whether a group of rows would leave much of a sheet empty if it had to stand on one: a guess by its longest cells.
pub(crate) fn is_long(widths: &[u16], rows: &[Vec<Cell>]) -> bool {
    group_lines(widths, rows, 1000) > LONG
}

/// About how many lines a group of rows takes in a table that takes so many per mille of the sheet.
fn group_lines(widths: &[u16], rows: &[Vec<Cell>], share: usize) -> usize {
    let row_lines = |row: &Vec<Cell>| {
        let mut widths = widths.iter();
        let width = |cell: &Cell| widths.by_ref().take(usize::from(cell.columns)).map(|it| usize::from(*it)).sum();
        let shares: Vec<usize> = row.iter().map(width).collect();
        row.iter().zip(shares).map(|(cell, width)| cell_lines(cell, width * share / 1000)).max().unwrap_or(0)
    };
    rows.iter().map(row_lines).sum()
}

/// About half a sheet of lines.
const LONG: usize = 28;

/// About how many lines a cell takes: a sheet has some 130 characters from side to side.
fn cell_lines(cell: &Cell, share: usize) -> usize {
    let per_line = (share * 130 / 1000).max(4);
    let lines = |block: &Block| match block {
        Block::Table(table) => table.groups.iter().map(|rows| group_lines(&table.widths, rows, share)).sum(),
        block => {
            let mut texts = Vec::new();
            block.plain(&mut texts);
            texts.iter().flat_map(|text| text.lines()).map(|line| line.chars().count() / per_line + 1).sum::<usize>()
        }
    };
    cell.blocks.iter().map(lines).sum()
}

fn rows(html: &mut String, rows: &[Vec<Cell>]) {
    for row in rows {
        html.push_str("<tr>");
        row.iter().for_each(|it| cell(html, it));
        html.push_str("</tr>");
    }
}

fn cell(html: &mut String, it: &Cell) {
    let (name, scope) = match (it.heads, it.columns > 1, it.rows > 1) {
        (Heads::Nothing, ..) => ("td", ""),
        (Heads::Column, false, _) => ("th", " scope=\"col\""),
        (Heads::Column, true, _) => ("th", " scope=\"colgroup\""),
        (Heads::Row, _, false) => ("th", " scope=\"row\""),
        (Heads::Row, _, true) => ("th", " scope=\"rowgroup\""),
    };
    let mut classes: Vec<String> = it.centred.then(|| "r-figure".to_owned()).into_iter().collect();
    classes.extend(it.shade.as_ref().map(|shade| format!("s{}", shade.trim_start_matches('#'))));
    html.push_str(&format!("<{name}{scope}"));
    if !classes.is_empty() {
        html.push_str(&format!(" class=\"{}\"", classes.join(" ")));
    }
    for (attribute, count) in [("colspan", it.columns), ("rowspan", it.rows)] {
        if count > 1 {
            html.push_str(&format!(" {attribute}=\"{count}\""));
        }
    }
    html.push('>');
    blocks(html, &it.blocks);
    html.push_str(&format!("</{name}>"));
}

/// A text with its line breaks.
fn lines(text: &str) -> String {
    text.lines().map(escaped).collect::<Vec<_>>().join("<br>")
}
