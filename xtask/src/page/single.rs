//! The single-file edition: all of the finished page in one file, which opens without a host, from a disk or an e-mail.
//!
//! Scripts and styles stand in it as they are; the policy names each by its hash and lets the page ask nobody for anything.
//! Everything else that the page would fetch stands compressed in scripts that no browser runs.

use super::policy;
use super::tags::{Tag, tags};
use crate::run;
use crate::tools::npm;
use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

/// The name of the file beside the page.
pub const NAME: &str = "heatgrid.html";
/// The program's scripts as one, while it is being put in.
const PROGRAM: &str = "program.js";
/// Where a register goes that travels in the file: `crates/exchange/src/page.rs` knows it.
const REGISTER: &str = r#"<script type="application/json" id="heatgrid-register" data-mark=""></script>"#;

/// Writes the file. `html` is the page before its policy and its worker are put in.
pub fn write(html: &str, folder: &Path) -> Result<()> {
    bundle(html, folder)?;
    let made = put_together(html, folder);
    fs::remove_file(folder.join(PROGRAM))?;
    Ok(fs::write(folder.join(NAME), made?)?)
}

/// Makes one script of the loader and of what it imports, since a page that comes from a file may import none.
fn bundle(html: &str, folder: &Path) -> Result<()> {
    let tags = tags(html);
    let loader = tags.iter().find_map(|tag| tag.get("data-loader")).context("the page has no boot script")?;
    let entry = format!("import * as program from \"{loader}\"; globalThis.heatgridProgram = program;");
    let place = folder.join("program-entry.js");
    fs::write(&place, entry)?;
    let done = run::run(
        Command::new("node")
            .arg(npm::ensure()?.join("esbuild/bin/esbuild"))
            .arg(&place)
            .args(["--bundle", "--minify", "--charset=utf8", "--format=iife", "--log-level=warning"])
            // Asked for only where the address of the WebAssembly is not given, and it always is.
            .arg("--define:import.meta.url=document.baseURI")
            .arg(format!("--outfile={}", folder.join(PROGRAM).display())),
        "The file and line are named above.",
    );
    fs::remove_file(place)?;
    done
}

fn put_together(html: &str, folder: &Path) -> Result<String> {
    let read = |path: &str| {
        let name = path.strip_prefix("./").unwrap_or(path);
        fs::read_to_string(folder.join(name)).with_context(|| format!("the page has no file {name}"))
    };
    let tags = tags(html);
    let mut page = Page::default();
    let mut at = 0;
    for tag in &tags {
        let is_own_script = tag.name == "script" && tag.get("src").is_some();
        if tag.name != "link" && !is_own_script {
            continue;
        }
        page.html.push_str(html[at..tag.place.start].trim_end());
        at = if is_own_script { tag.text.end + "</script>".len() } else { tag.place.end };
        match (tag.get("rel"), tag.get("src")) {
            (Some("stylesheet"), _) => page.styles.push_str(&read(tag.get("href").unwrap_or_default())?),
            (Some("icon"), _) => {
                let picture = STANDARD.encode(read(tag.get("href").unwrap_or_default())?);
                page.html.push_str(&format!("\n<link rel=\"icon\" href=\"data:image/svg+xml;base64,{picture}\">"));
            }
            (_, Some(_)) if tag.get("data-loader").is_some() => page.boot = Some(boot(tag, folder, &mut page.styles)?),
            (_, Some(source)) => page.scripts.push(read(source)?),
            // What is fetched beforehand is here already; a file is not installed.
            _ => {}
        }
    }
    page.html.push_str(&html[at..]);
    page.finish(folder)
}

/// The start tag of the boot script, its style sheet put to the others, and the script.
fn boot(tag: &Tag, folder: &Path, styles: &mut String) -> Result<(String, String)> {
    let attribute = |name: &str| tag.get(name).with_context(|| format!("the boot script has no {name}"));
    let is_sheet = |name: &&str| name.ends_with(".css");
    let listed = attribute("data-parts")?;
    let sheet = listed.split([' ', ';', '=']).find(is_sheet).context("no part has a style sheet")?;
    styles.push_str(&fs::read_to_string(folder.join(sheet))?);
    let source = attribute("src")?;
    let script = fs::read_to_string(folder.join(source))?;
    let start = format!(
        "<script data-loader=\"{}\" data-wasm=\"{}\" data-parts=\"{}\">",
        attribute("data-loader")?,
        attribute("data-wasm")?,
        listed.replace(&format!(" {sheet}"), "")
    );
    Ok((start, script))
}

#[derive(Default)]
struct Page {
    html: String,
    styles: String,
    scripts: Vec<String>,
    boot: Option<(String, String)>,
}

impl Page {
    fn finish(mut self, folder: &Path) -> Result<String> {
        self.scripts.push(fs::read_to_string(folder.join(PROGRAM))?);
        let (start, boot) = self.boot.context("the page has no boot script")?;
        let mut hashes: Vec<String> = self.scripts.iter().map(|script| hash(script)).collect();
        hashes.push(hash(&boot));
        let html = policy::insert_for_file(&self.html, &hashes.join(" "), &hash(&self.styles))?;
        let head = format!("<style>{}</style>\n{}{REGISTER}\n", self.styles, carried(folder, "")?);
        // In the body, as the program needs one; in order, the one that starts it last.
        let mut body: String = self.scripts.iter().map(|script| format!("<script>{script}</script>\n")).collect();
        body.push_str(&format!("{start}{boot}</script>\n"));
        anyhow::ensure!(
            body.matches("</script").count() == hashes.len() && !self.styles.contains("</style"),
            "a script or style sheet holds what would end it too early"
        );
        let html = html.replacen("</head>", &format!("{head}</head>"), 1);
        let (before, after) = html.rsplit_once("</body>").context("the page has no body")?;
        Ok(format!("{before}{body}</body>{after}"))
    }
}

/// How the policy names a script or style sheet.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The files that the page would fetch, each in a script that no browser runs.
fn carried(folder: &Path, prefix: &str) -> Result<String> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut scripts = String::new();
    for entry in entries {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if name == "samples" || name == "texts" {
            scripts.push_str(&carried(&entry.path(), &format!("{name}/"))?);
        } else if name.ends_with(".wasm") || !prefix.is_empty() {
            let mut packed = GzEncoder::new(Vec::new(), Compression::best());
            packed.write_all(&fs::read(entry.path())?)?;
            let text = STANDARD.encode(packed.finish()?);
            scripts.push_str(&format!("<script type=\"text/plain\" data-file=\"{name}\">{text}</script>\n"));
        }
    }
    Ok(scripts)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!doctype html><html><head><meta charset="utf-8">
<link rel="icon" href="./i.svg"><link rel="manifest" href="install/m.webmanifest">
<link rel="stylesheet" href="./one.css"><script defer src="./first.js"></script>
<script defer src="./boot.js" data-loader="./a.js" data-wasm="./a.wasm" data-parts="list=l.wasm;grid=g.wasm two.css"></script>
<link rel="modulepreload" href="./a.js"></head><body><noscript>x</noscript></body></html>"#;

    fn made(test: &str, boot: &str) -> Result<String> {
        let folder = std::env::temp_dir().join(format!("heatgrid-single-{}-{test}", std::process::id()));
        fs::create_dir_all(folder.join("samples")).unwrap();
        for (name, text) in [
            ("i.svg", "<svg/>"),
            ("one.css", "a{}"),
            ("two.css", "b{}"),
            ("first.js", "first()"),
            ("boot.js", boot),
            ("a.wasm", "wasm"),
            ("l.wasm", "list"),
            (PROGRAM, "program()"),
            ("samples/s.json", "{}"),
        ] {
            fs::write(folder.join(name), text).unwrap();
        }
        let html = put_together(PAGE, &folder);
        fs::remove_dir_all(folder).unwrap();
        html
    }

    #[test]
    fn everything_is_in_the_file_and_nothing_is_asked_for() {
        let html = made("whole", "boot()").unwrap();
        let tags = tags(&html);
        let run = |tag: &&Tag| tag.name == "script" && tag.get("type").is_none();
        let scripts: Vec<&str> = tags.iter().filter(run).map(|tag| &html[tag.text.clone()]).collect();
        assert_eq!(scripts, ["first()", "program()", "boot()"]);
        assert!(html.contains("<style>a{}b{}</style>"), "{html}");
        assert!(html.contains(r#"data-parts="list=l.wasm;grid=g.wasm">boot()"#), "{html}");
        let carried: Vec<_> = tags.iter().filter_map(|tag| tag.get("data-file")).collect();
        assert_eq!(carried, ["a.wasm", "l.wasm", "samples/s.json"]);
        let asked = |tag: &&Tag| tag.get("src").or(tag.get("href")).is_some_and(|place| !place.starts_with("data:"));
        assert_eq!(tags.iter().find(asked), None);
        assert!(html.contains(REGISTER));
    }

    #[test]
    fn the_policy_lets_only_these_scripts_and_styles_in() {
        let html = made("policy", "boot()").unwrap();
        // echo -n "boot()" | openssl dgst -sha256 -binary | base64
        for text in ["first()", "program()", "boot()", "a{}b{}"] {
            assert!(html.contains(&hash(text)), "{html}");
        }
        assert_eq!(hash("boot()"), "'sha256-MeZS89WlF0u+o0hCvHTBt4q1WHU+U+sJKgbdRUc36mY='");
        assert!(!html.contains("'self'") && !html.contains("unsafe-inline"));
    }

    #[test]
    fn a_script_that_would_end_too_early_is_refused() {
        assert!(made("early", "boot('</script>')").is_err());
    }
}
