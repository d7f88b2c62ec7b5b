//! The outermost object of a file: format, version, registers.

use register::{FORMAT, VERSION};
use serde_json::{Map, Value};

use super::ReadError;
use crate::report::{Lines, Weight};

/// The registers of a file as they came. What is odd around them goes into the report.
pub(super) fn open(value: Value, report: &mut Lines) -> Result<Vec<Value>, ReadError> {
    let mut file = match value {
        Value::Object(file) => file,
        _ => return Err(ReadError::List),
    };
    recognise(&file)?;
    // Version 1 is the first. When there is a second, its step from the first belongs here, on `file`.
    version(&file, report)?;
    let Some(Value::Array(registers)) = file.remove("registers") else {
        return Err(ReadError::NoRegister);
    };
    for name in ["$schema", "format", "version"] {
        file.remove(name);
    }
    for (name, value) in file {
        let message = "This stands beside the registers, where nothing else is known. It is not taken over.";
        report.whole(&name, &value.to_string(), message, Weight::LeftOut);
    }
    Ok(registers)
}

fn recognise(file: &Map<String, Value>) -> Result<(), ReadError> {
    match file.get("format") {
        Some(Value::String(name)) if name == FORMAT => Ok(()),
        Some(Value::String(name)) => Err(ReadError::Foreign(name.chars().take(40).collect())),
        None if file.contains_key("risks") => Err(ReadError::BareRegister),
        _ => Err(ReadError::Unnamed),
    }
}

fn version(file: &Map<String, Value>, report: &mut Lines) -> Result<(), ReadError> {
    let version = match file.get("version") {
        Some(Value::Number(number)) => number.as_u64(),
        Some(Value::String(text)) => text.trim().parse().ok().inspect(|_| {
            report.whole("Version", text, "A number written as text. It was read as a number.", Weight::Mended);
        }),
        _ => None,
    };
    match version {
        Some(version) if version > u64::from(VERSION) => Err(ReadError::Newer(version)),
        Some(1..) => Ok(()),
        _ => Err(ReadError::NoVersion),
    }
}
