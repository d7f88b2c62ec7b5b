//! Registers → bytes.

use register::{File, Register};

/// The registers as a file: JSON with two blanks per level and a newline at the end.
///
/// Equal registers give equal bytes: fields stand in the order of the model, unknown fields after them sorted by name.
#[expect(
    clippy::expect_used,
    reason = "an empty file in place of a register would be worse than the page that says so"
)]
pub fn write(registers: &[Register]) -> Vec<u8> {
    let file = File::of(registers.to_vec());
    let mut bytes = serde_json::to_vec_pretty(&file).expect("text keys and plain values can always be written as JSON");
    bytes.push(b'\n');
    bytes
}
