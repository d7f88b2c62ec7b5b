//! What a change of criteria would do to the scores, risk by risk, before it is made.

use std::sync::Arc;

use leptos::prelude::*;
use register::checks::rescored;
use register::criteria_edit::rating_words;
use register::sort::sort;
use register::{Register, Which};

use super::desk::{Desk, Question};
use crate::components::Dialog;
use crate::erased::{derived, heard, memo};

/// What becomes of one assessment.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    number: String,
    title: String,
    which: Which,
    before: String,
    after: String,
    lost: bool,
}

/// The dialog.
pub fn question(desk: Desk) -> AnyView {
    // Followed while it is open: what another tab changes meanwhile is in the table too.
    let lines = memo(move || {
        desk.app.edits.track();
        let question = desk.question.get().filter(|_| desk.asking.get());
        question.map(|question| desk.app.with_register(|register| lines(register, &question))).unwrap_or_default()
    });
    let title = derived(move || match lines.with(Vec::len) {
        1 => "This changes 1 score".to_owned(),
        count => format!("This changes {count} scores"),
    });
    view! {
        <Dialog open=desk.asking title>
            <p>{move || lines.with(|lines| summary(lines))}</p>
            {move || lines.with(|lines| table(lines))}
            <div class="buttons">
                <button type="button" class="primary" on:click=heard(move |_| desk.agree())>"Change the criteria"</button>
                <button type="button" on:click=heard(move |_| desk.asking.set(false))>"Keep as it is"</button>
            </div>
        </Dialog>
    }
    .into_any()
}

fn summary(lines: &[Line]) -> String {
    let lost = lines.iter().filter(|line| line.lost).count();
    let scores = match lost {
        0 => "No assessment loses its score.".to_owned(),
        1 => "One assessment loses its score; it stands first.".to_owned(),
        lost => format!("{lost} assessments lose their score; they stand first."),
    };
    format!("{scores} The levels of likelihood and impact stay as they are in every case, and Undo takes this back.")
}

fn table(lines: &[Line]) -> AnyView {
    let row = |line: &Line| {
        view! {
            <tr class:lost=line.lost>
                <th scope="row">
                    <span class="number">{line.number.clone()}</span>
                    " "
                    {line.title.clone()}
                </th>
                <td>{line.which.label()}</td>
                <td>{line.before.clone()}</td>
                <td>"→ " {line.after.clone()}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <table class="rescored">
            <caption class="sr">"Scores that change"</caption>
            <thead>
                <tr>
                    <th scope="col">"Risk"</th>
                    <th scope="col">"Assessment"</th>
                    <th scope="col">"Before"</th>
                    <th scope="col">"After"</th>
                </tr>
            </thead>
            <tbody>{lines.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// Every assessment that changes; those that lose their score first.
fn lines(register: &Register, question: &Arc<Question>) -> Vec<Line> {
    let line = |it: register::checks::Rescored| {
        let risk = register.risks.get(it.place)?;
        let assessment = risk.assessment(it.which);
        Some(Line {
            number: risk.printed_number(),
            title: risk.title.clone(),
            which: it.which,
            before: rating_words(&register.criteria, assessment, "scale"),
            after: rating_words(&question.after, assessment, "new scale"),
            lost: it.before.score().is_some() && it.after.score().is_none(),
        })
    };
    let mut lines: Vec<Line> = rescored(register, &question.after).into_iter().filter_map(line).collect();
    sort(&mut lines, |a, b| b.lost.cmp(&a.lost));
    lines
}

#[cfg(test)]
mod tests {
    use register::criteria_edit::{Scale, remove_level};
    use register::{Assessment, Risk, presets};

    use super::super::desk::Named;
    use super::*;

    #[test]
    fn what_loses_its_score_stands_first_and_the_levels_are_said_to_stay() {
        let levels = |likelihood, impact| Assessment {
            likelihood: Some(likelihood),
            impact: Some(impact),
            ..Assessment::default()
        };
        let risk = |number: &str, residual| Risk { number: number.to_owned(), residual, ..Risk::default() };
        let before = presets::five_by_five();
        let risks = vec![risk("1", levels(3, 2)), risk("2", levels(2, 2)), risk("3", levels(5, 4))];
        let register = Register { criteria: before.clone(), risks, ..Register::default() };
        let mut after = before.clone();
        remove_level(&mut after, Scale::Likelihood).unwrap();
        after.bands[1].from = 7;
        let found = lines(&register, &Arc::new(Question { before, after, edit: Named::plain("") }));
        let words: Vec<_> =
            found.iter().map(|line| (line.number.as_str(), line.before.as_str(), line.after.as_str())).collect();
        let kept = "no score: level 5 is not on the new scale (the levels are kept)";
        assert_eq!(words, [("3", "20 High", kept), ("1", "6 Medium", "6 Low")]);
        assert!(summary(&found).starts_with("One assessment loses its score"));
    }
}
