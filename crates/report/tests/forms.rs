//! Forms that members ask for, and what stands beside the published ones. The published forms are compared with the documents on
//! the page: tests/fidelity.rs.

mod common;

use common::{sample, table, written};
use report::Part;

#[test]
fn terms_and_review_dates_stand_before_the_grid_of_2016() {
    let html = written(&sample("2016-directorate-grid"), Part::Glossary);
    assert_eq!(table(&html, "terms").len(), 1 + 9);
    assert!(html.contains("12/10/2016<br>12/07/2016<br>07/07/2016"));
    assert_eq!(written(&sample("2018-directorate-summary"), Part::Glossary), "");
}

#[test]
fn actions_stand_under_each_of_their_owners() {
    let html = written(&sample("2016-directorate-grid"), Part::Schedule);
    let shared = html.matches("Go through the steps by which work passes between").count();
    assert_eq!(shared, 2, "an action of two owners");
    assert_eq!(written(&sample("2018-directorate-summary"), Part::Schedule), "", "no action, no schedule");
}

#[test]
fn the_dashboard_counts_what_members_ask_for() {
    let html = written(&sample("2024-directorate-cards"), Part::Dashboard);
    let fact = |name: &str| {
        let (_, rest) = html.split_once(&format!("<dt>{name}</dt><dd dir=\"auto\">")).expect(name);
        rest.split('<').next().unwrap_or("").to_owned()
    };
    assert_eq!(fact("Risks"), "9");
    assert_eq!(fact("Since the last review"), "0 up, 0 down, 8 static, 1 without both scores");
    assert_eq!(table(&html, "highest").len(), 1 + 5);
    assert_eq!(table(&html, "late").len(), 1 + 5);
}

#[test]
fn a_full_record_has_every_field_of_a_risk() {
    let register = sample("2021-corporate-cards");
    let html = written(&register, Part::Records);
    for risk in &register.risks {
        let texts = risk.controls.iter().flat_map(|it| [&it.description, &it.assurance, &it.critical_success]);
        for line in texts.flat_map(|text| text.lines()).filter(|line| !line.trim().is_empty()) {
            assert!(html.contains(&exchange::escaped(line)), "{line}");
        }
    }
}
