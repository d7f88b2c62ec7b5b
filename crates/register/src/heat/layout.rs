//! Where cells and numbers stand.

use super::{Point, Rect};

/// The distance between cells.
pub const GAP: i32 = 3;
/// The foot of a cell, where its score stands and lines begin.
const FOOT: i32 = 20;
/// The distance of the places where lines begin and end.
const STEP: i32 = 13;
/// Numbers are drawn large in cells of at least this side.
const LARGE_FROM: i32 = 72;
/// The most numbers that a cell shows when it is opened.
const MOST_OPENED: usize = 200;

/// How large numbers are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// 16 px in a chip of 28: to be read across a table.
    Large,
    /// 13 px in a chip of 24: the smallest that a finger hits.
    Small,
}

impl Letters {
    /// The size of a chip for numbers of so many characters.
    fn chip(self, characters: usize, most: i32) -> (i32, i32) {
        let characters = i32::try_from(characters).unwrap_or(1);
        let (width, height) = match self {
            Self::Large => ((12 + 12 * characters).max(28), 28),
            Self::Small => ((6 + 9 * characters).max(24), 24),
        };
        (width.min(most), height)
    }
}

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The side of a cell.
    pub side: i32,
    /// Characters of the longest number.
    pub characters: usize,
    /// Whether a cell grows until it shows every number, however many there are.
    pub all: bool,
    /// A cell, by likelihood and impact, that shows all its numbers where the others count them.
    pub open: Option<(u8, u8)>,
}

/// A cell: where it stands and where its numbers do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellBox {
    /// Likelihood and impact.
    pub at: (u8, u8),
    /// Where it stands.
    pub rect: Rect,
    /// Where the chips stand: one for each number, or a single one with their count.
    pub chips: Vec<Rect>,
    /// Whether the only chip is the count.
    pub counted: bool,
    /// How large the numbers are.
    pub letters: Letters,
}

impl CellBox {
    /// Where the score stands: the lower right corner.
    pub const fn score(&self) -> Rect {
        Rect { x: self.rect.right() - 34, y: self.rect.bottom() - FOOT + 2, width: 32, height: FOOT - 4 }
    }

    /// The places in the cell, clear of its numbers and its score, where a line can begin or end.
    pub fn ports(&self) -> Vec<Point> {
        let Rect { x, y, .. } = self.rect;
        let (columns, rows) = ((self.rect.width - 16) / STEP, (self.rect.height - 16) / STEP);
        let all = (0..=rows).flat_map(|row| (0..=columns).map(move |column| (column, row)));
        let places = all.map(|(column, row)| Point { x: x + 8 + STEP * column, y: y + 8 + STEP * row });
        let clear = |point: &Point| {
            !self.score().grown(4).holds(*point) && !self.chips.iter().any(|chip| chip.grown(6).holds(*point))
        };
        places.filter(clear).collect()
    }
}

/// The map laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The width of the matrix.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// The side of a cell that has not grown.
    pub side: i32,
    /// The cells, row by row from the top.
    pub cells: Vec<CellBox>,
}

impl Layout {
    /// Lays out a matrix of `size` likelihoods and impacts, with likelihood across or up. `count` says how many numbers
    /// a cell has.
    pub fn new(size: (u8, u8), across: bool, room: Room, count: &dyn Fn((u8, u8)) -> usize) -> Self {
        let (rows, columns) = if across { (size.1, size.0) } else { size };
        let mut cells = Vec::new();
        let mut y = 0;
        for row in (1..=rows).rev() {
            let at = |column: u8| if across { (column, row) } else { (row, column) };
            let fits: Vec<Fit> = (1..=columns).map(|column| fit(room, at(column), count(at(column)))).collect();
            let height = fits.iter().map(|fit| fit.height).max().unwrap_or(room.side);
            let mut x = 0;
            for (column, fit) in (1..=columns).zip(fits) {
                let rect = Rect { x, y, width: room.side, height };
                cells.push(fit.into_cell(at(column), rect));
                x += room.side + GAP;
            }
            y += height + GAP;
        }
        let columns = i32::from(columns);
        Self { width: (columns * (room.side + GAP) - GAP).max(0), height: (y - GAP).max(0), side: room.side, cells }
    }

    /// The cell of a likelihood and impact.
    pub fn cell(&self, at: (u8, u8)) -> Option<&CellBox> {
        self.cells.iter().find(|cell| cell.at == at)
    }

    /// The cell at a place on the map; between two cells, the one before.
    pub fn cell_at(&self, point: Point) -> Option<(u8, u8)> {
        let hit = |cell: &&CellBox| {
            let rect = cell.rect;
            Rect { width: rect.width + GAP - 1, height: rect.height + GAP - 1, ..rect }.holds(point)
        };
        self.cells.iter().find(hit).map(|cell| cell.at)
    }
}

/// The distance of numbers from the edge of their cell, and from each other.
const fn gaps(side: i32) -> (i32, i32) {
    match side {
        ..30 => (1, 2),
        30..LARGE_FROM => (3, 2),
        _ => (6, 4),
    }
}

/// What a cell needs.
struct Fit {
    letters: Letters,
    chip: (i32, i32),
    drawn: usize,
    counted: bool,
    height: i32,
}

fn fit(room: Room, at: (u8, u8), count: usize) -> Fit {
    let (pad, between) = gaps(room.side);
    let most = room.side - 2 * pad;
    let fit = |letters: Letters| {
        let chip = letters.chip(room.characters, most);
        let rows = i32::try_from(count).unwrap_or(i32::MAX / 64).max(1);
        let columns = per_row(most, chip.0, between);
        let rows = (rows + columns - 1) / columns;
        let height = pad + rows * (chip.1 + between) - between + FOOT;
        Fit { letters, chip, drawn: count, counted: false, height: height.max(room.side) }
    };
    if room.side >= LARGE_FROM {
        let large = fit(Letters::Large);
        if large.height == room.side {
            return large;
        }
    }
    let small = fit(Letters::Small);
    let opened = room.open == Some(at) && count <= MOST_OPENED;
    if room.all || opened || small.height <= (5 * room.side / 2).max(114) {
        return small;
    }
    Fit { chip: (most.min(96), 28), drawn: 1, counted: true, height: room.side.max(pad + 28 + FOOT), ..small }
}

fn per_row(width: i32, chip: i32, between: i32) -> i32 {
    ((width + between) / (chip + between)).max(1)
}

impl Fit {
    fn into_cell(self, at: (u8, u8), rect: Rect) -> CellBox {
        let (width, height) = self.chip;
        let count = i32::try_from(self.drawn).unwrap_or(0);
        let (pad, between) = gaps(rect.width);
        let columns = per_row(rect.width - 2 * pad, width, between).min(count.max(1));
        let rows = (count + columns - 1) / columns;
        let block = (columns * (width + between) - between, rows * (height + between) - between);
        let left = rect.x + (rect.width - block.0) / 2;
        let top = rect.y + ((rect.height - FOOT + pad - block.1) / 2).max(pad);
        let chip = |place: i32| Rect {
            x: left + place % columns * (width + between),
            y: top + place / columns * (height + between),
            width,
            height,
        };
        CellBox { at, rect, chips: (0..count).map(chip).collect(), counted: self.counted, letters: self.letters }
    }
}
