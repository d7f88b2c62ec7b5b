//! A copy of each register on each day it is worked on: what helps after a mistake that is noticed days later.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use register::Id;

use super::App;
use crate::erased::spawn;
use crate::late::late;
use crate::platform::clock;
use crate::platform::copies::{self, Copy};

/// The setting that says that no copies are wanted.
pub const OFF: &str = "no-daily-copies";
/// How many days are kept of a register.
const DAYS: usize = 7;
/// How many bytes all copies may have: some hundred registers of the usual size, seven times.
const BUDGET: usize = 40 << 20;

/// Makes a copy of the open register, once a day; or lets go of all copies of a register that is gone.
pub type Copier = fn(App, Option<Id>);

late!(more: fn copier() -> Copier = copy);

thread_local! {
    static COPIER: Cell<Option<Copier>> = const { Cell::new(None) };
    /// Of which register, on which day, a copy has been seen to.
    static SEEN_TO: RefCell<(Id, String)> = RefCell::default();
}

/// Loads the code that makes copies; tells whether it is there.
pub async fn load() -> bool {
    let copier = copier().await.ok();
    COPIER.set(copier);
    copier.is_some()
}

impl App {
    /// Sees to a copy of the open register, once the code for it is there. Called every few seconds.
    pub(super) fn copy_daily(self) {
        if let Some(copier) = COPIER.get() {
            copier(self, None);
        }
    }

    /// Lets go of the copies of a register that is deleted for good.
    pub(super) fn forget_copies(self, id: Id) {
        // Where the code could not be loaded, there is none of it open, and the copies go with the days.
        if let Some(copier) = COPIER.get() {
            copier(self, Some(id));
        }
    }
}

fn copy(app: App, gone: Option<Id>) {
    if let Some(id) = gone {
        // It may come back with a file.
        SEEN_TO.take();
        return forget(id);
    }
    let Some(id) = app.with_register(|register| Some(register.id.clone())) else { return };
    let now = (id, clock::today().iso());
    if untrack(|| app.noted(OFF)).is_some() || SEEN_TO.with_borrow(|seen| *seen == now) {
        return;
    }
    SEEN_TO.set(now.clone());
    keep(app, now.0, now.1);
}

fn keep(app: App, id: Id, day: String) {
    spawn(async move {
        // A browser that has no room for copies, or no database, goes without: the settings say so.
        let Ok(all) = copies::all().await else { return };
        if all.iter().any(|copy| copy.register == id.as_str() && copy.day == day) {
            return;
        }
        let read = app.with_register(|register| {
            let is_it = register.id == id;
            is_it.then(|| {
                (register.title.clone(), register.risks.len(), exchange::write(std::slice::from_ref(register)))
            })
        });
        let Some((title, risks, bytes)) = read else { return };
        let bytes: &[u8] = bytes.as_ref();
        let copy = Copy { register: id.to_string(), day, title, risks, size: bytes.len() };
        let mut after = all;
        after.push(copy.clone());
        let gone = surplus(&after);
        if copies::keep(&copy, bytes).await.is_ok() && !gone.is_empty() {
            copies::forget(&gone).await.unwrap_or_default();
        }
    });
}

fn forget(id: Id) {
    spawn(async move {
        if let Ok(mut all) = copies::all().await {
            all.retain(|copy| copy.register == id.as_str());
            copies::forget(&all).await.unwrap_or_default();
        }
    });
}

/// Those that go: what is older than the last [`DAYS`] of its register, then the oldest of all until the rest keeps to the
/// [`BUDGET`]. The newest of each register stays. `all` has the oldest day first.
fn surplus(all: &[Copy]) -> Vec<Copy> {
    let newer = |place: usize| all[place + 1..].iter().filter(|it| it.register == all[place].register).count();
    let (mut gone, mut total) = (Vec::new(), all.iter().map(|copy| copy.size).sum::<usize>());
    let places: Vec<(usize, &Copy)> = all.iter().enumerate().collect();
    for (place, copy) in &places {
        if newer(*place) >= DAYS {
            total -= copy.size;
            gone.push((*copy).clone());
        }
    }
    for (place, copy) in &places {
        if total > BUDGET && newer(*place) > 0 && !gone.contains(copy) {
            total -= copy.size;
            gone.push((*copy).clone());
        }
    }
    gone
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copy(register: &str, day: u8, size: usize) -> Copy {
        Copy { register: register.to_owned(), day: format!("2026-11-{day:02}"), size, ..Copy::default() }
    }

    #[test]
    fn the_last_seven_days_of_each_register_stay() {
        let mut all: Vec<Copy> = (1..=9).map(|day| copy("a", day, 10)).collect();
        all.insert(0, copy("b", 1, 10));
        let gone: Vec<_> = surplus(&all).into_iter().map(|copy| (copy.register, copy.day)).collect();
        assert_eq!(gone, [("a".to_owned(), "2026-11-01".to_owned()), ("a".to_owned(), "2026-11-02".to_owned())]);
    }

    #[test]
    fn what_is_too_much_goes_oldest_first_and_never_the_newest_of_a_register() {
        let half = BUDGET / 2;
        let all = [copy("old", 1, half), copy("a", 2, half), copy("a", 3, half), copy("a", 4, half)];
        let gone: Vec<_> = surplus(&all).into_iter().map(|copy| copy.day).collect();
        assert_eq!(gone, ["2026-11-02", "2026-11-03"]);
        assert!(surplus(&[copy("a", 1, 3 * half)]).is_empty());
    }
}
