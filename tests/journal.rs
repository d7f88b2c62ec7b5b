//! The journal beside local storage: what a browser has lost is put back before the page reads it, and never later.

use browser_tests::{Page, wait};
use serde_json::json;

/// A page with a register that is in the journal too, left again.
fn with_a_register() -> Page {
    let page = Page::open();
    page.registers().make("In the journal");
    page.grid().wait();
    page.frame().wait_saved();
    settled(&page);
    page.leave();
    page
}

/// Waits until all that was written is in the journal.
fn settled(page: &Page) {
    wait::for_("the journal", || page.run("return heatgridJournal.busy()", &[]) == json!(false));
}

#[test]
fn what_local_storage_has_lost_is_put_back() {
    let page = with_a_register();
    // As after a power cut: the disk never heard of it.
    page.before_load("localStorage.clear()");
    page.visit("");
    page.registers().open("In the journal");
    page.grid().wait();
    assert_eq!(page.frame().title(), "In the journal");
}

#[test]
fn a_journal_that_answers_too_late_changes_nothing_under_the_page() {
    let page = with_a_register();
    page.before_load(
        "localStorage.clear();
         // Patience ends at once, and the journal opens when the test says so.
         const later = window.setTimeout;
         window.setTimeout = (work, delay, ...rest) => later(work, delay >= 10000 ? 0 : delay, ...rest);
         const open = IDBFactory.prototype.open;
         IDBFactory.prototype.open = function (...names) {
             const request = open.apply(this, names);
             const slow = { get result() { return request.result }, get error() { return request.error } };
             request.onsuccess = () => { window.answer = () => { slow.onsuccess(); window.answered = true } };
             return slow;
         };",
    );
    page.visit("");
    page.registers().wait();
    wait::for_("the journal to be open", || page.run("return typeof window.answer === 'function'", &[]) == json!(true));
    page.run("window.answer()", &[]);
    // A key that is written and settled after the answer comes after all that the answer could have done.
    page.registers().make("Afterwards");
    page.grid().wait();
    settled(&page);
    page.frame().to_registers();
    assert_eq!(page.registers().titles(), ["Afterwards"]);
    assert!(!page.stored().values().any(|value| value.contains("In the journal")));
}

#[test]
fn older_values_and_keys_that_were_removed_are_brought_up_to_date() {
    let page = Page::unopened();
    page.with_deeds();
    page.visit("");
    page.registers().make("Young");
    page.do_all("for (const title of ['One', 'Two', 'Three']) await deeds.add(title); await deeds.saved()", &[]);
    let (hash, old) = (page.hash(), page.stored());
    assert!(old.keys().all(|key| !key.ends_with("/done")), "there is a checkpoint already");
    // The first checkpoint comes with these: a key that is new, and says that the others hold all up to there.
    let after = page.do_all(
        "await deeds.edit(1, 'Owner', 'Early');
         for (let step = 1; step <= 40; step += 1) await deeds.edit(2, 'Risk', `Title ${step}`);
         await deeds.use(0, 'Delete');
         await deeds.saved();
         return deeds.state()",
        &[],
    );
    settled(&page);
    page.leave();
    // As after a power cut: the disk has heard of nothing since.
    page.before_load(&format!(
        "localStorage.clear(); for (const [key, value] of Object.entries({})) localStorage.setItem(key, value)",
        json!(old)
    ));
    page.visit(&hash);
    page.grid().wait_text("3", "Risk", "Title 40");
    assert_eq!(page.do_all("await deeds.saved(); return deeds.state()", &[]), after);
}

#[test]
fn a_journal_that_is_behind_puts_nothing_old_back() {
    let page = with_a_register();
    page.before_load(
        "IDBDatabase.prototype.transaction = new Proxy(IDBDatabase.prototype.transaction, {
             apply(open, db, given) {
                 if (window.stuck && given[1] === 'readwrite') throw new DOMException('refused by the test');
                 return Reflect.apply(open, db, given);
             },
         })",
    );
    page.visit("");
    page.registers().open("In the journal");
    page.run("window.stuck = true", &[]);
    page.button("Add the first risk").click();
    page.type_text("Newer than the journal");
    page.press("Enter");
    page.grid().wait_text("1", "Risk", "Newer than the journal");
    page.reload();
    page.grid().wait_text("1", "Risk", "Newer than the journal");
}
