//! The filter, sort and grouping in words.

mod phrase;

use super::{Condition, Filter, GroupBy, Key, Of, Sort, Subject};
use super::{Holds, Test};
use crate::date::Day;
use crate::model::Register;
use phrase::{Tongue, phrase};

pub use phrase::{NOT_THERE, brief};

/// Filter, order and grouping as a sentence without a full stop, e.g. `Open risks with residual score 12 or more, owned by
/// Head of Property, in order of residual score, highest first`. Where controls or actions are listed, it speaks of them:
/// `Actions owned by Head of Property, that are late, of open risks`.
///
/// What a condition names and the register does not have is told.
pub fn sentence(
    register: &Register,
    of: Of,
    filter: &Filter,
    sort: &[Sort],
    group: Option<GroupBy>,
    today: Day,
) -> String {
    let tongue = Tongue { register, today };
    let phrases = |of: Of, many: bool| -> Vec<String> {
        let asked = filter.conditions.iter().filter(|it| belongs_to(it) == of && adjective(it).is_none());
        asked.map(|it| phrase(&tongue, it, many)).collect()
    };
    let adjectives: Vec<&str> = filter.conditions.iter().filter_map(adjective).collect();
    let mut of_risks = phrases(Of::Risk, true);
    for (listed, one) in [(Of::Control, "a control"), (Of::Action, "an action")] {
        let asked = if listed == of { Vec::new() } else { phrases(listed, false) };
        if !asked.is_empty() {
            of_risks.push(format!("with {one} {}", asked.join(" and ")));
        }
    }
    let words = filter.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mentioning = (!words.is_empty()).then(|| format!("mentioning “{words}”"));
    let listed = match of {
        Of::Risk => None,
        Of::Control => Some("controls"),
        Of::Action => Some("actions"),
    };
    let mut sentence = match listed {
        None => {
            of_risks.extend(mentioning);
            noun_phrase(&adjectives.join(" "), "risks", &of_risks)
        }
        Some(noun) => {
            let mut own = phrases(of, true);
            own.extend(mentioning);
            let mut all = noun_phrase("", noun, &own);
            if !(adjectives.is_empty() && of_risks.is_empty()) {
                let risks = noun_phrase(&adjectives.join(" "), "risks", &of_risks);
                all = all.strip_prefix("all ").unwrap_or(&all).to_owned();
                all.push_str(if own.is_empty() { " of " } else { ", of " });
                all.push_str(&risks);
            }
            all
        }
    };
    if !sort.is_empty() {
        sentence.push_str(", in order of ");
        sentence.push_str(&sort.iter().map(order).collect::<Vec<_>>().join(", then "));
    }
    if let Some(subject) = group.and_then(|by| Subject::of(by.subject())) {
        sentence.push_str(", grouped by ");
        sentence.push_str(&lower(&subject.label()));
    }
    capital(&sentence)
}

/// Adjectives, noun, and what follows it: `open risks with no owner, above appetite`.
fn noun_phrase(adjectives: &str, noun: &str, phrases: &[String]) -> String {
    let all = if adjectives.is_empty() && phrases.is_empty() { "all " } else { "" };
    let gap = if adjectives.is_empty() { "" } else { " " };
    let follows = if phrases.is_empty() { "" } else { " " };
    format!("{all}{adjectives}{gap}{noun}{follows}{}", phrases.join(", "))
}

fn belongs_to(condition: &Condition) -> Of {
    condition.known().map_or(Of::Risk, Subject::belongs_to)
}

/// What is said in a word before "risks".
fn adjective(condition: &Condition) -> Option<&'static str> {
    let value = condition.values.first().map(String::as_str);
    match (condition.known()?.name, condition.test, value) {
        ("corporate", Test::Yes, _) => Some("corporate"),
        ("status", Test::Is, Some("open")) if condition.values.len() == 1 => Some("open"),
        ("status", Test::Is, Some("closed")) if condition.values.len() == 1 => Some("closed"),
        _ => None,
    }
}

/// One key of an order, e.g. `residual score, highest first`.
fn order(sort: &Sort) -> String {
    let subject = match sort.key {
        Key::Field(name) => Subject::of(name),
        Key::Order => None,
    };
    let Some(subject) = subject else {
        return if sort.descending { "the register, from its end" } else { "the register" }.to_owned();
    };
    let way = direction(sort);
    format!("{}{}{}", lower(&subject.label()), if way.is_empty() { "" } else { ", " }, lower(way))
}

/// What a direction of sorting means for its key, e.g. `Highest first`; blank where it goes without saying.
fn direction(sort: &Sort) -> &'static str {
    let [up, down] = directions(sort.key);
    match sort.descending {
        true => down,
        false if up == "A to Z" => "",
        false => up,
    }
}

/// What sorting up and sorting down by a key are called on the page.
pub fn directions(key: Key) -> [&'static str; 2] {
    let subject = Subject::of(key.name());
    match subject.map(|subject| (subject.holds, super::said::is_ordered(subject))) {
        None => ["From the start", "From the end"],
        Some((Holds::Number, _)) => ["Lowest first", "Highest first"],
        Some((Holds::List, _)) => ["Fewest first", "Most first"],
        Some((Holds::Date, _)) => ["Earliest first", "Latest first"],
        Some((Holds::Flag, _)) => ["Yes first", "No first"],
        Some((_, true)) if key.name().ends_with(".band") => ["Lowest first", "Highest first"],
        Some((_, true)) => ["In their order", "In reverse order"],
        Some(_) => ["A to Z", "Z to A"],
    }
}

fn lower(text: &str) -> String {
    let mut text = text.to_owned();
    if !text.starts_with("A to")
        && !text.starts_with("Z to")
        && let Some(first) = text.get_mut(..1)
    {
        first.make_ascii_lowercase();
    }
    text
}

/// A text with a capital at its start.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
