//! A storage that is full, blocked or cleared: told in words, and nothing is lost.

use browser_tests::known::{FIRE, TITLE, register_of};
use browser_tests::{Page, came_back, fixture, has, sample, wait};

/// What the page says for one change that could not be saved.
const NOT_SAVED: &str = "1 change is not saved.";

#[test]
fn a_full_storage_is_told_and_work_goes_on_until_there_is_room() {
    let page = Page::with_four_risks();
    page.frame().wait_saved();
    page.fill_storage(0);
    page.grid().set("3", "Risk", "Written while the storage was full");
    page.alert(has(NOT_SAVED)).wait_says("The space that the browser gives this page is used up.");
    assert_eq!(page.frame().save_state(), "Not saved");
    page.grid().set("3", "Residual", "5x5");
    page.alert(has("2 changes are not saved.")).wait();
    page.frame().undo();
    page.grid().wait_score("3", "Residual", "6");
    page.frame().redo();
    page.grid().wait_score("3", "Residual", "25");
    // What is not saved can be taken out as a file.
    let (_, file) = page.download(|| page.button("Save a file").click());
    let saved = register_of(&file);
    assert_eq!(saved.risks[2].title, "Written while the storage was full");
    assert_eq!(saved.risks[2].residual.impact, Some(5));
    // Still full: told again. With room: saved, and said so.
    page.button("Try again").click();
    assert!(page.frame().save_state().starts_with("Not saved"));
    page.empty_filler();
    page.button("Try again").click();
    page.frame().message().wait_says("Everything is saved again.");
    page.frame().wait_saved();
    page.reload();
    page.grid().wait_text("3", "Risk", "Written while the storage was full");
    page.grid().wait_score("3", "Residual", "25");
    page.frame().undo();
    page.grid().wait_score("3", "Residual", "6");
}

#[test]
fn a_storage_that_ends_at_any_byte_loses_nothing() {
    let page = Page::with_four_risks();
    page.frame().wait_saved();
    let mut told = 0;
    // An edit writes its change, then the risk, then the head: the room ends before, within and after each of them.
    for (turn, left) in [0, 1, 40, 120, 200, 280, 360, 500, 700, 1_000, 1_400, 2_000].into_iter().enumerate() {
        page.fill_storage(left);
        let text = format!("Written with room for {left} characters, {}", "x".repeat(100));
        page.grid().set("3", "Risk", &text);
        wait::for_("the page to know", || page.frame().save_state() != "Saving…");
        let is_saved = page.frame().save_state().starts_with("Saved");
        told += usize::from(!is_saved);
        assert_eq!(!is_saved, page.alert(has(" not saved.")).is_there(), "with {left}");
        // Whether saved or not, a file has it, and a further edit too.
        page.grid().set("4", "Risk", &format!("Edit {turn}"));
        let register = register_of(&page.frame().export().1);
        assert_eq!((&register.risks[2].title, &register.risks[3].title), (&text, &format!("Edit {turn}")));
        page.empty_filler();
        page.frame().wait_saved();
        page.reload();
        page.grid().wait_text("3", "Risk", &text);
        page.grid().wait_text("4", "Risk", &format!("Edit {turn}"));
    }
    assert!((2..11).contains(&told), "{told} of 12 could not be saved: choose other figures");
}

#[test]
fn what_could_not_be_saved_is_saved_by_itself_once_there_is_room() {
    let page = Page::with_four_risks();
    page.fill_storage(0);
    page.grid().set("3", "Risk", "Saved later");
    page.alert(has(NOT_SAVED)).wait();
    page.empty_filler();
    page.alert(has(NOT_SAVED)).wait_gone();
    page.reload();
    page.grid().wait_text("3", "Risk", "Saved later");
}

#[test]
fn an_import_that_does_not_fit_is_told_and_can_be_saved_as_a_file() {
    let page = Page::with_four_risks();
    page.frame().to_registers();
    let stored = page.stored_registers();
    page.fill_storage(2_000);
    page.registers().choose_files(&[&sample("2016-directorate-grid.json"), &sample("2021-corporate-cards.json")]);
    page.import().go();
    page.frame().message().wait_says("could not be saved, so the import stopped there.");
    page.alert(has("not saved.")).wait_says("The space that the browser gives this page is used up.");
    wait::equal("the title", "Children, families and adults 2016".to_owned(), || page.frame().title());
    let (_, file) = page.download(|| page.button("Save a file").click());
    assert_eq!(register_of(&file).risks.len(), 16);
    // What was there is as it was.
    let now = page.stored_registers();
    assert!(stored.iter().all(|(key, value)| now.get(key) == Some(value)));
    // It is tried again by itself.
    page.empty_filler();
    page.frame().wait_saved();
    page.frame().to_registers();
    page.reload();
    wait::equal("the registers", 2, || page.registers().titles().len());
}

/// Makes the storage throw an error of this name at each write, until the page's `allowed` is set.
fn refusing(error: &str) -> Page {
    let page = Page::unopened();
    page.before_load(&format!(
        "const set = Storage.prototype.setItem;
         Storage.prototype.setItem = function (key, value) {{
             if (!window.allowed) throw new DOMException('refused by the test', '{error}');
             set.call(this, key, value);
         }}"
    ));
    page.visit("");
    page
}

#[test]
fn a_page_that_may_not_store_anything_can_be_worked_in() {
    let page = refusing("SecurityError");
    page.bring_in(&fixture(browser_tests::known::FOUR_RISKS));
    page.alert(has("not saved.")).wait_says("The browser does not let this page store anything.");
    page.grid().set("3", "Risk", "Held by the page alone");
    page.frame().go("Cards");
    page.frame().go("Grid");
    page.grid().wait_text("3", "Risk", "Held by the page alone");
    let (_, file) = page.download(|| page.button("Save a file").click());
    assert_eq!(register_of(&file).risks[2].title, "Held by the page alone");
    // The register is not lost by a look at another page.
    page.frame().to_settings();
    page.back();
    page.grid().wait_text("3", "Risk", "Held by the page alone");
    page.button("Try again").wait();
    // In one go: the page tries again by itself every few seconds.
    page.run(
        "window.allowed = true;
         [...document.querySelectorAll('button')].find((it) => it.textContent === 'Try again').click()",
        &[],
    );
    page.frame().message().wait_says("Everything is saved again.");
    page.before_load("window.allowed = true");
    page.reload();
    page.grid().wait_text("3", "Risk", "Held by the page alone");
}

/// Adds a risk to an empty register that the storage does not take; the file has it.
fn a_risk_is_added_and_exported(page: &Page) {
    page.button("Add the first risk").click();
    page.type_text("A risk");
    page.press("Enter");
    page.grid().wait_text("1", "Risk", "A risk");
    let (_, file) = page.frame().export();
    assert_eq!(register_of(&file).risks[0].title, "A risk");
}

#[test]
fn a_quota_of_nothing_can_be_worked_with() {
    let page = refusing("QuotaExceededError");
    page.registers().make("Kept nowhere");
    page.frame().decline_name();
    page.alert(has("not saved.")).wait_says("The space that the browser gives this page is used up.");
    a_risk_is_added_and_exported(&page);
}

#[test]
fn a_browser_without_any_storage_can_be_worked_in() {
    let page = Page::unopened();
    page.before_load(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
             Object.defineProperty(window, name, {get() { throw new DOMException('refused', 'SecurityError') }});
         }",
    );
    page.visit("");
    page.alert(has("The browser does not let this page store anything.")).wait();
    page.registers().make("Kept nowhere");
    page.alert(has("not saved.")).wait();
    a_risk_is_added_and_exported(&page);
}

#[test]
fn a_storage_cleared_under_the_page_is_filled_again() {
    let page = Page::with_four_risks();
    page.grid().set("3", "Risk", "Not lost");
    let (_, before) = page.frame().export();
    page.clear_storage();
    page.frame().message().wait_says("The browser’s storage was cleared. This register has been saved again.");
    page.grid().set("3", "Residual", "5x5");
    page.frame().undo();
    page.grid().wait_score("3", "Residual", "6");
    page.reload();
    page.grid().wait_text("3", "Risk", "Not lost");
    assert_eq!(page.frame().export().1, before);
    page.frame().to_registers();
    assert_eq!(page.registers().titles(), [TITLE]);
}

#[test]
fn what_was_removed_does_not_come_back_with_a_reload() {
    let page = Page::with_four_risks();
    page.grid().cell("4", "Risk").click();
    page.button("Delete").click();
    page.frame().message().wait_says("Risk 4 deleted.");
    page.grid().cell("3", "Risk").click();
    page.type_text("Given up");
    wait::for_("a draft", || page.stored().keys().any(|key| key.contains("/draft/")));
    page.press("Escape");
    wait::for_("no draft", || page.stored().keys().all(|key| !key.contains("/draft/")));
    let stored = page.stored();
    for _ in 0..2 {
        page.reload();
        page.grid().wait_text("3", "Risk", FIRE);
        assert_eq!(page.grid().numbers(), ["1", "2 (CR)", "3"]);
        assert_eq!(came_back(&stored, &page.stored()), Vec::<String>::new());
    }
}

/// Whether the browser would ask before the page goes away.
fn asks_before_leaving(page: &Page) -> bool {
    let asked = "return !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))";
    page.run(asked, &[]) == serde_json::json!(true)
}

#[test]
fn changes_that_are_nowhere_else_are_listed_warned_of_and_saved_when_there_is_room() {
    let page = refusing("QuotaExceededError");
    page.registers().make("Only here");
    page.frame().decline_name();
    assert!(asks_before_leaving(&page));
    page.frame().to_registers();
    wait::equal("the list", vec!["Only here".to_owned()], || page.registers().titles());
    page.registers().open("Only here");
    page.frame().to_registers();
    page.run("window.allowed = true", &[]);
    page.frame().message().wait_says("Everything is saved again.");
    wait::equal("the list", vec!["Only here".to_owned()], || page.registers().titles());
    assert!(!asks_before_leaving(&page));
    page.reload();
    wait::equal("the list", vec!["Only here".to_owned()], || page.registers().titles());
}

#[test]
fn the_settings_say_how_much_of_the_storage_each_register_takes() {
    let page = Page::with_four_risks();
    page.frame().wait_saved();
    let id = page.hash().split('/').nth(2).unwrap_or_default().to_owned();
    page.frame().to_settings();
    let own = |key: &str| key.contains(&format!("/r/{id}/"));
    let units = |text: &str| text.encode_utf16().count();
    let taken: usize =
        page.stored().iter().filter(|(key, _)| own(key)).map(|(key, value)| units(key) + units(value)).sum();
    let taken = format!("{},{:03}", taken / 1000, taken % 1000);
    // Not among the daily copies, where the register may have a row too by now.
    let section = page.region("Storage");
    section.role("row", has(TITLE)).wait_says(&taken);
    section.text(has("of about 5.2 million characters")).wait();
}

#[test]
fn the_browser_is_asked_to_keep_what_is_stored() {
    let page = Page::unopened();
    page.before_load(
        "const answer = async () => window.agrees ?? false;
         const asked = async () => { window.asked = (window.asked ?? 0) + 1; return answer(); };
         Object.defineProperty(navigator.storage, 'persist', { value: asked });
         Object.defineProperty(navigator.storage, 'persisted', { value: answer });",
    );
    page.visit("");
    page.bring_in(&fixture("four-risks.heatgrid.json"));
    let asked = || page.run("return window.asked ?? 0", &[]);
    // Not for looking; with the first change, and then no more.
    assert_eq!(asked(), 0);
    page.grid().set("3", "Owner", "Head of IT");
    wait::equal("how often it was asked", serde_json::json!(1), asked);
    page.grid().set("1", "Owner", "Head of IT");
    page.frame().to_settings();
    let section = page.region("Storage");
    section.wait_says("may delete your registers when the disk gets full");
    section.button("Ask the browser to keep them").click();
    section.wait_says("It did not agree.");
    assert_eq!(asked(), 2);
    page.run("window.agrees = true", &[]);
    section.button("Ask the browser to keep them").click();
    section.wait_says("The browser keeps your registers until you delete them.");
    assert!(
        !section.button("Ask the browser to keep them").is_there() && !section.text(has("did not agree")).is_there()
    );
}
