//! Starting other programs.

use crate::project;
use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A command that starts in the project's folder without what cargo tells xtask about itself.
///
/// A build that sees another package's name or manifest in its environment may take it for its own.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project::root());
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(is_about_xtask) {
            command.env_remove(name);
        }
    }
    command
}

fn is_about_xtask(name: &str) -> bool {
    name == "CARGO"
        || name == "OUT_DIR"
        || name == "RUST_RECURSION_COUNT"
        || ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_PRIMARY_"]
            .iter()
            .any(|prefix| name.starts_with(prefix))
}

/// The machine's own cargo, for native builds.
pub fn cargo() -> Command {
    command("cargo")
}

/// Runs a command to its end with its output on ours; `advice` says what to do if it fails.
pub fn run(command: &mut Command, advice: &str) -> Result<()> {
    let shown = show(command);
    println!("    $ {shown}");
    let status = command.status().with_context(|| format!("cannot start `{shown}`. {advice}"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status}). {advice}");
    }
    Ok(())
}

/// Like [`run`], and hands each line of standard output to `line` as well as printing it.
pub fn run_reading(command: &mut Command, advice: &str, mut line: impl FnMut(&str)) -> Result<()> {
    let shown = show(command);
    println!("    $ {shown}");
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start `{shown}`. {advice}"))?;
    if let Some(output) = child.stdout.take() {
        for bytes in BufReader::new(output).split(b'\n') {
            let bytes = bytes?;
            let text = String::from_utf8_lossy(&bytes);
            println!("{text}");
            line(&text);
        }
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("`{shown}` failed ({status}). {advice}");
    }
    Ok(())
}

/// What a command prints, or nothing if it cannot be started or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Where a program is on the PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(&name)).find(|path| path.is_file())
}

fn show(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy()];
    words.extend(command.get_args().map(OsStr::to_string_lossy));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_s_settings_stay_and_what_it_says_of_xtask_goes() {
        for gone in ["CARGO", "CARGO_PKG_NAME", "CARGO_MANIFEST_DIR"] {
            assert!(is_about_xtask(gone), "{gone}");
        }
        for kept in ["CARGO_HOME", "CARGO_NET_OFFLINE", "CARGO_TERM_COLOR", "PATH", "RUSTUP_HOME"] {
            assert!(!is_about_xtask(kept), "{kept}");
        }
    }
}
