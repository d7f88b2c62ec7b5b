//! How the residual score of a risk went: from its recorded changes, its previous assessment and its dates.

use serde_json::Value;

use crate::change::{Change, Place};
use crate::date::{DateText, Day};
use crate::model::{Assessment, Criteria, Risk};
use crate::record::Reading;

/// A score and since when it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The score.
    pub score: u16,
    /// Its band as a place in the criteria's list.
    pub band: Option<usize>,
    /// The day since when; `None` where that is not known.
    pub since: Option<Day>,
}

/// The residual scores of a risk in the order of time. There is nothing to show where there are fewer than two.
///
/// `changes` are the recorded ones, the oldest first, each with its moment in ISO 8601. Of several changes on one day the last
/// counts: what was tried and taken back at once is no history. Before the first recorded one stands the previous
/// assessment.
pub fn residual<'a>(
    risk: &Risk,
    criteria: &Criteria,
    changes: impl IntoIterator<Item = (&'a str, &'a Change)>,
) -> Vec<Point> {
    let mut found: Vec<(Assessment, Option<Day>)> = Vec::new();
    for (at, change) in changes {
        let day = DateText(at.get(..10).unwrap_or_default().to_owned()).end();
        each(change, risk, &mut |from, to| {
            if found.is_empty() {
                let since = from.date.end();
                found.push((from, since));
            }
            found.push((to, day));
        });
    }
    if found.is_empty() {
        let since = risk.residual.date.end().or_else(|| risk.last_review.end());
        found.push((risk.residual.clone(), since));
    }
    // The previous assessment is the last review's; one that the record reaches back beyond is in the record.
    let (previous, first) = (risk.previous.date.end(), found.iter().find_map(|(_, since)| *since));
    if previous.zip(first).is_none_or(|(previous, first)| previous < first) {
        found.insert(0, (risk.previous.clone(), previous));
    }
    let mut points: Vec<Point> = Vec::new();
    for (assessment, since) in found {
        let rating = criteria.rate(&assessment);
        let Some(score) = rating.score() else { continue };
        let band = criteria.band(rating).and_then(|band| criteria.bands.iter().position(|it| std::ptr::eq(it, band)));
        if since.is_some() && points.last().is_some_and(|last| last.since == since) {
            points.pop();
        }
        if points.last().is_none_or(|last| last.score != score) {
            points.push(Point { score, band, since });
        }
    }
    points
}

/// The changes of the risk's residual assessment in a change: before and after.
fn each(change: &Change, risk: &Risk, found: &mut dyn FnMut(Assessment, Assessment)) {
    let read = |value: &Value| Reading::of::<Assessment>(value.clone()).0.unwrap_or_default();
    match change {
        Change::Set { place: Place::Risk(id), field, from, to } if *id == risk.id && field == "residual" => {
            found(read(from), read(to));
        }
        Change::Several { changes, .. } => changes.iter().for_each(|change| each(change, risk, found)),
        _ => {}
    }
}

/// The points in words, e.g. `12 until 3 March 2024, then 16`.
pub fn words(points: &[Point]) -> String {
    let mut words = String::new();
    for (place, point) in points.iter().enumerate() {
        if place > 0 {
            words.push_str(", then ");
        }
        words.push_str(&point.score.to_string());
        if let Some(until) = points.get(place + 1).and_then(|next| next.since) {
            words.push_str(&format!(" until {}", until.long()));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::presets;

    fn levels(likelihood: u8, impact: u8) -> Assessment {
        Assessment { likelihood: Some(likelihood), impact: Some(impact), ..Assessment::default() }
    }

    fn change(risk: &str, field: &str, from: (u8, u8), to: (u8, u8)) -> Change {
        let value = |(likelihood, impact): (u8, u8)| json!({"likelihood": likelihood, "impact": impact});
        Change::Set { place: Place::Risk(risk.into()), field: field.to_owned(), from: value(from), to: value(to) }
    }

    fn told(risk: &Risk, changes: &[(&str, Change)]) -> String {
        let changes = changes.iter().map(|(at, change)| (*at, change));
        words(&residual(risk, &presets::five_by_five(), changes))
    }

    fn risk(previous: Option<u16>) -> Risk {
        Risk {
            id: "r".into(),
            residual: levels(4, 4),
            previous: Assessment { score: previous, ..Assessment::default() },
            ..Risk::default()
        }
    }

    #[test]
    fn recorded_changes_follow_one_another_with_their_days() {
        let changes = [
            ("2024-01-05T09:00:00Z", change("r", "residual", (3, 4), (3, 3))),
            ("2024-02-01T09:00:00Z", change("other", "residual", (1, 1), (5, 5))),
            ("2024-02-01T09:00:00Z", change("r", "target", (1, 1), (5, 5))),
            (
                "2024-03-03T09:00:00Z",
                Change::Several { title: String::new(), changes: vec![change("r", "residual", (3, 3), (4, 4))] },
            ),
        ];
        assert_eq!(told(&risk(None), &changes), "12 until 5 January 2024, then 9 until 3 March 2024, then 16");
    }

    #[test]
    fn what_was_taken_back_on_the_same_day_leaves_no_trace() {
        let changes = [
            ("2024-03-03T09:00:00Z", change("r", "residual", (4, 4), (1, 1))),
            ("2024-03-03T09:01:00Z", change("r", "residual", (1, 1), (4, 4))),
        ];
        assert_eq!(told(&risk(None), &changes), "16");
    }

    #[test]
    fn the_previous_score_stands_before_the_record() {
        assert_eq!(told(&risk(Some(12)), &[]), "12, then 16");
        let mut dated = risk(Some(12));
        dated.last_review = "2024-02-29".into();
        assert_eq!(told(&dated, &[]), "12 until 29 February 2024, then 16");
        assert_eq!(told(&risk(Some(16)), &[]), "16");
        // A review within the record is in the record.
        dated.previous.date = "2024-03-01".into();
        let changes = [
            ("2024-01-01T09:00:00Z", change("r", "residual", (5, 4), (3, 3))),
            ("2024-04-01T09:00:00Z", change("r", "residual", (3, 3), (4, 4))),
        ];
        assert_eq!(told(&dated, &changes), "20 until 1 January 2024, then 9 until 1 April 2024, then 16");
        let mut within = dated;
        within.residual.date = "2024-01-01".into();
        assert_eq!(told(&within, &[]), "16");
    }

    #[test]
    fn scores_that_are_missing_are_left_out() {
        let blank = Change::Set {
            place: Place::Risk("r".into()),
            field: "residual".to_owned(),
            from: Value::Null,
            to: json!({"likelihood": 4, "impact": 4}),
        };
        assert_eq!(told(&risk(None), &[("2024-03-03T09:00:00Z", blank)]), "16");
        assert_eq!(told(&Risk::default(), &[]), "");
    }

    #[test]
    fn points_have_their_band() {
        let points = residual(&risk(Some(4)), &presets::five_by_five(), []);
        assert_eq!(points.iter().map(|it| it.band).collect::<Vec<_>>(), [Some(0), Some(2)]);
    }
}
