//! Finding anything by a few letters, and the keys of actions.

use browser_tests::known::{BUDGET, FIRE, PAYROLL, TITLE};
use browser_tests::{Page, Stored, wait};

fn is_typing(page: &Page) -> bool {
    page.run("return document.activeElement.matches('input, textarea')", &[]) == true
}

#[test]
fn a_risk_is_found_by_its_number_and_by_words() {
    let page = Page::with_four_risks();
    page.press("Control+k");
    page.palette().type_in("3");
    wait::equal("what is found first", vec![FIRE.to_owned()], || {
        page.palette().found("Risks").into_iter().take(1).collect::<Vec<_>>()
    });
    page.palette().wait_chosen(FIRE);
    page.press("Enter");
    page.palette().wait_gone();
    page.card().wait(FIRE);
    page.press("Control+k");
    page.palette().type_in("budget year");
    page.palette().wait_chosen(BUDGET);
    page.press("Enter");
    page.card().wait(BUDGET);
}

#[test]
fn the_arrows_choose_and_the_field_tells_what() {
    let page = Page::with_four_risks();
    page.press("Control+k");
    page.palette().type_in("the");
    let risks = page.palette().found("Risks");
    assert!(risks.len() > 1, "{risks:?}");
    let first = page.palette().chosen();
    page.press("ArrowDown");
    wait::for_("another one", || page.palette().chosen() != first);
    page.press("ArrowUp");
    page.palette().wait_chosen(&first);
    // Round the end.
    page.press("ArrowUp");
    wait::for_("the last one", || page.palette().chosen() != first);
    page.press("ArrowDown");
    page.palette().wait_chosen(&first);
    assert!(page.palette().field().has_focus());
}

#[test]
fn a_click_goes_there_too_and_a_click_beside_it_closes_it() {
    let page = Page::with_four_risks();
    page.button(browser_tests::starts("Find")).click();
    page.palette().type_in("payroll");
    page.palette().dialog().css(".found").text(PAYROLL).click();
    page.card().wait(PAYROLL);
    page.button(browser_tests::starts("Find")).click();
    page.palette().wait();
    page.run("document.querySelector('.palette').click()", &[]);
    page.palette().wait_gone();
}

#[test]
fn escape_gives_the_focus_back() {
    let page = Page::with_four_risks();
    page.grid().cell("2 (CR)", "Owner").click();
    page.press("Control+k");
    page.palette().wait();
    page.press("Escape");
    page.palette().wait_gone();
    page.grid().wait_focus("2 (CR)", "Owner");
    // The keys that opened it close it too.
    page.press("Control+k");
    page.palette().wait();
    page.press("Control+k");
    page.palette().wait_gone();
    page.grid().wait_focus("2 (CR)", "Owner");
}

#[test]
fn actions_are_done_by_their_name_where_they_apply() {
    let page = Page::with_four_risks();
    page.grid().set("3", "Owner", "Head of IT");
    page.palette().run("Undo");
    wait::for_("the owner before", || page.grid().text("3", "Owner") != "Head of IT");
    page.palette().run("Go to heat map");
    page.css(".heat-view").wait();
    page.palette().run("Settings");
    page.heading("Settings").wait();
    // No register is in sight: what is done with risks is not offered.
    page.press("Control+k");
    page.palette().type_in("add risk");
    wait::for_("no such action", || !page.palette().found("Actions").contains(&"Add risk".to_owned()));
    page.press("Escape");
    page.palette().wait_gone();
}

#[test]
fn another_register_is_opened_and_what_was_chosen_last_stands_first() {
    let page = Page::with_four_risks();
    page.frame().to_registers();
    page.registers().make("Flood plans");
    page.press("Control+k");
    page.palette().type_in("services to");
    page.press("Enter");
    page.palette().wait_gone();
    wait::equal("the register", TITLE.to_owned(), || page.frame().title());
    page.palette().run("Go to cards");
    page.press("Control+k");
    page.palette().wait();
    assert_eq!(page.palette().kinds()[0], "Recent");
    assert_eq!(page.palette().found("Recent"), ["Go to cards"]);
    assert_eq!(page.palette().found("Registers"), ["Flood plans"]);
}

#[test]
fn what_is_called_nothing_is_said_so() {
    let page = Page::open();
    page.registers().wait();
    page.press("Control+k");
    page.palette().type_in("zebra");
    page.palette().dialog().status("Nothing is called “zebra”.").wait();
    page.press("Enter");
    page.palette().wait();
}

#[test]
fn a_new_register_is_made_from_anywhere() {
    let page = Page::with_four_risks();
    page.palette().run("New register");
    page.dialog("New register").wait();
    page.type_text("From anywhere");
    page.press("Enter");
    wait::equal("the register", "From anywhere".to_owned(), || page.frame().title());
}

#[test]
fn a_single_key_adds_a_risk_and_begins_with_its_title() {
    let page = Page::with_four_risks();
    page.frame().go("Heat map");
    page.css("main").focus();
    page.press("n");
    page.card().sheet().wait();
    wait::for_("the title is typed", || is_typing(&page));
    page.type_text("Now on the card");
    page.press("Tab");
    page.card().wait("Now on the card");
    page.frame().go("Grid");
    // In the grid letters are typed into cells; with Alt the key adds a risk there too.
    page.grid().cell("1", "Owner").click();
    page.press("Alt+n");
    wait::for_("the editor", || page.grid().editor().is_there());
    page.type_text("Now in the grid");
    page.press("Enter");
    page.grid().wait_text("6", "Risk", "Now in the grid");
}

#[test]
fn single_keys_can_be_switched_off() {
    let page = Page::with_four_risks();
    page.frame().go("Heat map");
    page.css("main").focus();
    page.press("?");
    page.heading("Help").wait();
    page.back();
    page.css(".heat-view").wait();
    page.frame().to_settings();
    page.checkbox(browser_tests::starts("Single keys do something")).click();
    page.back();
    page.css(".heat-view").wait();
    let before: Stored = page.stored_registers();
    page.css("main").focus();
    page.press("n");
    page.press("?");
    // The keys with Alt go on working; by then the others would have done something.
    page.press("Alt+1");
    page.grid().wait();
    assert_eq!(page.stored_registers(), before);
}

#[test]
fn each_view_has_a_key_of_its_own_and_the_card_leads_from_risk_to_risk() {
    let page = Page::with_four_risks();
    for (key, view) in [("2", "Cards"), ("3", "Heat map"), ("1", "Grid")] {
        page.press(&format!("Alt+{key}"));
        wait::equal("the view", view.to_owned(), || page.frame().view());
    }
    page.press("Alt+2");
    let first = page.card().sheet();
    first.wait();
    let risk = page.hash();
    page.press("Alt+PageDown");
    wait::for_("the next risk", || page.hash() != risk);
    page.card().wait(BUDGET);
    page.press("Alt+PageUp");
    wait::for_("the risk before", || !page.card().sheet().read().contains(BUDGET));
}

#[test]
fn typing_in_a_field_does_nothing_else() {
    let page = Page::with_four_risks();
    page.searchbox("Find in this register").fill("n?jk");
    assert_eq!(page.searchbox("Find in this register").value(), "n?jk");
    assert_eq!(page.frame().view(), "Grid");
    assert!(page.frame().summary().starts_with("4 risks"));
}
