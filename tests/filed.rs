//! What is in no file yet: told in the list, in the export menu and, once it is much, by a reminder.

use browser_tests::known::{FOUR_RISKS, TITLE};
use browser_tests::{Page, fixture, has, starts, wait};

fn in_list(page: &Page, title: &str) -> String {
    page.registers().row(title).css(".when .hint").texts().join("")
}

/// What the export menu says.
fn in_menu(page: &Page) -> String {
    page.css(".menu.export summary").click();
    let words = page.css(".menu.export .hint").read();
    page.press("Escape");
    words
}

#[test]
fn the_list_and_the_export_menu_say_what_is_in_no_file() {
    let page = Page::open();
    page.registers().make("Filed");
    page.frame().decline_name();
    assert_eq!(in_menu(&page), "No file of this register has been saved here yet.");
    page.frame().to_registers();
    wait::equal("the list", "In no file yet".to_owned(), || in_list(&page, "Filed"));
    page.registers().open("Filed");
    page.frame().export();
    wait::for_("the menu to say so", || in_menu(&page).ends_with("Nothing has changed since."));
    page.button("Add the first risk").click();
    page.type_text("A risk");
    page.press("Enter");
    page.grid().set("1", "Residual", "3x3");
    // The risk, its title, its score.
    let said = in_menu(&page);
    assert!(said.ends_with("3 changes since."), "{said}");
    page.frame().to_registers();
    wait::equal("the list", "Changed since its last file".to_owned(), || in_list(&page, "Filed"));
    page.download(|| page.registers().button("Export", "Filed").click());
    wait::equal("the list", String::new(), || in_list(&page, "Filed"));
    // It is still so after a reload.
    page.reload();
    page.registers().wait();
    assert_eq!(in_list(&page, "Filed"), "");
}

#[test]
fn a_file_that_came_in_counts_and_a_file_of_some_risks_does_not() {
    let page = Page::with_file(&fixture(FOUR_RISKS));
    assert!(in_menu(&page).ends_with("Nothing has changed since."));
    page.grid().set("1", "Risk", "Changed");
    page.filter().words().fill("Changed");
    page.frame().export_filtered();
    assert!(in_menu(&page).ends_with("One change since."));
    page.frame().to_registers();
    wait::equal("the list", "Changed since its last file".to_owned(), || in_list(&page, TITLE));
}

#[test]
fn many_changes_in_no_file_are_reminded_of_gently() {
    let page = Page::with_four_risks();
    page.grid().set("1", "Risk", "Changed");
    page.grid().cell("3", "Risk").click();
    let reminder = page.region("Save a file");
    // A change taken back and made again is a change in the history too.
    for _ in 0..11 {
        page.frame().undo();
        page.frame().redo();
    }
    assert!(!reminder.is_there());
    page.frame().undo();
    page.frame().redo();
    page.frame().undo();
    page.frame().redo();
    reminder.wait_says("changes of this register are in no file yet");
    reminder.button("Not today").click();
    reminder.wait_gone();
    page.reload();
    page.grid().wait();
    assert!(!reminder.is_there());
    // Put off yesterday, it is there again today.
    let settings = page.stored()["heatgrid/1/settings"].clone();
    let settings: serde_json::Value = serde_json::from_str(&settings).expect("the settings");
    let names = settings["other"].as_object().expect("the other settings").keys();
    let name = names.clone().find(|name| name.starts_with("file-later/")).expect("the day").clone();
    let mut settings = settings.clone();
    settings["other"][name] = "2020-01-01".into();
    page.leave();
    page.before_load(&format!(
        "localStorage.setItem('heatgrid/1/settings', {})",
        serde_json::json!(settings.to_string())
    ));
    page.visit("");
    page.registers().open(TITLE);
    let saved = page.download(|| reminder.button("Save a file").click());
    assert!(saved.0.starts_with(TITLE));
    reminder.wait_gone();
    page.text(starts("Exported as")).wait();
    assert!(!page.text(has("are in no file yet")).is_there());
}
