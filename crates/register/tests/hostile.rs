//! Text that is typed, pasted or comes with an address, and changes out of a log: any of it is read without harm.

use std::path::Path;

use hostile::{Dice, Pool, Run};
use register::date::{Day, Meaning};
use register::filter::{Condition, Filter, GroupBy, Key, Of, SECTIONS, Sort, Subject, Test};
use register::{Change, DateText, cell, filter, find, generate, paste, presets};

#[global_allocator]
static MEMORY: hostile::Counting = hostile::Counting;

const TODAY: Day = Day { year: 2026, month: 3, day: 31 };

fn run(name: &'static str, inputs: usize) -> Run {
    Run { name, inputs, share: 0.05, memory: (400, 1 << 19) }
}

fn pool(name: &str, more: impl IntoIterator<Item = Vec<u8>>) -> Pool {
    Pool::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name), more)
}

fn damaged(pool: &Pool, dice: &mut Dice) -> Vec<u8> {
    let mut text = String::from_utf8_lossy(&pool.any(dice)).into_owned();
    (0..=dice.below(5)).for_each(|_| hostile::damage_text(&mut text, dice));
    text.truncate(text.floor_char_boundary(2_000));
    text.into_bytes()
}

#[test]
fn any_text_may_be_typed_or_pasted() {
    let criteria = [presets::five_by_five(), register::Criteria::default()];
    let register = generate::register(7, 5);
    let names = find::names(&register);
    run("typed texts", 2_000).over(pool("texts", []), damaged, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        let date = DateText::typed(&text);
        assert_eq!(DateText::typed(&date.0), date);
        assert_eq!(matches!(date.meaning(), Meaning::Day(_) | Meaning::Month(..)), date.end().is_some());
        assert!([date.short(), date.long()].iter().all(|it| it.is_empty() == date.0.is_empty()));
        let cells = criteria.each_ref().map(|it| cell::typed(it, &text));
        let lines = paste::lines(&text);
        // Every letter is in one of the entries; figures may be marks, and quotes around a cell go.
        let letters = |text: &str| text.chars().filter(|it| it.is_alphabetic()).collect::<String>();
        let read: String = lines.iter().map(|it| letters(&format!("{}{}", it.mark, it.text))).collect();
        assert_eq!(read, letters(&text));
        let found = find::best_of(&names, &text, 5).len() + find::best(&register.risks, &text, 5).len();
        let mark =
            lines.iter().map(|it| it.mark.chars().next().map_or(' ', |it| if it.is_numeric() { 'n' } else { it }));
        let meaning = format!("{:?}", date.meaning());
        let kinds = (meaning.get(..3), cells.map(|it| std::mem::discriminant(&it)), found);
        format!("{kinds:?}{}", mark.take(3).collect::<String>())
    });
}

/// A filter, order and groups, as an address gives them: a line for the words, one for order and groups, one for each condition.
fn asked(text: &str) -> (Filter, Vec<Sort>, Option<GroupBy>) {
    let mut lines = text.lines();
    let words = lines.next().unwrap_or_default().to_owned();
    let mut order = lines.next().unwrap_or_default().split(',');
    let group = order.next().and_then(GroupBy::of);
    let sort = order.filter_map(|name| Some(Sort { key: Key::of(name)?, descending: name.len() % 2 == 0 })).collect();
    let conditions = lines.filter_map(|line| {
        let mut parts = line.split('~');
        let (subject, test) = (parts.next()?.to_owned(), Test::of(parts.next()?)?);
        Some(Condition { subject, test, values: parts.map(str::to_owned).collect() })
    });
    (Filter { text: words, conditions: conditions.collect() }, sort, group)
}

#[test]
fn any_filter_may_come_with_an_address() {
    let register = generate::register(3, 12);
    let subjects: Vec<&Subject> = SECTIONS.iter().flat_map(|section| section.subjects).collect();
    let make = |pool: &Pool, dice: &mut Dice| {
        let mut text = String::from_utf8_lossy(&damaged(pool, dice)).into_owned();
        let subject = dice.one(&subjects);
        let tests = Test::for_(subject.holds);
        let values = ["3", "2024-03", "Open", "", "31/02/2024", "99999999999999999999", "high", "~"];
        text.push_str(&format!("\n{}~{}", subject.name, tests[dice.below(tests.len())].word()));
        (0..dice.below(3)).for_each(|_| text.push_str(&format!("~{}", dice.one(&values))));
        text.into_bytes()
    };
    run("filters", 1_000).over(pool("filters", []), make, |bytes| {
        let (filter, sort, group) = asked(&String::from_utf8_lossy(bytes));
        let mut outcome = String::new();
        for of in [Of::Risk, Of::Control, Of::Action] {
            let said = filter::sentence(&register, of, &filter, &sort, group, TODAY);
            assert!(!said.is_empty());
            let rows = filter::rows(&register, of, &filter, &sort, TODAY);
            let groups = group.filter(|it| it.suits(of)).map(|by| filter::group_rows(&register, of, &rows, by, TODAY));
            outcome.push_str(&format!("{} {} ", rows.is_empty(), groups.map_or(0, |it| it.len()).min(3)));
        }
        for condition in &filter.conditions {
            outcome.push_str(&format!("{:?}{} ", condition.test, condition.known().is_some()));
            if let Some(subject) = Subject::of(&condition.subject) {
                let typed = Condition::typed(subject, condition.test, &condition.values);
                outcome.push_str(typed.err().unwrap_or_default());
            }
        }
        outcome
    });
}

#[test]
fn any_change_is_refused_whole_or_can_be_taken_back() {
    let register = generate::register(5, 3);
    let item = serde_json::to_value(&register.risks[0]).expect("json").to_string();
    let changes = [
        r#"{"set":{"place":{"risk":"RISK"},"field":"residual","from":null,"to":{"likelihood":3,"impact":5}}}"#,
        r#"{"set":{"place":"criteria","field":"bands","to":[{"name":"High","from":9}]}}"#,
        r#"{"add":{"list":"risks","index":1,"item":ITEM}}"#,
        r#"{"remove":{"list":{"of":["RISK","controls"]},"index":0,"item":{"id":"x"}}}"#,
        r#"{"move":{"list":"risks","item":"RISK","from":0,"to":2}}"#,
    ];
    let id = register.risks[1].id.as_str();
    let known = changes.map(|it| it.replace("RISK", id).replace("ITEM", &item).into_bytes());
    let make = |pool: &Pool, dice: &mut Dice| {
        let mut bytes = pool.any(dice);
        for _ in 0..=dice.below(3) {
            bytes = hostile::damage_json(&bytes, dice).unwrap_or(bytes);
        }
        bytes
    };
    run("changes", 2_000).over(pool("changes", known), make, |bytes| {
        let Some(change) = serde_json::from_slice(bytes).ok().and_then(Change::read) else { return String::new() };
        assert_eq!(Change::read(change.to_value()), Some(change.clone()));
        let mut changed = register.clone();
        let outcome = match register::apply(&mut changed, &change) {
            Ok(inverse) => {
                register::apply(&mut changed, &inverse).expect("can be taken back");
                "done".to_owned()
            }
            Err(refused) => format!("{refused:?}"),
        };
        assert_eq!(changed, register);
        format!("{outcome} {}", register::change::describe(&register, &change))
    });
}
