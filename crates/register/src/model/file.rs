//! The outermost object of a file.

use serde::Serialize;

use super::Register;
use crate::record::Extra;

/// The name of the format, the first thing checked when a file is opened.
pub const FORMAT: &str = "heatgrid";
/// The version of the format this code writes.
pub const VERSION: u16 = 1;
/// The value of `$schema`: names the schema without asking any network for it.
pub const SCHEMA: &str = "urn:heatgrid:register:1";

/// A file: one register or several.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct File {
    /// Names the schema: always `urn:heatgrid:register:1`.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Always `heatgrid`.
    pub format: String,
    /// The version of the format, from 1.
    pub version: u16,
    /// The registers.
    pub registers: Vec<Register>,
    /// Fields of the file that this version does not know, as they came.
    #[serde(flatten)]
    pub extra: Extra,
}

impl File {
    /// A file of this version with these registers.
    pub fn of(registers: Vec<Register>) -> Self {
        Self { schema: SCHEMA.to_owned(), format: FORMAT.to_owned(), version: VERSION, registers, extra: Extra::new() }
    }
}
