//! Two tabs on one register: each sees what the other does, and nothing is lost.

use browser_tests::known::{CASELOADS, FIRE, TITLE, register_of};
use browser_tests::{Page, has, starts, wait};

/// A register open in two tabs, the second in front.
fn two_tabs() -> Page {
    let page = Page::with_four_risks();
    page.new_tab(&page.hash());
    page.grid().wait();
    page
}

#[test]
fn an_edit_in_one_tab_appears_in_the_other() {
    let page = two_tabs();
    page.grid().set("3", "Risk", "Seen in both");
    page.switch(0);
    page.grid().wait_text("3", "Risk", "Seen in both");
    page.grid().set("3", "Residual", "5x5");
    page.switch(1);
    page.grid().wait_score("3", "Residual", "25");
    page.grid().wait_text("3", "Risk", "Seen in both");
    // Undo in one tab takes back what the other one did last.
    page.frame().undo();
    page.grid().wait_score("3", "Residual", "6");
    page.switch(0);
    page.grid().wait_score("3", "Residual", "6");
}

#[test]
fn edits_of_both_tabs_live_and_stand_in_the_history() {
    let page = two_tabs();
    page.frame().to_settings();
    page.settings().name().set("Second tab");
    page.back();
    page.grid().wait();
    page.grid().set("1", "Risk", "By the second");
    page.switch(0);
    // The first tab has an editor open while the other one edits the same risk.
    page.grid().cell("1", "Category").click();
    page.press("Enter");
    page.switch(1);
    page.grid().set("1", "Owner", "Owner by the second");
    page.switch(0);
    page.grid().editor().choose("Legal");
    page.press("Enter");
    page.grid().wait_text("1", "Category", "Legal");
    for tab in [0, 1] {
        page.switch(tab);
        page.grid().wait_text("1", "Risk", "By the second");
        page.grid().wait_text("1", "Owner", "Owner by the second");
        page.grid().wait_text("1", "Category", "Legal");
        page.frame().go("History");
        wait::equal("the changes", 4, || page.history().changes().len());
        let changes = page.history().changes();
        assert!(changes[0].contains("Category") && changes[1].contains("Owners"), "{changes:?}");
        assert!(changes[2].contains(CASELOADS) && changes[2].contains("By the second"), "{changes:?}");
        assert_eq!(page.history().people()[1], "Second tab");
        page.frame().go("Grid");
    }
    page.reload();
    page.grid().wait_text("1", "Category", "Legal");
    page.grid().wait_text("1", "Owner", "Owner by the second");
}

#[test]
fn risks_added_in_both_tabs_are_both_there() {
    let page = two_tabs();
    let add = |title: &str| {
        page.button("Add risk").click();
        wait::for_("the editor of the title", || page.grid().editor().is_there());
        page.type_text(title);
        page.press("Enter");
        page.grid().editor().wait_gone();
    };
    add("From the second");
    page.switch(0);
    add("From the first");
    for tab in [1, 0] {
        page.switch(tab);
        wait::equal("the rows", "8".to_owned(), || page.grid().row_count());
        page.reload();
        wait::equal("the rows", "8".to_owned(), || page.grid().row_count());
    }
}

#[test]
fn a_register_deleted_in_one_tab_is_told_in_the_other() {
    let page = two_tabs();
    page.frame().to_registers();
    page.registers().button("Delete", TITLE).click();
    wait::equal("the bin", vec![TITLE.to_owned()], || page.registers().in_bin());
    page.switch(0);
    page.alert(has("This register was deleted in another tab.")).wait();
    page.button("Restore it").click();
    page.alert(has("This register was deleted in another tab.")).wait_gone();
    page.switch(1);
    wait::equal("the bin", Vec::<String>::new(), || page.registers().in_bin());
    page.registers().open(TITLE);
    page.grid().wait_text("3", "Risk", FIRE);
    // For good: then this page is all there is of it.
    page.frame().to_registers();
    page.registers().button("Delete", TITLE).click();
    page.button(starts("Delete for good")).click();
    page.dialog(has("for good?")).button("Delete for good").click();
    wait::equal("the bin", Vec::<String>::new(), || page.registers().in_bin());
    page.switch(0);
    page.alert(has("This register was deleted for good in another tab.")).wait();
    page.grid().set("3", "Risk", "Still here");
    assert!(!page.alert(has("not saved.")).is_there());
    let (_, file) = page.download(|| page.button("Save a file").click());
    assert_eq!(register_of(&file).risks[2].title, "Still here");
}

#[test]
fn typing_goes_on_while_the_other_tab_deletes_a_risk_above() {
    let page = two_tabs();
    page.switch(0);
    page.grid().cell("3", "Risk").double_click();
    page.grid().editor().fill("Typed");
    page.switch(1);
    page.grid().cell("1", "Risk").click();
    page.button("Delete").click();
    page.frame().message().wait_says("Risk 1 deleted.");
    page.switch(0);
    wait::equal("the rows", vec!["2 (CR)".to_owned(), "3".to_owned(), "4".to_owned()], || page.grid().numbers());
    page.type_text(" to the end");
    page.press("Enter");
    page.grid().wait_text("3", "Risk", "Typed to the end");
}

#[test]
fn the_list_of_registers_follows_the_other_tab() {
    let page = Page::open();
    page.registers().wait();
    page.new_tab("");
    page.registers().make("Made in the second tab");
    page.switch(0);
    wait::equal("the registers", vec!["Made in the second tab".to_owned()], || page.registers().titles());
    page.link(has("Made in the second tab")).nth(0).wait();
}
