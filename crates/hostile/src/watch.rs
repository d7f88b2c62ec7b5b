//! Ends the tests if an input holds the reader up.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How long an input may take. Sound ones take a few thousandths of it: it tells a hang, not a slow machine.
const LIMIT: Duration = Duration::from_secs(2);
/// The limit is counted in steps of the watching thread, which a halted machine halts too.
const STEPS: u32 = 20;

/// Watches over one reader.
pub(crate) struct Watch {
    /// How many inputs have begun and ended: odd while one is read.
    at: Arc<AtomicU64>,
    input: Arc<Mutex<Vec<u8>>>,
}

impl Watch {
    /// Starts watching; what hangs is kept in the folder.
    pub(crate) fn start(folder: PathBuf) -> Self {
        let it = Self { at: Arc::default(), input: Arc::default() };
        let (at, input) = (Arc::downgrade(&it.at), Arc::clone(&it.input));
        std::thread::spawn(move || {
            let (mut seen, mut steps) = (0, 0);
            while let Some(at) = at.upgrade() {
                let now = at.load(Ordering::Acquire);
                drop(at);
                steps = if now == seen && now % 2 == 1 { steps + 1 } else { 0 };
                seen = now;
                if steps > STEPS {
                    let input = input.lock().map(|input| input.clone()).unwrap_or_default();
                    let kept = super::pool::keep(&folder, "hang", &input);
                    eprintln!("an input takes more than {} seconds: {}", LIMIT.as_secs(), kept.display());
                    std::process::abort();
                }
                std::thread::sleep(LIMIT / STEPS);
            }
        });
        it
    }

    /// Does something with an input, watched.
    pub(crate) fn over<T>(&self, input: &[u8], what: impl FnOnce() -> T) -> T {
        if let Ok(mut kept) = self.input.lock() {
            kept.clear();
            kept.extend_from_slice(input);
        }
        self.at.fetch_add(1, Ordering::AcqRel);
        let result = what();
        self.at.fetch_add(1, Ordering::AcqRel);
        result
    }
}
