//! What a PDF tells programs that read it aloud: headings, tables with their headings, maps in words.

use browser_tests::{Report, chromium_only};

/// A tag with what stands below it.
#[derive(Debug)]
struct Tag {
    depth: usize,
    name: String,
    /// The lines below it, down to the next tag of its depth.
    below: Vec<String>,
}

impl Tag {
    /// The text in it, each once however many sheets it stands on.
    fn text(&self) -> String {
        let mut texts: Vec<&str> = self.below.iter().map(|line| line.trim()).filter(|it| it.starts_with('"')).collect();
        texts.dedup();
        texts.concat().replace('"', "")
    }
}

/// All tags of a PDF in order.
fn tags(lines: &[String]) -> Vec<Tag> {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let is_tag = |line: &str| line.trim_start().starts_with(|sign: char| sign.is_ascii_uppercase());
    let found = lines.iter().enumerate().filter(|(_, line)| is_tag(line));
    let tag = |(place, line): (usize, &String)| Tag {
        depth: depth(line),
        name: line.trim().split([' ', ':']).next().unwrap_or_default().to_owned(),
        below: lines[place + 1..].iter().take_while(|it| depth(it) > depth(line)).cloned().collect(),
    };
    found.map(tag).collect()
}

fn named<'t>(tags: &'t [Tag], name: &str) -> Vec<&'t Tag> {
    tags.iter().filter(|tag| tag.name == name).collect()
}

const FORMS: [(&str, &str); 10] = [
    ("2018-directorate-summary", "Covering report"),
    ("2018-directorate-summary", "Summary report"),
    ("2016-directorate-grid", "Glossary and review dates"),
    ("2016-directorate-grid", "Register grid"),
    ("2017-directorate-grid-and-matrix", "Abbreviations and scoring matrix"),
    ("2021-corporate-cards", "Corporate risk cards"),
    ("2024-directorate-cards", "Directorate risk cards"),
    ("2024-directorate-cards", "Dashboard"),
    ("2016-directorate-grid", "Actions by owner"),
    ("2021-corporate-cards", "Full record of each risk"),
];

#[test]
fn headings_are_in_order_and_each_cell_has_its_heading() {
    chromium_only!("Firefox writes PDFs without tags");
    for (name, part) in FORMS {
        let page = Report::of_sample(name, part);
        assert!(page.print().windows(13).any(|it| it == b"/Lang (en-GB)"), "{part} has no language");
        let all = tags(&page.printed_tags());
        let levels: Vec<u32> = all.iter().filter_map(|tag| tag.name.strip_prefix('H')?.parse().ok()).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{part}: {levels:?}");
        assert_eq!(levels[0], 1, "{part}: {levels:?}");
        assert!(levels.is_sorted_by(|a, b| *b <= a + 1), "{part} leaves out a level: {levels:?}");
        let cells = named(&all, "TD");
        let is_headed = |cell: &&Tag| cell.below.iter().any(|line| line.contains("/Headers [("));
        let without: Vec<String> = cells.iter().filter(|cell| !is_headed(cell)).map(|cell| cell.text()).collect();
        assert_eq!(without, [""; 0], "{part}: cells without a heading, of {}", cells.len());
        let heads = named(&all, "TH");
        assert_eq!(heads.iter().filter(|it| it.text().trim().is_empty()).count(), 0, "{part}: headings without a word");
    }
}

#[test]
fn the_map_is_told_in_words() {
    chromium_only!("Firefox writes PDFs without tags");
    for (name, part, words) in [
        ("2018-directorate-summary", "Summary report", "Heat map of the residual scores. Likelihood 5, "),
        ("2021-corporate-cards", "Corporate risk cards", "Likelihood "),
    ] {
        let page = Report::of_sample(name, part);
        let texts: Vec<String> = named(&tags(&page.printed_tags()), "P").iter().map(|it| it.text()).collect();
        assert!(texts.iter().any(|text| text.starts_with(words)), "{part}: {texts:?}");
    }
}

#[test]
fn the_actions_of_the_grid_have_the_headings_that_the_grid_shows() {
    chromium_only!("Firefox writes PDFs without tags");
    let page = Report::of_sample("2016-directorate-grid", "Register grid");
    let shown = page.report().table("grid")[1][13..].to_vec();
    assert_eq!(shown.len(), 5);
    let all = tags(&page.printed_tags());
    let tables = named(&all, "Table");
    let within: Vec<&&Tag> = tables.iter().filter(|it| it.depth > tables[0].depth).collect();
    assert_eq!(within.len(), 15, "risk 12 has no actions");
    for table in within {
        let heads: Vec<String> = named(&tags(&table.below), "TH").iter().map(|it| it.text()).collect();
        assert_eq!(heads, shown);
    }
}
