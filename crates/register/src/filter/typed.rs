//! Conditions as a user types them.

use super::condition::{Condition, Test, span};
use super::subject::{Holds, Subject};
use crate::date::DateText;

impl Condition {
    /// The condition that was typed or picked: numbers and dates are understood, and a range has its lower end first.
    ///
    /// # Errors
    /// What is missing or cannot be read, for the user.
    pub fn typed(subject: &Subject, test: Test, values: &[String]) -> Result<Self, &'static str> {
        let given = || values.iter().map(|value| value.trim()).filter(|value| !value.is_empty());
        let mut values: Vec<String> = match (test.takes(), subject.holds) {
            (Some(0), _) => Vec::new(),
            (_, Holds::Number) => {
                let number = |text: &str| text.parse::<u64>().map(|number| number.to_string());
                given().map(number).collect::<Result<_, _>>().map_err(|_| NO_NUMBER)?
            }
            (_, Holds::Date) => {
                let date = |text: &str| Some(DateText::typed(text).0).filter(|date| span(date).is_some());
                given().map(date).collect::<Option<_>>().ok_or(NO_DATE)?
            }
            _ => given().map(str::to_owned).collect(),
        };
        let enough = test.takes().map_or(!values.is_empty(), |count| values.len() == count);
        if !enough {
            return Err(match (test, subject.holds) {
                (Test::Between, _) => "Enter both ends of the range.",
                (_, Holds::Number) => NO_NUMBER,
                (_, Holds::Date) => NO_DATE,
                (Test::Is | Test::IsNot, Holds::Choice | Holds::Names) => "Choose at least one.",
                _ => "Enter what to look for.",
            });
        }
        if let [first, second] = values.as_slice()
            && test == Test::Between
            && is_before(subject.holds, second, first)
        {
            values.reverse();
        }
        Ok(Self { subject: subject.name.to_owned(), test, values })
    }
}

const NO_NUMBER: &str = "Enter a whole number, such as 12.";
const NO_DATE: &str = "Enter a date, such as 31/3/2026 or Mar 2026.";

fn is_before(holds: Holds, one: &str, other: &str) -> bool {
    match holds {
        Holds::Date => span(one).map(|it| it.0) < span(other).map(|it| it.0),
        _ => one.parse::<u64>().ok() < other.parse::<u64>().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(subject: &str, test: Test, values: &[&str]) -> Result<Vec<String>, &'static str> {
        let values: Vec<String> = values.iter().map(|&value| value.to_owned()).collect();
        Condition::typed(Subject::of(subject).unwrap(), test, &values).map(|condition| condition.values)
    }

    #[test]
    fn what_is_typed_is_understood() {
        let ok = |values: &[&str]| Ok(values.iter().map(|&value| value.to_owned()).collect::<Vec<_>>());
        assert_eq!(typed("residual", Test::AtLeast, &[" 12 "]), ok(&["12"]));
        assert_eq!(typed("residual", Test::Between, &["12", "6"]), ok(&["6", "12"]));
        assert_eq!(typed("next_review", Test::Before, &["31/3/24"]), ok(&["2024-03-31"]));
        assert_eq!(typed("next_review", Test::Between, &["Mar 24", "1/2/24"]), ok(&["2024-02-01", "2024-03"]));
        assert_eq!(typed("owners", Test::Blank, &["left over"]), ok(&[]));
        assert_eq!(typed("owners", Test::Is, &["Head ", "", "Director"]), ok(&["Head", "Director"]));
        assert_eq!(typed("title", Test::Contains, &[" fire lost "]), ok(&["fire lost"]));
    }

    #[test]
    fn what_is_wrong_says_what_would_be_right() {
        for (subject, test, values) in [
            ("residual", Test::AtLeast, &["twelve"][..]),
            ("residual", Test::AtLeast, &[""]),
            ("residual", Test::Between, &["3", ""]),
            ("next_review", Test::Before, &["soon"]),
            ("next_review", Test::Before, &["31/4/21"]),
            ("next_review", Test::Before, &[]),
            ("owners", Test::Is, &[]),
            ("title", Test::Contains, &["  "]),
        ] {
            let wrong = typed(subject, test, values).unwrap_err();
            assert!(wrong.ends_with('.') && (wrong.starts_with("Enter ") || wrong.starts_with("Choose ")), "{wrong}");
        }
    }
}
