//! All keys in one table: those of the actions, and those that a view has of its own.

use crate::actions::{self, Of};

/// Keys of one place, with what they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Where they work.
    pub place: &'static str,
    /// The keys as the page writes them, and what they do. Several keys for one thing stand side by side.
    pub lines: Vec<(Vec<String>, String)>,
}

/// The keys that a view has of its own. Keys for the same thing are separated by a comma.
type Own = (&'static str, &'static [(&'static str, &'static str)]);

const OWN: [Own; 8] = [
    (
        "In the grid",
        &[
            ("← → ↑ ↓", "Go from cell to cell; with Shift choose several"),
            ("Home, End", "Go to the first or last cell of the row"),
            ("Ctrl Home, Ctrl End", "Go to the first or last cell of all"),
            ("Page Up, Page Down", "Go up or down by what is in sight"),
            ("Enter, F2", "Edit the cell; controls and actions open on the card"),
            ("A letter or figure", "Begin to type in the place of what is there"),
            ("Delete, Backspace", "Empty the chosen cells"),
            ("Ctrl C, Ctrl X, Ctrl V", "Copy, cut and paste cells, also from and to Excel"),
            ("Ctrl D", "Fill down"),
            ("Ctrl A, Ctrl Space, Shift Space", "Choose all cells, the column, or the row"),
            ("Alt ↑, Alt ↓", "Move the row up or down"),
            ("Ctrl Enter", "Open the card of this risk"),
            ("Ctrl F", "Find words"),
            ("Tab", "Leave the grid"),
        ],
    ),
    (
        "On the headings of the grid",
        &[
            ("Enter", "Sort by the column: up, down, not at all"),
            ("Shift Enter", "Sort by it too, after what rows are sorted by already"),
            ("Alt ←, Alt →", "Move the column"),
            ("Shift ←, Shift →", "Make it narrower or wider"),
            ("↓", "Go to the rows"),
        ],
    ),
    (
        "While a cell is edited",
        &[
            ("Enter, Shift Enter", "Keep the text and go down or up"),
            ("Alt Enter", "Begin a new line"),
            ("↓ in Owner or Contact", "Choose among the names that the register knows"),
            ("Tab, Shift Tab", "Keep the text and go right or left"),
            ("↓", "In a score: go to the matrix"),
            ("Escape", "Give the text up"),
        ],
    ),
    (
        "On the card",
        &[
            ("Tab, Shift Tab", "Go to the next field or the one before"),
            ("Alt ↑, Alt ↓", "Move an entry of a list up or down"),
            ("Escape", "Give up what was typed in a field"),
        ],
    ),
    (
        "On a matrix",
        &[
            ("← → ↑ ↓", "Go from cell to cell"),
            ("Enter, Space", "Choose the cell, or take the choice away"),
            ("4x3", "Choose likelihood 4 and impact 3"),
        ],
    ),
    (
        "On the heat map",
        &[
            ("← → ↑ ↓", "Go from cell to cell"),
            ("Enter, Space", "Choose the cell; with Shift or Ctrl choose several"),
            ("F2", "Go to the risks in the cell, and back"),
            ("M", "On a risk: move it. Arrows lead it, Enter puts it down, Escape gives up"),
            ("Escape", "Choose no cell"),
        ],
    ),
    (
        "In the list that finds anything",
        &[("↑ ↓", "Choose"), ("Enter", "Go there, or do it"), ("Escape", "Close the list")],
    ),
    ("In menus, dialogs, messages and the tour", &[("Tab", "Go on"), ("Escape", "Close it")]),
];

/// All keys by place: everywhere first. On Apple's computers the keys have other names.
pub fn groups(apple: bool) -> Vec<Group> {
    let actions = actions::all();
    let of_actions = Of::ALL.into_iter().map(|of| {
        let lines = actions.iter().filter(|action| action.of == of && !action.keys.is_empty()).map(|action| {
            let keys = action.keys.iter().map(|keys| keys.words(apple)).collect();
            (keys, format!("{}: {}", action.name, lower(action.hint)))
        });
        Group { place: of.label(), lines: lines.collect() }
    });
    let own = OWN.into_iter().map(|(place, lines)| {
        let lines = lines.iter().map(|(keys, what)| {
            let keys = if apple { keys.replace("Ctrl", "⌘").replace("Alt", "⌥") } else { (*keys).to_owned() };
            (keys.split(", ").map(str::to_owned).collect(), (*what).to_owned())
        });
        Group { place, lines: lines.collect() }
    });
    of_actions.chain(own).filter(|group| !group.lines.is_empty()).collect()
}

/// A hint that stands after a colon.
fn lower(hint: &str) -> String {
    let mut letters = hint.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_an_action_is_in_the_table() {
        let groups = groups(false);
        let written: Vec<&String> = groups.iter().flat_map(|it| &it.lines).flat_map(|(keys, _)| keys).collect();
        for keys in actions::all().iter().flat_map(|action| &action.keys) {
            assert!(written.contains(&&keys.words(false)), "{keys:?}");
        }
        assert_eq!(groups[0].place, "Risks");
    }

    #[test]
    fn apples_keys_have_their_own_names() {
        let groups = groups(true);
        let written: Vec<&String> = groups.iter().flat_map(|it| &it.lines).flat_map(|(keys, _)| keys).collect();
        assert!(written.iter().all(|keys| !keys.contains("Ctrl") && !keys.contains("Alt")), "{written:?}");
    }
}
