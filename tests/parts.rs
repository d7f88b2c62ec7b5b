//! The program comes in parts: a first visit loads what it needs, the rest follows, and then the network may go.

use std::collections::BTreeSet;

use browser_tests::{Page, dist, has, parts, sample, wait};

/// The files of a part that no part named in `but` needs.
fn only(part: &str, but: &[&str]) -> BTreeSet<String> {
    let parts = parts();
    let others: BTreeSet<&String> = but.iter().flat_map(|other| &parts[*other]).collect();
    parts[part].iter().filter(|file| !others.contains(file)).cloned().collect()
}

/// A copy of the built page in a folder of its own, without some of its files.
struct Copy {
    folder: std::path::PathBuf,
    missing: BTreeSet<String>,
}

impl Copy {
    fn without(name: &str, missing: BTreeSet<String>) -> Self {
        let folder = std::env::temp_dir().join(format!("heatgrid-parts-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("no folder for the copy");
        let copy = Self { folder, missing };
        copy.files(|name| !copy.missing.contains(name));
        copy
    }

    fn files(&self, which: impl Fn(&str) -> bool) {
        for entry in std::fs::read_dir(dist()).expect("there is no built page").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_file() && which(&name) {
                std::fs::copy(entry.path(), self.folder.join(name)).expect("the copy fails");
            }
        }
        let texts = self.folder.join("texts");
        std::fs::create_dir_all(&texts).expect("no folder for the texts");
        for entry in std::fs::read_dir(dist().join("texts")).expect("the page has no texts").flatten() {
            std::fs::copy(entry.path(), texts.join(entry.file_name())).expect("the copy fails");
        }
    }

    /// Opens it; the console will show what is missing.
    fn open(&self, hash: &str) -> Page {
        let page = Page::unopened_from(self.folder.clone());
        page.may_complain();
        page.visit(hash);
        page
    }

    /// Puts the missing files in their place.
    fn complete(&self) {
        self.files(|name| self.missing.contains(name));
    }
}

#[test]
fn a_first_visit_loads_the_list_and_no_other_part() {
    let page = Page::open();
    page.registers().wait();
    let fetched = page.fetched();
    // Beside the program, not after it.
    let ahead = "return [...document.querySelectorAll('link[rel=preload]')].map((it) => it.href.split('/').pop())";
    let ahead = page.run(ahead, &[]).to_string();
    assert!(parts()["list"].iter().all(|file| ahead.contains(file.as_str())), "{ahead}");
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
    let copy = Copy::without("more", only("more", &["list", "grid", "views"]));
    let page = copy.open("#/settings");
    let told = page.alert(has("This part of Heatgrid could not be loaded"));
    told.wait_says("Your registers are not touched.");
    // What is there can be worked with.
    page.visit("#/");
    page.registers().make("Without settings");
    page.grid().wait();
    page.frame().decline_name();
    page.frame().open_settings();
    told.wait();
    copy.complete();
    page.button("Try again").click();
    page.settings().name().wait();
}

#[test]
fn a_register_whose_part_is_missing_is_opened_once_it_is_there() {
    let copy = Copy::without("grid", only("grid", &["list", "views", "more"]));
    let page = copy.open("");
    page.registers().wait();
    page.button("New register").click();
    page.dialog("New register").textbox("Title").fill("Second try");
    page.press("Enter");
    page.frame().message().wait_says("The part of Heatgrid that opens registers could not be loaded.");
    copy.complete();
    page.registers().make("Second try");
    page.frame().to_registers();
    wait::equal("the list", vec!["Second try".to_owned()], || page.registers().titles());
}

#[test]
fn a_link_whose_part_is_missing_can_be_tried_again() {
    let copy = Copy::without("link", only("grid", &["list", "views", "more"]));
    let page = copy.open("#/r/nobody/grid");
    page.heading("This register cannot be shown").wait();
    page.text(has("could not be loaded")).wait();
    copy.complete();
    page.button("Try again").click();
    page.text(has("The register is not there any more.")).wait();
}

#[test]
fn files_that_were_not_imported_are_forgotten_with_the_preview() {
    let copy = Copy::without("import", only("more", &["list", "grid", "views"]));
    let page = copy.open("");
    page.registers().choose_files(&[&sample("2016-directorate-grid.json")]);
    page.alert(has("This part of Heatgrid could not be loaded")).wait();
    page.press("Escape");
    copy.complete();
    page.registers().choose_files(&[&sample("2018-directorate-summary.json")]);
    page.import().file("2018-directorate-summary.json").wait();
    page.button("Import 1 register").wait();
    assert!(!page.import().file("2016-directorate-grid.json").is_there());
}

#[test]
fn what_is_pressed_twice_while_the_program_loads_is_done_once() {
    let page = Page::open();
    page.registers().wait();
    page.slow_network();
    let ask = |title: &str| {
        page.button("New register").click();
        page.dialog("New register").textbox("Title").fill(title);
        page.press("Enter");
    };
    ask("Once");
    page.frame().message().wait_says("One moment: a part of Heatgrid is still being loaded.");
    // The dialog stays open, and what was typed in it stands there still.
    ask("Twice");
    assert_eq!(page.dialog("New register").textbox("Title").value(), "Twice");
    page.press("Escape");
    page.network(true);
    page.grid().wait();
    page.frame().to_registers();
    assert_eq!(page.registers().titles(), ["Once"]);
}

#[test]
fn a_sample_that_was_given_up_does_not_come_after_all() {
    let page = Page::open();
    page.registers().make("First");
    page.frame().to_registers();
    page.whole_program();
    page.slow_network();
    page.button("Open a sample").click();
    page.button(has("People and communities 2018")).click();
    page.press("Escape");
    page.button("Open a sample").click();
    page.button(has("Corporate risks 2021")).click();
    page.grid().wait();
    page.network(true);
    page.frame().to_registers();
    wait::equal("the list", vec!["Corporate risks 2021".to_owned(), "First".to_owned()], || page.registers().titles());
}
