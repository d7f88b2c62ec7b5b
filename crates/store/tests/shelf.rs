//! The list of registers, what it tells of each, and how much room they take.

mod common;

use common::*;
use register::{Assessment, Status, presets};
use store::testing::Memory;
use store::{Highest, OpenError};

#[test]
fn the_list_tells_what_the_registers_page_shows() {
    let memory = Memory::default();
    let shelf = shelf(&memory, "a");
    let mut one = register("reg", 3);
    one.criteria = presets::five_by_five();
    one.risks[0].status = Status::Closed;
    for (risk, (likelihood, impact)) in one.risks.iter_mut().zip([(5, 5), (2, 3), (3, 4)]) {
        risk.residual = Assessment { likelihood: Some(likelihood), impact: Some(impact), ..Assessment::default() };
    }
    let band = one.criteria.band(one.criteria.rate(&one.risks[2].residual)).cloned().unwrap();
    let mut book = shelf.create(one, &author(0));
    book.commit(title("r1", "x"), &author(7)).unwrap();
    drop(shelf.create(register("a register/with % odd id", 1), &author(1)));
    let listing = shelf.list();
    assert_eq!((listing.registers.len(), listing.aside.len(), listing.failure), (2, 0, None));
    let it = listing.registers.iter().find(|it| it.id == "reg".into()).unwrap();
    assert_eq!((it.title.as_str(), it.entity.len(), it.risks, it.open_risks), ("Corporate register", 2, 3, 2));
    assert_eq!(it.highest, Some(Highest { score: 12, band: band.name, colour: band.colour }));
    assert_eq!(
        (it.last_changed.clone(), it.by.as_str(), it.trashed.clone()),
        (Some(author(7).at), "Co-ordinator", None)
    );

    let usage = shelf.usage().unwrap();
    assert_eq!(usage.total(), memory.used());
    assert_eq!(usage.registers[&it.id], it.chars);
    assert_eq!(usage.registers.len(), 2);
    memory.put("another page's", "é😀");
    assert_eq!(shelf.usage().unwrap().other, 14 + 3, "counted in UTF-16 units");

    shelf.trash(&"reg".into(), &author(9)).unwrap();
    let trashed = shelf.list().registers.into_iter().find(|it| it.id == "reg".into()).unwrap().trashed;
    assert_eq!(trashed, Some(author(9).at));
    shelf.purge(&"reg".into()).unwrap();
    assert_eq!(shelf.list().registers.len(), 1);
    assert_eq!(shelf.open(&"reg".into()).unwrap_err(), OpenError::Missing);
}

#[test]
fn risks_with_the_same_id_or_none_are_told_apart() {
    let memory = Memory::default();
    let mut twins = register("reg", 5);
    for at in [1, 2, 3] {
        twins.risks[at].id = ["", "r0", "r0"][at - 1].into();
    }
    let titles: Vec<String> = twins.risks.iter().map(|risk| risk.title.clone()).collect();
    drop(shelf(&memory, "a").create(twins, &author(0)));
    let found = open(&memory, "b");
    assert_eq!(found.register().risks.iter().map(|risk| risk.title.clone()).collect::<Vec<_>>(), titles);
}

#[test]
fn a_register_is_not_created_over_another() {
    let memory = Memory::default();
    let shelf = shelf(&memory, "a");
    drop(shelf.create(register("reg", 3), &author(0)));
    let before = memory.values();
    assert_ne!(shelf.create(register("reg", 1), &author(1)).saved(), store::Saved::Yes);
    assert_eq!(memory.values(), before);
}

#[test]
fn what_another_tab_is_creating_just_now_is_neither_listed_nor_swept() {
    let memory = Memory::default();
    memory.run_until(3, || drop(shelf(&memory, "a").create(register("reg", 5), &author(30))));
    let shelf = shelf(&memory, "b");
    assert_eq!(shelf.list().registers, []);
    shelf.sweep(&author(20).at).unwrap();
    assert_eq!(memory.values().len(), 3);
    shelf.sweep(&author(40).at).unwrap();
    assert_eq!(memory.values().len(), 0);
}
