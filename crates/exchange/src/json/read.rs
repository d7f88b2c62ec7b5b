//! Bytes → registers.

use std::collections::{HashMap, HashSet};

use register::checks;
use register::record::{Fault, Note, Reading, Step};
use register::{Id, Ids, Register};
use serde_json::Value;

use super::decode::Decoded;
use super::scan::{Scan, scan};
use super::{LooksLike, MAX_BYTES, MAX_DEPTH, MAX_RISKS, ReadError, decode, envelope, ids, look, mend, words};
use crate::report::{Incoming, IncomingRegister, Lines, Weight, shortened};
use crate::{Locked, page};

/// Reads a file: its registers, and what was odd about them.
///
/// `ids` gives the ids that are missing. Nothing odd inside a register costs more than the field it stands in, and
/// even that is kept beside the field.
///
/// # Errors
/// [`ReadError`] if nothing can be made of the file, with what to do about it in plain English.
pub fn read(bytes: &[u8], ids: &mut dyn Ids) -> Result<Incoming, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge(bytes.len()));
    }
    if let Some(looks) = look::binary(bytes) {
        return Err(ReadError::Other(looks));
    }
    let decoded = decode::decode(bytes);
    let text = decoded.text.trim();
    if text.is_empty() {
        return Err(ReadError::Empty);
    }
    if page::is_page(text) {
        return match page::carried(text) {
            Some(carried) => read(carried.text.as_bytes(), ids).map(|incoming| Incoming { in_page: true, ..incoming }),
            None if page::is_ours(text) => Err(ReadError::NoRegister),
            None => Err(ReadError::Other(LooksLike::WebPage)),
        };
    }
    if let Some(looks) = look::text(text) {
        return Err(ReadError::Other(looks));
    }
    if let Some(locked) = Locked::read(text) {
        return Err(locked.map_or_else(|error| error, |locked| ReadError::Locked(Box::new(locked))));
    }
    let scan = scan(&decoded.text)?;
    let (value, mended) = parse(&decoded.text, &scan)?;
    let mut report = Lines::default();
    let values = envelope::open(value, &mut report)?;
    let count = values.iter().map(|register| register["risks"].as_array().map_or(0, Vec::len)).sum();
    if count > MAX_RISKS {
        return Err(ReadError::TooManyRisks(count));
    }
    about_text(&decoded, mended, &scan, &mut report);
    let mut registers = Vec::new();
    let mut taken = HashSet::new();
    for (index, value) in values.into_iter().enumerate() {
        let stood = if value.is_object() { String::new() } else { value.to_string() };
        match Reading::of::<Register>(value) {
            (Some(register), notes) => registers.push(take_in(register, notes, &mut taken, ids)),
            (None, _) => {
                let message = format!("Entry {} of the registers is not a register. It is not taken over.", index + 1);
                report.whole("Registers", &stood, message, Weight::LeftOut);
            }
        }
    }
    let (depth, line) = scan.deepest;
    if depth == MAX_DEPTH && registers.iter().flat_map(|it| &it.report).any(|line| line.weight == Weight::SetBeside) {
        // Keeping it beside its field takes one more level, and the file written then could not be read again.
        return Err(ReadError::TooDeep(line));
    }
    let report = report.done();
    if registers.is_empty() { Err(ReadError::NoRegister) } else { Ok(Incoming { registers, report, in_page: false }) }
}

/// Parses the JSON, mended where only that helps; says whether it was.
fn parse(json: &str, scan: &Scan) -> Result<(Value, bool), ReadError> {
    let error = match serde_json::from_str(json) {
        Ok(value) => return Ok((value, false)),
        Err(error) => error,
    };
    if scan.refused > 0
        && let Ok(value) = serde_json::from_str(&mend::mend(json))
    {
        return Ok((value, true));
    }
    let line = error.line();
    if error.is_eof() {
        return Err(ReadError::EndsTooEarly(line));
    }
    Err(ReadError::Damaged { line, near: near(json, line, error.column()) })
}

/// What stands in a line around a column, both from 1, the column in bytes.
fn near(json: &str, line: usize, column: usize) -> String {
    let line = json.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    let from = line.floor_char_boundary(column.saturating_sub(20));
    line[from..].trim().chars().take(40).collect()
}

/// Reports on the text of the file as a whole.
fn about_text(decoded: &Decoded<'_>, mended: bool, scan: &Scan, report: &mut Lines) {
    if decoded.western > 0 {
        let message = format!(
            "{} characters are not in UTF-8, the encoding of register files. They were read as Windows-1252; check \
             accents, quotes and signs such as £.",
            decoded.western
        );
        report.whole("Text", "", message, Weight::Mended);
    }
    if decoded.replaced > 0 {
        let message = format!("{} characters could not be read. Each was replaced by \u{FFFD}.", decoded.replaced);
        report.whole("Text", "", message, Weight::Mended);
    }
    if mended {
        let message = "Some characters were written in a way that JSON does not allow. Control characters were kept, \
                       half characters replaced by \u{FFFD}.";
        report.whole("Text", "", message, Weight::Mended);
    }
    if let Some((count, line)) = scan.hidden {
        let message =
            format!("{count} control characters that cannot be seen, the first in line {line}. They are kept.");
        report.whole("Text", "", message, Weight::Kept);
    }
    for (line, name) in &scan.repeated {
        let message =
            format!("In line {line} this field stands a second time in one record. Only the later value counts.");
        report.whole(&shortened(name), "", message, Weight::LeftOut);
    }
}

/// Gives ids where they are missing, checks, and gathers what was odd, risk by risk.
fn take_in(mut register: Register, notes: Vec<Note>, taken: &mut HashSet<Id>, ids: &mut dyn Ids) -> IncomingRegister {
    let rows = rows(&register, &notes);
    let mut report = Lines::default();
    ids::of_register(&mut register, taken, ids, &mut report);
    ids::of_risks(&mut register, &rows, ids, &mut report);
    for note in &notes {
        let weight = words::weight(note.fault);
        match note.path.as_slice() {
            path @ [Step::Field("risks"), Step::Item(row), rest @ ..] => report.add(Some(*row), weight, || {
                let risk = rows.binary_search(row).ok().map(|place| &register.risks[place]);
                let path = if rest.is_empty() { path } else { rest };
                words::of_note(note, path, Some(words::risk_name(risk, *row)))
            }),
            path => report.add(None, weight, || words::of_note(note, path, None)),
        }
    }
    let risks: HashMap<_, _> = register.risks.iter().zip(&rows).map(|(risk, row)| (&risk.id, (risk, *row))).collect();
    let (mut places, mut of) = (words::Places::new(), None);
    for finding in checks::findings(&register).iter().filter(|finding| !finding.kind.is_guidance()) {
        let risk = finding.risk.as_ref().and_then(|id| risks.get(id)).copied();
        report.add(risk.map(|(_, row)| row), Weight::Kept, || {
            // Findings come risk by risk, so the places are made once for each.
            if let Some((risk, row)) = risk.filter(|(_, row)| of != Some(*row)) {
                (places, of) = (words::places(risk), Some(row));
            }
            words::of_finding(finding, risk.map(|(risk, row)| words::risk_name(Some(risk), row)), &places)
        });
    }
    let report = report.done();
    IncomingRegister { register, report }
}

/// The row in the file of each risk, from 0: entries that are no risks were set beside and leave a gap.
fn rows(register: &Register, notes: &[Note]) -> Vec<usize> {
    let stray: HashSet<usize> = notes
        .iter()
        .filter_map(|note| match note.path.as_slice() {
            [Step::Field("risks"), Step::Item(row)] if note.fault == Fault::Unread => Some(*row),
            _ => None,
        })
        .collect();
    (0..).filter(|row| !stray.contains(row)).take(register.risks.len()).collect()
}
