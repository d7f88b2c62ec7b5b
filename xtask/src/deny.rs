//! What the program is made of: licences, sources and versions of all crates, and what is known against them.

use crate::run;
use crate::say;
use crate::tools::crates;
use anyhow::Result;

/// Checks what `deny.toml` asks. Known weaknesses are looked up only where the database can be reached: everything else
/// needs no network, and must not fail for lack of one.
///
/// # Errors
/// A crate breaks a rule, or has a known weakness.
pub fn check() -> Result<()> {
    let tool = crates::deny()?;
    let deny = |words: &[&str]| {
        let mut command = run::command(&tool);
        command.args(["--workspace", "--all-features"]).args(words);
        command
    };
    run::run(&mut deny(&["check", "licenses", "sources", "bans"]), "deny.toml says what is allowed, and why.")?;
    if run::output(&mut deny(&["fetch", "db"])).is_none() {
        say::note("advisories: not checked, their database cannot be reached from here");
        return Ok(());
    }
    run::run(&mut deny(&["check", "--disable-fetch", "advisories"]), "Update the crate named above.")
}
