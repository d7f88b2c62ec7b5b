//! Reading register files: the code for it is loaded with the first file.

use exchange::{Incoming, Locked, ReadError};

use crate::late::late;
use crate::platform::ids;

late!(more: fn understood(bytes: Vec<u8>) -> Result<Incoming, ReadError> = exchange::read(&bytes, &mut ids::new_id));

/// Why nothing was read.
pub enum Unread {
    /// A password opens the file.
    Locked(Box<Locked>),
    /// Nothing can be made of it, for this reason.
    Wrong(String),
}

impl Unread {
    /// The reason, for the user.
    pub fn words(self) -> String {
        match self {
            Self::Locked(locked) => ReadError::Locked(locked).to_string(),
            Self::Wrong(words) => words,
        }
    }
}

/// What is in a register file.
///
/// # Errors
/// [`Unread`].
pub async fn read(bytes: Vec<u8>) -> Result<Incoming, Unread> {
    match understood(bytes).await {
        Ok(read) => read.map_err(|error| match error {
            ReadError::Locked(locked) => Unread::Locked(locked),
            error => Unread::Wrong(error.to_string()),
        }),
        Err(_) => Err(Unread::Wrong(NOT_LOADED.to_owned())),
    }
}

const NOT_LOADED: &str = "The part of Heatgrid that reads files could not be loaded. Check the connection to the \
                          network and try again.";
