//! Dates as councils write them: to the day, to the month, missing, or impossible.
//!
//! No calendar library keeps a date that cannot exist beside those that can, nor one to the month; the little
//! arithmetic needed here (days in a month, order) does not earn the 16 KB of one.

mod read;

use serde::Serialize;
use serde_json::Value;

use crate::record::{Field, Reading, Shape, set_by_reading};

/// A day of the Gregorian calendar that exists. Ordered by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Year, e.g. 2024.
    pub year: u16,
    /// Month from 1.
    pub month: u8,
    /// Day of the month from 1.
    pub day: u8,
}

/// What a written date means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing was written.
    Blank,
    /// A day.
    Day(Day),
    /// A month: year and month from 1.
    Month(u16, u8),
    /// Written as a date, but no such day exists, e.g. 31/04/2021.
    Impossible,
    /// Not a date that can be read.
    Unreadable,
}

/// A date as it was written. Readable ones that come from typing are kept as `2024-03-31` or `2016-09`,
/// all others exactly as they came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct DateText(pub String);

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Day {
    /// The day, if it exists.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=12).contains(&month) && day >= 1 && day <= days_in(year, month);
        exists.then_some(Self { year, month, day })
    }

    /// As in `11/09/2018`.
    pub fn short(self) -> String {
        format!("{:02}/{:02}/{:04}", self.day, self.month, self.year)
    }

    /// As in `11 September 2018`.
    pub fn long(self) -> String {
        format!("{} {} {}", self.day, MONTHS[usize::from(self.month) - 1], self.year)
    }

    /// As in `2018-09-11`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The number of days of a month from 1.
fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

impl DateText {
    /// Takes what a user typed: readable dates in the standard form, anything else as it is, without outer blanks.
    pub fn typed(text: &str) -> Self {
        let text = text.trim();
        Self(match read::meaning(text) {
            Meaning::Day(day) => day.iso(),
            Meaning::Month(year, month) => format!("{year:04}-{month:02}"),
            _ => text.to_owned(),
        })
    }

    /// What it means.
    pub fn meaning(&self) -> Meaning {
        read::meaning(self.0.trim())
    }

    /// As in `11/09/2018` or `Sep 2016`; what cannot be read, as it was written.
    pub fn short(&self) -> String {
        match self.meaning() {
            Meaning::Day(day) => day.short(),
            Meaning::Month(year, month) => {
                format!("{} {year}", &MONTHS[usize::from(month) - 1][..3])
            }
            _ => self.0.clone(),
        }
    }

    /// As in `11 September 2018` or `September 2016`; what cannot be read, as it was written.
    pub fn long(&self) -> String {
        match self.meaning() {
            Meaning::Day(day) => day.long(),
            Meaning::Month(year, month) => format!("{} {year}", MONTHS[usize::from(month) - 1]),
            _ => self.0.clone(),
        }
    }

    /// The last day it covers: a month ends with its last day.
    pub fn end(&self) -> Option<Day> {
        match self.meaning() {
            Meaning::Day(day) => Some(day),
            Meaning::Month(year, month) => Day::new(year, month, days_in(year, month)),
            _ => None,
        }
    }

    /// Whether it has passed wholly by `today`.
    pub fn is_past(&self, today: Day) -> bool {
        self.end().is_some_and(|end| end < today)
    }
}

impl From<&str> for DateText {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl Field for DateText {
    fn shape(&self) -> Shape<'_> {
        Shape::Text(&self.0)
    }

    fn read(&mut self, value: Value, at: &mut Reading) -> bool {
        self.0.read(value, at)
    }

    set_by_reading!();
}

#[cfg(test)]
mod tests;
