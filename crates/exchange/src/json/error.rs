//! Why nothing could be made of a file.

use crate::Locked;

use super::{LooksLike, MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, MAX_RISKS, MAX_TEXT};

/// Why a file was refused. Nothing was taken over. Lines count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Nothing in it but blanks.
    Empty,
    /// More than [`MAX_BYTES`]; so many bytes.
    TooLarge(usize),
    /// Not JSON; what it looks like.
    Other(LooksLike),
    /// It breaks off in this line.
    EndsTooEarly(usize),
    /// It breaks the rules of JSON.
    Damaged {
        /// The line.
        line: usize,
        /// What stands there, shortened.
        near: String,
    },
    /// Lists and records stand in one another more than [`MAX_DEPTH`] deep, from this line.
    TooDeep(usize),
    /// A text longer than [`MAX_TEXT`] begins in this line.
    LongText(usize),
    /// More than [`MAX_ENTRIES`] fields and list entries.
    TooManyEntries,
    /// More than [`MAX_RISKS`]; so many risks.
    TooManyRisks(usize),
    /// A JSON list instead of a file with a name.
    List,
    /// JSON that does not say which format it is in.
    Unnamed,
    /// A single register without the file around it.
    BareRegister,
    /// JSON in a format of this name.
    Foreign(String),
    /// It does not say which version of the format it is in, or not as a whole number.
    NoVersion,
    /// Written by a newer Heatgrid; the version of its format.
    Newer(u64),
    /// No register in it.
    NoRegister,
    /// A password opens it.
    Locked(Box<Locked>),
    /// A password opened it once, and none does now.
    LockedDamaged,
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const OPEN: &str = "Choose a file that was saved from Heatgrid; its name usually ends in .heatgrid.json.";
        match self {
            Self::Empty => write!(f, "This file is empty. Choose another, or ask for it to be sent again."),
            Self::TooLarge(bytes) => {
                let (size, most) = (bytes.div_ceil(1 << 20), MAX_BYTES >> 20);
                write!(f, "This file is too large: {size} MB, and at most {most} MB can be opened. {OPEN}")
            }
            Self::Other(looks) => write!(f, "This is not a register file. It looks like {looks}. {OPEN}"),
            Self::EndsTooEarly(line) => write!(
                f,
                "This file ends too early, in line {line}: the rest is missing. Copy or download it again, or ask for it \
                 to be sent again."
            ),
            Self::Damaged { line, near } => write!(
                f,
                "This file is damaged in line {line}, near “{near}”. If it was changed by hand, look there for a missing \
                 or surplus comma, quotation mark or bracket; otherwise ask for it to be sent again."
            ),
            Self::TooDeep(line) => write!(
                f,
                "This file cannot be opened: in line {line}, lists stand inside one another more than {MAX_DEPTH} deep, \
                 which no register does. {OPEN}"
            ),
            Self::LongText(line) => write!(
                f,
                "This file cannot be opened: the text that begins in line {line} is longer than {} MB. Shorten it, or \
                 choose another file.",
                MAX_TEXT >> 20
            ),
            Self::TooManyEntries => write!(
                f,
                "This file cannot be opened: it has more than {} million entries. Split the register and save it as \
                 several files.",
                MAX_ENTRIES / 1_000_000
            ),
            Self::TooManyRisks(count) => write!(
                f,
                "This file cannot be opened: it has {count} risks, and at most {MAX_RISKS} fit into one file. Split the \
                 register and save it as several files."
            ),
            Self::List => write!(f, "This is not a register file: it is a list in JSON, without a format name. {OPEN}"),
            Self::Unnamed => {
                write!(f, "This is not a register file: it is JSON, but does not name “heatgrid” as its format. {OPEN}")
            }
            Self::BareRegister => write!(
                f,
                "This file holds a single register without the lines that make it a register file. Put it into the list \
                 “registers” of an object that also has \"format\": \"heatgrid\" and \"version\": 1."
            ),
            Self::Foreign(name) => {
                write!(f, "This is not a register file: it names “{name}” as its format, not “heatgrid”. {OPEN}")
            }
            Self::NoVersion => write!(
                f,
                "This file does not say which version of the format it is in, so it cannot be read safely. Add a line \
                 \"version\": 1 if it was made by hand; otherwise ask for it to be saved again."
            ),
            Self::Newer(version) => write!(
                f,
                "This file was saved by a newer Heatgrid: its format is version {version}, and this one reads versions up \
                 to {}. Reload the page to get the newest Heatgrid, then open the file again.",
                register::VERSION
            ),
            Self::NoRegister => write!(f, "There is no register in this file, so there is nothing to open."),
            Self::Locked(_) => write!(f, "This file opens with the password that it was saved with."),
            Self::LockedDamaged => write!(
                f,
                "This file was saved with a password and has been changed or damaged since, so no password opens it. Ask \
                 for it to be sent again."
            ),
        }
    }
}

impl std::error::Error for ReadError {}
