//! A register in a page: Heatgrid in one file, which carries the text of a register file in itself.
//!
//! The text stands in a script that no browser runs. In JSON a `<` is always part of a text, and written in another way there
//! it cannot end the script.

use register::Register;

use crate::write;

/// What begins the place for the register. `xtask/src/page/single.rs` puts an empty one into the page.
const START: &str = "<script type=\"application/json\" id=\"heatgrid-register\" data-mark=\"";
/// What stands between the mark and the text.
const MIDDLE: &str = "\">";
const END: &str = "</script>";
/// How far from its beginning a text is searched for that which tells a page.
const HEAD: usize = 1000;

/// A register file that a page carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carried<'a> {
    /// Tells this page from every other one that was saved.
    pub mark: &'a str,
    /// The text of the file.
    pub text: &'a str,
}

/// The page with a register in the place of what it carries; `None` if it is not Heatgrid's.
///
/// `mark` has to be a new one, of letters and digits.
pub fn write_page(page: &str, register: &Register, mark: &str) -> Option<String> {
    let place = place(page)?;
    let file = String::from_utf8(write(std::slice::from_ref(register))).ok()?;
    Some(format!("{}{mark}{MIDDLE}{}{}", &page[..place.start], file.replace('<', "\\u003c"), &page[place.end..]))
}

/// What a page carries; `None` if it is not Heatgrid's or carries nothing.
pub fn carried(page: &str) -> Option<Carried<'_>> {
    let (mark, text) = page[place(page)?].split_once(MIDDLE)?;
    (!text.trim().is_empty()).then_some(Carried { mark, text })
}

/// Whether a page is Heatgrid's.
pub(crate) fn is_ours(page: &str) -> bool {
    place(page).is_some()
}

/// Whether a text may be a page at all.
pub(crate) fn is_page(text: &str) -> bool {
    let head = &text[..text.floor_char_boundary(HEAD)];
    text.starts_with('<') && head.to_lowercase().contains("<html")
}

/// Where in a page the mark and the text stand.
fn place(page: &str) -> Option<std::ops::Range<usize>> {
    let start = page.find(START)? + START.len();
    let end = start + page[start..].find(END)?;
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use register::Risk;

    const BLANK: &str = "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><style>a{}</style>\
        <script type=\"application/json\" id=\"heatgrid-register\" data-mark=\"\"></script></head><body></body></html>";

    fn register(title: &str) -> Register {
        let risk = Risk { title: title.to_owned(), ..Risk::default() };
        Register { title: title.to_owned(), risks: vec![risk], ..Register::default() }
    }

    #[test]
    fn what_is_put_into_a_page_is_read_out_of_it() {
        assert_eq!(carried(BLANK), None);
        for title in ["Corporate", "</script><!-- <script>", "\\u003c", "\u{2028}", "data-mark=\"x\">"] {
            let page = write_page(BLANK, &register(title), "k3").unwrap();
            let found = carried(&page).unwrap();
            let read = crate::read(page.as_bytes(), &mut || register::Id::from("new")).unwrap();
            assert_eq!((found.mark, &read.registers[0].register.title), ("k3", &title.to_owned()));
            // Put in again, it takes the place of what was there.
            let again = write_page(&page, &register("Other"), "k4").unwrap();
            assert_eq!(again, write_page(BLANK, &register("Other"), "k4").unwrap());
        }
    }

    #[test]
    fn nothing_in_a_register_ends_its_place() {
        let page = write_page(BLANK, &register("</script><script>alert(1)</script>"), "k3").unwrap();
        assert_eq!(page.matches("</script>").count(), 1);
        assert_eq!(page.matches("<script").count(), 1);
    }

    #[test]
    fn another_page_carries_nothing() {
        assert_eq!(carried("<html><script>x</script></html>"), None);
        assert_eq!(write_page("<html></html>", &register("x"), "k3"), None);
        assert!(is_page(BLANK) && !is_page("{\"title\": \"<html>\"}") && !is_page("<xml/>"));
    }
}
