//! Every view for everybody: no objection of axe-core, in light and dark, on a laptop and on a phone.

use browser_tests::known::TITLE;
use browser_tests::{Page, Rules, fixture, has, sample, wait};

#[test]
fn every_view_is_accessible_in_light_on_a_laptop() {
    every_view_is_accessible(false, (1440, 900));
}

#[test]
fn every_view_is_accessible_in_dark_on_a_laptop() {
    every_view_is_accessible(true, (1440, 900));
}

#[test]
fn every_view_is_accessible_in_light_on_a_phone() {
    every_view_is_accessible(false, (390, 844));
}

#[test]
fn every_view_is_accessible_in_dark_on_a_phone() {
    every_view_is_accessible(true, (390, 844));
}

/// Unfolds all that is folded in the view.
const OPEN_ALL: &str = "document.querySelectorAll('main details, dialog details').forEach((it) => { it.open = true })";

/// Looks at one view after the other, and says in the end what is wrong in which.
struct Tour {
    page: Page,
    name: String,
    found: Vec<String>,
}

impl Tour {
    fn look(&mut self, view: &str) {
        self.page.screenshot(&format!("{}-{}", view.replace(' ', "-"), self.name));
        let mut violations = self.page.violations(Rules::Best);
        if self.page.css("details[open] > .menu-items").is_there() {
            // What an open menu covers for the moment is no smaller for that.
            violations.retain(|line| !line.trim_start().starts_with("target-size"));
        }
        self.found.extend(violations.into_iter().map(|line| format!("{view}:\n{line}")));
        // What floats is looked at too: it may reach beyond the window without widening the page.
        let width = self.page.run(
            "const floating = [...document.querySelectorAll('dialog[open], .menu[open] .menu-items, .toast, .tour')];
             const edges = floating.map((it) => it.getBoundingClientRect().right - innerWidth);
             const root = document.documentElement;
             return Math.round(Math.max(root.scrollWidth - root.clientWidth, ...edges))",
            &[],
        );
        if width.as_i64().unwrap_or_default() > 0 {
            self.found.push(format!("{view}: {width} px are beyond the edge of the window"));
        }
    }
}

impl Tour {
    /// The views of the open register.
    fn views(&mut self, which: &str) {
        let hash = self.page.hash();
        let views = [
            ("grid", "grid"),
            ("card", "cards"),
            ("heatmap", "heat map"),
            ("criteria", "criteria"),
            ("history", "history"),
        ];
        for (word, view) in views {
            self.page.visit(&hash.replace("/grid", &format!("/{word}")));
            self.page.css("main :is(.grid-view, .card-view, .heat-view, .criteria, .history)").wait();
            if word == "card" {
                self.page.run(OPEN_ALL, &[]);
            }
            if word == "heatmap" {
                // The lightest band under the mouse: the hardest case for the figures on it.
                self.page.css(".heat-cell").nth(20).hover();
            }
            self.look(&format!("{view}{which}"));
        }
    }
}

fn every_view_is_accessible(dark: bool, (width, height): (u32, u32)) {
    let page = Page::unopened();
    page.resize(width, height);
    page.darken(dark);
    page.visit("");
    let name = format!("{}-{width}", if dark { "dark" } else { "light" });
    let mut tour = Tour { page, name, found: Vec::new() };
    tour.page.registers().wait();
    tour.look("no registers");
    tour.page.registers().choose_files(&[&fixture("four-risks.heatgrid.json"), &sample("2016-directorate-grid.json")]);
    tour.page.import().file("2016-directorate-grid.json").wait_says("16 risks");
    tour.page.run(OPEN_ALL, &[]);
    tour.look("import");
    tour.page.import().go();
    tour.page.registers().button("Delete", TITLE).click();
    tour.page.button(has("Restore")).wait();
    tour.look("registers and bin");
    tour.page.button(has("Delete for good")).nth(0).click();
    tour.page.role("dialog", has("Delete")).wait();
    tour.look("delete dialog");
    tour.page.press("Escape");
    tour.page.registers().button("Restore", TITLE).click();
    tour.page.button("New register").click();
    tour.page.dialog("New register").wait();
    tour.page.press("Enter");
    tour.page.alert(has("There is a problem")).wait();
    tour.look("new register dialog");
    tour.page.press("Escape");
    tour.page.link(TITLE).click();
    tour.page.grid().wait();
    tour.look("grid with the tour offered");
    tour.page.frame().decline_tour();
    tour.look("grid with the name asked for");
    tour.page.button("Use this name").click();
    tour.page.alert(has("There is a problem")).wait();
    tour.look("grid without a name for the history");
    tour.page.frame().decline_name();
    tour.page.frame().open_menu();
    tour.look("menu");
    tour.page.press("Escape");
    tour.page.press("Control+k");
    tour.page.palette().wait();
    tour.look("palette");
    tour.page.palette().type_in("case");
    tour.look("palette with words");
    tour.page.press("Escape");
    tour.page.palette().wait_gone();
    tour.page.palette().run("Take the tour");
    for step in 1..=6 {
        tour.page.tour().wait_step(step);
        tour.look(&format!("tour {step}"));
        tour.page.tour().next();
    }
    tour.page.tour().wait_gone();
    tour.views("");
    // The longest texts there are, and none at all.
    tour.page.frame().to_registers();
    tour.page.registers().open("Children, families and adults 2016");
    tour.views(" of 2016");
    tour.page.frame().to_registers();
    tour.page.registers().make("Nothing in it");
    tour.look("grid of an empty register");
    tour.views(" of an empty register");
    tour.page.visit("#/settings");
    tour.page.heading("Settings").wait();
    tour.look("settings");
    tour.page.visit("#/help");
    tour.page.heading("Help").wait();
    tour.look("help");
    tour.page.visit("#/r/nowhere/grid");
    tour.page.heading("This register cannot be shown").wait();
    tour.look("a register that is not there");
    let found = tour.found.join("\n");
    assert!(found.is_empty(), "{found}");
}

/// What reaches beyond the window: the page as a whole, or something of the bar; and a title that has no room.
const BEYOND: &str = "
    const bar = [...document.querySelectorAll('header :is(a, button, h1, summary), nav a')].filter((it) => it.checkVisibility());
    const out = bar.filter((it) => {
        const box = it.getBoundingClientRect();
        return box.left < 0 || box.right > innerWidth || (it.matches('h1') && box.width < 100);
    }).map((it) => it.innerText || it.ariaLabel);
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return [...out, ...(wide > 0 ? [`${wide} px`] : [])].join(', ')";

#[test]
fn nothing_is_beyond_the_edge_of_a_narrow_window() {
    let page = Page::with_file(&sample("2016-directorate-grid.json"));
    let hash = page.hash();
    let mut found = Vec::new();
    // A phone held upright at 400 %, a tablet, a council laptop of 1366 × 768 at 125 %.
    for (width, height) in [(320, 640), (768, 1024), (1093, 614)] {
        page.resize(width, height);
        let views = ["grid", "card", "heatmap", "report", "criteria", "history"];
        let places = views.map(|word| (word, hash.replace("/grid", &format!("/{word}"))));
        let others = [("registers", "#/"), ("settings", "#/settings"), ("help", "#/help")]
            .map(|(name, hash)| (name, hash.to_owned()));
        for (name, hash) in places.into_iter().chain(others) {
            page.visit(&hash);
            page.css("main :is(section, .criteria)").nth(0).wait();
            page.screenshot(&format!("narrow-{name}-{width}"));
            let beyond = page.run(BEYOND, &[]);
            if beyond != "" {
                found.push(format!("{name} at {width}: {beyond}"));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new(), "beyond the edge of the window");
}

#[test]
fn a_word_without_end_is_broken_where_the_page_ends() {
    let page = Page::with_four_risks();
    page.grid().set("3", "Risk", &format!("https://example.org/{}", "policy".repeat(30)));
    let hash = page.hash();
    let mut found = Vec::new();
    for (width, height) in [(390, 844), (1440, 900)] {
        page.resize(width, height);
        for view in ["grid", "card", "heatmap", "report", "criteria", "history"] {
            page.visit(&hash.replace("/grid", &format!("/{view}")));
            page.css("main :is(section, .criteria)").nth(0).wait();
            let beyond = page.run(BEYOND, &[]);
            if beyond != "" {
                found.push(format!("{view} at {width}: {beyond}"));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new(), "beyond the edge of the window");
}

#[test]
fn a_grid_cell_that_is_edited_is_accessible() {
    let page = Page::with_four_risks();
    page.grid().cell("1", "Residual").double_click();
    page.css(".editor").wait();
    page.check_accessible("the editor of a score", Rules::Best);
    page.press("Escape");
    page.grid().cell("1", "Owner").double_click();
    page.css(".editor").wait();
    page.check_accessible("the editor of a text", Rules::Best);
}

#[test]
fn the_question_before_scores_change_is_accessible() {
    let page = Page::with_four_risks();
    page.frame().go("Criteria");
    page.criteria().remove_level(5, "impact");
    page.criteria().question().wait();
    page.check_accessible("the question", Rules::Best);
}

#[test]
fn the_theme_chosen_in_the_settings_holds_against_the_system() {
    let page = Page::open();
    let ink = || page.run("return getComputedStyle(document.body).color", &[]);
    page.registers().wait();
    let light = ink();
    page.darken(true);
    wait::for_("another ink on a dark screen", || ink() != light);
    let dark = ink();
    page.darken(false);
    wait::equal("the ink", light.clone(), ink);
    page.frame().to_settings();
    page.radio("Dark").click();
    wait::equal("the ink", dark.clone(), ink);
    page.reload();
    wait::equal("the ink", dark, ink);
    page.radio("Light").click();
    page.darken(true);
    wait::equal("the ink", light, ink);
}

#[test]
fn the_card_prints() {
    let page = Page::with_file(&sample("2016-directorate-grid.json"));
    page.frame().go("Cards");
    page.card().sheet().wait();
    let pdf = page.print();
    assert!(pdf.starts_with(b"%PDF") && pdf.len() > 10_000, "{} bytes", pdf.len());
}

#[test]
fn all_cards_print_each_on_a_page_of_its_own() {
    let page = Page::unopened();
    // The browser's own dialog cannot be used by a test.
    page.before_load("window.print = () => { window.printed = document.querySelectorAll('.sheet').length }");
    page.visit("");
    page.bring_in(&fixture("four-risks.heatgrid.json"));
    page.frame().go("Cards");
    page.card().sheet().wait();
    page.button("Print cards").click();
    wait::for_("the dialog for printing", || page.run("return window.printed", &[]) == 4);
    let pages = page.printed().len();
    assert!(pages >= 4, "{pages} pages");
    // Then the one card is back.
    wait::equal("cards", 1, || page.css(".sheet").count());
}
