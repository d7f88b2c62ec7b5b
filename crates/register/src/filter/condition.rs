//! One condition of a filter: what is asked, how it is tested, and against which values.

use super::Of;
use super::said::{Said, Thing, said};
use super::subject::{Holds, Subject};
use crate::date::{DateText, Day, Meaning};
use crate::model::Criteria;

/// A condition, as the user gave it. It is plain text, so that one which names what this register or this version does
/// not have can be kept and told of; it matches nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The name of the [`Subject`].
    pub subject: String,
    /// How it is tested.
    pub test: Test,
    /// Against what. Names and texts: any of them. Numbers and dates: one, or two where a range is asked for. Dates are
    /// in the standard form, `2024-03-31` or `2016-09`.
    pub values: Vec<String>,
}

/// How a subject is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// It is one of the values.
    Is,
    /// It is none of the values; blank is none.
    IsNot,
    /// One of the values stands in it, whatever the case.
    Contains,
    /// None of the values stands in it.
    Lacks,
    /// Nothing stands there.
    Blank,
    /// Something stands there.
    Set,
    /// It is at least the value.
    AtLeast,
    /// It is at most the value.
    AtMost,
    /// It is at least the first value and at most the second; a month begins with its first day and ends with its last.
    Between,
    /// The date ends before the value begins.
    Before,
    /// The date ends after the value ends.
    After,
    /// It holds.
    Yes,
    /// It does not hold.
    No,
}

impl Test {
    /// All tests and their words in addresses.
    const WORDS: [(Self, &str); 13] = [
        (Self::Is, "is"),
        (Self::IsNot, "not"),
        (Self::Contains, "has"),
        (Self::Lacks, "lacks"),
        (Self::Blank, "blank"),
        (Self::Set, "set"),
        (Self::AtLeast, "min"),
        (Self::AtMost, "max"),
        (Self::Between, "between"),
        (Self::Before, "before"),
        (Self::After, "after"),
        (Self::Yes, "yes"),
        (Self::No, "no"),
    ];

    /// The test that has this word in an address.
    pub fn of(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, it)| *it == word).map(|(test, _)| *test)
    }

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(test, _)| *test == self).map_or("", |(_, word)| word)
    }

    /// The tests that make sense for what a subject holds, the most usual first.
    pub const fn for_(holds: Holds) -> &'static [Self] {
        use Test::{After, AtLeast, AtMost, Before, Between, Blank, Contains, Is, IsNot, Lacks, No, Set, Yes};
        match holds {
            Holds::Text => &[Contains, Lacks, Is, IsNot, Blank, Set],
            Holds::List => &[Contains, Lacks, Blank, Set],
            Holds::Choice => &[Is, IsNot, Blank, Set],
            Holds::Names => &[Is, IsNot, Contains, Lacks, Blank, Set],
            Holds::Number => &[AtLeast, AtMost, Between, Is, IsNot, Blank, Set],
            Holds::Date => &[Before, After, Between, Blank, Set],
            Holds::Flag => &[Yes, No],
        }
    }

    /// How many values it takes: none, one, two, or any number (`None`).
    pub const fn takes(self) -> Option<usize> {
        match self {
            Self::Is | Self::IsNot | Self::Contains | Self::Lacks => None,
            Self::Blank | Self::Set | Self::Yes | Self::No => Some(0),
            Self::AtLeast | Self::AtMost | Self::Before | Self::After => Some(1),
            Self::Between => Some(2),
        }
    }
}

impl Condition {
    /// A condition without values, or with one.
    pub fn new(subject: &str, test: Test, values: &[&str]) -> Self {
        Self { subject: subject.to_owned(), test, values: values.iter().map(|&value| value.to_owned()).collect() }
    }

    /// Its subject, if this version knows it and the test and the number of values suit it.
    pub fn known(&self) -> Option<&'static Subject> {
        let subject = Subject::of(&self.subject)?;
        let suits = match self.test.takes() {
            None => !self.values.is_empty(),
            Some(count) => self.values.len() == count,
        };
        (suits && Test::for_(subject.holds).contains(&self.test)).then_some(subject)
    }
}

/// A condition made ready to be asked of many.
pub(super) struct Ready<'a> {
    subject: Option<&'static Subject>,
    test: Test,
    /// Without outer blanks, in lower case.
    texts: Vec<String>,
    numbers: Vec<u64>,
    /// The first and the last day of each value.
    days: Vec<(Day, Day)>,
    criteria: &'a Criteria,
    today: Day,
}

impl<'a> Ready<'a> {
    pub(super) fn new(condition: &Condition, criteria: &'a Criteria, today: Day) -> Self {
        let subject = condition.known();
        let mut it = Self {
            subject,
            test: condition.test,
            texts: condition.values.iter().map(|value| plain(value)).collect(),
            numbers: Vec::new(),
            days: Vec::new(),
            criteria,
            today,
        };
        match subject.map(|subject| subject.holds) {
            Some(Holds::Number) => it.numbers = it.texts.iter().filter_map(|text| text.parse().ok()).collect(),
            Some(Holds::Date) => it.days = condition.values.iter().filter_map(|value| span(value)).collect(),
            _ => {}
        }
        it
    }

    /// What it speaks of; what this version does not know is asked of the risk, and fails there.
    pub(super) fn of(&self) -> Of {
        self.subject.map_or(Of::Risk, Subject::belongs_to)
    }

    pub(super) fn holds(&self, thing: Thing<'_>) -> bool {
        let Some(subject) = self.subject else { return false };
        let said = said(subject, thing, self.criteria, self.today);
        match (self.test, subject.holds) {
            (Test::Blank, _) => said.is_blank(),
            (Test::Set, _) => !said.is_blank(),
            (Test::Yes, _) => said == Said::Flag(true),
            (Test::No, _) => said == Said::Flag(false),
            (test, Holds::Number) => self.number_holds(test, &said),
            (test, Holds::Date) => self.date_holds(test, &said),
            (Test::Is, _) => self.is(&said),
            (Test::IsNot, _) => !self.is(&said),
            (Test::Contains, _) => self.stands_in(&said),
            (Test::Lacks, _) => !self.stands_in(&said),
            _ => false,
        }
    }

    fn is(&self, said: &Said<'_>) -> bool {
        said.texts().iter().any(|text| self.texts.contains(&plain(text)))
    }

    fn stands_in(&self, said: &Said<'_>) -> bool {
        let one = |text: &&str| self.texts.iter().any(|value| super::words::occurs(text, value));
        said.texts().iter().any(one)
    }

    fn number_holds(&self, test: Test, said: &Said<'_>) -> bool {
        let Said::Number(number) = said else { return test == Test::IsNot && !self.numbers.is_empty() };
        match (test, self.numbers.as_slice()) {
            (Test::Is, numbers) => numbers.contains(number),
            (Test::IsNot, numbers) => !numbers.is_empty() && !numbers.contains(number),
            (Test::AtLeast, [least]) => number >= least,
            (Test::AtMost, [most]) => number <= most,
            (Test::Between, [least, most]) => (least..=most).contains(&number),
            _ => false,
        }
    }

    fn date_holds(&self, test: Test, said: &Said<'_>) -> bool {
        let Said::Text(text) = said else { return false };
        let Some((_, day)) = span(text) else { return false };
        match (test, self.days.as_slice()) {
            (Test::Before, [(first, _)]) => day < *first,
            (Test::After, [(_, last)]) => day > *last,
            (Test::Between, [(first, _), (_, last)]) => (*first..=*last).contains(&day),
            _ => false,
        }
    }
}

/// Names are the same whatever their case and outer blanks.
pub(super) fn plain(text: &str) -> String {
    text.trim().to_lowercase()
}

/// The first and the last day of a date, if it can be read.
pub(super) fn span(text: &str) -> Option<(Day, Day)> {
    let date = DateText(text.to_owned());
    let last = date.end()?;
    match date.meaning() {
        Meaning::Month(year, month) => Some((Day { year, month, day: 1 }, last)),
        _ => Some((last, last)),
    }
}
