//! Assessments that go along when the criteria of a register in use change: which level of the new scale each level of
//! the old one becomes, what that does to every assessment, and the one change that makes it so.

use serde_json::Value;

use super::Scale;
use crate::change::{Change, Place};
use crate::model::{Assessment, Axis, Criteria, Register, Which};
use crate::record::Record;
use crate::scoring::Rating;

/// The number that each level gets. A number that the new scale does not have leaves the assessment off the scale: it
/// keeps its levels and has no score.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LevelMap {
    /// New numbers of likelihood levels, from that of level 1; a level beyond the list keeps its own.
    pub likelihood: Vec<u8>,
    /// New numbers of impact levels.
    pub impact: Vec<u8>,
}

impl LevelMap {
    /// What the levels become as a rule. Where the edit says where a level went (`known`), there; else the level of the
    /// same name; else the level at the same height of the scale, between what its neighbours become, and of two
    /// equally near ones the graver. What is off the old scale keeps its number.
    pub fn suggest(register: &Register, after: &Criteria, known: Option<(Scale, &[Option<u8>])>) -> Self {
        let of = |scale: Scale| {
            let (old, new) = (scale.axis(&register.criteria), scale.axis(after));
            let mut went = match known {
                Some((of, went)) if of == scale => went.to_vec(),
                Some(_) => (1..=count(old)).map(Some).collect(),
                None => by_label(old, new),
            };
            fill(&mut went, count(new));
            let used = levels_in_use(register, scale).len();
            let beyond = (went.len()..used).filter_map(|place| u8::try_from(place + 1).ok());
            went.into_iter().flatten().chain(beyond).collect()
        };
        Self { likelihood: of(Scale::Likelihood), impact: of(Scale::Impact) }
    }

    /// The numbers of one scale.
    pub fn of(&self, scale: Scale) -> &[u8] {
        match scale {
            Scale::Likelihood => &self.likelihood,
            Scale::Impact => &self.impact,
        }
    }

    /// Lets a level become another one.
    pub fn set(&mut self, scale: Scale, level: u8, to: u8) {
        let map = match scale {
            Scale::Likelihood => &mut self.likelihood,
            Scale::Impact => &mut self.impact,
        };
        if let Some(number) = usize::from(level).checked_sub(1).and_then(|place| map.get_mut(place)) {
            *number = to;
        }
    }

    /// What a level becomes.
    pub fn to(&self, scale: Scale, level: u8) -> u8 {
        let place = usize::from(level).checked_sub(1);
        place.and_then(|place| self.of(scale).get(place)).copied().unwrap_or(level)
    }

    /// The assessment with the new levels.
    pub fn assessment(&self, assessment: &Assessment) -> Assessment {
        Assessment {
            likelihood: assessment.likelihood.map(|level| self.to(Scale::Likelihood, level)),
            impact: assessment.impact.map(|level| self.to(Scale::Impact, level)),
            ..assessment.clone()
        }
    }
}

/// How many assessments have each level, from level 1 up to the highest of the scale or in use.
pub fn levels_in_use(register: &Register, scale: Scale) -> Vec<usize> {
    let mut uses = vec![0; usize::from(count(scale.axis(&register.criteria)))];
    for (risk, which) in assessments(register) {
        let level = scale.level(register.risks[risk].assessment(which));
        if let Some(place) = level.and_then(|level| usize::from(level).checked_sub(1)) {
            if uses.len() <= place {
                uses.resize(place + 1, 0);
            }
            uses[place] += 1;
        }
    }
    uses
}

/// What a change of criteria does to one assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Rescored {
    /// The risk's place in the register.
    pub place: usize,
    /// The assessment.
    pub which: Which,
    /// Its rating under the present criteria.
    pub before: Rating,
    /// Its rating under the others.
    pub after: Rating,
    /// The assessment with the levels it gets.
    pub moved: Assessment,
}

/// The assessments that would get other levels, another score or band, or lose their score, if the register had other
/// criteria and its levels were mapped. Callers show it before the criteria change.
pub fn rescored(register: &Register, criteria: &Criteria, map: &LevelMap) -> Vec<Rescored> {
    let change = |(place, which): (usize, Which)| {
        let assessment = register.risks[place].assessment(which);
        let moved = map.assessment(assessment);
        let (before, after) = (register.criteria.rate(assessment), criteria.rate(&moved));
        let band = |criteria: &Criteria, rating| criteria.band(rating).map(|band| band.name.clone());
        let same = before.score() == after.score() && band(&register.criteria, before) == band(criteria, after);
        (!same || moved != *assessment).then_some(Rescored { place, which, before, after, moved })
    };
    assessments(register).filter_map(change).collect()
}

/// The one change that gives a register other criteria and its assessments the levels of the map. `title` is what the
/// history calls it.
pub fn remap(register: &Register, criteria: &Criteria, map: &LevelMap, title: String) -> Change {
    let set = |place: Place, field: &str, from: Value, to: Value| {
        (from != to).then(|| Change::Set { place, field: field.to_owned(), from, to })
    };
    let of_criteria = criteria.fields().iter().filter_map(|field| {
        let value = |criteria: &Criteria| criteria.get(field).unwrap_or_default();
        set(Place::Criteria, field, value(&register.criteria), value(criteria))
    });
    let of_risks = assessments(register).filter_map(|(place, which)| {
        let risk = &register.risks[place];
        let levels = Scale::BOTH.map(|scale| (scale, scale.level(risk.assessment(which))));
        let moved = |(scale, level): (Scale, Option<u8>)| {
            level.map(|level| (scale, map.to(scale, level))).filter(|(_, to)| Some(*to) != level)
        };
        let moved: Vec<(Scale, u8)> = levels.into_iter().filter_map(moved).collect();
        if moved.is_empty() {
            return None;
        }
        let from = risk.get(which.field()).unwrap_or_default();
        let mut to = from.clone();
        for (scale, level) in moved {
            to.as_object_mut()?.insert(scale.field().to_owned(), level.into());
        }
        set(Place::Risk(risk.id.clone()), which.field(), from, to)
    });
    Change::Several { title, changes: of_criteria.chain(of_risks).collect() }
}

/// Every assessment of every risk: the risk's place, which it is.
fn assessments(register: &Register) -> impl Iterator<Item = (usize, Which)> {
    let all = [Which::Inherent, Which::Residual, Which::Target, Which::Previous];
    (0..register.risks.len()).flat_map(move |place| all.map(|which| (place, which)))
}

fn count(axis: &Axis) -> u8 {
    u8::try_from(axis.levels.len()).unwrap_or(u8::MAX)
}

/// Where levels go by their names; a name that is blank or there twice leads nowhere.
fn by_label(old: &Axis, new: &Axis) -> Vec<Option<u8>> {
    let label = |axis: &Axis, place: usize| axis.levels[place].label.trim().to_lowercase();
    let only = |axis: &Axis, wanted: &str| {
        let mut found = (0..axis.levels.len()).filter(|place| label(axis, *place) == wanted);
        found.next().filter(|_| found.next().is_none())
    };
    let went = |place: usize| {
        let wanted = label(old, place);
        let place = only(old, &wanted).and_then(|_| only(new, &wanted)).filter(|_| !wanted.is_empty());
        place.and_then(|place| u8::try_from(place + 1).ok())
    };
    (0..old.levels.len()).map(went).collect()
}

/// Fills in the levels of which it is not known where they go.
fn fill(went: &mut [Option<u8>], levels: u8) {
    let steps = went.len().saturating_sub(1).max(1);
    for place in 0..went.len() {
        if went[place].is_some() {
            continue;
        }
        // Rounded half up: of two equally near levels the graver.
        let level = (2 * place * usize::from(levels.saturating_sub(1)) + steps) / (2 * steps) + 1;
        let level = u8::try_from(level).unwrap_or(u8::MAX);
        let below = went[..place].iter().rev().find_map(|it| *it).unwrap_or(1);
        let above = went[place + 1..].iter().find_map(|it| *it).unwrap_or(levels);
        // Neighbours that were put in another order say nothing about what is between them.
        went[place] = Some(if below <= above { level.clamp(below, above) } else { level });
    }
}

#[cfg(test)]
mod tests;
