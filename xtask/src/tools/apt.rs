//! Debian's packages, where the machine has them.

use crate::run::{self, run};
use crate::say;
use anyhow::{Result, bail};
use std::io::IsTerminal;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether packages can be asked for at all.
pub fn is_here() -> bool {
    run::find("apt-get").is_some()
}

/// Reads the lists of packages, once per chore.
pub fn update() -> Result<()> {
    static DONE: AtomicBool = AtomicBool::new(false);
    if DONE.swap(true, Ordering::Relaxed) {
        return Ok(());
    }
    say::step("Reading Debian's lists of packages", "about 10 s");
    run(apt_get()?.args(["update", "-qq"]), "Is the machine online?")
}

/// Installs packages, and removes none that stands in their way.
pub fn install(packages: &[&str], takes: &str) -> Result<()> {
    update()?;
    say::step(&format!("Installing Debian's {}", packages.join(", ")), takes);
    let advice = format!("Install by hand: {}", packages.join(" "));
    run(
        apt_get()?
            .args(["install", "-y", "-qq", "--no-install-recommends", "--no-remove"])
            // Two chores may install at the same time.
            .args(["-o", "DPkg::Lock::Timeout=300"])
            .args(packages),
        &advice,
    )
}

fn apt_get() -> Result<Command> {
    let is_root = run::output(run::command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let mut command = if is_root {
        run::command("apt-get")
    } else if run::find("sudo").is_some() {
        let mut sudo = run::command("sudo");
        if !std::io::stdin().is_terminal() {
            sudo.arg("--non-interactive");
        }
        sudo.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        sudo
    } else {
        bail!("installing Debian's packages needs root or sudo: run `cargo xtask setup` as root once");
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}
