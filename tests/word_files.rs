//! Word files, opened by another program: all that the page shows is in them, on the sheets that were asked for.

use std::collections::BTreeMap;

use browser_tests::{Report, words};

/// How often each word occurs. Letters of other kinds of the same sign, such as quotes, stay what they are.
fn counted(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in text.split_whitespace() {
        *counts.entry(word.to_owned()).or_default() += 1;
    }
    counts
}

/// The texts on the page's sheets, without the lines at their heads and feet and without the headings of tables, which stand
/// again on each sheet; and without what is said of maps, which Word has as their description.
const TEXTS: &str = "
    const report = document.querySelector('.report').cloneNode(true);
    report.querySelectorAll('.r-sheets, .r-words, thead').forEach((it) => it.remove());
    const walker = document.createTreeWalker(report, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode.data);
    return texts.join(' ')";

/// Whether a word is there in two parts: where its cell goes on, on the next sheet.
fn is_parted(word: &str, among: &BTreeMap<String, usize>) -> bool {
    let cuts = word.char_indices().map(|(at, _)| word.split_at(at)).skip(1);
    cuts.into_iter().any(|(first, rest)| among.contains_key(first) && among.contains_key(rest))
}

#[test]
fn the_word_file_of_each_form_has_the_texts_of_the_page() {
    for (name, part) in [
        ("2018-directorate-summary", "Summary report"),
        ("2016-directorate-grid", "Register grid"),
        ("2017-directorate-grid-and-matrix", "Abbreviations and scoring matrix"),
        ("2021-corporate-cards", "Corporate risk cards"),
        ("2024-directorate-cards", "Directorate risk cards"),
    ] {
        let page = Report::of_sample(name, part);
        let shown = page.run(TEXTS, &[]).as_str().unwrap_or_default().to_owned();
        let (_, word) = page.download(|| page.button("Save as Word").click());
        let opened = words(&page.word_sheets(&word));
        // Narrow columns break words, so that letters are compared where words are not the same.
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        let (shown_words, opened_words) = (counted(&shown), counted(&opened));
        let whole = letters(&opened);
        let lacking: Vec<(&String, &usize)> = shown_words
            .iter()
            .filter(|(word, count)| {
                opened_words.get(*word).unwrap_or(&0) < count
                    && whole.matches(word.as_str()).count() + usize::from(is_parted(word, &opened_words)) < **count
            })
            .collect();
        assert_eq!(lacking, [], "{name}: {} words shown", shown_words.len());
    }
}
