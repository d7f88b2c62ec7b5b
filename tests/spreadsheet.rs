//! The grid as a spreadsheet: blocks of cells chosen by keyboard and by mouse, the clipboard, filling down, many rows at
//! once.

use browser_tests::known::{BUDGET, CASELOADS, FIRE};
use browser_tests::{Page, Rules, Target, has, wait};

fn order(page: &Page, numbers: &[&str]) {
    let numbers: Vec<String> = numbers.iter().map(|it| (*it).to_owned()).collect();
    wait::equal("the risks", numbers, || page.grid().numbers());
}

/// Chooses a block by keyboard, from one cell to another below and to the right of it.
fn choose(page: &Page, number: &str, column: &str, down: usize, right: usize) {
    page.grid().cell(number, column).click();
    page.grid().wait_focus(number, column);
    page.press_times(down, "Shift+ArrowDown");
    page.press_times(right, "Shift+ArrowRight");
    wait::equal("the chosen cells", (down + 1) * (right + 1), || page.grid().chosen());
}

#[test]
fn a_block_is_chosen_by_keyboard_and_by_mouse() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    choose(&page, "1", "No.", 1, 1);
    page.grid().bar().wait_says("2 risks selected");
    // Any other step chooses one cell again.
    page.press("ArrowUp");
    wait::equal("the chosen cells", 1, || grid.chosen());
    // A drag reaches from where it begins.
    grid.cell("1", "Risk").drag_to(&grid.cell("3", "Triggers"));
    wait::equal("the chosen cells", 6, || grid.chosen());
    page.press("Escape");
    wait::equal("the chosen cells", 1, || grid.chosen());
    // Everything, a column, and rows one by one.
    page.press("Control+a");
    wait::equal("the chosen cells", 4 * 18, || grid.chosen());
    page.press("Control+Space");
    wait::equal("the chosen cells", 4, || grid.chosen());
    page.press("Escape");
    page.press("Shift+Space");
    page.grid().bar().wait_says("Risk 3");
    page.checkbox("Select risk 1").click();
    page.grid().bar().wait_says("2 risks selected");
    page.grid().bar().button("Clear selection").click();
    wait::equal("the chosen cells", 1, || grid.chosen());
}

#[test]
fn a_block_is_copied_and_pasted_within_the_grid() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    page.watch_clipboard();
    grid.set("3", "Category", "Legal");
    grid.set("3", "Contact", "First line; Second line");
    choose(&page, "1", "No.", 2, 1);
    page.press("Control+c");
    wait::equal("the clipboard", format!("1\t{CASELOADS}\r\n2\t{BUDGET}\r\n3\t{FIRE}\r\n"), || {
        page.copied("text/plain")
    });
    assert!(page.copied("text/html").contains(&format!("{FIRE}</td>")), "{}", page.copied("text/html"));
    page.frame().message().wait_says("Copied 6 cells.");
    // What was copied lands in another column, in one step.
    grid.cell("2 (CR)", "Contact").click();
    grid.wait_focus("2 (CR)", "Contact");
    page.press("Control+v");
    grid.wait_text("2 (CR)", "Contact", "1");
    grid.wait_text("2 (CR)", "Notes", CASELOADS);
    grid.wait_text("4", "Notes", FIRE);
    page.press("Control+z");
    grid.wait_text("2 (CR)", "Notes", "");
    grid.wait_text("3", "Contact", "First line; Second line");
    // Cut takes away what it copies.
    grid.cell("3", "Category").click();
    page.press("Control+x");
    grid.wait_text("3", "Category", "");
    wait::equal("the clipboard", "Legal\r\n".to_owned(), || page.copied("text/plain"));
    page.press("Control+z");
    grid.wait_text("3", "Category", "Legal");
    // Delete empties a block.
    choose(&page, "1", "Owner", 2, 1);
    page.press("Delete");
    grid.wait_text("3", "Owner", "");
    grid.wait_text("3", "Category", "");
    page.frame().message().button("Undo").click();
    grid.wait_text("3", "Category", "Legal");
}

#[test]
fn cells_come_in_from_excel_and_word() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    // As Excel writes it: quotes around a cell with a line break.
    grid.cell("3", "Risk").click();
    grid.wait_focus("3", "Risk");
    page.paste("Flood\t\r\n\"Two\nlines\"\t\r\nA new one\t\r\n", "");
    grid.wait_text("3", "Risk", "Flood");
    grid.wait_text("4", "Risk", "Two\nlines");
    // A row below the last one is a new risk.
    grid.wait_text("5", "Risk", "A new one");
    page.press("Control+z");
    order(&page, &["1", "2 (CR)", "3", "4"]);
    grid.wait_text("3", "Risk", FIRE);
    // One cell fills all that are chosen.
    choose(&page, "1", "Notes", 2, 0);
    page.paste("Seen by the committee", "");
    grid.wait_text("3", "Notes", "Seen by the committee");
    grid.wait_text("1", "Notes", "Seen by the committee");
    grid.wait_text("4", "Notes", "");
    // A table from a document: paragraphs stay in their cell, and nothing in it runs.
    grid.cell("3", "Contact").click();
    grid.wait_focus("3", "Contact");
    page.paste(
        "Head of A\nHead of B\tnoted",
        "<table><tr><td><p>Head of A</p><p>Head of B</p></td><td>no<script>window.ran = 1</script>ted</td></tr></table>",
    );
    grid.wait_text("3", "Contact", "Head of A; Head of B");
    assert_eq!(page.run("return window.ran ?? null", &[]), serde_json::Value::Null);
}

#[test]
fn a_formula_is_text_on_the_clipboard_and_comes_back_as_it_was() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    page.watch_clipboard();
    grid.set("3", "Notes", "=HYPERLINK(1)");
    grid.cell("3", "Notes").click();
    grid.wait_focus("3", "Notes");
    page.press("Control+c");
    wait::equal("the clipboard", "'=HYPERLINK(1)\r\n".to_owned(), || page.copied("text/plain"));
    page.press("ArrowDown");
    grid.wait_focus("4", "Notes");
    page.press("Control+v");
    grid.wait_text("4", "Notes", "=HYPERLINK(1)");
}

#[test]
fn what_cannot_be_pasted_is_told_and_the_rest_is_there() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    grid.cell("3", "Residual").click();
    grid.wait_focus("3", "Residual");
    page.paste("5x5\t12\r\nvery high\tlots", "");
    grid.wait_score("3", "Residual", "25 High");
    grid.wait_text("3", "Appetite", "12");
    page.frame().message().wait_says("Pasted 2 cells. 2 cells could not be read, the first: Residual: Score of risk 4");
    page.frame().message().button("Undo").click();
    grid.wait_score("3", "Residual", "6 Medium");
}

#[test]
fn cells_are_filled_down() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    grid.set("1", "Notes", "Checked in March");
    grid.set("1", "Category", "People");
    choose(&page, "1", "Notes", 2, 0);
    page.press("Control+d");
    grid.wait_text("3", "Notes", "Checked in March");
    grid.wait_text("4", "Notes", "");
    choose(&page, "1", "Category", 3, 0);
    grid.bar().button("Fill down").click();
    grid.wait_text("4", "Category", "People");
    page.frame().undo();
    page.frame().undo();
    grid.wait_text("3", "Notes", "");
    grid.wait_text("1", "Notes", "Checked in March");
}

/// What is wrong stands in a summary, which has the focus and leads to the field, and at the field.
#[track_caller]
fn wait_problem(page: &Page, field: &Target<'_>, words: &str) {
    let summary = page.alert(has("There is a problem"));
    summary.wait_says(words);
    wait::for_("the focus on the summary", || summary.has_focus());
    assert_eq!(field.attribute("aria-invalid").as_deref(), Some("true"));
    summary.link(has(words)).click();
    wait::for_("the focus in the field", || field.has_focus());
}

#[test]
fn a_field_of_many_rows_is_set_in_one_step() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    for number in ["1", "3"] {
        grid.cell(number, "No.").hover();
        page.checkbox(&format!("Select risk {number}")).click();
    }
    grid.bar().button("Set a field…").click();
    let dialog = page.dialog("Set a field of 2 risks");
    dialog.select("Field").choose("Next review");
    dialog.textbox("Value").fill("Mar 2032");
    page.press("Enter");
    grid.wait_text("1", "Next review", "Mar 2032");
    grid.wait_text("3", "Next review", "Mar 2032");
    page.frame().message().wait_says("Next review set to “Mar 2032” in 2 rows.");
    page.frame().message().button("Undo").click();
    wait::for_("the date as it was", || grid.text("3", "Next review") != "Mar 2032");
    assert_ne!(grid.text("1", "Next review"), "Mar 2032");
    // What is wrong is told, and changes nothing.
    grid.bar().button("Set a field…").click();
    dialog.select("Field").choose("Appetite");
    dialog.textbox("Value").fill("a lot");
    page.press("Enter");
    wait_problem(&page, &dialog.textbox("Value"), "Enter a whole number, such as 12.");
    page.check_accessible("a dialog with something wrong in it", Rules::Best);
    page.press("Escape");
    // A choice.
    grid.bar().button("Set a field…").click();
    dialog.select("Field").choose("Category");
    dialog.select("Value").choose("Legal");
    dialog.button("Set").click();
    grid.wait_text("3", "Category", "Legal");
}

#[test]
fn risks_are_closed_with_a_reason_and_opened_again() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    choose(&page, "1", "No.", 1, 0);
    grid.bar().button("Close…").click();
    let dialog = page.dialog("Close 2 risks");
    dialog.textbox("Reason for closing").fill("Moved to the corporate register");
    dialog.textbox("Closed on").fill("31/2/2026");
    page.press("Enter");
    wait_problem(&page, &dialog.textbox("Closed on"), "Enter a date that exists, such as 31/3/2027.");
    dialog.textbox("Closed on").fill("28/2/2026");
    dialog.css("form").button("Close").click();
    grid.wait_text("1", "Status", "Closed");
    grid.wait_text("2 (CR)", "Status", "Closed");
    page.frame().message().wait_says("2 risks closed.");
    page.frame().go("Cards");
    wait::equal("the reason", "Moved to the corporate register", || page.card().field("Reason for closing").value());
    page.frame().go("Grid");
    grid.cell("1", "No.").click();
    grid.bar().button("Reopen").click();
    grid.wait_text("1", "Status", "Open");
    page.frame().undo();
    page.frame().undo();
    grid.wait_text("1", "Status", "Open");
    grid.wait_text("2 (CR)", "Status", "Open");
}

#[test]
fn risks_are_moved_by_keyboard_and_by_button() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    grid.cell("3", "Risk").click();
    grid.wait_focus("3", "Risk");
    page.press("Alt+ArrowUp");
    order(&page, &["1", "3", "2 (CR)", "4"]);
    grid.wait_focus("3", "Risk");
    page.press("Alt+ArrowDown");
    order(&page, &["1", "2 (CR)", "3", "4"]);
    // Several at once.
    choose(&page, "1", "Risk", 1, 0);
    grid.bar().button("Move down").click();
    order(&page, &["3", "1", "2 (CR)", "4"]);
    page.frame().undo();
    order(&page, &["1", "2 (CR)", "3", "4"]);
    // Not while they are sorted otherwise.
    grid.heading("Risk").css("button").click();
    grid.cell("1", "Risk").click();
    page.press("Alt+ArrowDown");
    page.frame().message().wait_says("own order");
}

#[test]
fn several_risks_are_duplicated_and_deleted_in_one_step() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    choose(&page, "1", "No.", 1, 0);
    grid.bar().button("Duplicate").click();
    order(&page, &["1", "1", "2 (CR)", "2 (CR)", "3", "4"]);
    page.frame().undo();
    order(&page, &["1", "2 (CR)", "3", "4"]);
    choose(&page, "2 (CR)", "No.", 1, 0);
    grid.bar().button("Delete").click();
    order(&page, &["1", "4"]);
    page.frame().message().wait_says("2 risks deleted.");
    page.frame().message().button("Undo").click();
    order(&page, &["1", "2 (CR)", "3", "4"]);
}

#[test]
fn a_list_of_texts_is_edited_and_pasted_a_line_an_entry() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    // Pasted lines are entries, with their numbers told apart.
    grid.cell("3", "Triggers").click();
    grid.wait_focus("3", "Triggers");
    page.paste("\"1. Smoke\n2) A leak\"", "");
    grid.wait_text("3", "Triggers", "1. Smoke\n2) A leak");
    page.press("Control+z");
    wait::for_("the triggers as they were", || !grid.text("3", "Triggers").contains("Smoke"));
    // Typed text is one entry a line; Alt and Enter break it.
    grid.cell("4", "Results").click();
    grid.wait_focus("4", "Results");
    page.type_text("Staff are not paid");
    page.press("Alt+Enter");
    page.type_text("Fines");
    page.press("Enter");
    grid.wait_text("4", "Results", "Staff are not paid\nFines");
}

#[test]
fn known_names_are_offered_while_an_owner_is_typed() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    grid.cell("3", "Owner").click();
    grid.wait_focus("3", "Owner");
    page.type_text("chief f");
    page.role("option", browser_tests::starts("Chief Finance Officer")).wait();
    page.press("ArrowDown");
    page.press("Enter");
    page.press("Enter");
    grid.wait_text("3", "Owner", "Chief Finance Officer");
}
