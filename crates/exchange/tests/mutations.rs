//! Broken files of every kind: reading never panics, and what it lets in can be written and read for good.

mod common;

use exchange::{Incoming, ReadError};
use register::Criteria;

/// SplitMix64: the same damage in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let it = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (it ^ (it >> 31)) as usize % end
    }
}

/// A file of few bytes, so that the damage hits everything: a sample's second risk and a little of its criteria.
fn small() -> Vec<u8> {
    let mut registers = common::registers(common::read(&common::sample("2021-corporate-cards")).expect("a sample"));
    let register = &mut registers[0];
    register.criteria = Criteria {
        bands: register.criteria.bands.split_off(1),
        matrix: vec![vec![1, 2], vec![2, 4]],
        ..Criteria::default()
    };
    register.risks = register.risks.drain(2..3).collect();
    let risk = &mut register.risks[0];
    risk.controls.truncate(1);
    [&mut risk.triggers, &mut risk.causes, &mut risk.consequences].into_iter().for_each(|points| points.truncate(1));
    exchange::write(&registers)
}

/// Pieces that mean something in JSON or in text.
const PIECES: [&[u8]; 16] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b",",
    b":",
    b"\\",
    b"\\ud800",
    b"\0",
    b"\xFF",
    b"\xEF\xBB\xBF",
    b"1e999",
    b"null",
    b"-",
    b"\n",
];

fn damage(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let at = dice.below(bytes.len());
    match dice.below(7) {
        0 => bytes[at] = dice.below(256) as u8,
        1 => bytes[at] ^= 1 << dice.below(8),
        2 => bytes.truncate(at.max(1)),
        3 => drop(bytes.drain(at..(at + 1 + dice.below(40)).min(bytes.len()))),
        4 => drop(bytes.splice(at..at, PIECES[dice.below(PIECES.len())].iter().copied())),
        5 => {
            let piece = bytes[at..(at + 1 + dice.below(200)).min(bytes.len())].to_vec();
            let to = dice.below(bytes.len());
            drop(bytes.splice(to..to, piece));
        }
        // A value of another shape: digits for a text's first letter, or the other way round.
        _ => {
            if let Some(colon) = bytes[at..].windows(2).position(|pair| pair == b": ") {
                let piece = [&b"12.5"[..], b"\"4\"", b"[", b"{\"a\": 1}", b"true, \"x\": "][dice.below(5)];
                drop(bytes.splice(at + colon + 2..at + colon + 3, piece.iter().copied()));
            }
        }
    }
    if bytes.is_empty() {
        bytes.push(b' ');
    }
}

/// Reads; what is let in must read back the same for good.
fn check(bytes: &[u8]) -> Result<Incoming, ReadError> {
    let incoming = common::read(bytes)?;
    let written = exchange::write(&common::registers(incoming.clone()));
    let second = common::read(&written).unwrap_or_else(|error| panic!("{error}\n{}", String::from_utf8_lossy(bytes)));
    assert_eq!(exchange::write(&common::registers(second)), written, "{}", String::from_utf8_lossy(bytes));
    Ok(incoming)
}

#[test]
fn thousands_of_damaged_files_do_no_harm() {
    let whole = small();
    let mut dice = Dice(2024);
    let (mut opened, mut odd, mut reasons) = (0, 0, std::collections::HashSet::new());
    for round in 0..4000 {
        let mut bytes = whole.clone();
        for _ in 0..=round % 3 {
            damage(&mut bytes, &mut dice);
        }
        match check(&bytes) {
            Ok(incoming) => {
                opened += 1;
                odd += usize::from(incoming.registers.iter().any(|it| !it.report.is_empty()));
            }
            Err(error) => {
                assert!(!error.to_string().is_empty());
                reasons.insert(std::mem::discriminant(&error));
            }
        }
    }
    // The damage must reach beyond the first bracket to be worth anything.
    assert!(opened > 500, "{opened} of 4000 could be opened");
    assert!(odd > 200, "{odd} of them had something odd");
    assert!(reasons.len() >= 4, "{} reasons to refuse", reasons.len());
}

#[test]
fn noise_does_no_harm() {
    let mut dice = Dice(7);
    for length in 0..500 {
        let noise: Vec<u8> = (0..length).map(|_| dice.below(256) as u8).collect();
        assert!(check(&noise).is_err());
        let json: Vec<u8> = (0..length).flat_map(|_| PIECES[dice.below(PIECES.len())].to_vec()).collect();
        assert!(check(&[b"{", json.as_slice()].concat()).is_err());
    }
}

#[test]
fn each_byte_of_a_file_may_be_lost() {
    let whole = small();
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes.remove(at);
        drop(check(&bytes));
    }
}
