//! When Heatgrid itself fails: the page says so, and gives out what is stored.

use browser_tests::known::{FIRE, TITLE, register_of, registers};
use browser_tests::{Page, sample, wait};

#[test]
fn the_recovery_page_saves_the_stored_registers_as_a_file_that_imports_again() {
    let page = Page::with_four_risks();
    page.may_complain();
    page.grid().set("1", "Residual", "5x5");
    page.frame().wait_saved();
    let (_, before) = page.frame().export();
    page.frame().to_registers();
    page.registers().choose_files(&[&sample("2021-corporate-cards.json")]);
    page.import().go();
    page.grid().wait();
    let (_, other) = page.frame().export();
    page.visit("#/crash-test");
    page.heading("Heatgrid has stopped").wait();
    let stored = page.stored();
    let (name, file) = page.download(|| page.button("Save stored registers as a file").click());
    assert!(name.ends_with(".heatgrid.json"), "{name}");
    assert_eq!(page.stored(), stored, "the recovery page changes what is stored");
    let mut rescued = registers(&file);
    rescued.sort_by_key(|register| register.risks.len());
    assert_eq!(rescued, [register_of(&before), register_of(&other)]);
    // In another browser the file brings both back.
    page.clear_site_data();
    page.visit("");
    page.registers().wait();
    page.registers().choose_files(&[&page.folder().join("downloads").join(name)]);
    page.import().go();
    wait::equal("the registers", 2, || page.registers().titles().len());
    page.registers().open(TITLE);
    page.grid().wait_score("1", "Residual", "25");
    page.grid().wait_text("3", "Risk", FIRE);
}

#[test]
fn a_reload_leads_from_the_recovery_page_back_to_work() {
    let page = Page::with_four_risks();
    page.may_complain();
    page.visit("#/crash-test");
    page.button("Reload the page").click();
    page.registers().wait();
    page.registers().open(TITLE);
    page.grid().wait_text("3", "Risk", FIRE);
}
