//! Files with a password: saved, opened, and what is said of a wrong password and of a changed file.

use browser_tests::known::{FIRE, FOUR_RISKS, TITLE, register_in, register_of};
use browser_tests::{Page, Rules, fixture, has, wait};
use serde_json::Value;

const SECRET: &str = "river anvil tülip";

/// Saves the open register with a password.
fn lock(page: &Page) -> (String, Vec<u8>) {
    page.css(".menu.export summary").click();
    page.button("Export with a password…").click();
    let dialog = page.dialog("Export with a password");
    dialog.css("#file-password").fill(SECRET);
    dialog.css("#file-password-again").fill(SECRET);
    let file = page.download(|| dialog.button("Save file").click());
    dialog.wait_gone();
    file
}

/// Types a password for a file in the preview.
fn try_password(page: &Page, file: &str, password: &str) {
    let part = page.import().file(file);
    part.css("input:is([type=password], [type=text])").fill(password);
    part.button("Open").click();
}

#[test]
fn a_file_with_a_password_opens_with_it_and_says_nothing_without() {
    let page = Page::with_four_risks();
    let (name, bytes) = lock(&page);
    assert!(name.starts_with(&format!("{TITLE} with password")) && name.ends_with(".heatgrid.json"), "{name}");
    let text = String::from_utf8(bytes.clone()).expect("JSON");
    assert!(!text.contains(FIRE) && !text.contains(SECRET) && text.contains("heatgrid-locked"));
    let original = page.frame().export().1;
    page.frame().to_registers();
    page.registers().button("Delete", TITLE).click();
    let file = page.file(&name, &bytes);
    page.registers().choose_files(&[&file]);
    // A wrong password is told as such and can be tried again.
    try_password(&page, &name, "river anvil tulip");
    page.import().file(&name).css(".error").wait_says("This is not the password of this file.");
    page.import().file(&name).css("input[type=checkbox]").click();
    // The ü as another keyboard makes it: a u, then the dots.
    try_password(&page, &name, "river anvil tu\u{308}lip");
    page.import().file(&name).wait_says("4 risks, 3 controls, 3 actions");
    page.import().go();
    page.grid().wait_text("3", "Risk", FIRE);
    let (mut opened, mut written) = (register_of(&page.frame().export().1), register_of(&original));
    // The one before it is in the bin and keeps its id.
    (opened.id, written.id) = Default::default();
    assert_eq!(opened, written);
}

#[test]
fn a_file_that_was_changed_is_not_opened() {
    let page = Page::with_four_risks();
    let (name, bytes) = lock(&page);
    let mut file: Value = serde_json::from_slice(&bytes).expect("JSON");
    let data = file["data"].as_str().expect("the encrypted bytes").to_owned();
    let other = if data.as_bytes()[40] == b'A' { "B" } else { "A" };
    file["data"] = format!("{}{other}{}", &data[..40], &data[41..]).into();
    let path = page.file(&name, file.to_string().as_bytes());
    page.frame().to_registers();
    page.registers().choose_files(&[&path]);
    try_password(&page, &name, SECRET);
    page.import().file(&name).css(".error").wait_says("has been changed or damaged since it was saved");
    // One that no password can open any more is told at once.
    file["key"]["rounds"] = 0.into();
    let path = page.file("cut.heatgrid.json", file.to_string().as_bytes());
    page.import().cancel();
    page.registers().choose_files(&[&path]);
    assert!(page.import().refusal("cut.heatgrid.json").contains("so no password opens it"));
}

#[test]
fn a_new_password_is_long_enough_and_typed_twice() {
    let page = Page::with_file(&fixture(FOUR_RISKS));
    page.grid().cell("1", "Risk").click();
    page.palette().run("Export with a password");
    let dialog = page.dialog("Export with a password");
    dialog.css("#file-password").fill("short");
    page.press("Enter");
    dialog.alert(has("There is a problem")).wait_says("at least 8 characters");
    dialog.css("#file-password").fill(SECRET);
    dialog.css("#file-password-again").fill("something else");
    page.press("Enter");
    dialog.alert(has("There is a problem")).wait_says("The two are different.");
    dialog.link(has("The two are different.")).click();
    wait::for_("the field", || dialog.css("#file-password-again:focus").is_there());
    page.check_accessible("the dialog for a password", Rules::Best);
    page.press("Escape");
    dialog.wait_gone();
    assert_eq!(register_of(&page.frame().export().1).risks.len(), register_in(&fixture(FOUR_RISKS)).risks.len());
}
