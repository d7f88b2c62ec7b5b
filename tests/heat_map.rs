//! Reading the heat map: where the risks stand, and what stands in one cell.

use browser_tests::known::{BUDGET, CASELOADS, DIRECTOR, FIRE, PAYROLL};
use browser_tests::{Page, Rules, Target, sample, starts, wait};

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

#[test]
fn several_cells_are_chosen_by_mouse() {
    let page = map();
    let map = page.heat_map();
    let listed = |titles: &[&str]| {
        wait::equal("the list", titles.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>(), || map.listed());
    };
    map.cell(4, 4).click();
    listed(&[CASELOADS]);
    map.cell(2, 3).click_with("Control");
    listed(&[CASELOADS, FIRE]);
    map.list().wait_says("2 cells chosen");
    assert!(page.hash().contains("cell=4x4.2x3"), "{}", page.hash());
    page.reload();
    listed(&[CASELOADS, FIRE]);
    map.cell(4, 4).click_with("Control");
    listed(&[FIRE]);
    // Shift takes all cells between; a box does what Control does, for fingers.
    map.cell(2, 3).click();
    map.cell(2, 3).click();
    map.cell(3, 5).click_with("Shift");
    listed(&[BUDGET, FIRE]);
    wait::equal("the cells", vec!["3x3", "3x4", "3x5", "2x3", "2x4", "2x5"], || map.chosen());
    map.list().button("Show all").click();
    page.checkbox("Choose several cells").click();
    map.cell(1, 2).click();
    map.cell(4, 4).click();
    listed(&[CASELOADS, PAYROLL]);
}

#[test]
fn cells_are_walked_over_and_chosen_by_keys() {
    let page = map();
    let map = page.heat_map();
    map.cell(1, 1).focus();
    page.press_times(2, "ArrowUp");
    page.press("End");
    wait::for_("the focus on 3 × 5", || map.cell(3, 5).has_focus());
    page.press("Space");
    wait::equal("the cells", vec!["3x5"], || map.chosen());
    // The map is one stop for Tab.
    assert_eq!(page.run("return document.querySelectorAll('.heat [tabindex=\"0\"]').length", &[]), 1);
    page.press("Shift+ArrowLeft");
    page.press("Shift+ArrowDown");
    wait::equal("the cells", vec!["3x4", "3x5", "2x4", "2x5"], || map.chosen());
    page.press("Home");
    page.press("Control+Enter");
    wait::equal("the cells", vec!["3x4", "3x5", "2x1", "2x4", "2x5"], || map.chosen());
    page.press("Escape");
    wait::equal("the cells", Vec::<String>::new(), || map.chosen());
    page.press("Control+Home");
    wait::for_("the focus in the upper left corner", || map.cell(5, 1).has_focus());
    page.press("Control+a");
    wait::equal("the cells", 25, || map.chosen().len());
}

#[test]
fn movement_is_told_and_drawn() {
    let page = map();
    let map = page.heat_map();
    assert_eq!(map.arrows(), 0);
    map.movement().choose("Movement from inherent");
    let says = page.region("Heat map");
    says.wait_says("From inherent to residual: 0 up, 3 down, 0 static, 1 without both scores.");
    wait::equal("the arrows", 3, || map.arrows());
    assert!(page.hash().contains("from=inherent"), "{}", page.hash());
    page.reload();
    wait::equal("the arrows", 3, || map.arrows());
    // To another assessment, and the other way round.
    map.show("Target");
    says.wait_says("From inherent to target: 0 up, 3 down");
    map.show("Inherent");
    wait::equal("the arrows", 0, || map.arrows());
    map.movement().choose("Movement from residual");
    says.wait_says("From residual to inherent: 3 up, 0 down");
    wait::equal("the arrows", 3, || map.arrows());
    map.movement().choose("No movement");
    wait::equal("the arrows", 0, || map.arrows());
}

/// Whether a risk is lit on the map and in the list.
fn lit(page: &Page, title: &str) -> (bool, bool) {
    let script = "return [!!document.querySelector('.heat .chip.lit'),
        document.querySelector('.chosen li.lit a')?.innerText === arguments[0]]";
    let lit = page.run(script, &[title.into()]);
    (lit[0] == true, lit[1] == true)
}

#[test]
fn a_number_tells_of_its_risk_and_both_sides_light_up() {
    let page = map();
    let map = page.heat_map();
    map.chip("Risk 1:").hover();
    map.tip().wait_says(CASELOADS);
    map.tip().wait_says(DIRECTOR);
    map.tip().wait_says("Residual 16 High");
    assert_eq!(lit(&page, CASELOADS), (true, true));
    page.check_accessible("the map with what is told of a risk", Rules::Best);
    // It can be read under the mouse, and sent away.
    map.tip().hover();
    map.tip().wait_says(CASELOADS);
    page.press("Escape");
    map.tip().wait_gone();
    // By keys: into the cell, from number to number, and back.
    map.cell(3, 5).focus();
    page.press("F2");
    map.tip().wait_says(BUDGET);
    assert_eq!(lit(&page, BUDGET), (true, true));
    page.press("Escape");
    wait::for_("the focus back on the cell", || map.cell(3, 5).has_focus());
    map.tip().wait_gone();
    // From the list.
    map.list().link(FIRE).focus();
    map.tip().wait_says(FIRE);
    assert_eq!(lit(&page, FIRE), (true, true));
}

#[test]
fn the_line_of_appetite_is_drawn_where_one_is_set() {
    let page = map();
    page.frame().go("Grid");
    page.grid().wait();
    for number in ["1", "2 (CR)", "3", "4"] {
        page.grid().set(number, "Appetite", "");
    }
    page.frame().go("Heat map");
    let edge = page.css(".heat-lines .edge");
    page.heat_map().cell(1, 1).wait();
    assert_eq!(edge.count(), 0);
    page.frame().go("Grid");
    page.grid().wait();
    page.grid().set("1", "Appetite", "10");
    page.grid().set("3", "Appetite", "6");
    page.frame().go("Heat map");
    edge.wait();
    page.region("Heat map").wait_says("Highest appetite: scores up to 10. Some risks accept only 6");
    // The risks of the chosen cells, where they agree.
    page.heat_map().cell(2, 3).click();
    page.region("Heat map").wait_says("Appetite: scores up to 6");
}
