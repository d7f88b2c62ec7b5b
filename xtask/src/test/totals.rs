//! Adding up what the test runners counted.

use super::Figures;
use anyhow::{Result, ensure};
use std::fmt;

/// How many tests passed, failed and were skipped, over all runners, and what they tried.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Totals {
    passed: u64,
    failed: u64,
    skipped: u64,
    figures: Figures,
}

impl Totals {
    /// What the tests tell of how much they tried.
    pub fn figures(&self) -> &Figures {
        &self.figures
    }

    /// Whether all that was tried went well.
    ///
    /// # Errors
    /// It did not.
    pub fn check(&self) -> Result<()> {
        ensure!(!self.figures.any_wrong(), "what was tried did not all go well: see the figures");
        Ok(())
    }

    /// Adds a runner's closing line or what a test tells; other lines change nothing.
    pub fn read(&mut self, line: &str) {
        self.figures.read(line);
        let Some((_, counts)) = line.split_once("test result: ") else { return };
        for count in counts.split([';', '.']) {
            let mut words = count.split_whitespace();
            let (Some(number), Some(what)) = (words.next(), words.next()) else { continue };
            let Ok(number) = number.parse::<u64>() else { continue };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.skipped += number,
                _ => {}
            }
        }
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(formatter, ", {} skipped", self.skipped)?;
        }
        write!(formatter, "{}", self.figures)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_add_up_and_others_do_not_count() {
        let mut totals = Totals::default();
        totals.read("running 7 tests");
        totals.read("test result: ok. 5 passed; 0 failed; 2 ignored; 0 measured; 9 filtered out; finished in 0.03s");
        assert_eq!(totals.to_string(), "5 passed, 0 failed, 2 skipped");
        totals.read("test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 filtered out");
        totals.read("test scores::test_result ... ok");
        assert_eq!(totals.to_string(), "8 passed, 1 failed, 2 skipped");
    }

    #[test]
    fn what_was_tried_stands_below_and_must_have_gone_well() {
        let mut totals = Totals::default();
        totals.read("test result: ok. 1 passed; 0 failed");
        totals.read("reliability: damages: 7 tried, 0 registers lost");
        assert_eq!(totals.to_string(), "1 passed, 0 failed\nreliability: damages: 7 tried, 0 registers lost");
        assert!(totals.check().is_ok());
        totals.read("reliability: damages: 7 tried, 1 registers lost");
        assert!(totals.check().is_err());
    }

    #[test]
    fn nothing_skipped_is_not_mentioned() {
        assert_eq!(Totals::default().to_string(), "0 passed, 0 failed");
    }
}
