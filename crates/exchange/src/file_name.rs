//! The name under which a register is saved.

use register::date::Day;

const ENDING: &str = ".heatgrid.json";
/// The longest name in characters. SharePoint counts the whole path, so a name should leave room for folders.
const MOST_CHARS: usize = 120;
/// The longest name in bytes. File systems on Linux stop at 255.
const MOST_BYTES: usize = 240;

/// A file name for a register with this title, e.g. `Children and families 2024 2026-03-31.heatgrid.json`.
///
/// It is fit for Windows, macOS and SharePoint: letters, digits, blanks and a few harmless signs, at most 120
/// characters, never empty and never a name that Windows keeps for itself.
pub fn file_name(title: &str, today: Day) -> String {
    dated(title, &format!(" {}{ENDING}", today.iso()))
}

/// A file name for a register with this title in a file with a password, under the same rules.
pub fn locked_name(title: &str, today: Day) -> String {
    dated(title, &format!(" with password {}{ENDING}", today.iso()))
}

/// A file name for a page with this register in it, under the same rules.
pub fn page_name(title: &str, today: Day) -> String {
    dated(title, &format!(" {}.html", today.iso()))
}

/// A file name for a picture of the heat map of a register with this title, under the same rules.
///
/// `kind` is the ending: `svg` or `png`.
pub fn picture_name(title: &str, today: Day, kind: &str) -> String {
    dated(title, &format!(" heat map {}.{kind}", today.iso()))
}

/// A file name for a report on a register with this title, under the same rules.
///
/// `kind` is the ending: `html` or `docx`.
pub fn report_name(title: &str, today: Day, kind: &str) -> String {
    dated(title, &format!(" report {}.{kind}", today.iso()))
}

/// The title with an ending, cut to what file systems and SharePoint take.
fn dated(title: &str, ending: &str) -> String {
    let mut name = tidy(title);
    let (chars, bytes) = (MOST_CHARS - ending.len(), MOST_BYTES - ending.len());
    while name.chars().count() > chars || name.len() > bytes {
        name.pop();
    }
    let name = name.trim_end_matches([' ', ',', '-']);
    format!("{}{ending}", if name.is_empty() { "Risk register" } else { name })
}

/// The title with nothing in it that a file system objects to. A dot goes too: `CON.x` is reserved on Windows.
fn tidy(title: &str) -> String {
    let safe = |sign: char| match sign {
        '’' | '‘' => '\'',
        _ if sign.is_whitespace() => ' ',
        _ if sign.is_alphanumeric() || " ,()'+-".contains(sign) => sign,
        _ => '-',
    };
    let text: String = title.replace('&', " and ").chars().map(safe).collect();
    let words = text.split(' ').map(|word| word.trim_matches('-')).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(title: &str) -> String {
        file_name(title, Day { year: 2026, month: 3, day: 1 })
    }

    #[test]
    fn a_plain_title_stays_readable() {
        assert_eq!(
            named("Children, families & adults 2016"),
            "Children, families and adults 2016 2026-03-01.heatgrid.json"
        );
        assert_eq!(named("Dean’s register (Part B)"), "Dean's register (Part B) 2026-03-01.heatgrid.json");
        assert_eq!(named("Sécurité: été"), "Sécurité été 2026-03-01.heatgrid.json");
    }

    #[test]
    fn what_a_file_system_refuses_is_replaced() {
        let name = named("a/b\\c:d*e?f\"g<h>i|j#k%l~m{n}o\u{0}p\nq\u{202e}r.s_vti_t");
        assert_eq!(name, "a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p q-r-s-vti-t 2026-03-01.heatgrid.json");
        assert_eq!(named("CON.x"), "CON-x 2026-03-01.heatgrid.json");
        assert_eq!(named("..\\..\\etc"), "etc 2026-03-01.heatgrid.json");
    }

    #[test]
    fn a_page_is_named_after_the_register() {
        let day = Day { year: 2026, month: 3, day: 1 };
        assert_eq!(page_name("Children & adults", day), "Children and adults 2026-03-01.html");
    }

    #[test]
    fn a_picture_is_named_after_the_register() {
        let day = Day { year: 2026, month: 3, day: 1 };
        assert_eq!(picture_name("Children & adults", day, "svg"), "Children and adults heat map 2026-03-01.svg");
        assert_eq!(picture_name("?", day, "png"), "Risk register heat map 2026-03-01.png");
        assert!(picture_name(&"a".repeat(500), day, "png").chars().count() <= 120);
    }

    #[test]
    fn there_is_always_a_name() {
        for title in ["", "   ", "...", "???", "\u{1f525}"] {
            assert_eq!(named(title), "Risk register 2026-03-01.heatgrid.json", "{title}");
        }
    }

    #[test]
    fn long_titles_are_cut() {
        for letter in ["a", "é", "𐐷", "a -"] {
            let name = named(&letter.repeat(500));
            assert!(name.chars().count() <= 120, "{}", name.chars().count());
            assert!(name.len() <= 240, "{}", name.len());
            assert!(name.ends_with(" 2026-03-01.heatgrid.json"), "{name}");
        }
    }
}
