//! Filtering by any field, by mouse and by keyboard alone; the filter in words; filters that are kept.

use browser_tests::known::{BUDGET, CASELOADS, DIRECTOR, TITLE};
use browser_tests::{Page, Rules, has, sample, wait};

/// Waits until the grid shows the risks with these numbers.
#[track_caller]
fn shown(page: &Page, numbers: &[&str]) {
    let numbers: Vec<String> = numbers.iter().map(|it| (*it).to_owned()).collect();
    wait::equal("the risks shown", numbers, || page.grid().numbers());
}

/// What has the focus, with the words of its label.
fn focused(page: &Page) -> String {
    let script = "const it = document.activeElement; return `${it.tagName.toLowerCase()} ${it.labels?.[0]?.innerText ?? ''}`.trim()";
    page.run(script, &[]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn scores_are_filtered_from_and_to() {
    let page = Page::with_four_risks();
    page.filter().add("Residual score", "is at least", &["6"]);
    shown(&page, &["1", "2 (CR)", "3"]);
    page.filter().wait_chips(&["Residual ≥ 6"]);
    page.filter().wait_sentence("Risks with residual score 6 or more");
    page.filter().add("Residual score", "is at most", &["15"]);
    shown(&page, &["2 (CR)", "3"]);
    page.button("Remove filter: Residual ≥ 6").click();
    shown(&page, &["2 (CR)", "3", "4"]);
    page.button("Clear filter").click();
    page.filter().add("Residual score", "is between", &["15", "6"]);
    page.filter().wait_sentence("Risks with residual score 6 to 15");
    shown(&page, &["2 (CR)", "3"]);
    assert!(page.hash().contains("if=residual~between~6~15"), "{}", page.hash());
    page.reload();
    shown(&page, &["2 (CR)", "3"]);
    page.filter().wait_chips(&["Residual 6 to 15"]);
}

#[test]
fn a_chip_changes_its_condition_and_removes_it() {
    let page = Page::with_four_risks();
    page.filter().add("Residual score", "is at least", &["15"]);
    shown(&page, &["1", "2 (CR)"]);
    page.button("Change filter: Residual ≥ 15").click();
    let value = page.filter().popup().textbox("Value");
    assert_eq!(value.value(), "15");
    wait::for_("the focus on the value", || value.has_focus());
    value.fill("16");
    page.press("Enter");
    page.filter().popup().wait_gone();
    page.filter().wait_chips(&["Residual ≥ 16"]);
    shown(&page, &["1"]);
    page.button("Change filter: Residual ≥ 16").click();
    page.filter().popup().button("Remove filter").click();
    page.filter().wait_chips(&[]);
    shown(&page, &["1", "2 (CR)", "3", "4"]);
}

#[test]
fn what_cannot_be_read_is_told_and_stays_to_be_mended() {
    let page = Page::with_four_risks();
    page.filter().open();
    page.filter().fill_in("Next review date", "is before", &["soon"]);
    page.press("Enter");
    page.alert("Enter a date, such as 31/3/2026 or Mar 2026.").wait();
    page.check_accessible("a date that cannot be read", Rules::Best);
    let value = page.filter().popup().textbox("Value");
    assert_eq!((value.value(), value.has_focus()), ("soon".to_owned(), true));
    value.fill("Jan 99");
    page.press("Enter");
    page.filter().wait_chips(&["Next review date before Jan 1999"]);
    page.filter().open();
    page.filter().popup().button("Add filter").click();
    page.alert("Choose at least one.").wait();
    page.filter().close();
}

#[test]
fn missing_values_and_the_usual_questions_are_a_press_away() {
    let page = Page::with_four_risks();
    page.filter().open();
    let toggle = |label: &str| page.filter().popup().button(label);
    assert_eq!(toggle("Open only").attribute("aria-pressed").as_deref(), Some("false"));
    toggle("Open only").click();
    wait::equal("pressed", Some("true".to_owned()), || toggle("Open only").attribute("aria-pressed"));
    shown(&page, &["1", "2 (CR)", "3"]);
    toggle("High").click();
    toggle("Medium").click();
    page.filter().wait_sentence("Open risks with residual band High or Medium");
    toggle("High").click();
    page.filter().wait_chips(&["Open", "Residual band: Medium"]);
    shown(&page, &["3"]);
    toggle("Open only").click();
    toggle("Medium").click();
    page.filter().wait_chips(&[]);
    for (label, sentence) in [
        ("Overdue for review", "Risks overdue for review"),
        ("Above appetite", "Risks above appetite"),
        ("Late actions", "Risks with an action that is late"),
        ("No owner", "Risks with no owner"),
        ("No next review", "Risks with no next review date"),
        ("No residual score", "Risks with no residual score"),
    ] {
        toggle(label).click();
        page.filter().wait_sentence(sentence);
        toggle(label).click();
        page.filter().wait_sentence("");
    }
    page.filter().close();
}

#[test]
fn what_is_asked_of_actions_and_controls_chooses_their_risks() {
    let page = Page::with_file(&sample("2016-directorate-grid.json"));
    let count = || page.css(".filter-line .count").read();
    page.filter().pick("Action progress", "is any of", &["Green"]);
    page.filter().wait_sentence("Risks with an action with progress Green");
    let (some, chips) = (count(), page.filter().chips());
    assert!(some.ends_with(" of 16 risks") && !some.starts_with("0 "), "{some}");
    assert_eq!(chips, ["Action progress: Green"]);
    page.filter().add("Action owner", "is blank", &[]);
    page.filter().wait_sentence("Risks with an action with progress Green and with no owner");
    page.button("Clear filter").click();
    page.filter().add("Control description", "contains", &["zzz"]);
    page.text("No risk matches the filter.").wait();
    page.filter().wait_sentence("Risks with a control whose description contains “zzz”");
}

#[test]
fn a_filter_is_made_without_a_mouse() {
    let page = Page::with_four_risks();
    page.grid().cell("1", "Risk").click();
    page.press("Control+f");
    wait::for_("the focus on the words", || page.filter().words().has_focus());
    // Words, and Escape twice: out of them, then back to the cell.
    page.type_text("fire");
    shown(&page, &["3"]);
    page.press("Escape");
    shown(&page, &["1", "2 (CR)", "3", "4"]);
    assert_eq!((page.filter().words().value(), page.filter().words().has_focus()), (String::new(), true));
    page.press("Escape");
    page.grid().wait_focus("1", "Risk");
    // A quick one, then any field.
    page.press("Control+f");
    page.press("Tab");
    assert_eq!(page.focused(), "button + Filter");
    page.press("Enter");
    page.filter().popup().wait();
    wait::equal("the focus", "button Open only".to_owned(), || page.focused());
    page.press("Space");
    shown(&page, &["1", "2 (CR)", "3"]);
    page.filter().popup().select("Field").focus();
    page.type_text("Owner");
    page.press_times(2, "Tab");
    wait::equal("the first of the names", "input Chief Finance Officer".to_owned(), || focused(&page));
    page.press("Tab");
    page.press("Space");
    page.press("Enter");
    page.filter().popup().wait_gone();
    page.filter().wait_chips(&["Open", &format!("Owner: {DIRECTOR}")]);
    shown(&page, &["1", "3"]);
    // The focus is back where it was, and leads to the chips.
    wait::equal("the focus", "button + Filter".to_owned(), || page.focused());
    page.press("Shift+Tab");
    assert_eq!(page.focused(), format!("button Remove filter: Owner: {DIRECTOR}"));
    page.press("Enter");
    wait::equal("the focus", "button + Filter".to_owned(), || page.focused());
    page.filter().wait_chips(&["Open"]);
    page.press("Shift+Tab");
    page.press("Shift+Tab");
    assert_eq!(page.focused(), "button Change filter: Open");
    page.press("Enter");
    page.filter().popup().wait();
    page.press("Escape");
    page.filter().popup().wait_gone();
    wait::equal("the focus", "button Change filter: Open".to_owned(), || page.focused());
}

#[test]
fn control_f_leads_to_the_words_from_everywhere_in_a_register() {
    let page = Page::with_four_risks();
    for view in ["Cards", "Heat map", "Grid"] {
        page.frame().go(view);
        page.filter().words().wait();
        page.press("Control+f");
        wait::for_(view, || page.filter().words().has_focus());
    }
    // What is typed in a cell lands first.
    page.grid().cell("1", "Risk").double_click();
    page.grid().editor().fill("Another title");
    page.press("Control+f");
    wait::for_("the focus on the words", || page.filter().words().has_focus());
    page.grid().wait_text("1", "Risk", "Another title");
    // Nothing else is typed over: what stands in the field is selected.
    page.type_text("budget");
    shown(&page, &["2 (CR)"]);
    page.press("Enter");
    page.press("Control+f");
    page.type_text("fire");
    shown(&page, &["3"]);
}

#[test]
fn risks_are_sorted_by_several_keys() {
    let page = Page::with_four_risks();
    let popup = page.filter().open_popup("Sort");
    wait::equal("the focus", "button Sort by a field".to_owned(), || page.focused());
    page.press("Enter");
    popup.select("Sort by").wait();
    assert_eq!(popup.select("Sort by").chosen(), "Residual score");
    assert_eq!(popup.select("Direction of Residual score").chosen(), "Highest first");
    popup.select("Sort by").choose("Status");
    popup.select("Direction of Status").choose("In reverse order");
    shown(&page, &["4", "1", "2 (CR)", "3"]);
    popup.select("Direction of Status").choose("In their order");
    popup.button("Then by another field").click();
    popup.select("Then by").choose("Residual score");
    popup.select("Direction of Residual score").choose("Lowest first");
    shown(&page, &["3", "2 (CR)", "1", "4"]);
    page.filter().wait_sentence("All risks, in order of status, in their order, then residual score, lowest first");
    popup.button("Move Residual score up").click();
    shown(&page, &["4", "3", "2 (CR)", "1"]);
    page.check_accessible("the popup of the order", Rules::Best);
    popup.button("Remove Residual score").click();
    shown(&page, &["1", "2 (CR)", "3", "4"]);
    popup.select("Sort by").choose("Title");
    shown(&page, &["1", "3", "2 (CR)", "4"]);
    page.filter().close();
    page.filter().itself().button("Sort (1)").wait();
    let hash = page.hash();
    assert!(hash.contains("sort=title"), "{hash}");
    page.filter().open_popup("Sort").button("Use the register’s order").click();
    shown(&page, &["1", "2 (CR)", "3", "4"]);
    wait::equal("the focus", "button Sort by a field".to_owned(), || page.focused());
}

#[test]
fn the_grouping_is_chosen_and_said() {
    let page = Page::with_four_risks();
    page.select("Group by").choose("By owner");
    page.filter().wait_sentence("All risks, grouped by owner");
    wait::for_("the grouping in the address", || page.hash().contains("group=owner"));
    page.reload();
    page.grid().wait();
    assert_eq!(page.select("Group by").chosen(), "By owner");
    // Where there are no rows there are no groups.
    page.frame().go("Heat map");
    page.filter().words().wait();
    assert!(!page.select("Group by").is_there());
    page.frame().go("Grid");
    page.select("Group by").choose("No groups");
    page.filter().wait_sentence("");
}

#[test]
fn a_filter_is_kept_renamed_used_in_another_register_and_deleted() {
    let page = Page::with_four_risks();
    page.filter().quick(&["Open only"]);
    page.filter().pick("Owner", "is any of", &[DIRECTOR]);
    page.select("Group by").choose("By residual band");
    let popup = page.filter().open_popup("My filters");
    page.button("Save this filter").click();
    page.alert(has("Enter a name")).wait();
    popup.textbox("Name").fill("Director’s");
    page.press("Enter");
    popup.button("Director’s").wait();
    assert_eq!(popup.button("Director’s").attribute("aria-current").as_deref(), Some("true"));
    page.check_accessible("the popup of my filters", Rules::Best);
    popup.button("Rename Director’s").click();
    let name = popup.textbox("New name");
    wait::for_("the focus on the name", || name.has_focus());
    page.check_accessible("a filter being renamed", Rules::Best);
    // Escape gives the renaming up, not the popup.
    page.press("Escape");
    name.wait_gone();
    popup.button("Rename Director’s").click();
    wait::for_("the focus on the name", || name.has_focus());
    name.fill("Owned by the director");
    page.press("Enter");
    popup.button("Owned by the director").wait();
    // The name exists: only a second press puts the new one in its place.
    popup.textbox("Name").fill("Owned by the director");
    page.button("Save this filter").click();
    page.alert(has("is called “Owned by the director” already")).wait();
    page.filter().close();
    page.button("Clear filter").click();
    // In another register, after a reload.
    page.frame().to_registers();
    page.bring_in(&sample("2016-directorate-grid.json"));
    page.reload();
    page.grid().wait();
    let popup = page.filter().open_popup("My filters");
    popup.text(has("(not in this register)")).nth(0).wait();
    popup.button("Owned by the director").click();
    popup.wait_gone();
    page.filter()
        .wait_sentence(&format!("Open risks owned by {DIRECTOR} (not in this register), grouped by residual band"));
    page.text("No risk matches the filter.").wait();
    page.text("0 of 16 risks").wait();
    // Deleted, put back, deleted.
    let popup = page.filter().open_popup("My filters");
    popup.button("Delete Owned by the director").click();
    popup.button("Owned by the director").wait_gone();
    popup.button("Put it back").click();
    popup.button("Owned by the director").wait();
    popup.button("Delete Owned by the director").click();
    page.filter().close();
    page.reload();
    page.grid().wait();
    let popup = page.filter().open_popup("My filters");
    popup.text(has("Filters that you save stand here")).wait();
    assert!(!popup.button("Owned by the director").is_there());
}

#[test]
fn filters_of_one_tab_are_there_in_the_other() {
    let page = Page::with_four_risks();
    page.new_tab(&page.hash());
    page.grid().wait();
    page.filter().quick(&["High"]);
    page.filter().open_popup("My filters").textbox("Name").fill("Of the second tab");
    page.press("Enter");
    page.dialog("My filters").button("Of the second tab").wait();
    page.switch(0);
    page.filter().quick(&["Medium"]);
    let popup = page.filter().open_popup("My filters");
    popup.textbox("Name").fill("Of the first tab");
    page.press("Enter");
    popup.button("Of the first tab").wait();
    popup.button("Of the second tab").click();
    shown(&page, &["1", "2 (CR)"]);
}

#[test]
fn a_storage_that_is_full_is_told_when_a_filter_is_kept() {
    let page = Page::with_four_risks();
    page.filter().quick(&["High"]);
    page.filter().open_popup("My filters").textbox("Name").fill("Has no room");
    page.fill_storage(0);
    page.press("Enter");
    page.filter().close();
    page.frame().message().wait_says("Your settings could not be kept.");
    page.empty_filler();
}

#[test]
fn the_filter_is_printed_as_a_sentence() {
    let page = Page::with_four_risks();
    page.filter().quick(&["High"]);
    page.lay_out_for_print(true);
    page.css(".sentence-printed").wait_says("Risks with residual band High");
    assert!(page.run("return document.querySelector('.sentence-printed').checkVisibility()", &[]) == true);
    assert!(page.run("return document.querySelector('.filter-line').checkVisibility()", &[]) == false);
    page.lay_out_for_print(false);
    assert!(page.run("return document.querySelector('.sentence-printed').checkVisibility()", &[]) == false);
}

#[test]
fn on_a_phone_all_of_it_is_in_a_sheet() {
    let page = Page::with_four_risks();
    page.resize(390, 844);
    assert!(!page.button("+ Filter").is_there());
    page.button("Filter").click();
    let sheet = page.dialog("Filter, sort and group");
    sheet.button("High").click();
    sheet.button("Sort by a field").click();
    sheet.select("Group by").choose("By owner");
    page.check_accessible("the sheet", Rules::Best);
    let beyond = "const box = document.querySelector('dialog[open]').getBoundingClientRect();
        return box.left >= 0 && box.right <= innerWidth && Math.round(box.bottom) === innerHeight";
    assert_eq!(page.run(beyond, &[]), true);
    sheet.button("Change filter: Residual band: High").focus();
    page.press("Enter");
    sheet.button("Remove filter").click();
    sheet.wait_gone();
    page.button("Filter (2)").wait();
    page.text(has(CASELOADS)).nth(0).wait();
    page.text(has(BUDGET)).nth(0).wait();
    assert_eq!(page.frame().title(), TITLE);
}

#[test]
fn the_popups_are_accessible_in_light_and_dark() {
    let page = Page::with_file(&sample("2016-directorate-grid.json"));
    page.resize(1440, 900);
    page.filter().quick(&["Open only", "High"]);
    for dark in [false, true] {
        page.darken(dark);
        wait::for_("the colours", || page.run("return document.getAnimations().length", &[]) == 0);
        page.check_accessible("chips", Rules::Best);
        page.filter().open();
        page.check_accessible("the popup of conditions", Rules::Best);
        page.filter().close();
        page.button("Change filter: Open").click();
        page.check_accessible("a condition being changed", Rules::Best);
        page.filter().close();
    }
}

#[test]
fn the_line_above_the_actions_speaks_of_actions() {
    let page = Page::with_file(&sample("2016-directorate-grid.json"));
    page.frame().go("Actions");
    let grid = page.role("grid", "Actions");
    let rows = || grid.attribute("aria-rowcount").unwrap_or_default().parse::<usize>().unwrap_or_default();
    let headings = rows() - 35;
    assert_eq!(page.css(".filter-line .count").read(), "");
    page.filter().pick("Action progress", "is any of", &["Green"]);
    page.filter().wait_sentence("Actions with progress Green");
    let shown = rows() - headings;
    assert!(shown > 0 && shown < 35, "{shown} rows");
    assert_eq!(page.css(".filter-line .count").read(), format!("{shown} of 35 actions"));
    page.filter().quick(&["High"]);
    page.filter().wait_sentence("Actions with progress Green, of risks with residual band High");
    page.select("Group by").choose("By action owner");
    page.filter().open_popup("Sort").button("Sort by a field").click();
    page.dialog("Sort").select("Sort by").choose("Action due date");
    page.filter().close();
    page.filter().wait_sentence(
        "Actions with progress Green, of risks with residual band High, in order of action due date, earliest first, \
         grouped by action owner",
    );
    page.frame().go("Grid");
    page.filter().wait_sentence(
        "Risks with residual band High, with an action with progress Green, in order of action due date, earliest \
         first, grouped by action owner",
    );
}
