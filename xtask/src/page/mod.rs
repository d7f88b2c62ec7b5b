//! What happens to a page between Trunk's build and its place: optimising, naming, the boot script, the policy.

mod boot;
mod names;
mod policy;
mod scripts;
pub mod single;
mod split;
mod streams;
mod styles;
mod tags;
mod wasm;
mod worker;

use anyhow::{Context, Result};
use std::path::PathBuf;

/// Finishes the page that Trunk has built. Trunk's hook calls this, for `serve` as for `build`.
pub fn finish() -> Result<()> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder = folder.context("only Trunk calls `finish`; you may want `cargo xtask build`")?;
    let index = folder.join("index.html");
    let mut html = std::fs::read_to_string(&index).context("Trunk has left no index.html")?;
    let is_release = std::env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    if is_release {
        let loader = names::loader(&html)?;
        let parts = split::split(&folder, &loader)?;
        streams::leave_out(&folder, &loader)?;
        wasm::optimise(&folder)?;
        scripts::minify(&folder, "")?;
        html = scripts::join(&html, &folder)?;
        let (joined, later) = styles::join(&html, &folder)?;
        html = names::by_content(&joined, &folder, parts, &later)?;
    }
    let html = boot::place_script(&html, &folder)?;
    if is_release {
        scripts::minify(&folder, "boot-")?;
    }
    let html = boot::move_reload_script_out(html, &folder)?;
    policy::check(&html)?;
    if is_release {
        single::write(&html, &folder)?;
    }
    let mut html = policy::insert(&html)?;
    if is_release {
        html = worker::place(&html, &folder)?;
    }
    std::fs::write(index, html)?;
    Ok(())
}

/// A short name for some content: FNV-1a, which needs no crate and is the same on every machine.
pub fn digest(parts: &[&[u8]]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in parts.iter().copied().flatten() {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_fnv_1a() {
        // From the test vectors of its authors.
        assert_eq!(digest(&[b"foobar"]), "85944171f73967e8");
        assert_eq!(digest(&[b"foo", b"bar"]), digest(&[b"foobar"]));
    }
}
