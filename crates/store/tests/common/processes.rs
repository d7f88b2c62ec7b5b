//! Tabs in processes of their own, as Chromium runs them: each reads its own copy of the storage and writes to it;
//! the browser passes writes on later, in one order for all. A tab that waits for its own write of a key does not
//! take others' writes of that key: its own will come after them.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use store::testing::Write;
use store::{Failure, Storage};

#[derive(Debug, Default)]
struct Process {
    copy: BTreeMap<String, String>,
    waiting: BTreeMap<String, usize>,
    out: VecDeque<Write>,
    into: VecDeque<(Write, bool)>,
}

#[derive(Debug, Default)]
struct Browser {
    values: BTreeMap<String, String>,
    processes: Vec<Process>,
}

/// The storage as one process sees it.
#[derive(Clone, Debug)]
pub struct Seat {
    browser: Rc<RefCell<Browser>>,
    number: usize,
}

fn write(values: &mut BTreeMap<String, String>, (key, value): &Write) {
    match value {
        Some(value) => drop(values.insert(key.clone(), value.clone())),
        None => drop(values.remove(key)),
    }
}

/// Seats on one storage.
pub fn seats(count: usize, values: BTreeMap<String, String>) -> Vec<Seat> {
    let process = || Process { copy: values.clone(), ..Process::default() };
    let processes = (0..count).map(|_| process()).collect();
    let browser = Rc::new(RefCell::new(Browser { values, processes }));
    (0..count).map(|number| Seat { browser: browser.clone(), number }).collect()
}

impl Seat {
    /// The browser takes this process's oldest write and passes it on.
    pub fn send(&self) -> bool {
        let mut browser = self.browser.borrow_mut();
        let Some(it) = browser.processes[self.number].out.pop_front() else { return false };
        write(&mut browser.values, &it);
        for (number, process) in browser.processes.iter_mut().enumerate() {
            process.into.push_back((it.clone(), number == self.number));
        }
        true
    }

    /// The process takes what the browser has passed on; hands back the event of another's write.
    pub fn receive(&self) -> Option<Write> {
        let process = &mut self.browser.borrow_mut().processes[self.number];
        while let Some((it, own)) = process.into.pop_front() {
            let waiting = process.waiting.entry(it.0.clone()).or_default();
            if own {
                *waiting -= 1;
                continue;
            }
            if *waiting == 0 {
                write(&mut process.copy, &it);
            }
            return Some(it);
        }
        None
    }

    /// What the browser holds, and would open with.
    pub fn values(&self) -> BTreeMap<String, String> {
        self.browser.borrow().values.clone()
    }

    /// What the process sees.
    pub fn copy(&self) -> BTreeMap<String, String> {
        self.browser.borrow().processes[self.number].copy.clone()
    }

    fn note(&self, it: Write) {
        let process = &mut self.browser.borrow_mut().processes[self.number];
        write(&mut process.copy, &it);
        *process.waiting.entry(it.0.clone()).or_default() += 1;
        process.out.push_back(it);
    }
}

impl Storage for Seat {
    fn get(&self, key: &str) -> Result<Option<String>, Failure> {
        Ok(self.browser.borrow().processes[self.number].copy.get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Failure> {
        self.note((key.to_owned(), Some(value.to_owned())));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Failure> {
        self.note((key.to_owned(), None));
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Failure> {
        Ok(self.browser.borrow().processes[self.number].copy.keys().cloned().collect())
    }
}
