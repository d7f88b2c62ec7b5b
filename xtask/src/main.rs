//! The project's chores: `cargo xtask serve`, `build`, `test`, `try`, `soak` and `setup`.
#![allow(clippy::print_stdout, reason = "the chores talk to whoever runs them")]
#![allow(clippy::disallowed_methods, reason = "they panic in a browser page, and the chores run outside one")]

mod build;
mod deny;
mod page;
mod project;
mod run;
mod say;
mod schema;
mod serve;
mod size;
mod soak;
mod test;
mod tools;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = include_str!("help.txt");

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match chore(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::failure(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn chore(words: &[&str]) -> Result<()> {
    match words {
        [] | ["help" | "--help" | "-h"] => println!("{HELP}"),
        ["setup"] => tools::install_all()?,
        ["serve"] => serve::serve(None)?,
        ["serve", port] => serve::serve(Some(port.parse()?))?,
        ["build"] => build::release()?,
        ["build", "--single-file"] => build::single_file()?,
        ["test", steps @ ..] => test::run(steps)?,
        ["try", tests @ ..] => test::try_out(tests)?,
        ["soak"] => soak::soak(60)?,
        ["soak", minutes] => soak::soak(minutes.parse()?)?,
        // Trunk calls this between building the page and putting it in place: see Trunk.toml.
        ["finish"] => page::finish()?,
        _ => bail!("there is no chore `{}`\n\n{HELP}", words.join(" ")),
    }
    Ok(())
}
