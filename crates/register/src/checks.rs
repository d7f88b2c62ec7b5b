//! What is odd about a register, and where it departs from the guidance councils set themselves.
//!
//! Findings warn; nothing is ever blocked or corrected because of them.

use std::collections::HashSet;

use crate::change::{Place, field_label};
use crate::date::{DateText, Day, Meaning};
use crate::id::Id;
use crate::model::{Action, Assessment, Criteria, Register, Risk, Status, Which};
use crate::scoring::Rating;

/// At most so many key triggers are listed for a risk (council guidance).
pub const KEY_TRIGGERS: usize = 3;
/// At most so many key actions are listed for a risk (council guidance).
pub const KEY_ACTIONS: usize = 8;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A level lies outside its scale.
    OffScale,
    /// A printed score differs from the one the levels give.
    Contradiction,
    /// A date that does not exist.
    ImpossibleDate,
    /// A date that cannot be read.
    UnreadableDate,
    /// A name that the criteria's list does not have.
    UnknownName,
    /// Two items of one list have the same number.
    RepeatedNumber,
    /// Two risks have the same number.
    RepeatedRisk,
    /// A colour that is not `#rrggbb`.
    BadColour,
    /// Rows of a matrix that do not fit the scales.
    BadMatrix,
    /// Guidance: a risk has an owner.
    NoOwner,
    /// Guidance: a risk has a next review date.
    NoReview,
    /// Guidance: an action has an owner.
    ActionWithoutOwner,
    /// Guidance: an action has a date.
    ActionWithoutDate,
    /// Guidance: at most [`KEY_TRIGGERS`] triggers.
    ManyTriggers,
    /// Guidance: at most [`KEY_ACTIONS`] actions.
    ManyActions,
    /// Guidance: a residual score above appetite has an open action or a recorded acceptance.
    AboveAppetite,
    /// Guidance: a done action becomes a control.
    DoneAction,
    /// Guidance: a risk at or above the escalation score stands in the corporate register.
    Escalate,
    /// Guidance: a corporate risk below the escalation score comes down again.
    ComeDown,
}

impl Kind {
    /// Whether it is advice on good practice rather than an oddity of the data.
    pub const fn is_guidance(self) -> bool {
        matches!(
            self,
            Self::NoOwner
                | Self::NoReview
                | Self::ActionWithoutOwner
                | Self::ActionWithoutDate
                | Self::ManyTriggers
                | Self::ManyActions
                | Self::AboveAppetite
                | Self::DoneAction
                | Self::Escalate
                | Self::ComeDown
        )
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::OffScale => "This level is not on the register’s scale. It is kept, but gives no score.",
            Self::Contradiction => "The printed score differs from the one its levels give.",
            Self::ImpossibleDate => "There is no such day. The date is kept as it was written.",
            Self::UnreadableDate => "This cannot be read as a date. It is kept as it was written.",
            Self::UnknownName => "This is not in the register’s list of names. It is kept.",
            Self::RepeatedNumber => "Another entry of this list has the same number.",
            Self::RepeatedRisk => "Another risk has the same number.",
            Self::BadColour => "This is not a colour such as #c4421a.",
            Self::BadMatrix => "The rows do not fit the scales. Cells that are missing give no score of their own.",
            Self::NoOwner => "No owner yet.",
            Self::NoReview => "No next review date yet.",
            Self::ActionWithoutOwner => "This action has no owner.",
            Self::ActionWithoutDate => "This action has no target date.",
            Self::ManyTriggers => "More than three triggers: list only the key ones.",
            Self::ManyActions => "More than eight actions: list only the key ones.",
            Self::DoneAction => "This action is done. Make it a control.",
            Self::Escalate => {
                "The residual score has reached the escalation score. Consider it for the corporate register."
            }
            Self::ComeDown => {
                "The residual score is below the escalation score. Consider taking it out of the corporate register."
            }
            Self::AboveAppetite => "The residual score is above appetite. Add an open action or record who accepts it.",
        })
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The risk it concerns, if any.
    pub risk: Option<Id>,
    /// The record it concerns.
    pub place: Place,
    /// The field, by its name in a file.
    pub field: String,
    /// The value that was found, as written; empty where something is missing.
    pub value: String,
    /// What was found.
    pub kind: Kind,
}

impl Finding {
    /// The field's name on the page.
    pub fn label(&self) -> String {
        field_label(&self.field)
    }
}

/// Everything found in a register: its criteria first, then risk by risk.
pub fn findings(register: &Register) -> Vec<Finding> {
    let mut found = Vec::new();
    of_criteria(&register.criteria, &mut found);
    let dates = register.review_dates.iter().map(|date| (Place::Register, "review_dates", date));
    let meeting = (Place::Covering, "meeting_date", &register.covering.meeting_date);
    for (place, field, date) in dates.chain([(Place::Register, "as_at", &register.as_at), meeting]) {
        if let Some(kind) = odd(date) {
            let value = date.0.clone();
            found.push(Finding { risk: None, place, field: field.to_owned(), value, kind });
        }
    }
    let mut numbers = HashSet::new();
    for risk in &register.risks {
        let mut of = Of { risk, criteria: &register.criteria, found: &mut found };
        if !risk.number.is_empty() && !numbers.insert((&risk.number, risk.corporate)) {
            of.risk("number", &risk.number, Kind::RepeatedRisk);
        }
        of.all();
    }
    found
}

/// What is found in one risk on its own.
pub fn findings_of(risk: &Risk, criteria: &Criteria) -> Vec<Finding> {
    let mut found = Vec::new();
    Of { risk, criteria, found: &mut found }.all();
    found
}

fn of_criteria(criteria: &Criteria, found: &mut Vec<Finding>) {
    let mut add = |field: &str, value: &str, kind| {
        found.push(Finding {
            risk: None,
            place: Place::Criteria,
            field: field.to_owned(),
            value: value.to_owned(),
            kind,
        });
    };
    let colours = criteria.bands.iter().map(|band| ("bands", &band.colour, false));
    for (field, colour, blank_is_fine) in
        colours.chain(criteria.progress.iter().map(|step| ("progress", &step.colour, true)))
    {
        if !(is_colour(colour) || blank_is_fine && colour.is_empty()) {
            add(field, colour, Kind::BadColour);
        }
    }
    let (rows, columns) = criteria.size();
    let fits = |lengths: &[usize]| {
        lengths.is_empty() || lengths.len() == usize::from(rows) && lengths.iter().all(|&it| it == usize::from(columns))
    };
    if !fits(&criteria.matrix.iter().map(Vec::len).collect::<Vec<_>>()) {
        add("matrix", "", Kind::BadMatrix);
    }
    if !fits(&criteria.cell_bands.iter().map(Vec::len).collect::<Vec<_>>()) {
        add("cell_bands", "", Kind::BadMatrix);
    }
}

fn odd(date: &DateText) -> Option<Kind> {
    match date.meaning() {
        Meaning::Impossible => Some(Kind::ImpossibleDate),
        Meaning::Unreadable => Some(Kind::UnreadableDate),
        _ => None,
    }
}

/// Whether a text is a colour `#rrggbb`.
pub fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

struct Of<'a> {
    risk: &'a Risk,
    criteria: &'a Criteria,
    found: &'a mut Vec<Finding>,
}

impl Of<'_> {
    fn add(&mut self, place: Place, field: &str, value: &str, kind: Kind) {
        let risk = Some(self.risk.id.clone());
        self.found.push(Finding { risk, place, field: field.to_owned(), value: value.to_owned(), kind });
    }

    fn risk(&mut self, field: &str, value: &str, kind: Kind) {
        self.add(Place::Risk(self.risk.id.clone()), field, value, kind);
    }

    fn item(&mut self, list: &str, item: &Id, field: &str, value: &str, kind: Kind) {
        self.add(Place::Item(self.risk.id.clone(), list.to_owned(), item.clone()), field, value, kind);
    }

    fn all(&mut self) {
        self.assessments();
        self.dates();
        self.names();
        self.numbers();
        self.guidance();
    }

    fn assessments(&mut self) {
        for which in [Which::Inherent, Which::Residual, Which::Target, Which::Previous] {
            let Assessment { likelihood, impact, score, .. } = self.risk.assessment(which);
            let (most, gravest) = self.criteria.size();
            for (level, levels) in [(likelihood, most), (impact, gravest)] {
                if let Some(level) = level.filter(|level| !(1..=levels).contains(level)) {
                    self.risk(which.field(), &level.to_string(), Kind::OffScale);
                }
            }
            let levels = Assessment { likelihood: *likelihood, impact: *impact, ..Assessment::default() };
            if let (Some(printed), Rating::Scored { score, .. }) = (score, self.criteria.rate(&levels))
                && *printed != score
            {
                self.risk(which.field(), &format!("{printed}, but the levels give {score}"), Kind::Contradiction);
            }
        }
    }

    fn dates(&mut self) {
        let risk = self.risk;
        let own = [
            ("closed", &risk.closed),
            ("inherent", &risk.inherent.date),
            ("residual", &risk.residual.date),
            ("target", &risk.target.date),
            ("previous", &risk.previous.date),
            ("last_review", &risk.last_review),
            ("next_review", &risk.next_review),
        ];
        for (field, date) in own {
            if let Some(kind) = odd(date) {
                self.risk(field, &date.0, kind);
            }
        }
        for action in &risk.actions {
            let own = [
                ("target_date", &action.target_date),
                ("revised_date", &action.revised_date),
                ("completed", &action.completed),
            ];
            for (field, date) in own {
                if let Some(kind) = odd(date) {
                    self.item("actions", &action.id, field, &date.0, kind);
                }
            }
        }
    }

    fn names(&mut self) {
        let (risk, criteria) = (self.risk, self.criteria);
        let levels: Vec<&String> = criteria.appetite_levels.iter().map(|level| &level.name).collect();
        let own = [
            ("category", &risk.category, criteria.categories.iter().collect()),
            ("response", &risk.response, criteria.responses.iter().collect()),
            ("appetite_level", &risk.appetite_level, levels),
        ];
        let unknown = |name: &String, known: &[&String]| !name.is_empty() && !known.contains(&name);
        for (field, name, known) in own {
            if unknown(name, &known) {
                self.risk(field, name, Kind::UnknownName);
            }
        }
        let (kinds, adequacies): (Vec<_>, Vec<_>) =
            (criteria.control_types.iter().collect(), criteria.adequacies.iter().collect());
        for control in &risk.controls {
            for (field, name, known) in [("kind", &control.kind, &kinds), ("adequacy", &control.adequacy, &adequacies)]
            {
                if unknown(name, known) {
                    self.item("controls", &control.id, field, name, Kind::UnknownName);
                }
            }
        }
        let steps: Vec<_> = criteria.progress.iter().map(|step| &step.name).collect();
        for action in &risk.actions {
            if unknown(&action.progress, &steps) {
                self.item("actions", &action.id, "progress", &action.progress, Kind::UnknownName);
            }
        }
    }

    fn numbers(&mut self) {
        let risk = self.risk;
        let controls = risk.controls.iter().map(|it| (&it.id, &it.number)).collect();
        let actions = risk.actions.iter().map(|it| (&it.id, &it.number)).collect();
        let lists: [(&str, Vec<(&Id, &String)>); 2] = [("controls", controls), ("actions", actions)];
        for (list, items) in lists {
            let mut seen = HashSet::new();
            for (id, number) in items {
                let plain = number.trim_matches(|c: char| !c.is_alphanumeric()).trim_start_matches('0');
                if !plain.is_empty() && !seen.insert(plain) {
                    self.item(list, id, "number", number, Kind::RepeatedNumber);
                }
            }
        }
    }

    fn guidance(&mut self) {
        let risk = self.risk;
        if risk.status == Status::Closed {
            return;
        }
        if risk.owners.is_empty() {
            self.risk("owners", "", Kind::NoOwner);
        }
        if risk.next_review.0.is_empty() {
            self.risk("next_review", "", Kind::NoReview);
        }
        let triggers = risk.triggers.iter().filter(|point| !point.heading).count();
        if triggers > KEY_TRIGGERS {
            self.risk("triggers", &triggers.to_string(), Kind::ManyTriggers);
        }
        if risk.actions.len() > KEY_ACTIONS {
            self.risk("actions", &risk.actions.len().to_string(), Kind::ManyActions);
        }
        let open: Vec<_> = risk.actions.iter().filter(|action| !is_done(self.criteria, &action.progress)).collect();
        let excess = is_above_appetite(risk, self.criteria) && open.is_empty() && risk.acceptance.is_empty();
        for action in open {
            if action.owners.is_empty() {
                self.item("actions", &action.id, "owners", "", Kind::ActionWithoutOwner);
            }
            if action.due().0.is_empty() {
                self.item("actions", &action.id, "target_date", "", Kind::ActionWithoutDate);
            }
        }
        if excess {
            self.risk("acceptance", "", Kind::AboveAppetite);
        }
        for action in risk.actions.iter().filter(|action| is_done(self.criteria, &action.progress)) {
            self.item("actions", &action.id, "progress", &action.progress, Kind::DoneAction);
        }
        let score = self.criteria.rate(&risk.residual).score();
        if let Some((score, from)) = score.zip(self.criteria.escalation_score) {
            match (score >= from, risk.corporate) {
                (true, false) => self.risk("corporate", &score.to_string(), Kind::Escalate),
                (false, true) => self.risk("corporate", &score.to_string(), Kind::ComeDown),
                _ => {}
            }
        }
    }
}

/// Whether a progress counts as done.
pub fn is_done(criteria: &Criteria, progress: &str) -> bool {
    criteria.progress.iter().any(|step| step.done && step.name == progress)
}

/// Whether an action of an open risk is not done, though its date has passed.
pub fn is_late(risk: &Risk, action: &Action, criteria: &Criteria, today: Day) -> bool {
    risk.status == Status::Open && !is_done(criteria, &action.progress) && action.due().is_past(today)
}

/// Whether an open risk should have been reviewed before today.
pub fn is_overdue(risk: &Risk, today: Day) -> bool {
    risk.status == Status::Open && risk.next_review.is_past(today)
}

/// Whether the residual score is above the accepted one. Unknown scores are not.
pub fn is_above_appetite(risk: &Risk, criteria: &Criteria) -> bool {
    let residual = criteria.rate(&risk.residual).score();
    matches!((residual, accepted_score(risk, criteria)), (Some(score), Some(accepted)) if score > accepted)
}

/// The score accepted for a risk: its own, else that of its level of appetite, else that of its category's level.
pub fn accepted_score(risk: &Risk, criteria: &Criteria) -> Option<u16> {
    let of_level = |name: &str| criteria.appetite_levels.iter().find(|level| level.name == name)?.score;
    let of_category = || {
        let set = criteria.category_appetites.iter().find(|it| it.category == risk.category && !it.level.is_empty())?;
        of_level(&set.level)
    };
    risk.appetite.or_else(|| of_level(&risk.appetite_level)).or_else(of_category)
}

#[cfg(test)]
mod tests;
