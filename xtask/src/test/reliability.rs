//! What the tests tell of how much they tried: `reliability: crashes: 200 tried, 0 edits lost`.

use std::fmt;

/// One figure: of so many tried, so many went wrong.
#[derive(Debug, PartialEq, Eq)]
struct Figure {
    name: String,
    tried: u64,
    wrong: u64,
    /// What going wrong means, e.g. `edits lost`.
    what: String,
}

/// The figures in the order in which they were first told; those of one name are added up.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Figures(Vec<Figure>);

impl Figures {
    /// Takes in a line that tells a figure, whatever a test runner has printed before it; other lines change nothing.
    pub fn read(&mut self, line: &str) {
        let Some(told) = line.split_once("reliability: ").and_then(|(_, told)| figure(told)) else { return };
        match self.0.iter_mut().find(|it| it.name == told.name && it.what == told.what) {
            Some(known) => {
                known.tried += told.tried;
                known.wrong += told.wrong;
            }
            None => self.0.push(told),
        }
    }

    /// Whether any went wrong.
    pub fn any_wrong(&self) -> bool {
        self.0.iter().any(|it| it.wrong > 0)
    }

    /// As rows of a table: name, tried, went wrong.
    pub fn rows(&self) -> impl Iterator<Item = [String; 3]> {
        self.0.iter().map(|it| [it.name.clone(), spaced(it.tried), format!("{} {}", spaced(it.wrong), it.what)])
    }
}

fn figure(told: &str) -> Option<Figure> {
    let (name, rest) = told.split_once(": ")?;
    let (tried, wrong) = rest.trim_end().split_once(" tried, ")?;
    let (wrong, what) = wrong.split_once(' ')?;
    Some(Figure { name: name.into(), tried: tried.parse().ok()?, wrong: wrong.parse().ok()?, what: what.into() })
}

/// A number with commas between thousands.
fn spaced(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

impl fmt::Display for Figures {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        self.rows()
            .try_for_each(|[name, tried, wrong]| write!(formatter, "\nreliability: {name}: {tried} tried, {wrong}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_one_name_add_up_wherever_they_stand_in_a_line() {
        let mut figures = Figures::default();
        figures.read("reliability: hostile files: 11000 tried, 0 panics");
        figures.read("test each_damage ... reliability: damages: 90 tried, 0 registers lost");
        figures.read("..reliability: hostile files: 2500 tried, 0 panics\r");
        for other in
            ["reliability", "reliability: none", "reliability: a: many tried, 0 lost", "test result: ok. 5 passed"]
        {
            figures.read(other);
        }
        assert_eq!(
            figures.to_string(),
            "\nreliability: hostile files: 13,500 tried, 0 panics\nreliability: damages: 90 tried, 0 registers lost"
        );
        assert!(!figures.any_wrong());
    }

    #[test]
    fn one_that_went_wrong_is_told() {
        let mut figures = Figures::default();
        figures.read("reliability: crashes: 200 tried, 0 edits lost");
        figures.read("reliability: crashes: 1000000 tried, 1 edits lost");
        assert!(figures.any_wrong());
        assert_eq!(figures.to_string(), "\nreliability: crashes: 1,000,200 tried, 1 edits lost");
    }
}
