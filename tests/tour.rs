//! The guided tour, the menu and the views on a phone.

use std::collections::BTreeSet;

use browser_tests::{Page, fixture, has, wait};

fn opened() -> Page {
    let page = Page::open();
    page.registers().wait();
    page.registers().choose_files(&[&fixture("four-risks.heatgrid.json")]);
    page.import().go();
    page.grid().wait();
    page
}

#[test]
fn the_tour_is_offered_once_and_can_be_declined() {
    let page = opened();
    page.button("Take a two-minute tour").wait();
    assert!(!page.button("Not now").is_there(), "two questions at once");
    page.button("No thanks").click();
    page.button("Take a two-minute tour").wait_gone();
    page.button("Not now").click();
    page.reload();
    page.grid().wait();
    page.css("header .saved").wait();
    assert!(!page.button("Take a two-minute tour").is_there());
}

#[test]
fn the_tour_shows_six_things_and_goes_back() {
    let page = opened();
    page.button("Take a two-minute tour").click();
    let about = ["nav.views", "[role=gridcell] .text", ".pill", ".filter-line", ".saved", ".menu.export summary"];
    let mut texts = BTreeSet::new();
    for (step, about) in (1..).zip(about) {
        page.tour().wait_step(step);
        texts.insert(page.tour().note().css("#tour-text").read());
        wait::for_(&format!("a ring around {about}"), || page.tour().is_about(about));
        if step == 3 {
            page.tour().note().button("Back").click();
            page.tour().wait_step(2);
            page.tour().next();
            page.tour().wait_step(3);
        }
        page.tour().next();
    }
    page.tour().wait_gone();
    assert_eq!(texts.len(), 6, "{texts:?}");
    // It is not offered again; the name is asked for instead.
    page.button("Not now").wait();
}

#[test]
fn the_tour_keeps_nobody_from_working_and_ends_with_escape() {
    let page = opened();
    page.button("Take a two-minute tour").focus();
    page.press("Enter");
    page.tour().wait_step(1);
    page.press("Tab");
    page.press("Enter");
    page.tour().wait_step(2);
    // The page beside it can be used.
    page.grid().set("4", "Owner", "Head of IT");
    page.grid().wait_text("4", "Owner", "Head of IT");
    page.tour().note().button("Back").focus();
    page.press("Escape");
    page.tour().wait_gone();
    wait::for_("the focus on the page", || page.run("return document.activeElement !== document.body", &[]) == true);
}

#[test]
fn the_tour_is_taken_again_from_help_and_works_on_a_phone() {
    let page = opened();
    page.frame().decline_name();
    page.resize(390, 844);
    page.frame().choose("Help");
    page.heading("Help").wait();
    page.button("Take the tour").click();
    for step in 1..=6 {
        page.tour().wait_step(step);
        wait::for_("the note within the window", || {
            page.run(
                "const it = document.querySelector('.tour').getBoundingClientRect();
                 return it.left >= 0 && it.top >= 0 && it.right <= innerWidth && it.bottom <= innerHeight",
                &[],
            ) == true
        });
        page.tour().next();
    }
    page.tour().wait_gone();
}

#[test]
fn on_a_phone_the_views_stand_below_and_the_rest_in_a_menu() {
    let page = opened();
    page.frame().decline_name();
    page.resize(390, 844);
    let at_the_bottom = "return document.querySelector('nav.views').getBoundingClientRect().bottom === innerHeight";
    assert_eq!(page.run(at_the_bottom, &[]), true);
    let small = "return [...document.querySelectorAll('header :is(a, button, summary)')]
        .filter((it) => it.checkVisibility())
        .filter((it) => { const box = it.getBoundingClientRect(); return box.width < 24 || box.height < 24 })
        .map((it) => it.innerText).join()";
    assert_eq!(page.run(small, &[]), "", "too small to be touched");
    let views = page.role("navigation", "Views");
    assert!(views.link("Heat map").is_there() && !views.link("History").is_there());
    for view in ["Heat map", "Criteria", "History", "Cards", "Grid"] {
        page.frame().go(view);
    }
    page.frame().open_menu();
    for entry in ["Export register (JSON)", "Import", "Settings"] {
        page.frame().menu().button(entry).wait();
    }
    page.press("Escape");
    wait::for_("the menu is closed", || page.frame().menu().property("open") == false);
    assert!(page.css("header .menu.main summary").has_focus());
}

#[test]
fn help_has_the_keys_the_terms_and_where_the_data_lives() {
    let page = Page::open();
    page.registers().wait();
    page.link("Help").click();
    page.heading("Help").wait();
    for part in ["Keys", "Terms", "Where your registers live", "Moving a register", "When the storage is full"] {
        page.region(part).wait();
    }
    let keys = page.region("Keys");
    keys.role("table", "In the grid").row(has("Begin to type")).wait();
    keys.role("table", "Risks").row("N Alt N Add risk: adds a risk at the end and begins with its title").wait();
    page.region("Terms").css("dt").text("Critical success factor").wait();
    // A link down the page moves the focus and leaves the address alone.
    page.role("navigation", "On this page").link("Terms").click();
    wait::for_("the focus on the heading", || page.heading("Terms").has_focus());
    assert_eq!(page.hash(), "#/help");
    let pdf = page.print();
    assert!(pdf.starts_with(b"%PDF") && pdf.len() > 10_000, "{} bytes", pdf.len());
}
