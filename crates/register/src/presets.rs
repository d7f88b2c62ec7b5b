//! Criteria to start from, all editable: scales and matrices in use at councils, vocabularies of the Orange Book.

use crate::model::{AppetiteLevel, Axis, Band, Criteria, Level, Progress};

/// Criteria under a name.
pub struct Preset {
    /// The name on the page.
    pub name: &'static str,
    /// Makes the criteria.
    pub make: fn() -> Criteria,
}

/// All presets, the usual one first.
pub const fn all() -> [Preset; 6] {
    [
        Preset { name: "5 × 5 (most councils)", make: five_by_five },
        Preset { name: "4 × 4", make: four_by_four },
        Preset { name: "3 × 3", make: three_by_three },
        Preset { name: "5 × 4", make: five_by_four },
        Preset { name: "5 × 5 weighted by impact", make: weighted_by_impact },
        Preset { name: "5 × 5 with letters", make: letters },
    ]
}

/// Five levels each, three bands.
pub fn five_by_five() -> Criteria {
    Criteria {
        likelihood: axis("Likelihood", &LIKELIHOOD),
        impact: axis("Impact", &IMPACT),
        bands: bands(&[("Low", "L", 1), ("Medium", "M", 6), ("High", "H", 15)]),
        escalation_score: Some(15),
        ..vocabularies()
    }
}

/// Four levels each, four bands.
pub fn four_by_four() -> Criteria {
    Criteria {
        likelihood: axis("Likelihood", &LIKELIHOOD[..4]),
        impact: axis("Impact", &IMPACT[..4]),
        bands: bands(&[("Low", "L", 1), ("Medium", "M", 4), ("High", "H", 8), ("Very high", "VH", 12)]),
        escalation_score: Some(12),
        ..vocabularies()
    }
}

/// Three levels each, three bands.
pub fn three_by_three() -> Criteria {
    let pick = |levels: &[(&'static str, &'static str); 5]| [levels[0], levels[2], levels[4]];
    Criteria {
        likelihood: axis("Likelihood", &pick(&LIKELIHOOD)),
        impact: axis("Impact", &pick(&IMPACT)),
        bands: bands(&[("Low", "L", 1), ("Medium", "M", 3), ("High", "H", 6)]),
        escalation_score: Some(6),
        ..vocabularies()
    }
}

/// Five levels of likelihood, four of impact, four bands.
pub fn five_by_four() -> Criteria {
    Criteria {
        likelihood: axis("Likelihood", &LIKELIHOOD),
        impact: axis("Impact", &IMPACT[1..]),
        bands: bands(&[("Low", "L", 1), ("Medium", "M", 5), ("High", "H", 10), ("Very high", "VH", 16)]),
        escalation_score: Some(16),
        ..vocabularies()
    }
}

/// Five levels each, in the manner of government departments: each level of impact weighs twice the one below it, so
/// that what is grave stands out even where it is unlikely, and the top of four bands is black.
pub fn weighted_by_impact() -> Criteria {
    let weights = [1, 2, 4, 8, 16];
    let mut bands = bands(&[("Minor", "Mi", 1), ("Moderate", "Mo", 6), ("Major", "Ma", 16), ("Severe", "S", 40)]);
    if let Some(severe) = bands.last_mut() {
        BLACK.clone_into(&mut severe.colour);
    }
    Criteria {
        likelihood: axis("Likelihood", &WEIGHTED_LIKELIHOOD),
        impact: axis("Impact", &WEIGHTED_IMPACT),
        matrix: (1..=5).map(|likelihood| weights.iter().map(|weight| likelihood * weight).collect()).collect(),
        bands,
        escalation_score: Some(40),
        ..vocabularies()
    }
}

/// Five levels each, likelihood marked A to E, four bands.
pub fn letters() -> Criteria {
    let mut criteria = Criteria {
        likelihood: axis("Likelihood", &LIKELIHOOD),
        impact: axis("Impact", &IMPACT),
        bands: bands(&[("Low", "L", 1), ("Medium", "M", 5), ("High", "H", 10), ("Very high", "VH", 16)]),
        escalation_score: Some(16),
        ..vocabularies()
    };
    for (level, mark) in criteria.likelihood.levels.iter_mut().zip(["A", "B", "C", "D", "E"]) {
        level.mark = mark.to_owned();
    }
    criteria
}

const LIKELIHOOD: [(&str, &str); 5] = [
    ("Very rare", "Would happen only in exceptional circumstances"),
    ("Unlikely", "Not expected, but it has happened elsewhere"),
    ("Possible", "Might happen at some time in the next few years"),
    ("Likely", "Will probably happen, perhaps within the year"),
    ("Very likely", "Expected to happen, or happening already"),
];

const IMPACT: [(&str, &str); 5] = [
    ("Negligible", "Noticed, but absorbed in the day's work"),
    ("Low", "A short disruption or small loss, put right by the service"),
    ("Medium", "Service objectives suffer; managers have to step in"),
    ("High", "Serious harm, loss or criticism; the directorate has to act"),
    ("Very high", "Lasting harm, failure of a statutory duty or threat to the council"),
];

const WEIGHTED_LIKELIHOOD: [(&str, &str); 5] = [
    ("Remote", "Hard to imagine in the years looked at"),
    ("Improbable", "Could happen, but would surprise"),
    ("Even chance", "As likely as not in the years looked at"),
    ("Probable", "More likely than not"),
    ("Almost certain", "Hard to see how it would not happen"),
];

const WEIGHTED_IMPACT: [(&str, &str); 5] = [
    ("Insignificant", "No objective is touched"),
    ("Minor", "A small delay or cost, met from the team's own means"),
    ("Significant", "An objective slips or costs clearly more"),
    ("Critical", "An objective is missed, or the law is broken"),
    ("Catastrophic", "Several objectives fail, lives or the council itself are at stake"),
];

fn axis(name: &str, levels: &[(&str, &str)]) -> Axis {
    let level = |&(label, description): &(&str, &str)| Level {
        label: label.to_owned(),
        description: description.to_owned(),
        ..Level::default()
    };
    Axis { name: name.to_owned(), levels: levels.iter().map(level).collect(), ..Axis::default() }
}

/// The colours darken from band to band, so that they hold in greyscale and for colour-blind readers.
const BAND_COLOURS: [&str; 4] = ["#c3e2b8", "#efb02e", "#c4421a", "#6d1024"];

/// For a band above all others.
const BLACK: &str = "#17171b";

fn bands(bands: &[(&str, &str, u16)]) -> Vec<Band> {
    let band = |(&(name, letter, from), colour): (&(&str, &str, u16), &str)| Band {
        name: name.to_owned(),
        letter: letter.to_owned(),
        from,
        colour: colour.to_owned(),
        ..Band::default()
    };
    bands.iter().zip(BAND_COLOURS).map(band).collect()
}

fn vocabularies() -> Criteria {
    let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    let step = |name: &str, colour: &str, done| Progress {
        name: name.to_owned(),
        colour: colour.to_owned(),
        done,
        ..Progress::default()
    };
    let appetite = |name: &&str| AppetiteLevel { name: (*name).to_owned(), ..AppetiteLevel::default() };
    Criteria {
        categories: words(&[
            "Strategy",
            "Governance",
            "Operations",
            "Legal",
            "Property",
            "Financial",
            "Commercial",
            "People",
            "Technology",
            "Information",
            "Security",
            "Project/Programme",
            "Reputational",
        ]),
        responses: words(&["Treat", "Tolerate", "Transfer", "Terminate"]),
        control_types: words(&["Preventative", "Detective", "Directive", "Corrective"]),
        adequacies: words(&["Good", "Reasonable", "Poor", "Not assessed"]),
        progress: vec![
            step("Not started", "", false),
            step("Red", "#b42318", false),
            step("Amber", "#e08a00", false),
            step("Green", "#2e7d32", false),
            step("Complete", "#1d4f91", true),
        ],
        appetite_levels: ["Averse", "Minimalist", "Cautious", "Open", "Eager"].iter().map(appetite).collect(),
        review_frequencies: words(&["Monthly", "3 months", "6 months", "Yearly"]),
        ..Criteria::default()
    }
}
