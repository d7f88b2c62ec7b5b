//! The content security policy, and a check that the page does not fall foul of it.

use super::tags::{Tag, tags};
use anyhow::{Context, Result, bail};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// Puts the policy before anything that it governs.
pub fn insert(html: &str) -> Result<String> {
    insert_policy(html, POLICY)
}

/// The same for a page in one file: it runs the scripts and uses the styles with these hashes, and asks nobody for anything.
pub fn insert_for_file(html: &str, scripts: &str, styles: &str) -> Result<String> {
    let policy = format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval' {scripts}; style-src {styles}; img-src data: blob:; \
         base-uri 'none'; form-action 'none'"
    );
    insert_policy(html, &policy)
}

fn insert_policy(html: &str, policy: &str) -> Result<String> {
    let tags = tags(html);
    let is_policy =
        |tag: &Tag| tag.get("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"));
    if tags.iter().any(is_policy) {
        bail!("index.html has a content security policy; the build writes the one that counts");
    }
    let charset = tags.iter().find(|tag| tag.name == "meta" && tag.get("charset").is_some());
    let charset = charset.context("index.html has no <meta charset>, after which the policy goes")?;
    let governed = tags.iter().find(|tag| ["link", "script", "img"].contains(&tag.name.as_str()));
    if governed.is_some_and(|tag| tag.place.start < charset.place.start) {
        bail!("in index.html, <meta charset> must come before every link, script and image");
    }
    let (before, after) = html.split_at(charset.place.end);
    Ok(format!("{before}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"))
}

/// Refuses what a browser would block under the policy, since there it would only show in the console.
pub fn check(html: &str) -> Result<()> {
    for tag in tags(html) {
        let shown = &html[tag.place.clone()];
        let is_data = |tag: &Tag| tag.get("type").is_some_and(|kind| kind.ends_with("json") && kind.contains('/'));
        if tag.name == "script" && tag.get("src").is_none() && !is_data(&tag) {
            bail!("the policy blocks the inline script {shown} of index.html: move it to a file");
        }
        if tag.name == "style" {
            bail!("the policy blocks the style element of index.html: move it to style/");
        }
        if let Some((name, _)) = tag.attributes.iter().find(|(name, _)| name == "style" || name.starts_with("on")) {
            bail!("the policy blocks the attribute `{name}` of {shown} in index.html");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_comes_right_after_the_charset() {
        let page = "<head><meta charset=\"utf-8\"><link href=a></head>";
        let html = insert(page).unwrap();
        let (before, after) = html.split_once("<meta http-equiv=").unwrap();
        assert!(before.trim_end().ends_with("<meta charset=\"utf-8\">"), "{html}");
        assert!(after.contains("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"));
        assert!(after.ends_with("\"><link href=a></head>"), "{html}");
        assert!(!html.contains("unsafe-inline") && !html.contains("'unsafe-eval'"));
    }

    #[test]
    fn a_page_where_the_policy_would_come_too_late_or_twice_is_refused() {
        let page = "<head><meta charset=utf-8></head>";
        assert!(insert(&insert(page).unwrap()).is_err());
        assert!(insert("<head><title>x</title></head>").is_err());
        assert!(insert("<head><script src=a></script><meta charset=utf-8></head>").is_err());
    }

    #[test]
    fn what_the_policy_blocks_is_refused() {
        for blocked in [
            "<script>start()</script>",
            "<script type=\"module\">start()</script>",
            "<style>p {}</style>",
            "<p style=\"color: red\">",
            "<body onload=\"start()\">",
        ] {
            assert!(check(blocked).is_err(), "{blocked}");
        }
        check("<script src=a></script><script type=\"application/ld+json\">{}</script><p class=a>").unwrap();
    }
}
