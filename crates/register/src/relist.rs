//! A list of points as the text of one cell, and what another text of that cell means for the list.

use serde_json::{Value, json};

use crate::change::{Change, List, Place};
use crate::id::{Id, Ids};
use crate::model::Point;
use crate::paste;
use crate::record::Field;

/// Points as the text of one cell: one a line, with their numbers.
pub fn text(points: &[Point]) -> String {
    points.iter().map(printed).collect::<Vec<_>>().join("\n")
}

fn printed(point: &Point) -> String {
    match point.number.trim_end() {
        "" => point.text.clone(),
        number => format!("{number} {}", point.text),
    }
}

/// What an entry of the new text is.
enum Wanted {
    /// A point that stays as it is: its place among the old ones.
    Same(usize),
    /// A line that no point says.
    Other(paste::Line),
}

/// The changes after which a list of a risk says what a text says.
///
/// A point that is in the text as it was stays the same one. A line that none says is put into the point that stood in its
/// place, if that is free, which keeps its id and whether it is a heading; else it is a new point.
pub fn changes(risk: &Id, list: &str, points: &[Point], said: &str, ids: &mut dyn Ids) -> Vec<Change> {
    let wanted = wanted(points, said);
    let kept: Vec<usize> =
        wanted.iter().filter_map(|it| if let Wanted::Same(place) = it { Some(*place) } else { None }).collect();
    let mut free: Vec<usize> = (0..points.len()).filter(|place| !kept.contains(place)).collect();
    let named = || List::Of(risk.clone(), list.to_owned());
    let mut changes = Vec::new();
    // The order as it will be while the changes are made one after the other.
    let mut now: Vec<Id> = points.iter().map(|point| point.id.clone()).collect();
    for (index, it) in wanted.iter().enumerate() {
        let place = match it {
            Wanted::Same(place) => Some(*place),
            // The one that stood here, or the next that is free before one that stays.
            Wanted::Other(_) => {
                free.iter().position(|place| now.get(index) == Some(&points[*place].id)).map(|at| free.remove(at))
            }
        };
        let Some(place) = place else {
            if let Wanted::Other(line) = it {
                let id = ids.next();
                let item =
                    Point { id: id.clone(), number: line.mark.clone(), text: line.text.clone(), ..Point::default() };
                changes.push(Change::Add { list: named(), index, item: item.to_value() });
                now.insert(index, id);
            }
            continue;
        };
        let point = &points[place];
        if let Some(from) = now.iter().position(|id| *id == point.id).filter(|from| *from != index) {
            changes.push(Change::Move { list: named(), item: point.id.clone(), from, to: index });
            let id = now.remove(from);
            now.insert(index, id);
        }
        if let Wanted::Other(line) = it {
            for (field, from, to) in [("number", &point.number, &line.mark), ("text", &point.text, &line.text)] {
                if from.trim_end() != to {
                    let value = |text: &str| if text.is_empty() { Value::Null } else { json!(text) };
                    let place = Place::Item(risk.clone(), list.to_owned(), point.id.clone());
                    let (from, to) = (value(from), value(to));
                    changes.push(Change::Set { place, field: field.to_owned(), from, to });
                }
            }
        }
    }
    for place in free.into_iter().rev() {
        let point = &points[place];
        if let Some(index) = now.iter().position(|id| *id == point.id) {
            changes.push(Change::Remove { list: named(), index, item: point.to_value() });
            now.remove(index);
        }
    }
    changes
}

/// The entries of a text: points that it says as they are, also those of several lines, and what else it says.
fn wanted(points: &[Point], said: &str) -> Vec<Wanted> {
    let said = said.replace("\r\n", "\n");
    let rows: Vec<&str> = said.split('\n').collect();
    let texts: Vec<String> = points.iter().map(printed).collect();
    let mut used = vec![false; points.len()];
    let mut wanted = Vec::new();
    let mut others: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let says = |place: &usize| {
            let lines: Vec<&str> = texts[*place].split('\n').collect();
            let end = at + lines.len();
            !used[*place] && end <= rows.len() && rows[at..end] == lines[..]
        };
        match (0..points.len()).find(says) {
            Some(place) if !texts[place].is_empty() => {
                used[place] = true;
                wanted.extend(paste::lines(&others.join("\n")).into_iter().map(Wanted::Other));
                others.clear();
                wanted.push(Wanted::Same(place));
                at += texts[place].split('\n').count();
            }
            _ => {
                others.push(rows[at]);
                at += 1;
            }
        }
    }
    wanted.extend(paste::lines(&others.join("\n")).into_iter().map(Wanted::Other));
    wanted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::change::apply;
    use crate::model::{Register, Risk};

    fn point(id: &str, number: &str, text: &str) -> Point {
        Point { id: id.into(), number: number.to_owned(), text: text.to_owned(), ..Point::default() }
    }

    fn after(points: &[Point], said: &str) -> (Vec<Point>, usize) {
        let risk = Risk { id: "r".into(), triggers: points.to_vec(), ..Risk::default() };
        let mut register = Register { risks: vec![risk], ..Register::default() };
        let before = register.clone();
        let mut count = 0;
        let mut ids = || {
            count += 1;
            Id(format!("new{count}"))
        };
        let changes = changes(&"r".into(), "triggers", points, said, &mut ids);
        let all = changes.len();
        let back = apply(&mut register, &Change::Several { title: String::new(), changes }).unwrap();
        let now = register.risks[0].triggers.clone();
        apply(&mut register, &back).unwrap();
        assert_eq!(register, before);
        (now, all)
    }

    fn ids(points: &[Point]) -> Vec<&str> {
        points.iter().map(|point| point.id.as_str()).collect()
    }

    #[test]
    fn what_is_said_already_changes_nothing() {
        let points = [point("a", "1. ", "one"), point("b", "", "two\nlines"), point("c", "•", "low")];
        assert_eq!(after(&points, &text(&points)), (points.to_vec(), 0));
        assert_eq!(after(&points, &text(&points).replace('\n', "\r\n")), (points.to_vec(), 0));
    }

    #[test]
    fn an_edited_line_is_the_same_point() {
        let mut points = [point("a", "1.", "one"), point("b", "2.", "two"), point("c", "3.", "three")];
        points[1].heading = true;
        let (now, changes) = after(&points, "1. one\n2. two and more\n3. three");
        assert_eq!(
            (ids(&now), now[1].text.as_str(), now[1].heading, changes),
            (vec!["a", "b", "c"], "two and more", true, 1)
        );
    }

    #[test]
    fn lines_come_go_and_change_places() {
        let points = [point("a", "1.", "one"), point("b", "2.", "two"), point("c", "3.", "three")];
        let (now, _) = after(&points, "3. three\n1. one\n4. four");
        assert_eq!(ids(&now), ["c", "a", "b"]);
        assert_eq!(text(&now), "3. three\n1. one\n4. four");
        assert_eq!(ids(&after(&points, "1. one\n3. three").0), ["a", "c"]);
        assert_eq!(after(&points, "").0, []);
        assert_eq!(text(&after(&[], "a) first\nb) second").0), "a) first\nb) second");
    }

    proptest! {
        #[test]
        fn the_list_says_in_the_end_what_the_text_says(
            old in prop::collection::vec(("[12]\\.|", "[A-C]{1,2}"), 0..5),
            new in prop::collection::vec(("[12]\\.|", "[A-C]{1,2}"), 0..5),
        ) {
            let make = |list: &[(String, String)]| {
                list.iter().enumerate().map(|(at, (number, text))| point(&at.to_string(), number, text)).collect::<Vec<_>>()
            };
            let said = text(&make(&new));
            prop_assert_eq!(text(&after(&make(&old), &said).0), said);
        }
    }
}
