//! Building the page with Trunk.

use crate::tools::{crates, npm, wasm};
use crate::{page, project, run, say};
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

/// Makes `dist/`: the optimised page.
pub fn release() -> Result<()> {
    // Trunk's hook, which runs while the page is built, optimises with it.
    npm::ensure()?;
    let mut trunk = trunk("build")?;
    say::step("Building the optimised page", "3 to 5 min from nothing, about 1 min after an edit");
    run::run(
        trunk.args(["--release", "--features", "split", "--dist"]).arg(project::dist()),
        "The reason is above. dist/ is as it was.",
    )?;
    say::note("dist/ is ready for any static host");
    Ok(())
}

/// Makes the page, and says where it is in one file: every build has it beside the others, since the page offers it.
pub fn single_file() -> Result<()> {
    release()?;
    let file = project::dist().join(page::single::NAME);
    let size = file.metadata().context("the build has left no page in one file")?.len();
    say::note(&format!("{} is all of Heatgrid in one file ({size} bytes); it opens from a disk", file.display()));
    Ok(())
}

/// Makes the unoptimised page, in one piece, in a folder of its own, and says where.
pub fn unoptimised() -> Result<PathBuf> {
    let mut trunk = trunk("build")?;
    say::step("Building the unoptimised page", "1 to 2 min from nothing, seconds after an edit");
    let folder = project::unoptimised();
    run::run(trunk.arg("--dist").arg(&folder), "The reason is above.")?;
    Ok(folder)
}

/// Trunk with all that it calls, installed and on its PATH, and the crates fetched.
pub fn trunk(subcommand: &str) -> Result<Command> {
    let compiler = wasm::ensure()?;
    let folders = [own_folder()?, crates::wasm_bindgen()?];
    let mut trunk = run::command(crates::trunk()?);
    compiler.fetch()?;
    compiler.prepare(&mut trunk, &folders)?;
    trunk.arg(subcommand).env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk reads NO_COLOR as a yes-or-no flag and stops at any other value.
    trunk.env_remove("NO_COLOR");
    // The reason for a failure is the compiler's, not where in Trunk it was passed on.
    trunk.env("RUST_BACKTRACE", "0");
    Ok(trunk)
}

/// Where this program is: Trunk calls it back as `xtask finish`.
fn own_folder() -> Result<PathBuf> {
    let program = std::env::current_exe()?;
    Ok(program.parent().context("xtask is in no folder")?.to_path_buf())
}
