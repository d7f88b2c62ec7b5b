//! What several tests of this crate need.
#![allow(dead_code, reason = "each test uses its part")]

use std::path::PathBuf;

use exchange::{Incoming, IncomingRegister, ReadError};
use register::{Id, Register};

/// The samples by their base names.
pub const SAMPLES: [&str; 5] = [
    "2016-directorate-grid",
    "2017-directorate-grid-and-matrix",
    "2018-directorate-summary",
    "2021-corporate-cards",
    "2024-directorate-cards",
];

/// A path in the project.
pub fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)
}

/// The bytes of a sample.
pub fn sample(name: &str) -> Vec<u8> {
    let path = path(&format!("samples/{name}.json"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Reads with new ids `new-1`, `new-2`, ….
pub fn read(bytes: &[u8]) -> Result<Incoming, ReadError> {
    let mut count = 0;
    exchange::read(bytes, &mut || {
        count += 1;
        Id(format!("new-{count}"))
    })
}

/// The registers that were read.
pub fn registers(incoming: Incoming) -> Vec<Register> {
    incoming.registers.into_iter().map(|it| it.register).collect()
}

/// Reads a file that has one register with these risks (JSON).
pub fn read_risks(risks: &str) -> IncomingRegister {
    let mut incoming = read(file(&format!(r#"{{"id": "g", "risks": [{risks}]}}"#)).as_bytes()).expect("it can be read");
    assert_eq!(incoming.report, []);
    incoming.registers.remove(0)
}

/// A file with these registers (JSON).
pub fn file(registers: &str) -> String {
    format!(r#"{{"format": "heatgrid", "version": 1, "registers": [{registers}]}}"#)
}
