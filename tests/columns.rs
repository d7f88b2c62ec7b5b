//! The columns of the grid: shown and hidden, moved, widened, kept as sets; sorting by several; groups; how much a row
//! shows.

use browser_tests::{Page, has, sample, wait};
use serde_json::json;

fn headings(page: &Page) -> Vec<String> {
    let texts = page.css("[role=grid] .headings [role=columnheader] button").texts();
    texts.into_iter().map(|it| it.trim_end_matches([' ', '↑', '↓', '1', '2']).to_owned()).collect()
}

#[test]
fn columns_are_hidden_and_shown_and_stay_so() {
    let page = Page::with_four_risks();
    let before = headings(&page);
    page.button("Columns").click();
    let dialog = page.dialog("Columns");
    dialog.checkbox(browser_tests::starts("Triggers")).click();
    dialog.checkbox(browser_tests::starts("Description")).click();
    dialog.button("Done").click();
    let now: Vec<String> = headings(&page);
    assert_eq!(now[..5], ["No.", "Risk", "Description", "Results", "Owner"], "{now:?}");
    assert_eq!(now.len(), before.len());
    page.reload();
    page.grid().wait();
    wait::equal("the headings", now, || headings(&page));
    // A field that came is edited like any other.
    page.grid().set("3", "Description", "Paper records in one room");
    page.grid().wait_text("3", "Description", "Paper records in one room");
}

#[test]
fn columns_are_moved_and_widened_by_keyboard() {
    let page = Page::with_four_risks();
    let width = |column: &str| page.grid().heading(column).property("offsetWidth").as_i64().unwrap_or_default();
    page.grid().cell("1", "Triggers").click();
    page.press("ArrowUp");
    page.press("Alt+ArrowRight");
    wait::equal("the columns", json!(["Results", "Triggers"]), || json!(headings(&page)[2..4]));
    let before = width("Triggers");
    page.press("Shift+ArrowRight");
    wait::equal("the width", before + 16, || width("Triggers"));
    wait::equal("the width of the cells", before + 16, || {
        page.grid().cell("1", "Triggers").property("offsetWidth").as_i64().unwrap_or_default()
    });
    page.press("Shift+ArrowLeft");
    wait::equal("the width", before, || width("Triggers"));
    page.press("Alt+ArrowLeft");
    wait::equal("the columns", json!(["Triggers", "Results"]), || json!(headings(&page)[2..4]));
    // The number names the rows and stays first.
    page.press("Alt+ArrowLeft");
    page.press("Alt+ArrowLeft");
    page.frame().message().wait_says("The number stays the first column.");
}

#[test]
fn columns_are_moved_and_widened_by_mouse() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    grid.heading("Results").css("button").drag_to(&grid.heading("Risk").css("button"));
    wait::equal("the columns", json!(["No.", "Results", "Risk"]), || json!(headings(&page)[..3]));
    // A drag is no click: nothing is sorted by it.
    assert_eq!(grid.heading("Results").attribute("aria-sort"), None);
    let width = || grid.heading("Results").property("offsetWidth").as_i64().unwrap_or_default();
    let before = width();
    grid.heading("Results").css(".widen").drag_to(&grid.heading("Triggers").css("button"));
    wait::for_("a wider column", || width() > before + 40);
    let wide = width();
    page.reload();
    page.grid().wait();
    wait::equal("the width", wide, width);
}

#[test]
fn sets_of_columns_are_chosen_kept_and_forgotten() {
    let page = Page::with_four_risks();
    page.button("Columns").click();
    let dialog = page.dialog("Columns");
    dialog.select("Use a set of columns").choose("Register grid 2016");
    let published = ["No.", "Risk", "Triggers", "Results", "Score", "Owner", "Contact", "Controls", "Score", "Actions"];
    wait::equal("the headings", published.map(String::from).to_vec(), || headings(&page));
    dialog.checkbox(browser_tests::starts("Contact")).click();
    dialog.button("Save set").click();
    page.alert(has("There is a problem")).link("Enter a name for the set.").click();
    wait::for_("the focus in the field", || dialog.textbox("Keep these columns as a set").has_focus());
    dialog.textbox("Keep these columns as a set").fill("For the committee");
    page.press("Enter");
    dialog.select("Use a set of columns").choose("Every field");
    wait::for_("all columns", || headings(&page).len() > 35);
    dialog.select("Use a set of columns").choose("For the committee");
    wait::equal("how many columns", 9, || headings(&page).len());
    dialog.button("Delete the set For the committee").click();
    dialog.css("[aria-label='Your own sets']").wait_gone();
    // Three columns stay in sight when the grid scrolls sideways.
    dialog.select("Use a set of columns").choose("Every field");
    dialog.select("Keep in sight when scrolling sideways").choose("the first 3 columns");
    dialog.button("Done").click();
    page.run("document.querySelector('[role=grid]').scrollLeft = 900", &[]);
    let left = |column: &str| {
        page.run(
        "const box = document.querySelector(`[role=columnheader][aria-colindex='${arguments[0]}']`).getBoundingClientRect();
         return Math.round(box.left)", &[json!(column)])
    };
    wait::for_("three columns that stay", || left("4").as_i64() < Some(0) && left("3").as_i64() > Some(0));
}

#[test]
fn rows_are_sorted_by_several_columns() {
    let page = Page::with_four_risks();
    let grid = page.grid();
    let order = |numbers: &[&str]| {
        wait::equal("the order", numbers.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>(), || grid.numbers());
    };
    grid.heading("Status").css("button").click();
    order(&["1", "2 (CR)", "3", "4"]);
    // With Shift, another one decides where the first does not.
    grid.heading("Risk").css("button").focus();
    page.press("Shift+Enter");
    order(&["1", "3", "2 (CR)", "4"]);
    assert!(page.hash().contains("sort="), "{}", page.hash());
    page.press("Shift+Enter");
    order(&["2 (CR)", "3", "1", "4"]);
    page.reload();
    page.grid().wait();
    order(&["2 (CR)", "3", "1", "4"]);
}

#[test]
fn rows_stand_in_groups_with_counts() {
    let page = Page::with_four_risks();
    let hash = page.hash();
    page.visit(&format!("{hash}{}group=band", if hash.contains('?') { "&" } else { "?" }));
    let groups = || page.css("[role=grid] [role=rowheader]").texts();
    wait::equal("the groups", ["High 2 risks", "Medium 1 risk", "Low 1 risk"].map(String::from).to_vec(), groups);
    // Keys step over the headings of groups.
    page.grid().cell("2 (CR)", "Risk").click();
    page.grid().wait_focus("2 (CR)", "Risk");
    page.press("ArrowDown");
    page.grid().wait_focus("3", "Risk");
    page.press("ArrowUp");
    page.grid().wait_focus("2 (CR)", "Risk");
}

#[test]
fn a_row_shows_one_line_three_or_all_and_stays_where_it_was() {
    let page = Page::with_file(&sample("2016-directorate-grid.json"));
    let grid = page.grid();
    let lines = page.select("Lines of text in a row");
    let height = |number: &str| {
        grid.cell(number, "Risk").within("[role=row]").property("offsetHeight").as_i64().unwrap_or_default()
    };
    lines.choose("1 line");
    wait::equal("the height of a row", 32, || height("16"));
    lines.choose("3 lines");
    let shown = || {
        let text = grid.cell("1 (CR)", "Triggers").css(".text").nth(0);
        text.property("clientHeight").as_i64().unwrap_or_default() / 18
    };
    wait::equal("the lines of a text", 3, shown);
    wait::equal("the height of a row", 68, || height("1 (CR)"));
    lines.choose("All lines");
    wait::for_("a row that is as high as its text", || height("1 (CR)") > 200);
    // Nothing of a text is hidden, and rows neither overlap nor leave gaps.
    let gaps = || {
        page.run(
        "const rows = [...document.querySelectorAll('[role=row][aria-rowindex]')].filter((it) => Number(it.ariaRowIndex ?? it.getAttribute('aria-rowindex')) > 2);
         rows.sort((a, b) => a.getAttribute('aria-rowindex') - b.getAttribute('aria-rowindex'));
         const boxes = rows.map((it) => it.getBoundingClientRect());
         const hidden = rows.flatMap((it) => [...it.querySelectorAll('.text')]).filter((it) => it.scrollHeight > it.clientHeight + 1);
         return [boxes.slice(1).filter((box, at) => Math.abs(box.top - boxes[at].bottom) > 1).length, hidden.length]", &[])
    };
    wait::equal("gaps and hidden texts", json!([0, 0]), gaps);
    // The row at the top stays there when rows become lower.
    page.css("[role=gridcell][tabindex='0']").focus();
    page.press("Control+End");
    wait::for_("the last row", || grid.focused().0 == "10");
    wait::equal("gaps and hidden texts", json!([0, 0]), gaps);
    let seen = || {
        page.run(
        "const it = document.activeElement.getBoundingClientRect(), grid = document.querySelector('[role=grid]').getBoundingClientRect();
         return it.bottom <= grid.bottom + 1 && it.bottom > grid.top", &[])
    };
    wait::equal("the last row in sight", json!(true), seen);
    page.reload();
    page.grid().wait();
    wait::equal("the setting", "All lines".to_owned(), || lines.chosen());
}

#[test]
fn rows_of_any_height_show_no_blanks_among_ten_thousand() {
    let page = Page::open();
    let file = page.file("many.heatgrid.json", &exchange::write(&[register::generate::compact(7, 10_000)]));
    page.bring_in(&file);
    let blank = "
        const grid = document.querySelector('[role=grid]'), box = grid.getBoundingClientRect();
        const from = grid.querySelector('.grid-head').getBoundingClientRect().bottom;
        for (let y = from + 2; y < Math.min(box.bottom, innerHeight) - 20; y += 10) {
            if (!document.elementFromPoint(box.left + 150, y)?.closest('[role=row]')) return y;
        }
        return null";
    for density in ["1 line", "3 lines", "All lines"] {
        page.select("Lines of text in a row").choose(density);
        for share in [0.1, 0.5, 0.9, 1.0, 0.33, 0.0] {
            page.run(
                "const grid = document.querySelector('[role=grid]');
                 grid.scrollTop = (grid.scrollHeight - grid.clientHeight) * arguments[0]",
                &[json!(share)],
            );
            wait::equal(&format!("blanks at {share} with {density}"), json!(null), || page.run(blank, &[]));
            let rows = page.grid().rows_in_page();
            assert!(rows < 120, "{rows} rows in the page with {density}");
        }
        // A jump by key lands on the very row.
        page.css("[role=gridcell][tabindex='0']").focus();
        page.press("Control+End");
        let row = || page.run("return document.activeElement.parentElement.getAttribute('aria-rowindex')", &[]);
        wait::equal("the row with the focus", json!("10002"), row);
        let in_sight =
            "const it = document.activeElement.getBoundingClientRect(); return it.top >= 0 && it.bottom <= innerHeight";
        wait::equal("the row with the focus in sight", json!(true), || page.run(in_sight, &[]));
        page.press("Control+Home");
        wait::equal("the row with the focus", json!("3"), row);
    }
}
