//! Scripts and style sheets, as short as they can be: what stands in them for people is not sent to browsers.

use super::digest;
use super::tags::{Tag, tags};
use crate::run;
use crate::tools::npm;
use anyhow::{Context, Result};
use std::path::Path;

/// Puts one script in the place of all that the page names beside the boot script, in their order: smaller than all of them
/// compressed on their own, and one file to fetch.
pub fn join(html: &str, folder: &Path) -> Result<String> {
    let tags = tags(html);
    let is_ours = |tag: &&Tag| tag.name == "script" && tag.get("src").is_some() && tag.get("data-loader").is_none();
    let (mut joined, mut script, mut from) = (String::new(), String::new(), 0);
    let mut place = None;
    for tag in tags.iter().filter(is_ours) {
        let name = tag.get("src").and_then(|path| path.strip_prefix("./")).context("a script has no path")?;
        let path = folder.join(name);
        script.push_str(&std::fs::read_to_string(&path).with_context(|| format!("the page has no file {name}"))?);
        std::fs::remove_file(path)?;
        joined.push_str(html[from..tag.place.start].trim_end());
        place.get_or_insert(joined.len());
        from = tag.text.end + "</script>".len();
    }
    joined.push_str(&html[from..]);
    let place = place.context("the page names no script")?;
    let name = format!("scripts-{}.js", digest(&[script.as_bytes()]));
    std::fs::write(folder.join(&name), script)?;
    joined.insert_str(place, &format!("\n<script defer src=\"./{name}\"></script>"));
    Ok(joined)
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_script_has_the_text_of_all_in_their_order() {
        let folder = std::env::temp_dir().join(format!("heatgrid-scripts-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for (name, text) in [("one-1.js", "one();"), ("two-2.js", "two();")] {
            std::fs::write(folder.join(name), text).unwrap();
        }
        let page = "<link>\n<script defer src=\"./one-1.js\"></script>\n<p>\n<script defer src=\"./two-2.js\"></script>\n\
                    <script defer src=\"boot.js\" data-loader=\"./a.js\"></script>";
        let joined = join(page, &folder).unwrap();
        let (before, rest) = joined.split_once("<script defer src=\"./").unwrap();
        let (name, rest) = rest.split_once("\"></script>").unwrap();
        assert_eq!(before, "<link>\n");
        assert_eq!(rest, "\n<p>\n<script defer src=\"boot.js\" data-loader=\"./a.js\"></script>");
        assert_eq!(std::fs::read_to_string(folder.join(name)).unwrap(), "one();two();");
        assert!(!folder.join("one-1.js").exists() && join("<p>", &folder).is_err());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
