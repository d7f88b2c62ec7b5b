//! Which risk the card shows, and which one comes before and after it.

use register::Id;

/// The risk to show: the one asked for, also where the filter hides it; else the first that the filter shows.
pub fn shown(all: &[Id], shown: &[Id], asked: Option<&Id>) -> Option<Id> {
    asked.filter(|id| all.contains(id)).or(shown.first()).cloned()
}

/// The risk one step on or back among those that the filter shows. From a risk that it hides, the steps lead in at
/// the start and at the end.
pub fn step(shown: &[Id], current: Option<&Id>, on: bool) -> Option<Id> {
    let place = current.and_then(|id| shown.iter().position(|it| it == id));
    match (place, on) {
        (Some(place), true) => shown.get(place + 1),
        (Some(place), false) => place.checked_sub(1).and_then(|place| shown.get(place)),
        (None, true) => shown.first(),
        (None, false) => shown.last(),
    }
    .cloned()
}

/// The risk to show once this one is removed: the next, at the end the one before.
pub fn after_removal(shown: &[Id], removed: &Id) -> Option<Id> {
    let next = step(shown, Some(removed), true);
    next.or_else(|| step(shown, Some(removed), false)).filter(|id| id != removed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(names: &[&str]) -> Vec<Id> {
        names.iter().map(|&name| Id::from(name)).collect()
    }

    #[test]
    fn shows_what_was_asked_for_else_the_first() {
        let (all, some) = (ids(&["a", "b", "c"]), ids(&["c", "b"]));
        assert_eq!(shown(&all, &some, Some(&"a".into())), Some("a".into()));
        assert_eq!(shown(&all, &some, Some(&"gone".into())), Some("c".into()));
        assert_eq!(shown(&all, &some, None), Some("c".into()));
        assert_eq!(shown(&all, &[], None), None);
    }

    #[test]
    fn steps_along_the_selection_and_stops_at_its_ends() {
        let some = ids(&["c", "b", "a"]);
        assert_eq!(step(&some, Some(&"b".into()), true), Some("a".into()));
        assert_eq!(step(&some, Some(&"b".into()), false), Some("c".into()));
        assert_eq!(step(&some, Some(&"a".into()), true), None);
        assert_eq!(step(&some, Some(&"c".into()), false), None);
        assert_eq!(step(&some, Some(&"hidden".into()), true), Some("c".into()));
        assert_eq!(step(&some, Some(&"hidden".into()), false), Some("a".into()));
        assert_eq!(step(&[], None, true), None);
    }

    #[test]
    fn a_removed_risk_gives_way_to_the_next_or_the_one_before() {
        let some = ids(&["a", "b", "c"]);
        assert_eq!(after_removal(&some, &"b".into()), Some("c".into()));
        assert_eq!(after_removal(&some, &"c".into()), Some("b".into()));
        assert_eq!(after_removal(&ids(&["a"]), &"a".into()), None);
        assert_eq!(after_removal(&some, &"hidden".into()), Some("a".into()));
    }
}
