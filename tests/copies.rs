//! Daily copies: made without being asked for, looked at like a file, gone with their register.

use std::time::Duration;

use browser_tests::known::{FIRE, FOUR_RISKS, TITLE};
use browser_tests::{Page, has, wait};

/// The copies in the settings: register and day.
fn copies(page: &Page) -> Vec<String> {
    page.role("table", "Copies of registers").css("tbody th").texts()
}

/// Goes to the settings once there are so many copies.
fn wait_copies(page: &Page, titles: &[&str]) {
    wait::equal("the copies", titles.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>(), || {
        page.frame().to_registers();
        page.frame().open_settings();
        page.checkbox(has("Keep a copy of each register")).wait();
        copies(page)
    });
}

#[test]
fn a_register_is_copied_once_a_day_and_the_copy_brings_back_what_was_lost() {
    let page = Page::with_four_risks();
    // Opened and touched; the copy is of before the change.
    page.grid().cell("3", "Risk").click();
    wait_copies(&page, &[TITLE]);
    page.frame().to_registers();
    page.registers().open(TITLE);
    page.grid().set("3", "Risk", "A mistake");
    page.reload();
    page.grid().cell("1", "Risk").click();
    wait_copies(&page, &[TITLE]);
    page.button(has(&format!("Look at it: {TITLE}, copy of "))).click();
    let preview = page.import().dialog();
    preview.wait_says("4 risks, 3 controls, 3 actions");
    page.import().choose(TITLE, has("Replace the one here"));
    page.import().go();
    page.grid().wait_text("3", "Risk", FIRE);
    // A copy of the browser's own is no file.
    page.css(".menu.export summary").click();
    assert_eq!(page.css(".menu.export .hint").read(), "No file of this register has been saved here yet.");
}

#[test]
fn a_register_deleted_for_good_has_no_copy_and_who_wants_none_has_none() {
    let page = Page::with_four_risks();
    page.grid().cell("3", "Risk").click();
    wait_copies(&page, &[TITLE]);
    page.frame().to_registers();
    page.registers().button("Delete", TITLE).click();
    page.button(&format!("Delete for good: {TITLE}")).click();
    page.button("Delete for good").click();
    wait_copies(&page, &[]);
    page.text("There are no copies yet.").wait();
    page.frame().to_registers();
    page.bring_in(&browser_tests::fixture(FOUR_RISKS));
    page.grid().cell("3", "Risk").click();
    wait_copies(&page, &[TITLE]);
    page.checkbox(has("Keep a copy of each register")).click();
    page.text("There are no copies yet.").wait();
    page.frame().to_registers();
    page.registers().make("Without");
    page.frame().decline_name();
    page.button("Add the first risk").click();
    page.type_text("A risk");
    page.press("Enter");
    // What is seen to every few seconds has been seen to by then.
    wait::stays("the register open", Duration::from_secs(4), || page.frame().title() == "Without");
    wait_copies(&page, &[]);
}
