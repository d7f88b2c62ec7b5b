//! Pictures of every view for `docs/screenshots`: made on demand, `cargo xtask try pictures -- --ignored`.
//!
//! They are taken of a sample, of 40 risks in one cell, of 10,000 risks, of nothing and of errors, on a laptop and on a
//! phone, in light and dark, into `target/screenshots`.

use browser_tests::{Page, fixture, sample};

/// A window and a scheme.
const LOOKS: [(u32, u32, bool); 4] = [(1440, 900, false), (1440, 900, true), (390, 844, false), (390, 844, true)];
/// The views of a register: the word in the address, and what is there once the view is.
const VIEWS: [(&str, &str); 7] = [
    ("grid", ".grid-view [role=row]"),
    ("card", ".card-view .desk > *"),
    ("heatmap", ".heat-view .heat"),
    ("actions", ".grid-view [role=row]"),
    ("controls", ".grid-view [role=row]"),
    ("criteria", ".criteria"),
    ("history", ".history"),
];

fn name(view: &str, of: &str, (width, _, dark): (u32, u32, bool)) -> String {
    format!("{of}-{view}-{width}-{}", if dark { "dark" } else { "light" })
}

fn views_of(page: &Page, of: &str) {
    let hash = page.hash();
    for look in LOOKS {
        page.resize(look.0, look.1);
        page.darken(look.2);
        for (word, there) in VIEWS {
            page.visit(&hash.replace("/grid", &format!("/{word}")));
            page.css(there).nth(0).wait();
            page.screenshot(&name(word, of, look));
        }
    }
}

#[test]
#[ignore = "makes pictures, and checks nothing"]
fn pictures_of_a_sample() {
    views_of(&Page::with_file(&sample("2016-directorate-grid.json")), "2016");
}

#[test]
#[ignore = "makes pictures, and checks nothing"]
fn pictures_of_four_risks() {
    views_of(&Page::with_file(&fixture("four-risks.heatgrid.json")), "four");
}

#[test]
#[ignore = "makes pictures, and checks nothing"]
fn pictures_of_many_risks() {
    let page = Page::open();
    let file = page.file("many.heatgrid.json", &exchange::write(&[register::generate::compact(7, 10_000)]));
    page.bring_in(&file);
    views_of(&page, "many");
}

#[test]
#[ignore = "makes pictures, and checks nothing"]
fn pictures_of_nothing() {
    let page = Page::open();
    page.registers().wait();
    for look in LOOKS {
        page.resize(look.0, look.1);
        page.darken(look.2);
        page.screenshot(&name("registers", "no", look));
    }
    page.resize(1440, 900);
    page.registers().make("Nothing in it");
    page.frame().decline_name();
    views_of(&page, "empty");
}
