//! What the tour shows.

/// A step.
pub struct Step {
    /// Selectors of what it speaks of: the first that is in sight counts.
    pub about: &'static [&'static str],
    /// Its heading.
    pub title: &'static str,
    /// What there is to know.
    pub text: &'static str,
    /// The same where rows are small cards; blank where it is no different.
    pub narrow: &'static str,
}

/// The steps in order, all on the grid.
pub const STEPS: [Step; 6] = [
    Step {
        about: &["nav.views"],
        title: "One register, several views",
        text: "Grid, cards and heat map show the same risks. A change in one of them is there in all the others at once.",
        narrow: "",
    },
    Step {
        about: &[
            "[role=grid][aria-label=Risks] [aria-colindex='2'][role=gridcell]",
            ".compact-cell",
            ".grid-view .empty",
        ],
        title: "Edit where it stands",
        text: "Choose a cell and type, or press Enter to go on from what is there. Escape gives up. Arrows lead from cell \
               to cell.",
        narrow: "Touch a risk to see its card. Every field there is edited where it stands, and saved when you leave it.",
    },
    Step {
        about: &["[role=grid][aria-label=Risks] [role=gridcell]:has(.pill)", ".grid-view .empty"],
        title: "Score on the matrix",
        text: "Press Enter on a score to choose likelihood and impact on the register’s own matrix, or type them, such as \
               4x3. The band and its colour follow.",
        narrow: "On the card, touch a cell of the matrix to choose likelihood and impact. The band and its colour follow.",
    },
    Step {
        about: &[".filter-line"],
        title: "See only what matters",
        text: "Find words, or filter by band, owner and more. The filter stays from view to view, and in a link that you \
               copy.",
        narrow: "",
    },
    Step {
        about: &["header .saved"],
        title: "Saved as you work",
        text: "Each change is stored in this browser the moment you make it, and Undo takes it back. This says so, and \
               says it plainly if something cannot be saved.",
        narrow: "",
    },
    Step {
        about: &["header .menu.export summary", "header .menu.main summary"],
        title: "Take it with you",
        text: "Export saves the register as a file: a backup, or a copy for a colleague, who imports it. Nothing is sent \
               anywhere by itself. Help has the keys and the terms.",
        narrow: "",
    },
];
