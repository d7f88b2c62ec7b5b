//! Stored values that cannot be read: put aside, offered as a file, and the rest opens.

use browser_tests::known::{FIRE, PAYROLL, TITLE};
use browser_tests::{Page, has, wait};

/// The key of a risk of the fixture.
fn key_of(page: &Page, risk: &str) -> String {
    let key = page.stored().into_keys().find(|key| key.ends_with(&format!("/risk/{risk}")));
    key.expect("the risk is not stored")
}

#[test]
fn a_damaged_risk_is_put_aside_and_the_rest_opens() {
    let page = Page::with_four_risks();
    page.grid().set("4", "Owner", "Head of Payroll");
    page.frame().wait_saved();
    let key = key_of(&page, "fire");
    let damaged = page.stored()[&key][..40].to_owned();
    page.leave();
    page.visit("#/settings");
    // Settings read every register: if they did so only now, they would find the damage and put it aside, and the
    // journal, which may not have heard of that yet, would bring the sound value back with the next load.
    page.settings().name().wait();
    page.store(&key, &damaged);
    page.visit("");
    page.registers().wait();
    page.registers().open(TITLE);
    page.grid().wait_text("4", "Risk", PAYROLL);
    page.grid().wait_text("4", "Owner", "Head of Payroll");
    assert_eq!(page.grid().numbers(), ["1", "2 (CR)", "4"]);
    page.frame().to_registers();
    page.text(has("One stored value could not be read and was put aside.")).nth(0).wait();
    page.link("Look at it in Settings").click();
    page.settings().aside().wait_says(TITLE);
    let (_, aside) = page.download(|| page.settings().aside().button(browser_tests::starts("Download")).click());
    assert_eq!(String::from_utf8_lossy(&aside), damaged);
    // It stays until the user deletes it.
    page.reload();
    page.settings().aside().button(browser_tests::starts("Delete")).click();
    page.dialog(has("Delete what was put aside")).button("Delete for good").click();
    page.settings().aside().wait_gone();
}

#[test]
fn a_damaged_head_costs_the_title_but_no_risk() {
    let page = Page::with_four_risks();
    let key = page.stored().into_keys().find(|key| key.ends_with("/head")).expect("no head");
    page.frame().to_registers();
    page.store(&key, "{\"v\":1,\"register\":");
    page.reload();
    wait::equal("the registers", vec!["Recovered register".to_owned()], || page.registers().titles());
    page.registers().open("Recovered register");
    page.grid().wait_text("3", "Risk", FIRE);
    assert_eq!(page.grid().numbers(), ["1", "2 (CR)", "3", "4"]);
    page.frame().to_settings();
    page.settings().aside().wait();
}

#[test]
fn damaged_settings_and_strangers_in_the_storage_do_no_harm() {
    let page = Page::with_four_risks();
    page.store("heatgrid/1/settings", "no json");
    page.store("heatgrid/1/r/x", "stray");
    page.store("heatgrid/1/r/lost/log/0000000001-t", "{\"v\":1}");
    page.store("something else", "of another page");
    page.reload();
    page.grid().wait_text("3", "Risk", FIRE);
    page.frame().decline_name();
    page.frame().to_registers();
    assert_eq!(page.registers().titles(), [TITLE]);
    assert_eq!(page.stored()["something else"], "of another page");
}

#[test]
fn a_register_of_a_newer_heatgrid_is_left_alone() {
    let page = Page::with_four_risks();
    let key = page.stored().into_keys().find(|key| key.ends_with("/head")).expect("no head");
    let newer = page.stored()[&key].replacen("\"v\":1", "\"v\":2", 1);
    page.frame().to_registers();
    page.store(&key, &newer);
    let stored = page.stored_registers();
    page.reload();
    wait::equal("the registers", vec!["A register of a newer Heatgrid".to_owned()], || page.registers().titles());
    page.text(has("Reload the page to get the newest Heatgrid")).nth(0).wait();
    assert_eq!(page.stored_registers(), stored);
}
