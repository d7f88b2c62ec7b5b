//! What came out of a file, and what was odd about it.

use register::Register;
use register::sort::sort;

/// What a file held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incoming {
    /// The registers in the order of the file; at least one.
    pub registers: Vec<IncomingRegister>,
    /// What was odd about the file as a whole.
    pub report: Vec<Line>,
    /// Whether the file is Heatgrid in one file, which carries the register.
    pub in_page: bool,
}

/// One register of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct IncomingRegister {
    /// The register, with an id on everything that needs one.
    pub register: Register,
    /// What was odd in it: first about the register itself, then risk by risk.
    pub report: Vec<Line>,
}

/// One oddity of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The risk: its number as printed, or `row 3` where it has none. `None`: the register or the file itself.
    pub risk: Option<String>,
    /// The field in words a user knows, e.g. `Control 3: Adequacy`.
    pub field: String,
    /// The value as it stood, shortened; blank where nothing stood there.
    pub value: String,
    /// What is odd and what was done, in plain English.
    pub message: String,
    /// What it means for the data.
    pub weight: Weight,
}

/// What an oddity means for the data, from the lightest to the gravest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Kept as it is; worth a look.
    Kept,
    /// Put right: an id was given, a number written as text was read.
    Mended,
    /// Could not be read. It is kept beside the field and goes into every file that is saved.
    SetBeside,
    /// Not taken over, because the register has no place for it.
    LeftOut,
}

/// The most lines in one report. A file with more oddities than this is read all the same; they are counted.
pub(crate) const MAX_LINES: usize = 10_000;

/// A report in the making. Lines beyond [`MAX_LINES`] are counted and never built.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    lines: Vec<(Option<usize>, Line)>,
    more: usize,
    gravest: Option<Weight>,
}

impl Lines {
    /// Adds a line; `row` is the risk's place in the file, from 0, `None` where it is about no risk.
    pub fn add(&mut self, row: Option<usize>, weight: Weight, line: impl FnOnce() -> Line) {
        self.gravest = self.gravest.max(Some(weight));
        if self.lines.len() < MAX_LINES {
            self.lines.push((row, line()));
        } else {
            self.more += 1;
        }
    }

    /// Adds a line about the file or the register itself.
    pub fn whole(&mut self, field: &str, value: &str, message: impl Into<String>, weight: Weight) {
        self.add(None, weight, || {
            let (field, value) = (field.to_owned(), shortened(value));
            Line { risk: None, field, value, message: message.into(), weight }
        });
    }

    /// The report: first what is about no risk, then risk by risk in the order of the file.
    pub fn done(mut self) -> Vec<Line> {
        sort(&mut self.lines, |(a, _), (b, _)| a.cmp(b));
        let mut lines: Vec<Line> = self.lines.into_iter().map(|(_, line)| line).collect();
        if let (1.., Some(weight)) = (self.more, self.gravest) {
            let message = format!("{} more oddities are not listed. They were treated as those above.", self.more);
            lines.push(Line { risk: None, field: "Report".to_owned(), value: String::new(), message, weight });
        }
        lines
    }
}

/// The first 80 characters of a value.
pub(crate) fn shortened(value: &str) -> String {
    value.chars().take(80).collect()
}
