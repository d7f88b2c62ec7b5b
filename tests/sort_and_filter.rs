//! Finding risks on the grid: sorting by a heading, filtering by text, band, owner and status.

use browser_tests::known::{DIRECTOR, PAYROLL};
use browser_tests::{Page, wait};

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
    page.select("Band").choose("High");
    shown(&["1", "2 (CR)"]);
    page.text("2 of 4 risks").wait();
    page.select("Owner").choose(DIRECTOR);
    shown(&["1"]);
    page.select("Band").choose("Any band");
    shown(&["1", "3"]);
    page.select("Owner").choose("Any owner");
    page.select("Status").choose("Closed");
    shown(&["4"]);
    grid.wait_text("4", "Risk", PAYROLL);
    page.select("Status").choose("Open");
    shown(&["1", "2 (CR)", "3"]);
    page.searchbox("Find in this register").fill("fire lost");
    shown(&["3"]);
    page.searchbox("Find in this register").fill("neighbouring councils");
    shown(&["1"]);
    page.searchbox("Find in this register").fill("no such words");
    page.text("No risk matches the filter.").wait();
    page.button("Clear filter").click();
    shown(&["1", "2 (CR)", "3", "4"]);
    // What is chosen in the filter line says so again.
    let chosen = ["Band", "Owner", "Status"].map(|name| page.select(name).chosen());
    assert_eq!(chosen, ["Any band", "Any owner", "Open and closed"]);
    assert_eq!(page.searchbox("Find in this register").value(), "");
}
