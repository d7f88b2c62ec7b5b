//! Scripts and style sheets, as short as they can be: what stands in them for people is not sent to browsers.

use crate::run;
use crate::tools::npm;
use anyhow::Result;
use std::path::Path;

/// Shortens every script and style sheet of the folder whose name begins so, in place.
pub fn minify(folder: &Path, beginning: &str) -> Result<()> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let is_text = path.extension().is_some_and(|extension| extension == "js" || extension == "css");
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if is_text && name.starts_with(beginning) {
            files.push(path);
        }
    }
    files.sort_unstable();
    let program = npm::ensure()?.join("esbuild/bin/esbuild");
    run::run(
        run::command("node")
            .arg(program)
            .args(files)
            .args(["--minify", "--charset=utf8", "--log-level=warning", "--allow-overwrite", "--outbase=."])
            .arg(format!("--outdir={}", folder.display()))
            .current_dir(folder),
        "The file and line are named above.",
    )
}
