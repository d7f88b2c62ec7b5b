//! What the chores need and install where it is missing.

pub mod apt;
pub mod browser;
pub mod crates;
pub mod npm;
pub mod wasm;

use crate::{run, say};
use anyhow::{Context, Result};
use std::path::PathBuf;

/// Installs everything that is missing, and tells where each thing is.
pub fn install_all() -> Result<()> {
    say::step("Looking for tools", "seconds if all are there, 10 to 15 min if none is");
    say::note(&format!("WebAssembly compiler: {}", wasm::ensure()?));
    say::note(&format!("trunk: {}", crates::trunk()?.display()));
    say::note(&format!("wasm-bindgen: {}", crates::wasm_bindgen()?.display()));
    say::note(&format!("cargo-deny: {}", crates::deny()?.display()));
    say::note(&format!("npm packages: {}", npm::ensure()?.display()));
    browser::ensure_readers()?;
    let browser = browser::ensure()?;
    say::note(&format!("browser: {}, {}", browser.program.display(), browser.driver.display()));
    Ok(())
}

/// The folder of the tools that are installed once per user rather than once per clone.
pub fn cache() -> Result<PathBuf> {
    let caches = if let Some(folder) = std::env::var_os("XDG_CACHE_HOME") {
        PathBuf::from(folder)
    } else {
        let home = std::env::home_dir().context("no home folder; set XDG_CACHE_HOME")?;
        home.join(".cache")
    };
    let tools = caches.join("heatgrid").join("tools");
    std::fs::create_dir_all(&tools).with_context(|| format!("cannot make {}; set XDG_CACHE_HOME", tools.display()))?;
    Ok(tools)
}

/// Whether what is installed by hand on this machine's PATH prints this version.
fn has_version(program: &str, version: &str) -> bool {
    run::find(program)
        .and_then(|path| run::output(run::command(path).arg("--version")))
        .is_some_and(|said| said.split_whitespace().any(|word| word == version))
}
