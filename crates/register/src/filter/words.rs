//! Words that are looked for anywhere in a risk.

use crate::model::{Action, Control, Point, Risk};

/// Whether a word, given in lower case, stands in a text, whatever the text's case.
pub(super) fn occurs(text: &str, word: &str) -> bool {
    if !word.is_ascii() {
        return text.to_lowercase().contains(word);
    }
    // No copy of every text for each key that is pressed.
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else { return true };
    let starts = text.len().checked_sub(word.len()).map_or(0..0, |last| 0..last + 1);
    starts
        .into_iter()
        .any(|at| text[at].to_ascii_lowercase() == *first && text[at..at + word.len()].eq_ignore_ascii_case(word))
}

/// The words of a text that is looked for, in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

/// Whether a risk's texts, with those of its controls and actions, contain a word.
pub(super) fn in_risk(risk: &Risk, word: &str) -> bool {
    let points = |points: &[Point]| points.iter().any(|point| occurs(&point.text, word));
    heads(risk, word)
        || any([&risk.description, &risk.response, &risk.notes, &risk.acceptance], word)
        || [&risk.contacts, &risk.objectives, &risk.path].iter().any(|texts| any(*texts, word))
        || [&risk.triggers, &risk.causes, &risk.consequences].iter().any(|list| points(list))
        || risk.controls.iter().any(|it| in_control(it, word))
        || risk.actions.iter().any(|it| in_action(it, word))
}

/// Whether a word stands in what tells one risk from another: number, title, category, owners.
pub(super) fn heads(risk: &Risk, word: &str) -> bool {
    occurs(&risk.printed_number(), word) || any([&risk.title, &risk.category], word) || any(&risk.owners, word)
}

/// Whether a control's texts contain a word.
pub(super) fn in_control(it: &Control, word: &str) -> bool {
    any([&it.title, &it.description, &it.critical_success, &it.assurance], word) || any(&it.owners, word)
}

/// Whether an action's texts contain a word.
pub(super) fn in_action(it: &Action, word: &str) -> bool {
    any([&it.title, &it.description, &it.assurance, &it.progress], word) || any(&it.owners, word)
}

fn any<'a>(texts: impl IntoIterator<Item = &'a String>, word: &str) -> bool {
    texts.into_iter().any(|text| occurs(text, word))
}

#[cfg(test)]
mod tests {
    use super::occurs;

    #[test]
    fn a_word_is_found_whatever_the_case() {
        for (text, word, found) in [
            ("Nightly BACKUP", "backup", true),
            ("Nightly BACKUP", "backups", false),
            ("Nightly", "n", true),
            ("Y", "nightly", false),
            ("", "x", false),
            ("any", "", true),
            ("Höhe ÄNDERN", "ändern", true),
            ("don’t", "don’t", true),
        ] {
            assert_eq!(occurs(text, word), found, "{text} {word}");
        }
    }
}
