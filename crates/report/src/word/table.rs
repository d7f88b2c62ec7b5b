//! Tables, with headings that stand on every sheet.

use exchange::escaped;

use super::blocks::{Room, block};
use super::xml::{Look, bare, twips};
use crate::document::{Block, Cell, Heads, Table};

/// Writes a table.
pub fn table(to: &mut String, it: &Table, room: Room<'_>) {
    let whole: u32 = it.widths.iter().map(|share| u32::from(*share)).sum::<u32>().max(1);
    let narrow = match it.kind {
        "map" => twips(150),
        "mini" => twips(46),
        _ => u32::MAX,
    };
    let width = room.width.min(narrow);
    let widths: Vec<u32> = it.widths.iter().map(|share| u32::from(*share) * width / whole).collect();
    let is_row = |row: &Vec<Cell>| row.iter().any(|cell| cell.heads == Heads::Row);
    let heads = (!it.head.is_empty(), it.groups.iter().flatten().any(is_row));
    begin(to, (&it.caption, &it.words), &widths, true, heads);
    // Many columns have letters as small as on the page (texts/report.css), by how wide the sheet is.
    let size = match (it.kind, room.width > twips(300)) {
        ("grid", true) => 16,
        ("grid", false) => 12,
        _ => 0,
    };
    let room = Room { look: Look { size, ..room.look }, ..room };
    for row in &it.head {
        let properties = match row.iter().zip(&widths).any(|(cell, width)| is_on_end(cell, *width)) {
            true => format!("<w:cantSplit/><w:trHeight w:val=\"{}\" w:hRule=\"atLeast\"/><w:tblHeader/>", twips(32)),
            false => "<w:cantSplit/><w:tblHeader/>".to_owned(),
        };
        rows(to, std::slice::from_ref(row), &widths, &properties, [Room { keep: true, ..room }; 2]);
    }
    let room = Room { is_map: it.kind != "grid", ..room };
    for group in &it.groups {
        let (split, holding) = match crate::html::is_long(&it.widths, group) {
            true => ("", room),
            false => ("<w:cantSplit/>", Room { keep: true, ..room }),
        };
        let group: Vec<Vec<Cell>> = group.iter().flat_map(|row| spread(row)).collect();
        rows(to, &group, &widths, split, [holding, room]);
    }
    // Word would join a table that follows.
    to.push_str("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>");
}

fn begin(to: &mut String, (caption, words): (&str, &str), widths: &[u32], lines: bool, heads: (bool, bool)) {
    let whole: u32 = widths.iter().sum();
    // Whether the first row and the first column are headings: by these programs that read aloud know.
    let (row, column) = (u16::from(heads.0), u16::from(heads.1));
    let look = 0x0600 + 0x0020 * row + 0x0080 * column;
    let style = if lines { "Lines" } else { "Bare" };
    let said = |name: &str, text: &str| match text {
        "" => String::new(),
        text => format!("<w:{name} w:val=\"{}\"/>", escaped(text)),
    };
    let caption = [said("tblCaption", caption), said("tblDescription", words)].concat();
    to.push_str(&format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblLook w:val=\"{look:04X}\" w:firstRow=\"{row}\" w:lastRow=\"0\" w:firstColumn=\"{column}\" w:lastColumn=\"0\" \
         w:noHBand=\"1\" w:noVBand=\"1\"/>{caption}</w:tblPr><w:tblGrid>"
    ));
    widths.iter().for_each(|width| to.push_str(&format!("<w:gridCol w:w=\"{width}\"/>")));
    to.push_str("</w:tblGrid>");
}

/// The rows that a row with a table in its last cell stands for, where that table has the columns of this one: its other cells
/// reach down along them. Browsers cut off such cells where a sheet ends, so that a document has the table; Word does not, and
/// there each column stands below its heading.
fn spread(row: &[Cell]) -> Vec<Vec<Cell>> {
    let within = row.split_last().and_then(|(last, others)| match last.blocks.as_slice() {
        [Block::Table(it)] if it.widths.len() == usize::from(last.columns) => Some((it.groups.concat(), others)),
        _ => None,
    });
    let Some((mut rows, others)) = within else { return vec![row.to_vec()] };
    let count = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    if let Some(first) = rows.first_mut() {
        first.splice(..0, others.iter().map(|cell| cell.clone().down(count)));
    }
    rows
}

/// Writes rows that stand in one room, the last of them in another; cells that reach over several of them go on as empty ones.
fn rows(to: &mut String, rows: &[Vec<Cell>], widths: &[u32], properties: &str, [room, end]: [Room<'_>; 2]) {
    // For each column how many more rows are taken from above, and by how wide a cell.
    let mut taken = vec![(0_u16, 1_u16); widths.len()];
    for (place, row) in rows.iter().enumerate() {
        let room = if place + 1 < rows.len() { room } else { end };
        to.push_str(&format!("<w:tr><w:trPr>{properties}</w:trPr>"));
        let mut cells = row.iter();
        let mut column = 0;
        while column < widths.len() {
            if let Some((left, wide)) = taken.get_mut(column).filter(|(left, _)| *left > 0) {
                *left -= 1;
                let wide = usize::from(*wide);
                open(to, &widths[column..(column + wide).min(widths.len())], "<w:vMerge/>", false, None);
                to.push_str("<w:p/></w:tc>");
                column += wide;
                continue;
            }
            let Some(it) = cells.next() else { break };
            let wide = usize::from(it.columns).clamp(1, widths.len() - column);
            taken[column] = (it.rows.saturating_sub(1), it.columns);
            let merge = if it.rows > 1 { "<w:vMerge w:val=\"restart\"/>" } else { "" };
            cell(to, it, &widths[column..column + wide], merge, room);
            column += wide;
        }
        to.push_str("</w:tr>");
    }
}

/// Whether the heading of a column has no room but on end: its words are longer than the column is wide.
fn is_on_end(cell: &Cell, width: u32) -> bool {
    let is_long =
        |block: &Block| matches!(block, Block::Text(text) if text.split(' ').any(|word| word.chars().count() > 4));
    cell.heads == Heads::Column && cell.columns == 1 && width < twips(16) && cell.blocks.iter().any(is_long)
}

fn open(to: &mut String, widths: &[u32], merge: &str, on_end: bool, shade: Option<&str>) {
    let width: u32 = widths.iter().sum();
    to.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"));
    if widths.len() > 1 {
        to.push_str(&format!("<w:gridSpan w:val=\"{}\"/>", widths.len()));
    }
    to.push_str(merge);
    if let Some(shade) = shade {
        to.push_str(&format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>", bare(shade)));
    }
    if on_end {
        to.push_str("<w:textDirection w:val=\"btLr\"/>");
    }
    to.push_str("</w:tcPr>");
}

fn cell(to: &mut String, it: &Cell, widths: &[u32], merge: &str, room: Room<'_>) {
    let shade = it.shade.as_deref().or((it.heads == Heads::Column).then_some("#e8eaee"));
    let is_axis = room.is_map && !merge.is_empty();
    let on_end = is_axis || widths.first().is_some_and(|width| is_on_end(it, *width));
    open(to, widths, merge, on_end, shade);
    let mut inner = String::new();
    let width = widths.iter().sum::<u32>().saturating_sub(twips(2));
    let look = Look { bold: it.heads != Heads::Nothing, on: it.shade.as_deref(), marked: false, ..room.look };
    let room = Room { width, centred: it.centred, look, ..room };
    it.blocks.iter().for_each(|it| block(&mut inner, it, room));
    to.push_str(&inner);
    // A cell ends with a paragraph.
    if inner.is_empty() {
        to.push_str("<w:p/>");
    }
    to.push_str("</w:tc>");
}

/// Writes blocks beside one another, as a table without lines.
pub fn beside(to: &mut String, parts: &[(u8, Vec<Block>)], room: Room<'_>) {
    let widths: Vec<u32> = parts.iter().map(|(share, _)| u32::from(*share) * room.width / 100).collect();
    begin(to, ("", ""), &widths, false, (false, false));
    to.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    for ((_, blocks), width) in parts.iter().zip(&widths) {
        cell(to, &Cell::of(blocks.clone()), std::slice::from_ref(width), "", room);
    }
    to.push_str("</w:tr></w:tbl><w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>");
}
