//! Registers that are saved back to a file of the user's own, e.g. in a team folder: never over what somebody else has put
//! there meanwhile, unless the user says so.

use leptos::prelude::*;
use register::{Id, Register};

use super::App;
use super::reading::{Unread, read};
use super::shelf::titled;
use super::source::{Arrived, Source};
use crate::erased::spawn;
use crate::late::late;
use crate::platform::clock;
use crate::platform::handles::{self, Handle, Trouble};

/// The file that the open register is saved to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    register: Id,
    /// What the file is called.
    pub name: String,
    /// Whether something else is in it than was read or written here last.
    pub has_changed: bool,
}

/// A register that was not saved, since something else was in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    register: Id,
    /// What the file is called.
    pub name: String,
    /// The digest of what is in it.
    digest: String,
}

/// The register as it was when the user asked for it to be saved, and when that was, ISO 8601.
#[derive(Clone, Debug)]
pub struct Snapshot {
    register: Register,
    at: String,
}

/// Where a register is to be saved.
enum To {
    /// To its file, or where it has none, to one that the user chooses.
    Its,
    /// To its file, over what has this digest.
    Over(String),
    /// To one that the user chooses.
    Another,
}

type Opener = fn(App);

late!(more: fn opener() -> Opener = |app| spawn(app.open_file()));

/// Has the user choose a file to work in.
pub fn open(app: App) {
    spawn(async move {
        match opener().await {
            Ok(open) => open(app),
            Err(_) => app.tell(super::books::NOT_LOADED.to_owned()),
        }
    });
}

impl App {
    async fn open_file(self) {
        let asked_at = self.route.get_untracked();
        let handle = match handles::choose().await {
            Ok(handle) => handle,
            Err(trouble) => return self.tell_trouble(trouble, "The file", "opened"),
        };
        let name = handle.name.clone();
        let bytes = match handle.bytes().await {
            Ok(bytes) => bytes,
            Err(trouble) => return self.tell_trouble(trouble, &quoted(&name), "opened"),
        };
        let digest = handles::digest(&bytes).await;
        let known = handle.register().await.filter(|id| self.has(id));
        if let Some(known) = &known
            && handles::of(known).await.is_some_and(|(_, kept)| is_known(&kept, &digest))
        {
            return self.enter_from(&asked_at, known.clone());
        }
        let Ok(books) = self.books().await else { return self.tell(super::books::NOT_LOADED.to_owned()) };
        match read(bytes).await {
            // Saving back would make a plain file of a page.
            Ok(incoming) => {
                let source = if incoming.in_page { Source::File } else { Source::Own(handle, digest) };
                self.take_from(books, Arrived { name, incoming, source, known, asked_at }).await;
            }
            // Its register is taken in like that of any other file, and saved with the password only by hand.
            Err(Unread::Locked(locked)) => self.receive_locked(name, *locked),
            Err(unread) => self.tell(format!("{}: {}", quoted(&name), unread.words())),
        }
    }

    /// Saves the open register: to its file, to one that the user chooses, or where the browser knows no such files, as a
    /// download.
    pub fn save(self) {
        if handles::works() {
            self.save_to(To::Its);
        } else if let Some(register) = self.with_register(|register| Some(register.clone())) {
            let title = register.title.clone();
            self.export(vec![register], title);
        }
    }

    /// Saves the register that the question is about over what was in its file then.
    pub fn save_over(self) {
        if let Some(clash) = self.clash() {
            self.save_to(To::Over(clash.digest));
        }
    }

    /// Saves the open register to a file that the user chooses, which is its file from then on.
    pub fn save_elsewhere(self) {
        self.save_to(To::Another);
    }

    /// What it is being asked about, if that is the open register; followed.
    pub fn clash(self) -> Option<Clash> {
        let id = self.head.with(|head| head.id.clone());
        self.clash.get().filter(|clash| clash.register == id)
    }

    fn save_to(self, to: To) {
        let Some(register) = self.with_register(|register| Some(register.clone())) else { return };
        let snapshot = Snapshot { register, at: clock::now() };
        if self.filing.try_update_value(|filing| std::mem::replace(filing, true)) == Some(true) {
            // One after the other: two at once would take each other for somebody else.
            return self.next_filing.set_value(Some(snapshot));
        }
        spawn(async move {
            self.file_away(snapshot, to).await;
            while let Some(next) = self.next_filing.try_update_value(Option::take).flatten() {
                self.file_away(next, To::Its).await;
            }
            self.filing.set_value(false);
        });
    }

    async fn file_away(self, snapshot: Snapshot, to: To) {
        let id = &snapshot.register.id;
        let link = if matches!(to, To::Another) { None } else { handles::of(id).await };
        let Some((handle, kept)) = link else { return self.file_elsewhere(snapshot).await };
        let name = quoted(&handle.name);
        if !handle.ask_to_write().await {
            return self.tell_trouble(Trouble::Refused, &name, "saved");
        }
        let bytes = exchange::write(std::slice::from_ref(&snapshot.register));
        let there = match handle.bytes().await {
            Ok(there) => there,
            Err(trouble) => return self.tell_trouble(trouble, &name, "saved"),
        };
        let seen = handles::digest(&there).await;
        let may = there == bytes || is_known(&kept, &seen) || matches!(&to, To::Over(digest) if *digest == seen);
        if !may {
            return self.ask_about(Clash { register: id.clone(), name: handle.name, digest: seen }, &snapshot);
        }
        let written = handles::digest(&bytes).await;
        // Whatever happens between here and the end, both are ours.
        handle.keep(id, &format!("{kept} {written}")).await;
        match handle.write(&bytes, &seen).await {
            Ok(()) => self.filed(&handle, &snapshot, &written).await,
            Err(trouble) => {
                handle.keep(id, &kept).await;
                if trouble == Trouble::Changed {
                    let there = handle.bytes().await.unwrap_or_default();
                    let digest = handles::digest(&there).await;
                    return self.ask_about(Clash { register: id.clone(), name: handle.name, digest }, &snapshot);
                }
                self.tell_trouble(trouble, &name, "saved");
            }
        }
    }

    async fn file_elsewhere(self, snapshot: Snapshot) {
        let bytes = exchange::write(std::slice::from_ref(&snapshot.register));
        let handle = match handles::make(&exchange::file_name(&snapshot.register.title, clock::today())).await {
            Ok(handle) => handle,
            Err(trouble) => return self.tell_trouble(trouble, "The file", "saved"),
        };
        // That it is there already, the browser has asked about.
        match handle.write(&bytes, "").await {
            Ok(()) => {
                let written = handles::digest(&bytes).await;
                handle.keep(&snapshot.register.id, &written).await;
                self.filed(&handle, &snapshot, &written).await;
            }
            Err(trouble) => self.tell_trouble(trouble, &quoted(&handle.name), "saved"),
        }
    }

    async fn filed(self, handle: &Handle, snapshot: &Snapshot, written: &str) {
        let id = &snapshot.register.id;
        // The user may have said meanwhile that it is no longer to be saved there.
        if handles::of(id).await.is_some() {
            handle.keep(id, written).await;
        }
        self.note_filed(id, snapshot.at.clone());
        self.tell(format!("Saved to {}.", quoted(&handle.name)));
        self.look_for_file().await;
    }

    /// Asks what to do, if the register is still open; else says what happened.
    fn ask_about(self, clash: Clash, snapshot: &Snapshot) {
        if self.head.with_untracked(|head| head.id != clash.register) {
            let title = titled(&snapshot.register.title);
            let name = quoted(&clash.name);
            return self
                .tell(format!("“{title}” was not saved, because {name} has changed. Open it and save it again."));
        }
        self.clash.set(Some(clash));
        self.clashing.set(true);
        spawn(self.look_for_file());
    }

    /// No longer saves the open register to its file.
    pub fn unlink(self) {
        let id = self.head.get_untracked().id.clone();
        spawn(async move {
            handles::forget(&id).await;
            self.look_for_file().await;
        });
    }

    /// Shows what is in the file of the open register, to be taken over or not.
    pub fn look_into_file(self) {
        let (id, asked_at) = (self.head.get_untracked().id.clone(), self.route.get_untracked());
        spawn(async move {
            let Some((handle, _)) = handles::of(&id).await else { return };
            let name = handle.name.clone();
            let bytes = match handle.bytes().await {
                Ok(bytes) => bytes,
                Err(trouble) => return self.tell_trouble(trouble, &quoted(&name), "opened"),
            };
            let source = Source::Own(handle, handles::digest(&bytes).await);
            match read(bytes).await {
                Ok(incoming) => self.receive_from(Arrived { name, incoming, source, known: Some(id), asked_at }),
                Err(Unread::Locked(locked)) => self.receive_locked(name, *locked),
                Err(unread) => self.receive_wrong(name, unread.words()),
            }
        });
    }

    /// Finds out which file the open register is saved to, and whether something else is in it by now. The user is not asked
    /// for leave to read it.
    pub async fn look_for_file(self) {
        let id = self.head.get_untracked().id.clone();
        let linked = match handles::of(&id).await {
            None => None,
            Some((handle, kept)) => {
                let there = if handle.may_read().await { handle.bytes().await.ok() } else { None };
                let has_changed = match there {
                    Some(there) => !is_known(&kept, &handles::digest(&there).await),
                    None => false,
                };
                Some(Linked { register: id.clone(), name: handle.name, has_changed })
            }
        };
        // Another register may have been opened meanwhile.
        if self.head.get_untracked().id == id && self.linked.get_untracked() != linked {
            self.linked.set(linked);
        }
    }

    /// The file of the open register; followed.
    pub fn file(self) -> Option<Linked> {
        let id = self.head.with(|head| head.id.clone());
        self.linked.get().filter(|it| it.register == id)
    }

    fn tell_trouble(self, trouble: Trouble, file: &str, done: &str) {
        let why = match trouble {
            Trouble::Cancelled => return,
            Trouble::TooLarge(bytes) => return self.tell(exchange::ReadError::TooLarge(bytes).to_string()),
            Trouble::Gone => "It is not where it was: it was moved, renamed or deleted. Save to another file.",
            Trouble::Changed => "Somebody else has just written it. Try again.",
            Trouble::Refused => {
                "The browser or the folder does not allow it. Try again and allow it when asked, or export a file instead."
            }
            Trouble::Failed => "Check that the disk has room and the folder can be reached, or export a file instead.",
        };
        self.tell(format!("{file} was not {done}. {why}"));
    }
}

/// Whether this is the digest of something that was read or written here: while a file is written, two are.
fn is_known(kept: &str, digest: &str) -> bool {
    !digest.is_empty() && kept.split(' ').any(|known| known == digest)
}

fn quoted(name: &str) -> String {
    format!("“{name}”")
}
