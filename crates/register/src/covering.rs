//! A first draft of what a covering report has to say: the highest risks, what moved, what is above appetite. It is the
//! author's to edit.

use crate::checks::{accepted_score, is_above_appetite};
use crate::filter::capital;
use crate::model::{Register, Risk, Status};
use crate::scoring::Travel;
use crate::sort::sort;

/// How many of the highest risks are named as those to look at first.
const FOCUS: usize = 7;

/// The main issues of these risks, given as places in the register: a paragraph a line, with lists in lines that begin with
/// a dash. Closed risks are left out.
pub fn main_issues(register: &Register, places: &[usize]) -> String {
    let criteria = &register.criteria;
    let risks: Vec<&Risk> = places.iter().filter_map(|place| register.risks.get(*place)).collect();
    let open: Vec<&Risk> = risks.into_iter().filter(|risk| risk.status == Status::Open).collect();
    let score = |risk: &Risk| criteria.rate(&risk.residual).score();
    let mut lines = Vec::new();
    let entity = register.entity.last().map(|entity| format!(" of {entity}")).unwrap_or_default();
    let bands: Vec<String> = criteria
        .bands
        .iter()
        .rev()
        .map(|band| {
            let in_band = |risk: &&&Risk| criteria.band(criteria.rate(&risk.residual)).is_some_and(|it| it == band);
            (open.iter().filter(in_band).count(), band.name.to_lowercase())
        })
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    let rated = if bands.is_empty() { String::new() } else { format!(" By residual score: {}.", bands.join(", ")) };
    lines.push(format!("The register{entity} holds {}.{rated}", counted(open.len(), "open risk")));
    let mut highest: Vec<&Risk> = open.iter().filter(|risk| score(risk).is_some()).copied().collect();
    sort(&mut highest, |a, b| score(b).cmp(&score(a)));
    highest.truncate(FOCUS);
    let name = |risk: &&Risk| {
        let number = risk.printed_number();
        let title = if risk.title.trim().is_empty() { "no title" } else { risk.title.trim() };
        // A title of several lines would fall apart into paragraphs.
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let number = if number.is_empty() { String::new() } else { format!("Risk {number}: ") };
        let score = score(risk).map(|score| format!(" ({score})")).unwrap_or_default();
        format!("- {number}{title}{score}")
    };
    let mut list = |words: String, risks: &[&Risk]| {
        if !risks.is_empty() {
            lines.push(words);
            lines.extend(risks.iter().map(&name));
        }
    };
    list("The highest residual scores, to look at first:".to_owned(), &highest);
    let travelled =
        |to: Travel| -> Vec<&Risk> { open.iter().filter(|risk| Travel::of(risk, criteria) == to).copied().collect() };
    let (up, down) = (travelled(Travel::Up), travelled(Travel::Down));
    list(format!("Since the last review the score of {} went up:", counted(up.len(), "risk")), &up);
    list(format!("Since the last review the score of {} went down:", counted(down.len(), "risk")), &down);
    let above: Vec<&Risk> = open.iter().filter(|risk| is_above_appetite(risk, criteria)).copied().collect();
    let stand = if above.len() == 1 { "stands" } else { "stand" };
    list(format!("{} {stand} above the appetite:", capital(&counted(above.len(), "risk"))), &above);
    let compared = open.iter().any(|risk| Travel::of(risk, criteria) == Travel::Same);
    if up.is_empty() && down.is_empty() && compared {
        lines.push("No score has changed since the last review.".to_owned());
    }
    if above.is_empty() && open.iter().any(|risk| accepted_score(risk, criteria).is_some()) {
        lines.push("No risk stands above its appetite.".to_owned());
    }
    lines.join("\n")
}

fn counted(count: usize, noun: &str) -> String {
    match count {
        0 => format!("no {noun}s"),
        1 => format!("one {noun}"),
        count => format!("{count} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Assessment;
    use crate::presets;

    fn risk(number: &str, previous: (u8, u8), residual: (u8, u8), appetite: u16) -> Risk {
        let at = |(likelihood, impact): (u8, u8)| Assessment {
            likelihood: Some(likelihood).filter(|it| *it > 0),
            impact: Some(impact).filter(|it| *it > 0),
            ..Assessment::default()
        };
        Risk {
            id: number.into(),
            number: number.to_owned(),
            title: format!("Title\nof {number}"),
            previous: at(previous),
            residual: at(residual),
            appetite: Some(appetite),
            ..Risk::default()
        }
    }

    fn register(risks: Vec<Risk>) -> Register {
        Register {
            entity: vec!["County Council".to_owned(), "Children".to_owned()],
            criteria: presets::five_by_five(),
            risks,
            ..Register::default()
        }
    }

    fn all(register: &Register) -> Vec<usize> {
        (0..register.risks.len()).collect()
    }

    #[test]
    fn the_highest_what_moved_and_what_is_above_appetite_are_told() {
        let mut closed = risk("9", (1, 1), (5, 5), 1);
        closed.status = Status::Closed;
        let risks =
            vec![risk("1", (3, 5), (4, 5), 16), risk("2", (4, 4), (2, 4), 10), risk("3", (0, 0), (0, 0), 5), closed];
        let register = register(risks);
        let draft = main_issues(&register, &all(&register));
        assert_eq!(
            draft.lines().collect::<Vec<_>>(),
            [
                "The register of Children holds 3 open risks. By residual score: 1 high, 1 medium.",
                "The highest residual scores, to look at first:",
                "- Risk 1: Title of 1 (20)",
                "- Risk 2: Title of 2 (8)",
                "Since the last review the score of one risk went up:",
                "- Risk 1: Title of 1 (20)",
                "Since the last review the score of one risk went down:",
                "- Risk 2: Title of 2 (8)",
                "One risk stands above the appetite:",
                "- Risk 1: Title of 1 (20)",
            ]
        );
    }

    #[test]
    fn a_register_in_which_nothing_happened_says_so() {
        let register = register(vec![risk("1", (2, 3), (2, 3), 10)]);
        let draft = main_issues(&register, &all(&register));
        assert!(draft.contains("No score has changed since the last review."), "{draft}");
        assert!(draft.contains("No risk stands above its appetite."), "{draft}");
    }

    #[test]
    fn nothing_is_claimed_of_scores_that_are_not_there() {
        let mut register = register(vec![Risk { title: "Unscored".to_owned(), ..Risk::default() }]);
        assert_eq!(main_issues(&register, &all(&register)), "The register of Children holds one open risk.");
        register.risks.clear();
        assert_eq!(main_issues(&register, &[]), "The register of Children holds no open risks.");
    }
}
