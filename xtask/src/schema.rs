//! Checking files against the published schema with a validator that shares nothing with the app.

use crate::tools::npm;
use crate::{project, run};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// Checks the samples and the exports that the native tests have just written.
pub fn check() -> Result<()> {
    let samples = json_files(&project::root().join("samples"), "The app offers samples.")?;
    let exports = json_files(
        &project::target().join("exports"),
        "The native tests write them: `cargo xtask test native schema`.",
    )?;
    let modules = npm::ensure()?;
    run::run(
        run::command("node")
            .arg("xtask/tools/validate.mjs")
            .arg(modules)
            .arg("schema/register.schema.json")
            .args(samples)
            .args(exports),
        "A file above breaks the published schema: one of the two is wrong.",
    )
}

fn json_files(folder: &Path, advice: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("{advice} Cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    if files.is_empty() {
        bail!("{advice} There is no .json file in {}", folder.display());
    }
    files.sort();
    Ok(files)
}
