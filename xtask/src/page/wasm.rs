//! Optimising the WebAssembly for size.

use crate::tools::npm;
use crate::{run, say};
use anyhow::{Context, Result};
use std::path::Path;

/// The features that Rust's compiler takes for granted in a browser.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// Optimises every module of the folder in place: twice, because the second pass finds what the first one has made plain.
pub fn optimise(folder: &Path) -> Result<()> {
    let program = npm::ensure()?.join("binaryen/bin/wasm-opt");
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "wasm") {
            continue;
        }
        let before = path.metadata()?.len();
        run::run(
            run::command("node").arg(&program).args(["-Oz"; 2]).args(FEATURES).arg(&path).arg("-o").arg(&path),
            "If a feature is named above, add it to xtask/src/page/wasm.rs.",
        )?;
        let after = path.metadata().context("wasm-opt has left no file")?.len();
        say::note(&format!("{before} bytes became {after}"));
    }
    Ok(())
}
