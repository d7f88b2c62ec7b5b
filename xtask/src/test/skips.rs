//! Tests that find at run time that they cannot be run in this browser.

use std::fmt;

/// What they said, and how many of the present runner's tests they are.
#[derive(Debug, Default)]
pub struct Skips {
    all: Vec<String>,
    present: u64,
}

impl Skips {
    /// Reads a line of a test runner. Hands back the line with the tests that were not run counted among those ignored:
    /// the runner takes them to have passed.
    pub fn read(&mut self, line: &str) -> String {
        if let Some((_, skip)) = line.split_once("skipped: ") {
            self.all.push(skip.to_owned());
            self.present += 1;
        }
        if !line.contains("test result: ") {
            return line.to_owned();
        }
        let skipped = std::mem::take(&mut self.present);
        let recount = |count: &str| {
            let (number, what) = count.trim_start().split_once(' ')?;
            let number: u64 = number.parse().ok()?;
            match what {
                "passed" => Some(format!(" {} passed", number.saturating_sub(skipped))),
                "ignored" => Some(format!(" {} ignored", number + skipped)),
                _ => None,
            }
        };
        let counts = |part: &str| {
            let (before, count) = part.rsplit_once('.').unwrap_or(("", part));
            let dot = if before.is_empty() { "" } else { "." };
            recount(count).map_or_else(|| part.to_owned(), |count| format!("{before}{dot}{count}"))
        };
        line.split(';').map(counts).collect::<Vec<_>>().join(";")
    }
}

impl fmt::Display for Skips {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        if !self.all.is_empty() {
            writeln!(formatter, "\nNot run in this browser: {}", self.all.len())?;
        }
        self.all.iter().try_for_each(|skip| writeln!(formatter, "    {skip}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_skipped_is_listed_and_does_not_count_as_passed() {
        let mut skips = Skips::default();
        skips.read("test a ... skipped: a: no tree");
        skips.read("skipped: b: no tree");
        let line = skips.read("test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out");
        assert_eq!(line, "test result: ok. 3 passed; 0 failed; 3 ignored; 0 measured; 0 filtered out");
        // The next runner begins anew.
        let line = "test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.3s";
        assert_eq!(skips.read(line), line);
        assert_eq!(skips.to_string(), "\nNot run in this browser: 2\n    a: no tree\n    b: no tree\n");
    }
}
