//! Starting: with what is missing told on the page, and everything where any static host may put it.

use browser_tests::{Page, dist, has};

/// A copy of the built page without the files of one ending.
fn without(ending: &str) -> Page {
    let folder = std::env::temp_dir().join(format!("heatgrid-without-{ending}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("no folder for the copy");
    for entry in std::fs::read_dir(dist()).expect("there is no built page").flatten() {
        let path = entry.path();
        if path.is_file() && path.extension().is_none_or(|it| it != ending) {
            std::fs::copy(&path, folder.join(entry.file_name())).expect("the copy fails");
        }
    }
    let page = Page::unopened_from(folder);
    page.may_complain();
    page.visit("");
    page
}

#[test]
fn a_page_that_cannot_start_says_so_and_what_to_do() {
    let page = without("wasm");
    page.alert(has("Heatgrid could not start.")).wait_says("Registers kept in this browser are not touched.");
}

#[test]
fn a_page_without_its_samples_says_so_and_can_be_worked_in() {
    let page = without("json");
    page.registers().wait();
    page.button(has("Corporate risks 2021")).click();
    page.alert(has("The sample is missing from this site")).wait();
    page.registers().make("Without samples");
    page.grid().wait();
}
