//! The service worker: after one visit the page opens without a network, and a new release is offered whole.

use super::digest;
use anyhow::{Context, Result, bail};
use std::path::Path;

const WORKER: &str = include_str!("worker.js");
/// Its name never changes: under this one, browsers look for a newer one.
const NAME: &str = "sw.js";
/// Where in the page it is told of the worker.
const BEFORE: &str = "data-parts=";

/// Writes the worker with the names of all files of the finished page, and tells the page of it and of its own release.
pub fn place(html: &str, folder: &Path) -> Result<String> {
    let mut files = files(folder, "")?;
    // As Trunk left it: what counts is the finished page.
    files.retain(|name| name != "index.html");
    let mut contents = vec![html.as_bytes().to_vec(), WORKER.as_bytes().to_vec()];
    for name in &files {
        contents.push(name.as_bytes().to_vec());
        contents.push(std::fs::read(folder.join(name))?);
    }
    let release = digest(&contents.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let names: Vec<String> = files.iter().map(|name| format!("\"{name}\"")).collect();
    let worker = WORKER.replace("{{release}}", &release).replace("\"{{files}}\"", &names.join(", "));
    std::fs::write(folder.join(NAME), worker)?;
    let Some((before, after)) = html.split_once(BEFORE) else { bail!("the page lists no parts") };
    Ok(format!("{before}data-worker=\"./{NAME}\" data-release=\"{release}\" {BEFORE}{after}"))
}

/// The names of all files, those of folders in it included, in order.
fn files(folder: &Path, prefix: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.append(&mut files(&entry.path(), &format!("{name}/"))?);
        } else {
            found.push(name);
        }
    }
    found.sort_unstable();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::super::tags::tags;
    use super::*;

    const PAGE: &str = r#"<script defer src="boot.js" data-loader="./a.js" data-parts="grid=b.wasm"></script>"#;

    fn made(test: &str, sample: &str) -> (String, String) {
        let folder = std::env::temp_dir().join(format!("heatgrid-worker-{}-{test}", std::process::id()));
        std::fs::create_dir_all(folder.join("samples")).unwrap();
        for (name, text) in [("index.html", "as Trunk left it"), ("a.js", "a"), ("samples/one.json", sample)] {
            std::fs::write(folder.join(name), text).unwrap();
        }
        let html = place(PAGE, &folder).unwrap();
        let worker = std::fs::read_to_string(folder.join(NAME)).unwrap();
        std::fs::remove_dir_all(folder).unwrap();
        (html, worker)
    }

    #[test]
    fn the_worker_keeps_every_file_of_the_page_and_both_name_the_release() {
        let (html, worker) = made("files", "{}");
        assert!(worker.contains("const FILES = [\"a.js\", \"samples/one.json\"];"), "{worker}");
        assert!(!worker.contains("{{"), "{worker}");
        let tag = tags(&html).remove(0);
        let release = tag.get("data-release").unwrap();
        assert_eq!((release.len(), tag.get("data-worker")), (16, Some("./sw.js")));
        assert!(worker.contains(&format!("const RELEASE = \"{release}\";")));
        assert_eq!(tag.get("data-parts"), Some("grid=b.wasm"));
    }

    #[test]
    fn a_release_is_another_one_if_any_file_is() {
        assert_eq!(made("same", "{}"), made("again", "{}"));
        assert_ne!(made("one", "{}").1, made("two", "[]").1);
    }
}
