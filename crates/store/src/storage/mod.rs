//! What is asked of a storage, and how it fails.

use std::rc::Rc;

/// Why the storage did not do what it was asked. Shown to the user as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No room is left.
    Full,
    /// The browser does not let the page store anything.
    Blocked,
    /// Anything else, in plain words.
    Other(String),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Full => "The space that the browser gives this page is used up.",
            Self::Blocked => "The browser does not let this page store anything.",
            Self::Other(words) => words,
        })
    }
}

impl std::error::Error for Failure {}

/// A storage of text under text keys. A write of one key is whole or does not happen; nothing more is assumed.
pub trait Storage {
    /// The value of a key.
    ///
    /// # Errors
    /// [`Failure`] if the storage cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, Failure>;

    /// Writes a value.
    ///
    /// # Errors
    /// [`Failure`]; the key then holds what it held.
    fn set(&self, key: &str, value: &str) -> Result<(), Failure>;

    /// Removes a key; nothing happens if it is not there.
    ///
    /// # Errors
    /// [`Failure`]; the key then holds what it held.
    fn remove(&self, key: &str) -> Result<(), Failure>;

    /// All keys, in any order.
    ///
    /// # Errors
    /// [`Failure`] if the storage cannot be read.
    fn keys(&self) -> Result<Vec<String>, Failure>;
}

macro_rules! pointer {
    ($($of:ty),*) => {$(
        impl<S: Storage + ?Sized> Storage for $of {
            fn get(&self, key: &str) -> Result<Option<String>, Failure> {
                (**self).get(key)
            }

            fn set(&self, key: &str, value: &str) -> Result<(), Failure> {
                (**self).set(key, value)
            }

            fn remove(&self, key: &str) -> Result<(), Failure> {
                (**self).remove(key)
            }

            fn keys(&self) -> Result<Vec<String>, Failure> {
                (**self).keys()
            }
        }
    )*};
}
pointer!(&S, Rc<S>);
