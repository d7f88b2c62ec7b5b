//! A register of thousands: the page holds no more rows than are in sight, and an edit repaints one.

use browser_tests::{Page, wait};
use serde_json::json;

fn with_generated(count: usize) -> Page {
    let page = Page::open();
    let register = register::generate::compact(7, count);
    let file = page.file("generated.heatgrid.json", &exchange::write(&[register]));
    page.bring_in(&file);
    page
}

#[test]
fn the_rows_in_the_page_do_not_grow_with_the_register() {
    let rows = |count: usize| {
        let page = with_generated(count);
        assert_eq!(page.grid().row_count(), (count + 2).to_string());
        let rows = page.grid().rows_in_page();
        assert!(rows > 8 && rows < count, "{rows} rows in the page");
        rows
    };
    assert_eq!(rows(30), rows(2_000));
}

#[test]
fn the_last_of_two_thousand_risks_is_a_key_away() {
    let page = with_generated(2_000);
    let few = page.grid().rows_in_page();
    page.css("[role=gridcell][tabindex='0']").focus();
    page.press("Control+ArrowDown");
    let row = || page.run("return document.activeElement.parentElement.getAttribute('aria-rowindex')", &[]);
    wait::equal("the row with the focus", json!("2002"), row);
    assert!(page.grid().rows_in_page() <= few + 8);
    page.press("PageUp");
    wait::for_("a row above", || row() != json!("2002") && row() != json!(null));
    page.press("Control+Home");
    wait::equal("the row with the focus", json!("3"), row);
    // Scrolled away with the wheel, the focused row stays in the page, and keys go on from it.
    page.run("document.querySelector('[role=grid]').scrollTop = 60000", &[]);
    wait::for_("rows far down", || {
        page.run("return document.querySelectorAll('[role=row][aria-rowindex=\"890\"]').length", &[]) == 1
    });
    page.press("ArrowDown");
    wait::equal("the row with the focus", json!("4"), row);
}

#[test]
fn an_edit_repaints_its_own_row_only() {
    let page = with_generated(10_000);
    let grid = page.grid();
    page.frame().wait_saved();
    let number = grid.numbers()[3].clone();
    grid.cell(&number, "Risk").click();
    page.press("Enter");
    grid.editor().fill("Repainted");
    // From here to the end of the edit: which rows get other text or other elements?
    page.run(
        "window.repainted = new Set();
         new MutationObserver((records) => records.forEach((record) => {
             const element = record.target.nodeType === 1 ? record.target : record.target.parentElement;
             repainted.add(element?.closest('[role=row]')?.getAttribute('aria-rowindex') ?? element?.className ?? '');
         })).observe(document.querySelector('[role=grid]'), {childList: true, characterData: true, subtree: true})",
        &[],
    );
    page.press("Enter");
    grid.wait_text(&number, "Risk", "Repainted");
    wait::for_("the edit to be saved", || page.frame().save_state().starts_with("Saved at"));
    assert_eq!(page.run("return [...repainted]", &[]), json!(["6"]));
    page.run("repainted.clear()", &[]);
    page.frame().undo();
    wait::for_("the old title", || grid.text(&number, "Risk") != "Repainted");
    assert_eq!(page.run("return [...repainted]", &[]), json!(["6"]));
}
