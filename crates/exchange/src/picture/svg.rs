//! The picture: one SVG that needs nothing besides itself.

use std::fmt::Write;

use register::heat::{Arrow, CellBox, Layout, Letters, Point, Room, appetite, arrows, characters, line, number};
use register::scoring::level;

use super::Picture;
use super::paint::{band, escaped, lines, tint};

/// The side of a cell; cells with more numbers are higher.
const SIDE: i32 = 132;
const MARGIN: i32 = 24;
/// The room for the names of levels left of the matrix, with the name of the axis.
const HEADS: i32 = 148;
const INK: &str = "#16191d";
const SOFT: &str = "#4d5660";
/// The width of a letter of 13 px on average, times ten.
const LETTER: i32 = 70;

/// The heat map as SVG. Every number stands in it once, all texts are escaped, and bands have their letters, so that it
/// reads in greyscale.
pub fn svg(picture: &Picture<'_>) -> String {
    let criteria = picture.criteria();
    let cells = picture.cells();
    let in_cell = |at: (u8, u8)| &cells.cells[usize::from(at.0) - 1][usize::from(at.1) - 1];
    let room = Room { side: SIDE, characters: characters(picture.register, picture.places), all: true, open: None };
    let layout = Layout::new(criteria.size(), criteria.likelihood_across, room, &|at| in_cell(at).len());
    let width = (MARGIN + HEADS + layout.width + MARGIN).max(520);
    let mut page = Sheet { body: String::new(), y: MARGIN, width };
    page.paragraph(picture.title(), 20, 28, "650");
    page.paragraph(&picture.subtitle(), 13, 20, "400");
    page.y += 12;
    let origin = Point { x: MARGIN + HEADS, y: page.y };
    page.open_group(origin);
    for cell in &layout.cells {
        page.cell(picture, cell);
    }
    if let Some(accepted) = appetite(picture.register, picture.places) {
        page.edge(&line(criteria, accepted.highest, &layout));
    }
    let moves = picture.movement().map(|it| it.moves).unwrap_or_default();
    let chip = |risk: usize| {
        let cell = layout.cells.iter().find(|cell| in_cell(cell.at).contains(&risk))?;
        cell.chips.get(in_cell(cell.at).iter().position(|it| *it == risk)?).copied()
    };
    let (arrows, _) = arrows(&layout, &moves, &chip);
    arrows.iter().for_each(|arrow| page.arrow(arrow));
    for cell in &layout.cells {
        page.score(picture, cell);
        page.numbers(picture, cell, in_cell(cell.at));
    }
    page.axes(picture, &layout);
    page.body.push_str("</g>");
    page.y += layout.height + 84;
    page.legend(picture, &cells.elsewhere);
    let height = page.y + MARGIN;
    let described = escaped(&description(picture, &cells.elsewhere));
    let title = escaped(&format!("{}: heat map", picture.title()));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" font-family=\"Segoe UI, Roboto, Helvetica, Arial, sans-serif\" fill=\"{INK}\">\
         <title>{title}</title><desc>{described}</desc><rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>{}</svg>",
        page.body
    )
}

/// The map in words, for who cannot see it.
fn description(picture: &Picture<'_>, elsewhere: &[usize]) -> String {
    let mut words = format!("{}. {} risks.", picture.subtitle(), picture.places.len());
    for text in [picture.moved(), picture.elsewhere(elsewhere)].into_iter().flatten() {
        let _ = write!(words, " {text}.");
    }
    words
}

/// The sheet as far as it has been drawn.
struct Sheet {
    body: String,
    y: i32,
    width: i32,
}

impl Sheet {
    fn add(&mut self, element: std::fmt::Arguments<'_>) {
        // A string takes whatever is written.
        self.body.write_fmt(element).unwrap_or_default();
    }

    fn text(&mut self, at: Point, size: i32, rest: &str, text: &str) {
        self.add(format_args!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{size}\" {rest}>{}</text>",
            at.x,
            at.y,
            escaped(text)
        ));
    }

    /// Text over the whole width, below what is there.
    fn paragraph(&mut self, text: &str, size: i32, height: i32, weight: &str) {
        let most = usize::try_from((self.width - 2 * MARGIN) * 130 / (LETTER * size)).unwrap_or(60);
        for text in lines(text, most) {
            self.y += height;
            let at = Point { x: MARGIN, y: self.y - height / 4 };
            self.text(at, size, &format!("font-weight=\"{weight}\""), &text);
        }
    }

    fn open_group(&mut self, origin: Point) {
        self.add(format_args!("<g transform=\"translate({} {})\">", origin.x, origin.y));
    }

    fn cell(&mut self, picture: &Picture<'_>, cell: &CellBox) {
        let (criteria, rect) = (picture.criteria(), cell.rect);
        let fill = tint(criteria, cell.at);
        self.add(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"4\" fill=\"{fill}\" stroke=\"#7d8790\"/>",
            rect.x, rect.y, rect.width, rect.height
        ));
    }

    /// The score of a cell with the letter of its band, over the lines.
    fn score(&mut self, picture: &Picture<'_>, cell: &CellBox) {
        let (criteria, rect) = (picture.criteria(), cell.rect);
        let score = criteria.score_at(cell.at.0, cell.at.1).map(|score| score.to_string()).unwrap_or_default();
        let letter = band(criteria, cell.at).map(|band| band.letter.clone()).unwrap_or_default();
        let text = format!("{score} {letter}");
        let wide = i32::try_from(text.trim_end().chars().count()).unwrap_or(0) * 8 + 2;
        let fill = tint(criteria, cell.at);
        self.add(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{wide}\" height=\"15\" fill=\"{fill}\"/>",
            rect.right() - 4 - wide,
            rect.bottom() - 18
        ));
        let at = Point { x: rect.right() - 6, y: rect.bottom() - 6 };
        self.text(at, 12, "text-anchor=\"end\"", text.trim_end());
    }

    fn edge(&mut self, pieces: &[(Point, Point)]) {
        if pieces.is_empty() {
            return;
        }
        let path: String = pieces.iter().map(|(a, b)| format!("M{} {}L{} {}", a.x, a.y, b.x, b.y)).collect();
        self.add(format_args!(
            "<path d=\"{path}\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"4\" stroke-linecap=\"square\"/>"
        ));
    }

    fn arrow(&mut self, arrow: &Arrow) {
        let Arrow { start, control, end, head, .. } = arrow;
        let weight = if arrow.count.is_some() { 2 } else { 1 };
        let curve = format!("M{} {}Q{} {} {} {}", start.x, start.y, control.x, control.y, end.x, end.y);
        self.add(format_args!(
            "<path d=\"{curve}\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"{}\"/>",
            weight + 3
        ));
        self.add(format_args!("<path d=\"{curve}\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"{weight}.4\"/>"));
        let corners: Vec<String> = head.iter().map(|it| format!("{},{}", it.x, it.y)).collect();
        self.add(format_args!("<polygon points=\"{}\"/>", corners.join(" ")));
        self.add(format_args!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"4\" fill=\"#ffffff\" stroke=\"{INK}\" stroke-width=\"1.4\"/>",
            start.x, start.y
        ));
        if let Some(at) = arrow.count {
            self.add(format_args!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"10\" fill=\"#ffffff\" stroke=\"{INK}\"/>",
                at.x, at.y
            ));
            let at = Point { x: at.x, y: at.y + 4 };
            self.text(at, 12, "text-anchor=\"middle\" font-weight=\"650\"", &arrow.risks.len().to_string());
        }
    }

    /// The chips of a cell.
    fn numbers(&mut self, picture: &Picture<'_>, cell: &CellBox, risks: &[usize]) {
        let size = if cell.letters == Letters::Large { 16 } else { 13 };
        for (chip, &place) in cell.chips.iter().zip(risks) {
            let risk = &picture.register.risks[place];
            let radius = chip.height / 2;
            let round = |by: i32| {
                let chip = chip.grown(-by);
                format!(
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"#ffffff\" stroke=\"{INK}\"/>",
                    chip.x,
                    chip.y,
                    chip.width,
                    chip.height,
                    radius - by
                )
            };
            self.body.push_str("<g>");
            let corporate = if risk.corporate { " (CR)" } else { "" };
            let tip = format!("{}{corporate} {}", number(risk), risk.title);
            self.add(format_args!("<title>{}</title>", escaped(tip.trim())));
            self.body.push_str(&round(0));
            if risk.corporate {
                self.body.push_str(&round(3));
            }
            let text = number(risk);
            let room = chip.width - 12;
            let wide = i32::try_from(text.chars().count()).unwrap_or(i32::MAX / 20) * size * 58 / 100 > room + 4;
            let squeeze =
                if wide { format!(" textLength=\"{room}\" lengthAdjust=\"spacingAndGlyphs\"") } else { String::new() };
            let at = Point { x: chip.middle().x, y: chip.middle().y + size * 36 / 100 };
            self.text(at, size, &format!("class=\"number\" text-anchor=\"middle\" font-weight=\"650\"{squeeze}"), text);
            self.body.push_str("</g>");
        }
    }

    /// The names of the levels and of the axes.
    fn axes(&mut self, picture: &Picture<'_>, layout: &Layout) {
        let criteria = picture.criteria();
        let across = criteria.likelihood_across;
        let part = |at: (u8, u8), likelihood: bool| if likelihood { at.0 } else { at.1 };
        for cell in layout.cells.iter().filter(|cell| cell.rect.x == 0) {
            let words = lines(&level(criteria, !across, part(cell.at, !across)), 14);
            let first = cell.rect.middle().y + 4 - 8 * i32::try_from(words.len().min(4)).unwrap_or(1) + 8;
            for (place, text) in (0..).zip(words.iter().take(4)) {
                self.text(Point { x: -10, y: first + 16 * place }, 13, "text-anchor=\"end\"", text);
            }
        }
        let last = layout.cells.iter().map(|cell| cell.rect.y).max().unwrap_or(0);
        for cell in layout.cells.iter().filter(|cell| cell.rect.y == last) {
            let words = lines(&level(criteria, across, part(cell.at, across)), 18);
            for (place, text) in (0..).zip(words.iter().take(3)) {
                let at = Point { x: cell.rect.middle().x, y: layout.height + 20 + 16 * place };
                self.text(at, 13, "text-anchor=\"middle\"", text);
            }
        }
        let (up, right) = picture.axes();
        let soft = format!("text-anchor=\"middle\" font-weight=\"650\" fill=\"{SOFT}\"");
        let (x, y) = (-HEADS + 12, layout.height / 2);
        self.text(Point { x, y }, 13, &format!("{soft} transform=\"rotate(-90 {x} {y})\""), up);
        self.text(Point { x: layout.width / 2, y: layout.height + 76 }, 13, &soft, right);
    }

    /// Bands, the line of appetite, what moved, and the risks that are not on the map.
    fn legend(&mut self, picture: &Picture<'_>, elsewhere: &[usize]) {
        let mut x = MARGIN;
        self.y += 22;
        for band in &picture.criteria().bands {
            let text = picture.criteria().band_words(band);
            let wide = 44 + i32::try_from(text.chars().count()).unwrap_or(0) * LETTER / 10 + 20;
            if x > MARGIN && x + wide > self.width - MARGIN {
                (x, self.y) = (MARGIN, self.y + 26);
            }
            let colour = if register::checks::is_colour(&band.colour) { band.colour.as_str() } else { "#ffffff" };
            let ink = register::scoring::ink(colour);
            self.add(format_args!(
                "<rect x=\"{x}\" y=\"{}\" width=\"32\" height=\"18\" rx=\"2\" fill=\"{colour}\" stroke=\"#7d8790\"/>",
                self.y - 13
            ));
            let letter = format!("text-anchor=\"middle\" font-weight=\"650\" fill=\"{ink}\"");
            self.text(Point { x: x + 16, y: self.y }, 12, &letter, &band.letter);
            self.text(Point { x: x + 40, y: self.y }, 13, "", &text);
            x += wide;
        }
        let accepted = appetite(picture.register, picture.places).map(|it| format!("Bold line: {}", it.words()));
        let moved =
            picture.moved().map(|text| format!("{text}. A ring marks the cell before, an arrowhead the number now"));
        let corporate = picture.places.iter().any(|&place| picture.register.risks[place].corporate);
        let corporate = corporate.then(|| "Second outline: in the corporate register too".to_owned());
        self.y += 6;
        for text in [accepted, moved, corporate, picture.elsewhere(elsewhere)].into_iter().flatten() {
            self.paragraph(&text, 13, 20, "400");
        }
    }
}
