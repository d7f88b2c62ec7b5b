//! What a change of criteria would do to the assessments, risk by risk, before it is made; and what the levels become.

use std::sync::Arc;

use leptos::prelude::*;
use register::criteria_edit::{LevelMap, Scale, rating_words, rescored, score_range};
use register::sort::sort;
use register::{Assessment, Criteria, Register, Which};

use super::desk::{Desk, Question};
use super::mapping;
use crate::components::Dialog;
use crate::components::matrix::level;
use crate::erased::{derived, heard, memo};
use crate::state::arriving::counted;

/// How many assessments are drawn at first, and how many more each time others are asked for.
const ROWS: usize = 200;

/// What becomes of one assessment.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    number: String,
    title: String,
    which: Which,
    before: String,
    after: String,
    /// The levels before and after, where they become others.
    levels: Option<(String, String)>,
    lost: bool,
}

/// The dialog.
pub fn question(desk: Desk) -> AnyView {
    let drawn = RwSignal::new(ROWS);
    // Followed while it is open: what another tab changes meanwhile is in the table too.
    let lines = memo(move || {
        desk.app.edits.track();
        let question = desk.question.get().filter(|_| desk.asking.get());
        let lines = |question: Arc<Question>| {
            desk.map.with(|map| desk.app.with_register(|register| lines(register, &question, map)))
        };
        question.map(lines).unwrap_or_default()
    });
    let title = derived(move || match lines.with(Vec::len) {
        0 => "This changes no assessment".to_owned(),
        count => format!("This changes {}", counted(count, "assessment")),
    });
    let stated = memo(move || {
        let question = desk.question.get().filter(|_| desk.asking.get());
        question
            .map(|question| desk.app.with_register(|register| stated(register, &question.after)))
            .unwrap_or_default()
    });
    let table = move || lines.with(|lines| table(lines, drawn));
    view! {
        <Dialog open=desk.asking title>
            {mapping::mapping(desk)}
            <p>{move || lines.with(|lines| summary(lines))}</p>
            {move || (!stated.with(String::is_empty)).then(|| view! { <p class="hint">{stated.get()}</p> }.into_any())}
            {move || table()}
            <div class="buttons ends">
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
    let moved = match lines.iter().filter(|line| line.levels.is_some()).count() {
        0 => "Every assessment keeps the numbers of its levels.".to_owned(),
        1 => "One assessment gets another level.".to_owned(),
        moved => format!("{moved} assessments get other levels."),
    };
    format!("{scores} {moved} Undo takes all of it back in one step.")
}

/// The scores that stand for themselves and so follow no scale: whoever changes the scale should look at them.
fn stated(register: &Register, after: &Criteria) -> String {
    if score_range(&register.criteria) == score_range(after) {
        return String::new();
    }
    let risks = register.risks.iter().filter(|risk| risk.appetite.is_some()).count();
    let levels = after.appetite_levels.iter().filter(|level| level.score.is_some()).count();
    let appetites = match risks + levels {
        0 => return String::new(),
        1 => "One score of appetite was set on the old scale. It stays".to_owned(),
        count => format!("{count} scores of appetite were set on the old scale. They stay"),
    };
    format!("{appetites} as before; look whether this still says what is meant.")
}

fn table(lines: &[Line], drawn: RwSignal<usize>) -> AnyView {
    let shown = lines.len().min(drawn.get());
    let left = lines.len() - shown;
    let more = move |_| drawn.update(|drawn| *drawn += ROWS);
    view! {
        <table class="rescored">
            <caption class="sr">"Assessments that change"</caption>
            <thead>
                <tr>
                    <th scope="col">"Risk"</th>
                    <th scope="col">"Assessment"</th>
                    <th scope="col">"Before"</th>
                    <th scope="col">"After"</th>
                </tr>
            </thead>
            <tbody>{lines[..shown].iter().map(row).collect_view()}</tbody>
        </table>
        {(left > 0).then(|| {
            view! {
                <div class="buttons">
                    <button type="button" on:click=heard(more)>"Show more"</button>
                    <span class="hint">{format!("{left} more not shown")}</span>
                </div>
            }.into_any()
        })}
    }
    .into_any()
}

fn row(line: &Line) -> AnyView {
    let (from, to) = line.levels.clone().unzip();
    let levels = |levels: Option<String>| levels.map(|it| view! { " " <span class="levels">{it}</span> }.into_any());
    view! {
        <tr class:lost=line.lost>
            <th scope="row">
                <span class="number">{line.number.clone()}</span>
                " "
                {line.title.clone()}
            </th>
            <td>{line.which.label()}</td>
            <td>{line.before.clone()} {levels(from)}</td>
            <td>"→ " {line.after.clone()} {levels(to)}</td>
        </tr>
    }
    .into_any()
}

/// Every assessment that changes; those that lose their score first.
fn lines(register: &Register, question: &Question, map: &LevelMap) -> Vec<Line> {
    let line = |it: register::criteria_edit::Rescored| {
        let risk = register.risks.get(it.place)?;
        let assessment = risk.assessment(it.which);
        let moved = it.moved != *assessment;
        let levels = || (levels(&register.criteria, assessment), levels(&question.after, &it.moved));
        Some(Line {
            number: risk.printed_number(),
            title: risk.title.clone(),
            which: it.which,
            before: rating_words(&register.criteria, assessment, "scale"),
            after: rating_words(&question.after, &it.moved, "new scale"),
            levels: moved.then(levels),
            lost: it.before.score().is_some() && it.after.score().is_none(),
        })
    };
    let mut lines: Vec<Line> = rescored(register, &question.after, map).into_iter().filter_map(line).collect();
    sort(&mut lines, |a, b| b.lost.cmp(&a.lost));
    lines
}

/// The levels as they stand on the page, e.g. `(4 × 5)` or `(D × 5)`.
fn levels(criteria: &Criteria, assessment: &Assessment) -> String {
    let mark = |scale: Scale| {
        let words = scale.level(assessment).map(|it| level(criteria, scale == Scale::Likelihood, it));
        words.and_then(|words| words.split(' ').next().map(str::to_owned)).unwrap_or_else(|| "–".to_owned())
    };
    format!("({} × {})", mark(Scale::Likelihood), mark(Scale::Impact))
}

#[cfg(test)]
mod tests {
    use register::criteria_edit::remove_level;
    use register::{Risk, presets};

    use super::super::desk::Named;
    use super::*;

    fn register_and_question() -> (Register, Question, LevelMap) {
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
        let went = remove_level(&mut after, Scale::Likelihood, 5).unwrap();
        after.bands[1].from = 7;
        let map = LevelMap::suggest(&register, &after, Some((Scale::Likelihood, &went)));
        let question = Question { before, after, mapped: vec![Scale::Likelihood], edit: Named::plain("") };
        (register, question, map)
    }

    #[test]
    fn what_loses_its_score_stands_first_and_the_levels_are_said_to_stay() {
        let (register, question, mut map) = register_and_question();
        map.set(Scale::Likelihood, 5, 5);
        let found = lines(&register, &question, &map);
        let words: Vec<_> =
            found.iter().map(|line| (line.number.as_str(), line.before.as_str(), line.after.as_str())).collect();
        let kept = "no score: level 5 is not on the new scale (the levels are kept)";
        assert_eq!(words, [("3", "20 High", kept), ("1", "6 Medium", "6 Low")]);
        let summary = summary(&found);
        assert!(
            summary.starts_with("One assessment loses its score")
                && summary.contains("keeps the numbers of its levels"),
            "{summary}"
        );
    }

    #[test]
    fn levels_that_become_others_are_said() {
        let (register, question, map) = register_and_question();
        let found = lines(&register, &question, &map);
        let moved = found.iter().find(|line| line.number == "3").unwrap();
        assert_eq!(moved.levels, Some(("(5 × 4)".to_owned(), "(4 × 4)".to_owned())));
        assert_eq!((moved.before.as_str(), moved.after.as_str()), ("20 High", "16 High"));
        assert!(summary(&found).contains("No assessment loses its score. One assessment gets another level."));
    }

    #[test]
    fn scores_of_appetite_that_stay_are_told_only_where_the_scale_is_another() {
        let (mut register, question, _) = register_and_question();
        assert_eq!(stated(&register, &question.after), "");
        register.risks[0].appetite = Some(10);
        assert!(stated(&register, &question.after).starts_with("One score of appetite"));
        assert_eq!(stated(&register, &register.criteria), "");
    }
}
