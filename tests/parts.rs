//! The program comes in parts: a first visit loads what it needs, the rest follows, and then the network may go.

use std::collections::BTreeSet;

use browser_tests::{Page, dist, has, parts, wait};

/// The files of a part that no part named in `but` needs.
fn only(part: &str, but: &[&str]) -> BTreeSet<String> {
    let parts = parts();
    let others: BTreeSet<&String> = but.iter().flat_map(|other| &parts[*other]).collect();
    parts[part].iter().filter(|file| !others.contains(file)).cloned().collect()
}

#[test]
fn a_first_visit_loads_the_list_and_no_other_part() {
    let page = Page::open();
    page.registers().wait();
    let fetched = page.fetched();
    assert!(parts()["list"].is_subset(&fetched), "{fetched:?}");
    for part in ["grid", "views", "more"] {
        let later = only(part, &["list"]);
        assert!(!later.is_empty() && later.is_disjoint(&fetched), "{part}: {fetched:?}");
    }
}

#[test]
fn a_link_to_a_register_does_not_load_the_list() {
    let page = Page::open();
    page.registers().make("Linked");
    page.grid().wait();
    page.whole_program();
    let address = page.hash();
    page.leave();
    page.fetched();
    page.visit(&address);
    page.grid().wait();
    let fetched = page.fetched();
    assert!(parts()["grid"].is_subset(&fetched), "{fetched:?}");
    for part in ["list", "views", "more"] {
        assert!(only(part, &["grid"]).is_disjoint(&fetched), "{part}: {fetched:?}");
    }
}

#[test]
fn once_the_user_has_done_anything_the_network_may_go() {
    let page = Page::open();
    page.registers().wait();
    page.press("Tab");
    page.whole_program();
    page.network(false);
    page.registers().make("Offline");
    page.frame().decline_name();
    page.button("Add the first risk").click();
    page.type_text("A risk");
    page.press("Enter");
    page.grid().set("1", "Residual", "3x3");
    page.frame().go("Cards");
    page.card().wait("A risk");
    page.frame().go("Heat map");
    wait::equal("the risk on the map", vec!["1".to_owned()], || page.heat_map().numbers(3, 3));
    page.frame().go("Criteria");
    page.criteria().part("Bands").wait();
    page.frame().go("History");
    wait::for_("the history", || !page.history().changes().is_empty());
    page.frame().to_settings();
    page.settings().name().wait();
    page.network(true);
}

#[test]
fn a_part_that_cannot_be_loaded_says_so_and_is_tried_again() {
    let folder = std::env::temp_dir().join(format!("heatgrid-parts-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("no folder for the copy");
    let missing = only("more", &["list", "grid", "views"]);
    let copy = |which: &dyn Fn(&str) -> bool| {
        for entry in std::fs::read_dir(dist()).expect("there is no built page").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_file() && which(&name) {
                std::fs::copy(entry.path(), folder.join(name)).expect("the copy fails");
            }
        }
    };
    copy(&|name| !missing.contains(name));
    let page = Page::unopened_from(folder.clone());
    page.may_complain();
    page.visit("#/settings");
    let told = page.alert(has("This part of Heatgrid could not be loaded"));
    told.wait_says("Your registers are not touched.");
    // What is there can be worked with.
    page.visit("#/");
    page.registers().make("Without settings");
    page.grid().wait();
    page.frame().decline_name();
    page.link("Settings").click();
    told.wait();
    copy(&|name| missing.contains(name));
    page.button("Try again").click();
    page.settings().name().wait();
}
