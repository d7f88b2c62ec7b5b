//! The arrows of what moved: from a hollow ring in the old cell to a filled head at the number in the new one.

use super::path::Curve;
use super::{CellBox, Layout, Move, Point, Rect};

/// At most so many moves are drawn one by one. Beyond, those from one cell to another are one arrow with their count.
pub const MOST_ARROWS: usize = 60;
/// Of those with a count, only so many are drawn, the most taken first: more would hide the map.
const MOST_COUNTED: usize = 24;
/// The length of a head.
const HEAD: i32 = 9;
/// How far an arrow ends before the number it points at.
const SHORT_OF: i32 = 3;
/// How far arrows may bend sideways, the straightest first.
const BENDS: [i32; 11] = [0, 10, -10, 20, -20, 30, -30, 42, -42, 54, -54];

/// An arrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// The risks that moved, as places in the register; one, unless they are counted.
    pub risks: Vec<usize>,
    /// The cell before.
    pub from: (u8, u8),
    /// The cell after.
    pub to: (u8, u8),
    /// The middle of the hollow ring.
    pub start: Point,
    /// The control point of the quadratic curve.
    pub control: Point,
    /// The point of the head.
    pub end: Point,
    /// The corners of the head.
    pub head: [Point; 3],
    /// Where the count stands, if several are one arrow.
    pub count: Option<Point>,
}

/// The arrows of moves. `number` finds the chip of a risk, where it has one of its own. Returns the arrows and how many
/// moves have none, because too many cells are involved.
pub fn arrows(layout: &Layout, moves: &[Move], number: &dyn Fn(usize) -> Option<Rect>) -> (Vec<Arrow>, usize) {
    let counted = moves.len() > MOST_ARROWS;
    let mut groups: Vec<(Move, Vec<usize>)> = Vec::new();
    for it in moves {
        match groups.iter_mut().find(|(other, _)| counted && (other.from, other.to) == (it.from, it.to)) {
            Some((_, risks)) => risks.push(it.risk),
            None => groups.push((*it, vec![it.risk])),
        }
    }
    crate::sort::sort(&mut groups, |a, b| b.1.len().cmp(&a.1.len()));
    let most = if counted { MOST_COUNTED } else { MOST_ARROWS };
    let left_out = groups.iter().skip(most).map(|(_, risks)| risks.len()).sum();
    groups.truncate(most);
    let numbers = layout.cells.iter().flat_map(|cell| cell.chips.iter().map(|chip| chip.grown(2)));
    let scores = layout.cells.iter().map(CellBox::score);
    let mut desk = Desk { obstacles: numbers.chain(scores).collect(), taken: Vec::new(), drawn: Vec::new() };
    let drawn = groups.into_iter().filter_map(|(it, risks)| {
        let chip = if counted { None } else { number(it.risk) };
        let (from, to) = (layout.cell(it.from)?, layout.cell(it.to)?);
        let curve = desk.best(from, to, chip);
        let count = counted.then(|| desk.free(&curve));
        let head = curve.head(HEAD);
        Some(Arrow {
            risks,
            from: it.from,
            to: it.to,
            start: curve.from,
            control: curve.control,
            end: curve.to,
            head,
            count,
        })
    });
    (drawn.collect(), left_out)
}

/// What is on the map already.
struct Desk {
    /// What no line should run over.
    obstacles: Vec<Rect>,
    /// The places in cells where a line begins or ends.
    taken: Vec<Point>,
    drawn: Vec<Curve>,
}

impl Desk {
    /// The best curve from one cell to another, or to a chip in it: it hides least, bends least, and keeps clear of others.
    fn best(&mut self, from: &CellBox, to: &CellBox, chip: Option<Rect>) -> Curve {
        let goal = chip.map_or(to.rect.middle(), |chip| chip.middle());
        let start = self.port(from, goal);
        let beside = self.port(to, start);
        let ends = chip.map(|chip| around(chip.grown(SHORT_OF))).into_iter().flatten().map(|end| (end, 0));
        let area = around_both(start, to.rect);
        let near: Vec<Rect> = self.obstacles.iter().filter(|it| touch(it, &area)).copied().collect();
        let mut best: Option<(i32, Curve)> = None;
        for (end, extra) in ends.chain([(beside, 60)]) {
            let most = length(start, end) / 2;
            for bend in BENDS.into_iter().filter(|bend| bend.abs() <= most) {
                let curve = Curve::bent(start, end, bend);
                let cost =
                    extra + 40 * curve.covered(&near) + bend.abs() / 3 + self.crowd(&curve) + length(start, end) / 6;
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, curve));
                }
            }
        }
        let curve = best.map_or_else(|| Curve::bent(start, beside, 0), |(_, curve)| curve);
        self.taken.extend([curve.from, curve.to]);
        self.drawn.push(curve);
        curve
    }

    /// The place in a cell that is nearest to a goal among those used least.
    fn port(&self, cell: &CellBox, goal: Point) -> Point {
        let used = |port: &Point| self.taken.iter().filter(|it| *it == port).count();
        let ports = cell.ports().into_iter();
        ports.min_by_key(|port| (used(port), length(*port, goal))).unwrap_or(cell.rect.middle())
    }

    /// How much a curve runs along others.
    fn crowd(&self, curve: &Curve) -> i32 {
        let near = |a: Point, b: Point| (a.x - b.x).abs() + (a.y - b.y).abs() < 7;
        let along = |other: &Curve| curve.samples().zip(other.samples()).filter(|(a, b)| near(*a, *b)).count();
        let ends = self.drawn.iter().filter(|other| near(other.to, curve.to)).count();
        let crowded: usize = self.drawn.iter().map(along).sum();
        i32::try_from(crowded * 3 + ends * 30).unwrap_or(i32::MAX / 4)
    }

    /// A place on a curve, near its middle, where a count hides no number.
    fn free(&self, curve: &Curve) -> Point {
        let places = [8, 9, 7, 10, 6, 11, 5].map(|part| curve.at(part, 16));
        let is_free = |point: &&Point| !self.obstacles.iter().any(|it| it.grown(8).holds(**point));
        places.iter().find(is_free).copied().unwrap_or(places[0])
    }
}

/// The places around a rectangle where an arrow can end.
fn around(chip: Rect) -> [Point; 8] {
    let middle = chip.middle();
    let (left, right, top, bottom) = (chip.x, chip.right(), chip.y, chip.bottom());
    [
        (right, middle.y),
        (left, middle.y),
        (middle.x, top),
        (middle.x, bottom),
        (right - 3, top + 3),
        (left + 3, top + 3),
        (right - 3, bottom - 3),
        (left + 3, bottom - 3),
    ]
    .map(|(x, y)| Point { x, y })
}

fn length(from: Point, to: Point) -> i32 {
    (from.x - to.x).abs() + (from.y - to.y).abs()
}

/// The part of the map that a curve may cross.
fn around_both(start: Point, to: Rect) -> Rect {
    let (x, y) = (start.x.min(to.x), start.y.min(to.y));
    Rect { x, y, width: start.x.max(to.right()) - x, height: start.y.max(to.bottom()) - y }.grown(60)
}

const fn touch(one: &Rect, other: &Rect) -> bool {
    one.x <= other.right() && other.x <= one.right() && one.y <= other.bottom() && other.y <= one.bottom()
}
