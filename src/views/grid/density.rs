//! How much of its text a row shows.

use leptos::prelude::*;

use crate::state::App;

/// How much of its text a row shows: the user's setting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// One line of each cell.
    One,
    /// Three lines.
    #[default]
    Three,
    /// All lines.
    All,
}

impl Density {
    /// All settings, in the order of the page.
    pub const ALL: [Self; 3] = [Self::One, Self::Three, Self::All];

    /// The name on the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::One => "1 line",
            Self::Three => "3 lines",
            Self::All => "All lines",
        }
    }

    /// The name in the settings and in the style sheet.
    pub const fn word(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Three => "three",
            Self::All => "all",
        }
    }

    /// The height of a row in CSS pixels, where all have the same; the style sheet has the same figures.
    pub const fn height(self) -> Option<f64> {
        match self {
            Self::One => Some(32.0),
            Self::Three => Some(68.0),
            Self::All => None,
        }
    }

    /// The user's setting; followed.
    pub fn of(app: App) -> Self {
        app.settings.with(|settings| Self::ALL.into_iter().find(|it| it.word() == settings.density).unwrap_or_default())
    }
}
