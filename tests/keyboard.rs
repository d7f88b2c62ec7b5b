//! A register made, filled, scored and exported by somebody who has no mouse.

use browser_tests::known::register_of;
use browser_tests::{Page, starts, wait};

/// Presses Tab until something with this name has the focus.
#[track_caller]
fn tab_to(page: &Page, name: &str) {
    let mut seen = Vec::new();
    for _ in 0..80 {
        page.press("Tab");
        let focused = focused_name(page);
        if focused.starts_with(name) {
            return;
        }
        seen.push(focused);
    }
    panic!("Tab does not lead to “{name}”, but over {seen:?}");
}

fn focused_name(page: &Page) -> String {
    let script = "const it = document.activeElement; return (it.getAttribute('aria-label') \
        ?? it.labels?.[0]?.innerText ?? it.innerText ?? '').trim()";
    page.run(script, &[]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_register_is_made_scored_and_exported_without_a_mouse() {
    let page = Page::open();
    page.registers().wait();
    // A register.
    tab_to(&page, "New register");
    page.press("Enter");
    page.dialog("New register").wait();
    wait::equal("the focus", "Title".to_owned(), || focused_name(&page));
    page.type_text("By keyboard");
    page.press("Enter");
    page.grid().wait();
    // A risk, typed on the grid.
    tab_to(&page, "Add the first risk");
    page.press("Enter");
    wait::for_("the editor", || page.grid().editor().is_there());
    page.type_text("No mouse is at hand");
    page.press("Enter");
    page.grid().wait_text("1", "Risk", "No mouse is at hand");
    // Its score, with the arrows on the card.
    page.press("Control+Enter");
    page.card().wait("No mouse is at hand");
    tab_to(&page, "Likelihood 1 Very rare, Impact 1 Negligible");
    page.press_times(3, "ArrowUp");
    page.press_times(2, "ArrowRight");
    page.press("Enter");
    wait::for_("the score", || page.card().score("Inherent").starts_with("12 "));
    // A control and an action.
    tab_to(&page, "Add control");
    page.press("Enter");
    wait::equal("the focus", "Title".to_owned(), || focused_name(&page));
    page.type_text("A spare mouse");
    tab_to(&page, "Add action");
    page.press("Enter");
    wait::equal("the focus", "Title".to_owned(), || focused_name(&page));
    page.type_text("Buy one");
    page.press("Tab");
    page.press("Tab");
    page.type_text("Head of IT");
    page.press("Tab");
    page.frame().wait_saved();
    // The file.
    page.run("document.querySelector('.skip').focus()", &[]);
    tab_to(&page, "Export");
    page.press("Enter");
    page.press("Tab");
    assert_eq!(focused_name(&page), "Export register (JSON)");
    let (_, file) = page.download(|| page.press("Enter"));
    let register = register_of(&file);
    let risk = &register.risks[0];
    assert_eq!((register.title.as_str(), risk.title.as_str()), ("By keyboard", "No mouse is at hand"));
    assert_eq!((risk.inherent.likelihood, risk.inherent.impact), (Some(4), Some(3)));
    assert_eq!(risk.controls[0].title, "A spare mouse");
    assert_eq!(
        (risk.actions[0].title.as_str(), risk.actions[0].owners.clone()),
        ("Buy one", vec!["Head of IT".to_owned()])
    );
}

#[test]
fn the_grid_is_one_stop_of_tab() {
    let page = Page::with_four_risks();
    page.grid().cell("2 (CR)", "Owner").click();
    let in_grid = || page.run("return !!document.activeElement.closest('[role=gridcell]')", &[]) == true;
    assert!(in_grid());
    page.press("Tab");
    assert!(!in_grid(), "{}", page.focused());
    page.press("Shift+Tab");
    assert!(in_grid(), "{}", page.focused());
    page.grid().wait_focus("2 (CR)", "Owner");
}

#[test]
fn a_link_skips_to_the_content() {
    let page = Page::with_four_risks();
    page.reload();
    page.grid().wait();
    page.press("Tab");
    assert_eq!(focused_name(&page), "Skip to the content");
    let hash = page.hash();
    page.press("Enter");
    assert_eq!(page.run("return document.activeElement.id", &[]), "main");
    assert_eq!(page.hash(), hash);
}

#[test]
fn escape_closes_a_dialog_and_gives_the_focus_back() {
    let page = Page::with_four_risks();
    page.frame().to_registers();
    page.button("Rename Services to children 2031").focus();
    page.press("Enter");
    page.dialog("Rename register").wait();
    page.press("Escape");
    page.dialog("Rename register").wait_gone();
    wait::equal("the focus", "Rename Services to children 2031".to_owned(), || focused_name(&page));
}

#[test]
fn the_focus_stays_on_the_page_when_what_had_it_goes() {
    let page = Page::open();
    page.button(starts("Corporate risks 2021")).focus();
    page.press("Enter");
    page.grid().wait();
    wait::for_("the focus on the content", || page.css("#main").has_focus());
    page.button("Not now").focus();
    page.press("Enter");
    wait::for_("the focus on the content", || page.css("#main").has_focus());
}
