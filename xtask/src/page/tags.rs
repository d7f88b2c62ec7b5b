//! Reading the start tags of a page. It reads what Trunk writes, not everything a browser would.

use std::ops::Range;

/// A start tag.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Its name in lower case.
    pub name: String,
    /// Where it stands, brackets included.
    pub place: Range<usize>,
    /// Its attributes, names in lower case.
    pub attributes: Vec<(String, &'a str)>,
    /// For scripts and style sheets: where the text up to the end tag stands.
    pub text: Range<usize>,
}

impl Tag<'_> {
    /// The value of an attribute; empty if it has none.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| *value)
    }
}

/// All start tags, in order.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|offset| at + offset) {
        let rest = &html[start..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(html.len(), |end| start + end + 3);
            continue;
        }
        if !rest[1..].starts_with(|first: char| first.is_ascii_alphabetic()) {
            at = start + 1;
            continue;
        }
        let mut tag = read(html, start);
        at = tag.place.end;
        if tag.name == "script" || tag.name == "style" {
            let end = html[at..].find(&format!("</{}", tag.name)).map_or(html.len(), |end| at + end);
            tag.text = at..end;
            at = end;
        }
        found.push(tag);
    }
    found
}

fn read(html: &str, start: usize) -> Tag<'_> {
    let is_end = |character: char| character.is_ascii_whitespace() || "/>".contains(character);
    let after = |at: usize, stop: &dyn Fn(char) -> bool| html[at..].find(stop).map_or(html.len(), |offset| at + offset);
    let mut at = after(start, &is_end);
    let name = html[start + 1..at].to_ascii_lowercase();
    let mut attributes = Vec::new();
    loop {
        at = after(at, &|character| !character.is_ascii_whitespace() && character != '/');
        if html[at..].starts_with('>') || at == html.len() {
            break;
        }
        let end = after(at + 1, &|character| is_end(character) || character == '=');
        let key = html[at..end].to_ascii_lowercase();
        at = end;
        let mut value = "";
        if html[at..].starts_with('=') {
            at += 1;
            let quote = html[at..].chars().next().filter(|first| "\"'".contains(*first));
            let from = at + usize::from(quote.is_some());
            at = match quote {
                Some(quote) => after(from, &|character| character == quote),
                None => after(from, &|character| character.is_ascii_whitespace() || character == '>'),
            };
            value = &html[from..at];
            at = (at + usize::from(quote.is_some())).min(html.len());
        }
        attributes.push((key, value));
    }
    let end = (at + 1).min(html.len());
    Tag { name, place: start..end, attributes, text: end..end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_with_their_attributes() {
        let html = "<!doctype html><!-- <p> --><LINK rel=icon Href='a>b'/><script defer src=\"x\">'<p>'</script><br>";
        let found = tags(html);
        let names: Vec<&str> = found.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["link", "script", "br"]);
        assert_eq!(found[0].get("href"), Some("a>b"));
        assert_eq!(found[0].get("rel"), Some("icon"));
        assert_eq!(found[1].get("defer"), Some(""));
        assert_eq!(&html[found[1].text.clone()], "'<p>'");
        assert_eq!(&html[found[2].place.clone()], "<br>");
    }

    #[test]
    fn an_unfinished_page_ends_the_reading() {
        assert_eq!(tags("<p class=\"open").len(), 1);
        assert_eq!(tags("<script>never closed").len(), 1);
    }
}
