//! Which risks a view shows, and in which order.

use std::cmp::Ordering;

use crate::model::{Criteria, Point, Register, Risk, Status, Which};
use crate::scoring::Rating;

/// The band of a filter that stands for risks without a residual score.
pub const NO_BAND: &str = "none";

/// Which risks are shown. Each part that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that must each occur somewhere in the risk, whatever their case.
    pub text: String,
    /// The name of the band of the residual score, or [`NO_BAND`].
    pub band: Option<String>,
    /// An owner of the risk.
    pub owner: Option<String>,
    /// Open or closed.
    pub status: Option<Status>,
}

impl Filter {
    /// Whether every risk is shown.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.band.is_none() && self.owner.is_none() && self.status.is_none()
    }

    /// Whether the risk is shown.
    pub fn shows(&self, risk: &Risk, criteria: &Criteria) -> bool {
        self.status.is_none_or(|status| risk.status == status)
            && self.owner.as_ref().is_none_or(|owner| risk.owners.contains(owner))
            && self.band.as_ref().is_none_or(|band| in_band(band, risk, criteria))
            && self.text.split_whitespace().all(|word| mentions(risk, &word.to_lowercase()))
    }
}

fn in_band(wanted: &str, risk: &Risk, criteria: &Criteria) -> bool {
    criteria.band(criteria.rate(&risk.residual)).map_or(NO_BAND, |band| &band.name) == wanted
}

/// Whether a risk's texts contain a word given in lower case.
fn mentions(risk: &Risk, word: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(word);
    let any = |texts: &[String]| texts.iter().any(|text| has(text));
    let points = |points: &[Point]| points.iter().any(|point| has(&point.text));
    has(&risk.printed_number())
        || [&risk.title, &risk.description, &risk.category, &risk.response, &risk.notes, &risk.acceptance]
            .iter()
            .any(|text| has(text))
        || [&risk.owners, &risk.contacts, &risk.objectives, &risk.path].iter().any(|texts| any(texts))
        || [&risk.triggers, &risk.causes, &risk.consequences].iter().any(|list| points(list))
        || risk.controls.iter().any(|it| {
            has(&it.title) || has(&it.description) || has(&it.critical_success) || has(&it.assurance) || any(&it.owners)
        })
        || risk.actions.iter().any(|it| {
            has(&it.title) || has(&it.description) || has(&it.assurance) || any(&it.owners) || has(&it.progress)
        })
}

/// What risks are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Key {
    /// The user's order.
    #[default]
    Order,
    /// The number: figures by value, then text.
    Number,
    /// The title.
    Title,
    /// The first owner.
    Owner,
    /// Open before closed.
    Status,
    /// The score of an assessment.
    Score(Which),
    /// The accepted score.
    Appetite,
    /// The date of the next review.
    NextReview,
}

/// An order of risks. Equal ones keep the user's order; blank values come last either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// What by.
    pub key: Key,
    /// Greatest first.
    pub descending: bool,
}

/// The places in the register of the risks that a filter shows, in the order asked for.
pub fn select(register: &Register, filter: &Filter, sort: Sort) -> Vec<usize> {
    let criteria = &register.criteria;
    let shown = register.risks.iter().enumerate().filter(|(_, risk)| filter.is_empty() || filter.shows(risk, criteria));
    let mut places: Vec<usize> = shown.map(|(place, _)| place).collect();
    if sort.key != Key::Order {
        crate::sort::sort(&mut places, |a, b| compare(&register.risks[*a], &register.risks[*b], criteria, sort));
    } else if sort.descending {
        places.reverse();
    }
    places
}

fn compare(a: &Risk, b: &Risk, criteria: &Criteria, sort: Sort) -> Ordering {
    let blank_last = |a: Option<Ordering>, a_blank: bool, b_blank: bool| match (a_blank, b_blank) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Greater,
        (false, true) => Ordering::Less,
        (false, false) => a.map_or(Ordering::Equal, |it| if sort.descending { it.reverse() } else { it }),
    };
    let text = |a: &str, b: &str| blank_last(Some(a.to_lowercase().cmp(&b.to_lowercase())), a.is_empty(), b.is_empty());
    let first = |list: &[String]| list.first().cloned().unwrap_or_default();
    match sort.key {
        Key::Order => Ordering::Equal,
        Key::Number => blank_last(Some(by_number(&a.number, &b.number)), a.number.is_empty(), b.number.is_empty()),
        Key::Title => text(&a.title, &b.title),
        Key::Owner => text(&first(&a.owners), &first(&b.owners)),
        Key::Status => {
            let order = (a.status == Status::Closed).cmp(&(b.status == Status::Closed));
            if sort.descending { order.reverse() } else { order }
        }
        Key::Score(which) => {
            let score = |risk: &Risk| criteria.rate(risk.assessment(which)).score();
            blank_last(Some(score(a).cmp(&score(b))), score(a).is_none(), score(b).is_none())
        }
        Key::Appetite => blank_last(Some(a.appetite.cmp(&b.appetite)), a.appetite.is_none(), b.appetite.is_none()),
        Key::NextReview => {
            let (one, other) = (a.next_review.end(), b.next_review.end());
            blank_last(Some(one.cmp(&other)), one.is_none(), other.is_none())
        }
    }
}

/// Figures by value (2 before 10), the rest as text.
fn by_number(a: &str, b: &str) -> Ordering {
    let split = |text: &str| {
        let text = text.trim_start_matches(|c: char| !c.is_ascii_digit());
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        text[..end].parse::<u64>().ok()
    };
    let lead = |text: &str| text.chars().take_while(|c| !c.is_ascii_digit()).collect::<String>().to_lowercase();
    lead(a).cmp(&lead(b)).then_with(|| split(a).cmp(&split(b))).then_with(|| a.cmp(b))
}

/// Every owner named on a risk, once each, in alphabetical order.
pub fn owners(register: &Register) -> Vec<String> {
    let mut owners: Vec<String> = register.risks.iter().flat_map(|risk| risk.owners.iter().cloned()).collect();
    crate::sort::sort(&mut owners, |a, b| a.to_lowercase().cmp(&b.to_lowercase()));
    owners.dedup();
    owners
}

/// The risks in each cell of the matrix, as places in the register, and those without a cell.
pub struct Cells {
    /// By likelihood level from 1, then impact level from 1, each less one.
    pub cells: Vec<Vec<Vec<usize>>>,
    /// The risks that have no place on the matrix: not assessed, or off the scale.
    pub elsewhere: Vec<usize>,
}

/// Sorts risks into the cells of the matrix.
pub fn cells(register: &Register, places: &[usize], which: Which) -> Cells {
    let (likelihoods, impacts) = register.criteria.size();
    let mut it =
        Cells { cells: vec![vec![Vec::new(); usize::from(impacts)]; usize::from(likelihoods)], elsewhere: Vec::new() };
    for &place in places {
        let assessment = register.risks[place].assessment(which);
        match (assessment.likelihood, assessment.impact, register.criteria.rate(assessment)) {
            (Some(likelihood), Some(impact), Rating::Scored { .. }) => {
                it.cells[usize::from(likelihood) - 1][usize::from(impact) - 1].push(place);
            }
            _ => it.elsewhere.push(place),
        }
    }
    it
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Assessment, Control};
    use crate::presets;

    fn register() -> Register {
        let risk = |number: &str, owner: &str, likelihood, impact| Risk {
            id: number.into(),
            number: number.to_owned(),
            title: format!("Risk of kind {number}"),
            owners: vec![owner.to_owned()],
            residual: Assessment { likelihood, impact, ..Assessment::default() },
            ..Risk::default()
        };
        let mut risks = vec![
            risk("10", "Head", Some(3), Some(5)),
            risk("2", "Director", Some(1), Some(2)),
            risk("", "Head", None, Some(2)),
            risk("R-004", "Head", Some(9), Some(2)),
        ];
        risks[1].controls.push(Control { description: "A Nightly BACKUP".to_owned(), ..Control::default() });
        risks[3].status = Status::Closed;
        Register { criteria: presets::five_by_five(), risks, ..Register::default() }
    }

    fn shown(filter: Filter) -> Vec<usize> {
        select(&register(), &filter, Sort::default())
    }

    #[test]
    fn each_part_of_a_filter_must_hold() {
        assert_eq!(shown(Filter::default()), [0, 1, 2, 3]);
        assert_eq!(shown(Filter { text: "backup night".into(), ..Filter::default() }), [1]);
        assert_eq!(shown(Filter { owner: Some("Head".into()), ..Filter::default() }), [0, 2, 3]);
        assert_eq!(shown(Filter { status: Some(Status::Closed), ..Filter::default() }), [3]);
        assert_eq!(shown(Filter { band: Some("High".into()), ..Filter::default() }), [0]);
        assert_eq!(shown(Filter { band: Some(NO_BAND.into()), ..Filter::default() }), [2, 3]);
        let both = Filter { band: Some(NO_BAND.into()), status: Some(Status::Open), ..Filter::default() };
        assert_eq!(shown(both), [2]);
    }

    #[test]
    fn sorts_with_blanks_last_both_ways() {
        let by = |key, descending| select(&register(), &Filter::default(), Sort { key, descending });
        assert_eq!(by(Key::Number, false), [1, 0, 3, 2]);
        assert_eq!(by(Key::Number, true), [3, 0, 1, 2]);
        assert_eq!(by(Key::Score(Which::Residual), true), [0, 1, 2, 3]);
        assert_eq!(by(Key::Score(Which::Residual), false), [1, 0, 2, 3]);
        assert_eq!(by(Key::Owner, false), [1, 0, 2, 3]);
        assert_eq!(by(Key::Order, true), [3, 2, 1, 0]);
    }

    #[test]
    fn cells_hold_every_risk_once() {
        let cells = cells(&register(), &[0, 1, 2, 3], Which::Residual);
        assert_eq!(cells.cells[2][4], [0]);
        assert_eq!(cells.cells[0][1], [1]);
        assert_eq!(cells.elsewhere, [2, 3]);
    }

    #[test]
    fn owners_are_named_once() {
        assert_eq!(owners(&register()), ["Director", "Head"]);
    }
}
