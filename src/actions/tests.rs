use std::collections::BTreeSet;

use super::*;

#[test]
fn no_two_actions_share_a_name_or_keys() {
    let all = all();
    let names: BTreeSet<&str> = all.iter().map(|action| action.name.as_str()).collect();
    assert_eq!(names.len(), all.len());
    let keys: Vec<String> = all.iter().flat_map(|action| &action.keys).map(|keys| keys.words(false)).collect();
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "{keys:?}");
}

#[test]
fn each_view_is_one_key_away() {
    let keys: Vec<String> = go::all().iter().flat_map(|action| &action.keys).map(|keys| keys.words(false)).collect();
    assert!(keys.starts_with(&["Alt 1".to_owned(), "Alt 2".to_owned(), "Alt 3".to_owned()]), "{keys:?}");
}

#[test]
fn what_a_view_offers_takes_the_place_of_the_action_of_its_name_while_the_view_is_there() {
    let owner = leptos::prelude::Owner::new();
    let count = all().len();
    owner.with(|| {
        offer(risks::duplicate().does(|_| ()));
        offer(Action::new("Fill down", "", Of::Risks).does(|_| ()));
    });
    let with = all();
    assert_eq!(with.len(), count + 1);
    assert!(with.iter().all(|action| action.name != "Duplicate risk" || action.run.is_some()));
    drop(owner);
    assert_eq!(all().len(), count);
    assert!(all().iter().any(|action| action.name == "Duplicate risk" && action.run.is_none()));
}
