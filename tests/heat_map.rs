//! Reading the heat map: where the risks stand, and what stands in one cell.

use browser_tests::known::{BUDGET, CASELOADS, DIRECTOR, FIRE, PAYROLL};
use browser_tests::{Page, Target, sample, starts, wait};

fn map() -> Page {
    let page = Page::with_four_risks();
    page.frame().go("Heat map");
    page.heat_map().cell(5, 5).wait();
    page
}

#[track_caller]
fn stands(page: &Page, places: &[(u8, u8, &[&str])]) {
    let expected: Vec<(u8, u8, Vec<String>)> =
        places.iter().map(|(l, i, numbers)| (*l, *i, numbers.iter().map(|it| (*it).to_owned()).collect())).collect();
    wait::equal("the map", expected, || page.heat_map().all());
}

#[test]
fn each_assessment_has_its_map() {
    let page = map();
    stands(&page, &[(1, 2, &["4"]), (2, 3, &["3"]), (3, 5, &["2"]), (4, 4, &["1"])]);
    page.heat_map().show("Inherent");
    stands(&page, &[(3, 3, &["3"]), (4, 5, &["2"]), (5, 4, &["1"])]);
    page.heat_map().show("Target");
    stands(&page, &[(1, 3, &["3"]), (2, 5, &["2"]), (3, 3, &["1"])]);
    // The name of a cell says what is in it.
    let name = page.heat_map().cell(3, 3).name();
    assert_eq!(name, "Likelihood 3 Possible, Impact 3 Medium: 9 Medium. Risk 1");
}

/// Where a cell stands on the page.
fn place(page: &Page, cell: &Target) -> (f64, f64) {
    let script = "const box = arguments[0].getBoundingClientRect(); return [box.x, box.y]";
    let at = page.run(script, &[cell.element()]);
    (at[0].as_f64().unwrap_or_default(), at[1].as_f64().unwrap_or_default())
}

#[test]
fn a_register_whose_likelihood_runs_across_is_drawn_like_that() {
    let page = Page::with_file(&sample("2017-directorate-grid-and-matrix.json"));
    page.frame().go("Heat map");
    let cell = |name: &'static str| place(&page, &page.region("Heat map").role("gridcell", starts(name)));
    let low = cell("Likelihood 1 very rare, Impact 1 negligible");
    let likely = cell("Likelihood 5 very likely, Impact 1 negligible");
    let grave = cell("Likelihood 1 very rare, Impact 5 very high");
    assert!(likely.0 > low.0 && (likely.1 - low.1).abs() < 2.0, "more likely is to the right: {low:?} {likely:?}");
    assert!(grave.1 < low.1 && (grave.0 - low.0).abs() < 2.0, "graver is up: {low:?} {grave:?}");
}

#[test]
fn the_origin_is_bottom_left_and_likelihood_goes_up() {
    let page = map();
    let place = |likelihood, impact| place(&page, &page.heat_map().cell(likelihood, impact));
    let (low, likely, grave) = (place(1, 1), place(5, 1), place(1, 5));
    assert!(likely.1 < low.1 && (likely.0 - low.0).abs() < 2.0, "more likely is up: {low:?} {likely:?}");
    assert!(grave.0 > low.0 && (grave.1 - low.1).abs() < 2.0, "graver is to the right: {low:?} {grave:?}");
}

#[test]
fn a_chosen_cell_lists_its_risks() {
    let page = map();
    let map = page.heat_map();
    let listed = |titles: &[&str]| {
        wait::equal("the list", titles.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>(), || map.listed());
    };
    listed(&[CASELOADS, BUDGET, FIRE, PAYROLL]);
    map.cell(3, 5).click();
    listed(&[BUDGET]);
    map.list().wait_says("Likelihood 3 Possible, Impact 5 Very high");
    map.list().wait_says("1 risk");
    map.cell(1, 1).click();
    listed(&[]);
    map.list().wait_says("No risks");
    map.cell(4, 4).click();
    listed(&[CASELOADS]);
    // The chosen cell stays chosen through a reload, and lets go when clicked again.
    page.reload();
    listed(&[CASELOADS]);
    assert_eq!(map.cell(4, 4).attribute("aria-selected").as_deref(), Some("true"));
    map.cell(4, 4).click();
    listed(&[CASELOADS, BUDGET, FIRE, PAYROLL]);
    map.list().link(BUDGET).click();
    page.card().wait(BUDGET);
}

#[test]
fn the_map_shows_what_the_filter_shows_and_follows_edits() {
    let page = map();
    page.filter().pick("Owner", "is any of", &[DIRECTOR]);
    stands(&page, &[(2, 3, &["3"]), (4, 4, &["1"])]);
    page.heat_map().show("Target");
    stands(&page, &[(1, 3, &["3"]), (3, 3, &["1"])]);
    page.button("Clear filter").click();
    page.frame().go("Grid");
    page.grid().wait();
    page.grid().set("3", "Target", "3x3");
    page.frame().go("Heat map");
    page.heat_map().show("Target");
    stands(&page, &[(2, 5, &["2"]), (3, 3, &["1", "3"])]);
    page.frame().undo();
    stands(&page, &[(1, 3, &["3"]), (2, 5, &["2"]), (3, 3, &["1"])]);
}
