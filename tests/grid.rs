//! Working on the grid: editing where the text stands, by mouse and by keyboard; adding and deleting risks.

use browser_tests::known::{BUDGET, CASELOADS, FIRE};
use browser_tests::{Page, wait};

#[test]
fn a_cell_is_edited_by_mouse() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    grid.cell("3", "Risk").double_click();
    assert_eq!(grid.editor().value(), FIRE);
    grid.editor().fill("Records are lost in a flood");
    grid.cell("1", "Category").click();
    grid.wait_text("3", "Risk", "Records are lost in a flood");
    page.frame().wait_saved();
    page.reload();
    grid.wait_text("3", "Risk", "Records are lost in a flood");
    page.frame().undo();
    grid.wait_text("3", "Risk", FIRE);
}

#[test]
fn a_cell_is_edited_by_keyboard() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    grid.cell("1", "Risk").click();
    // Enter opens; Enter keeps and goes down.
    page.press("Enter");
    grid.editor().fill("Caseloads grow");
    page.press("Enter");
    grid.wait_text("1", "Risk", "Caseloads grow");
    grid.wait_focus("2 (CR)", "Risk");
    // F2 opens too.
    page.press("F2");
    wait::equal("the text to edit", BUDGET, || grid.editor().value());
    page.press("End");
    page.type_text(", again");
    page.press("Enter");
    grid.wait_text("2 (CR)", "Risk", &format!("{BUDGET}, again"));
    // A letter replaces; Escape gives back what stood there.
    grid.wait_focus("3", "Risk");
    page.type_text("x");
    wait::equal("the text to edit", "x", || grid.editor().value());
    page.type_text("yz");
    page.press("Escape");
    grid.wait_text("3", "Risk", FIRE);
    grid.wait_focus("3", "Risk");
    // Tab keeps and goes right, Shift+Tab left.
    page.type_text("Fire");
    page.press("Tab");
    grid.wait_text("3", "Risk", "Fire");
    grid.wait_focus("3", "Triggers");
    page.press("ArrowLeft");
    grid.wait_focus("3", "Risk");
    page.press("Enter");
    grid.editor().fill("Fire and flood");
    page.press("Shift+Tab");
    grid.wait_text("3", "Risk", "Fire and flood");
    grid.wait_focus("3", "No.");
}

#[test]
fn the_first_letter_typed_on_a_cell_is_not_lost() {
    let page = Page::with_four_risks();
    page.grid().cell("4", "Risk").click();
    page.type_text("Quick typing, at once");
    page.press("Enter");
    page.grid().wait_text("4", "Risk", "Quick typing, at once");
}

#[test]
fn keys_move_over_the_cells() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    grid.cell("1", "No.").click();
    for (key, number, column) in [
        ("ArrowDown", "2 (CR)", "No."),
        ("ArrowRight", "2 (CR)", "Risk"),
        ("ArrowRight", "2 (CR)", "Triggers"),
        ("ArrowUp", "1", "Triggers"),
        ("ArrowLeft", "1", "Risk"),
        ("End", "1", "Notes"),
        ("ArrowRight", "1", "Notes"),
        ("Home", "1", "No."),
        ("ArrowLeft", "1", "No."),
        ("Control+End", "4", "Notes"),
        ("Control+Home", "1", "No."),
        ("PageDown", "4", "No."),
        ("PageUp", "1", "No."),
    ] {
        page.press(key);
        wait::for_(&format!("{column} of risk {number} to have the focus after {key}"), || {
            grid.focused().0 == number
                && grid.heading(column).attribute("aria-colindex") == Some(grid.focused().1.to_string())
        });
    }
    // Above the first row are the headings, and below them the rows again.
    page.press("ArrowUp");
    wait::for_("the heading to have the focus", || grid.heading("No.").css("button").has_focus());
    page.press("ArrowRight");
    wait::for_("the next heading to have the focus", || grid.heading("Risk").css("button").has_focus());
    page.press("ArrowDown");
    grid.wait_focus("1", "Risk");
}

#[test]
fn the_cell_with_the_focus_is_never_covered() {
    let page = Page::with_four_risks();
    page.grid().cell("2 (CR)", "Notes").click();
    // Step by step to the left: no cell may hide beneath the columns that stay, nor out of sight.
    for _ in 0..17 {
        page.press("ArrowLeft");
        let covered = page.run(
            "const it = document.activeElement, box = it.getBoundingClientRect();
             const corners = [box.left + 4, box.right - 4].map((x) => document.elementFromPoint(x, box.top + 10));
             return corners.every((corner) => it.contains(corner)) ? '' : it.getAttribute('aria-colindex')",
            &[],
        );
        assert_eq!(covered, "", "the column with the focus is covered");
    }
    page.grid().wait_focus("2 (CR)", "No.");
}

#[test]
fn scores_choices_dates_and_lists_are_edited_in_their_own_way() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    // A score is typed, or chosen on the matrix over the cell.
    grid.set("3", "Residual", "5x5");
    grid.wait_score("3", "Residual", "25 High");
    grid.cell("3", "Residual").double_click();
    page.css(".editor").button(browser_tests::starts("Likelihood 1 Very rare, Impact 4 High")).click();
    grid.wait_score("3", "Residual", "4 Low");
    // What is wrong is told and stays in the editor.
    grid.cell("3", "Residual").click();
    page.press("Enter");
    grid.editor().fill("high");
    page.press("Enter");
    grid.error().wait_says("Enter likelihood × impact, such as 4x3.");
    assert_eq!(grid.editor().value(), "high");
    page.press("Escape");
    grid.wait_score("3", "Residual", "4 Low");
    // A choice.
    grid.cell("3", "Response").double_click();
    grid.editor().choose("Transfer");
    page.press("Enter");
    grid.wait_text("3", "Response", "Transfer");
    // Dates as written; an impossible one is kept.
    grid.set("3", "Next review", "31/4/2031");
    grid.wait_text("3", "Next review", "31/4/2031");
    grid.set("3", "Next review", "sep 2031");
    grid.wait_text("3", "Next review", "Sep 2031");
    // Several owners.
    grid.set("3", "Owner", "Head of A; Director: B, C & D");
    grid.wait_text("3", "Owner", "Head of A; Director: B, C & D");
    // Delete empties, undo brings back.
    grid.cell("3", "Owner").click();
    page.press("Delete");
    grid.wait_text("3", "Owner", "");
    page.press("Control+z");
    grid.wait_text("3", "Owner", "Head of A; Director: B, C & D");
    page.press("Control+y");
    grid.wait_text("3", "Owner", "");
    // Lists are edited on the card.
    grid.cell("1", "Controls").double_click();
    page.card().wait(CASELOADS);
}

#[test]
fn risks_are_added_duplicated_and_deleted() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    let order = |numbers: &[&str]| {
        wait::equal("the risks", numbers.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>(), || grid.numbers());
    };
    grid.cell("2 (CR)", "Risk").click();
    page.button("Add risk").click();
    wait::for_("the editor of the new title", || grid.editor().is_there());
    page.type_text("A new risk");
    page.press("Enter");
    grid.wait_text("5", "Risk", "A new risk");
    order(&["1", "2 (CR)", "3", "4", "5"]);
    grid.cell("3", "Risk").click();
    page.button("Duplicate").click();
    order(&["1", "2 (CR)", "3", "3", "4", "5"]);
    page.frame().message().button("Undo").click();
    order(&["1", "2 (CR)", "3", "4", "5"]);
    grid.cell("1", "Risk").click();
    page.button("Delete").click();
    order(&["2 (CR)", "3", "4", "5"]);
    page.frame().message().wait_says("Risk 1 deleted.");
    page.frame().undo();
    order(&["1", "2 (CR)", "3", "4", "5"]);
    grid.wait_text("1", "Risk", CASELOADS);
}

#[test]
fn names_are_offered_for_names_only_and_down_leads_to_the_matrix() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    for column in ["Next review", "Appetite"] {
        grid.cell("3", column).click();
        grid.wait_focus("3", column);
        page.press("F2");
        grid.editor().fill("");
        page.press_times(2, "ArrowDown");
        assert_eq!(grid.editor().value(), "", "{column}");
        assert!(!page.css(".editor .options:not([hidden])").is_there(), "{column}");
        page.press("Escape");
    }
    grid.cell("3", "Residual").click();
    grid.wait_focus("3", "Residual");
    page.press("F2");
    grid.editor().wait();
    page.press("ArrowDown");
    wait::for_("the focus on the matrix", || {
        page.run("return !!document.activeElement.closest('.editor .matrix')", &[]) == true
    });
    page.press("ArrowUp");
    page.press("Enter");
    grid.wait_score("3", "Residual", "9 Medium");
}

#[test]
fn editing_a_cell_begins_at_the_end_of_its_text() {
    let page = Page::with_four_risks();
    page.grid().cell("3", "Risk").click();
    page.grid().wait_focus("3", "Risk");
    page.press("F2");
    page.grid().editor().wait();
    page.type_text(" or a flood");
    page.press("Enter");
    page.grid().wait_text("3", "Risk", &format!("{FIRE} or a flood"));
}

#[test]
fn a_risk_that_the_filter_hides_begins_with_its_title_too() {
    let page = Page::with_four_risks();
    page.filter().words().fill("budget");
    wait::equal("the risks", 1, || page.grid().numbers().len());
    page.button("Add risk").click();
    page.card().sheet().wait();
    wait::for_("the focus in the title", || {
        page.run("return !!document.activeElement.closest('.sheet .title')", &[]) == true
    });
    page.type_text("Nine nurses");
    page.press("Tab");
    page.frame().go("Grid");
    page.filter().words().fill("");
    wait::equal("the risks", 5, || page.grid().numbers().len());
    page.grid().wait_text("5", "Risk", "Nine nurses");
}

#[test]
fn the_keys_go_on_in_the_grid_after_undo() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    grid.cell("3", "Risk").click();
    grid.wait_focus("3", "Risk");
    page.press("Alt+ArrowDown");
    wait::equal("the order", "3".to_owned(), || grid.numbers()[3].clone());
    page.press("Control+z");
    wait::equal("the order", "3".to_owned(), || grid.numbers()[2].clone());
    let on_cell = || page.run("return document.activeElement.matches('[role=gridcell]')", &[]) == true;
    wait::for_("the focus on a cell", on_cell);
    grid.bar().button("Duplicate").click();
    wait::equal("the risks", 5, || grid.numbers().len());
    page.css("[role=gridcell][tabindex='0']").focus();
    page.press("Control+z");
    wait::equal("the risks", 4, || grid.numbers().len());
    wait::for_("the focus on a cell", on_cell);
    // All cells, not the row that was ticked before.
    grid.cell("1", "No.").hover();
    page.checkbox("Select risk 1").click();
    page.css("[role=gridcell][tabindex='0']").focus();
    page.press("Control+a");
    grid.bar().wait_says("4 risks");
}

#[test]
fn a_dialog_begins_with_its_first_field() {
    let page = Page::with_four_risks();
    page.grid().cell("1", "Risk").click();
    for (button, field) in [("Set a field…", "Field"), ("Close…", "Reason for closing")] {
        page.grid().bar().button(button).click();
        let dialog = page.css("dialog[open]");
        let first = if field == "Field" { dialog.select(field) } else { dialog.textbox(field) };
        wait::for_("the focus in the first field", || first.has_focus());
        page.press("Escape");
        dialog.wait_gone();
    }
}

#[test]
fn a_choice_is_made_by_its_first_letter_and_a_date_that_cannot_be_read_is_marked() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    grid.cell("3", "Category").click();
    grid.wait_focus("3", "Category");
    page.type_text("l");
    page.press("Enter");
    grid.wait_text("3", "Category", "Legal");
    let mark = || grid.cell("3", "Next review").css(".note").texts().join(" ");
    for (typed, shown, marked) in
        [("31/3/24", "31/03/2024", false), ("Mar 24", "Mar 2024", false), ("when ready", "when ready", true)]
    {
        grid.set("3", "Next review", typed);
        grid.wait_text("3", "Next review", shown);
        wait::equal(typed, marked, || mark().contains("not a date"));
    }
}
