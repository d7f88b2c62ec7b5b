//! The names of the program's files: the release is in each of them.

use super::boot::boot_tag;
use super::digest;
use super::split::{Parts, SCRIPT};
use super::tags::{Tag, tags};
use crate::size::FIRST;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;

/// The name of the loader that the page names.
pub fn loader(html: &str) -> Result<String> {
    file_name(&boot_tag(html)?, "data-loader").map(str::to_string)
}

/// Names every file of the program after the content of all of them, and tells the page which parts there are and which
/// style sheet comes with every one but the first.
///
/// One hash for all: a browser that has cached some of one release and gets others of the next never mixes them. Trunk's
/// own hash is that of the WebAssembly as the compiler left it; a new optimiser would change what is cached under a name.
pub fn by_content(html: &str, folder: &Path, parts: Parts, styles: &str) -> Result<String> {
    let tag = boot_tag(html)?;
    let (loader, wasm) = (file_name(&tag, "data-loader")?, file_name(&tag, "data-wasm")?);
    let mut files: Vec<&str> = parts.values().flatten().map(String::as_str).chain([loader, wasm, SCRIPT]).collect();
    files.sort_unstable();
    files.dedup();
    let read = |name: &str| std::fs::read(folder.join(name)).with_context(|| format!("the page has no file {name}"));
    let contents = files.iter().map(|name| read(name)).collect::<Result<Vec<_>>>()?;
    let hash = digest(&contents.iter().map(Vec::as_slice).collect::<Vec<_>>());

    let mut names: BTreeMap<&str, String> = BTreeMap::new();
    for name in files {
        let stem = name.trim_end_matches(".wasm").trim_start_matches("split_").replace("chunk_", "shared-");
        names.insert(name, format!("{stem}-{hash}.wasm"));
    }
    names.insert(loader, format!("heatgrid-{hash}.js"));
    names.insert(wasm, format!("heatgrid-{hash}_bg.wasm"));
    names.insert(SCRIPT, format!("parts-{hash}.js"));
    for (old, new) in &names {
        std::fs::rename(folder.join(old), folder.join(new))?;
    }

    // The name that the WebAssembly knows the script by stays; only where it is fetched from changes.
    let imported = |name: &str| format!("from\"./{name}\"");
    edit(&folder.join(&names[loader]), |text| text.replace(&imported(SCRIPT), &imported(&names[SCRIPT])))?;
    edit(&folder.join(&names[SCRIPT]), |mut text| {
        for (old, new) in &names {
            text = text.replace(&format!("\"./{old}\""), &format!("\"./{new}\""));
        }
        text
    })?;
    let listed: Vec<String> = parts
        .iter()
        .map(|(part, files)| {
            let mut files: Vec<&str> = files.iter().map(|name| names[name.as_str()].as_str()).collect();
            if part != FIRST {
                files.push(styles);
            }
            format!("{part}={}", files.join(" "))
        })
        .collect();
    let html = html.replace(loader, &names[loader]).replace(wasm, &names[wasm]);
    Ok(preload(&html, &names[SCRIPT]).replace("data-parts=\"\"", &format!("data-parts=\"{}\"", listed.join(";"))))
}

/// Has the browser fetch the script beside the loader, not after it.
fn preload(html: &str, script: &str) -> String {
    let tags = tags(html);
    let Some(tag) = tags.iter().find(|tag| tag.get("rel") == Some("modulepreload")) else {
        return html.to_string();
    };
    let (before, after) = html.split_at(tag.place.end);
    format!("{before}\n<link rel=\"modulepreload\" href=\"./{script}\">{after}")
}

fn edit(path: &Path, change: impl FnOnce(String) -> String) -> Result<()> {
    let text = std::fs::read_to_string(path)?;
    Ok(std::fs::write(path, change(text))?)
}

fn file_name<'a>(tag: &'a Tag, attribute: &str) -> Result<&'a str> {
    let name = tag.get(attribute).and_then(|path| path.strip_prefix("./"));
    name.with_context(|| format!("the boot script's {attribute} is no path that begins with ./"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    const PAGE: &str = r#"<link rel="modulepreload" href="./a-1.js"><script defer src="boot.js" data-loader="./a-1.js" data-wasm="./a-1_bg.wasm" data-parts=""></script>"#;

    fn folder(test: &str, wasm: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("heatgrid-names-{}-{test}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let script = "import{initSync}from\"./a-1.js\"; \"./split_grid.wasm\" \"./chunk_3.wasm\"";
        let loader = "import*as import1 from\"./parts.js\"; ({ \"./parts.js\": import1 })";
        for (name, content) in [
            ("a-1.js", loader),
            ("a-1_bg.wasm", wasm),
            ("parts.js", script),
            ("split_grid.wasm", "g"),
            ("chunk_3.wasm", "c"),
        ] {
            std::fs::write(folder.join(name), content).unwrap();
        }
        folder
    }

    fn parts() -> Parts {
        Parts::from([("grid".to_string(), vec!["chunk_3.wasm".to_string(), "split_grid.wasm".to_string()])])
    }

    #[test]
    fn other_content_has_other_names_and_the_page_follows() {
        let place = folder("names", "one");
        let one = by_content(PAGE, &place, parts(), "later-1.css").unwrap();
        let two = by_content(PAGE, &folder("names", "two"), parts(), "later-1.css").unwrap();
        assert_ne!(one, two);
        assert!(!one.contains("a-1"), "{one}");
        let tag = boot_tag(&one).unwrap();
        assert_eq!(std::fs::read(place.join(tag.get("data-wasm").unwrap())).unwrap(), b"one");
        assert!(one.contains(&format!("href=\"{}\"", tag.get("data-loader").unwrap())), "{one}");
        std::fs::remove_dir_all(place).unwrap();
    }

    #[test]
    fn loader_script_and_parts_find_one_another() {
        let place = folder("parts", "one");
        let html = by_content(PAGE, &place, parts(), "later-1.css").unwrap();
        let tag = boot_tag(&html).unwrap();
        let loader = tag.get("data-loader").unwrap();
        let hash = loader.trim_start_matches("./heatgrid-").trim_end_matches(".js");
        assert_eq!(
            tag.get("data-parts"),
            Some(format!("grid=shared-3-{hash}.wasm grid-{hash}.wasm later-1.css").as_str())
        );
        assert!(html.contains(&format!("<link rel=\"modulepreload\" href=\"./parts-{hash}.js\">")), "{html}");
        let text = |name: &str| std::fs::read_to_string(place.join(name)).unwrap();
        // The key is the name that the WebAssembly knows.
        assert_eq!(
            text(loader),
            format!("import*as import1 from\"./parts-{hash}.js\"; ({{ \"./parts.js\": import1 }})")
        );
        assert_eq!(
            text(&format!("parts-{hash}.js")),
            format!(
                "import{{initSync}}from\"./heatgrid-{hash}.js\"; \"./grid-{hash}.wasm\" \"./shared-3-{hash}.wasm\""
            )
        );
        assert_eq!(text(&format!("grid-{hash}.wasm")), "g");
        std::fs::remove_dir_all(place).unwrap();
    }
}
