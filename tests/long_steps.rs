//! What takes a while, with thousands of risks: the page says so, and hears the user meanwhile.

use browser_tests::{Page, has, wait};
use serde_json::{Value, json};

/// How many risks the register has.
const RISKS: usize = 3_000;

/// Counts what is read of and written to the risks, and goes to the address `window.goal` after the thousandth: as a user
/// would who does not want to wait. `window.left` is the count at which the page had heard it.
const WATCH: &str = "
    window.count = 0;
    const watch = (name) => {
        const before = Storage.prototype[name];
        Storage.prototype[name] = function (key, ...rest) {
            if (key.includes('/risk/') && ++window.count === 1000 && window.goal) location.hash = window.goal;
            return before.call(this, key, ...rest);
        };
    };
    watch('setItem');
    watch('getItem');
    addEventListener('hashchange', () => { if (location.hash === window.goal) window.left = window.count; });";

fn watched() -> Page {
    let page = Page::unopened();
    page.before_load(WATCH);
    page.visit("");
    page.registers().wait();
    page
}

/// The file of the register.
fn choose(page: &Page) {
    let register = register::Register { title: "Many".to_owned(), ..register::generate::compact(7, RISKS) };
    let file = page.file("many.heatgrid.json", &exchange::write(&[register]));
    page.registers().choose_files(&[&file]);
    page.import().file("many.heatgrid.json").wait_says("risks");
}

/// The page with the register open.
fn open() -> Page {
    let page = watched();
    choose(&page);
    page.import().go();
    page.grid().wait();
    page
}

/// Begins to count, and goes to an address in the middle of what comes.
fn leave_to(page: &Page, goal: &str) {
    page.run("window.count = 0; delete window.left; window.goal = arguments[0]", &[Value::from(goal)]);
}

/// How many risks were read or written when the page had heard the user, and in the end.
#[track_caller]
fn counts(page: &Page) -> (u64, u64) {
    wait::for_("the page to hear it", || page.run("return window.left ?? 0", &[]) != 0);
    let counts = page.run("return [window.left, window.count]", &[]);
    (counts[0].as_u64().unwrap_or_default(), counts[1].as_u64().unwrap_or_default())
}

#[test]
fn the_user_may_go_elsewhere_while_a_register_is_stored() {
    let page = watched();
    choose(&page);
    leave_to(&page, "#/help");
    page.import().go();
    page.heading("Help").wait();
    page.frame().message().wait_says("Imported “Many” with 3000 risks.");
    let (left, all) = counts(&page);
    assert!(left < 2_000 && all >= RISKS as u64, "heard after {left} of {all}");
    // The place stays, and the register is there.
    assert_eq!(page.hash(), "#/help");
    page.frame().to_registers();
    assert_eq!(page.registers().titles(), ["Many"]);
    page.registers().open("Many");
    page.grid().wait();
    wait::equal("the number of risks", "3000".to_owned(), || {
        page.frame().summary().split(' ').next().unwrap_or_default().to_owned()
    });
}

#[test]
fn a_register_that_is_being_opened_is_given_up_when_the_user_leaves() {
    let page = open();
    page.visit("#/");
    page.reload();
    page.registers().wait();
    // The parts are there, so that nothing but the register is waited for.
    page.press("Tab");
    page.whole_program();
    let stored = page.stored_registers();
    leave_to(&page, "#/settings");
    page.link("Many").click();
    page.heading("Settings").wait();
    let (left, _) = counts(&page);
    assert!(left < 2_000, "heard after {left}");
    wait::for_("no step under way", || !page.css(".busy").is_there());
    assert_eq!(page.stored_registers(), stored);
    page.frame().to_registers();
    page.run("window.goal = ''", &[]);
    page.registers().open("Many");
    page.grid().wait();
}

#[test]
fn the_page_asks_before_it_goes_while_a_register_is_stored() {
    let page = watched();
    choose(&page);
    // Asked in the middle: whether the page would let itself be closed.
    let ask = "addEventListener('hashchange', () => {
        window.asked = !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    })";
    page.run(ask, &[]);
    leave_to(&page, "#/help");
    page.import().go();
    page.frame().message().wait_says("Imported “Many” with 3000 risks.");
    assert_eq!(page.run("return window.asked", &[]), true);
    let after = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    assert_eq!(page.run(after, &[]), false);
}

#[test]
fn a_deed_on_thousands_of_rows_says_that_it_takes_a_while_and_is_one_step() {
    let page = open();
    let watch = "
        window.said = [];
        new MutationObserver(() => {
            const busy = document.querySelector('.busy[role=status]')?.innerText.trim();
            if (busy && window.said.at(-1) !== busy) window.said.push(busy);
        }).observe(document.body, { childList: true, subtree: true })";
    page.run(watch, &[]);
    let grid = page.grid();
    let first = grid.numbers()[0].clone();
    grid.cell(&first, "Owner").click();
    page.press("Control+Space");
    grid.bar().button("Set a field…").click();
    let dialog = page.dialog(has("Set a field of 3000 risks"));
    dialog.select("Field").choose("Owner");
    dialog.textbox("Value").fill("Head of Everything");
    page.press("Enter");
    page.frame().message().wait_says("set to “Head of Everything” in 3000 rows.");
    grid.wait_text(&first, "Owner", "Head of Everything");
    page.frame().undo();
    wait::for_("the owner as it was", || grid.text(&first, "Owner") != "Head of Everything");
    page.frame().redo();
    grid.wait_text(&first, "Owner", "Head of Everything");
    wait::equal("what was said", json!(["Making 3000 changes…", "Undoing…", "Doing it again…"]), || {
        page.run("return window.said", &[])
    });
    page.reload();
    page.grid().wait();
    grid.wait_text(&first, "Owner", "Head of Everything");
}

#[test]
fn the_user_is_heard_before_all_keys_of_a_deed_are_written() {
    let page = open();
    let grid = page.grid();
    let first = grid.numbers()[0].clone();
    grid.cell(&first, "Owner").click();
    page.press("Control+Space");
    grid.bar().button("Set a field…").click();
    let dialog = page.dialog(has("Set a field of 3000 risks"));
    dialog.select("Field").choose("Owner");
    dialog.textbox("Value").fill("Head of Everything");
    leave_to(&page, "#/help");
    page.press("Enter");
    page.heading("Help").wait();
    let (left, _) = counts(&page);
    // Each key is looked at before the change, and again before it is written.
    let all = 3 * RISKS as u64;
    assert!(left < all / 2, "heard after {left} of {all}");
    wait::for_("all keys", || {
        let owned = |(key, value): (&String, &String)| key.contains("/risk/") && value.contains("Head of Everything");
        page.stored_registers().iter().filter(|it| owned(*it)).count() == RISKS
    });
    page.reload();
    page.frame().to_registers();
    page.registers().open("Many");
    grid.wait_text(&first, "Owner", "Head of Everything");
}
