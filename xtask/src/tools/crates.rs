//! Tools that come from crates.io, each in a folder of the cache named after its version.

use super::{cache, has_version};
use crate::{project, run, say};
use anyhow::{Context, Result};
use std::path::PathBuf;

const TRUNK: &str = "0.21.14";
const DENY: &str = "0.20.2";
const GECKODRIVER: &str = "0.37.1";

struct Tool<'a> {
    name: &'a str,
    version: &'a str,
    binaries: &'a [&'a str],
    locked: bool,
    takes: &'a str,
}

/// The program that bundles the page.
pub fn trunk() -> Result<PathBuf> {
    let folder = ensure(&Tool {
        name: "trunk",
        version: TRUNK,
        binaries: &["trunk"],
        locked: true,
        takes: "about 4 min, once per user",
    })?;
    Ok(folder.join("trunk"))
}

/// The program that checks licences, sources and versions of crates.
pub fn deny() -> Result<PathBuf> {
    let folder = ensure(&Tool {
        name: "cargo-deny",
        version: DENY,
        binaries: &["cargo-deny"],
        locked: true,
        takes: "about 1 min, once per user",
    })?;
    Ok(folder.join("cargo-deny"))
}

/// The folder of `wasm-bindgen` and `wasm-bindgen-test-runner`, of the version the app is linked with.
pub fn wasm_bindgen() -> Result<PathBuf> {
    let lock = std::fs::read_to_string(project::root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let version = locked_version(&lock, "wasm-bindgen").context("no wasm-bindgen in Cargo.lock")?;
    ensure(&Tool {
        name: "wasm-bindgen-cli",
        version,
        binaries: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        // Its own lock file names a crate version that the registry does not have.
        locked: false,
        takes: "about 2 min, once per user",
    })
}

/// The WebDriver of Firefox.
pub fn geckodriver() -> Result<PathBuf> {
    let folder = ensure(&Tool {
        name: "geckodriver",
        version: GECKODRIVER,
        binaries: &["geckodriver"],
        locked: true,
        takes: "about 1 min 30 s, once per user",
    })?;
    Ok(folder.join("geckodriver"))
}

fn ensure(tool: &Tool) -> Result<PathBuf> {
    if tool.binaries.iter().all(|binary| has_version(binary, tool.version))
        && let Some(folder) = run::find(tool.binaries[0]).and_then(|path| path.parent().map(Into::into))
    {
        return Ok(folder);
    }
    let place = cache()?.join(format!("{}-{}", tool.name, tool.version));
    let folder = place.join("bin");
    let suffix = std::env::consts::EXE_SUFFIX;
    if tool.binaries.iter().all(|binary| folder.join(format!("{binary}{suffix}")).is_file()) {
        return Ok(folder);
    }
    say::step(&format!("Installing {} {}", tool.name, tool.version), tool.takes);
    let mut install = run::cargo();
    install
        .args(["install", tool.name, "--version", tool.version, "--root"])
        .arg(&place)
        // Optimising them would take longer than they will ever run.
        .arg("--debug")
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        .env_remove("CARGO_TARGET_DIR");
    if tool.locked {
        install.arg("--locked");
    }
    run::run(&mut install, "Is the machine online? The chore can simply be run again.")?;
    Ok(folder)
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, entry) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    entry.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_lock_of_exactly_that_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.5\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "bindgen"), None);
    }
}
