use std::collections::HashSet;

use super::*;
use crate::checks::{Kind, findings};
use crate::model::{Point, Status};
use crate::record::{Field, Reading};

/// The average number of bytes of a risk's JSON.
fn weight(register: &Register) -> usize {
    let bytes = |risk: &Risk| serde_json::to_string(risk).expect("a risk is JSON").len();
    register.risks.iter().map(bytes).sum::<usize>() / register.risks.len()
}

#[test]
fn the_same_seed_gives_the_same_register() {
    assert_eq!(register(7, 50), register(7, 50));
    assert_eq!(compact(7, 50), compact(7, 50));
    assert_ne!(register(7, 50).risks, register(8, 50).risks);
    assert_ne!(register(7, 50).id, register(8, 50).id);
}

#[test]
fn there_are_as_many_risks_as_asked_for() {
    for count in [0, 1, 10, 333] {
        assert_eq!((register(1, count).risks.len(), compact(1, count).risks.len()), (count, count));
    }
}

#[test]
fn ids_and_numbers_are_unique() {
    for register in [register(3, 2000), compact(3, 2000)] {
        let (mut ids, mut numbers) = (HashSet::new(), HashSet::new());
        for risk in &register.risks {
            let points = risk.triggers.iter().chain(&risk.causes).chain(&risk.consequences).map(|it| &it.id);
            let items = risk.controls.iter().map(|it| &it.id).chain(risk.actions.iter().map(|it| &it.id));
            for id in points.chain(items).chain([&risk.id]) {
                assert!(!id.0.is_empty() && ids.insert(id), "{id}");
            }
            assert!(numbers.insert(&risk.number), "{}", risk.number);
        }
    }
}

#[test]
fn risks_weigh_what_is_promised() {
    for seed in 0..4 {
        let (full, short) = (weight(&register(seed, 1000)), weight(&compact(seed, 1000)));
        assert!((1500..=2500).contains(&full), "{full}");
        assert!((250..=350).contains(&short), "{short}");
    }
    // Keys of up to 60 characters beside the values.
    let units = |risk: &Risk| serde_json::to_string(risk).expect("a risk is JSON").encode_utf16().count() + 60;
    let units: usize = compact(1, 10_000).risks.iter().map(units).sum();
    assert!(units < 5_000_000, "{units}");
}

#[test]
fn there_is_something_of_everything() {
    let register = register(1, 400);
    let risks = &register.risks;
    let share = |holds: fn(&Risk) -> bool| risks.iter().filter(|risk| holds(risk)).count() * 100 / risks.len();
    for (what, share, range) in [
        ("corporate", share(|it| it.corporate), 5..25),
        ("closed", share(|it| it.status == Status::Closed), 2..15),
        ("no residual score", share(|it| it.residual == Default::default()), 2..15),
        ("several owners", share(|it| it.owners.len() > 1), 5..40),
        ("no owner", share(|it| it.owners.is_empty()), 1..15),
        ("headings", share(|it| it.triggers.iter().any(|point: &Point| point.heading)), 5..40),
        ("eleven controls", share(|it| it.controls.len() == 11), 3..20),
        ("no control", share(|it| it.controls.is_empty()), 3..20),
        ("five actions", share(|it| it.actions.len() == 5), 3..20),
        ("no action", share(|it| it.actions.is_empty()), 10..40),
    ] {
        assert!(range.contains(&share), "{what}: {share} in 100");
    }
    let rate = |risk: &Risk| [&risk.inherent, &risk.residual].map(|it| register.criteria.rate(it).score());
    let raised =
        risks.iter().filter(|risk| matches!(rate(risk), [Some(before), Some(after)] if after > before)).count();
    assert!((1..=40).contains(&raised), "{raised} risks with a residual score above the inherent one");
    assert!(risks.windows(2).any(|pair| pair[0].number.len() > pair[1].number.len()), "numbers out of order");
    let kinds: HashSet<String> = findings(&register).iter().map(|finding| format!("{:?}", finding.kind)).collect();
    for kind in [Kind::ImpossibleDate, Kind::UnreadableDate, Kind::AboveAppetite, Kind::NoOwner] {
        assert!(kinds.contains(&format!("{kind:?}")), "{kind:?}");
    }
    for kind in [Kind::OffScale, Kind::UnknownName, Kind::BadColour, Kind::RepeatedRisk] {
        assert!(!kinds.contains(&format!("{kind:?}")), "{kind:?}");
    }
}

#[test]
fn what_is_made_can_be_read_back() {
    let made = register(5, 100);
    assert_eq!(Reading::of::<Register>(made.to_value()), (Some(made), vec![]));
}
