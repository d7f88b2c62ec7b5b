//! What a first load fetches, compressed as a good host would.

use crate::project;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::Path;

/// The most a first load may fetch, in bytes after compression.
const LIMIT: usize = 250 * 1024;
/// Fetched when a person asks for one, not by the page.
const SAMPLES: &str = "samples/";
const TEXT: [&str; 6] = ["html", "css", "js", "mjs", "webmanifest", "svg"];

/// Prints a table of what the first load fetches and fails if it is too much.
pub fn check() -> Result<()> {
    let folder = project::dist();
    if !folder.join("index.html").is_file() {
        bail!("there is no dist/ to weigh: run `cargo xtask build`");
    }
    let (mut raw, mut packed) = (0, 0);
    println!("{:>10} {:>10}  file", "bytes", "brotli");
    for (name, content) in first_load(&read_all(&folder, "")?) {
        let size = compressed(content)?;
        println!("{:>10} {size:>10}  {name}", content.len());
        raw += content.len();
        packed += size;
    }
    println!("{raw:>10} {packed:>10}  in all; {LIMIT} allowed");
    if packed > LIMIT {
        bail!("the first load is {} bytes over the limit of {LIMIT}", packed - LIMIT);
    }
    Ok(())
}

type Files = BTreeMap<String, Vec<u8>>;

/// index.html and every file that it, or a text it names, names in turn.
fn first_load(all: &Files) -> BTreeMap<&str, &[u8]> {
    let mut found = BTreeMap::new();
    let mut open = vec!["index.html"];
    while let Some(name) = open.pop() {
        let Some(content) = all.get(name) else { continue };
        if found.insert(name, content.as_slice()).is_some() {
            continue;
        }
        let extension = name.rsplit('.').next().unwrap_or_default();
        if !TEXT.contains(&extension) {
            continue;
        }
        let text = String::from_utf8_lossy(content);
        let named = all.keys().filter(|other| !other.starts_with(SAMPLES) && text.contains(other.as_str()));
        open.extend(named.map(String::as_str));
    }
    found
}

fn read_all(folder: &Path, prefix: &str) -> Result<Files> {
    let mut files = Files::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            files.append(&mut read_all(&path, &format!("{name}/"))?);
        } else {
            files.insert(name, std::fs::read(&path)?);
        }
    }
    Ok(files)
}

fn compressed(content: &[u8]) -> Result<usize> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut packed, &parameters)?;
    Ok(packed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> Files {
        list.iter().map(|(name, text)| ((*name).to_string(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_first_load_is_what_the_page_names_and_what_that_names() {
        let all = files(&[
            ("index.html", "<link href=\"./app-1.css\"><script src=\"./boot-2.js\" data-wasm=\"./app_bg.wasm\">"),
            ("app-1.css", "@font-face { src: url(fonts/a.woff2) }"),
            ("fonts/a.woff2", "font"),
            ("boot-2.js", "start(); // see index.html and samples/one.json"),
            ("app_bg.wasm", "names later.js"),
            ("later.js", "not at first"),
            ("samples/one.json", "{}"),
        ]);
        let names: Vec<&str> = first_load(&all).into_keys().collect();
        assert_eq!(names, ["app-1.css", "app_bg.wasm", "boot-2.js", "fonts/a.woff2", "index.html"]);
    }

    #[test]
    fn compression_is_brotli_s_and_of_the_whole_content() {
        let repeated = "heatgrid ".repeat(1000);
        assert!(compressed(repeated.as_bytes()).unwrap() < 100);
        // Digits without a pattern that brotli could use: about 3.3 bits each are left.
        let digits: String = (0..2000u64).map(|n| (n * n * 7919 % 10_007 % 10).to_string()).collect();
        assert!(compressed(digits.as_bytes()).unwrap() > 100);
    }
}
