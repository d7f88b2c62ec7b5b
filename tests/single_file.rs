//! Heatgrid in one file: opened from a disk without a host, with a register in it or without.

use std::path::PathBuf;

use browser_tests::known::{FIRE, TITLE, register_of};
use browser_tests::{Page, dist, has, wait};

/// A browser with the file on its disk, as it comes from the build. The file is not opened yet.
fn on_disk() -> (Page, PathBuf) {
    let page = Page::unopened();
    let file = page.folder().join("heatgrid.html");
    std::fs::copy(dist().join("heatgrid.html"), &file).expect("the build makes the file");
    (page, file)
}

/// What is in the register, whatever its id.
fn content(file: &[u8]) -> register::Register {
    register::Register { id: "same".into(), ..register_of(file) }
}

#[test]
fn everything_works_in_a_page_that_lies_on_a_disk() {
    let (page, file) = on_disk();
    page.visit_file(&file);
    page.registers().wait();
    page.registers().open_sample("Corporate risks 2021");
    for view in ["Cards", "Heat map", "Criteria", "History", "Actions", "Controls", "Report", "Grid"] {
        page.frame().go(view);
    }
    page.grid().wait();
    page.frame().to_settings();
    page.frame().to_registers();
    page.registers().make("On a stick");
    page.frame().decline_name();
    page.button("Add the first risk").click();
    page.type_text("The stick is lost");
    page.press("Enter");
    page.frame().wait_saved();
    page.reload();
    page.grid().wait_text("1", "Risk", "The stick is lost");
    page.frame().to_registers();
    assert_eq!(page.registers().titles().len(), 2);
}

#[test]
fn a_register_travels_in_a_page_there_and_back() {
    let hosted = Page::with_four_risks();
    let before = hosted.frame().export().1;
    let (name, sent) = hosted.frame().export_page();
    assert!(name.starts_with(TITLE) && name.ends_with(".html"), "{name}");
    assert!(hosted.frame().messages().join(" ").contains("It holds Heatgrid and this register"));

    // A colleague, who has nothing but the file.
    let (colleague, _) = on_disk();
    let file = colleague.file(&name, &sent);
    colleague.visit_file(&file);
    colleague.grid().wait_text("3", "Risk", FIRE);
    colleague.frame().message().wait_says("came with this page");
    assert_eq!(content(&colleague.frame().export().1), content(&before));
    colleague.grid().set("3", "Risk", "Records are lost in a flood");
    colleague.frame().wait_saved();
    // Opened again, the page does not hide what was typed since.
    colleague.visit_file(&file);
    colleague.grid().wait_text("3", "Risk", "Records are lost in a flood");
    colleague.frame().message().wait_says("has changed here since this page was saved");
    let after = colleague.frame().export().1;
    let (_, returned) = colleague.frame().export_page();

    // The page that comes back is taken in like any other file.
    let file = hosted.file("returned.html", &returned);
    hosted.frame().to_registers();
    hosted.registers().choose_files(&[&file]);
    hosted.import().file("returned.html").wait_says("A register with this title and entity is here already");
    hosted.import().choose(TITLE, has("Replace the one here"));
    hosted.import().go();
    hosted.grid().wait_text("3", "Risk", "Records are lost in a flood");
    assert_eq!(content(&hosted.frame().export().1), content(&after));
}

#[test]
fn what_a_register_says_is_not_run_by_the_page_that_carries_it() {
    let hosted = Page::with_four_risks();
    let payload = "</script><script>window.ran = 1</script><img src=x onerror='window.ran = 2'>";
    hosted.grid().set("3", "Risk", payload);
    hosted.frame().wait_saved();
    let (name, sent) = hosted.frame().export_page();
    let (colleague, _) = on_disk();
    colleague.visit_file(&colleague.file(&name, &sent));
    colleague.grid().wait_text("3", "Risk", payload);
    assert_eq!(colleague.run("return window.ran ?? 0", &[]), 0);
    // And what somebody puts into the file is not run either.
    let text = String::from_utf8(sent).expect("a page");
    let forged = text.replacen("</head>", "<script>window.ran = 3</script></head>", 1);
    colleague.may_complain();
    colleague.visit_file(&colleague.file("forged.html", forged.as_bytes()));
    colleague.grid().wait_text("3", "Risk", payload);
    assert_eq!(colleague.run("return window.ran ?? 0", &[]), 0);
}

#[test]
fn where_both_have_changed_the_user_is_asked() {
    let (page, file) = on_disk();
    page.visit_file(&file);
    page.bring_in(&browser_tests::fixture(browser_tests::known::FOUR_RISKS));
    page.grid().wait();
    let (name, mine) = page.frame().export_page();
    page.grid().set("1", "Risk", "Changed here");
    page.frame().wait_saved();
    // Another page with the same register, changed elsewhere.
    let theirs = String::from_utf8(mine).expect("a page").replace(FIRE, "Changed there");
    let mark = theirs.split("data-mark=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a mark").to_owned();
    let theirs = page.file(&name, theirs.replace(&mark, "anothermark").as_bytes());
    page.visit_file(&theirs);
    page.import().file(&name).wait_says("is here already");
    page.import().choose(TITLE, has("Replace the one here"));
    page.import().go();
    page.grid().wait_text("3", "Risk", "Changed there");
    // Answered once and for all.
    page.visit_file(&theirs);
    page.grid().wait_text("3", "Risk", "Changed there");
    assert!(!page.import().dialog().is_there());
    page.frame().to_registers();
    wait::equal("the bin", vec![TITLE.to_owned()], || page.registers().in_bin());
}
