//! Every view on paper: all that it says, without bars and buttons, headings on each sheet.

use browser_tests::known::{BUDGET, CASELOADS, FIRE, PAYROLL};
use browser_tests::{Page, sample, words};

/// Fails unless all words are there, in any order.
#[track_caller]
fn assert_has(printed: &str, texts: &[&str]) {
    let lacking: Vec<_> =
        texts.iter().filter(|text| !text.split_whitespace().all(|word| printed.contains(word))).collect();
    assert!(lacking.is_empty(), "not printed: {lacking:?}\nbut {printed}");
}

#[test]
fn each_view_prints_what_it_says_and_none_of_its_tools() {
    let page = Page::with_four_risks();
    page.in_every_view(|view| {
        let printed = words(&page.printed());
        for tool in [
            "Export",
            "Settings",
            "Add risk",
            "Undo",
            "Columns",
            "Any band",
            "Heat map",
            "Use preset",
            "Remove",
            "Delete",
        ] {
            // A heading, or a map in words, may say what a link says.
            let said = [("settings", "Settings"), ("report", "Heat map")].contains(&(view, tool));
            assert!(said || !printed.contains(tool), "{view} prints “{tool}”: {printed}");
        }
        match view {
            "grid" => assert_has(&printed, &[CASELOADS, BUDGET, FIRE, PAYROLL, "16 H", "Residual", "Owner", "Actions"]),
            "card" => assert_has(&printed, &[CASELOADS, "16 H", "Triggers", "Consequences", "Controls", "Actions"]),
            "heatmap" => {
                assert_has(&printed, &[CASELOADS, BUDGET, "Very likely", "Negligible", "Likelihood", "Impact"])
            }
            "actions" | "controls" => assert_has(&printed, &[CASELOADS, "Residual", "Owner"]),
            "report" => {
                assert_has(&printed, &[CASELOADS, BUDGET, FIRE, PAYROLL, "16 H", "Triggers", "Control", "1 of"])
            }
            "criteria" => {
                assert_has(&printed, &["Bands", "Matrix", "25 H", "1 L", "Low", "Medium", "High", "15", "Categories"])
            }
            "history" => assert_has(&printed, &["Created", "4 risks"]),
            "registers" => assert_has(&printed, &["Services to children 2031", "4 risks"]),
            _ => assert_has(&printed, &["Storage"]),
        }
    });
}

#[test]
fn the_grid_prints_every_row_and_column_with_the_headings_on_each_sheet() {
    let page = Page::with_file(&sample("2016-directorate-grid.json"));
    for (view, first, last) in [("grid", "Triggers", "Notes"), ("actions", "Description", "Assurance")] {
        page.to_view(view);
        let sheets = page.printed();
        assert!(sheets.len() > 1, "{view} is on one sheet");
        for (number, sheet) in sheets.iter().enumerate() {
            assert!(sheet.contains(first) && sheet.contains(last), "{view}, sheet {number} lacks headings:\n{sheet}");
        }
    }
    page.to_view("grid");
    let printed = words(&page.printed());
    let numbers = page.grid().numbers();
    assert_eq!(numbers.len(), 16);
    assert_has(&printed, &numbers.iter().map(String::as_str).collect::<Vec<_>>());
    // The last of eleven controls of risk 1: no text is cut to three lines.
    assert_has(&printed, &["11 controls", "11."]);
}

#[test]
fn paper_is_black_on_white_on_a_dark_screen_too() {
    let page = Page::with_four_risks();
    page.darken(true);
    let print = |script: &str| page.run(script, &[]);
    page.as_paper();
    assert_eq!(print("return getComputedStyle(document.body).color"), "rgb(0, 0, 0)");
    assert_eq!(print("return getComputedStyle(document.documentElement).backgroundColor"), "rgb(255, 255, 255)");
}
