//! The heat map outside the page: as a file, on the clipboard, on paper.

use browser_tests::known::{BUDGET, DIRECTOR};
use browser_tests::{Page, wait};

fn map() -> Page {
    let page = Page::with_four_risks();
    page.frame().go("Heat map");
    page.heat_map().chip("Risk 1:").wait();
    // The message of the import may lie over a button.
    page.button("Dismiss").click();
    page.button("Dismiss").wait_gone();
    page
}

#[test]
fn the_map_is_saved_as_svg_as_it_is_shown() {
    let page = map();
    page.heat_map().movement().choose("Movement from inherent");
    page.filter().pick("Owner", "is any of", &[DIRECTOR]);
    wait::equal("the arrows", 2, || page.heat_map().arrows());
    let (name, bytes) = page.download(|| page.button("Save as SVG").click());
    assert!(name.starts_with("Services to children 2031 heat map 20") && name.ends_with(".svg"), "{name}");
    let svg = String::from_utf8(bytes).expect("the picture is text");
    assert!(svg.contains("From inherent to residual: 0 up, 2 down, 0 static"), "{svg}");
    assert_eq!(svg.matches("<polygon").count(), 2);
    assert!(svg.contains("(2 of 4)") && !svg.contains(BUDGET), "only what the filter shows, and that it does");
    // It is well-formed: a browser draws it.
    let script = "
        const parsed = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
        return [parsed.querySelector('parsererror') === null, parsed.querySelectorAll('.number').length]";
    assert_eq!(page.run(script, &[svg.into()]), serde_json::json!([true, 2]));
}

#[test]
fn the_map_is_saved_as_png() {
    let page = map();
    let (name, bytes) = page.download(|| page.button("Save as PNG").click());
    assert!(name.ends_with(".png"), "{name}");
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.len() > 20_000, "{} bytes", bytes.len());
    page.frame().message().wait_says("Saved as Services to children 2031 heat map");
}

#[test]
fn the_map_is_copied_as_a_picture_and_as_a_table() {
    let page = map();
    page.allow_clipboard();
    page.button("Copy as picture").click();
    page.frame().message().wait_says("The map is copied as a picture.");
    let copied = page.clipboard();
    assert!(copied["image/png"].as_u64().is_some_and(|size| size > 10_000), "{copied}");
    page.button("Copy for Word").click();
    page.frame().message().wait_says("Paste it into Word or PowerPoint.");
    let copied = page.clipboard();
    let html = copied["text/html"].as_str().unwrap_or_default();
    assert!(html.contains("<table") && html.contains("2 (CR)") && html.contains("16 H"), "{copied}");
    assert!(copied["text/plain"].as_str().is_some_and(|it| it.contains("15 H\t2 (CR)")), "{copied}");
    assert!(copied["image/png"].as_u64().is_some(), "{copied}");
}

#[test]
fn a_browser_that_copies_no_pictures_says_so() {
    let page = map();
    page.run("delete window.ClipboardItem", &[]);
    page.button("Copy as picture").click();
    page.frame().message().wait_says("This browser does not let the page copy a picture. Save it as a file instead.");
}

#[test]
fn the_map_prints_with_its_filter_and_its_list() {
    let page = map();
    // Every number, that of a corporate risk too.
    page.lay_out_for_print(true);
    let numbers = "return [...document.querySelectorAll('.heat .chip')].filter((it) => it.checkVisibility()).length";
    wait::equal("the numbers on paper", serde_json::json!(4), || page.run(numbers, &[]));
    page.lay_out_for_print(false);
    page.filter().pick("Owner", "is any of", &[DIRECTOR]);
    page.lay_out_for_print(true);
    let shown = |selector: &str| {
        let script = "return [...document.querySelectorAll(arguments[0])].some((it) => it.checkVisibility())";
        page.run(script, &[selector.into()]) == true
    };
    wait::for_("the page for paper", || !shown(".filter-line"));
    for kept in [".heat-cell", ".chip", ".legend", ".chosen li", ".printed", ".sentence-printed"] {
        assert!(shown(kept), "{kept} should be printed");
    }
    for left_out in [".views", ".heat-picture", ".chosen .move-reason", ".chosen .act button"] {
        assert!(!shown(left_out), "{left_out} should not be printed");
    }
    assert_eq!(page.css(".printed").read(), "Residual scores, 2 of 4 risks");
    assert!(page.css(".sentence-printed").read().contains(DIRECTOR));
    let pdf = page.print();
    assert!(pdf.starts_with(b"%PDF") && pdf.len() > 8_000, "{} bytes", pdf.len());
}
