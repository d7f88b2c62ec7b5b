//! What stands on each sheet of a report: in the preview, and on paper.

use serde_json::{Value, json};

use super::Report;

/// The texts of each sheet of the preview. A word that a sheet's end parts is read letter by letter.
const SHOWN: &str = "
    const sheets = [];
    const range = document.createRange();
    for (const section of document.querySelectorAll('.report > section')) {
        const { left, width } = section.getBoundingClientRect();
        const scale = width / section.offsetWidth;
        const marks = [...section.querySelectorAll('.r-sheets > span')];
        const step = (marks[0].getBoundingClientRect().width / scale) + parseFloat(getComputedStyle(section).columnGap);
        const on = marks.map((mark) => mark.textContent);
        const places = (text, from, to) => {
            range.setStart(text, from);
            range.setEnd(text, to);
            const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
            return [...new Set(boxes.map((box) => Math.floor((box.left - left) / scale / step)))];
        };
        const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const text = texts.currentNode;
            if (text.parentNode.closest('.r-sheets, thead, .r-words')) continue;
            for (const { 0: word, index } of text.data.matchAll(/\\S+/g)) {
                const found = places(text, index, index + word.length);
                if (found.length === 1) on[found[0]] += word;
                else for (let at = index; at < index + word.length; at++) {
                    for (const sheet of places(text, at, at + 1)) on[sheet] += text.data[at];
                }
            }
        }
        sheets.push(...on);
    }
    return sheets";

/// What is wider than its sheet or its cell.
const BEYOND: &str = "
    const found = [];
    for (const section of document.querySelectorAll('.report > section')) {
        for (const it of section.querySelectorAll('td, th, p, li, h1, h2, h3, dd')) {
            if (it.closest('.r-sheets, .r-words, .r-inner thead')) continue;
            if (it.scrollWidth > it.clientWidth + 1 && getComputedStyle(it).display !== 'inline' && it.clientWidth > 0) {
                found.push(`${it.tagName} ${it.textContent.slice(0, 40)}: ${it.scrollWidth} in ${it.clientWidth}`);
            }
        }
    }
    return found.slice(0, 5)";

/// Takes the headings of tables from paper, which browsers repeat and do not say so, or puts them back. Each keeps its room.
const HIDE: &str = "
    const sheets = document.adoptedStyleSheets.filter((it) => !it.hides);
    if (arguments[0]) {
        const sheet = Object.assign(new CSSStyleSheet(), { hides: true });
        sheet.replaceSync('.report :is(thead *, .r-words) { visibility: hidden !important; }');
        sheets.push(sheet);
    }
    document.adoptedStyleSheets = sheets";

impl Report<'_> {
    /// What of the report is wider than its sheet, or cut off in it.
    #[track_caller]
    pub fn cut_off(self) -> Value {
        self.0.run(BEYOND, &[])
    }

    /// Whether each sheet of the preview has the letters of the same sheet of paper, also in its running line and number: what is
    /// different on the first that has not.
    #[track_caller]
    pub fn differs_from_paper(self) -> Option<String> {
        let shown = self.0.run(SHOWN, &[]);
        let shown: Vec<String> = serde_json::from_value(shown).expect("a text for each sheet");
        self.0.run(HIDE, &[json!(true)]);
        let printed = self.0.printed();
        self.0.run(HIDE, &[json!(false)]);
        if shown.len() != printed.len() {
            return Some(format!("{} sheets are shown, {} are printed", shown.len(), printed.len()));
        }
        let place = shown.iter().zip(&printed).position(|(shown, printed)| letters(shown) != letters(printed))?;
        let (shown, printed) = (letters(&shown[place]), letters(&printed[place]));
        Some(format!(
            "on sheet {} are shown only “{}”, and printed only “{}”",
            place + 1,
            without(&shown, &printed),
            without(&printed, &shown)
        ))
    }
}

/// The letters of a text in the order of the alphabet: what reads paper goes line by line, also where columns lie side by side, and
/// takes hyphens at the end of lines away.
fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '-').collect();
    letters.sort_unstable();
    letters
}

/// The letters that others lack.
fn without(letters: &[char], others: &[char]) -> String {
    let mut others = others.to_vec();
    let is_lacking = |sign: &&char| others.binary_search(sign).map(|place| others.remove(place)).is_err();
    letters.iter().filter(is_lacking).collect()
}
