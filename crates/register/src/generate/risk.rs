//! A risk in full.

use super::about;
use super::dice::Dice;
use super::words::{self, Service};
use crate::date::DateText;
use crate::id::Id;
use crate::model::{Action, Assessment, Control, Link, Point, Risk, Status};

/// The risk at this place, from 0.
pub(super) fn risk(dice: &mut Dice, place: usize, number: String) -> Risk {
    let id = format!("r{}", place + 1);
    let service = &dice.pick(&words::SERVICES);
    let (inherent, residual) = levels(dice);
    let closed = dice.percent(6);
    let mut risk = Risk {
        id: id.as_str().into(),
        number,
        corporate: dice.percent(12),
        title: about(dice.pick(&words::TITLES), service),
        status: if closed { Status::Closed } else { Status::Open },
        category: if dice.percent(80) { service.category.to_owned() } else { String::new() },
        path: vec!["County Council".to_owned(), service.directorate.to_owned()],
        objectives: texts(dice, 2, &words::OBJECTIVES),
        owners: owners(dice, service),
        triggers: triggers(dice, &id, service),
        causes: points(dice, &id, 'f', 3, &words::CAUSES, service),
        consequences: points(dice, &id, 'q', 4, &words::CONSEQUENCES, service),
        previous: if dice.percent(60) { residual.clone() } else { Assessment::default() },
        inherent: if dice.percent(92) { inherent } else { Assessment::default() },
        controls: controls(dice, &id, service),
        actions: actions(dice, &id, service),
        last_review: some_date(dice, 2025),
        next_review: some_date(dice, 2026),
        review_frequency: dice.pick(&["", "", "Monthly", "3 months", "Yearly"]).to_owned(),
        response: dice.pick(&["Treat", "Treat", "Tolerate", "Transfer", ""]).to_owned(),
        ..Risk::default()
    };
    if let Some(likelihood) = &mut risk.previous.likelihood
        && dice.percent(25)
    {
        *likelihood = dice.between(1, 5);
    }
    if dice.percent(94) {
        risk.residual = residual;
    }
    if dice.percent(40) {
        risk.target = Assessment { likelihood: Some(dice.between(1, 2)), ..risk.residual.clone() };
    }
    if dice.percent(50) {
        risk.appetite = Some(dice.pick(&[4, 6, 8, 9, 10, 12, 15]));
    }
    if dice.percent(15) {
        risk.contacts = vec!["Risk Co-ordinator".to_owned()];
        risk.description = about(dice.pick(&words::CONTROLS), service);
        risk.notes = dice.pick(&words::NOTES).to_owned();
    }
    if dice.percent(4) {
        let link = ("Corporate risks".to_owned(), dice.between(1, 30).to_string(), "escalated to".to_owned());
        risk.links.push(Link { register: link.0, number: link.1, relation: link.2, ..Link::default() });
    }
    if closed {
        risk.closed = some_date(dice, 2025);
        risk.closed_reason = dice.pick(&words::CLOSED).to_owned();
    }
    risk
}

/// Inherent and residual levels: controls lower them as a rule.
pub(super) fn levels(dice: &mut Dice) -> (Assessment, Assessment) {
    let (likelihood, impact) = (dice.between(2, 5), dice.between(2, 5));
    let of =
        |likelihood, impact| Assessment { likelihood: Some(likelihood), impact: Some(impact), ..Assessment::default() };
    let lower = |level: u8, by: u8| level.saturating_sub(by).max(1);
    let residual = if dice.percent(3) {
        of(5, impact)
    } else {
        of(lower(likelihood, dice.between(0, 2)), lower(impact, dice.between(0, 1)))
    };
    (of(likelihood, impact), residual)
}

/// A date: to the day mostly, to the month at times, and now and then one that does not exist or is no date.
pub(super) fn some_date(dice: &mut Dice, year: u16) -> DateText {
    let month = dice.between(1, 12);
    match dice.below(100) {
        0 => DateText(format!("31/{:02}/{year}", dice.pick(&[2, 4, 6, 9, 11]))),
        1 => "ongoing".into(),
        2..5 => DateText::default(),
        5..20 => DateText(format!("{year}-{month:02}")),
        _ => DateText(format!("{year}-{month:02}-{:02}", dice.between(1, 28))),
    }
}

/// Up to so many texts.
fn texts(dice: &mut Dice, most: usize, from: &[&str]) -> Vec<String> {
    let count = dice.below(most + 1);
    dice.some(count, from).into_iter().map(str::to_owned).collect()
}

fn owners(dice: &mut Dice, service: &Service) -> Vec<String> {
    let mut owners = vec![service.post.to_owned()];
    match dice.below(20) {
        0 => owners.clear(),
        1..4 => owners.push(dice.pick(&words::SERVICES).post.to_owned()),
        4 => owners.extend(["Chief Executive".to_owned(), "Director of Resources".to_owned()]),
        _ => {}
    }
    owners.dedup();
    owners
}

/// Up to so many points; `mark` tells their ids from those of the risk's other lists.
fn points(dice: &mut Dice, risk: &str, mark: char, most: usize, from: &[&str], service: &Service) -> Vec<Point> {
    let (count, numbered) = (dice.below(most + 1), dice.percent(60));
    let texts = dice.some(count, from).into_iter().enumerate();
    let point = |(index, text): (usize, &str)| Point {
        id: id(risk, mark, index),
        number: if numbered { format!("{}.", index + 1) } else { String::new() },
        text: about(text, service),
        ..Point::default()
    };
    texts.map(point).collect()
}

/// Triggers, now and then in two groups under headings.
fn triggers(dice: &mut Dice, risk: &str, service: &Service) -> Vec<Point> {
    let mut triggers = points(dice, risk, 't', 5, &words::TRIGGERS, service);
    if triggers.len() >= 4 && dice.percent(60) {
        for (place, text) in [0, 3].into_iter().zip(dice.some(2, &words::HEADINGS)) {
            let (id, text) = (id(risk, 'h', place), text.to_owned());
            triggers.insert(place, Point { id, heading: true, text, ..Point::default() });
        }
    }
    triggers
}

/// The id of an item: `r12-c3`.
fn id(risk: &str, mark: char, index: usize) -> Id {
    Id(format!("{risk}-{mark}{}", index + 1))
}

/// Up to 11 controls, mostly few.
fn controls(dice: &mut Dice, risk: &str, service: &Service) -> Vec<Control> {
    let count = dice.pick(&[0, 1, 2, 2, 3, 3, 3, 4, 4, 5, 7, 11]);
    let places: Vec<usize> = (0..words::CONTROLS.len()).collect();
    let chosen = dice.some(count, &places);
    let (titled, assessed) = (dice.percent(50), dice.percent(60));
    let mut controls = Vec::with_capacity(count);
    for (index, place) in chosen.into_iter().enumerate() {
        let mut description = about(words::CONTROLS[place], service);
        if dice.percent(5) {
            let lines = dice.some(3, &words::SUB_ITEMS);
            lines.into_iter().for_each(|line| description.extend(["\n", line]));
        }
        let mut control = Control { id: id(risk, 'c', index), description, ..Control::default() };
        control.number = format!("{}.", index + 1);
        if titled {
            control.title = words::CONTROL_TITLES[place].to_owned();
        }
        if assessed {
            control.adequacy = dice.pick(&["Good", "Good", "Good", "Reasonable", "Reasonable", "Poor", ""]).to_owned();
        }
        if dice.percent(20) {
            control.critical_success = dice.pick(&words::SUCCESS).to_owned();
            control.assurance = dice.pick(&words::ASSURANCE).to_owned();
        }
        controls.push(control);
    }
    controls
}

/// Up to 5 actions.
fn actions(dice: &mut Dice, risk: &str, service: &Service) -> Vec<Action> {
    let count = dice.pick(&[0, 0, 1, 1, 1, 2, 2, 3, 5]);
    let mut actions = Vec::with_capacity(count);
    for (index, text) in dice.some(count, &words::ACTIONS).into_iter().enumerate() {
        let mut action = Action { id: id(risk, 'a', index), description: about(text, service), ..Action::default() };
        action.number = format!("{}.", index + 1);
        action.owners = if dice.percent(90) { owners(dice, service) } else { Vec::new() };
        action.target_date = some_date(dice, 2025);
        action.progress =
            dice.pick(&["Red", "Amber", "Amber", "Green", "Green", "Complete", "Not started", ""]).to_owned();
        if dice.percent(30) {
            action.title = dice.pick(&words::ACTION_TITLES).to_owned();
        }
        if dice.percent(20) {
            action.revised_date = some_date(dice, 2026);
        }
        if action.progress == "Complete" {
            action.completed = some_date(dice, 2025);
        }
        actions.push(action);
    }
    actions
}
