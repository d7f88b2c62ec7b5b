//! Forms that members ask for, and what stands beside the published ones. The published forms are compared with the documents on
//! the page: tests/fidelity.rs.

mod common;

use common::{composed, sample, table, written};
use register::{Register, Risk};
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
    assert_eq!(fact("Open risks"), "9");
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

#[test]
fn maps_are_told_in_words_too() {
    let words = |html: &str| {
        let (_, rest) = html.split_once("<p class=\"r-words\" dir=\"auto\">").expect("words");
        rest.split('<').next().unwrap_or_default().to_owned()
    };
    let told = "Heat map of the residual scores. Likelihood 5, Consequence 3, High: 8, 9. \
                Likelihood 4, Consequence 4, High: 10. Likelihood 4, Consequence 3, Medium: 4, 13. \
                Likelihood 3, Consequence 5, High: 1, 12. Likelihood 3, Consequence 4, Medium: 2, 3, 5, 7, 11. \
                Likelihood 3, Consequence 3, Medium: 15. Likelihood 2, Consequence 4, Medium: 14. \
                Likelihood 2, Consequence 3, Medium: 16, 17. Likelihood 1, Consequence 3, Low: 6.";
    let summary = sample("2018-directorate-summary");
    assert_eq!(words(&written(&summary, Part::Summary)), told);
    let file = common::word(&composed(&summary, &[Part::Summary]));
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(file)).expect("an archive");
    let mut text = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("word/document.xml").expect("the text"), &mut text).expect("text");
    assert!(text.contains(&format!("<w:tblDescription w:val=\"{told}\"/>")));
    let card = written(&sample("2021-corporate-cards"), Part::CorporateCards);
    assert_eq!(words(&card), "Likelihood 3, Consequence 5, High.");
    assert!(card.contains("The risk has no place on the map."));
    let mut beyond = sample("2021-corporate-cards");
    beyond.risks[0].residual.likelihood = Some(9);
    assert_eq!(words(&written(&beyond, Part::CorporateCards)), "The risk has no place on the map.");
}

#[test]
fn a_closed_risk_says_so_and_is_not_on_the_dashboard() {
    let mut register = sample("2018-directorate-summary");
    register.risks[0].status = register::Status::Closed;
    for part in [Part::Summary, Part::Grid, Part::CorporateCards, Part::DirectorateCards] {
        assert_eq!(written(&register, part).matches("(closed)").count(), 1, "{part:?}");
    }
    let dashboard = written(&register, Part::Dashboard);
    assert!(dashboard.contains("<dt>Open risks</dt><dd dir=\"auto\">16</dd>"));
    assert!(dashboard.contains("High: 12.") && !dashboard.contains("High: 1, 12."));
}

#[test]
fn what_has_no_letter_is_told_apart_without_colour() {
    let mut register = sample("2016-directorate-grid");
    for band in &mut register.criteria.bands {
        band.letter.clear();
        band.name = format!("Very {}", band.name.to_lowercase());
    }
    let html = written(&register, Part::Grid);
    assert!(html.contains(">16 VH<") && html.contains("VL Very low"));
    assert!(written(&register, Part::Summary).contains(">VM</p>"));
    // Steps of progress with the same first letters have as many letters as it takes, or all.
    assert!(html.contains(">A</p>") && html.contains("A Amber"));
    let renamed = |before: &str| {
        let mut register = register.clone();
        for action in register.risks.iter_mut().flat_map(|risk| &mut risk.actions) {
            action.progress.insert_str(0, before);
        }
        register.criteria.progress.iter_mut().for_each(|step| step.name.insert_str(0, before));
        written(&register, Part::Schedule)
    };
    let html = renamed("Gr");
    assert!(html.contains(">GrA</p>") && html.contains("GrA GrAmber"));
    let html = renamed("Grade");
    assert!(html.contains(">GradeAmber</p>") && !html.contains("Action status:"));
}

#[test]
fn a_dashboard_stays_short_whatever_it_shows() {
    let mut register = sample("2016-directorate-grid");
    let first = register.risks[0].clone();
    register.risks = (1..=40)
        .map(|number| Risk { number: number.to_string(), owners: vec!["A long name ".repeat(500)], ..first.clone() })
        .collect();
    let html = written(&register, Part::Dashboard);
    assert!(html.contains(">1 2 3 4 5 +35<"), "the cell has the first of them");
    assert!(html.contains("38, 39, 40."), "in words all are there");
    assert!(html.len() < 30_000, "{} bytes", html.len());
    assert!(written(&register, Part::Summary).contains("38 39 40<"), "the heat map of the summary names all");
}

#[test]
fn the_line_at_the_head_of_sheets_is_one_line() {
    let mut register = sample("2016-directorate-grid");
    let running = |register: &Register| composed(register, &[Part::Summary]).sections[0].running.clone();
    assert_eq!(running(&register), register.title);
    register.title = "Services of the council ".repeat(40);
    let cut = running(&register);
    assert!(cut.ends_with('…') && (90..=116).contains(&cut.chars().count()), "{cut}");
    register.title = "部門".repeat(300);
    assert_eq!(running(&register).chars().count(), 57 + 1, "letters as wide as two");
}

#[test]
fn arrows_and_letters_are_explained_where_they_stand() {
    let moved = sample("2024-directorate-cards");
    for part in [Part::Grid, Part::Dashboard] {
        assert!(written(&moved, part).contains("Since the last review: ▲ up, ▼ down, ▬ the same."), "{part:?}");
    }
    let plain = sample("2016-directorate-grid");
    assert!(!written(&plain, Part::Grid).contains("▲"));
    for part in [Part::Grid, Part::Schedule, Part::Records, Part::Dashboard] {
        assert!(written(&plain, part).contains("Action status:"), "{part:?}");
    }
    // Below a table a key may be all that is left for the last sheet.
    for (part, key) in [
        (Part::Grid, "Bands:"),
        (Part::Grid, "Action status:"),
        (Part::Schedule, "Action status:"),
        (Part::Records, "Bands:"),
        (Part::CorporateCards, "Bands:"),
    ] {
        let html = written(&plain, part);
        assert!(html.find(key) < html.find("<table"), "{part:?} has “{key}” below");
    }
}

#[test]
fn a_report_always_has_a_title_and_says_which_risks_it_has() {
    let register = Register::default();
    let (places, today) = (Vec::new(), register::date::Day::new(2024, 4, 1).expect("a day"));
    let document = report::compose(&report::Asked {
        register: &register,
        places: &places,
        filter: "Risks owned by X",
        title: " ",
        plans: &[report::Plan::from(Part::Grid)],
        edition: report::Edition::Public,
        says_withheld: false,
        today,
    });
    assert_eq!(document.title, "Risk register");
    let html = report::body(&document);
    assert!(html.contains(">Risk register</h1>") && html.contains(">Risks owned by X.</p>"));
}
