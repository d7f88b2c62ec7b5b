//! Broken files of every kind: reading never panics, and what it lets in can be written and read for good.

mod common;

use std::cell::Cell;
use std::path::{Path, PathBuf};

use exchange::locked::{CHECK, ROUNDS, SALT, START};
use exchange::{Incoming, Line, Locked, ReadError, table};
use hostile::{Dice, Pool, Run};
use register::Criteria;

#[global_allocator]
static MEMORY: hostile::Counting = hostile::Counting;

fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name)
}

/// A file of few bytes, so that the damage hits everything: a risk of a sample and a little of its criteria.
fn small(name: &str) -> Vec<u8> {
    let mut registers = common::registers(common::read(&common::sample(name)).expect("a sample"));
    let register = &mut registers[0];
    register.criteria = Criteria {
        bands: register.criteria.bands.drain(..).take(1).collect(),
        matrix: vec![vec![1, 2], vec![2, 4]],
        ..Criteria::default()
    };
    register.risks = register.risks.drain(2..3).collect();
    let risk = &mut register.risks[0];
    risk.controls.truncate(1);
    [&mut risk.triggers, &mut risk.causes, &mut risk.consequences].into_iter().for_each(|points| points.truncate(1));
    exchange::write(&registers)
}

/// Reads; what is let in must read back the same for good.
fn check(bytes: &[u8]) -> Result<Incoming, ReadError> {
    let incoming = common::read(bytes)?;
    let written = exchange::write(&common::registers(incoming.clone()));
    let second = common::read(&written).unwrap_or_else(|error| panic!("{error}\n{}", String::from_utf8_lossy(bytes)));
    assert_eq!(exchange::write(&common::registers(second)), written, "{}", String::from_utf8_lossy(bytes));
    Ok(incoming)
}

fn damaged(sound: &[Vec<u8>], pool: &Pool, dice: &mut Dice) -> Vec<u8> {
    // What can be opened as it is leads furthest in.
    let mut bytes = if dice.below(2) == 0 { sound[dice.below(sound.len())].clone() } else { pool.any(dice) };
    for _ in 0..=dice.below(4) {
        match hostile::damage_json(&bytes, dice) {
            Some(json) if dice.below(3) > 0 => bytes = json,
            _ => hostile::damage_bytes(&mut bytes, dice),
        }
    }
    if dice.below(12) == 0 {
        bytes = hostile::encoded(&String::from_utf8_lossy(&bytes), dice);
    }
    bytes
}

/// Heatgrid in one file, but for all that makes it work.
const PAGE: &str =
    "<!DOCTYPE html><html><script type=\"application/json\" id=\"heatgrid-register\" data-mark=\"\"></script>";

#[test]
fn hostile_files_do_no_harm() {
    let samples = common::SAMPLES.map(common::sample);
    let fixture = std::fs::read(common::path("tests/fixtures/1/four-risks.heatgrid.json")).expect("the fixture");
    let sound = common::SAMPLES.map(small);
    let page = exchange::write_page(PAGE, &common::read(&sound[0]).expect("a register").registers[0].register, "k3");
    let page = page.expect("a page").into_bytes();
    let pool = Pool::new(corpus("files"), samples.into_iter().chain(sound.clone()).chain([fixture, page]));
    let (opened, odd) = (Cell::new(0), Cell::new(0));
    // A list in a list costs 128 bytes where the file has two, and the check holds it several times.
    let run = Run { name: "files", inputs: 6_000, share: 0.5, memory: (1_000, 1 << 18) };
    run.over(
        pool,
        |pool, dice| damaged(&sound, pool, dice),
        |bytes| match check(bytes) {
            Ok(incoming) => {
                opened.set(opened.get() + 1);
                let told = |line: &Line| format!("{:?} {}", line.weight, line.message);
                let lines = incoming.registers.iter().flat_map(|it| &it.report).chain(&incoming.report);
                let outcome = hostile::outcome(lines.map(told));
                odd.set(odd.get() + usize::from(!outcome.is_empty()));
                outcome
            }
            Err(error) => {
                assert!(!error.to_string().is_empty());
                format!("{:?}", std::mem::discriminant(&error))
            }
        },
    );
    // The damage must reach beyond the first bracket to be worth anything.
    assert!(opened.get() > 1_500, "{} could be opened", opened.get());
    assert!(odd.get() > 600, "{} of them had something odd", odd.get());
}

#[test]
fn hostile_files_with_a_password_do_no_harm() {
    let (salt, check, start) = (vec![1; SALT], vec![2; CHECK], vec![3; START]);
    let sound = [Locked { rounds: ROUNDS, salt, check, start, data: vec![4; 60] }.write()];
    let run = Run { name: "files with a password", inputs: 1_000, share: 0.05, memory: (1_000, 1 << 18) };
    let pool = Pool::new(corpus("locked"), sound.clone());
    run.over(
        pool,
        |pool, dice| damaged(&sound, pool, dice),
        |bytes| match common::read(bytes) {
            Err(ReadError::Locked(locked)) => {
                assert_eq!(common::read(&locked.write()), Err(ReadError::Locked(locked.clone())));
                format!("{} {}", locked.rounds == ROUNDS, locked.data.len().min(61))
            }
            Ok(_) => "open".to_owned(),
            Err(error) => format!("{:?}", std::mem::discriminant(&error)),
        },
    );
}

#[test]
fn hostile_blocks_of_cells_do_no_harm() {
    let make = |pool: &Pool, dice: &mut Dice| {
        let mut text = String::from_utf8_lossy(&pool.any(dice)).into_owned();
        (0..=dice.below(6)).for_each(|_| hostile::damage_text(&mut text, dice));
        text.into_bytes()
    };
    let run = Run { name: "blocks of cells", inputs: 2_000, share: 0.05, memory: (400, 1 << 16) };
    run.over(Pool::new(corpus("cells"), []), make, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        let rows = table::read_tsv(&text);
        assert_eq!(table::read_tsv(&table::tsv(&rows)), rows);
        let html = table::html(&rows);
        assert_eq!(html.matches("<tr>").count(), rows.len());
        let kind = |cell: &String| cell.chars().find(|it| !it.is_alphanumeric()).map_or('a', |it| it);
        let row = |row: &Vec<String>| row.iter().take(4).map(kind).collect::<String>();
        hostile::outcome(rows.iter().take(3).map(row))
    });
}

#[test]
fn noise_does_no_harm() {
    let mut dice = Dice::new(7);
    for length in 0..500 {
        let noise: Vec<u8> = (0..length).map(|_| dice.below(256) as u8).collect();
        assert!(check(&noise).is_err());
        let mut json = b"{".to_vec();
        (0..length).for_each(|_| {
            json.extend(dice.one(&["{", "}", "[", "]", "\"", ",", ":", "\\", "1e999", "null", "\n"]).bytes())
        });
        assert!(check(&json).is_err());
    }
}

#[test]
fn each_byte_of_a_file_may_be_lost() {
    let whole = small("2021-corporate-cards");
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes.remove(at);
        drop(check(&bytes));
    }
}
