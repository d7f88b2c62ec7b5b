//! What a risk, a control or an action says of a subject.

use super::subject::{Holds, Subject};
use crate::checks::{is_above_appetite, is_done, is_late, is_overdue};
use crate::date::Day;
use crate::exempt;
use crate::model::{Action, Control, Criteria, Risk, Status, Which};
use crate::record::{Field, Record, Shape};
use crate::scoring::Travel;

/// A risk, and the control or action of it that a row shows, if it shows one.
#[derive(Clone, Copy)]
pub(super) struct Thing<'a> {
    pub risk: &'a Risk,
    pub control: Option<&'a Control>,
    pub action: Option<&'a Action>,
}

impl<'a> Thing<'a> {
    pub(super) const fn risk(risk: &'a Risk) -> Self {
        Self { risk, control: None, action: None }
    }

    pub(super) const fn control(risk: &'a Risk, control: &'a Control) -> Self {
        Self { risk, control: Some(control), action: None }
    }

    pub(super) const fn action(risk: &'a Risk, action: &'a Action) -> Self {
        Self { risk, control: None, action: Some(action) }
    }
}

/// What is said; nothing where the field is blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said<'a> {
    Nothing,
    Text(&'a str),
    /// So many items, and the texts in them.
    List(usize, Vec<&'a str>),
    Number(u64),
    Flag(bool),
}

impl<'a> Said<'a> {
    pub(super) const fn is_blank(&self) -> bool {
        matches!(self, Self::Nothing)
    }

    /// The texts in it.
    pub(super) fn texts(&self) -> &[&'a str] {
        match self {
            Self::Text(text) => std::slice::from_ref(text),
            Self::List(_, texts) => texts,
            _ => &[],
        }
    }
}

/// What a thing says of a subject under these criteria on this day.
pub(super) fn said<'a>(subject: &Subject, thing: Thing<'a>, criteria: &'a Criteria, today: Day) -> Said<'a> {
    let risk = thing.risk;
    let (whole, part) = subject.name.split_once('.').unwrap_or((subject.name, ""));
    match (whole, part) {
        ("action", part) => thing.action.map_or(Said::Nothing, |it| of_action(part, risk, it, criteria, today)),
        ("control", part) => thing.control.map_or(Said::Nothing, |it| field(it, part)),
        ("status", _) => Said::Text(if risk.status == Status::Open { "open" } else { "closed" }),
        ("overdue", _) => Said::Flag(is_overdue(risk, today)),
        ("above_appetite", _) => Said::Flag(is_above_appetite(risk, criteria)),
        ("corporate", _) => Said::Flag(risk.corporate),
        ("travel", _) => travel(Travel::of(risk, criteria)),
        (whole, part) => match Which::of_field(whole) {
            Some(which) => of_assessment(which, part, risk, criteria),
            None => field(risk, whole),
        },
    }
}

fn of_assessment<'a>(which: Which, part: &str, risk: &'a Risk, criteria: &'a Criteria) -> Said<'a> {
    let assessment = risk.assessment(which);
    match part {
        "" => criteria.rate(assessment).score().map_or(Said::Nothing, |score| Said::Number(score.into())),
        "band" => criteria.band(criteria.rate(assessment)).map_or(Said::Nothing, |band| Said::Text(&band.name)),
        part => field(assessment, part),
    }
}

fn of_action<'a>(part: &str, risk: &Risk, action: &'a Action, criteria: &Criteria, today: Day) -> Said<'a> {
    match part {
        "due" => plain(action.due().shape()),
        "done" => Said::Flag(is_done(criteria, &action.progress)),
        "late" => Said::Flag(is_late(risk, action, criteria, today)),
        part => field(action, part),
    }
}

/// The words for a direction of travel; where there is no residual score there is none.
pub(super) const TRAVELS: [&str; 4] = ["up", "down", "same", "new"];

fn travel(travel: Travel) -> Said<'static> {
    match travel {
        Travel::Up => Said::Text("up"),
        Travel::Down => Said::Text("down"),
        Travel::Same => Said::Text("same"),
        Travel::New => Said::Text("new"),
        Travel::Unknown => Said::Nothing,
    }
}

fn field<'a>(record: &'a dyn Record, name: &str) -> Said<'a> {
    let place = record.fields().iter().position(|it| *it == name);
    let value = place.and_then(|place| record.values().into_iter().nth(place));
    value.map_or(Said::Nothing, |value| plain(value.shape()))
}

fn plain(shape: Shape<'_>) -> Said<'_> {
    match shape {
        Shape::Text(text) if !text.trim().is_empty() => Said::Text(text),
        Shape::Number(number) => Said::Number(number),
        Shape::Flag(flag) => Said::Flag(flag),
        Shape::List(items) if !items.is_empty() => {
            let (count, mut texts) = (items.len(), Vec::new());
            items.into_iter().for_each(|item| gather(item, &mut texts));
            Said::List(count, texts)
        }
        _ => Said::Nothing,
    }
}

/// All texts in a value, except ids and names of fields.
fn gather<'a>(value: &'a dyn Field, texts: &mut Vec<&'a str>) {
    match value.shape() {
        Shape::Text(text) => texts.push(text),
        Shape::List(items) => items.into_iter().for_each(|item| gather(item, texts)),
        Shape::Record(record) => {
            let fields = record.fields().iter().zip(record.values());
            fields
                .filter(|(name, _)| !matches!(**name, "id" | exempt::FIELDS))
                .for_each(|(_, value)| gather(value, texts));
        }
        _ => {}
    }
}

/// The names that a subject is chosen from, in their order: bands from the highest, directions of travel from up.
pub fn vocabulary(subject: &Subject, criteria: &Criteria) -> Vec<String> {
    let texts = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
    match subject.name {
        "status" => texts(&["open", "closed"]),
        "travel" => texts(&TRAVELS),
        "category" => criteria.categories.clone(),
        "response" => criteria.responses.clone(),
        "appetite_level" => criteria.appetite_levels.iter().map(|level| level.name.clone()).collect(),
        "review_frequency" => criteria.review_frequencies.clone(),
        "control.kind" => criteria.control_types.clone(),
        "control.adequacy" => criteria.adequacies.clone(),
        "action.progress" => criteria.progress.iter().map(|step| step.name.clone()).collect(),
        name if name.ends_with(".band") => {
            let mut bands: Vec<_> = criteria.bands.iter().collect();
            crate::sort::sort(&mut bands, |a, b| b.from.cmp(&a.from));
            bands.into_iter().map(|band| band.name.clone()).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether the order of a subject's names means something, as that of bands does and that of categories does not.
pub(super) fn is_ordered(subject: &Subject) -> bool {
    subject.holds == Holds::Choice && !matches!(subject.name, "category" | "response" | "control.kind")
}
