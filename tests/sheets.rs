//! The sheets of a report: those of the preview are those of paper.

use browser_tests::{Page, Report, chromium_only, starts, wait};
use serde_json::json;

/// The words of headings of tables that stand on more than one line.
const BROKEN: &str = "
    const broken = [];
    for (const heading of document.querySelectorAll('.report thead th')) {
        const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            for (const word of texts.currentNode.data.matchAll(/\\S+/g)) {
                const range = document.createRange();
                range.setStart(texts.currentNode, word.index);
                range.setEnd(texts.currentNode, word.index + word[0].length);
                // A heading that stands again on the next sheets has as many boxes of one width.
                if (new Set([...range.getClientRects()].map((it) => Math.round(it.width))).size > 1) broken.push(word[0]);
            }
        }
    }
    return broken";

const SHEETS: &str =
    "Firefox does not part tables where a column ends, so that nobody knows its sheets before they are printed";

/// The papers, and their names in style sheets.
const PAPERS: [(&str, &str); 3] =
    [("A3 on its side", "a3-landscape"), ("A4 upright", "a4-portrait"), ("A4 on its side", "a4-landscape")];

/// Compares parts of a sample with what is printed of them, letter for letter, on every paper.
fn compare(name: &str, parts: &[&str]) {
    for part in parts {
        let page = Report::of_sample(name, part);
        assert_eq!(page.run(BROKEN, &[]), json!([]), "{name}");
        for (paper, class) in PAPERS {
            page.role("combobox", &format!("Paper of {part}")).choose(paper);
            wait::for_("the paper", || page.css(&format!(".report > .{class} .r-sheets")).is_there());
            assert_eq!(page.report().differs_from_paper(), None, "{name}, {part}, {paper}");
            assert_eq!(page.report().cut_off(), json!([]), "{name}, {part}, {paper}");
        }
    }
}

#[test]
fn the_sheets_of_2016_are_printed_as_they_are_shown() {
    chromium_only!(SHEETS);
    compare("2016-directorate-grid", &["Register grid", "Glossary and review dates", "Actions by owner", "Dashboard"]);
}

#[test]
fn the_sheets_of_2017_are_printed_as_they_are_shown() {
    chromium_only!(SHEETS);
    compare("2017-directorate-grid-and-matrix", &["Register grid", "Abbreviations and scoring matrix"]);
}

#[test]
fn the_sheets_of_2018_are_printed_as_they_are_shown() {
    chromium_only!(SHEETS);
    compare("2018-directorate-summary", &["Covering report", "Summary report", "Register grid"]);
}

#[test]
fn the_sheets_of_2021_are_printed_as_they_are_shown() {
    chromium_only!(SHEETS);
    compare("2021-corporate-cards", &["Corporate risk cards", "Directorate risk cards", "Full record of each risk"]);
}

#[test]
fn the_sheets_of_2024_are_printed_as_they_are_shown() {
    chromium_only!(SHEETS);
    compare("2024-directorate-cards", &["Directorate risk cards", "Summary report"]);
}

#[test]
fn no_text_stands_below_its_sheets() {
    let page = Report::of_sample("2016-directorate-grid", "Register grid");
    page.report().choose("Summary report");
    page.report().choose("Directorate risk cards");
    wait::equal("the parts", 3, || page.css(".report > section").count());
    let script =
        "return [...document.querySelectorAll('.report > section')].map((it) => it.scrollHeight - it.clientHeight)";
    assert_eq!(page.run(script, &[]), json!([0, 0, 0]));
}

#[test]
fn the_preview_ends_with_its_last_sheet() {
    let page = Report::of_sample("2016-directorate-grid", "Register grid");
    // Made smaller, so that it takes less room than it was laid out in.
    page.role("combobox", "Paper of Register grid").choose("A3 on its side");
    wait::for_("the paper", || page.css(".report > .a3-landscape .r-sheets").is_there());
    let script = "const preview = document.querySelector('.report-preview');
        const below = preview.scrollHeight - (document.querySelector('.report > section').getBoundingClientRect().bottom
            - preview.getBoundingClientRect().top + preview.scrollTop);
        return below >= 0 && below < 60 ? '' : `${below} px stand below it`";
    assert_eq!(page.run(script, &[]), "");
}

/// How many sheets each part has: in the preview, and on paper, where each part's sheets have a size of their own.
fn sheets_of_parts(page: &Page) -> Vec<usize> {
    let script = "return [...document.querySelectorAll('.report > section')].map((it) =>
                      it.querySelectorAll('.r-sheets > span').length)";
    serde_json::from_value(page.run(script, &[])).unwrap_or_default()
}

#[test]
fn parts_on_sheets_of_several_sizes_are_printed_as_they_are_shown() {
    chromium_only!(SHEETS);
    let page = Report::of_sample("2016-directorate-grid", "Register grid");
    let others = [
        "Glossary and review dates",
        "Abbreviations and scoring matrix",
        "Directorate risk cards",
        "Actions by owner",
        "Full record of each risk",
    ];
    others.iter().for_each(|part| page.report().choose(part));
    wait::equal("the parts", 1 + others.len(), || page.css(".report > section").count());
    // The message that the register was taken in is on the screen, and takes no room on paper.
    page.text(starts("Imported")).wait();
    let shown = sheets_of_parts(&page);
    let sheets = page.printed();
    assert_eq!(shown.iter().sum::<usize>(), sheets.len(), "{shown:?}");
    // Each part begins on the sheet on which the preview has it.
    let mut first = 0;
    for (count, begins) in shown.iter().zip([
        "Children, families and adults 2016",
        "Risk register",
        "Scoring matrix",
        "Risk cards",
        "Actions by owner",
        "Full records",
    ]) {
        assert!(sheets[first].contains(begins), "sheet {} is not that of {begins}:\n{}", first + 1, sheets[first]);
        first += count;
    }
    // So it is in the file that is saved.
    let (_, html) = page.download(|| page.button("Save as HTML").click());
    page.visit_file(&page.file("report.html", &html));
    assert_eq!(page.printed().len(), sheets.len());
}
