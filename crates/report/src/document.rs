//! What a report consists of, whatever it is written as: sections on sheets of paper, headings, texts, lists and tables.

use crate::paper::Paper;

/// A report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What it is called; also the title of the file.
    pub title: String,
    /// The sections in order. Each begins on a new sheet.
    pub sections: Vec<Section>,
}

/// What stands on sheets of one size.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Which part of the report it is, for style sheets: a word of small letters.
    pub kind: &'static str,
    /// The sheets.
    pub paper: Paper,
    /// The line at the head of every sheet.
    pub running: String,
    /// What stands on them, from the heading on.
    pub blocks: Vec<Block>,
}

impl Section {
    /// Whether it consists of cards: blocks that hold together, each beginning on a sheet of its own.
    pub fn has_cards(&self) -> bool {
        matches!(self.kind, "corporate-cards" | "directorate-cards")
    }
}

/// A thing that stands below the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of a level from 1 (the report) to 4.
    Heading(u8, String),
    /// A text; its line breaks stay.
    Text(String),
    /// A text that matters less, e.g. what letters stand for.
    Note(String),
    /// A figure or a letter on a ground `#rrggbb`.
    Mark(String, String),
    /// Names and what they are here, e.g. "Meeting date", "11 September 2018".
    Facts(Vec<(String, String)>),
    /// A list; each item has the number it was printed with.
    Items(Vec<Item>),
    /// A table.
    Table(Table),
    /// Blocks beside one another, each with its share of the width in per cent.
    Beside(Vec<(u8, Vec<Block>)>),
    /// Blocks that do not part where a sheet ends, as long as they fit on one.
    Together(Vec<Block>),
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The number or mark as printed, or none.
    pub number: String,
    /// A short name, printed bold above the text.
    pub title: String,
    /// The text; its line breaks stay.
    pub text: String,
    /// Whether it is a heading over the items that follow.
    pub heading: bool,
    /// Whether it belongs to the item before, and stands further in.
    pub below: bool,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What kind of table it is, for style sheets: a word of small letters.
    pub kind: &'static str,
    /// What it is, for who cannot see it and for who looks for it.
    pub caption: String,
    /// What a picture made of cells shows, in words, for who cannot see it; blank where the cells say it themselves.
    pub words: String,
    /// The columns' shares of the width, in per mille.
    pub widths: Vec<u16>,
    /// The rows that stand again at the head of every sheet.
    pub head: Vec<Vec<Cell>>,
    /// The others, in groups that do not part where a sheet ends, as long as they fit on one.
    pub groups: Vec<Vec<Vec<Cell>>>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it.
    pub blocks: Vec<Block>,
    /// How many columns it takes.
    pub columns: u16,
    /// How many rows it takes.
    pub rows: u16,
    /// What it heads, if it is a heading.
    pub heads: Heads,
    /// Whether it holds a figure or a letter, which stands in the middle.
    pub centred: bool,
    /// Its ground as `#rrggbb`.
    pub shade: Option<String>,
}

/// What a cell is the heading of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Heads {
    /// Nothing: it holds what is told.
    #[default]
    Nothing,
    /// The column, or columns, below it.
    Column,
    /// The row, or rows, it stands before.
    Row,
}

impl Cell {
    /// A cell with these blocks.
    pub fn of(blocks: Vec<Block>) -> Self {
        Self { blocks, columns: 1, rows: 1, heads: Heads::Nothing, centred: false, shade: None }
    }

    /// A cell with a text; without blocks where it is blank.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        Self::of(if text.trim().is_empty() { Vec::new() } else { vec![Block::Text(text)] })
    }

    /// A cell with a figure or a letter.
    pub fn figure(text: impl Into<String>) -> Self {
        Self { centred: true, ..Self::text(text) }
    }

    /// A cell with a list; without blocks where it is empty.
    pub fn items(items: Vec<Item>) -> Self {
        Self::of(if items.is_empty() { Vec::new() } else { vec![Block::Items(items)] })
    }

    /// The same as the heading of a column.
    pub fn heading(text: impl Into<String>) -> Self {
        Self { heads: Heads::Column, ..Self::text(text) }
    }

    /// The same as the heading of its row. Without words it heads nothing.
    pub fn before_row(self) -> Self {
        let heads = if self.blocks.is_empty() { Heads::Nothing } else { Heads::Row };
        Self { heads, ..self }
    }

    /// The same over so many columns.
    pub fn over(self, columns: u16) -> Self {
        Self { columns, ..self }
    }

    /// The same over so many rows.
    pub fn down(self, rows: u16) -> Self {
        Self { rows, ..self }
    }

    /// The same, filled with this colour, where it is one.
    pub fn shaded(self, colour: &str) -> Self {
        Self { shade: ground(colour), ..self }
    }

    /// A cell with a figure or a letter that stands on a ground of this colour, where it is one.
    pub fn mark(text: impl Into<String>, colour: &str) -> Self {
        let mut cell = Self::figure(text);
        if let (Some(ground), [Block::Text(text)]) = (ground(colour), cell.blocks.as_slice()) {
            cell.blocks = vec![Block::Mark(text.clone(), ground)];
        }
        cell
    }
}

/// A colour as `#rrggbb` in small letters, if it is one.
fn ground(colour: &str) -> Option<String> {
    register::checks::is_colour(colour).then(|| colour.to_ascii_lowercase())
}

impl Block {
    /// The text in it, a line for each thing, in the order in which it is read.
    pub fn plain(&self, lines: &mut Vec<String>) {
        match self {
            Self::Heading(_, text) | Self::Text(text) | Self::Note(text) | Self::Mark(text, _) => {
                lines.push(text.clone())
            }
            Self::Facts(facts) => lines.extend(facts.iter().map(|(name, value)| format!("{name} {value}"))),
            Self::Items(items) => lines.extend(items.iter().flat_map(Item::plain)),
            Self::Table(table) => {
                let rows = table.head.iter().chain(table.groups.iter().flatten());
                rows.flatten().flat_map(|cell| &cell.blocks).for_each(|block| block.plain(lines));
            }
            Self::Beside(parts) => parts.iter().flat_map(|(_, blocks)| blocks).for_each(|block| block.plain(lines)),
            Self::Together(blocks) => blocks.iter().for_each(|block| block.plain(lines)),
        }
    }
}

impl Item {
    fn plain(&self) -> impl Iterator<Item = String> {
        let first = if self.title.is_empty() { &self.text } else { &self.title };
        let line = if self.number.is_empty() { first.clone() } else { format!("{} {first}", self.number) };
        let rest = (!self.title.is_empty() && !self.text.is_empty()).then(|| self.text.clone());
        [Some(line), rest].into_iter().flatten()
    }
}
