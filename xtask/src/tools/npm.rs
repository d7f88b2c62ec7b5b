//! Packages from npm, pinned in xtask/tools and installed once per user for each state of the lock file.

use super::cache;
use crate::page::digest;
use crate::{project, run, say};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// The `node_modules` folder.
pub fn ensure() -> Result<PathBuf> {
    let pinned = project::root().join("xtask/tools");
    let lock = std::fs::read(pinned.join("package-lock.json")).context("cannot read xtask/tools/package-lock.json")?;
    let name = format!("npm-{}", digest(&[&lock]));
    let place = cache()?.join(&name);
    let modules = place.join("node_modules");
    if modules.is_dir() {
        return Ok(modules);
    }
    if run::find("npm").is_none() {
        bail!("npm is missing: install Node.js 20 or later (https://nodejs.org)");
    }
    say::step("Installing packages from npm", "about 10 s, once per user");
    // Installed beside its place and then moved there, so that a broken install is never taken for a whole one.
    let half = cache()?.join(format!("{name}.{}", std::process::id()));
    std::fs::create_dir_all(&half)?;
    for file in ["package.json", "package-lock.json"] {
        std::fs::copy(pinned.join(file), half.join(file))?;
    }
    run::run(
        run::command("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&half),
        "Is the machine online? The chore can simply be run again.",
    )?;
    if std::fs::rename(&half, &place).is_err() {
        // Another chore was first.
        std::fs::remove_dir_all(&half)?;
    }
    Ok(modules)
}
