//! Running every check and test, in the order of the quickest answer.

mod reliability;
mod skips;
mod steps;
mod totals;

use crate::{build, say, tools};
use anyhow::{Result, bail};
use std::time::{Duration, Instant};
use steps::{Engine, STEPS, Step};
use totals::Totals;

pub use reliability::Figures;

enum Outcome {
    Passed,
    Failed(String),
    /// Not run, since the step named here had failed.
    Blocked(&'static str),
}

/// Runs the steps named, or all; prints what came of each, and what the test runners counted.
pub fn run(names: &[&str]) -> Result<()> {
    if let Some(name) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        let known: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        bail!("there is no test step `{name}`. There are: {}", known.join(" "));
    }
    let chosen = STEPS.iter().filter(|step| step.is_wanted(names));
    let mut totals = Totals::default();
    let mut done: Vec<(&str, Outcome, Duration)> = Vec::new();
    if names.is_empty() {
        let start = Instant::now();
        let outcome = outcome_of(tools::install_all());
        done.push(("setup", outcome, start.elapsed()));
    }
    for step in chosen {
        let start = Instant::now();
        let outcome = match blocked_by(step, &done) {
            Some(other) => Outcome::Blocked(other),
            None => {
                say::step(step.title, step.takes);
                outcome_of((step.run)(&mut totals))
            }
        };
        done.push((step.name, outcome, start.elapsed()));
    }
    summary(&done, &totals)
}

/// Runs browser tests against an unoptimised page, which is made in seconds; what takes parts or sizes of the optimised
/// one for granted fails there. HEATGRID_BROWSER=firefox has them run in Firefox. Each name is that of a file in `tests`; a name after `--` is that of a test in them.
///
/// # Errors
/// The page cannot be built, or a test failed.
pub fn try_out(words: &[&str]) -> Result<()> {
    let (files, names) = words.split_at(words.iter().position(|word| *word == "--").unwrap_or(words.len()));
    let page = build::unoptimised()?;
    let mut chosen = vec!["--no-fail-fast"];
    chosen.extend(files.iter().flat_map(|file| ["--test", file]));
    let mut totals = Totals::default();
    let firefox = std::env::var_os("HEATGRID_BROWSER").is_some_and(|name| name == "firefox");
    let engine = if firefox { Engine::Firefox } else { Engine::Chromium };
    steps::browser_tests(engine, &page, &chosen, names.get(1..).unwrap_or_default(), &mut totals)?;
    println!("\n{totals}");
    totals.check()
}

/// Runs the tests that try at random for long: those of damage natively, and killing page and browser.
///
/// # Errors
/// There is no built page, or a test failed.
pub fn try_for_long(minutes: u32) -> Result<Totals> {
    let mut totals = Totals::default();
    steps::hostile_for_long(minutes, &mut totals)?;
    steps::kills_for_long(&mut totals)?;
    Ok(totals)
}

fn outcome_of(result: Result<()>) -> Outcome {
    match result {
        Ok(()) => Outcome::Passed,
        Err(error) => {
            let reason = format!("{error:#}");
            say::failure(&reason);
            Outcome::Failed(reason)
        }
    }
}

fn blocked_by(step: &Step, done: &[(&str, Outcome, Duration)]) -> Option<&'static str> {
    step.needs
        .iter()
        .copied()
        .find(|need| done.iter().any(|(name, outcome, _)| name == need && !matches!(outcome, Outcome::Passed)))
}

fn summary(done: &[(&str, Outcome, Duration)], totals: &Totals) -> Result<()> {
    println!("\n==> Summary");
    for (name, outcome, time) in done {
        let said = match outcome {
            Outcome::Passed => "passed".to_string(),
            Outcome::Failed(_) => "FAILED".to_string(),
            Outcome::Blocked(other) => format!("not run: {other} failed"),
        };
        println!("{name:>10} {:>12}  {said}", say::duration(*time));
    }
    let total: Duration = done.iter().map(|(_, _, time)| *time).sum();
    println!("{:>10} {:>12}", "in all", say::duration(total));
    for (name, outcome, _) in done {
        if let Outcome::Failed(reason) = outcome {
            say::failure(&format!("{name}: {reason}"));
        }
    }
    println!("\n{totals}");
    let tried = totals.check().inspect_err(|error| say::failure(&error.to_string()));
    if tried.is_err() || done.iter().any(|(_, outcome, _)| !matches!(outcome, Outcome::Passed)) {
        std::process::exit(1);
    }
    Ok(())
}
