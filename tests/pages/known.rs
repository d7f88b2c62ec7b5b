//! What the tests know by heart: the register of the fixture `four-risks.heatgrid.json`, and how files are compared.

use std::path::Path;

use register::{Axis, Criteria, Register, presets};

/// The fixture's file name.
pub const FOUR_RISKS: &str = "four-risks.heatgrid.json";
/// Its title.
pub const TITLE: &str = "Services to children 2031";
/// The title of its risk 1: High, residual 4 × 4, owned by [`DIRECTOR`].
pub const CASELOADS: &str = "Caseloads grow beyond what social workers can carry";
/// The title of its risk 2 (CR): High, residual 3 × 5.
pub const BUDGET: &str = "The budget runs out before the year does";
/// The title of its risk 3: Medium, residual 2 × 3, owned by [`DIRECTOR`] too.
pub const FIRE: &str = "Records are lost in a fire";
/// The title of its risk 4: Low, residual 1 × 2, closed.
pub const PAYROLL: &str = "The old payroll fails";
/// An owner of two of its risks.
pub const DIRECTOR: &str = "Director of Children's Services";

/// How the page names a cell of the usual matrix: `Likelihood 3 Possible, Impact 5 Very high`.
pub fn cell_name(likelihood: u8, impact: u8) -> String {
    cell_name_in(&presets::five_by_five(), likelihood, impact)
}

/// How the page names a cell of a register's own matrix.
pub fn cell_name_in(criteria: &Criteria, likelihood: u8, impact: u8) -> String {
    let level = |axis: &Axis, level: u8| {
        format!("{} {level} {}", axis.name, axis.levels[usize::from(level) - 1].label).trim_end().to_owned()
    };
    format!("{}, {}", level(&criteria.likelihood, likelihood), level(&criteria.impact, impact))
}

/// The registers of a file, read by the app's own reader; no oddity is allowed.
#[track_caller]
pub fn registers(bytes: &[u8]) -> Vec<Register> {
    let mut count = 0;
    let mut ids = || {
        count += 1;
        register::Id(format!("given-{count}"))
    };
    let incoming = exchange::read(bytes, &mut ids).expect("the file cannot be read");
    incoming.registers.into_iter().map(|it| it.register).collect()
}

/// The only register of a file.
#[track_caller]
pub fn register_of(bytes: &[u8]) -> Register {
    let mut registers = registers(bytes);
    assert_eq!(registers.len(), 1, "the file should hold one register");
    registers.remove(0)
}

/// The only register of a file on the disk.
#[track_caller]
pub fn register_in(path: &Path) -> Register {
    register_of(&std::fs::read(path).expect("the file is not there"))
}

/// A register without its own id, which each browser gives anew.
pub fn without_id(register: &Register) -> Register {
    Register { id: register::Id::default(), ..register.clone() }
}
