//! Actions and controls of the whole register as grids of their own.

use browser_tests::{Page, wait};
use serde_json::json;

fn rows(page: &Page) -> usize {
    page.css("[role=grid] .grid-body [role=row]").count()
}

fn cell<'p>(page: &'p Page, row: usize, heading: &str) -> browser_tests::Target<'p> {
    let column = page.run(
        "const all = [...document.querySelectorAll('[role=grid] .headings [role=columnheader]')];
         return all.findIndex((it) => it.querySelector('button').textContent.replace(/ [↑↓].*/, '') === arguments[0]) + 1",
        &[json!(heading)],
    );
    page.css(&format!("[role=row][aria-rowindex='{}'] > [aria-colindex='{column}']", row + 3))
}

fn set(page: &Page, row: usize, heading: &str, text: &str) {
    cell(page, row, heading).double_click();
    page.css(".editor :is(input, textarea)").fill(text);
    page.press("Enter");
    page.css(".editor").wait_gone();
    wait::equal(heading, text.to_owned(), || cell(page, row, heading).css(".text").read());
}

#[test]
fn actions_are_edited_in_a_grid_of_their_own() {
    let page = Page::with_four_risks();
    page.frame().go("Actions");
    let before = rows(&page);
    assert!(before > 1, "{before} actions");
    set(&page, 0, "Owner", "Head of Finance; Head of Property");
    set(&page, 0, "Target date", "31/03/2021");
    cell(&page, 0, "Target date").css(".note").wait_says("late");
    set(&page, 0, "Revised date", "31/04/2031");
    cell(&page, 0, "Revised date").css(".note").wait_says("no such day");
    cell(&page, 0, "Progress").double_click();
    page.css(".editor select").choose("Complete");
    page.press("Enter");
    wait::equal("the progress", "Complete".to_owned(), || cell(&page, 0, "Progress").css(".text").read());
    // The same change as on the card, undone the same way.
    page.frame().undo();
    wait::for_("the progress as it was", || cell(&page, 0, "Progress").css(".text").read() != "Complete");
    page.frame().redo();
    wait::equal("the progress", "Complete".to_owned(), || cell(&page, 0, "Progress").css(".text").read());
    page.frame().go("Cards");
    wait::for_("the owner on the card", || page.css(".sheet").texts().concat().contains("Complete"));
}

#[test]
fn actions_are_added_made_controls_and_deleted() {
    let page = Page::with_four_risks();
    page.frame().go("Actions");
    let before = rows(&page);
    cell(&page, 0, "No.").click();
    page.button("Add action").click();
    page.css(".editor textarea").wait();
    page.type_text("Check every lock");
    page.press("Enter");
    wait::equal("the rows", before + 1, || rows(&page));
    let place = (0..=before).find(|row| cell(&page, *row, "Description").css(".text").read() == "Check every lock");
    cell(&page, place.expect("the new action is not there"), "Description").click();
    page.button("Make a control").click();
    wait::equal("the rows", before, || rows(&page));
    page.frame().go("Controls");
    wait::for_("the control", || page.css(".grid .text").texts().contains(&"Check every lock".to_owned()));
    let controls = rows(&page);
    cell(&page, 0, "Description").click();
    page.button("Delete").click();
    wait::equal("the rows", controls - 1, || rows(&page));
    page.frame().message().button("Undo").click();
    wait::equal("the rows", controls, || rows(&page));
}

#[test]
fn the_first_action_of_a_register_asks_for_its_risk() {
    let page = Page::open();
    page.registers().wait();
    page.registers().make("With one risk");
    page.frame().decline_name();
    page.button("Add the first risk").click();
    page.type_text("The only one");
    page.press("Enter");
    page.frame().go("Actions");
    page.button("Add the first action to it").click();
    page.css(".editor textarea").wait();
    page.type_text("Do something");
    page.press("Enter");
    wait::equal("the rows", 1, || rows(&page));
    wait::equal("the risk beside it", "The only one".to_owned(), || cell(&page, 0, "Risk").css(".text").read());
}

#[test]
fn rows_are_edited_in_a_sheet_from_below_on_a_phone() {
    let page = Page::with_four_risks();
    page.resize(390, 844);
    page.button(browser_tests::starts("Edit 3")).click();
    let sheet = page.dialog("Risk 3");
    sheet.textbox("Owner").set("Head of Archives");
    sheet.button("Close").click();
    wait::for_("the owner on the small card", || {
        page.css(".compact").texts().iter().any(|text| text.contains("Head of Archives"))
    });
    page.check_accessible("the grid on a phone", browser_tests::Rules::Best);
}
