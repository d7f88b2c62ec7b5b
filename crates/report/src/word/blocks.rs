//! Blocks as paragraphs.

use super::table;
use super::xml::{Look, paragraph, runs, twips};
use crate::document::{Block, Document, Item, Section};
use crate::paper::MARGINS;

/// The main part of the file. `headers` are the running lines there are.
pub fn document(document: &Document, headers: &[String]) -> String {
    let mut body = String::new();
    let last = document.sections.len().saturating_sub(1);
    for (place, section) in document.sections.iter().enumerate() {
        let (wide, _) = section.paper.millimetres();
        let width = twips(u32::from(wide - 2 * MARGINS.1));
        let room = Room { width, ..Room::default() };
        let mut cards = 0;
        for it in &section.blocks {
            // A card begins on a sheet of its own, as published; the first one with its section.
            cards += usize::from(section.has_cards() && matches!(it, Block::Together(_)));
            let fresh = cards > 1 && matches!(it, Block::Together(_));
            block(&mut body, it, Room { fresh, ..room });
        }
        let sheet = sheet(section, headers);
        // The sheets of a section are told of in its last paragraph, those of the last section at the end.
        body.push_str(&if place < last { format!("<w:p><w:pPr>{sheet}</w:pPr></w:p>") } else { sheet });
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>{body}</w:body></w:document>"
    )
}

fn sheet(section: &Section, headers: &[String]) -> String {
    let (wide, high) = section.paper.millimetres();
    let (width, height) = (twips(wide.into()), twips(high.into()));
    let header = headers.iter().position(|it| *it == section.running).map_or(1, |place| place + 1);
    let (above, aside, below) = (twips(MARGINS.0.into()), twips(MARGINS.1.into()), twips(MARGINS.2.into()));
    let lies = if section.paper.landscape { " w:orient=\"landscape\"" } else { "" };
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header{header}\"/><w:footerReference w:type=\"default\" \
         r:id=\"footer1\"/><w:type w:val=\"nextPage\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{lies}/><w:pgMar w:top=\"{above}\" \
         w:right=\"{aside}\" w:bottom=\"{below}\" w:left=\"{aside}\" w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/></w:sectPr>",
        twips(7),
        twips(6),
    )
}

/// Where blocks stand, and how they look there.
#[derive(Clone, Copy, Default)]
pub struct Room<'a> {
    /// How wide it is, in twentieths of a point.
    pub width: u32,
    /// Whether they stay on one sheet with what follows.
    pub keep: bool,
    /// Whether the first of them begins on a new sheet.
    pub fresh: bool,
    /// Whether they stand in the middle.
    pub centred: bool,
    /// Whether a name along several rows is that of an axis, in a narrow column.
    pub is_map: bool,
    /// How texts look.
    pub look: Look<'a>,
}

impl Room<'_> {
    /// What a paragraph says of itself first, and last.
    fn around(self) -> (&'static str, &'static str) {
        let keep = match (self.keep, self.fresh) {
            (true, true) => "<w:keepNext/><w:pageBreakBefore/>",
            (true, false) => "<w:keepNext/>",
            (false, true) => "<w:pageBreakBefore/>",
            (false, false) => "",
        };
        (keep, if self.centred { "<w:jc w:val=\"center\"/>" } else { "" })
    }
}

/// Writes a block.
pub fn block(to: &mut String, it: &Block, room: Room<'_>) {
    let (keep, middle) = room.around();
    let plain = |style: &str, text: &str, look: Look<'_>| {
        let style = if style.is_empty() { String::new() } else { format!("<w:pStyle w:val=\"{style}\"/>") };
        paragraph(&format!("{style}{keep}{middle}"), text, &runs(text, look))
    };
    match it {
        Block::Heading(level, text) => to.push_str(&plain(&format!("Heading{level}"), text, room.look)),
        Block::Text(text) => to.push_str(&plain("", text, room.look)),
        Block::Note(text) => to.push_str(&plain("Note", text, Look { bold: false, ..room.look })),
        Block::Mark(text, ground) => {
            to.push_str(&plain("", text, Look { bold: true, on: Some(ground), marked: true, ..room.look }));
        }
        Block::Facts(facts) => facts.iter().for_each(|(name, value)| to.push_str(&fact(name, value, room))),
        Block::Items(items) => items.iter().for_each(|it| to.push_str(&item(it, room))),
        Block::Table(it) => table::table(to, it, room),
        Block::Beside(parts) => table::beside(to, parts, room),
        Block::Together(blocks) => {
            for (place, it) in blocks.iter().enumerate() {
                block(to, it, Room { keep: true, fresh: room.fresh && place == 0, ..room });
            }
        }
    }
}

fn fact(name: &str, value: &str, room: Room<'_>) -> String {
    let (keep, _) = room.around();
    let stop = twips(44).min(room.width / 2);
    let name = runs(name, Look { bold: true, ..Look::default() });
    let value = format!("<w:r><w:tab/></w:r>{}", runs(value, Look::default()));
    let properties = format!(
        "{keep}<w:tabs><w:tab w:val=\"left\" w:pos=\"{stop}\"/></w:tabs><w:ind w:left=\"{stop}\" w:hanging=\"{stop}\"/>"
    );
    paragraph(&properties, "", &format!("{name}{value}"))
}

fn item(it: &Item, room: Room<'_>) -> String {
    let (keep, _) = room.around();
    let mut text = String::new();
    let mut properties = if it.heading { "<w:keepNext/>".to_owned() } else { keep.to_owned() };
    if !it.number.is_empty() && !it.heading {
        let (hanging, stop) = (twips(7), twips(if it.below { 14 } else { 7 }));
        properties.push_str(&format!(
            "<w:tabs><w:tab w:val=\"left\" w:pos=\"{stop}\"/></w:tabs><w:ind w:left=\"{stop}\" w:hanging=\"{hanging}\"/>"
        ));
    }
    let bold = Look { bold: true, ..room.look };
    let look = if it.heading { bold } else { room.look };
    if !it.number.is_empty() {
        text.push_str(&runs(&it.number, look));
        text.push_str("<w:r><w:tab/></w:r>");
    }
    text.push_str(&runs(&it.title, bold));
    if !it.title.is_empty() && !it.text.is_empty() {
        text.push_str("<w:r><w:br/></w:r>");
    }
    text.push_str(&runs(&it.text, look));
    paragraph(&properties, &it.text, &text)
}
