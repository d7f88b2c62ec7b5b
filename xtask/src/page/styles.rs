//! The style sheets: many while they are written, two when they are fetched: what a first visit needs, and the rest, which
//! comes with the first other part of the program.
//!
//! Each file is compressed on its own, so that what they have in common is fetched with every one of them: as one file they
//! are a third smaller.

use super::digest;
use super::tags::tags;
use anyhow::{Context, Result};
use std::path::Path;

/// The style sheets of a first visit, as they are called in `style/`.
const FIRST: [&str; 7] = ["tokens", "base", "components", "messages", "frame", "registers", "print"];

/// Puts one style sheet in the place of all that the page names and a first visit needs, in their order, and one for later
/// beside it. Returns the page and the name of the later one.
pub fn join(html: &str, folder: &Path) -> Result<(String, String)> {
    let tags = tags(html);
    let sheets: Vec<_> = tags.iter().filter(|tag| tag.name == "link" && tag.get("rel") == Some("stylesheet")).collect();
    let first = sheets.first().context("the page names no style sheet")?;
    let (mut now, mut later) = (String::new(), String::new());
    for sheet in &sheets {
        let name = sheet.get("href").and_then(|path| path.strip_prefix("./")).context("a style sheet has no path")?;
        let path = folder.join(name);
        let text = std::fs::read_to_string(&path).with_context(|| format!("the page has no file {name}"))?;
        // Trunk puts a hash behind the name.
        let stem = name.rsplit_once('-').map_or(name, |(stem, _)| stem);
        let styles = if FIRST.contains(&stem) { &mut now } else { &mut later };
        styles.push_str(&text);
        styles.push('\n');
        std::fs::remove_file(path)?;
    }
    let write = |stem: &str, styles: String| {
        let name = format!("{stem}-{}.css", digest(&[styles.as_bytes()]));
        std::fs::write(folder.join(&name), styles).map(|()| name)
    };
    let (name, later) = (write("heatgrid", now)?, write("later", later)?);
    let mut joined = html[..first.place.start].to_string();
    joined.push_str(&format!("<link rel=\"stylesheet\" href=\"./{name}\">"));
    let mut from = first.place.end;
    for sheet in &sheets[1..] {
        joined.push_str(html[from..sheet.place.start].trim_end());
        from = sheet.place.end;
    }
    joined.push_str(&html[from..]);
    Ok((joined, later))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_sheets_have_the_text_of_all_in_their_order() {
        let folder = std::env::temp_dir().join(format!("heatgrid-styles-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let files =
            [("tokens-1.css", "b{}"), ("grid-tools-3.css", "c{}"), ("base-2.css", "a{}"), ("card-4.css", "d{}")];
        for (name, text) in files {
            std::fs::write(folder.join(name), text).unwrap();
        }
        let page = "<link rel=\"icon\" href=\"./i.svg\">\n<link rel=\"stylesheet\" href=\"./tokens-1.css\"/>\n<p>x</p>\n\
                    <link rel=\"stylesheet\" href=\"./grid-tools-3.css\"/><link rel=\"stylesheet\" href=\"./base-2.css\"/>\
                    <link rel=\"stylesheet\" href=\"./card-4.css\"/>\n<main>";
        let (joined, later) = join(page, &folder).unwrap();
        let (_, rest) = joined.split_once("<link rel=\"stylesheet\" href=\"./").unwrap();
        let (name, rest) = rest.split_once("\">").unwrap();
        assert_eq!(rest, "\n<p>x</p>\n<main>");
        assert_eq!(std::fs::read_to_string(folder.join(name)).unwrap(), "b{}\na{}\n");
        assert_eq!(std::fs::read_to_string(folder.join(later)).unwrap(), "c{}\nd{}\n");
        assert!(files.iter().all(|(name, _)| !folder.join(name).exists()));
        assert!(join("<p>none</p>", &folder).is_err());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
