//! The samples against figures that were taken by hand from the published documents they follow.
//!
//! `HEATGRID_BLESS=1` writes the samples in normal form; their figures are never rewritten.

mod common;

use exchange::Weight;
use register::date::DateText;
use register::{Assessment, Criteria, Point, Register, Risk};

/// Risks, controls and actions of each sample.
const SIZES: [(&str, [usize; 3]); 5] = [
    ("2016-directorate-grid", [16, 114, 35]),
    ("2017-directorate-grid-and-matrix", [14, 115, 14]),
    ("2018-directorate-summary", [17, 116, 0]),
    ("2021-corporate-cards", [7, 66, 6]),
    ("2024-directorate-cards", [9, 50, 20]),
];

#[test]
fn the_samples_have_their_size() {
    let sizes = common::SAMPLES.map(|name| {
        let risks = sample(name).risks;
        let controls = risks.iter().map(|risk| risk.controls.len()).sum();
        let actions = risks.iter().map(|risk| risk.actions.len()).sum();
        (name, [risks.len(), controls, actions])
    });
    assert_eq!(sizes, SIZES);
}

#[test]
fn the_samples_need_no_mending_and_are_in_normal_form() {
    for name in common::SAMPLES {
        let bytes = common::sample(name);
        let incoming = common::read(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(incoming.report, [], "{name}");
        let mended = incoming.registers.iter().flat_map(|it| &it.report).filter(|line| line.weight > Weight::Kept);
        assert_eq!(mended.collect::<Vec<_>>(), [] as [&exchange::Line; 0], "{name}");
        let written = exchange::write(&common::registers(incoming));
        if std::env::var_os("HEATGRID_BLESS").is_some() {
            std::fs::write(common::path(&format!("samples/{name}.json")), &written).expect("the sample can be written");
        } else if written != bytes {
            let (written, bytes) = (String::from_utf8_lossy(&written), String::from_utf8_lossy(&bytes));
            let line = written.lines().zip(bytes.lines()).position(|(written, found)| written != found);
            panic!("samples/{name}.json is not in normal form, first in line {}", line.unwrap_or_default() + 1);
        }
    }
}

#[test]
fn the_samples_have_the_figures_of_the_documents() {
    let wrong: Vec<String> = common::SAMPLES.into_iter().flat_map(|name| differences(name, &sample(name))).collect();
    assert!(wrong.is_empty(), "{} figures differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_wrong_figure_is_named_with_its_risk_and_column() {
    let name = "2021-corporate-cards";
    let mut register = sample(name);
    assert_eq!(differences(name, &register), [] as [String; 0]);
    register.risks[1].controls[0].adequacy = "Poor".to_owned();
    register.risks[2].actions[1].target_date = DateText::from("2021-04-30");
    let expected = [
        "2021-corporate-cards, risk 02, adequacy: the document has GGGG, the sample PGGG",
        "2021-corporate-cards, risk 03, targets: the document has 2021-12-31,31/04/2021, the sample 2021-12-31,2021-04-30",
    ];
    assert_eq!(differences(name, &register), expected);
    register.risks.pop();
    assert_eq!(
        differences(name, &register).last().map(String::as_str),
        Some("2021-corporate-cards: the document has 7 risks, the sample 6")
    );
}

fn sample(name: &str) -> Register {
    let incoming = common::read(&common::sample(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut registers = common::registers(incoming);
    assert_eq!(registers.len(), 1, "{name} has one register");
    registers.remove(0)
}

/// Where a sample departs from its table of figures.
fn differences(name: &str, register: &Register) -> Vec<String> {
    let table = common::path(&format!("crates/exchange/tests/figures/{name}.tsv"));
    let table = std::fs::read_to_string(&table).unwrap_or_else(|error| panic!("{}: {error}", table.display()));
    let mut rows = table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect::<Vec<_>>());
    let header = rows.next().expect("the table has a header row");
    let rows: Vec<_> = rows.collect();
    let mut wrong = Vec::new();
    for (row, risk) in rows.iter().zip(&register.risks) {
        let figures = figures(risk, &register.criteria);
        let known: Vec<&str> = figures.iter().map(|(column, _)| *column).collect();
        assert_eq!(header, known, "the columns of {name}");
        assert_eq!(row.len(), header.len(), "the cells of {name}, risk {}", row[0]);
        for (expected, (column, found)) in row.iter().zip(figures) {
            if *expected != found {
                let number = row[0];
                wrong.push(format!("{name}, risk {number}, {column}: the document has {expected}, the sample {found}"));
            }
        }
    }
    if rows.len() != register.risks.len() {
        wrong.push(format!("{name}: the document has {} risks, the sample {}", rows.len(), register.risks.len()));
    }
    wrong
}

/// The figures of a risk, column by column as in the tables.
fn figures(risk: &Risk, criteria: &Criteria) -> Vec<(&'static str, String)> {
    let (controls, actions) = (&risk.controls, &risk.actions);
    let assured = controls.iter().filter(|it| !it.assurance.is_empty()).count();
    let successes = controls.iter().filter(|it| !it.critical_success.is_empty()).count();
    let points = |points: &[Point]| points.iter().filter(|it| !it.heading).count().to_string();
    let score = |assessment: &Assessment| score(assessment, criteria);
    vec![
        ("number", risk.number.clone()),
        ("corporate", if risk.corporate { "yes" } else { "no" }.to_owned()),
        ("owners", risk.owners.len().to_string()),
        ("contacts", risk.contacts.len().to_string()),
        ("triggers", points(&risk.triggers)),
        ("headings", risk.triggers.iter().filter(|it| it.heading).count().to_string()),
        ("causes", points(&risk.causes)),
        ("consequences", points(&risk.consequences)),
        ("inherent", score(&risk.inherent)),
        ("residual", score(&risk.residual)),
        ("target", score(&risk.target)),
        ("previous", score(&risk.previous)),
        ("appetite", risk.appetite.map_or_else(|| "-".to_owned(), |score| score.to_string())),
        ("controls", controls.len().to_string()),
        ("control_numbers", joined(controls.iter().map(|it| it.number.clone()), ",")),
        ("adequacy", joined(controls.iter().map(|it| letter(&it.adequacy)), "")),
        ("success", successes.to_string()),
        ("assurance", assured.to_string()),
        ("actions", actions.len().to_string()),
        ("action_owners", joined(actions.iter().map(|it| it.owners.len().to_string()), ",")),
        ("action_numbers", joined(actions.iter().map(|it| it.number.clone()), ",")),
        ("targets", joined(actions.iter().map(|it| it.target_date.0.clone()), ",")),
        ("revised", joined(actions.iter().map(|it| it.revised_date.0.clone()), ",")),
        ("rag", joined(actions.iter().map(|it| letter(&it.progress)), "")),
        ("last_review", dash(risk.last_review.0.clone())),
        ("next_review", dash(risk.next_review.0.clone())),
    ]
}

/// `4x5=20` (likelihood, impact, score), `=16` (score alone) or `-`.
fn score(assessment: &Assessment, criteria: &Criteria) -> String {
    let score = criteria.rate(assessment).score().map_or_else(|| "?".to_owned(), |score| score.to_string());
    match (assessment.likelihood, assessment.impact, assessment.score) {
        (Some(likelihood), Some(impact), _) => format!("{likelihood}x{impact}={score}"),
        (None, None, Some(_)) => format!("={score}"),
        (None, None, None) => "-".to_owned(),
        other => format!("{other:?}"),
    }
}

fn dash(text: String) -> String {
    if text.is_empty() { "-".to_owned() } else { text }
}

fn letter(name: &str) -> String {
    dash(name.chars().take(1).collect())
}

fn joined(cells: impl Iterator<Item = String>, between: &str) -> String {
    dash(cells.map(dash).collect::<Vec<_>>().join(between))
}
