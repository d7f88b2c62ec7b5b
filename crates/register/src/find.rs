//! Finding by a few typed letters: risks by number or words, names by words. The best fits come first.
//!
//! For lists that narrow while somebody types: the card's jump to a risk, names that are offered, commands. What fits
//! equally well keeps its order. Nothing is sorted, and no more than the limit is kept: thousands of risks are looked
//! through at each keystroke.

use std::collections::BTreeMap;

use crate::model::{Register, Risk};
use crate::sort::sort;

/// How well something fits; the lower, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is what was typed, whatever the case.
    Whole,
    /// It begins with what was typed.
    Start,
    /// Every word that was typed begins a word of it.
    Words,
    /// Every word that was typed occurs in it.
    Inside,
}

const FITS: [Fit; 4] = [Fit::Whole, Fit::Start, Fit::Words, Fit::Inside];

/// How well a text fits what was typed; `None` where a word of it does not occur. Nothing typed fits everything.
pub fn fit(text: &str, typed: &str) -> Option<Fit> {
    Typed::new(typed).fit(text)
}

/// The places of the texts that fit best, at most `limit`.
pub fn best_of<T: AsRef<str>>(texts: &[T], typed: &str, limit: usize) -> Vec<usize> {
    let typed = Typed::new(typed);
    pick(texts.len(), limit, &|place| typed.fit(texts[place].as_ref()))
}

/// The places in the register of the risks that fit best, at most `limit`: by their number first, then by their title.
/// A number is understood with and without its leading zeros and marks: `4` finds `4`, `04.` and `R-004`.
pub fn best(risks: &[Risk], typed: &str, limit: usize) -> Vec<usize> {
    let typed = Typed::new(typed);
    pick(risks.len(), limit, &|place| typed.fit_risk(&risks[place]))
}

/// Every owner and contact of the risks, and every owner of their controls and actions, once: the most used first.
pub fn names(register: &Register) -> Vec<String> {
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    for risk in &register.risks {
        let own = risk.owners.iter().chain(&risk.contacts);
        let controls = risk.controls.iter().flat_map(|it| &it.owners);
        let actions = risk.actions.iter().flat_map(|it| &it.owners);
        for name in own.chain(controls).chain(actions) {
            *used.entry(name.trim()).or_default() += 1;
        }
    }
    let mut names: Vec<(&str, usize)> = used.into_iter().filter(|(name, _)| !name.is_empty()).collect();
    sort(&mut names, |a, b| b.1.cmp(&a.1));
    names.into_iter().map(|(name, _)| name.to_owned()).collect()
}

#[inline(never)]
fn pick(count: usize, limit: usize, fit: &dyn Fn(usize) -> Option<Fit>) -> Vec<usize> {
    let mut kept: [Vec<usize>; FITS.len()] = Default::default();
    for place in 0..count {
        if let Some(fit) = fit(place)
            && kept[fit as usize].len() < limit
        {
            kept[fit as usize].push(place);
        }
    }
    kept.into_iter().flatten().take(limit).collect()
}

/// What was typed, made ready once for many comparisons.
struct Typed {
    text: String,
    words: Vec<String>,
    number: String,
}

impl Typed {
    fn new(typed: &str) -> Self {
        let text = typed.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let trimmed = text.split(' ').map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
        let mut words: Vec<String> = trimmed.filter(|word| !word.is_empty()).map(str::to_owned).collect();
        if words.is_empty() && !text.is_empty() {
            // Signs alone are looked for as they stand.
            words.extend(text.split(' ').map(str::to_owned));
        }
        Self { number: plain_number(&text), words, text }
    }

    fn fit(&self, text: &str) -> Option<Fit> {
        self.fit_lower(&text.to_lowercase())
    }

    fn fit_lower(&self, text: &str) -> Option<Fit> {
        if self.text.is_empty() || text == self.text {
            return Some(Fit::Whole);
        }
        if text.starts_with(&self.text) {
            return Some(Fit::Start);
        }
        if !self.words.iter().all(|word| text.contains(word.as_str())) {
            return None;
        }
        let begins = |word: &String| starts_of_words(text).any(|rest| rest.starts_with(word.as_str()));
        Some(if self.words.iter().all(begins) { Fit::Words } else { Fit::Inside })
    }

    fn fit_risk(&self, risk: &Risk) -> Option<Fit> {
        let number = plain_number(&risk.number.to_lowercase());
        if self.number.is_empty() {
            return self.fit(&risk.title);
        }
        let figures = number.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        if number == self.number || figures == self.number {
            return Some(Fit::Whole);
        }
        if number.starts_with(&self.number) {
            return Some(Fit::Start);
        }
        let whole = format!("{} {}", risk.printed_number(), risk.title).to_lowercase();
        // A title that is typed from its start fits as well without the number.
        let title = self.fit(&risk.title).filter(|fit| *fit <= Fit::Start).map(|_| Fit::Start);
        title.or_else(|| self.fit_lower(&whole))
    }
}

/// What is left of a number without marks between and leading zeros in its figures: `r-004.` is `r4`.
fn plain_number(number: &str) -> String {
    let mut plain = String::new();
    for letter in number.chars().filter(|letter| letter.is_alphanumeric()) {
        let zero_before = plain.ends_with('0') && !plain[..plain.len() - 1].ends_with(|it: char| it.is_ascii_digit());
        if letter.is_ascii_digit() && zero_before {
            plain.pop();
        }
        plain.push(letter);
    }
    plain
}

/// The rest of a text from the start of each of its words.
fn starts_of_words(text: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, letter)| {
        let starts = letter.is_alphanumeric() && !inside;
        inside = letter.is_alphanumeric();
        starts.then(|| &text[at..])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Action, Control};
    use proptest::prelude::*;

    fn risks() -> Vec<Risk> {
        let risk = |number: &str, title: &str| Risk {
            id: title.into(),
            number: number.to_owned(),
            title: title.to_owned(),
            ..Risk::default()
        };
        let mut risks = vec![
            risk("12", "Records are lost in a fire"),
            risk("1", "Caseloads grow beyond what teams can carry"),
            risk("R-004", "Firewall of the old payroll"),
            risk("04.", "A campfire"),
            risk("", "The 12 schools without a head"),
        ];
        risks[1].corporate = true;
        risks
    }

    #[test]
    fn a_number_comes_before_words() {
        let risks = risks();
        assert_eq!(best(&risks, "12", 9), [0, 4]);
        assert_eq!(best(&risks, "1", 9), [1, 0, 4]);
        assert_eq!(best(&risks, "4", 9), [2, 3]);
        assert_eq!(best(&risks, "r4", 9), [2]);
        assert_eq!(best(&risks, "R-004", 9), [2]);
        assert_eq!(best(&risks, "1 (CR)", 9), [1]);
        assert_eq!(best(&risks, "1 case", 9), [1]);
    }

    #[test]
    fn starts_come_before_words_and_words_before_parts() {
        let risks = risks();
        assert_eq!(best(&risks, "fire", 9), [2, 0, 3]);
        assert_eq!(best(&risks, "LOST rec", 9), [0]);
        assert_eq!(best(&risks, "the 12 sch", 9), [4]);
        assert_eq!(best(&risks, "nothing", 9), Vec::<usize>::new());
    }

    #[test]
    fn nothing_typed_gives_the_first_ones() {
        assert_eq!(best(&risks(), " ", 3), [0, 1, 2]);
        assert_eq!(best(&risks(), "", 0), Vec::<usize>::new());
    }

    #[test]
    fn names_are_found_by_their_words() {
        let names = ["Head of Property", "Director of People", "Property lawyer", "Head of IT & People"];
        assert_eq!(best_of(&names, "prop", 9), [2, 0]);
        assert_eq!(best_of(&names, "peo head", 9), [3]);
        assert_eq!(best_of(&names, "&", 9), [3]);
        assert_eq!(best_of(&names, "director of people", 9), [1]);
        assert_eq!(fit("Director", "rect"), Some(Fit::Inside));
        assert_eq!(fit("Director", "directors"), None);
    }

    #[test]
    fn the_names_of_a_register_are_there_once_the_most_used_first() {
        let owners = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        let mut risk = Risk { owners: owners(&["B", "A"]), contacts: owners(&["C", ""]), ..Risk::default() };
        risk.controls.push(Control { owners: owners(&["C"]), ..Control::default() });
        risk.actions.push(Action { owners: owners(&[" C ", "D"]), ..Action::default() });
        let register = Register { risks: vec![risk], ..Register::default() };
        assert_eq!(names(&register), ["C", "A", "B", "D"]);
    }

    #[test]
    fn zeros_count_where_they_mean_something() {
        let cases =
            [("004", "4"), ("r-0010.", "r10"), ("0", "0"), ("00", "0"), ("10", "10"), ("1.01", "101"), ("a0b", "a0b")];
        for (number, plain) in cases {
            assert_eq!(plain_number(number), plain);
        }
    }

    proptest! {
        #[test]
        fn every_risk_is_found_by_its_title_and_by_its_number(titles in proptest::collection::vec("\\PC{1,20}", 1..6)) {
            let risks: Vec<Risk> = titles.iter().enumerate().map(|(at, title)| Risk {
                number: (at + 1).to_string(), title: title.clone(), ..Risk::default()
            }).collect();
            for (place, title) in titles.iter().enumerate() {
                prop_assert!(best(&risks, title, 99).contains(&place));
                prop_assert_eq!(best(&risks, &(place + 1).to_string(), 99)[0], place);
            }
        }
    }
}
