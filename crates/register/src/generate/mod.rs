//! Made-up registers of any size, the same for the same seed: for tests, measurements and trying things out.

mod compact;
mod dice;
mod risk;
mod words;

use crate::model::{Register, Risk, Term};
use crate::presets;
use dice::Dice;
use words::Service;

/// A register with so many risks as councils write them: long and short, with gaps, odd dates, several owners, numbers
/// out of order, closed risks. A risk takes 1.5 to 2.5 KB of JSON on average.
pub fn register(seed: u64, risks: usize) -> Register {
    made(seed, risks, "Operational risks", risk::risk)
}

/// A register with so many short risks, of 250 to 350 bytes of JSON on average: 10,000 of them fit into the 5 million
/// characters that a browser gives a page.
pub fn compact(seed: u64, risks: usize) -> Register {
    made(seed, risks, "Short risks", compact::risk)
}

fn made(seed: u64, risks: usize, title: &str, risk: fn(&mut Dice, usize, String) -> Risk) -> Register {
    let mut dice = Dice(seed);
    let numbers = numbers(&mut dice, risks);
    let term =
        |term: &str, meaning: &str| Term { term: term.to_owned(), meaning: meaning.to_owned(), ..Term::default() };
    Register {
        id: format!("generated-{seed}-{risks}").as_str().into(),
        title: format!("{title} {seed}"),
        entity: vec!["County Council".to_owned(), "All directorates".to_owned()],
        description: "Made up for trying things out; no resemblance to a real register is meant.".to_owned(),
        as_at: "2025-09".into(),
        review_dates: vec!["2025-09-15".into(), "2025-06".into()],
        criteria: presets::five_by_five(),
        glossary: vec![term("Appetite", "The score that the council is prepared to live with")],
        acronyms: vec![term("CR", "Corporate register"), term("RAG", "Red, amber, green")],
        risks: numbers.into_iter().enumerate().map(|(place, number)| risk(&mut dice, place, number)).collect(),
        ..Register::default()
    }
}

/// The numbers 1, 2, 3, …, some of them out of order.
fn numbers(dice: &mut Dice, count: usize) -> Vec<String> {
    let mut numbers: Vec<String> = (1..=count).map(|number| number.to_string()).collect();
    for _ in 0..count / 20 {
        let (one, other) = (dice.below(count), dice.below(count));
        numbers.swap(one, other);
    }
    numbers
}

/// A text with the service filled in.
fn about(text: &str, service: &Service) -> String {
    let mut name = service.name.to_owned();
    let within = text.replace("{s}", &name);
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    within.replace("{S}", &name)
}

#[cfg(test)]
mod tests;
