//! What is on the shelf.

use register::sort::sort;
use register::{Id, Register, Status};

use super::load::PartKeys;
use super::{Aside, OpenError, Shelf, keys_of, load};
use crate::layout::Keys;
use crate::log::{Entry, Stamp};
use crate::storage::{Failure, Storage};

/// What is on the shelf.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// The registers by title, those in the bin among them.
    pub registers: Vec<Summary>,
    /// What could not be understood, now or earlier.
    pub aside: Vec<Aside>,
    /// How the storage failed, if it did; the list is then not complete.
    pub failure: Option<Failure>,
}

/// The highest residual score among the open risks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highest {
    /// The score.
    pub score: u16,
    /// The name of its band; blank where no band reaches down to it.
    pub band: String,
    /// The colour of its band.
    pub colour: String,
}

/// A register in a few words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Its id.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// The organisation path, outermost first.
    pub entity: Vec<String>,
    /// The number of its risks.
    pub risks: usize,
    /// The number of those that are open.
    pub open_risks: usize,
    /// The highest residual score among those.
    pub highest: Option<Highest>,
    /// When it was last changed, as ISO text.
    pub last_changed: Option<String>,
    /// By whom.
    pub by: String,
    /// When it was put into the bin, as ISO text, if it was.
    pub trashed: Option<String>,
    /// Whether a newer version of the product made it: it is then left alone, and nothing else is known of it.
    pub newer: bool,
    /// Whether its head was lost and its risks were found.
    pub recovered: bool,
    /// How much of the storage it takes, in UTF-16 units, as browsers count.
    pub chars: usize,
}

impl<S: Storage + Clone> Shelf<S> {
    /// What is on the shelf. Values that cannot be understood are set aside.
    pub fn list(&self) -> Listing {
        let mut listing = Listing::default();
        listing.failure = self.fill(&mut listing).err();
        sort(&mut listing.registers, |a, b| (&a.title, &a.id).cmp(&(&b.title, &b.id)));
        listing
    }

    fn fill(&self, listing: &mut Listing) -> Result<(), Failure> {
        let usage = self.usage()?;
        let mut left = Vec::new();
        for (id, mut keys) in keys_of(&self.storage)? {
            let chars = usage.registers.get(&id).copied().unwrap_or_default();
            match load(&self.storage, &id, &mut keys) {
                // Nothing of it can be read, and all of that is set aside.
                Ok(loaded) if !keys.head && loaded.risks.is_empty() => left.extend(loaded.aside),
                Ok(loaded) => {
                    let mut register = loaded.head.register;
                    register.risks = loaded.risks.into_iter().map(|(risk, _)| risk.risk).collect();
                    let recovered = loaded.head_raw.is_none();
                    let trashed = loaded.head.trashed.map(|it| it.at);
                    let summary = self.summary(register, &keys)?;
                    listing.registers.push(Summary { chars, recovered, trashed, ..summary });
                    left.extend(loaded.aside);
                }
                Err(OpenError::Newer) => {
                    listing.registers.push(Summary { id, newer: true, chars, ..Summary::default() });
                }
                Err(OpenError::Missing) => {}
                Err(OpenError::Storage(failure)) => return Err(failure),
            }
        }
        left.extend(self.look_at_settings()?);
        listing.aside = self.asides()?;
        // The others were copied, and are among those.
        listing.aside.extend(left.into_iter().filter(|aside| aside.key == aside.original));
        Ok(())
    }

    fn summary(&self, register: Register, keys: &PartKeys) -> Result<Summary, Failure> {
        let open: Vec<_> = register.risks.iter().filter(|risk| risk.status == Status::Open).collect();
        let ratings = open.iter().map(|risk| register.criteria.rate(&risk.residual));
        let highest = ratings.filter_map(|rating| Some((rating.score()?, rating))).max_by_key(|(score, _)| *score);
        let highest = highest.map(|(score, rating)| {
            let band = register.criteria.band(rating).cloned().unwrap_or_default();
            Highest { score, band: band.name, colour: band.colour }
        });
        let last = self.last_entry(&register.id, &keys.log)?;
        Ok(Summary {
            risks: register.risks.len(),
            open_risks: open.len(),
            highest,
            last_changed: last.as_ref().map(|entry| entry.at.clone()),
            by: last.map(|entry| entry.by).unwrap_or_default(),
            id: register.id,
            title: register.title,
            entity: register.entity,
            ..Summary::default()
        })
    }

    /// The newest entry of a log that can be read.
    fn last_entry(&self, id: &Id, log: &[Stamp]) -> Result<Option<Entry>, Failure> {
        let keys = Keys::of(id);
        for stamp in log.iter().rev() {
            let raw = self.storage.get(&keys.log(stamp))?.unwrap_or_default();
            if let Ok(entry) = Entry::read(&raw, stamp) {
                return Ok(Some(entry));
            }
        }
        Ok(None)
    }
}
