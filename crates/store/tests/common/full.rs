//! A storage with something under every kind of key, and all that it holds.

use std::collections::BTreeMap;

use register::{Id, Register};
use store::{Draft, Entry, Settings, Summary};

use super::*;

/// Before which a creation that has not ended is swept away.
pub const MINUTE_AGO: &str = "2026-03-31T12:00:00Z";

fn named(id: &str, risks: usize) -> Register {
    let title = format!("Register {id}");
    Register { id: id.into(), title, ..register("", risks) }
}

/// The register with risks that no other one has, as risks of different registers normally are.
fn apart(mut register: Register) -> Register {
    for risk in &mut register.risks {
        risk.id = Id(format!("{}-{}", register.id, risk.id));
    }
    register
}

fn draft(tab: &str, risk: &str) -> Draft {
    let (field, text) = ("title".into(), format!("Half a sentence of {tab}"));
    Draft { tab: tab.into(), place: Place::Risk(risk.into()), field, text, at: author(30).at }
}

/// Registers with every kind of change, with undo and redo, in the bin, with keys that lag behind the log, half made and
/// half removed; drafts, settings, a value set aside, and a key of another page.
pub fn full() -> BTreeMap<String, String> {
    let memory = Memory::default();
    let (first, second) = (shelf(&memory, "a"), shelf(&memory, "b"));
    drop(first.create(named("one", 4), &author(0)));
    let mut book = second.open(&"one".into()).expect("opens");
    for (at, change) in every_kind().into_iter().enumerate() {
        book.commit(change, &author(at)).expect("applies");
    }
    book.undo(&author(20)).expect("undone");
    book.undo(&author(21)).expect("undone");
    book.redo(&author(22)).expect("done again");
    book.put_draft(&draft("b", "r0")).expect("kept");
    // Opened again, all of it is in the keys and the checkpoint says so.
    drop(first.open(&"one".into()));

    let mut book = first.create(apart(named("two", 3)), &author(0));
    book.commit(title("two-r0", "Said before"), &author(1)).expect("applies");
    drop(second.open(&"two".into()));
    let mut book = first.open(&"two".into()).expect("opens");
    let all = (0..3).map(|at| title(&format!("two-r{at}"), &format!("Batch {at}")));
    book.commit(several(all.collect()), &author(2)).expect("applies");
    assert!(book.is_behind(), "the last of the changes is in the log alone");
    book.put_draft(&draft("a", "two-r1")).expect("kept");

    drop(first.create(apart(named("binned", 1)), &author(0)));
    first.trash(&"binned".into(), &author(3)).expect("in the bin");
    drop(first.create(apart(named("gone", 1)), &author(0)));
    assert!(!memory.run_until(2, || drop(first.purge(&"gone".into()))));
    let mut half = first.begin(apart(named("half", 2)), &Author { at: "2026-03-31T13:00:00Z".into(), ..author(0) });
    half.step(1);
    drop(half);
    let other = [("columns".to_owned(), "number,title".to_owned())].into();
    let settings = Settings { name: "Co-ordinator".into(), theme: "dark".into(), other, ..Settings::default() };
    first.save_settings(&settings).expect("saved");
    memory.put(&format!("{}aside/1/r/one/risk/r9", store::PREFIX), "an earlier loss");
    memory.put("of another page", "7");
    memory.values()
}

/// What a register holds, however it is stored.
#[derive(Debug)]
pub struct Held {
    /// Its line in the list.
    pub listed: Summary,
    /// Its content, history and drafts; `None`: a newer version made it.
    pub open: Option<(Register, Vec<Entry>, Vec<Draft>)>,
}

/// What the registers of a storage hold, as a page sees that has just been loaded.
pub fn held(memory: &Memory, tab: &str) -> BTreeMap<Id, Held> {
    let shelf = shelf(memory, tab);
    shelf.sweep(MINUTE_AGO).expect("the storage works");
    let listing = shelf.list();
    assert_eq!(listing.failure, None);
    let hold = |listed: Summary| {
        let open = match shelf.open(&listed.id) {
            Ok(book) => Some((book.register().clone(), book.history(), book.drafts())),
            Err(_) => None,
        };
        (listed.id.clone(), Held { listed, open })
    };
    listing.registers.into_iter().map(hold).collect()
}
