//! Reading register files: the code for it is loaded with the first file.

use exchange::{Incoming, ReadError};

use crate::late::late;
use crate::platform::ids;

late!(more: fn understood(bytes: Vec<u8>) -> Result<Incoming, ReadError> = exchange::read(&bytes, &mut ids::new_id));

/// What is in a register file.
///
/// # Errors
/// Why there is nothing, for the user.
pub async fn read(bytes: Vec<u8>) -> Result<Incoming, String> {
    match understood(bytes).await {
        Ok(read) => read.map_err(|error| error.to_string()),
        Err(_) => Err(NOT_LOADED.to_owned()),
    }
}

const NOT_LOADED: &str = "The part of Heatgrid that reads files could not be loaded. Check the connection to the \
                          network and try again.";
