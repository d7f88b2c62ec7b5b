//! Waiting for what should come. Nothing sleeps for a fixed time; what does not come fails the test with words.

use std::fmt::{Debug, Display};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long something may take. Generous: the machine may be busy with other tests.
pub const PATIENCE: Duration = Duration::from_secs(15);
/// How often it is looked at.
const PAUSE: Duration = Duration::from_millis(40);

/// Waits until there is a value.
///
/// # Errors
/// What the last look said, if there is none in time.
pub fn until<T, E>(mut look: impl FnMut() -> Result<T, E>) -> Result<T, E> {
    let start = Instant::now();
    loop {
        match look() {
            Ok(value) => return Ok(value),
            Err(error) if start.elapsed() > PATIENCE => return Err(error),
            Err(_) => sleep(PAUSE),
        }
    }
}

/// The value, or the end of the test at the line that called.
#[track_caller]
pub fn or_fail<T>(result: Result<T, impl Display>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{error}"),
    }
}

/// Waits until a condition holds.
#[track_caller]
pub fn for_(what: &str, mut condition: impl FnMut() -> bool) {
    let held = until(|| if condition() { Ok(()) } else { Err(()) });
    assert!(held.is_ok(), "waited in vain for: {what}");
}

/// Waits until a value is as expected, and shows how it was instead if it never is.
#[track_caller]
pub fn equal<A: PartialEq<B> + Debug, B: Debug>(what: &str, expected: B, mut look: impl FnMut() -> A) {
    let found = until(|| {
        let value = look();
        if value == expected { Ok(()) } else { Err(value) }
    });
    if let Err(value) = found {
        panic!("{what}:\n  expected {expected:?}\n     found {value:?}");
    }
}

/// Asserts that a condition goes on holding for a while: for what must *not* come.
#[track_caller]
pub fn stays(what: &str, how_long: Duration, mut condition: impl FnMut() -> bool) {
    let start = Instant::now();
    while start.elapsed() < how_long {
        assert!(condition(), "did not stay: {what}");
        sleep(PAUSE);
    }
}
