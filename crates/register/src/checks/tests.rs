use super::*;
use crate::model::{Action, Control, Point};
use crate::presets;

fn sound() -> Risk {
    Risk {
        id: "r".into(),
        number: "1".to_owned(),
        owners: vec!["Director".to_owned()],
        next_review: "2024-05".into(),
        residual: Assessment { likelihood: Some(3), impact: Some(5), ..Assessment::default() },
        ..Risk::default()
    }
}

fn kinds(risk: &Risk) -> Vec<Kind> {
    findings_of(risk, &without_escalation()).into_iter().map(|finding| finding.kind).collect()
}

fn without_escalation() -> Criteria {
    Criteria { escalation_score: None, ..presets::five_by_five() }
}

#[test]
fn a_sound_risk_has_no_findings() {
    assert_eq!(kinds(&sound()), []);
}

#[test]
fn odd_values_are_found_where_they_are() {
    let mut risk = sound();
    risk.target = Assessment { likelihood: Some(6), impact: Some(2), ..Assessment::default() };
    risk.inherent = Assessment { likelihood: Some(4), impact: Some(4), score: Some(20), ..Assessment::default() };
    risk.category = "Weather".to_owned();
    let control = |number: &str| Control { id: number.into(), number: number.to_owned(), ..Control::default() };
    risk.controls = vec![control("8."), control("08)"), control("9")];
    risk.controls[2].adequacy = "Splendid".to_owned();
    let due = |date: &str| Action {
        id: date.into(),
        owners: vec!["Head".to_owned()],
        target_date: date.into(),
        ..Action::default()
    };
    risk.actions = vec![due("31/04/2021"), due("soon")];
    let expected = [
        Kind::Contradiction,
        Kind::OffScale,
        Kind::ImpossibleDate,
        Kind::UnreadableDate,
        Kind::UnknownName,
        Kind::UnknownName,
        Kind::RepeatedNumber,
    ];
    assert_eq!(kinds(&risk), expected);
    let found = findings_of(&risk, &presets::five_by_five());
    assert_eq!(found[2].place, Place::Item("r".into(), "actions".to_owned(), "31/04/2021".into()));
    assert_eq!((found[2].field.as_str(), found[2].value.as_str()), ("target_date", "31/04/2021"));
    assert!(expected.iter().all(|kind| !kind.is_guidance()));
}

#[test]
fn guidance_follows_what_councils_set_themselves() {
    let mut risk = sound();
    risk.owners.clear();
    risk.next_review = "".into();
    risk.triggers = vec![Point::default(); 5];
    risk.triggers[0].heading = true;
    risk.actions = vec![Action { owners: vec!["Head".to_owned()], target_date: "2024".into(), ..Action::default() }; 8];
    risk.actions.push(Action::default());
    let guidance: Vec<Kind> = kinds(&risk).into_iter().filter(|kind| kind.is_guidance()).collect();
    let expected = [
        Kind::NoOwner,
        Kind::NoReview,
        Kind::ManyTriggers,
        Kind::ManyActions,
        Kind::ActionWithoutOwner,
        Kind::ActionWithoutDate,
    ];
    assert_eq!(guidance, expected);
    risk.status = Status::Closed;
    assert!(kinds(&risk).into_iter().all(|kind| !kind.is_guidance()));
}

#[test]
fn above_appetite_needs_an_open_action_or_an_acceptance() {
    let mut risk = Risk { appetite: Some(12), ..sound() };
    assert_eq!(kinds(&risk), [Kind::AboveAppetite]);
    risk.actions = vec![Action {
        owners: vec!["Head".to_owned()],
        target_date: "2024-01".into(),
        progress: "Complete".to_owned(),
        ..Action::default()
    }];
    assert_eq!(kinds(&risk), [Kind::AboveAppetite, Kind::DoneAction]);
    risk.actions[0].progress = "Green".to_owned();
    assert_eq!(kinds(&risk), []);
    risk.actions.clear();
    risk.acceptance = "Accepted by the committee in March".to_owned();
    assert_eq!(kinds(&risk), []);
    risk.appetite = Some(15);
    assert!(!is_above_appetite(&risk, &presets::five_by_five()));
}

#[test]
fn appetite_falls_back_to_the_level_and_the_category() {
    let mut criteria = presets::five_by_five();
    criteria.appetite_levels[0].score = Some(4);
    criteria.appetite_levels[2].score = Some(9);
    let averse = crate::model::CategoryAppetite {
        category: "Legal".to_owned(),
        level: "Averse".to_owned(),
        ..Default::default()
    };
    criteria.category_appetites.push(averse);
    let mut risk = Risk { category: "Legal".to_owned(), ..sound() };
    assert_eq!(accepted_score(&risk, &criteria), Some(4));
    risk.appetite_level = "Cautious".to_owned();
    assert_eq!(accepted_score(&risk, &criteria), Some(9));
    risk.appetite = Some(12);
    assert_eq!(accepted_score(&risk, &criteria), Some(12));
}

#[test]
fn the_register_as_a_whole_is_checked() {
    let mut register =
        Register { criteria: presets::five_by_five(), risks: vec![sound(), sound()], ..Register::default() };
    register.criteria.bands[0].colour = "red; background: url(x)".to_owned();
    register.criteria.matrix = vec![vec![1, 2]];
    register.review_dates = vec!["2024-02".into(), "30/02/2024".into()];
    register.as_at = "recently".into();
    let kinds: Vec<Kind> = findings(&register).into_iter().map(|finding| finding.kind).collect();
    assert_eq!(
        kinds,
        [Kind::BadColour, Kind::BadMatrix, Kind::ImpossibleDate, Kind::UnreadableDate, Kind::RepeatedRisk]
    );
}

#[test]
fn done_actions_become_controls() {
    let mut risk = sound();
    let action = |progress: &str| Action { id: progress.into(), progress: progress.to_owned(), ..Action::default() };
    risk.actions = vec![action("Complete")];
    let found = findings_of(&risk, &without_escalation());
    assert_eq!(found.iter().map(|it| it.kind).collect::<Vec<_>>(), [Kind::DoneAction]);
    assert_eq!(found[0].place, Place::Item("r".into(), "actions".to_owned(), "Complete".into()));
    assert!(Kind::DoneAction.is_guidance());
}

#[test]
fn risks_go_up_to_the_corporate_register_at_the_escalation_score_and_come_down_below_it() {
    let mut criteria = presets::five_by_five();
    let kinds = |risk: &Risk, criteria: &Criteria| {
        findings_of(risk, criteria).into_iter().map(|it| (it.kind, it.field)).collect::<Vec<_>>()
    };
    // The residual score is 15.
    let (local, corporate) = (sound(), Risk { corporate: true, ..sound() });
    criteria.escalation_score = None;
    assert_eq!((kinds(&local, &criteria), kinds(&corporate, &criteria)), (vec![], vec![]));
    criteria.escalation_score = Some(15);
    assert_eq!(kinds(&local, &criteria), [(Kind::Escalate, "corporate".to_owned())]);
    assert_eq!(kinds(&corporate, &criteria), []);
    criteria.escalation_score = Some(16);
    assert_eq!(kinds(&local, &criteria), []);
    assert_eq!(kinds(&corporate, &criteria), [(Kind::ComeDown, "corporate".to_owned())]);
    assert!(Kind::Escalate.is_guidance() && Kind::ComeDown.is_guidance());
}
