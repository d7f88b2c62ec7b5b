//! Pictures of every view for `docs/screenshots`: made on demand, `cargo xtask try pictures -- --ignored`.
//!
//! They are taken of a sample, of 40 risks in one cell, of 10,000 risks, of nothing and of errors, on a laptop and on a
//! phone, in light and dark, into `target/screenshots`.

use browser_tests::{Page, Report, fixture, has, sample, starts, wait};

/// A window and a scheme.
const LOOKS: [(u32, u32, bool); 4] = [(1440, 900, false), (1440, 900, true), (390, 844, false), (390, 844, true)];
/// The views of a register: the word in the address, and what is there once the view is.
const VIEWS: [(&str, &str); 8] = [
    ("grid", ".grid-view [role=row]"),
    ("card", ".card-view .desk > *"),
    ("heatmap", ".heat-view .heat"),
    ("actions", ".grid-view [role=row]"),
    ("controls", ".grid-view [role=row]"),
    ("report", ".report > section"),
    ("criteria", ".criteria"),
    ("history", ".history"),
];

fn name(view: &str, of: &str, (width, _, dark): (u32, u32, bool)) -> String {
    format!("{of}-{view}-{width}-{}", if dark { "dark" } else { "light" })
}

fn views_of(page: &Page, of: &str) {
    let hash = page.hash();
    if page.button("Dismiss").is_there() {
        page.button("Dismiss").click();
    }
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
fn printed_forms_on_both_papers() {
    for (of, part) in [
        ("2018-directorate-summary", "Summary report"),
        ("2016-directorate-grid", "Register grid"),
        ("2021-corporate-cards", "Corporate risk cards"),
        ("2024-directorate-cards", "Directorate risk cards"),
        ("2017-directorate-grid-and-matrix", "Abbreviations and scoring matrix"),
        ("2016-directorate-grid", "Glossary and review dates"),
        ("2024-directorate-cards", "Dashboard"),
        ("2016-directorate-grid", "Actions by owner"),
        ("2016-directorate-grid", "Full record of each risk"),
    ] {
        let page = Report::of_sample(of, part);
        for paper in ["A4 upright", "A4 on its side", "A3 on its side"] {
            page.role("combobox", &format!("Paper of {part}")).choose(paper);
            page.printed_to(&format!("{part} {paper}"));
        }
    }
}

#[test]
#[ignore = "makes pictures, and checks nothing"]
fn pictures_of_what_is_exempt_and_of_the_covering_report() {
    let page = Page::with_four_risks();
    page.to_view("card");
    let sheet = page.card().sheet();
    for look in LOOKS {
        page.resize(look.0, look.1);
        page.darken(look.2);
        sheet.button("Change what is exempt").click();
        page.role("dialog", has("is exempt")).checkbox("Owners").click();
        page.screenshot(&name("dialog", "exempt", look));
        page.press("Escape");
        page.screenshot(&name("card", "exempt", look));
    }
    page.to_view("report");
    page.report().choose("Covering report");
    page.button("Write the covering report").click();
    page.textbox("Recommendation").set(&"The Committee is asked to note what the register says. ".repeat(6));
    page.button("Draft the main issues from the register").click();
    for look in LOOKS {
        page.resize(look.0, look.1);
        page.darken(look.2);
        page.screenshot(&name("form", "covering", look));
    }
    page.button("Show the sheets").click();
    for look in LOOKS {
        page.resize(look.0, look.1);
        page.darken(look.2);
        page.screenshot(&name("sheets", "covering", look));
    }
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
fn pictures_of_forty_risks_in_a_cell() {
    let mut register = register::generate::register(7, 56);
    register.title = "Forty risks in one cell".to_owned();
    for risk in register.risks.iter_mut().take(40) {
        risk.residual.likelihood = Some(4);
        risk.residual.impact = Some(4);
    }
    let page = Page::open();
    let file = page.file("forty.heatgrid.json", &exchange::write(&[register]));
    page.bring_in(&file);
    views_of(&page, "forty");
    let hash = page.hash();
    page.visit(&hash.replace("/history", "/heatmap"));
    page.css(".chip.count").nth(0).click();
    wait::for_("the numbers in the cell", || page.css(".heat-cell[aria-selected=true] .chip").count() >= 40);
    for look in LOOKS {
        page.resize(look.0, look.1);
        page.darken(look.2);
        page.screenshot(&name("opened", "forty", look));
    }
}

#[test]
#[ignore = "makes pictures, and checks nothing"]
fn pictures_of_errors() {
    for look in LOOKS {
        let page = Page::unopened();
        page.resize(look.0, look.1);
        page.darken(look.2);
        page.visit("");
        page.bring_in(&fixture("four-risks.heatgrid.json"));
        let hash = page.hash();
        let shot = |of: &str| page.screenshot(&name(of, "error", look));
        let open = |view: &str| page.visit(&hash.replace("/grid", &format!("/{view}")));
        if look.0 > 700 {
            page.grid().cell("3", "Appetite").double_click();
            page.grid().editor().fill("a lot");
            page.press("Enter");
            page.grid().error().wait();
            shot("cell");
            page.press("Escape");
            page.grid().cell("3", "No.").click();
            page.grid().bar().button("Set a field…").click();
            let dialog = page.css("dialog[open]");
            dialog.select("Field").choose("Appetite");
            dialog.textbox("Value").fill("a lot");
            page.press("Enter");
            page.alert(has("There is a problem")).wait();
            shot("set");
            page.press("Escape");
        } else {
            page.button(starts("Edit")).nth(0).click();
            page.css("dialog[open] .below").wait();
            shot("none-in-sheet");
            page.press("Escape");
        }
        open("card");
        page.card().sheet().wait();
        page.card().field("Appetite").click();
        page.card().field("Appetite").fill("a lot");
        page.press("Tab");
        page.css(".error:not(:empty)").nth(0).wait();
        shot("card");
        page.visit("#/");
        page.registers().wait();
        let wrong = page.file("not-a-register.json", b"{\"a\": ");
        page.registers().choose_files(&[&wrong]);
        page.import().dialog().alert(has("There is a problem")).wait();
        shot("import");
        page.import().cancel();
        page.visit("#/r/nowhere/grid");
        page.heading("This register cannot be shown").wait();
        shot("missing");
        page.may_complain();
        page.visit("#/crash-test");
        page.heading(has("stopped")).wait();
        shot("crash");
    }
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
