use proptest::prelude::*;

use super::super::{Wrong, apply_preset, insert_level, move_level, remove_level};
use super::*;
use crate::change::apply;
use crate::model::Risk;
use crate::presets;

fn levels(likelihood: u8, impact: u8) -> Assessment {
    Assessment { likelihood: Some(likelihood), impact: Some(impact), ..Assessment::default() }
}

fn register(risks: Vec<Risk>) -> Register {
    Register { criteria: presets::five_by_five(), risks, ..Register::default() }
}

fn one() -> Risk {
    let residual = Assessment { reason: "as agreed".to_owned(), ..levels(3, 5) };
    Risk { id: "r".into(), residual, target: levels(2, 2), previous: levels(5, 1), ..Risk::default() }
}

/// The register after an edit of one scale, with the levels mapped as suggested.
fn after(
    register: &Register,
    scale: Scale,
    edit: impl FnOnce(&mut Criteria) -> Result<Vec<Option<u8>>, Wrong>,
) -> Register {
    let mut criteria = register.criteria.clone();
    let went = edit(&mut criteria).unwrap();
    let map = LevelMap::suggest(register, &criteria, Some((scale, &went)));
    let mut after = register.clone();
    apply(&mut after, &remap(register, &criteria, &map, String::new())).unwrap();
    after
}

fn all(register: &Register) -> Vec<(Option<u8>, Option<u8>)> {
    let risk = &register.risks[0];
    [&risk.residual, &risk.target, &risk.previous].map(|it| (it.likelihood, it.impact)).to_vec()
}

#[test]
fn assessments_follow_their_levels() {
    let register = register(vec![one()]);
    let inserted = after(&register, Scale::Likelihood, |it| insert_level(it, Scale::Likelihood, 3));
    assert_eq!(all(&inserted), [(Some(4), Some(5)), (Some(2), Some(2)), (Some(6), Some(1))]);
    assert_eq!(inserted.risks[0].residual.reason, "as agreed");
    let removed = after(&register, Scale::Likelihood, |it| remove_level(it, Scale::Likelihood, 3));
    assert_eq!(all(&removed), [(Some(3), Some(5)), (Some(2), Some(2)), (Some(4), Some(1))]);
    let moved = after(&register, Scale::Impact, |it| move_level(it, Scale::Impact, 1, 5));
    assert_eq!(all(&moved), [(Some(3), Some(4)), (Some(2), Some(1)), (Some(5), Some(5))]);
}

#[test]
fn levels_go_by_name_then_by_height() {
    let register = register(vec![one()]);
    let suggest = |preset: Criteria| {
        let mut criteria = register.criteria.clone();
        apply_preset(&mut criteria, preset);
        LevelMap::suggest(&register, &criteria, None)
    };
    // Very rare, Possible and Very likely are there; of two equally near levels, the graver.
    assert_eq!(suggest(presets::three_by_three()).likelihood, [1, 2, 2, 3, 3]);
    assert_eq!(suggest(presets::four_by_four()).impact, [1, 2, 3, 4, 4]);
    assert_eq!(
        suggest(presets::five_by_five()),
        LevelMap { likelihood: vec![1, 2, 3, 4, 5], impact: vec![1, 2, 3, 4, 5] }
    );
    let mut unnamed = presets::five_by_five();
    unnamed.likelihood.levels.truncate(2);
    unnamed.likelihood.levels.iter_mut().for_each(|level| level.label = "Perhaps".to_owned());
    assert_eq!(suggest(unnamed).likelihood, [1, 1, 2, 2, 2]);
}

#[test]
fn a_level_may_be_left_off_the_scale() {
    let register = register(vec![one()]);
    let mut criteria = register.criteria.clone();
    let went = remove_level(&mut criteria, Scale::Impact, 5).unwrap();
    let mut map = LevelMap::suggest(&register, &criteria, Some((Scale::Impact, &went)));
    assert_eq!(map.impact, [1, 2, 3, 4, 4]);
    map.set(Scale::Impact, 5, 5);
    let found = rescored(&register, &criteria, &map);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].which, found[0].after), (Which::Residual, Rating::OffScale));
    let mut after = register.clone();
    apply(&mut after, &remap(&register, &criteria, &map, String::new())).unwrap();
    assert_eq!(after.risks, register.risks);
}

#[test]
fn what_is_off_the_old_scale_keeps_its_number_and_may_get_another() {
    let register = register(vec![Risk { target: levels(7, 2), ..one() }]);
    assert_eq!(levels_in_use(&register, Scale::Likelihood), [0, 0, 1, 0, 1, 0, 1]);
    let mut map = LevelMap::suggest(&register, &register.criteria, None);
    assert_eq!(map.likelihood, [1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(rescored(&register, &register.criteria, &map), []);
    map.set(Scale::Likelihood, 7, 5);
    let found = rescored(&register, &register.criteria, &map);
    assert_eq!((found[0].before, found[0].after.score()), (Rating::OffScale, Some(10)));
}

#[test]
fn scores_that_only_change_by_the_matrix_are_told_too() {
    let register = register(vec![Risk { inherent: Assessment { score: Some(16), ..Assessment::default() }, ..one() }]);
    let mut criteria = register.criteria.clone();
    criteria.bands[2].from = 17;
    let map = LevelMap::suggest(&register, &criteria, None);
    let told: Vec<_> = rescored(&register, &criteria, &map).into_iter().map(|it| it.which).collect();
    assert_eq!(told, [Which::Inherent, Which::Residual]);
    let Change::Several { changes, .. } = remap(&register, &criteria, &map, String::new()) else { unreachable!() };
    assert_eq!(changes.len(), 1, "only the bands: {changes:?}");
}

fn assessment() -> impl Strategy<Value = Assessment> {
    let level = || proptest::option::of(0u8..9);
    (level(), level(), proptest::option::of(1u16..30), "[a-z]{0,3}").prop_map(|(likelihood, impact, score, reason)| {
        Assessment { likelihood, impact, score, reason, ..Assessment::default() }
    })
}

fn risks() -> impl Strategy<Value = Vec<Risk>> {
    let risk = (assessment(), assessment(), assessment(), assessment(), "[a-z]{0,5}");
    proptest::collection::vec(risk, 0..6).prop_map(|risks| {
        let made = risks.into_iter().enumerate();
        let risk = |(place, (inherent, residual, target, previous, title))| Risk {
            id: format!("r{place}").as_str().into(),
            inherent,
            residual,
            target,
            previous,
            title,
            ..Risk::default()
        };
        made.map(risk).collect()
    })
}

/// An edit of levels, or a preset.
fn edited(register: &Register, (kind, a, b): (u8, u8, u8), impact: bool) -> (Criteria, LevelMap) {
    let scale = if impact { Scale::Impact } else { Scale::Likelihood };
    let mut criteria = register.criteria.clone();
    let went = match kind {
        0 => insert_level(&mut criteria, scale, a).ok(),
        1 => remove_level(&mut criteria, scale, a).ok(),
        2 => move_level(&mut criteria, scale, a, b).ok(),
        _ => {
            let presets = presets::all();
            apply_preset(&mut criteria, (presets[usize::from(a) % presets.len()].make)());
            None
        }
    };
    let known = went.as_deref().map(|went| (scale, went));
    let map = LevelMap::suggest(register, &criteria, known);
    (criteria, map)
}

proptest! {
    #[test]
    fn undo_restores_exactly_and_nothing_else_changes(
        risks in risks(), edit in (0u8..4, 1u8..6, 1u8..6), impact: bool,
        others in proptest::collection::vec((1u8..9, 1u8..9), 0..4),
    ) {
        let before = register(risks);
        let (criteria, mut map) = edited(&before, edit, impact);
        for (level, to) in others {
            map.set(Scale::Likelihood, level, to);
        }
        let told = rescored(&before, &criteria, &map);
        let mut after = before.clone();
        let undo = apply(&mut after, &remap(&before, &criteria, &map, "t".to_owned())).unwrap();
        prop_assert_eq!(&after.criteria, &criteria);
        for (place, (old, new)) in before.risks.iter().zip(&after.risks).enumerate() {
            for which in [Which::Inherent, Which::Residual, Which::Target, Which::Previous] {
                let (from, to) = (old.assessment(which), new.assessment(which));
                prop_assert_eq!(&map.assessment(from), to);
                // Every assessment is accounted for: told of, or as it was in levels, score and band.
                let said = told.iter().find(|it| it.place == place && it.which == which);
                match said {
                    Some(said) => prop_assert_eq!((&said.moved, said.after), (to, criteria.rate(to))),
                    None => {
                        prop_assert_eq!(from, to);
                        prop_assert_eq!(before.criteria.rate(from).score(), criteria.rate(to).score());
                    }
                }
            }
            let without = |risk: &Risk| Risk {
                inherent: Assessment::default(),
                residual: Assessment::default(),
                target: Assessment::default(),
                previous: Assessment::default(),
                ..risk.clone()
            };
            prop_assert_eq!(without(old), without(new));
        }
        apply(&mut after, &undo).unwrap();
        prop_assert_eq!(after, before);
    }

    #[test]
    fn what_is_on_the_scale_stays_on_it_as_suggested(risks in risks(), edit in (0u8..4, 1u8..6, 1u8..6), impact: bool) {
        let before = register(risks);
        let (criteria, map) = edited(&before, edit, impact);
        for it in rescored(&before, &criteria, &map) {
            let lost = it.before.score().is_some() && it.after.score().is_none();
            prop_assert!(!lost, "{:?}", it);
        }
    }
}
