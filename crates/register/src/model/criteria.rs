//! Risk criteria: scales, matrix, bands and vocabularies. They belong to a register; nothing is hard-coded.

use crate::record::record;

record! {
    /// One level of a scale.
    pub struct Level {
        /// What stands on the axis instead of the level's number, e.g. `A`. Blank: the number.
        pub mark: String,
        /// The level's name, e.g. "possible".
        pub label: String,
        /// What the level means, as help when a level is chosen.
        pub description: String,
    }
}

record! {
    /// A scale: likelihood or impact.
    pub struct Axis {
        /// The name on the page: "Likelihood" or "Probability", "Impact" or "Consequence".
        pub name: String,
        /// The levels from the least to the greatest; the first is level 1.
        pub levels: Vec<Level>,
    }
}

record! {
    /// A named, coloured range of scores.
    pub struct Band {
        /// The name, e.g. "High".
        pub name: String,
        /// One or two letters that stand for the name where colour is missing, e.g. `H`.
        pub letter: String,
        /// The lowest score of the band; it reaches up to the next band.
        pub from: u16,
        /// The colour as `#rrggbb`.
        pub colour: String,
    }
}

record! {
    /// A step of an action's progress.
    pub struct Progress {
        /// The name, e.g. "Amber".
        pub name: String,
        /// The colour as `#rrggbb`; blank for none.
        pub colour: String,
        /// Whether an action with this progress is done.
        pub done: bool,
    }
}

record! {
    /// A level of risk appetite.
    pub struct AppetiteLevel {
        /// The name, e.g. "cautious".
        pub name: String,
        /// The highest residual score accepted at this level, where one is set.
        pub score: Option<u16>,
    }
}

record! {
    /// The appetite set for a category of risks.
    pub struct CategoryAppetite {
        /// A name from the categories.
        pub category: String,
        /// A name from the appetite levels.
        pub level: String,
    }
}

record! {
    /// Scales, matrix, bands and vocabularies of a register.
    pub struct Criteria {
        /// The likelihood scale.
        pub likelihood: Axis,
        /// The impact scale.
        pub impact: Axis,
        /// Whether likelihood runs across the page and impact up it. Left out: impact across, likelihood up.
        pub likelihood_across: bool,
        /// The score of each cell where it is not likelihood × impact: one row per likelihood level from 1,
        /// in it one number per impact level from 1. Empty: likelihood × impact.
        pub matrix: Vec<Vec<u16>>,
        /// The band of each cell where it does not follow from the score: laid out as the matrix, each number the
        /// place of a band in the list from 0. Empty: by score.
        pub cell_bands: Vec<Vec<u8>>,
        /// The bands from the lowest to the highest.
        pub bands: Vec<Band>,
        /// Names offered for a risk's category.
        pub categories: Vec<String>,
        /// Names offered for a risk's response.
        pub responses: Vec<String>,
        /// Names offered for a control's type.
        pub control_types: Vec<String>,
        /// Names offered for a control's adequacy, best first.
        pub adequacies: Vec<String>,
        /// Steps offered for an action's progress.
        pub progress: Vec<Progress>,
        /// Levels of appetite from the least to the greatest.
        pub appetite_levels: Vec<AppetiteLevel>,
        /// Appetite by category.
        pub category_appetites: Vec<CategoryAppetite>,
        /// Names offered for a risk's review frequency.
        pub review_frequencies: Vec<String>,
        /// Risks at or above this residual score are escalated to the corporate register.
        pub escalation_score: Option<u16>,
    }
}
