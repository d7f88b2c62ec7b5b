//! What came out of a file, and what was odd about it.

use register::Register;

/// What a file held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incoming {
    /// The registers in the order of the file; at least one.
    pub registers: Vec<IncomingRegister>,
    /// What was odd about the file as a whole.
    pub report: Vec<Line>,
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

impl Line {
    /// A line about the file or the register itself.
    pub(crate) fn whole(field: &str, value: &str, message: String, weight: Weight) -> Self {
        Self { risk: None, field: field.to_owned(), value: shortened(value), message, weight }
    }
}

/// The first 80 characters of a value.
pub(crate) fn shortened(value: &str) -> String {
    value.chars().take(80).collect()
}
