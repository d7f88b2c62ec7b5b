//! Finding risks on the grid: sorting by a heading, filtering by text, band, owner and status.

use browser_tests::known::{DIRECTOR, PAYROLL};
use browser_tests::{Page, has, wait};

#[test]
fn risks_are_sorted_by_a_heading() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    let order = |numbers: [&str; 4]| wait::equal("the order", numbers.map(String::from).to_vec(), || grid.numbers());
    let click = |column: &str| grid.heading(column).css("button").click();
    order(["1", "2 (CR)", "3", "4"]);
    click("Risk");
    order(["1", "3", "2 (CR)", "4"]);
    assert_eq!(grid.heading("Risk").attribute("aria-sort").as_deref(), Some("ascending"));
    click("Risk");
    order(["4", "2 (CR)", "3", "1"]);
    assert_eq!(grid.heading("Risk").attribute("aria-sort").as_deref(), Some("descending"));
    click("Risk");
    order(["1", "2 (CR)", "3", "4"]);
    assert_eq!(grid.heading("Risk").attribute("aria-sort"), None);
    // Scores: the highest first; blank ones last either way.
    click("Inherent");
    order(["1", "2 (CR)", "3", "4"]);
    click("Inherent");
    order(["3", "1", "2 (CR)", "4"]);
    click("Next review");
    order(["1", "2 (CR)", "3", "4"]);
    click("Owner");
    order(["2 (CR)", "1", "4", "3"]);
}

#[test]
fn risks_are_filtered_by_text_band_owner_and_status() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    let shown = |numbers: &[&str]| {
        wait::equal("the risks shown", numbers.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>(), || {
            grid.numbers()
        });
    };
    page.filter().quick(&["High"]);
    shown(&["1", "2 (CR)"]);
    page.text("2 of 4 risks").wait();
    page.filter().pick("Owner", "is any of", &[DIRECTOR]);
    shown(&["1"]);
    page.button("Remove filter: Residual band: High").click();
    shown(&["1", "3"]);
    page.button(has("Remove filter: Owner")).click();
    page.filter().pick("Status", "is any of", &["Closed"]);
    shown(&["4"]);
    grid.wait_text("4", "Risk", PAYROLL);
    page.button("Remove filter: Closed").click();
    page.filter().quick(&["Open only"]);
    shown(&["1", "2 (CR)", "3"]);
    page.filter().words().fill("fire lost");
    shown(&["3"]);
    page.filter().words().fill("neighbouring councils");
    shown(&["1"]);
    page.filter().words().fill("no such words");
    page.text("No risk matches the filter.").wait();
    page.button("Clear filter").click();
    shown(&["1", "2 (CR)", "3", "4"]);
    page.filter().wait_chips(&[]);
    assert_eq!(page.filter().words().value(), "");
}
