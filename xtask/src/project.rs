//! Where things are in the project.

use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// The optimised page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// What cargo builds natively, and files that tests leave for later steps.
pub fn target() -> PathBuf {
    root().join("target")
}

/// What cargo builds for WebAssembly: a folder of its own, so that neither build waits for the other's lock.
pub fn web_target() -> PathBuf {
    target().join("web")
}

/// The unoptimised page: what is looked at while someone works is not what is published.
pub fn unoptimised() -> PathBuf {
    web_target().join("serve")
}
