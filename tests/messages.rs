//! What the page says: what happened and how to take it back, what is wrong in a form, what takes a while.

use browser_tests::known::TITLE;
use browser_tests::{Page, has, wait};
use register::{Register, Risk, presets};

#[test]
fn several_messages_in_a_row_lose_no_undo() {
    let page = Page::with_four_risks();
    page.frame().message().wait_says("Imported");
    let delete = |number: &str| {
        page.grid().cell(number, "Risk").click();
        page.button("Delete").click();
        page.frame().message().wait_says(&format!("Risk {number} deleted."));
    };
    delete("1");
    // An import is no longer taken back once its register has been worked on.
    assert_eq!(page.frame().messages(), ["Risk 1 deleted."]);
    delete("3");
    // A message that has nothing to take back does not push the others away.
    page.frame().export();
    wait::equal("the messages", 2, || page.frame().messages().len());
    page.button("Undo").nth(1).click();
    page.grid().cell("3", "Risk").wait();
    // Now the first deletion is the last change again.
    wait::for_("the first message", || page.frame().messages().contains(&"Risk 1 deleted.".to_owned()));
    page.button("Undo").nth(1).click();
    page.grid().cell("1", "Risk").wait();
    assert_eq!(page.grid().numbers().len(), 4);
}

#[test]
fn undo_beside_a_message_takes_back_nothing_else() {
    let page = Page::with_four_risks();
    page.grid().cell("1", "Risk").click();
    page.button("Delete").click();
    page.frame().message().wait_says("Risk 1 deleted.");
    page.grid().set("3", "Owner", "Head of IT");
    // The deletion is no longer the last change.
    wait::for_("no Undo beside it", || page.frame().messages().is_empty());
    page.frame().undo();
    page.frame().message().wait();
    page.button("Undo").nth(1).click();
    page.grid().cell("1", "Risk").wait();
}

#[test]
fn an_import_is_not_taken_back_twice_once_its_register_is_in_the_bin() {
    let page = Page::with_four_risks();
    page.frame().message().wait_says("Imported");
    page.frame().to_registers();
    page.registers().button("Delete", TITLE).click();
    wait::equal("the messages", vec![format!("“{TITLE}” is in the bin.")], || page.frame().messages());
}

#[test]
fn escape_takes_a_message_away() {
    let page = Page::with_four_risks();
    page.frame().export();
    page.frame().message().wait_says("Exported as");
    page.css("main").focus();
    // The newest first, then what the import had told.
    page.press("Escape");
    page.frame().message().wait_says("Imported");
    page.press("Escape");
    page.frame().message().wait_gone();
}

#[test]
fn a_form_with_something_wrong_says_so_at_its_top_and_leads_to_the_field() {
    let page = Page::open();
    page.registers().wait();
    page.button("New register").click();
    let dialog = page.dialog("New register");
    dialog.wait();
    page.press("Enter");
    let summary = dialog.alert(has("There is a problem"));
    summary.wait();
    wait::for_("the focus on the summary", || summary.has_focus());
    assert_eq!(page.run("return document.title", &[]), "Error: Heatgrid");
    let field = dialog.textbox("Title");
    assert_eq!(field.attribute("aria-invalid").as_deref(), Some("true"));
    let described = "const it = document.getElementById('register-title');
        return document.getElementById(it.getAttribute('aria-describedby')).textContent";
    assert_eq!(page.run(described, &[]), "Error: Enter a title, such as Corporate risks 2026.");
    summary.link("Enter a title, such as Corporate risks 2026.").click();
    wait::for_("the focus in the field", || field.has_focus());
    page.type_text("Corporate");
    page.press("Enter");
    page.grid().wait();
    wait::equal("the page’s title", "Corporate – Heatgrid".to_owned(), || {
        page.run("return document.title", &[]).as_str().unwrap_or_default().to_owned()
    });
}

#[test]
fn files_of_which_nothing_can_be_made_stand_in_one_summary() {
    let page = Page::open();
    page.registers().wait();
    let (one, two) = (page.file("one.json", b""), page.file("two.json", b"[1, 2]"));
    page.registers().choose_files(&[&one, &two]);
    let summary = page.import().dialog().alert(has("There is a problem"));
    wait::equal("the lines", 2, || summary.css("li").count());
    summary.link(browser_tests::starts("two.json:")).click();
    wait::for_("the focus on the file", || page.import().file("two.json").has_focus());
    assert_eq!(page.run("return document.title", &[]), "Error: Heatgrid");
    page.import().cancel();
    wait::for_("the page’s title", || page.run("return document.title", &[]) == "Heatgrid");
}

/// Notes whatever the page says while something takes a while, also where that is gone again in no time.
const NOTE_BUSY: &str = "
    window.said = [];
    new MutationObserver(() => {
        const busy = document.querySelector('.busy[role=status]');
        const bar = busy?.querySelector('progress');
        if (bar && !window.said.includes(busy.innerText.trim())) window.said.push(busy.innerText.trim());
    }).observe(document.body, {childList: true, subtree: true})";

#[test]
fn what_takes_a_while_is_said_before_it_begins() {
    let page = Page::open();
    page.registers().wait();
    let risk = |number: u32| Risk {
        id: register::Id(format!("r{number}")),
        number: number.to_string(),
        title: format!("Risk number {number}"),
        ..Risk::default()
    };
    let register = Register {
        title: "Many".to_owned(),
        criteria: presets::five_by_five(),
        risks: (1..=600).map(risk).collect(),
        ..Register::default()
    };
    let file = page.file("many.json", exchange::write(&[register]).as_ref());
    page.run(NOTE_BUSY, &[]);
    page.registers().choose_files(&[&file]);
    page.import().go();
    page.grid().wait();
    page.frame().decline_name();
    page.frame().export();
    wait::equal("what was said", serde_json::json!(["Storing “Many”…", "Writing the file…"]), || {
        page.run("return window.said", &[])
    });
    page.reload();
    page.grid().wait();
    page.frame().to_registers();
    page.run(NOTE_BUSY, &[]);
    page.registers().make("Another");
    page.frame().to_registers();
    page.registers().open("Many");
    wait::equal("what was said", serde_json::json!(["Opening “Many”…"]), || page.run("return window.said", &[]));
    assert!(!page.css(".busy").is_there());
}
