//! Working on the entries of a card: adding, moving by menu, keys, mouse and finger, copying, removing.

use browser_tests::known::CASELOADS;
use browser_tests::{Page, Pointer, has, wait};

/// The triggers of the first risk as they stand in the fixture.
const CARE: &str = "Children's social care";
const LOADS: &str = "Caseloads above 20";
const VACANCIES: &str = "Vacancies above 15%";

fn first_card() -> Page {
    let page = Page::with_four_risks();
    page.frame().go("Cards");
    page.card().wait(CASELOADS);
    page.card().wait_texts("triggers", &[CARE, LOADS, VACANCIES]);
    page
}

#[test]
fn entries_are_added_moved_and_removed_by_their_menu() {
    let page = first_card();
    let card = page.card();
    card.choose("Trigger 3", "Move up");
    card.wait_texts("triggers", &[CARE, VACANCIES, LOADS]);
    // The focus goes with the entry, so that it can be moved on by the same keys.
    wait::equal("the focus", "button Change trigger 2".to_owned(), || page.focused());
    page.press("Enter");
    page.role("menuitem", "Move to end").wait();
    page.press("m");
    page.press("Enter");
    card.wait_texts("triggers", &[VACANCIES, CARE, LOADS]);
    card.choose("Trigger 1", "Move to end");
    card.wait_texts("triggers", &[CARE, LOADS, VACANCIES]);
    card.choose("Trigger 3", "Move to top");
    card.wait_texts("triggers", &[VACANCIES, CARE, LOADS]);
    page.frame().undo();
    card.wait_texts("triggers", &[CARE, LOADS, VACANCIES]);
    card.choose("Trigger 2", "Duplicate");
    card.wait_texts("triggers", &[CARE, LOADS, LOADS, VACANCIES]);
    card.choose("Trigger 3", "Remove");
    card.wait_texts("triggers", &[CARE, LOADS, VACANCIES]);
    page.frame().message().button("Undo").click();
    card.wait_texts("triggers", &[CARE, LOADS, LOADS, VACANCIES]);
    card.add("Trigger");
    page.type_text("Strikes");
    page.press("Tab");
    card.wait_texts("triggers", &[CARE, LOADS, LOADS, VACANCIES, "Strikes"]);
    card.choose("Control 1", "Move down");
    card.wait_texts("controls", &["Exit interviews", "Weekly look at caseloads"]);
    page.reload();
    card.wait_texts("controls", &["Exit interviews", "Weekly look at caseloads"]);
}

#[test]
fn the_menu_of_an_entry_is_used_without_a_mouse() {
    let page = first_card();
    page.card().item("Trigger 2").button("Change trigger 2").focus();
    page.press("ArrowDown");
    wait::equal("the focus", "menuitem Make it a heading".to_owned(), || page.focused());
    page.card().check_under_what_floats("the card with a menu open");
    page.press("End");
    wait::equal("the focus", "menuitem Remove".to_owned(), || page.focused());
    page.press("ArrowDown");
    wait::equal("the focus", "menuitem Make it a heading".to_owned(), || page.focused());
    page.press("Escape");
    wait::equal("the focus", "button Change trigger 2".to_owned(), || page.focused());
    assert!(!page.role("menu", has("Change")).is_there());
    page.press("Space");
    page.role("menu", "Change trigger 2").wait();
    page.press("Tab");
    page.role("menu", "Change trigger 2").wait_gone();
}

#[test]
fn alt_and_the_arrows_move_an_entry_with_what_is_being_typed() {
    let page = first_card();
    let card = page.card();
    card.item("Trigger 2").textbox("Trigger").fill("Caseloads above 30");
    page.press("Alt+ArrowUp");
    card.wait_texts("triggers", &["Caseloads above 30", CARE, VACANCIES]);
    wait::for_("the focus in the entry", || card.item("Trigger 1").textbox("Trigger").has_focus());
    // At the top it stays, and so does the focus.
    page.press("Alt+ArrowUp");
    page.press("Alt+ArrowDown");
    card.wait_texts("triggers", &[CARE, "Caseloads above 30", VACANCIES]);
    wait::for_("the focus in the entry", || card.item("Trigger 2").textbox("Trigger").has_focus());
    page.all().css(".sheet > [role=status]").wait_says("Trigger 2 of 3");
    page.frame().undo();
    card.wait_texts("triggers", &["Caseloads above 30", CARE, VACANCIES]);
    card.item("Action 1").textbox("Owner").focus();
    page.press("Alt+ArrowDown");
    card.wait_texts("actions", &["Review the pay scales", "Recruit abroad"]);
}

#[test]
fn entries_are_dragged_with_a_finger() {
    let page = first_card();
    let card = page.card();
    card.item("Trigger 3").textbox("Trigger").focus();
    page.finger().drag(&card.handle("Trigger 3"), &card.item("Trigger 1"), 0.2);
    card.wait_texts("triggers", &[VACANCIES, CARE, LOADS]);
    card.item("Action 1").textbox("Owner").focus();
    page.finger().drag(&card.handle("Action 1"), &card.item("Action 2"), 0.9);
    card.wait_texts("actions", &["Review the pay scales", "Recruit abroad"]);
    page.frame().undo();
    card.wait_texts("actions", &["Recruit abroad", "Review the pay scales"]);
    card.wait_texts("triggers", &[VACANCIES, CARE, LOADS]);
}

/// Presses the handle of an entry, which shows once something in the entry is touched.
fn grab(page: &Page, pointer: Pointer<'_>, item: &str) {
    page.card().item(item).css("textarea").nth(0).focus();
    pointer.press(&page.card().handle(item));
}

#[test]
fn entries_are_dragged_with_the_mouse() {
    let page = first_card();
    let (card, pointer) = (page.card(), page.mouse());
    let line = page.all().css("[data-list=triggers] > .drop-line:not([hidden])");
    grab(&page, pointer, "Trigger 3");
    pointer.over(&card.item("Trigger 1"), 0.2);
    line.wait();
    pointer.release();
    card.wait_texts("triggers", &[VACANCIES, CARE, LOADS]);
    line.wait_gone();
    // Escape gives it up.
    grab(&page, pointer, "Trigger 1");
    pointer.over(&card.item("Trigger 3"), 0.9);
    line.wait();
    page.press("Escape");
    line.wait_gone();
    pointer.release();
    // Where it was, nothing happens: the next step back is the first move.
    grab(&page, pointer, "Trigger 2");
    pointer.over(&card.item("Trigger 3"), 0.2);
    pointer.release();
    card.wait_texts("triggers", &[VACANCIES, CARE, LOADS]);
    grab(&page, pointer, "Action 1");
    pointer.over(&card.item("Action 2"), 0.9);
    pointer.release();
    card.wait_texts("actions", &["Review the pay scales", "Recruit abroad"]);
    page.frame().undo();
    page.frame().undo();
    card.wait_texts("actions", &["Recruit abroad", "Review the pay scales"]);
    card.wait_texts("triggers", &[CARE, LOADS, VACANCIES]);
}

#[test]
fn the_page_goes_along_with_a_drag_to_its_edge() {
    let page = first_card();
    page.resize(1000, 500);
    grab(&page, page.mouse(), "Action 2");
    let top = || page.run("return Math.round(scrollY)", &[]).as_i64().unwrap_or_default();
    let start = top();
    page.mouse().to_place(400, 5);
    wait::for_("the page to go up", || top() < start - 100);
    page.press("Escape");
    page.mouse().release();
    page.card().wait_texts("actions", &["Recruit abroad", "Review the pay scales"]);
}

#[test]
fn a_done_action_becomes_a_control_in_one_step() {
    let page = first_card();
    let card = page.card();
    assert!(!page.button(has("Make it a control")).is_there());
    card.item("Action 1").select("Progress").choose("Complete");
    page.button("Make it a control: action 1").click();
    card.wait_texts("controls", &["Weekly look at caseloads", "Exit interviews", "Recruit abroad"]);
    card.wait_texts("actions", &["Review the pay scales"]);
    page.frame().message().button("Undo").click();
    card.wait_texts("actions", &["Recruit abroad", "Review the pay scales"]);
    card.choose("Action 1", "Make it a control");
    card.wait_texts("actions", &["Review the pay scales"]);
    page.frame().undo();
    page.reload();
    card.wait_texts("actions", &["Recruit abroad", "Review the pay scales"]);
}

#[test]
fn an_entry_is_given_a_title_when_it_is_asked_for() {
    let page = first_card();
    let card = page.card();
    card.add("Control");
    card.item("Control 3").textbox("Description").set("Supervision every month");
    card.item("Control 3").textbox("Title").wait_gone();
    card.choose("Control 3", "Add a title");
    wait::for_("the focus", || card.item("Control 3").textbox("Title").has_focus());
    page.type_text("Supervision");
    page.press("Tab");
    card.wait_texts("controls", &["Weekly look at caseloads", "Exit interviews", "Supervision"]);
}

#[test]
fn guidance_stands_at_the_foot_of_the_card() {
    let page = first_card();
    let card = page.card();
    let says = |words: &str| card.sheet().css(".findings").wait_says(words);
    says("has reached the escalation score");
    card.sheet().checkbox(has("corporate")).click();
    card.cell("Residual", 2, 3).click();
    says("is below the escalation score");
    card.item("Action 2").select("Progress").choose("Complete");
    says("Action 2: This action is done. Make it a control.");
    card.add("Trigger");
    card.add("Trigger");
    says("More than three triggers");
}

#[test]
fn undo_works_from_a_field_in_which_nothing_was_typed() {
    let page = first_card();
    let texts = || page.css("[data-list=triggers] .item .first textarea").count();
    let before = texts();
    page.css("[data-list=triggers] .item .first textarea").nth(1).focus();
    let text = || page.css("[data-list=triggers] .item .first textarea").nth(1).value();
    let second = text();
    page.press("Alt+ArrowDown");
    wait::for_("another second entry", || text() != second);
    page.press("Control+z");
    wait::equal("the second entry", second.clone(), text);
    page.press("Control+y");
    wait::for_("another second entry", || text() != second);
    page.press("Control+z");
    // What is being typed comes first.
    page.css("[data-list=triggers] .item .first textarea").nth(1).focus();
    page.press("End");
    page.type_text("!");
    page.press("Control+z");
    wait::equal("the text", second.clone(), text);
    assert_eq!(texts(), before);
}
