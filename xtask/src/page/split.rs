//! Cutting the program up: what a first visit needs, and parts that the page loads later.
//!
//! The app declares where it may be cut (`src/late.rs`). What only one part needs goes into that part's file, what several
//! need into files that they share, all else stays in the main file.

use crate::tools::crates;
use crate::{project, run, say};
use anyhow::{Context, Result, anyhow};
use std::collections::BTreeMap;
use std::path::Path;
use wasm_split_cli_support::{Options, transform};

/// The script that loads parts, before it is named after the release.
pub const SCRIPT: &str = "parts.js";
/// How the script that the tool writes makes a part of what it has fetched.
const STREAMED: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// How ours does.
const MADE: &str = "instantiate(src, imports)";
/// How it fetches a part: this before the part's address, and that after it.
const FETCHED: (&str, &str) = ("fetch(new URL(", ", import.meta.url))");
/// How ours has it fetched: by the boot script, which knows whether the page carries the file in itself.
const ASKED: (&str, &str) = ("heatgridFile(", ")");
/// As the loader of the main file does: a host that names the wrong type of file is no reason to fail.
const INSTANTIATE: &str = "const instantiate = async (source, imports) => {
    const response = await source;
    if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
};
";

/// The files of each part, by the name that the app gives it.
pub type Parts = BTreeMap<String, Vec<String>>;

/// Puts the program in pieces in the place of the whole one that Trunk has made.
///
/// # Errors
/// The program was built without the feature `split`, or a tool failed.
pub fn split(folder: &Path, loader: &str) -> Result<Parts> {
    let compiled = project::web_target().join("wasm32-unknown-unknown/release/heatgrid.wasm");
    let whole = std::fs::read(&compiled).with_context(|| format!("there is no {}", compiled.display()))?;
    let main = folder.join("main.wasm");
    let (link, main_module) = (format!("./{SCRIPT}"), format!("./{loader}"));
    let mut options = Options::new(&whole);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = &link;
    options.main_module = &main_module;
    let made = transform(options).map_err(|error| anyhow!("the program cannot be cut up: {error:?}"))?;
    run::run(
        run::command(crates::wasm_bindgen()?.join("wasm-bindgen"))
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle", "--out-dir"])
            .arg(folder)
            .args(["--out-name", loader.trim_end_matches(".js")])
            .arg(&main),
        "The reason is above.",
    )?;
    std::fs::remove_file(main)?;
    let script = folder.join(SCRIPT);
    std::fs::write(&script, forgiving(&std::fs::read_to_string(&script)?)?)?;
    say::note(&format!("cut into the main file and {} parts", made.split_modules.len()));
    let named = |files: Vec<String>| files.into_iter().map(|file| format!("{file}.wasm")).collect();
    Ok(made.prefetch_map.into_iter().map(|(part, files)| (part, named(files))).collect())
}

/// The script that loads parts, made to load them from hosts that name the wrong type too, and from a page in one file.
fn forgiving(script: &str) -> Result<String> {
    let counts = [FETCHED.0, FETCHED.1, STREAMED].map(|known| script.matches(known).count());
    if counts[0] == 0 || counts[0] != counts[1] || counts[2] != counts[0] {
        return Err(anyhow!("the script that loads parts is not as xtask/src/page/split.rs knows it"));
    }
    // Imports come first in a script.
    let start = script.find("\nlet ").context("the script that loads parts has no beginning that is known")?;
    let (imports, rest) = script.split_at(start + 1);
    let rest = rest.replace(STREAMED, MADE).replace(FETCHED.0, ASKED.0).replace(FETCHED.1, ASKED.1);
    Ok(format!("{imports}{INSTANTIATE}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_loaded_from_any_host() {
        let fetched = "src = fetch(new URL(\"./b.wasm\", import.meta.url));";
        let script = format!("import {{ initSync }} from \"./a.js\";\n\nlet shared;\n{fetched}\nload({STREAMED});\n");
        let ours = forgiving(&script).unwrap();
        assert!(ours.starts_with("import { initSync } from \"./a.js\";\n\nconst instantiate = "), "{ours}");
        assert!(
            ours.ends_with("let shared;\nsrc = heatgridFile(\"./b.wasm\");\nload(instantiate(src, imports));\n"),
            "{ours}"
        );
        assert!(forgiving("import x;\nlet other;\n").is_err());
    }
}
