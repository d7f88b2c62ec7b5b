//! A compiler for WebAssembly: rustup's target where it can be had, else Debian's.

use super::{apt, cache};
use crate::{project, run, say};
use anyhow::{Result, bail};
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The target of the builds for the browser.
pub const TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy"];
const RUSTUP_PATIENCE: Duration = Duration::from_secs(90);
const A_DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Which compiler builds for the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compiler {
    /// The machine's own, which has the target.
    Own,
    /// Debian's, which brings the standard library as source.
    Debian,
}

impl fmt::Display for Compiler {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(match self {
            Self::Own => "the machine's own, with the target",
            Self::Debian => "Debian's rustc-web",
        })
    }
}

/// The compiler to use, installed if need be. HEATGRID_WASM=debian skips rustup's.
pub fn ensure() -> Result<Compiler> {
    let debian_wanted = std::env::var_os("HEATGRID_WASM").is_some_and(|wish| wish == "debian");
    if !debian_wanted && (own_has_target() || rustup_adds_target()?) {
        return Ok(Compiler::Own);
    }
    if !debian_is_installed() {
        if !apt::is_here() {
            bail!(
                "no compiler for WebAssembly: run `rustup target add {TARGET}`, \
                 or install your system's package of Rust's standard library for that target"
            );
        }
        apt::update()?;
        let about = run::output(run::command("apt-cache").args(["show", "--no-all-versions", "rust-web-llvm"]));
        let Some(linker) = about.as_deref().and_then(linker_package) else {
            bail!("this Debian has no rust-web-llvm package: run `rustup target add {TARGET}`");
        };
        let mut packages = DEBIAN.to_vec();
        packages.push(&linker);
        apt::install(&packages, "about 1 min")?;
    }
    Ok(Compiler::Debian)
}

impl Compiler {
    /// Its cargo, with the target and the folder to build in.
    pub fn cargo(self) -> Result<Command> {
        let mut cargo = run::cargo();
        self.prepare(&mut cargo, &[])?;
        Ok(cargo)
    }

    /// Makes any cargo started by `command` this compiler's, and puts `folders` first on its PATH.
    pub fn prepare(self, command: &mut Command, folders: &[PathBuf]) -> Result<()> {
        let mut path: Vec<PathBuf> = folders.to_vec();
        if self == Self::Debian {
            path.push("/usr/bin".into());
            // What rustup's cargo hands down would bring the wrong compiler back.
            for name in ["RUSTC", "RUSTDOC", "RUSTUP_TOOLCHAIN", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER"] {
                command.env_remove(name);
            }
            command.env("RUSTC_BOOTSTRAP", "1");
            command.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
        }
        let before: OsString = std::env::var_os("PATH").unwrap_or_default();
        path.extend(std::env::split_paths(&before));
        command.env("PATH", std::env::join_paths(path)?);
        command.env("CARGO_TARGET_DIR", project::web_target());
        Ok(())
    }

    /// Downloads the crates the build needs, which itself runs offline.
    pub fn fetch(self) -> Result<()> {
        run::run(
            self.cargo()?.args(["fetch", "--quiet", "--locked", "--target", TARGET]),
            "Is the machine online, and is Cargo.lock up to date (`cargo metadata` renews it)?",
        )
    }
}

fn own_has_target() -> bool {
    let folder = run::output(run::command("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    folder.is_some_and(|folder| Path::new(folder.trim()).is_dir())
}

/// Asks rustup for the target. A machine that cannot reach rustup's server is not asked again for a day.
fn rustup_adds_target() -> Result<bool> {
    if run::find("rustup").is_none() {
        return Ok(false);
    }
    let refused = cache()?.join("rustup-could-not-add-target");
    let is_fresh = |age: Duration| age < A_DAY;
    if refused.metadata().and_then(|file| file.modified()).is_ok_and(|time| time.elapsed().is_ok_and(is_fresh)) {
        return Ok(false);
    }
    say::step("Asking rustup for the WebAssembly target", "seconds; given up after 90 s");
    let mut child = run::command("rustup").args(["target", "add", TARGET]).spawn()?;
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break Some(status);
        }
        if start.elapsed() > RUSTUP_PATIENCE {
            child.kill()?;
            child.wait()?;
            break None;
        }
        std::thread::sleep(Duration::from_millis(100));
    };
    if status.is_some_and(|status| status.success()) && own_has_target() {
        return Ok(true);
    }
    std::fs::write(&refused, "Delete this file to have rustup asked again.\n")?;
    say::note("rustup could not; looking at Debian's packages instead");
    Ok(false)
}

fn debian_is_installed() -> bool {
    let states = run::output(run::command("dpkg-query").args(["-W", "-f", "${db:Status-Status}\n"]).args(DEBIAN));
    // The linker is a link into the package of one version of lld.
    states.is_some_and(|states| states.lines().all(|state| state == "installed"))
        && Path::new("/usr/bin/rust-lld").exists()
}

/// The package of the linker that fits: lld of the newest llvm that the compiler depends on.
fn linker_package(about: &str) -> Option<String> {
    about
        .lines()
        .filter_map(|line| line.strip_prefix("Depends:"))
        .flat_map(|depends| depends.split([',', '|']))
        .filter_map(|one| one.split_whitespace().next()?.strip_prefix("llvm-")?.parse::<u32>().ok())
        .max()
        .map(|version| format!("lld-{version}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_linker_is_of_the_newest_llvm_the_compiler_depends_on() {
        let about = "Package: rust-web-llvm\nConflicts: llvm-99\n\
                     Depends: libc6 (>= 2.34), llvm-9 | llvm-22 (>= 1:22.1), llvm-runtime\n";
        assert_eq!(linker_package(about).as_deref(), Some("lld-22"));
        assert_eq!(linker_package("Depends: libc6\n"), None);
    }
}
