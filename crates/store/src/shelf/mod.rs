//! All registers of a storage.

mod aside;
mod bin;
mod list;
mod load;
mod settings;
mod usage;

pub use aside::Aside;
pub(crate) use aside::{copy as copy_aside, note as note_aside, take as take_aside};
pub use list::{Highest, Listing, Summary};
pub(crate) use load::{Loaded, Loading, keys_of, load};
pub use settings::Settings;
pub use usage::Usage;

use register::{Id, Register};

use crate::book::{Book, Creating, Opening};
use crate::log::Author;
use crate::storage::{Failure, Storage};

/// Why a register could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// There is no such register (any more).
    Missing,
    /// A newer version of the product wrote it; this one leaves it alone.
    Newer,
    /// The storage failed.
    Storage(Failure),
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing => f.write_str("The register is not there any more."),
            Self::Newer => {
                f.write_str("A newer version of Heatgrid made this register. Load the page again to open it.")
            }
            Self::Storage(failure) => failure.fmt(f),
        }
    }
}

impl std::error::Error for OpenError {}

impl From<Failure> for OpenError {
    fn from(failure: Failure) -> Self {
        Self::Storage(failure)
    }
}

/// All registers of a storage.
#[derive(Clone, Debug)]
pub struct Shelf<S> {
    storage: S,
    tab: String,
}

impl<S: Storage + Clone> Shelf<S> {
    /// The registers of a storage. `tab` names this load of the page: another load, also of a duplicated tab, must
    /// have another name.
    pub fn new(storage: S, tab: String) -> Self {
        Self { storage, tab }
    }

    /// Whether anything of a register of this id is in the storage, also what is just being written.
    ///
    /// # Errors
    /// [`Failure`] of the storage.
    pub fn has(&self, id: &Id) -> Result<bool, Failure> {
        Ok(keys_of(&self.storage)?.contains_key(id))
    }

    /// Puts a register on the shelf and opens it. Its id must be new. If the storage fails, the register is in memory
    /// and can be worked on; [`Book::saved`] tells.
    ///
    /// Risks without an id, or with one that another risk has, get one of their own.
    pub fn create(&self, register: Register, author: &Author) -> Book<S> {
        self.begin(register, author).finish()
    }

    /// The same, some risks at a time. Other registers may be opened and changed between the steps.
    pub fn begin(&self, register: Register, author: &Author) -> Creating<S> {
        Creating::new(self.storage.clone(), self.tab.clone(), register, author)
    }

    /// Opens a register, and completes what a stop had cut off. A register must not be open twice in one page: two
    /// books of the same tab would give the same number to different changes.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(&self, id: &Id) -> Result<Book<S>, OpenError> {
        self.begin_to_open(id)?.finish()
    }

    /// The same, some risks at a time. Other tabs may change the register between the steps. Nothing is written before
    /// the end, so that an opening may be given up.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn begin_to_open(&self, id: &Id) -> Result<Opening<S>, OpenError> {
        Opening::new(self.storage.clone(), self.tab.clone(), id)
    }
}
