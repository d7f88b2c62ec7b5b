//! Likelihood and impact of a risk at one point of its treatment.

use crate::date::DateText;
use crate::record::record;

record! {
    /// Likelihood and impact of a risk under stated conditions. Each part may be missing.
    pub struct Assessment {
        /// Level on the likelihood scale, counted from 1 (the least likely).
        pub likelihood: Option<u8>,
        /// Level on the impact scale, counted from 1 (the least grave).
        pub impact: Option<u8>,
        /// The score as it was printed, where the levels behind it are not known. Ignored once both levels are set.
        pub score: Option<u16>,
        /// When it was assessed.
        pub date: DateText,
        /// Who assessed it.
        pub by: String,
        /// Why it was assessed like this.
        pub reason: String,
    }
}

/// Which assessment of a risk is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Which {
    /// Without controls.
    Inherent,
    /// With the controls in place; "current" on the cards.
    Residual,
    /// Aimed at.
    Target,
    /// The residual assessment at the last review; gives the direction of travel.
    Previous,
}

impl Which {
    /// The three assessments that a heat map can show, in the order of treatment.
    pub const MAPPED: [Self; 3] = [Self::Inherent, Self::Residual, Self::Target];

    /// The name of the risk's field, as in a file.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Inherent => "inherent",
            Self::Residual => "residual",
            Self::Target => "target",
            Self::Previous => "previous",
        }
    }

    /// The word on the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Inherent => "Inherent",
            Self::Residual => "Residual",
            Self::Target => "Target",
            Self::Previous => "Previous",
        }
    }

    /// The assessment whose field has this name.
    pub fn of_field(name: &str) -> Option<Self> {
        [Self::Inherent, Self::Residual, Self::Target, Self::Previous].into_iter().find(|it| it.field() == name)
    }
}
