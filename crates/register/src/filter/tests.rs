//! Filters, orders and groups of a small register and of generated ones.

use super::*;
use crate::model::{Assessment, Status, Which};
use crate::{DateText, generate, presets};

const TODAY: Day = Day { year: 2026, month: 3, day: 15 };

fn stated(score: u16) -> Assessment {
    Assessment { score: Some(score), ..Assessment::default() }
}

fn register() -> Register {
    let risk = |number: &str, owner: &str, likelihood, impact| Risk {
        id: number.into(),
        number: number.to_owned(),
        title: format!("Risk of kind {number}"),
        owners: vec![owner.to_owned()],
        residual: Assessment { likelihood, impact, ..Assessment::default() },
        ..Risk::default()
    };
    let action = |owner: &str, date: &str, progress: &str| Action {
        title: format!("{progress} by {date}"),
        owners: vec![owner.to_owned()],
        target_date: date.into(),
        progress: progress.to_owned(),
        ..Action::default()
    };
    let mut risks = vec![
        risk("10", "Head", Some(3), Some(5)),
        risk("2", "Director", Some(1), Some(2)),
        risk("", "Head", None, Some(2)),
        risk("R-004", "Head ", Some(9), Some(2)),
    ];
    risks[0].previous = stated(10);
    risks[0].appetite = Some(12);
    risks[0].next_review = "2026-02".into();
    risks[0].actions = vec![action("Head", "2026-01-31", "Red"), action("Director", "2026-06", "Amber")];
    risks[1].controls.push(Control {
        description: "A Nightly BACKUP".to_owned(),
        adequacy: "Poor".to_owned(),
        ..Control::default()
    });
    risks[1].next_review = "2026-03-15".into();
    risks[1].actions = vec![action("Director", "2026-01", "Complete")];
    risks[1].category = "Legal".to_owned();
    risks[2].owners.clear();
    risks[2].next_review = "31/04/2021".into();
    risks[2].corporate = true;
    risks[3].status = Status::Closed;
    risks[3].next_review = "2020-01-01".into();
    Register { criteria: presets::five_by_five(), risks, ..Register::default() }
}

fn asked(conditions: &[(&str, Test, &[&str])]) -> Filter {
    let conditions = conditions.iter().map(|(subject, test, values)| Condition::new(subject, *test, values));
    Filter { conditions: conditions.collect(), ..Filter::default() }
}

fn words(text: &str) -> Filter {
    Filter { text: text.to_owned(), ..Filter::default() }
}

fn shown(filter: &Filter) -> Vec<usize> {
    select(&register(), filter, &[], TODAY)
}

#[track_caller]
fn check(condition: (&str, Test, &[&str]), expected: &[usize]) {
    assert_eq!(shown(&asked(&[condition])), expected, "{condition:?}");
}

#[test]
fn words_occur_anywhere() {
    assert_eq!(shown(&Filter::default()), [0, 1, 2, 3]);
    assert_eq!(shown(&words(" backup NIGHT ")), [1]);
    assert_eq!(shown(&words("backup head")), [0; 0]);
}

#[test]
fn names_are_compared_without_case_and_outer_blanks() {
    check(("owners", Test::Is, &["head"]), &[0, 3]);
    check(("owners", Test::Is, &["Head", "Director"]), &[0, 1, 3]);
    check(("owners", Test::IsNot, &["Head"]), &[1, 2]);
    check(("owners", Test::Contains, &["dire"]), &[1]);
    check(("owners", Test::Lacks, &["dire"]), &[0, 2, 3]);
    check(("owners", Test::Blank, &[]), &[2]);
    check(("owners", Test::Set, &[]), &[0, 1, 3]);
    check(("status", Test::Is, &["closed"]), &[3]);
    check(("status", Test::IsNot, &["closed"]), &[0, 1, 2]);
    check(("category", Test::Is, &["Legal"]), &[1]);
    check(("title", Test::Contains, &["KIND 1"]), &[0]);
}

#[test]
fn scores_and_bands_are_those_of_the_criteria() {
    check(("residual", Test::AtLeast, &["15"]), &[0]);
    check(("residual", Test::AtLeast, &["16"]), &[]);
    check(("residual", Test::AtMost, &["2"]), &[1]);
    check(("residual", Test::Between, &["2", "15"]), &[0, 1]);
    check(("residual", Test::Is, &["2", "9"]), &[1]);
    check(("residual", Test::IsNot, &["2"]), &[0, 2, 3]);
    check(("residual", Test::Blank, &[]), &[2, 3]);
    check(("residual", Test::AtLeast, &["twelve"]), &[]);
    check(("residual.impact", Test::AtMost, &["2"]), &[1, 2, 3]);
    check(("residual.band", Test::Is, &["High"]), &[0]);
    check(("residual.band", Test::Blank, &[]), &[2, 3]);
    check(("travel", Test::Is, &["up"]), &[0]);
    check(("travel", Test::Is, &["new"]), &[1]);
    check(("travel", Test::Blank, &[]), &[2, 3]);
}

#[test]
fn dates_are_compared_by_day_and_what_cannot_be_read_is_neither_before_nor_after() {
    check(("next_review", Test::Before, &["2026-03"]), &[0, 3]);
    check(("next_review", Test::Before, &["2026-03-15"]), &[0, 3]);
    check(("next_review", Test::After, &["2026-02"]), &[1]);
    check(("next_review", Test::After, &["2026-02-27"]), &[0, 1]);
    check(("next_review", Test::Between, &["2026-02", "2026-03"]), &[0, 1]);
    check(("next_review", Test::Set, &[]), &[0, 1, 2, 3]);
    check(("next_review", Test::Before, &["soon"]), &[]);
}

#[test]
fn flags_follow_the_day_the_status_and_the_appetite() {
    check(("overdue", Test::Yes, &[]), &[0]);
    check(("overdue", Test::No, &[]), &[1, 2, 3]);
    check(("above_appetite", Test::Yes, &[]), &[0]);
    check(("corporate", Test::Yes, &[]), &[2]);
    check(("action.late", Test::Yes, &[]), &[0]);
    let tomorrow = Day { day: 16, ..TODAY };
    assert_eq!(select(&register(), &asked(&[("overdue", Test::Yes, &[])]), &[], tomorrow), [0, 1]);
}

#[test]
fn what_is_asked_of_actions_must_hold_of_one_and_the_same() {
    let late = ("action.late", Test::Yes, &[][..]);
    assert_eq!(shown(&asked(&[("action.owners", Test::Is, &["Director"]), late])), [0; 0]);
    assert_eq!(shown(&asked(&[("action.owners", Test::Is, &["Head"]), late])), [0]);
    assert_eq!(shown(&asked(&[("action.owners", Test::Is, &["Director"])])), [0, 1]);
    assert_eq!(shown(&asked(&[("control.adequacy", Test::Is, &["Poor"])])), [1]);
    assert_eq!(shown(&asked(&[("actions", Test::Blank, &[])])), [2, 3]);
    assert_eq!(shown(&asked(&[("action.done", Test::Yes, &[]), ("status", Test::Is, &["open"])])), [1]);
}

#[test]
fn rows_of_actions_are_those_that_the_filter_speaks_of() {
    let of = |filter: &Filter, sort: &[Sort]| {
        let rows = rows(&register(), Of::Action, filter, sort, TODAY);
        rows.into_iter().map(|row| (row.risk, row.item)).collect::<Vec<_>>()
    };
    assert_eq!(of(&Filter::default(), &[]), [(0, 0), (0, 1), (1, 0)]);
    assert_eq!(of(&asked(&[("action.owners", Test::Is, &["Director"])]), &[]), [(0, 1), (1, 0)]);
    assert_eq!(of(&asked(&[("residual", Test::AtLeast, &["12"])]), &[]), [(0, 0), (0, 1)]);
    // A word in one action does not bring in its neighbours, one in the risk's title brings in all.
    assert_eq!(of(&words("amber"), &[]), [(0, 1)]);
    assert_eq!(of(&words("kind 10"), &[]), [(0, 0), (0, 1)]);
    assert_eq!(of(&words("amber 10"), &[]), [(0, 1)]);
    let due = Sort::up(Key::Field("action.due"));
    assert_eq!(of(&Filter::default(), &[due]), [(0, 0), (1, 0), (0, 1)]);
    assert_eq!(of(&Filter::default(), &[Sort { descending: true, ..due }]), [(0, 1), (0, 0), (1, 0)]);
    let by = [Sort::up(Key::Field("action.progress")), Sort::up(Key::Field("number"))];
    assert_eq!(of(&Filter::default(), &by), [(0, 0), (0, 1), (1, 0)]);
    assert!(asked(&[]).shows_control(&register().risks[1], &Control::default(), &register().criteria, TODAY));
    let filter = words("nightly");
    let controls = rows(&register(), Of::Control, &filter, &[], TODAY);
    assert_eq!(controls, [Row { risk: 1, item: 0 }]);
}

#[test]
fn every_condition_must_hold() {
    let both = [("residual.band", Test::Blank, &[][..]), ("status", Test::Is, &["open"])];
    assert_eq!(shown(&asked(&both)), [2]);
    let range = [("residual", Test::AtLeast, &["2"][..]), ("residual", Test::AtMost, &["14"])];
    assert_eq!(shown(&asked(&range)), [1]);
}

#[test]
fn what_is_not_known_matches_nothing() {
    for condition in [
        Condition::new("colour", Test::Is, &["red"]),
        Condition::new("colour", Test::IsNot, &["red"]),
        Condition::new("title", Test::AtLeast, &["3"]),
        Condition::new("residual", Test::Between, &["3"]),
        Condition::new("owners", Test::Is, &[]),
        Condition::new("residual.band", Test::Is, &["Extreme"]),
    ] {
        let filter = Filter { conditions: vec![condition.clone()], ..Filter::default() };
        assert_eq!(shown(&filter), [0; 0], "{condition:?}");
    }
}

#[test]
fn sorts_with_blanks_last_both_ways() {
    let by = |name, descending| {
        let key = Key::of(name).unwrap();
        select(&register(), &Filter::default(), &[Sort { key, descending }], TODAY)
    };
    assert_eq!(by("number", false), [1, 0, 3, 2]);
    assert_eq!(by("number", true), [3, 0, 1, 2]);
    assert_eq!(by("residual", true), [0, 1, 2, 3]);
    assert_eq!(by("residual", false), [1, 0, 2, 3]);
    assert_eq!(by("residual.band", true), [0, 1, 2, 3]);
    assert_eq!(by("owner", false), [1, 0, 3, 2]);
    assert_eq!(by("order", true), [3, 2, 1, 0]);
    assert_eq!(by("review", false), [3, 0, 1, 2]);
    assert_eq!(by("actions", true), [0, 1, 2, 3]);
    assert_eq!(by("status", true), [3, 0, 1, 2]);
    assert_eq!(by("corporate", false), [2, 0, 1, 3]);
}

#[test]
fn ties_go_to_the_next_key() {
    let by = [Sort::up(Key::Field("status")), Sort::up(Key::Field("owners")), Sort::down(Key::Order)];
    assert_eq!(select(&register(), &Filter::default(), &by, TODAY), [1, 0, 2, 3]);
    let by = [Sort::up(Key::Field("response")), Sort::down(Key::Order)];
    assert_eq!(select(&register(), &Filter::default(), &by, TODAY), [3, 2, 1, 0]);
}

#[test]
fn every_key_sorts_and_is_found_by_its_name() {
    let register = generate::register(3, 60);
    for subject in SECTIONS.iter().flat_map(|it| it.subjects) {
        let key = Key::of(subject.name).expect("a key");
        assert_eq!((key, key.name()), (Key::Field(subject.name), subject.name));
        for descending in [false, true] {
            let mut places = select(&register, &Filter::default(), &[Sort { key, descending }], TODAY);
            places.sort_unstable();
            assert_eq!(places, (0..60).collect::<Vec<_>>(), "{key:?}");
        }
    }
    assert_eq!(Key::of("colour"), None);
}

fn names(by: GroupBy) -> Vec<(String, Vec<usize>)> {
    let groups = group(&register(), &[3, 0, 1, 2], by, TODAY);
    groups.into_iter().map(|group| (group.name, group.places)).collect()
}

#[test]
fn groups_stand_in_their_order_and_blank_ones_last() {
    let named = |name: &str, places: &[usize]| (name.to_owned(), places.to_vec());
    assert_eq!(names(GroupBy::Band), [named("High", &[0]), named("Low", &[1]), named("No residual score", &[3, 2])]);
    assert_eq!(names(GroupBy::Owner), [named("Director", &[1]), named("Head", &[3, 0]), named("No owner", &[2])]);
    assert_eq!(names(GroupBy::Status), [named("Open", &[0, 1, 2]), named("Closed", &[3])]);
    assert_eq!(names(GroupBy::Category), [named("Legal", &[1]), named("No category", &[3, 0, 2])]);
    let register = register();
    let actions = rows(&register, Of::Action, &Filter::default(), &[], TODAY);
    let groups = group_rows(&register, Of::Action, &actions, GroupBy::Progress, TODAY);
    let names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
    assert_eq!(names, ["Red", "Amber", "Complete"]);
}

#[test]
fn grouping_is_a_partition() {
    for seed in 0..12 {
        let mut register = generate::register(seed, 40);
        // Several owners, and the same one written in two ways.
        register.risks[0].owners = vec!["Head of A ".to_owned(), "Head of B".to_owned()];
        register.risks[1].owners = vec!["head of a".to_owned()];
        register.risks[2].owners.clear();
        for of in [Of::Risk, Of::Control, Of::Action] {
            let given = rows(&register, of, &Filter::default(), &[Sort::down(Key::Field("title"))], TODAY);
            for by in GroupBy::ALL.into_iter().filter(|by| by.suits(of)) {
                let groups = group_rows(&register, of, &given, by, TODAY);
                let mut all: Vec<Row> = groups.iter().flat_map(|group| group.places.clone()).collect();
                let place = |row: &Row| given.iter().position(|it| it == row).unwrap();
                // Within a group the rows keep their order.
                for group in &groups {
                    assert!(!group.places.is_empty() && !group.name.is_empty());
                    assert!(group.places.windows(2).all(|two| place(&two[0]) < place(&two[1])), "{by:?}");
                }
                let mut values: Vec<_> =
                    groups.iter().map(|it| it.value.as_ref().map(|it| it.to_lowercase())).collect();
                all.sort_by_key(place);
                assert_eq!(all, given, "{by:?}");
                let count = values.len();
                values.sort();
                values.dedup();
                assert_eq!(values.len(), count, "two groups of one name: {by:?}");
            }
        }
    }
}

#[test]
fn every_grouping_has_a_word_of_its_own() {
    for by in GroupBy::ALL {
        assert_eq!(GroupBy::of(by.word()), Some(by));
        assert!(!by.label().is_empty());
    }
}

/// A condition of every subject and every test that suits it.
fn every_condition() -> Vec<Condition> {
    let mut all = Vec::new();
    for subject in SECTIONS.iter().flat_map(|it| it.subjects) {
        for test in Test::for_(subject.holds) {
            let value = if subject.holds == Holds::Date { "2026-02" } else { "12" };
            let values = vec![value; test.takes().unwrap_or(2)];
            all.push(Condition::new(subject.name, *test, &values));
        }
    }
    all
}

#[test]
fn every_condition_can_be_said_and_asked() {
    let register = generate::register(5, 30);
    let mut said = std::collections::HashSet::new();
    for condition in every_condition() {
        assert!(condition.known().is_some(), "{condition:?}");
        assert_eq!(Test::of(condition.test.word()), Some(condition.test));
        let filter = Filter { conditions: vec![condition.clone()], ..Filter::default() };
        let words = sentence(&register, Of::Risk, &filter, &[], None, TODAY);
        assert!(words != "All risks" && words.len() > 8 && !words.contains("  "), "{condition:?}: {words}");
        assert!(said.insert(words.clone()), "said of two conditions: {words}");
        assert!(brief(&condition).chars().count() > 3, "{condition:?}");
        let (yes, all) = (select(&register, &filter, &[], TODAY).len(), register.risks.len());
        assert!(yes <= all);
    }
}

#[test]
fn a_test_and_its_opposite_share_the_risks_between_them() {
    let register = generate::register(8, 50);
    let pairs =
        [(Test::Is, Test::IsNot), (Test::Contains, Test::Lacks), (Test::Blank, Test::Set), (Test::Yes, Test::No)];
    for subject in SECTIONS.iter().flat_map(|it| it.subjects).filter(|it| it.belongs_to() == Of::Risk) {
        for (test, opposite) in pairs.iter().filter(|(test, _)| Test::for_(subject.holds).contains(test)) {
            let values = vec!["12"; test.takes().unwrap_or(1)];
            let count = |test| {
                let conditions = vec![Condition::new(subject.name, test, &values)];
                select(&register, &Filter { conditions, ..Filter::default() }, &[], TODAY).len()
            };
            assert_eq!(count(*test) + count(*opposite), 50, "{} {test:?}", subject.name);
        }
    }
}

#[test]
fn the_sentence_reads_as_one() {
    let register = register();
    let say = |filter: &Filter, sort: &[Sort], by| sentence(&register, Of::Risk, filter, sort, by, TODAY);
    assert_eq!(say(&Filter::default(), &[], None), "All risks");
    let filter = asked(&[
        ("status", Test::Is, &["open"]),
        ("residual", Test::AtLeast, &["12"]),
        ("owners", Test::Is, &["Head"]),
    ]);
    assert_eq!(
        say(&filter, &[Sort::down(Key::Field("residual")), Sort::up(Key::Field("title"))], Some(GroupBy::Category)),
        "Open risks with residual score 12 or more, owned by Head, in order of residual score, highest first, then \
         title, grouped by category"
    );
    for (condition, words) in [
        (("residual", Test::Between, &["6", "12"][..]), "Risks with residual score 6 to 12"),
        (("residual.band", Test::Is, &["High", "Low"]), "Risks with residual band High or Low"),
        (("residual.band", Test::Is, &["Extreme"]), "Risks with residual band Extreme (not in this register)"),
        (("owners", Test::Blank, &[]), "Risks with no owner"),
        (("owners", Test::Is, &["Nobody"]), "Risks owned by Nobody (not in this register)"),
        (("next_review", Test::Before, &["2026-03-01"]), "Risks with next review date before 1 March 2026"),
        (
            ("next_review", Test::Between, &["2026-03", "2026-05"]),
            "Risks with next review date from March 2026 to May 2026",
        ),
        (("title", Test::Contains, &["fire"]), "Risks whose title contains “fire”"),
        (("triggers", Test::Lacks, &["fire"]), "Risks whose triggers do not contain “fire”"),
        (("corporate", Test::Yes, &[]), "Corporate risks"),
        (("overdue", Test::Yes, &[]), "Risks overdue for review"),
        (("above_appetite", Test::Yes, &[]), "Risks above appetite"),
        (("travel", Test::Is, &["up"]), "Risks with direction of travel up"),
        (("colour", Test::Is, &["red"]), "Risks with “colour” (which this version does not know)"),
        (("residual", Test::AtLeast, &["x"]), "Risks with residual score “x” (not a number) or more"),
        (("control.adequacy", Test::Is, &["Poor"]), "Risks with a control with adequacy Poor"),
    ] {
        assert_eq!(say(&asked(&[condition]), &[], None), words);
    }
    let actions = asked(&[
        ("action.owners", Test::Is, &["Head"]),
        ("corporate", Test::Yes, &[]),
        ("action.late", Test::Yes, &[]),
    ]);
    assert_eq!(say(&actions, &[], None), "Corporate risks with an action owned by Head and that is late");
    assert_eq!(say(&words(" fire  lost"), &[], None), "Risks mentioning “fire lost”");
    assert_eq!(
        say(&Filter::default(), &[Sort::down(Key::Order)], None),
        "All risks, in order of the register, from its end"
    );
}

#[test]
fn the_sentence_of_a_list_of_actions_speaks_of_actions() {
    let register = register();
    let say = |filter: &Filter| sentence(&register, Of::Action, filter, &[], None, TODAY);
    let (late, open) = (("action.late", Test::Yes, &[][..]), ("status", Test::Is, &["open"][..]));
    assert_eq!(say(&Filter::default()), "All actions");
    assert_eq!(say(&asked(&[late, open])), "Actions that are late, of open risks");
    assert_eq!(say(&asked(&[open])), "Actions of open risks");
    assert_eq!(
        say(&asked(&[("control.adequacy", Test::Is, &["Poor"]), ("action.owners", Test::Is, &["Head"]), late])),
        "Actions owned by Head, that are late, of risks with a control with adequacy Poor"
    );
    assert_eq!(say(&words("fire")), "Actions mentioning “fire”");
}

#[test]
fn chips_are_short() {
    for (condition, words) in [
        (("status", Test::Is, &["open"][..]), "Open"),
        (("residual", Test::AtLeast, &["12"]), "Residual ≥ 12"),
        (("owners", Test::Is, &["Head", "Director"]), "Owner: Head, Director"),
        (("residual", Test::Blank, &[]), "No residual score"),
        (("owners", Test::Blank, &[]), "No owner"),
        (("action.owners", Test::Blank, &[]), "No action owner"),
        (("overdue", Test::Yes, &[]), "Overdue for review"),
        (("next_review", Test::Between, &["2026-03-01", "2026-04"]), "Next review date 01/03/2026 to Apr 2026"),
        (("travel", Test::Is, &["same"]), "Direction of travel: Unchanged"),
    ] {
        assert_eq!(brief(&Condition::new(condition.0, condition.1, condition.2)), words);
    }
}

#[test]
fn values_to_pick_are_those_of_the_criteria_and_those_that_occur() {
    let mut register = register();
    register.risks[0].category = "Floods".to_owned();
    register.risks[1].category = "legal ".to_owned();
    let of = |name: &str| values(&register, Subject::of(name).unwrap(), TODAY);
    assert_eq!(of("category").first().map(String::as_str), Some("Strategy"));
    assert_eq!(of("category").last().map(String::as_str), Some("Floods"));
    assert_eq!(of("category").len(), register.criteria.categories.len() + 1);
    assert_eq!(of("residual.band"), ["High", "Medium", "Low"]);
    assert_eq!(of("action.owners"), ["Director", "Head"]);
    assert_eq!(of("title"), [""; 0]);
    assert_eq!(owners(&register), ["Director", "Head"]);
}

#[test]
fn cells_hold_every_risk_once() {
    let cells = cells(&register(), &[0, 1, 2, 3], Which::Residual);
    assert_eq!(cells.cells[2][4], [0]);
    assert_eq!(cells.cells[0][1], [1]);
    assert_eq!(cells.elsewhere, [2, 3]);
}

#[test]
fn a_date_that_was_typed_is_understood() {
    let filter = asked(&[("next_review", Test::Before, &[&DateText::typed("1/3/26").0])]);
    assert_eq!(shown(&filter), [0, 3]);
}
