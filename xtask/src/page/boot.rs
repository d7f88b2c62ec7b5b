//! The scripts of the page, out of the page into files.

use super::digest;
use super::tags::{Tag, tags};
use anyhow::{Result, bail};
use std::path::Path;

const BOOT: &str = include_str!("boot.js");
const RELOAD_MARK: &str = ".well-known/trunk/ws";
/// What Trunk's server fills in, but only in a page.
const FILLED_IN: [(&str, &str); 2] =
    [("'{{__TRUNK_ADDRESS__}}'", "window.location.host"), ("'{{__TRUNK_WS_BASE__}}'", "'/'")];

/// Writes the boot script and points the page at it.
pub fn place_script(html: &str, folder: &Path) -> Result<String> {
    let tag = boot_tag(html)?;
    let name = format!("boot-{}.js", digest(&[BOOT.as_bytes()]));
    std::fs::write(folder.join(&name), BOOT)?;
    let shown = &html[tag.place.clone()];
    Ok(html.replace(shown, &shown.replace("\"boot.js\"", &format!("\"./{name}\""))))
}

/// Moves the script with which `serve` reloads the page into a file; a published page has none.
pub fn move_reload_script_out(html: String, folder: &Path) -> Result<String> {
    let tags = tags(&html);
    let is_reload = |tag: &&Tag| tag.name == "script" && html[tag.text.clone()].contains(RELOAD_MARK);
    let Some(tag) = tags.iter().find(is_reload) else {
        return Ok(html);
    };
    let mut script = html[tag.text.clone()].to_string();
    for (blank, value) in FILLED_IN {
        script = script.replace(blank, value);
    }
    if script.contains("{{") {
        bail!("Trunk's reload script has a blank that xtask/src/page/boot.rs does not fill in");
    }
    let name = format!("reload-{}.js", digest(&[script.as_bytes()]));
    std::fs::write(folder.join(&name), script)?;
    Ok(format!("{}<script src=\"./{name}\">{}", &html[..tag.place.start], &html[tag.text.end..]))
}

/// The tag of the boot script, which says what to load.
pub fn boot_tag(html: &str) -> Result<Tag<'_>> {
    let mut found = tags(html).into_iter().filter(|tag| tag.get("src") == Some("boot.js"));
    match (found.next(), found.next()) {
        (Some(tag), None) => Ok(tag),
        (None, _) => bail!(
            "the page has no boot script: index.html needs one <link data-trunk rel=\"rust\">, \
             and Trunk.toml the pattern_script that becomes the boot script"
        ),
        (Some(_), Some(_)) => bail!("the page has two boot scripts: index.html has two apps"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    const PAGE: &str = r#"<link rel="modulepreload" href="./a-1.js"><script defer src="boot.js" data-loader="./a-1.js" data-wasm="./a-1_bg.wasm"></script>"#;

    fn folder(test: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("heatgrid-boot-{}-{test}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn the_boot_script_is_written_where_the_page_looks_for_it() {
        let place = folder("boot");
        let html = place_script(PAGE, &place).unwrap();
        let tags = tags(&html);
        let source = tags[1].get("src").unwrap();
        assert!(source.starts_with("./boot-"), "{html}");
        assert_eq!(std::fs::read_to_string(place.join(source)).unwrap(), BOOT);
        assert!(BOOT.contains("Heatgrid could not start."));
        std::fs::remove_dir_all(place).unwrap();
    }

    #[test]
    fn the_reload_script_leaves_the_page_and_others_stay() {
        let place = folder("reload");
        let page = "<body><script>other()</script>\
                    <script>x('{{__TRUNK_ADDRESS__}}', '.well-known/trunk/ws')</script></body>";
        let html = move_reload_script_out(page.to_string(), &place).unwrap();
        let tags = tags(&html);
        assert_eq!(tags[1].get("src"), None);
        let source = tags[2].get("src").unwrap();
        let script = std::fs::read_to_string(place.join(source)).unwrap();
        assert_eq!(script, "x(window.location.host, '.well-known/trunk/ws')");
        let unknown = page.replace("ADDRESS", "NEWS");
        assert!(move_reload_script_out(unknown, &place).is_err());
        assert!(html.ends_with("\"></script></body>"), "{html}");
        std::fs::remove_dir_all(place).unwrap();
    }

    #[test]
    fn a_page_without_exactly_one_app_is_refused() {
        assert!(boot_tag("<script src=\"other.js\"></script>").is_err());
        assert!(boot_tag(&PAGE.repeat(2)).is_err());
    }
}
