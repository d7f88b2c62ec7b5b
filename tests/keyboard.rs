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

/// What is put into the register: the title, steps up and to the right on the matrix, a control, an action.
const RISKS: [(&str, (usize, usize), &str, &str); 3] = [
    ("No mouse is at hand", (3, 2), "A spare mouse", "Buy one"),
    ("The flood reaches the archive", (1, 4), "Shelves on the first floor", "Move the last boxes"),
    ("Nobody reads the register", (4, 4), "A paper for each committee", "Publish the heat map"),
];

#[test]
fn a_register_of_three_risks_is_made_scored_filtered_and_exported_without_a_mouse() {
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
    // Its risks, typed on the grid.
    for (place, (title, ..)) in RISKS.into_iter().enumerate() {
        if place == 0 {
            tab_to(&page, "Add the first risk");
            page.press("Enter");
        } else {
            page.press("Alt+n");
        }
        wait::for_("the editor", || page.grid().editor().is_there());
        page.type_text(title);
        page.press("Enter");
        page.grid().wait_text(&(place + 1).to_string(), "Risk", title);
    }
    // On the cards the scores, with the arrows on the matrix; a control and an action of each.
    page.palette().run(RISKS[0].0);
    for (place, (title, (up, right), control, action)) in RISKS.into_iter().enumerate() {
        if place > 0 {
            page.press("Alt+PageDown");
        }
        page.card().wait(title);
        fill_card(&page, (up, right), control, action);
    }
    // What the filter shows, then all of it.
    page.press("Alt+1");
    page.grid().wait();
    tab_to(&page, "Find in this register");
    page.type_text("flood");
    wait::equal("the risk that the filter shows", vec!["2".to_owned()], || page.grid().numbers());
    let (_, filtered) = page.download(|| page.palette().run("Export what the filter shows"));
    assert_eq!(register_of(&filtered).risks.len(), 1);
    let (_, file) = page.download(|| page.palette().run("Export register"));
    let register = register_of(&file);
    assert_eq!((register.title.as_str(), register.risks.len()), ("By keyboard", 3));
    for (risk, (title, (up, right), control, action)) in register.risks.iter().zip(RISKS) {
        let level = |steps: usize| u8::try_from(steps + 1).ok();
        assert_eq!(risk.title, title);
        assert_eq!((risk.inherent.likelihood, risk.inherent.impact), (level(up), level(right)), "{title}");
        assert_eq!(risk.controls[0].title, control);
        let (named, owners) = (&risk.actions[0].title, &risk.actions[0].owners);
        assert_eq!((named.as_str(), owners.as_slice()), (action, &["Head of IT".to_owned()][..]));
    }
}

/// Fills the card of a risk that is blank but for its title.
#[track_caller]
fn fill_card(page: &Page, (up, right): (usize, usize), control: &str, action: &str) {
    tab_to(page, "Likelihood 1 Very rare, Impact 1 Negligible");
    page.press_times(up, "ArrowUp");
    page.press_times(right, "ArrowRight");
    page.press("Enter");
    let score = format!("{} ", (up + 1) * (right + 1));
    wait::for_("the score", || page.card().score("Inherent").starts_with(&score));
    tab_to(page, "Add control");
    page.press("Enter");
    wait::equal("the focus", "Title".to_owned(), || focused_name(page));
    page.type_text(control);
    tab_to(page, "Add action");
    page.press("Enter");
    wait::equal("the focus", "Title".to_owned(), || focused_name(page));
    page.type_text(action);
    page.press("Tab");
    page.press("Tab");
    page.type_text("Head of IT");
    page.press("Tab");
    page.frame().wait_saved();
}

#[test]
fn the_export_menu_is_used_without_a_mouse() {
    let page = Page::with_four_risks();
    page.run("document.querySelector('.skip').focus()", &[]);
    tab_to(&page, "Export");
    page.press("Enter");
    tab_to(&page, "Export register (JSON)");
    let (_, file) = page.download(|| page.press("Enter"));
    assert_eq!(register_of(&file).risks.len(), 4);
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
    page.button("No thanks").focus();
    page.press("Enter");
    wait::for_("the focus on the content", || page.css("#main").has_focus());
    page.button("Not now").focus();
    page.press("Enter");
    wait::for_("the focus on the content", || page.css("#main").has_focus());
}
