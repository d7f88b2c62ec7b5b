//! What a screen reader is told: names, headings, roles, and what is announced without being asked for.

use browser_tests::known::CASELOADS;
use browser_tests::{Node, Page, chromium_only, wait};

/// Roles of what can be used; each needs a name.
const CONTROLS: [&str; 13] = [
    "button",
    "link",
    "textbox",
    "searchbox",
    "combobox",
    "listbox",
    "checkbox",
    "radio",
    "spinbutton",
    "ColorWell",
    "Date",
    "DisclosureTriangle",
    "columnheader",
];

/// Roles that say nothing without a name.
const NAMED: [&str; 6] = ["dialog", "grid", "table", "region", "navigation", "img"];

#[test]
fn everything_that_can_be_used_has_a_name_in_every_view() {
    chromium_only!("what a screen reader is told can be read through a command of Chrome\'s only");
    let page = Page::with_four_risks();
    let mut found = Vec::new();
    page.in_every_view(|view| {
        page.run("document.querySelectorAll('main details').forEach((it) => { it.open = true })", &[]);
        let nameless = |node: &Node| {
            node.name.trim().is_empty() && (CONTROLS.contains(&node.role.as_str()) || node.role == "dialog")
        };
        let tree = page.tree();
        assert!(tree.iter().any(|node| node.role == "button"), "{view}: nothing is told of the page");
        found.extend(tree.iter().filter(|node| nameless(node)).map(|node| format!("{view}: {node:?}")));
    });
    assert_eq!(found, Vec::<String>::new(), "without a name");
}

#[test]
fn parts_of_the_page_say_what_they_are() {
    chromium_only!("what a screen reader is told can be read through a command of Chrome\'s only");
    let page = Page::with_four_risks();
    let mut found = Vec::new();
    page.in_every_view(|view| {
        let tree = page.tree();
        let nameless = tree.iter().filter(|node| NAMED.contains(&node.role.as_str()) && node.name.trim().is_empty());
        found.extend(nameless.map(|node| format!("{view}: {} “{:.60}”", node.role, node.text)));
        for role in ["main", "banner"] {
            let count = tree.iter().filter(|node| node.role == role).count();
            if count != 1 {
                found.push(format!("{view}: {count} of the landmark {role}"));
            }
        }
    });
    assert_eq!(found, Vec::<String>::new(), "parts without a name");
}

#[test]
fn headings_are_in_order() {
    chromium_only!("what a screen reader is told can be read through a command of Chrome\'s only");
    let page = Page::with_four_risks();
    let mut found = Vec::new();
    page.in_every_view(|view| {
        let tree = page.tree();
        let headings = tree.iter().filter(|node| node.role == "heading");
        let levels: Vec<(i64, String)> = headings
            .map(|node| (node.property("level").and_then(|it| it.as_i64()).unwrap_or(0), node.name.clone()))
            .collect();
        // The report is a document of its own, which begins with its title as it does on paper.
        let documents = if view == "report" { 2 } else { 1 };
        if levels.first().is_none_or(|(level, _)| *level != 1)
            || levels.iter().filter(|(level, _)| *level == 1).count() != documents
        {
            found.push(format!("{view}: one heading of the first level should come first: {levels:?}"));
        }
        for pair in levels.windows(2) {
            if pair[1].0 > pair[0].0 + 1 {
                found.push(format!("{view}: “{}” follows “{}” and leaves out a level", pair[1].1, pair[0].1));
            }
        }
    });
    assert_eq!(found, Vec::<String>::new(), "headings");
}

/// Waits until a live region says something.
#[track_caller]
fn wait_announced(page: &Page, words: &str) {
    wait::for_(&format!("“{words}” to be announced"), || {
        let live = |node: &Node| node.property("live").is_some_and(|live| live == "polite" || live == "assertive");
        page.tree().iter().any(|node| live(node) && node.text.contains(words))
    });
}

#[test]
fn messages_the_saved_state_the_filter_and_what_is_wrong_are_announced() {
    chromium_only!("what a screen reader is told can be read through a command of Chrome\'s only");
    let page = Page::with_four_risks();
    wait_announced(&page, "Saved");
    page.searchbox(browser_tests::starts("Find")).fill("social workers");
    wait_announced(&page, "1 of 4 risks");
    page.to_view("criteria");
    page.criteria().add_level(6, "impact");
    page.criteria().remove_level(6, "impact");
    wait_announced(&page, "Level 6 removed from the impact scale.");
    page.criteria().field("From of band 2").set("high");
    wait_announced(&page, "Enter a whole number");
    page.radio("Painted").click();
    page.radio("Low").click();
    page.criteria().paintable(1, 1).focus();
    page.press("ArrowRight");
    page.press("Space");
    wait_announced(&page, "Impact 2 Low: 2 Low");
}

#[test]
fn grids_are_told_as_grids() {
    chromium_only!("what a screen reader is told can be read through a command of Chrome\'s only");
    let page = Page::with_four_risks();
    let grid = |name: &str| {
        let tree = page.tree();
        assert!(tree.iter().any(|node| node.role == "grid" && node.name.contains(name)), "no grid “{name}”: {tree:#?}");
        tree
    };
    let cells = |tree: &[Node]| tree.iter().filter(|node| node.role == "gridcell").cloned().collect::<Vec<_>>();
    let tree = grid("Risks");
    assert!(cells(&tree).iter().any(|cell| cell.text.contains(CASELOADS)));
    assert!(tree.iter().any(|node| node.role == "columnheader" && node.name.contains("Owner")));
    page.to_view("card");
    let chosen: Vec<String> =
        cells(&grid("Residual")).into_iter().filter(|cell| cell.is("selected")).map(|cell| cell.name).collect();
    assert!(chosen.iter().any(|name| name.contains("16 High")), "{chosen:?}");
    page.to_view("criteria");
    page.radio("Painted").click();
    let named = || cells(&page.tree()).iter().filter(|cell| !cell.name.is_empty()).count();
    wait::equal("the cells", 25, named);
    let tree = grid("Scores and bands");
    assert!(tree.iter().any(|node| node.role == "button" && node.name.ends_with("Impact 5 Very high: 25 High")));
}
