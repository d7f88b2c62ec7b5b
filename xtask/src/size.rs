//! What a first load fetches, compressed as a good host would.

use crate::project;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::Path;

/// The most a first load may fetch, in bytes after compression.
const LIMIT: usize = 250 * 1024;
/// Fetched when a person asks for it: samples, texts of later views, the pictures of an installed page, the page in one file; and
/// the worker, which keeps all files once the page is there.
const LATER: [&str; 5] = ["samples/", "texts/", "install/icon", "heatgrid.html", "sw.js"];
const TEXT: [&str; 6] = ["html", "css", "js", "mjs", "webmanifest", "svg"];

/// The part that a first visit needs, as src/views/parts names it: the list of registers.
pub const FIRST: &str = "list";

/// Prints a table of what the first load fetches, and what each view fetches beyond it; fails if the first is too much.
pub fn check() -> Result<()> {
    let folder = project::dist();
    if !folder.join("index.html").is_file() {
        bail!("there is no dist/ to weigh: run `cargo xtask build`");
    }
    let all = read_all(&folder, "")?;
    let (mut raw, mut packed) = (0, 0);
    println!("{:>10} {:>10}  file", "bytes", "brotli");
    let first = first_load(&all)?;
    for (name, content) in &first {
        let size = compressed(content)?;
        println!("{:>10} {size:>10}  {name}", content.len());
        raw += content.len();
        packed += size;
    }
    println!("{raw:>10} {packed:>10}  first load in all; {LIMIT} allowed");
    for (part, files) in parts(&all)? {
        let more: Vec<_> =
            files.iter().filter(|file| !first.contains_key(*file)).filter_map(|file| all.get(*file)).collect();
        let size: usize = more.iter().map(|content| compressed(content)).sum::<Result<_>>()?;
        println!("{:>10} {size:>10}  more for the part `{part}`", more.iter().map(|it| it.len()).sum::<usize>());
    }
    if packed > LIMIT {
        bail!("the first load is {} bytes over the limit of {LIMIT}", packed - LIMIT);
    }
    Ok(())
}

type Files = BTreeMap<String, Vec<u8>>;

/// The files of each part that is loaded later, as the page lists them.
fn parts(all: &Files) -> Result<BTreeMap<&str, Vec<&str>>> {
    let html = std::str::from_utf8(all.get("index.html").context("there is no index.html")?)?;
    let (_, listed) = html.split_once("data-parts=\"").context("index.html lists no parts")?;
    let listed = listed.split('"').next().unwrap_or_default();
    let mut found = BTreeMap::new();
    for (part, files) in listed.split(';').filter_map(|entry| entry.split_once('=')) {
        found.insert(part, files.split(' ').collect());
    }
    Ok(found)
}

/// index.html and every file that it, or a text it names, names in turn; of the parts, those of the first view.
fn first_load(all: &Files) -> Result<BTreeMap<&str, &[u8]>> {
    let parts = parts(all)?;
    let first = parts.get(FIRST).with_context(|| format!("there is no part `{FIRST}`"))?;
    let later: Vec<&str> = parts.values().flatten().copied().filter(|file| !first.contains(file)).collect();
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
        let named = all.keys().filter(|other| text.contains(other.as_str()));
        let named = named.filter(|other| !LATER.iter().any(|later| other.starts_with(later)));
        let named = named.filter(|other| !later.contains(&other.as_str()));
        open.extend(named.map(String::as_str));
    }
    Ok(found)
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
            (
                "index.html",
                "<link href=\"./app-1.css\"><link href=install/icon.png><script data-worker=sw.js src=\"./boot-2.js\" data-wasm=\"./app_bg.wasm\" \
                 data-parts=\"grid=shared-1.wasm grid-3.wasm;list=shared-1.wasm list-3.wasm\"> <link href=\"./parts-3.js\">",
            ),
            ("parts-3.js", "./shared-1.wasm ./grid-3.wasm ./list-3.wasm"),
            ("shared-1.wasm", "for both"),
            ("grid-3.wasm", "not at first"),
            ("list-3.wasm", "at first"),
            ("app-1.css", "@font-face { src: url(fonts/a.woff2) }"),
            ("fonts/a.woff2", "font"),
            ("boot-2.js", "start(); // see index.html and samples/one.json"),
            ("app_bg.wasm", "names later.js"),
            ("later.js", "not at first"),
            ("samples/one.json", "{}"),
            ("install/icon.png", "not at first"),
            ("sw.js", "app-1.css later.js"),
        ]);
        let names: Vec<&str> = first_load(&all).unwrap().into_keys().collect();
        let program = ["app-1.css", "app_bg.wasm", "boot-2.js", "fonts/a.woff2", "index.html"];
        assert_eq!(names, [&program[..], &["list-3.wasm", "parts-3.js", "shared-1.wasm"]].concat());
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
