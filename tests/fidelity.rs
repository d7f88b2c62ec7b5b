//! The five published documents: the sample of each in its own form, compared on the page with what was published.

use browser_tests::{Report, wait};
use serde_json::json;

/// Fails unless the headings stand at these places, and no other does.
#[track_caller]
fn assert_headings(row: &[String], headings: &[(usize, &str)]) {
    assert_eq!(row.len(), headings.len());
    for (place, heading) in headings {
        assert_eq!(row[*place], *heading);
    }
}

/// The cells of a heat map or matrix, from the highest row down, without the letters of the bands.
fn cells(map: &[Vec<String>]) -> Vec<Vec<String>> {
    let bare = |cell: &String| cell.trim_end_matches([' ', 'L', 'M', 'H']).to_owned();
    // The first row begins with the name of the axis.
    let row = |(place, row): (usize, &Vec<String>)| row[1 + usize::from(place == 0)..].iter().map(bare).collect();
    map[..map.len() - 2].iter().enumerate().map(row).collect()
}

/// Which cells of rows say something: a sign for each cell, a word for each row.
fn filled(rows: &[Vec<String>]) -> String {
    let row = |row: &Vec<String>| row.iter().map(|cell| if cell.is_empty() { '.' } else { 'x' }).collect::<String>();
    rows.iter().map(row).collect::<Vec<_>>().join(" ")
}

/// The same of each table of a kind, below its headings.
fn filled_in(tables: &[Vec<Vec<String>>], headings: usize) -> Vec<String> {
    tables.iter().map(|rows| filled(&rows[headings..])).collect()
}

/// Current, target and previous score of each card.
fn scores(report: Report<'_>) -> Vec<String> {
    let told = |rows: &Vec<Vec<String>>| rows.iter().map(|row| row[1].as_str()).collect::<Vec<_>>().join("/");
    report.tables("score").iter().map(told).collect()
}

/// Where the X stands on each card: row from the top, column; none where there is none.
fn crosses(report: Report<'_>) -> Vec<Option<(usize, usize)>> {
    let place = |map: &Vec<Vec<String>>| {
        let at =
            |(row, cells): (usize, Vec<String>)| cells.iter().position(|cell| cell == "X").map(|it| (row + 1, it + 1));
        cells(map).into_iter().enumerate().find_map(at)
    };
    report.tables("mini").iter().map(place).collect()
}

#[test]
fn the_summary_of_2018() {
    let page = Report::of_sample("2018-directorate-summary", "Summary report");
    let map = page.report().table("map");
    assert_eq!(
        cells(&map),
        [
            ["", "", "8 9", "", ""],
            ["", "", "4 13", "10", ""],
            ["", "", "15", "2 3 5 7 11", "1 12"],
            ["", "", "16 17", "14", ""],
            ["", "", "6", "", ""],
        ]
    );
    assert_eq!(map[0][..2], ["Likelihood", "5"]);
    assert_eq!(map[5], ["", "1", "2", "3", "4", "5"]);
    assert_eq!(map[6], ["", "Consequence"]);
    let rows = page.report().table("summary");
    let headings = [
        (5, "Control"),
        (3, "Residual risk level"),
        (4, "Risk appetite"),
        (0, "Risk no."),
        (1, "Risk"),
        (2, "Triggers"),
    ];
    assert_headings(&rows[0], &headings);
    let figures: Vec<String> = rows[1..].iter().map(|row| format!("{}: {} of {}", row[0], row[3], row[4])).collect();
    assert_eq!(
        figures,
        [
            "1: 15 H of 10",
            "2: 12 M of 12",
            "3: 12 M of 9",
            "4: 12 M of 12",
            "5: 12 M of 9",
            "6: 3 L of 3",
            "7: 12 M of 12",
            "8: 15 H of 15",
            "9: 15 H of 12",
            "10: 16 H of 16",
            "11: 12 M of 12",
            "12: 15 H of 15",
            "13: 12 M of 12",
            "14: 8 M of 8",
            "15: 9 M of 9",
            "16: 6 M of 6",
            "17: 6 M of 6",
        ]
    );
    // Every risk has triggers and controls.
    assert!(rows[1..].iter().all(|row| row.iter().all(|cell| !cell.is_empty())));
    let script = "return [...document.querySelectorAll('.report table.r-summary tbody tr')].map((row) =>
                      row.lastElementChild.querySelectorAll('li').length)";
    let controls = page.run(script, &[]);
    assert_eq!(controls, json!([11, 5, 5, 6, 5, 1, 6, 10, 17, 1, 9, 10, 10, 10, 4, 3, 3]));
    let entity = "Entity: People and Communities, The directorate with its services for children";
    assert!(page.css(".report").read().contains(entity));
}

#[test]
fn the_covering_report_of_2018() {
    let page = Report::of_sample("2018-directorate-summary", "Covering report");
    let read = |selector: &str| {
        let script = "return [...document.querySelectorAll(arguments[0])].map((it) => it.innerText.trim().replace(/\\s+/g, ' '))";
        serde_json::from_value::<Vec<String>>(page.run(script, &[selector.into()])).unwrap_or_default()
    };
    assert_eq!(
        read(".report dt"),
        [
            "To",
            "Meeting date",
            "From",
            "Electoral division(s)",
            "Forward Plan ref",
            "Key decision",
            "Purpose",
            "Recommendation",
            "Post",
            "Post"
        ]
    );
    let facts = read(".report dd");
    assert_eq!(facts[1], "11 September 2018");
    assert_eq!(facts[3..6], ["All", "N/A", "No"]);
    assert_eq!(
        read(".report h2"),
        [
            "Officer contact",
            "Member contact",
            "1. Background",
            "2. Main issues",
            "3. Alignment with corporate priorities",
            "4. Significant implications",
            "Source documents"
        ]
    );
    // Two paragraphs of background; of the three of main issues, the first has the seven focus areas below it. The published
    // paper numbers its last paragraph 2.2 for a second time; here it is 2.3.
    assert_eq!(
        read(".report .r-number"),
        ["1.1", "1.2", "2.1", "1.", "2.", "3.", "4.", "5.", "6.", "7.", "2.2", "2.3"]
    );
    let sections = read(".report h3");
    let numbers: Vec<&str> = sections.iter().filter_map(|it| it.split(' ').next()).collect();
    assert_eq!(numbers, ["3.1", "3.2", "3.3", "4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7"]);
    assert_eq!(sections[3], "4.1 Resource implications");
    assert_eq!(sections[9], "4.7 Public health implications");
    let none = read(".report p").iter().filter(|it| *it == "No significant implications.").count();
    assert_eq!(none, 3 + 7);
    assert_eq!(page.report().table("sources")[0], ["Source documents", "Location"]);
}

#[test]
fn the_grid_of_2016() {
    let page = Report::of_sample("2016-directorate-grid", "Register grid");
    let rows = page.report().table("grid");
    assert_headings(&rows[0], &[(3, "Actions"), (0, "Details of risk"), (1, "Inherent risk"), (2, "Residual risk")]);
    let headings = [
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
    ];
    assert_headings(&rows[1], &headings);
    let figures = rows[2..]
        .iter()
        .map(|row| format!("{}: {}x{}={} {}x{}={}", row[0], row[4], row[5], row[6], row[10], row[11], row[12]));
    assert_eq!(
        figures.collect::<Vec<_>>(),
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
    let actions: Vec<usize> = page.report().tables("inner").iter().map(|rows| rows.len() - 1).collect();
    assert_eq!(actions, [2, 5, 1, 2, 3, 2, 5, 2, 1, 2, 2, 1, 1, 3, 3], "risk 12 has none");
    assert_eq!(rows[13][13], "", "risk 12");
    let full = "x".repeat(14);
    assert!(rows[2..].iter().all(|row| row[0] == "12" || filled(std::slice::from_ref(row)) == full));
    let told = filled_in(&page.report().tables("inner"), 1);
    assert_eq!(told[1], "xxx.x xxx.x xxx.x xx..x xxx.x", "one action has no date");
    assert!(told.iter().enumerate().all(|(at, told)| at == 1 || told.split(' ').all(|action| action == "xxx.x")));
    let first = page.report().tables("inner").remove(0);
    assert_eq!(first[0], rows[1][13..], "the headings, which the grid shows, for who has them read aloud");
    assert_eq!(
        (&first[1][2..], &first[2][2..]),
        (["Sep 2016", "", "A"].map(String::from).as_slice(), ["Sep 2016", "", "G"].map(String::from).as_slice())
    );
    page.report().choose("Glossary and review dates");
    page.report().choose("Register grid");
    wait::equal("the terms", 1 + 9, || page.report().tables("terms").first().map_or(0, Vec::len));
    assert!(page.css(".report").read().contains("12/10/2016"));
}

#[test]
fn the_grid_and_the_matrix_of_2017() {
    let page = Report::of_sample("2017-directorate-grid-and-matrix", "Register grid");
    let rows = page.report().table("grid");
    let figures: Vec<String> = rows[2..].iter().map(|row| format!("{}: {} {}", row[0], row[6], row[12])).collect();
    assert_eq!(figures.len(), 14);
    assert_eq!(figures[..3], ["1 (CR):  ", "3 (CR):  ", "4:  15 H"], "scores that were not published stay blank");
    assert_eq!(
        filled(&rows[2..]).split(' ').collect::<Vec<_>>(),
        [
            "xxxx...xxx...x",
            "xxxx...xxx...x",
            "xxxx...xxxxxxx",
            "xxxx...x.xxxxx",
            "xxxx...x.xxxx.",
            "xxxx...x.xxxx.",
            "xxxx...xxxxxxx",
            "xxxx...xxxxxx.",
            "xxxx...xxxxxxx",
            "xxxx...xxx...x",
            "xxxx...xxx...x",
            "xxxx...x.x...x",
            "xxxx...x.x...x",
            "xxxx...x.xxxx.",
        ]
    );
    assert_eq!(
        filled_in(&page.report().tables("inner"), 1),
        [
            "xxx.. xxx..",
            "xxx.. xxx..",
            "xxx.. xxx.. xx...",
            "xxx..",
            "xxx..",
            "xxx..",
            "xxx..",
            "xxx..",
            "xxx..",
            "xxx..",
        ]
    );
    page.report().choose("Abbreviations and scoring matrix");
    page.report().choose("Register grid");
    wait::equal("the abbreviations", 1 + 46, || page.report().tables("terms").first().map_or(0, Vec::len));
    let matrix = page.report().table("scores");
    assert_eq!(matrix[0][0], "Impact");
    let products: Vec<Vec<String>> = cells(&matrix);
    let products: Vec<Vec<&str>> =
        products.iter().map(|row| row.iter().map(|it| it.split(' ').next().unwrap_or_default()).collect()).collect();
    assert_eq!(
        products,
        [
            ["5", "10", "15", "20", "25"],
            ["4", "8", "12", "16", "20"],
            ["3", "6", "9", "12", "15"],
            ["2", "4", "6", "8", "10"],
            ["1", "2", "3", "4", "5"],
        ]
    );
    assert_eq!(matrix[6], ["", "Likelihood"]);
    for (row, name) in ["very high", "high", "medium", "low", "negligible"].iter().enumerate() {
        assert!(matrix[row][usize::from(row == 0)].ends_with(name), "{:?}", matrix[row]);
    }
}

#[test]
fn the_corporate_cards_of_2021() {
    let page = Report::of_sample("2021-corporate-cards", "Corporate risk cards");
    let report = page.report();
    assert_eq!(scores(report), ["15 H//", "20 H//", "12 M//", "8 M//", "10 M//", "12 M//", "//"]);
    assert_eq!(crosses(report).iter().flatten().count(), 6, "the last card has no score");
    assert_eq!(crosses(report)[0], Some((3, 5)), "likelihood 3, consequence 5");
    let names: Vec<String> = report.tables("score")[0].iter().map(|row| row[0].clone()).collect();
    assert_eq!(names, ["Current Score", "Target Score", "Previous Score"]);
    let points = ["Triggers", "Likelihood Factors (Vulnerability)", "Potential Consequences"];
    assert_eq!(report.tables("points")[0][0], points);
    for controls in report.tables("controls") {
        assert_eq!(controls[0], ["Controls", "Adequacy", "Critical Success", "Assurance"]);
    }
    for plans in report.tables("plans") {
        assert_eq!(plans[0], ["Action Plans", "Assurance", "Responsibility", "Target Date"]);
    }
    assert_eq!(
        filled_in(&report.tables("controls"), 1),
        [
            "x.x. x.x. xxx. xx.. xx.. x.x. xx.. xxx. xxx. xxx. xxx. xx.. xx.. xx.. xx.. xx.. xx.. xx.. xx.. xx.. xx.. x... xx.. xx..",
            "xxx. xxx. xxx. xxx.",
            "xxxx xx.x xxxx xx.x xxx. xx.x xxxx xx.. xx.x x...",
            "xx.. xx.. xx.. xx.. xx.. xx.. xx.. xx.. xx.. xx..",
            "xx.. xx.. xx.. xx.. xx.. xx.. xx.. xx.. xx.. xx..",
            "xx.. xxx. xxx. xx.. xx.. xx.. xx.. xx..",
            "....",
        ]
    );
    assert_eq!(
        filled_in(&report.tables("plans"), 1),
        ["....", "....", "x..x x..x", "x...", "x..x x..x x..x", "....", "...."]
    );
    let counts: Vec<usize> = report.tables("controls").iter().map(|it| it.len() - 1).collect();
    assert_eq!(counts, [24, 4, 10, 10, 10, 8, 1], "a table without rows keeps an empty one");
    assert_eq!(report.tables("plans")[2][1][3], "31/12/2021");
    assert_eq!(report.tables("plans")[2][2][3], "31/04/2021", "a day that does not exist stays as it was written");
    let text = page.css(".report").read();
    for footer in ["Risk Path:", "Risk Category:", "Linked Objective(s):"] {
        assert_eq!(text.matches(footer).count(), 7, "{footer}");
    }
    assert_eq!(text.matches("04/03/2021").count(), 6);
}

#[test]
fn the_directorate_cards_of_2024() {
    let page = Report::of_sample("2024-directorate-cards", "Directorate risk cards");
    let report = page.report();
    assert_eq!(
        scores(report),
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
    assert_eq!(crosses(report).iter().flatten().count(), 9);
    for controls in report.tables("controls") {
        assert_eq!(controls[0], ["Controls", "Adequacy", "Critical Success"]);
    }
    for plans in report.tables("plans") {
        assert_eq!(plans[0], ["Action Plans", "Responsibility", "Target Date"]);
    }
    assert_eq!(
        filled_in(&report.tables("controls"), 1),
        [
            "xxx xxx xxx xxx",
            "xxx xxx xxx xxx xxx xxx xxx",
            "xxx xxx xxx xxx",
            "xxx xxx xxx xxx xxx xxx",
            "xxx xxx xxx xxx xxx xxx xxx xxx",
            "xxx xxx xxx xxx xxx xxx xxx xxx",
            "xx. xx.",
            "xxx xxx xxx xxx xxx xxx",
            "xxx xxx xxx xxx xxx",
        ]
    );
    assert_eq!(
        filled_in(&report.tables("plans"), 1),
        [
            "xxx xxx xxx xxx xxx",
            "xxx xxx xxx",
            "xxx xxx",
            "xxx xxx xxx x.x",
            "xxx xxx xxx xxx",
            "xxx xxx",
            "...",
            "...",
            "...",
        ]
    );
    let counts: Vec<usize> = report.tables("controls").iter().map(|it| it.len() - 1).collect();
    assert_eq!(counts, [4, 7, 4, 6, 8, 8, 2, 6, 5]);
    assert_eq!(report.tables("points")[0][0], ["Triggers"]);
    assert_eq!(page.css(".report li > strong").count(), 50 + 20, "each control and action has a title");
    let text = page.css(".report").read();
    assert!(!text.contains("Risk Path:") && !text.contains("Linked Objective"));
}
