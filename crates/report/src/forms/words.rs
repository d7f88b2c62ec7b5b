//! What several forms say in the same way.

use std::collections::BTreeSet;

use register::scoring::{Rating, Travel, mark};
use register::{Action, Assessment, Band, Control, Criteria, Point, Risk, Status, Which};

use crate::document::{Block, Cell, Item};

/// A column: its heading, its share of the width in per mille, and what stands in it.
pub type Column = (&'static str, u16, fn(&Risk, &Criteria) -> Cell);

/// The row of a risk.
pub fn row(columns: &[Column], risk: &Risk, criteria: &Criteria) -> Vec<Cell> {
    columns.iter().map(|(_, _, cell)| cell(risk, criteria)).collect()
}

/// The texts that are not blank, with something between them.
pub fn join<'a>(between: &str, texts: impl IntoIterator<Item = &'a str>) -> String {
    texts.into_iter().map(str::trim).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(between)
}

/// The facts that say something.
pub fn facts<'a>(all: impl IntoIterator<Item = (&'a str, &'a str)>) -> Block {
    let said = all.into_iter().filter(|(_, value)| !value.trim().is_empty());
    Block::Facts(said.map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

/// Names as one text.
pub fn names(names: &[String]) -> String {
    join("; ", names.iter().map(String::as_str))
}

/// The points of a list.
pub fn points(points: &[Point]) -> Vec<Item> {
    let item = |point: &Point| Item {
        number: point.number.clone(),
        text: point.text.clone(),
        heading: point.heading,
        ..Item::default()
    };
    points.iter().map(item).collect()
}

/// A control as an item of a list.
pub fn control(control: &Control) -> Item {
    Item {
        number: control.number.clone(),
        title: control.title.clone(),
        text: control.description.clone(),
        ..Item::default()
    }
}

/// An action as an item of a list.
pub fn action(action: &Action) -> Item {
    Item {
        number: action.number.clone(),
        title: action.title.clone(),
        text: action.description.clone(),
        ..Item::default()
    }
}

/// The title of a risk, and whether it is closed: where nothing is said, a risk is open.
pub fn title(risk: &Risk) -> String {
    join(" ", [risk.title.as_str(), if risk.status == Status::Closed { "(closed)" } else { "" }])
}

/// A risk in words: its title, and below it what else describes it.
pub fn risk(risk: &Risk) -> Cell {
    let texts = [title(risk), risk.description.clone()].into_iter().filter(|it| !it.trim().is_empty());
    Cell::of(texts.map(Block::Text).collect())
}

/// A level as the axis marks it.
pub fn level(criteria: &Criteria, likelihood: bool, level: Option<u8>) -> Cell {
    Cell::figure(level.map(|level| mark(criteria, likelihood, level)).unwrap_or_default())
}

/// A band for who cannot see its colour: its letter, or the first letters of its name.
pub fn letter(band: &Band) -> String {
    if band.letter.trim().is_empty() { initials(&band.name) } else { band.letter.trim().to_owned() }
}

/// A score in words: the figure and its band's letter, e.g. `15 H`; blank where there is none.
pub fn score_text(criteria: &Criteria, assessment: &Assessment) -> String {
    match criteria.rate(assessment) {
        Rating::Scored { score, .. } => {
            let letter = criteria.band(criteria.rate(assessment)).map(letter).unwrap_or_default();
            join(" ", [score.to_string().as_str(), letter.as_str()])
        }
        Rating::OffScale => "off scale".to_owned(),
        Rating::Missing => String::new(),
    }
}

/// A score on the ground of its band, with the band's letter for who cannot see the colour.
pub fn score(criteria: &Criteria, assessment: &Assessment) -> Cell {
    let colour = criteria.band(criteria.rate(assessment)).map_or("", |band| band.colour.as_str());
    Cell::mark(score_text(criteria, assessment), colour)
}

/// The residual score with the arrow of its travel.
pub fn score_with_travel(criteria: &Criteria, risk: &Risk) -> Cell {
    let colour = criteria.band(criteria.rate(&risk.residual)).map_or("", |band| band.colour.as_str());
    let travel = Travel::of(risk, criteria).sign();
    Cell::mark(join(" ", [score_text(criteria, &risk.residual).as_str(), travel]), colour)
}

/// A step of progress on the ground of its colour, as short as it can be told from the others: by the first letters of its words,
/// `A` for Amber, or by the first letters of its name, or by its name.
pub fn progress(criteria: &Criteria, name: &str) -> Cell {
    let step = criteria.progress.iter().find(|step| step.name == name);
    Cell::mark(step_words(criteria, name), step.map_or("", |step| step.colour.as_str()))
}

fn step_words(criteria: &Criteria, name: &str) -> String {
    let others: Vec<&str> = criteria.progress.iter().map(|step| step.name.as_str()).filter(|it| *it != name).collect();
    let is_free = |short: &str| others.iter().all(|other| initials(other).to_lowercase() != short.to_lowercase());
    let first = |count: usize| name.chars().take(count).collect::<String>();
    let begins = |other: &str, short: &str| other.to_lowercase().starts_with(&short.to_lowercase());
    let is_own = |short: &String| is_free(short) && !others.iter().any(|other| begins(other, short));
    let short = Some(initials(name)).filter(|short| is_free(short));
    short.or_else(|| (2..=4).map(first).find(is_own)).unwrap_or_else(|| name.to_owned())
}

/// What the letters of these actions' progress stand for; none where there are none.
pub fn progress_key<'a>(criteria: &Criteria, actions: impl Iterator<Item = &'a Action>) -> Option<Block> {
    let names: BTreeSet<&str> = actions.map(|action| action.progress.as_str()).collect();
    let used = |name: &str| names.contains(name);
    let steps =
        criteria.progress.iter().filter(|step| used(&step.name) && step_words(criteria, &step.name) != step.name);
    let key: Vec<String> = steps.map(|step| format!("{} {}", step_words(criteria, &step.name), step.name)).collect();
    (!key.is_empty()).then(|| Block::Note(format!("Action status: {}.", key.join(", "))))
}

/// What the arrows beside scores stand for; none where there is none.
pub fn travel_key<'a>(criteria: &Criteria, mut risks: impl Iterator<Item = &'a Risk>) -> Option<Block> {
    let any = risks.any(|risk| !Travel::of(risk, criteria).sign().is_empty());
    any.then(|| {
        let [up, down, same] = [Travel::Up, Travel::Down, Travel::Same].map(Travel::sign);
        Block::Note(format!("Since the last review: {up} up, {down} down, {same} the same."))
    })
}

/// The first letters of a name's words, e.g. `NS` for Not started.
pub fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

/// The beginning of a text that would take more than a line or two.
pub fn short(text: &str) -> String {
    cut(text, 100)
}

/// The beginning of a text in one line, where it is longer than so many letters; those of some scripts are as wide as two.
pub fn cut(text: &str, most: usize) -> String {
    let line = join(" ", text.split_whitespace());
    let mut room = most;
    let mut fits = |sign: &char| {
        let width = if u32::from(*sign) < 0x1100 { 1 } else { 2 };
        room = room.checked_sub(width)?;
        Some(*sign)
    };
    let cut: String = line.chars().map_while(|sign| fits(&sign)).collect();
    if cut.len() == line.len() {
        return line;
    }
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

/// What the letters of the bands stand for.
pub fn bands_key(criteria: &Criteria) -> Option<Block> {
    let key = criteria.bands.iter().filter(|band| !letter(band).is_empty());
    let words: Vec<String> = key.map(|band| format!("{} {}", letter(band), criteria.band_words(band))).collect();
    (!words.is_empty()).then(|| Block::Note(format!("Bands: {}.", words.join(", "))))
}

/// The word for an assessment on cards.
pub const fn on_card(which: Which) -> &'static str {
    match which {
        Which::Inherent => "Inherent Score",
        Which::Residual => "Current Score",
        Which::Target => "Target Score",
        Which::Previous => "Previous Score",
    }
}
