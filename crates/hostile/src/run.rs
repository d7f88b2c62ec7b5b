//! One run over many inputs.

use std::collections::BTreeSet;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::watch::Watch;
use crate::{Dice, Pool, memory};

/// How a reader is tried, and what it may take.
pub struct Run {
    /// What is read, in a word or two.
    pub name: &'static str,
    /// How many inputs an ordinary run tries.
    pub inputs: usize,
    /// Which part of a long run's time it takes.
    pub share: f64,
    /// The memory an input may take at once, in bytes: so much for each of its bytes, and so much in any case.
    pub memory: (usize, usize),
}

/// The kinds of things that were told, as the outcome of an input: digits and quoted words apart, in no order.
pub fn outcome<T: AsRef<str>>(told: impl IntoIterator<Item = T>) -> String {
    let kind = |text: T| {
        let plain = text.as_ref().split(['“', '”', '"']).step_by(2).collect::<String>();
        plain.chars().filter(|it| !it.is_ascii_digit()).collect::<String>()
    };
    told.into_iter().map(kind).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join("|")
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

impl Run {
    /// Reads the inputs of the corpus as they are, then so many made by chance. `make` damages one; `read` reads one,
    /// panics where a rule is broken, and tells its outcome.
    ///
    /// # Panics
    /// After all inputs, if one made `read` panic or took too much memory. The inputs are then in the corpus.
    pub fn over(&self, mut pool: Pool, make: impl Fn(&Pool, &mut Dice) -> Vec<u8>, read: impl Fn(&[u8]) -> String) {
        let soak = std::env::var_os("HEATGRID_SOAK").is_some();
        let minutes = number("HEATGRID_SOAK_MINUTES").unwrap_or(60) as f64;
        let end = Instant::now() + Duration::from_secs_f64(60.0 * minutes * self.share);
        let seed = if soak {
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            let seed = number("HEATGRID_SOAK_SEED").unwrap_or(now.as_secs());
            self.say(&format!("{}: from the seed {seed}", self.name));
            seed
        } else {
            2024
        };
        let watch = Watch::start(pool.folder().to_owned());
        let (mut dice, mut tried, mut failed, mut largest) = (Dice::new(seed), 0, Vec::new(), 0);
        let mut given: Vec<Vec<u8>> = pool.inputs().to_vec();
        given.reverse();
        while if soak { Instant::now() < end } else { tried < self.inputs } || !given.is_empty() {
            let input = given.pop().unwrap_or_else(|| make(&pool, &mut dice));
            let (result, peak) =
                memory::peak_of(|| watch.over(&input, || catch_unwind(AssertUnwindSafe(|| read(&input)))));
            tried += 1;
            let most = self.memory.0 * input.len() + self.memory.1;
            largest = largest.max(peak * 100 / most.max(1));
            match result {
                Ok(_) if peak > most => {
                    failed.push(super::pool::keep(pool.folder(), "memory", &input));
                    self.say(&format!("{}: {peak} bytes for an input of {}", self.name, input.len()));
                }
                Ok(outcome) => pool.learn(&input, outcome),
                Err(_) => failed.push(super::pool::keep(pool.folder(), "panic", &input)),
            }
            if failed.len() > 20 {
                break;
            }
        }
        self.say(&format!("{}: {} outcomes; at most {largest} % of the memory allowed", self.name, pool.outcomes()));
        self.say(&format!("reliability: hostile files: {tried} tried, {} panics", failed.len()));
        assert!(failed.is_empty(), "{}: see {failed:?}", self.name);
    }

    /// Past the test runner, which would keep it to itself.
    fn say(&self, line: &str) {
        let _ = writeln!(std::io::stdout(), "{line}");
    }
}
