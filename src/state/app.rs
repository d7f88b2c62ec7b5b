//! The page's state in one value that every component can have.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use register::change::Touched;
use register::{Id, Register, Risk};
use store::{Author, Saved, Settings, Shelf};

use super::books::{Books, OpenBook, Opened};
use super::shelf::UNTITLED;
use super::sync::Whereabouts;
use super::{Busy, Imports, Message};
use crate::erased::spawn;
use crate::fields;
use crate::platform::{clock, ids, journal};
use crate::route::{Place, Route};
use crate::storage::Browser;

/// The page's state. Copies share it.
///
/// The open register lives in a [book](OpenBook), plain data; the signals mirror it, one for each risk, so that an edit repaints
/// only what shows the risk it touched.
#[derive(Clone, Copy)]
pub struct App {
    /// The id of this tab, and the one it had before it was reloaded.
    tabs: StoredValue<(String, Option<String>)>,
    /// All registers in the browser's storage.
    pub shelf: StoredValue<Shelf<Browser>, LocalStorage>,
    /// The open register.
    pub(super) book: StoredValue<Option<Box<dyn OpenBook>>, LocalStorage>,
    /// Registers that were left while the storage failed.
    pub(super) parked: StoredValue<Vec<Box<dyn OpenBook>>, LocalStorage>,
    /// How many those are.
    pub parked_count: RwSignal<usize>,
    /// How many registers are being stored just now, which are nowhere else before the end.
    pub(super) storing: StoredValue<u32>,
    /// Whether keys that lag behind the log are being written.
    pub(super) going_on: StoredValue<bool>,
    /// Where the open register is, if another tab has deleted it.
    pub whereabouts: RwSignal<Whereabouts>,
    pub(super) risks: StoredValue<HashMap<Id, ArcRwSignal<Arc<Risk>>>>,
    /// Where the user is.
    pub route: RwSignal<Route>,
    /// The open register without its risks.
    pub head: RwSignal<Arc<Register>>,
    /// The ids of its risks, in the user's order.
    pub order: RwSignal<Arc<Vec<Id>>>,
    /// Counts the changes of any risk: what is made of all risks derives from it.
    pub edits: RwSignal<u32>,
    /// Counts the changes to which entries any risk's lists have.
    pub lists: RwSignal<u32>,
    /// Why the register in the address is not open, for the user.
    pub trouble: RwSignal<Option<String>>,
    /// Whether everything is in storage.
    pub saved: RwSignal<Saved>,
    /// Whether what is in storage is still on its way to the disk.
    pub under_way: RwSignal<bool>,
    /// When the last change was saved, ISO 8601.
    pub saved_at: RwSignal<Option<String>>,
    /// What undo and redo would do.
    pub undoable: RwSignal<(Option<String>, Option<String>)>,
    /// The user's settings.
    pub settings: RwSignal<Settings>,
    /// What happened, to be read and gone; the newest last.
    pub messages: RwSignal<Vec<Message>>,
    /// How many changes of this tab could be taken back one after the other: tells a message whether its own is the next.
    pub depth: RwSignal<i32>,
    /// Counts the messages.
    pub(super) told: StoredValue<u32>,
    /// Text that was being typed when the page went away.
    pub drafts: RwSignal<Vec<store::Draft>>,
    /// Whether a text of this tab is kept that has not landed.
    pub(super) typing: StoredValue<bool>,
    /// The last text that was typed.
    pub(super) pending: StoredValue<Option<super::drafts::Pending>>,
    /// Counts the texts that have landed or were given up.
    pub(super) landed: StoredValue<u32>,
    /// Whether the registers could not be listed: then the list is drawn anew until it can be.
    pub(super) no_list: StoredValue<bool>,
    /// Whether the list of registers is about to be drawn anew.
    pub(super) relisting: StoredValue<bool>,
    /// Counts changes to the list of registers.
    pub listings: RwSignal<u32>,
    /// The files that are being looked at before they are imported.
    pub imports: Imports,
    /// Why the next change is made, for the history; the card's matrix asks for it.
    pub reason: RwSignal<String>,
    /// Whether the command palette is open.
    pub finding: RwSignal<bool>,
    /// Whether the title of a new register is being asked for.
    pub naming: RwSignal<bool>,
    /// Whether the password of a file is being asked for that is to be saved.
    pub locking: RwSignal<bool>,
    /// The file that a register is saved to: see [`Self::file`].
    pub(super) linked: RwSignal<Option<super::linked::Linked>>,
    /// Whether it is being asked what to do with a file that somebody else has changed.
    pub clashing: RwSignal<bool>,
    /// Which file that is: see [`Self::clash`].
    pub(super) clash: RwSignal<Option<super::linked::Clash>>,
    /// Whether a register is being saved to a file of the user's own, and what is to be saved next.
    pub(super) filing: StoredValue<bool>,
    pub(super) next_filing: StoredValue<Option<super::linked::Snapshot>>,
    /// The step of the guided tour, from 0, while it is taken.
    pub touring: RwSignal<Option<usize>>,
    /// Whether a form on the page has been sent off with something wrong in it.
    pub erring: RwSignal<bool>,
    /// Whether a newer release of the page waits, and the user has not put it off.
    pub newer: RwSignal<bool>,
    /// What takes a while just now.
    pub busy: RwSignal<Option<Busy>>,
}

/// A minute in milliseconds.
const MINUTE: f64 = 60_000.0;
const AFTER_A_MINUTE: Duration = Duration::from_secs(61);

const IN_BIN: &str = "It is in the bin. Restore it in the list of your registers to work on it.";

/// The page's state.
pub fn app() -> App {
    expect_context::<App>()
}

impl App {
    /// The state of a page that has just been opened.
    pub fn new() -> Self {
        let tab = ids::tab();
        let shelf = Shelf::new(Browser, tab.id.clone());
        let settings = shelf.settings();
        // What stops have left behind goes, but not what another tab is creating just now. A storage that cannot be
        // swept is told of by whoever needs it next.
        shelf.sweep(&clock::ago(MINUTE)).unwrap_or_default();
        Self {
            tabs: StoredValue::new((tab.id, tab.before)),
            shelf: StoredValue::new_local(shelf),
            book: StoredValue::new_local(None),
            parked: StoredValue::new_local(Vec::new()),
            parked_count: RwSignal::new(0),
            storing: StoredValue::new(0),
            going_on: StoredValue::new(false),
            whereabouts: RwSignal::new(Whereabouts::default()),
            risks: StoredValue::new(HashMap::new()),
            route: RwSignal::new(Route::default()),
            head: RwSignal::new(Arc::default()),
            order: RwSignal::new(Arc::default()),
            edits: RwSignal::new(0),
            lists: RwSignal::new(0),
            trouble: RwSignal::new(None),
            saved: RwSignal::new(Saved::Yes),
            under_way: RwSignal::new(false),
            saved_at: RwSignal::new(None),
            undoable: RwSignal::new((None, None)),
            settings: RwSignal::new(settings),
            messages: RwSignal::new(Vec::new()),
            depth: RwSignal::new(0),
            told: StoredValue::new(0),
            drafts: RwSignal::new(Vec::new()),
            typing: StoredValue::new(false),
            pending: StoredValue::new(None),
            landed: StoredValue::new(0),
            no_list: StoredValue::new(false),
            relisting: StoredValue::new(false),
            listings: RwSignal::new(0),
            imports: Imports::new(),
            reason: RwSignal::new(String::new()),
            finding: RwSignal::new(false),
            naming: RwSignal::new(false),
            locking: RwSignal::new(false),
            linked: RwSignal::new(None),
            clashing: RwSignal::new(false),
            clash: RwSignal::new(None),
            filing: StoredValue::new(false),
            next_filing: StoredValue::new(None),
            touring: RwSignal::new(None),
            erring: RwSignal::new(false),
            newer: RwSignal::new(false),
            busy: RwSignal::new(None),
        }
    }

    /// Who changes something, now. Takes the reason that was given for it.
    pub fn author(self) -> Author {
        let reason = self.reason.try_update(std::mem::take).unwrap_or_default();
        Author { at: clock::now(), by: self.settings.with_untracked(|settings| settings.name.clone()), reason }
    }

    /// Goes to another place; the browser's Back returns.
    pub fn go(self, route: &Route) {
        if let Some(window) = web_sys::window() {
            // Setting the hash of one's own page cannot fail; the page hears of it like of a click on a link.
            window.location().set_hash(&route.hash()).unwrap_or_default();
        }
    }

    /// Changes the address without a step for Back, e.g. while a filter is typed.
    pub fn replace(self, route: Route) {
        let history = web_sys::window().and_then(|window| window.history().ok());
        if let Some(history) = history {
            history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&route.hash())).unwrap_or_default();
        }
        self.route.set(route);
    }

    /// Where the user is in the open register.
    pub fn place(self) -> Place {
        match self.route.get() {
            Route::Register(place) => place,
            _ => Place::default(),
        }
    }

    /// The place without following it.
    pub fn place_untracked(self) -> Place {
        untrack(move || self.place())
    }

    /// What the open register is called on the page; followed.
    pub fn title(self) -> String {
        self.head.with(|head| if head.title.is_empty() { UNTITLED.to_owned() } else { head.title.clone() })
    }

    /// The signal of a risk of the open register.
    pub fn risk(self, id: &Id) -> Option<ArcRwSignal<Arc<Risk>>> {
        self.risks.with_value(|risks| risks.get(id).cloned())
    }

    /// A risk of the open register as it is now; not followed. Unlike [`Register::find`] it does not look through all.
    pub fn known(self, id: &Id) -> Option<Arc<Risk>> {
        self.risk(id).map(|risk| risk.get_untracked())
    }

    /// Reads the open register; not followed. Follow [`Self::edits`], [`Self::head`] or [`Self::order`] for that.
    pub fn with_register<T: Default>(self, read: impl FnOnce(&Register) -> T) -> T {
        self.book.with_value(|book| book.as_ref().map(|book| read(book.register())).unwrap_or_default())
    }

    /// Whether this is the open register.
    pub(super) fn is_open(self, id: &Id) -> bool {
        self.book.with_value(|book| book.as_ref().is_some_and(|book| book.id() == id))
    }

    /// Makes the register the open one, unless it is already, as long as it is wanted by then. Where that takes a while,
    /// the page says so and goes on hearing the user.
    pub(super) async fn open(self, books: Books, id: &Id, is_wanted: impl Fn() -> bool) {
        if self.is_open(id) {
            self.trouble.set(None);
            return self.offer_left();
        }
        if let Some(parked) = self.unpark(id) {
            return self.take_up(Ok(parked));
        }
        // Somebody else may have opened it meanwhile.
        let opened = self.read_through(books, id, || is_wanted() && !self.is_open(id)).await;
        if let Some(opened) = opened {
            self.take_up(opened);
        }
    }

    /// Reads a register as a book of its own; `None` if it was not wanted any more. It must not be open already.
    pub(super) async fn read_through(self, books: Books, id: &Id, is_wanted: impl Fn() -> bool) -> Option<Opened> {
        let opening = self.shelf.with_value(|shelf| (books.open)(shelf, id));
        self.go_through(opening, "Opening", is_wanted).await
    }

    fn take_up(self, book: Opened) {
        match book {
            Ok(book) if book.is_binned() => {
                self.swap(None);
                self.trouble.set(Some(IN_BIN.to_owned()));
            }
            Ok(book) => self.show(book),
            Err(error) => {
                self.swap(None);
                self.trouble.set(Some(error.to_string()));
            }
        }
    }

    /// Offers what was left behind by a browser that was killed just before the register was opened: only after a minute can
    /// it be told from what another tab is typing.
    fn look_for_drafts(self) {
        let here = self.tabs.with_value(|(now, _)| now.clone());
        let drafts = self.book.with_value(|book| book.as_ref().map(|book| book.drafts())).unwrap_or_default();
        let mut left = self.left_behind(drafts);
        self.drafts.with_untracked(|offered| left.retain(|draft| draft.tab != here && !offered.contains(draft)));
        if !left.is_empty() {
            self.drafts.update(|offered| offered.append(&mut left));
        }
    }

    /// Shows a book as the open register.
    pub fn show(self, book: Box<dyn OpenBook>) {
        let register = book.register();
        let risks = register.risks.iter().map(|risk| (risk.id.clone(), ArcRwSignal::new(Arc::new(risk.clone()))));
        self.risks.set_value(risks.collect());
        let (head, order) = (Arc::new(register.head()), Arc::new(order(register)));
        let drafts = self.left_behind(book.drafts());
        self.swap(Some(book));
        self.be(Whereabouts::Here);
        self.trouble.set(None);
        // A question about the file of the one before.
        self.clashing.set(false);
        self.head.set(head);
        self.order.set(order);
        self.drafts.set(drafts);
        set_timeout(move || self.look_for_drafts(), AFTER_A_MINUTE);
        self.saved_at.set(None);
        // What other messages would take back is of the register that was open.
        self.forget_undo();
        self.edits.update(|edits| *edits = edits.wrapping_add(1));
        self.refresh_state();
    }

    /// The drafts that this tab has left, now or at its last stop, or that no tab has touched for a minute. Another tab may
    /// be typing the others; taking one up here too would do no harm, but offering it would puzzle.
    pub(super) fn left_behind(self, mut drafts: Vec<store::Draft>) -> Vec<store::Draft> {
        let old = clock::ago(MINUTE);
        let own = |draft: &store::Draft| {
            self.tabs.with_value(|(now, before)| draft.tab == *now || before.as_ref() == Some(&draft.tab))
        };
        // One that says what stands in its field has landed.
        let landed = |draft: &store::Draft| {
            let kind = fields::kind(&draft.place, &draft.field);
            draft.place != register::change::Place::Register
                && fields::show(kind, &self.value(&draft.place, &draft.field)) == draft.text
        };
        drafts.retain(|draft| (own(draft) || draft.at < old) && !landed(draft));
        drafts
    }

    /// Brings the signals up to date with what was touched.
    pub(super) fn repaint(self, touched: &Touched) {
        self.book.with_value(|book| {
            let Some(register) = book.as_ref().map(|book| book.register()) else { return };
            if touched.order {
                // A removed risk's signal stays with the rows that still show it until the order is drawn anew.
                for risk in register.risks.iter().filter(|risk| touched.risks.contains(&risk.id)) {
                    self.risks.update_value(|risks| {
                        risks.entry(risk.id.clone()).or_insert_with(|| ArcRwSignal::new(Arc::new(risk.clone())));
                    });
                }
                self.order.set(Arc::new(order(register)));
            }
            for risk in register.risks.iter().filter(|risk| touched.risks.contains(&risk.id)) {
                if let Some(signal) = self.risk(&risk.id) {
                    signal.set(Arc::new(risk.clone()));
                }
            }
            if touched.head {
                self.head.set(Arc::new(register.head()));
            }
        });
        if touched.lists {
            self.lists.update(|lists| *lists = lists.wrapping_add(1));
        }
        self.edits.update(|edits| *edits = edits.wrapping_add(1));
        self.refresh_state();
    }

    /// Brings the signals about saving and undo up to date.
    pub(super) fn refresh_state(self) {
        let state = self.book.with_value(|book| book.as_ref().map(|book| (book.saved(), book.undoable())));
        if let Some((saved, undoable)) = state {
            if saved != self.saved.get_untracked() {
                self.saved.set(saved);
            }
            if undoable != self.undoable.get_untracked() {
                self.undoable.set(undoable);
            }
        }
        self.wait_for_disk();
    }

    /// Until the journal has what was written, a browser that is killed may lose it.
    fn wait_for_disk(self) {
        if journal::busy() && !self.under_way.get_untracked() {
            self.under_way.set(true);
            spawn(async move {
                journal::settled().await;
                self.under_way.set(false);
            });
        }
    }
}

fn order(register: &Register) -> Vec<Id> {
    register.risks.iter().map(|risk| risk.id.clone()).collect()
}
