//! One condition in words.

use super::super::{Condition, Holds, Subject, Test};
use super::super::{condition, value_label, values};
use super::capital;
use crate::date::{DateText, Day};
use crate::model::Register;

/// What stands behind a name that no risk has.
pub const NOT_THERE: &str = "(not in this register)";

/// What the words depend on.
pub(super) struct Tongue<'a> {
    pub register: &'a Register,
    pub today: Day,
}

impl Tongue<'_> {
    /// Values as they read in a sentence: the last two joined by "or". A name that the register does not have says so.
    fn any_of(&self, subject: &Subject, given: &[String]) -> String {
        let picked = matches!(subject.holds, Holds::Choice | Holds::Names);
        let there = if picked { values(self.register, subject, self.today) } else { Vec::new() };
        let is_there = |value: &str| there.iter().any(|it| condition::plain(it) == condition::plain(value));
        let word = |value: &String| match (picked, is_there(value)) {
            (true, true) => word(subject, value),
            (true, false) => format!("{value} {NOT_THERE}"),
            _ => quoted(value),
        };
        either(given.iter().map(word).collect())
    }
}

/// Names that this program gives read as words of the sentence.
fn word(subject: &Subject, value: &str) -> String {
    let label = value_label(subject, value);
    if matches!(subject.name, "status" | "travel") { label.to_lowercase() } else { label }
}

fn quoted(value: &str) -> String {
    format!("“{value}”")
}

fn either(mut words: Vec<String>) -> String {
    match words.pop() {
        Some(last) if words.is_empty() => last,
        Some(last) => format!("{} or {last}", words.join(", ")),
        None => String::new(),
    }
}

/// A condition as a phrase that follows what it speaks of: many risks, controls or actions, or one of them.
pub(super) fn phrase(tongue: &Tongue<'_>, it: &Condition, many: bool) -> String {
    let Some(subject) = it.known() else {
        return format!("with {} (which this version does not know)", quoted(&it.subject));
    };
    let noun = subject.noun;
    let first = it.values.first().map(String::as_str).unwrap_or_default();
    let second = it.values.get(1).map(String::as_str).unwrap_or_default();
    match (it.test, subject.holds) {
        (Test::Yes | Test::No, _) => flag(subject.name, it.test == Test::Yes, many),
        (Test::Blank, _) => format!("with no {noun}"),
        (Test::Set, _) => format!("with {}{noun}", article(noun)),
        (Test::Is, Holds::Names) if noun == "owner" => format!("owned by {}", tongue.any_of(subject, &it.values)),
        (Test::IsNot, Holds::Names) if noun == "owner" => {
            format!("not owned by {}", tongue.any_of(subject, &it.values))
        }
        (Test::Is, Holds::Number) => format!("with {noun} {}", either(it.values.iter().map(|it| number(it)).collect())),
        (Test::IsNot, Holds::Number) => {
            format!("with {noun} other than {}", either(it.values.iter().map(|it| number(it)).collect()))
        }
        (Test::Is, _) => format!("with {noun} {}", tongue.any_of(subject, &it.values)),
        (Test::IsNot, _) => format!("whose {noun} is not {}", tongue.any_of(subject, &it.values)),
        (Test::Contains | Test::Lacks, _) => {
            let texts = either(it.values.iter().map(|value| quoted(value)).collect());
            let verb = match (it.test == Test::Contains, is_plural(noun)) {
                (true, false) => "contains",
                (true, true) => "contain",
                (false, false) => "does not contain",
                (false, true) => "do not contain",
            };
            format!("whose {noun} {verb} {texts}")
        }
        (Test::AtLeast, _) => format!("with {noun} {} or more", number(first)),
        (Test::AtMost, _) => format!("with {noun} {} or less", number(first)),
        (Test::Between, Holds::Date) => format!("with {noun} from {} to {}", date(first), date(second)),
        (Test::Between, _) => format!("with {noun} {} to {}", number(first), number(second)),
        (Test::Before, _) => format!("with {noun} before {}", date(first)),
        (Test::After, _) => format!("with {noun} after {}", date(first)),
    }
}

fn flag(subject: &str, yes: bool, many: bool) -> String {
    let not = if yes { "" } else { "not " };
    let that = if many { "that are" } else { "that is" };
    match subject {
        "corporate" => format!("{} the corporate flag", if yes { "with" } else { "without" }),
        "overdue" => format!("{not}overdue for review"),
        "above_appetite" => format!("{not}above appetite"),
        "exempt" => format!("{} the exempt mark", if yes { "with" } else { "without" }),
        "control.exempt" | "action.exempt" => format!("{that} {not}exempt"),
        "action.late" => format!("{that} {not}late"),
        _ => format!("{that} {not}done"),
    }
}

fn number(value: &str) -> String {
    if value.trim().parse::<u64>().is_ok() {
        value.trim().to_owned()
    } else {
        format!("{} (not a number)", quoted(value))
    }
}

fn date(value: &str) -> String {
    if condition::span(value).is_some() {
        DateText(value.to_owned()).long()
    } else {
        format!("{} (not a date)", quoted(value))
    }
}

fn is_plural(noun: &str) -> bool {
    noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("us")
}

fn article(noun: &str) -> &'static str {
    match noun {
        _ if is_plural(noun) => "",
        "progress" | "assurance" | "adequacy" | "acceptance" | "critical success" => "",
        _ if noun.starts_with(['a', 'e', 'i', 'o']) => "an ",
        _ => "a ",
    }
}

/// A condition in a few words, for a chip, e.g. `Residual score ≥ 12` or `Owner: Head of Property`.
pub fn brief(it: &Condition) -> String {
    let Some(subject) = it.known() else { return format!("{}: not known", it.subject) };
    let whole = subject.label();
    // On a chip "Residual ≥ 12" is enough.
    let label = whole.strip_suffix(" score").unwrap_or(&whole);
    let noun = || lower_first(&whole);
    let words: Vec<String> = it.values.iter().map(|value| value_label(subject, value)).collect();
    let list = || words.join(", ");
    let dates: Vec<String> = it.values.iter().map(|value| DateText(value.clone()).short()).collect();
    let of_two = |words: &[String]| words.join(" to ");
    match (it.test, subject.holds) {
        (Test::Is, _) if subject.name == "status" => list(),
        (Test::Yes, _) => flag_words(subject, true),
        (Test::No, _) => flag_words(subject, false),
        (Test::Blank, _) => format!("No {}", noun()),
        (Test::Set, _) if is_plural(subject.noun) => format!("Some {}", noun()),
        (Test::Set, _) => format!("Any {}", noun()),
        (Test::Is, Holds::Number) => format!("{label} = {}", list()),
        (Test::IsNot, Holds::Number) => format!("{label} ≠ {}", list()),
        (Test::Is, _) => format!("{label}: {}", list()),
        (Test::IsNot, _) => format!("{label}: not {}", list()),
        (Test::Contains, _) => format!("{label}: “{}”", words.join("”, “")),
        (Test::Lacks, _) => format!("{label}: not “{}”", words.join("”, “")),
        (Test::AtLeast, _) => format!("{label} ≥ {}", list()),
        (Test::AtMost, _) => format!("{label} ≤ {}", list()),
        (Test::Between, Holds::Date) => format!("{label} {}", of_two(&dates)),
        (Test::Between, _) => format!("{label} {}", of_two(&words)),
        (Test::Before, _) => format!("{label} before {}", of_two(&dates)),
        (Test::After, _) => format!("{label} after {}", of_two(&dates)),
    }
}

fn flag_words(subject: &Subject, yes: bool) -> String {
    match (subject.name, yes) {
        ("corporate", true) => "Corporate".to_owned(),
        ("corporate", false) => "Not corporate".to_owned(),
        ("exempt", true) => "Exempt".to_owned(),
        ("exempt", false) => "Not exempt".to_owned(),
        ("control.exempt", true) => "Exempt controls".to_owned(),
        ("control.exempt", false) => "Controls not exempt".to_owned(),
        ("action.exempt", true) => "Exempt actions".to_owned(),
        ("action.exempt", false) => "Actions not exempt".to_owned(),
        ("action.late", true) => "Late actions".to_owned(),
        ("action.late", false) => "Actions not late".to_owned(),
        ("action.done", true) => "Actions done".to_owned(),
        ("action.done", false) => "Actions not done".to_owned(),
        (_, true) => capital(subject.noun),
        (_, false) => format!("Not {}", subject.noun),
    }
}

fn lower_first(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    text
}
