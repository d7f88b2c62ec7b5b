//! Reading the forms of dates found in registers.

use super::{Day, MONTHS, Meaning};

/// What a trimmed text means as a date.
pub(super) fn meaning(text: &str) -> Meaning {
    if text.is_empty() {
        return Meaning::Blank;
    }
    let parts: Vec<&str> = text.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let read = match parts.as_slice() {
        [year, month, day] if is_year(year) => full(Some(year), number(month), day),
        [day, month, year] => full(Some(year), named(month).or_else(|| number(month)), day),
        [year, month] if is_year(year) => month_of(year, number(month)),
        [month, year] if named(month).is_some() => month_of(year, named(month)),
        [month, year] if is_year(year) => month_of(year, number(month)),
        _ => None,
    };
    read.unwrap_or(Meaning::Unreadable)
}

fn full(year: Option<&&str>, month: Option<u8>, day: &str) -> Option<Meaning> {
    let (year, month, day) = (full_year(year?)?, month?, number(day)?);
    Some(Day::new(year, month, day).map_or(Meaning::Impossible, Meaning::Day))
}

fn month_of(year: &str, month: Option<u8>) -> Option<Meaning> {
    let (year, month) = (full_year(year)?, month?);
    Some(if (1..=12).contains(&month) { Meaning::Month(year, month) } else { Meaning::Impossible })
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A year of four digits, or of two: 00 to 69 mean 2000 to 2069, 70 to 99 mean 1970 to 1999.
fn full_year(text: &str) -> Option<u16> {
    let year: u16 = digits(text)?.parse().ok()?;
    match text.len() {
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        4 if year >= 1000 => Some(year),
        _ => None,
    }
}

/// One or two digits, also with an English ordinal ending: `1st`, `22nd`.
fn number(text: &str) -> Option<u8> {
    let text = ["st", "nd", "rd", "th"].iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
    (text.len() <= 2).then(|| digits(text)?.parse().ok()).flatten()
}

fn digits(text: &str) -> Option<&str> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

/// A month by its English name or the first three or four letters of it.
fn named(text: &str) -> Option<u8> {
    let text = text.trim_end_matches(',').to_lowercase();
    let found = MONTHS.iter().position(|name| {
        let name = name.to_lowercase();
        name == text || (text.len() >= 3 && text.len() <= 4 && name.starts_with(&text))
    })?;
    u8::try_from(found + 1).ok()
}
