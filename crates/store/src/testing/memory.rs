//! A storage in memory that fails on demand, and counts.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::storage::{Failure, Storage};

/// One write: the key, and the value if it was not removed.
pub type Write = (String, Option<String>);

#[derive(Debug, Default)]
struct Inner {
    values: BTreeMap<String, String>,
    writes: Vec<Write>,
    attempts: usize,
    stop_after: Option<usize>,
    failing: std::ops::Range<usize>,
    quota: Option<usize>,
    blocked: bool,
}

/// The page is closed. Unwinding ends it at once, without the noise of a panic.
struct Stop;

/// A storage in memory that fails on demand. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct Memory(Rc<RefCell<Inner>>);

impl Memory {
    /// All keys and values.
    pub fn values(&self) -> BTreeMap<String, String> {
        self.0.borrow().values.clone()
    }

    /// A storage with these keys and values.
    pub fn of(values: BTreeMap<String, String>) -> Self {
        let it = Self::default();
        it.0.borrow_mut().values = values;
        it
    }

    /// The number of writes tried so far.
    pub fn attempts(&self) -> usize {
        self.0.borrow().attempts
    }

    /// The writes that were done since this was asked last.
    pub fn take_writes(&self) -> Vec<Write> {
        std::mem::take(&mut self.0.borrow_mut().writes)
    }

    /// Runs a page that is closed after that many writes. Tells whether it came to an end before.
    ///
    /// # Panics
    /// If the page does.
    pub fn run_until(&self, writes: usize, page: impl FnOnce()) -> bool {
        let stop = self.attempts() + writes;
        self.0.borrow_mut().stop_after = Some(stop);
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(page));
        self.0.borrow_mut().stop_after = None;
        match result {
            Ok(()) => true,
            Err(cause) if cause.is::<Stop>() => false,
            Err(cause) => std::panic::resume_unwind(cause),
        }
    }

    /// That many writes fail from the n-th from now (from 1) on.
    pub fn fail(&self, nth: usize, count: usize) {
        let mut inner = self.0.borrow_mut();
        let first = inner.attempts + nth;
        inner.failing = first..first.saturating_add(count);
    }

    /// Ends all failing.
    pub fn heal(&self) {
        let mut inner = self.0.borrow_mut();
        inner.failing = 0..0;
        inner.quota = None;
        inner.blocked = false;
    }

    /// Room for that many UTF-16 units of keys and values.
    pub fn set_quota(&self, units: usize) {
        self.0.borrow_mut().quota = Some(units);
    }

    /// Whether all access fails.
    pub fn block(&self, blocked: bool) {
        self.0.borrow_mut().blocked = blocked;
    }

    /// Everything is gone, as when the user clears the site's data.
    pub fn clear(&self) {
        self.0.borrow_mut().values.clear();
    }

    /// Puts a value there, uncounted.
    pub fn put(&self, key: &str, value: &str) {
        self.0.borrow_mut().values.insert(key.to_owned(), value.to_owned());
    }

    /// Units in use.
    pub fn used(&self) -> usize {
        let inner = self.0.borrow();
        inner.values.iter().map(|(key, value)| units(key) + units(value)).sum()
    }

    /// Counts a write; fails if it is to fail.
    fn attempt(&self) -> Result<(), Failure> {
        let mut inner = self.0.borrow_mut();
        let now = inner.attempts + 1;
        if inner.stop_after.is_some_and(|stop| now > stop) {
            drop(inner);
            std::panic::resume_unwind(Box::new(Stop));
        }
        inner.attempts = now;
        if inner.blocked {
            return Err(Failure::Blocked);
        }
        if inner.failing.contains(&now) {
            return Err(Failure::Full);
        }
        Ok(())
    }

    fn read(&self) -> Result<(), Failure> {
        if self.0.borrow().blocked { Err(Failure::Blocked) } else { Ok(()) }
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

impl Storage for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, Failure> {
        self.read()?;
        Ok(self.0.borrow().values.get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Failure> {
        self.attempt()?;
        let used = if self.0.borrow().quota.is_some() { self.used() } else { 0 };
        let mut inner = self.0.borrow_mut();
        let before = inner.values.get(key).map_or(0, |old| units(key) + units(old));
        let after = units(key) + units(value);
        if inner.quota.is_some_and(|quota| after > before && used - before + after > quota) {
            return Err(Failure::Full);
        }
        inner.values.insert(key.to_owned(), value.to_owned());
        inner.writes.push((key.to_owned(), Some(value.to_owned())));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Failure> {
        self.attempt()?;
        let mut inner = self.0.borrow_mut();
        inner.values.remove(key);
        inner.writes.push((key.to_owned(), None));
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Failure> {
        self.read()?;
        Ok(self.0.borrow().values.keys().cloned().collect())
    }
}
