//! The samples in their own forms: columns, headings, cells and figures as published, read from what is written.

mod common;

use common::{sample, table, tables, written};
use report::Part;

/// The map's rows from the highest down: the numbers in each cell, without the letters of the bands.
fn numbers(html: &str) -> Vec<Vec<String>> {
    let bare = |cell: &String| cell.trim_end_matches([' ', 'L', 'M', 'H']).to_owned();
    let rows = table(html, "map");
    let levels = rows.len() - 2;
    // The first row begins with the name of the axis.
    rows[..levels]
        .iter()
        .enumerate()
        .map(|(place, row)| row[1 + usize::from(place == 0)..].iter().map(bare).collect())
        .collect()
}

/// Fails unless the headings stand at these places, and no other does.
#[track_caller]
fn assert_headings(row: &[String], headings: &[(usize, &str)]) {
    assert_eq!(row.len(), headings.len());
    for (place, heading) in headings {
        assert_eq!(row[*place], *heading);
    }
}

#[test]
fn the_summary_of_2018_has_its_map_and_its_table() {
    let html = written(&sample("2018-directorate-summary"), Part::Summary);
    assert_eq!(
        numbers(&html),
        [
            ["", "", "8 9", "", ""],
            ["", "", "4 13", "10", ""],
            ["", "", "15", "2 3 5 7 11", "1 12"],
            ["", "", "16 17", "14", ""],
            ["", "", "6", "", ""],
        ]
    );
    let map = table(&html, "map");
    assert_eq!(map[0][..2], ["Likelihood", "5"]);
    assert_eq!(map[5], ["", "1", "2", "3", "4", "5"]);
    assert_eq!(map[6], ["", "Consequence"]);
    let rows = table(&html, "summary");
    assert_headings(
        &rows[0],
        &[
            (5, "Control"),
            (3, "Residual risk level"),
            (4, "Risk appetite"),
            (0, "Risk no."),
            (1, "Risk"),
            (2, "Triggers"),
        ],
    );
    let figures: Vec<[&str; 3]> = rows[1..].iter().map(|row| [row[0].as_str(), &row[3], &row[4]]).collect();
    assert_eq!(
        figures,
        [
            ["1", "15 H", "10"],
            ["2", "12 M", "12"],
            ["3", "12 M", "9"],
            ["4", "12 M", "12"],
            ["5", "12 M", "9"],
            ["6", "3 L", "3"],
            ["7", "12 M", "12"],
            ["8", "15 H", "15"],
            ["9", "15 H", "12"],
            ["10", "16 H", "16"],
            ["11", "12 M", "12"],
            ["12", "15 H", "15"],
            ["13", "12 M", "12"],
            ["14", "8 M", "8"],
            ["15", "9 M", "9"],
            ["16", "6 M", "6"],
            ["17", "6 M", "6"],
        ]
    );
    let (_, summary) = html.split_once("<table class=\"r-summary\"").expect("the table");
    let last_cell = |row: &str| row.rsplit("<td>").next().unwrap_or_default().matches("<li").count();
    let controls: Vec<usize> = summary.split("<tbody").skip(1).map(last_cell).collect();
    assert_eq!(controls, [11, 5, 5, 6, 5, 1, 6, 10, 17, 1, 9, 10, 10, 10, 4, 3, 3]);
    assert!(html.contains("Entity: People and Communities, The directorate with its services for children"));
}

#[test]
fn the_grid_of_2016_has_its_columns_and_figures() {
    let html = written(&sample("2016-directorate-grid"), Part::Grid);
    let rows = table(&html, "grid");
    assert_headings(&rows[0], &[(3, "Actions"), (0, "Details of risk"), (1, "Inherent risk"), (2, "Residual risk")]);
    assert_headings(
        &rows[1],
        &[
            (14, "Action owner"),
            (17, "Action status"),
            (8, "Contact"),
            (13, "Description"),
            (5, "Impact"),
            (11, "Impact"),
            (9, "Key controls"),
            (7, "Owner"),
            (4, "Probability"),
            (10, "Probability"),
            (12, "Residual score"),
            (3, "Result"),
            (16, "Revised target date"),
            (1, "Risk description"),
            (0, "Risk no."),
            (6, "Score"),
            (15, "Target date"),
            (2, "Triggers"),
        ],
    );
    let figures: Vec<String> = rows[2..]
        .iter()
        .map(|row| format!("{}: {}x{}={} {}x{}={}", row[0], row[4], row[5], row[6], row[10], row[11], row[12]))
        .collect();
    assert_eq!(
        figures,
        [
            "16: 4x4=16 H 4x4=16 H",
            "1 (CR): 5x5=25 H 3x5=15 H",
            "2 (CR): 4x5=20 H 3x4=12 M",
            "3 (CR): 5x4=20 H 5x3=15 H",
            "4: 5x4=20 H 5x3=15 H",
            "5: 4x5=20 H 3x4=12 M",
            "6: 4x4=16 H 3x4=12 M",
            "7: 5x4=20 H 2x4=8 M",
            "8: 4x5=20 H 3x3=9 M",
            "9: 3x4=12 M 2x4=8 M",
            "11: 5x5=25 H 3x4=12 M",
            "12: 5x5=25 H 3x4=12 M",
            "13: 4x5=20 H 3x4=12 M",
            "14: 4x5=20 H 4x3=12 M",
            "15: 4x4=16 H 3x4=12 M",
            "10: 4x4=16 H 2x3=6 M",
        ]
    );
    let actions: Vec<usize> = tables(&html, "inner").iter().map(Vec::len).collect();
    // Risk 12 has none.
    assert_eq!(actions, [2, 5, 1, 2, 3, 2, 5, 2, 1, 2, 2, 1, 1, 3, 3]);
    let first = &tables(&html, "inner")[0];
    assert_eq!(first[0][2..], ["Sep 2016", "", "A"]);
    assert_eq!(first[1][2..], ["Sep 2016", "", "G"]);
    assert_eq!(rows[13][13], "", "risk 12 has no actions");
}

#[test]
fn terms_and_review_dates_stand_before_the_grid_of_2016() {
    let html = written(&sample("2016-directorate-grid"), Part::Glossary);
    assert_eq!(table(&html, "terms").len(), 1 + 9);
    assert!(html.contains("12/10/2016<br>12/07/2016<br>07/07/2016"));
    assert_eq!(written(&sample("2018-directorate-summary"), Part::Glossary), "");
}

#[test]
fn the_matrix_of_2017_has_its_names_products_and_abbreviations() {
    let html = written(&sample("2017-directorate-grid-and-matrix"), Part::Matrix);
    assert_eq!(table(&html, "terms").len(), 1 + 46);
    let rows = table(&html, "scores");
    assert_eq!(rows[0][0], "Impact");
    let figures =
        |row: &[String]| row.iter().map(|cell| cell.split(' ').next().unwrap_or("").to_owned()).collect::<Vec<_>>();
    assert_eq!(figures(&rows[0][2..]), ["5", "10", "15", "20", "25"]);
    assert_eq!(figures(&rows[3][1..]), ["2", "4", "6", "8", "10"]);
    assert_eq!(figures(&rows[4][1..]), ["1", "2", "3", "4", "5"]);
    assert_eq!(rows[6], ["", "Likelihood"]);
}

/// Current, target and previous score of each card.
fn card_scores(html: &str) -> Vec<String> {
    let told = |rows: &Vec<Vec<String>>| rows.iter().map(|row| row[1].as_str()).collect::<Vec<_>>().join("/");
    tables(html, "score").iter().map(told).collect()
}

#[test]
fn corporate_cards_have_the_scores_and_tables_of_2021() {
    let html = written(&sample("2021-corporate-cards"), Part::CorporateCards);
    assert_eq!(card_scores(&html), ["15 H//", "20 H//", "12 M//", "8 M//", "10 M//", "12 M//", "//"]);
    assert_eq!(
        tables(&html, "score")[0].iter().map(|row| row[0].as_str()).collect::<Vec<_>>(),
        ["Current Score", "Target Score", "Previous Score"]
    );
    for map in tables(&html, "mini").iter().take(6) {
        assert_eq!(map.iter().flatten().filter(|cell| *cell == "X").count(), 1);
    }
    // The last card has no score, so no X.
    assert!(tables(&html, "mini")[6].iter().flatten().all(|cell| cell != "X"));
    let first = &tables(&html, "mini")[0];
    assert_eq!(first[2][5], "X", "likelihood 3, consequence 5");
    for controls in tables(&html, "controls") {
        assert_eq!(controls[0], ["Controls", "Adequacy", "Critical Success", "Assurance"]);
    }
    let counts: Vec<usize> = tables(&html, "controls").iter().map(|it| it.len() - 1).collect();
    // A table without rows keeps an empty one.
    assert_eq!(counts, [24, 4, 10, 10, 10, 8, 1]);
    assert_eq!(tables(&html, "plans")[2][0], ["Action Plans", "Assurance", "Responsibility", "Target Date"]);
    assert_eq!(tables(&html, "plans")[2][1][3], "31/12/2021");
    assert_eq!(tables(&html, "plans")[2][2][3], "31/04/2021", "a day that does not exist stays as it was written");
    assert_eq!(
        tables(&html, "points")[0][0],
        ["Triggers", "Likelihood Factors (Vulnerability)", "Potential Consequences"]
    );
    assert_eq!(html.matches("<dt>Risk Path:</dt>").count(), 7);
    assert_eq!(html.matches("<dd dir=\"auto\">04/03/2021</dd>").count(), 6);
}

#[test]
fn directorate_cards_have_titles_over_texts_and_no_assurance() {
    let html = written(&sample("2024-directorate-cards"), Part::DirectorateCards);
    assert_eq!(
        card_scores(&html),
        [
            "16 H//16 H",
            "16 H//16 H",
            "16 H//16 H",
            "16 H//16 H",
            "15 H//15 H",
            "15 H//15 H",
            "15 H//",
            "15 H//15 H",
            "12 M//12 M"
        ]
    );
    for (controls, plans) in tables(&html, "controls").iter().zip(tables(&html, "plans")) {
        assert_eq!(controls[0], ["Controls", "Adequacy", "Critical Success"]);
        assert_eq!(plans[0], ["Action Plans", "Responsibility", "Target Date"]);
    }
    let counts: Vec<usize> = tables(&html, "controls").iter().map(|it| it.len() - 1).collect();
    assert_eq!(counts, [4, 7, 4, 6, 8, 8, 2, 6, 5]);
    assert_eq!(html.matches("<li dir=\"auto\"><strong>").count(), 50 + 20);
    assert_eq!(tables(&html, "points")[0][0], ["Triggers"]);
    assert!(!html.contains("Risk Path:"));
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
