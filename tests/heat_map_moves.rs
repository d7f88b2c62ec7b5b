//! Moving a risk on the heat map: by mouse, by finger, by keys. The same change as on the card.

use browser_tests::known::{CASELOADS, FIRE};
use browser_tests::{Page, has, wait};

fn map() -> Page {
    let page = Page::with_four_risks();
    page.resize(1440, 900);
    page.frame().go("Heat map");
    page.heat_map().chip("Risk 1:").wait();
    page
}

/// Waits until risk 1 stands in this cell.
#[track_caller]
fn stands(page: &Page, likelihood: u8, impact: u8) {
    wait::equal("the numbers in the cell", vec!["1"], || page.heat_map().numbers(likelihood, impact));
}

#[test]
fn a_number_is_dragged_to_another_cell_and_brought_back() {
    let page = map();
    page.mouse().drag(&page.heat_map().chip("Risk 1:"), &page.heat_map().cell(2, 5), 0.5);
    stands(&page, 2, 5);
    page.frame().message().wait_says("Risk 1: residual score moved from 16 High to 10 Medium.");
    // The drag chose no cell, and touched no other assessment.
    assert_eq!(page.heat_map().chosen(), Vec::<String>::new());
    page.heat_map().show("Target");
    stands(&page, 3, 3);
    page.heat_map().show("Residual");
    page.frame().message().button("Undo").click();
    stands(&page, 4, 4);
    // The card says the same, and its history too.
    page.frame().redo();
    stands(&page, 2, 5);
    page.heat_map().list().link(CASELOADS).click();
    page.card().wait(CASELOADS);
    wait::for_("the score on the card", || page.card().score("Residual").starts_with("10 Medium"));
    page.frame().go("History");
    wait::for_("the change", || {
        page.history().changes().iter().any(|it| it == "Risk 1: Residual score: 4 × 4 → 2 × 5")
    });
}

#[test]
fn a_drag_that_is_given_up_changes_nothing() {
    let page = map();
    let map = page.heat_map();
    page.mouse().carry(&map.chip("Risk 1:"), &map.cell(1, 1), 0.5);
    wait::for_("the goal", || page.css(".heat-cell.goal").count() == 1);
    page.press("Escape");
    page.mouse().release();
    page.css(".chip.ghost").wait_gone();
    stands(&page, 4, 4);
    page.mouse().drag(&map.chip("Risk 1:"), &page.css("h1"), 0.5);
    page.css(".chip.ghost").wait_gone();
    stands(&page, 4, 4);
    assert!(!page.button("Undo").nth(0).is_enabled(), "nothing was changed");
}

#[test]
fn a_finger_drags_a_number_on_a_phone() {
    let page = map();
    page.resize(390, 844);
    page.finger().drag(&page.heat_map().chip("Risk 1:"), &page.heat_map().cell(2, 2), 0.5);
    stands(&page, 2, 2);
}

#[test]
fn a_risk_is_moved_by_keys_from_the_list_with_a_reason() {
    let page = map();
    let map = page.heat_map();
    page.textbox(has("Reason for the next move")).fill("Two teams were merged");
    map.list().button("Move risk 1").focus();
    page.press("Enter");
    wait::for_("the focus on its cell", || map.cell(4, 4).has_focus());
    page.region("Heat map").wait_says("Moving risk 1");
    page.press("ArrowDown");
    let status = "return [...document.querySelectorAll('[role=status]')].map((it) => it.innerText).join('|')";
    wait::for_("the goal to be announced", || {
        page.run(status, &[])
            .as_str()
            .unwrap_or_default()
            .contains("Risk 1 to Likelihood 3 Possible, Impact 4 High: 12 Medium")
    });
    page.press("ArrowLeft");
    page.press("Enter");
    stands(&page, 3, 3);
    wait::for_("the focus with the risk", || map.cell(3, 3).has_focus());
    page.frame().go("History");
    wait::for_("the reason", || page.history().reasons().first().is_some_and(|it| it == "Two teams were merged"));
}

#[test]
fn a_risk_is_moved_by_keys_from_its_number() {
    let page = map();
    let map = page.heat_map();
    map.cell(4, 4).focus();
    page.press("F2");
    wait::for_("the focus on the number", || map.chip("Risk 1:").has_focus());
    page.press("m");
    page.press_times(3, "ArrowDown");
    // Escape leaves all as it was, and nothing is moved after it.
    page.press("Escape");
    wait::for_("the focus back", || map.list().button("Move risk 1").has_focus());
    stands(&page, 4, 4);
    map.cell(4, 4).focus();
    page.press("F2");
    page.press("m");
    page.press("ArrowRight");
    page.press("Enter");
    stands(&page, 4, 5);
}

#[test]
fn a_risk_is_moved_without_dragging_by_two_clicks() {
    let page = map();
    let map = page.heat_map();
    map.list().button("Move risk 3").click();
    map.cell(5, 5).click();
    wait::equal("the numbers in the cell", vec!["3"], || map.numbers(5, 5));
    map.list().button("Move risk 3").click();
    page.button("Cancel the move").click();
    page.button("Cancel the move").wait_gone();
    map.cell(1, 1).click();
    wait::equal("the chosen cells", vec!["1x1"], || map.chosen());
    assert_eq!(map.numbers(5, 5), ["3"]);
}

#[test]
fn a_risk_without_a_cell_gets_one() {
    let page = map();
    let map = page.heat_map();
    map.show("Target");
    let loose = page.css(".elsewhere .chip");
    loose.nth(0).wait();
    assert_eq!(loose.texts(), ["4"]);
    page.mouse().drag(&loose.nth(0), &map.cell(1, 1), 0.5);
    wait::equal("the numbers in the cell", vec!["4"], || map.numbers(1, 1));
    page.frame().message().wait_says("Risk 4: target score moved to 1 Low.");
    loose.wait_gone();
    assert!(map.listed().contains(&FIRE.to_owned()));
}
