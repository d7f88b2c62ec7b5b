//! The style sheets: many while they are written, one when they are fetched.
//!
//! Each file is compressed on its own, so that what they have in common is fetched with every one of them: as one file they
//! are a third smaller.

use super::digest;
use super::tags::tags;
use anyhow::{Context, Result};
use std::path::Path;

/// Puts one style sheet in the place of all that the page names, in their order, and returns the page.
pub fn join(html: &str, folder: &Path) -> Result<String> {
    let tags = tags(html);
    let sheets: Vec<_> = tags.iter().filter(|tag| tag.name == "link" && tag.get("rel") == Some("stylesheet")).collect();
    let Some(first) = sheets.first() else { return Ok(html.to_string()) };
    let mut styles = String::new();
    for sheet in &sheets {
        let name = sheet.get("href").and_then(|path| path.strip_prefix("./")).context("a style sheet has no path")?;
        let path = folder.join(name);
        styles.push_str(&std::fs::read_to_string(&path).with_context(|| format!("the page has no file {name}"))?);
        styles.push('\n');
        std::fs::remove_file(path)?;
    }
    let name = format!("heatgrid-{}.css", digest(&[styles.as_bytes()]));
    std::fs::write(folder.join(&name), styles)?;
    let mut joined = html[..first.place.start].to_string();
    joined.push_str(&format!("<link rel=\"stylesheet\" href=\"./{name}\">"));
    let mut from = first.place.end;
    for sheet in &sheets[1..] {
        joined.push_str(html[from..sheet.place.start].trim_end());
        from = sheet.place.end;
    }
    joined.push_str(&html[from..]);
    Ok(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sheet_has_the_text_of_all_in_their_order() {
        let folder = std::env::temp_dir().join(format!("heatgrid-styles-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for (name, text) in [("b-1.css", "b{}"), ("a-2.css", "a{}")] {
            std::fs::write(folder.join(name), text).unwrap();
        }
        let page = "<link rel=\"icon\" href=\"./i.svg\">\n<link rel=\"stylesheet\" href=\"./b-1.css\"/>\n<p>x</p>\n\
                    <link rel=\"stylesheet\" href=\"./a-2.css\"/>\n<main>";
        let joined = join(page, &folder).unwrap();
        let (_, rest) = joined.split_once("<link rel=\"stylesheet\" href=\"./").unwrap();
        let (name, rest) = rest.split_once("\">").unwrap();
        assert_eq!(rest, "\n<p>x</p>\n<main>");
        assert_eq!(std::fs::read_to_string(folder.join(name)).unwrap(), "b{}\na{}\n");
        assert!(!folder.join("b-1.css").exists() && !folder.join("a-2.css").exists());
        assert_eq!(join("<p>none</p>", &folder).unwrap(), "<p>none</p>");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
