//! Sorting by several keys: the first decides, ties go to the next.

use std::cmp::Ordering;

use super::said::{Said, is_ordered, said, vocabulary};
use super::subject::{Holds, Subject, known_name};
use super::{Of, Row};
use crate::date::Day;
use crate::model::Register;

/// What rows are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Key {
    /// The user's order.
    #[default]
    Order,
    /// A [`Subject`], by its name: dates by date, scores by value, names whose order means something in that order,
    /// lists by how many there are, texts alphabetically with the figures in them by value.
    Field(&'static str),
}

impl Key {
    /// The key of this name: a subject's, `order`, or one that addresses of old have.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "order" => Some(Self::Order),
            "owner" => Some(Self::Field("owners")),
            "review" => Some(Self::Field("next_review")),
            name => known_name(name).map(Self::Field),
        }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Field(name) => name,
        }
    }
}

/// An order of rows. Equal ones keep the user's order; blank values come last either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sort {
    /// What by.
    pub key: Key,
    /// Greatest first.
    pub descending: bool,
}

impl Sort {
    /// Least first.
    pub const fn up(key: Key) -> Self {
        Self { key, descending: false }
    }

    /// Greatest first.
    pub const fn down(key: Key) -> Self {
        Self { key, descending: true }
    }
}

/// Sorts rows. What each says of each key is looked up once, not at every comparison.
pub(super) fn sort(register: &Register, of: Of, rows: &mut Vec<Row>, sorts: &[Sort], today: Day) {
    if sorts.is_empty() {
        return;
    }
    let keys: Vec<_> = sorts.iter().map(|sort| Ranking::new(sort.key, register, of, today)).collect();
    let rank = |(place, row): (usize, &Row)| keys.iter().map(|key| key.rank(place, *row)).collect::<Vec<_>>();
    let ranks: Vec<Vec<Option<String>>> = rows.iter().enumerate().map(rank).collect();
    let order = crate::sort::places(rows.len(), &|a, b| {
        let each = sorts.iter().zip(ranks[a].iter().zip(&ranks[b]));
        each.fold(Ordering::Equal, |so_far, (sort, (a, b))| so_far.then_with(|| compare(a, b, sort.descending)))
    });
    *rows = order.into_iter().map(|place| rows[place]).collect();
}

fn compare(a: &Option<String>, b: &Option<String>, descending: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if descending => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
        // Blank ones come last either way.
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

/// How one key ranks rows.
struct Ranking<'a> {
    subject: Option<&'static Subject>,
    /// The names in their order, where that means something.
    names: Vec<String>,
    register: &'a Register,
    of: Of,
    today: Day,
}

impl<'a> Ranking<'a> {
    fn new(key: Key, register: &'a Register, of: Of, today: Day) -> Self {
        let subject = Subject::of(key.name());
        let ordered = subject.filter(|subject| is_ordered(subject));
        let mut names = ordered.map(|it| vocabulary(it, &register.criteria)).unwrap_or_default();
        if key.name().ends_with(".band") {
            // Listed from the highest, but least first is the lowest.
            names.reverse();
        }
        Self { subject, names, register, of, today }
    }

    /// A text that sorts as the row should; none where there is nothing to sort by.
    fn rank(&self, place: usize, row: Row) -> Option<String> {
        let Some(subject) = self.subject else { return Some(figure(place as u64)) };
        let thing = row.thing(self.register, self.of)?;
        match said(subject, thing, &self.register.criteria, self.today) {
            Said::Nothing => None,
            Said::Number(number) => Some(figure(number)),
            Said::Flag(flag) => Some(figure(u64::from(!flag))),
            Said::Text(text) if subject.holds == Holds::Date => super::condition::span(text).map(|(_, day)| day.iso()),
            Said::Text(text) => match self.names.iter().position(|name| name == text) {
                Some(place) => Some(figure(place as u64)),
                None => Some(text_rank(text)),
            },
            Said::List(_, texts) if subject.holds == Holds::Names => texts.first().map(|text| text_rank(text)),
            Said::List(count, _) => Some(figure(count as u64)),
        }
    }
}

/// A number whose text sorts as it does.
fn figure(number: u64) -> String {
    format!("{number:020}")
}

/// A text in lower case, with each run of figures in it as a number: 2 before 10, R-004 before R-12.
fn text_rank(text: &str) -> String {
    let mut rank = String::new();
    let mut figures = String::new();
    for letter in text.trim().chars().chain(['\0']) {
        if letter.is_ascii_digit() {
            figures.push(letter);
            continue;
        }
        if !figures.is_empty() {
            let figures = std::mem::take(&mut figures);
            rank.extend(std::iter::repeat_n('0', 20_usize.saturating_sub(figures.len())));
            rank.push_str(&figures);
        }
        if letter != '\0' {
            rank.extend(letter.to_lowercase());
        }
    }
    rank
}
