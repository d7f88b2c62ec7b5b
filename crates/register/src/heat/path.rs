//! A curve from one place to another, and what it would run over.

use super::{Point, Rect};

/// A quadratic curve.
#[derive(Clone, Copy)]
pub(super) struct Curve {
    pub from: Point,
    pub control: Point,
    pub to: Point,
}

/// How many points of a curve are looked at.
const SAMPLES: i32 = 16;

impl Curve {
    /// From one place to another, bent sideways by so much.
    pub fn bent(from: Point, to: Point, by: i32) -> Self {
        let (x, y) = (f64::from(to.x - from.x), f64::from(to.y - from.y));
        let length = (x * x + y * y).sqrt().max(1.0);
        let middle = (f64::from(from.x + to.x) / 2.0, f64::from(from.y + to.y) / 2.0);
        // Halfway a quadratic curve comes half as far as its control point.
        let by = 2.0 * f64::from(by);
        let control = Point { x: (middle.0 - y / length * by) as i32, y: (middle.1 + x / length * by) as i32 };
        Self { from, control, to }
    }

    /// A point of it, `part` of `of` along the way.
    pub fn at(&self, part: i32, of: i32) -> Point {
        let (part, of) = (i64::from(part), i64::from(of));
        let rest = of - part;
        let mix = |from: i32, control: i32, to: i32| {
            let sum =
                rest * rest * i64::from(from) + 2 * rest * part * i64::from(control) + part * part * i64::from(to);
            i32::try_from(sum / (of * of)).unwrap_or(0)
        };
        Point { x: mix(self.from.x, self.control.x, self.to.x), y: mix(self.from.y, self.control.y, self.to.y) }
    }

    /// The points that are looked at.
    pub fn samples(&self) -> impl Iterator<Item = Point> {
        (1..=SAMPLES).map(|part| self.at(part, SAMPLES))
    }

    /// How many of these points lie in one of the rectangles; those at the end, where the head is, count four times.
    pub fn covered(&self, by: &[Rect]) -> i32 {
        let weight = |place: usize| if place + 3 >= SAMPLES as usize { 4 } else { 1 };
        let hit = |point: &Point| by.iter().any(|rect| rect.holds(*point));
        self.samples().enumerate().filter(|(_, point)| hit(point)).map(|(place, _)| weight(place)).sum()
    }

    /// The corners of the head: its point, and the two behind.
    pub fn head(&self, length: i32) -> [Point; 3] {
        let (mut x, mut y) = (f64::from(self.to.x - self.control.x), f64::from(self.to.y - self.control.y));
        if x == 0.0 && y == 0.0 {
            (x, y) = (f64::from(self.to.x - self.from.x), f64::from(self.to.y - self.from.y));
        }
        let size = (x * x + y * y).sqrt().max(1.0);
        let along = (x / size * f64::from(length), y / size * f64::from(length));
        let back = (f64::from(self.to.x) - along.0, f64::from(self.to.y) - along.1);
        let half = 0.45;
        let corner = |side: f64| Point {
            x: (back.0 - side * half * along.1).round() as i32,
            y: (back.1 + side * half * along.0).round() as i32,
        };
        [self.to, corner(1.0), corner(-1.0)]
    }
}
