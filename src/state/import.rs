//! Files coming in: read, looked at, then taken over or not. Nothing is stored before the user says so.

use std::sync::Arc;
use std::time::Duration;

use exchange::{Incoming, Locked, MAX_BYTES, ReadError};
use leptos::prelude::*;
use register::Id;
use store::Saved;
use web_sys::File;

use super::arriving::{Arriving, Choice, counted};
use super::books::OpenBook;
use super::reading::{Unread, read};
use super::shelf::titled;
use super::source::{Arrived, Source, is_whole};
use super::{App, Books};
use crate::erased::spawn;
use crate::platform::{clock, files, handles};
use crate::route::Route;

/// How long a file waits before it is read, so that the page can draw first that it is being read.
const DRAW_FIRST: Duration = Duration::from_millis(40);

/// The files that are being looked at.
#[derive(Clone, Copy)]
pub struct Imports {
    /// Whether the preview is open.
    pub open: RwSignal<bool>,
    /// The files, as they came.
    pub files: RwSignal<Vec<Arrival>>,
    number: StoredValue<u32>,
}

/// A file that has come in.
#[derive(Clone)]
pub struct Arrival {
    /// Tells files of the same name apart.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// How far it is.
    pub stage: Stage,
}

/// How far a file is.
#[derive(Clone)]
pub enum Stage {
    /// It is being read.
    Reading,
    /// Nothing can be made of it, for this reason.
    Wrong(String),
    /// A password opens it.
    Locked(Arc<Locked>),
    /// It was read.
    Read(Arc<Content>),
}

/// What is in a file.
pub struct Content {
    /// What was odd about the file as a whole.
    pub report: Vec<exchange::Line>,
    /// Its registers.
    pub registers: Vec<Arriving>,
    /// Where they came from.
    pub source: Source,
}

impl Imports {
    /// No files.
    pub fn new() -> Self {
        Self { open: RwSignal::new(false), files: RwSignal::new(Vec::new()), number: StoredValue::new(0) }
    }

    /// Whether a file is still being read; followed.
    pub fn is_reading(self) -> bool {
        self.files.with(|files| files.iter().any(|file| matches!(file.stage, Stage::Reading)))
    }

    /// Whether the preview is open and nothing can be made of one of the files; followed.
    pub fn is_wrong(self) -> bool {
        self.open.get() && self.files.with(|files| files.iter().any(|file| matches!(file.stage, Stage::Wrong(_))))
    }

    /// The registers of all files; the files are followed.
    fn arriving(self) -> Vec<(Arc<Content>, usize)> {
        let read = |file: &Arrival| match &file.stage {
            Stage::Read(content) => {
                let content = content.clone();
                Some((0..content.registers.len()).map(move |place| (content.clone(), place)))
            }
            _ => None,
        };
        self.files.with(|files| files.iter().filter_map(read).flatten().collect())
    }

    /// How many registers would be taken over; followed.
    pub fn count(self) -> usize {
        let taken = |(content, place): &(Arc<Content>, usize)| {
            content.registers[*place].choice.with(|choice| *choice != Choice::LeaveOut)
        };
        self.arriving().iter().filter(|it| taken(it)).count()
    }

    fn add(self, name: String, stage: Stage) -> u32 {
        let number = self.number.try_update_value(|number| {
            *number = number.wrapping_add(1);
            *number
        });
        let number = number.unwrap_or_default();
        self.files.update(|files| files.push(Arrival { number, name, stage }));
        number
    }

    /// Sets how far a file is, unless the user has put it away meanwhile.
    fn put(self, number: u32, stage: Stage) {
        self.files.update(|files| {
            if let Some(file) = files.iter_mut().find(|file| file.number == number) {
                file.stage = stage;
            }
        });
    }
}

impl App {
    /// Takes in files that were chosen or dropped, and shows what is in them.
    pub fn receive(self, list: Vec<File>) {
        if list.is_empty() {
            return;
        }
        if !self.imports.open.get_untracked() {
            // What was not imported when the preview was closed is forgotten.
            self.imports.files.update(Vec::clear);
        }
        self.imports.open.set(true);
        let mut waiting = Vec::new();
        for file in list {
            match too_large(file.size()) {
                Some(wrong) => drop(self.imports.add(file.name(), Stage::Wrong(wrong))),
                None => waiting.push((self.imports.add(file.name(), Stage::Reading), file)),
            }
        }
        set_timeout(move || spawn(self.read_files(waiting)), DRAW_FIRST);
    }

    async fn read_files(self, waiting: Vec<(u32, File)>) {
        for (number, file) in waiting {
            let stage = match files::bytes(&file).await {
                Ok(bytes) => match read(bytes).await {
                    Ok(incoming) => self.beside(incoming),
                    Err(Unread::Locked(locked)) => Stage::Locked(Arc::new(*locked)),
                    Err(Unread::Wrong(wrong)) => Stage::Wrong(wrong),
                },
                Err(_) => Stage::Wrong(MOVED.to_owned()),
            };
            self.imports.put(number, stage);
        }
    }

    /// Shows what is in a daily copy of this name.
    pub fn receive_copy(self, name: String, bytes: Vec<u8>) {
        let number = self.receive_stage(name, Stage::Reading);
        spawn(async move {
            let stage = match read(bytes).await {
                Ok(incoming) => Stage::Read(Arc::new(Content { source: Source::Copy, ..self.content(incoming) })),
                Err(unread) => Stage::Wrong(unread.words()),
            };
            self.imports.put(number, stage);
        });
    }

    /// Shows what has arrived, before it is taken over.
    pub(super) fn receive_from(self, arrived: Arrived) {
        let Arrived { name, incoming, source, known, .. } = arrived;
        let mut content = Content { source, ..self.content(incoming) };
        if let (Source::Own(..), [only]) = (&content.source, &mut content.registers[..]) {
            let known = known.unwrap_or_else(|| only.register.id.clone());
            let shelf = untrack(move || self.listing()).registers;
            // It is the same register, as it is in its file by now, even if it is called something else there.
            if let Some(here) = shelf.iter().find(|it| it.id == known && it.trashed.is_none()) {
                only.stands_for(here);
            }
        }
        self.receive_stage(name, Stage::Read(Arc::new(content)));
    }

    /// Asks for the password of a file.
    pub(super) fn receive_locked(self, name: String, locked: Locked) {
        self.receive_stage(name, Stage::Locked(Arc::new(locked)));
    }

    /// Says why nothing can be made of a file.
    pub(super) fn receive_wrong(self, name: String, wrong: String) {
        self.receive_stage(name, Stage::Wrong(wrong));
    }

    fn receive_stage(self, name: String, stage: Stage) -> u32 {
        self.imports.files.update(Vec::clear);
        self.imports.open.set(true);
        self.imports.add(name, stage)
    }

    /// Shows what is in a file that a password has opened.
    pub async fn take_opened(self, number: u32, bytes: Vec<u8>) {
        let stage = match read(bytes).await {
            Ok(incoming) => self.beside(incoming),
            // A locked file in a locked file is nothing that Heatgrid saves.
            Err(unread) => Stage::Wrong(unread.words()),
        };
        self.imports.put(number, stage);
    }

    /// What is in a file, beside what is on the shelf.
    fn content(self, incoming: Incoming) -> Content {
        let shelf = untrack(move || self.listing()).registers;
        let registers = incoming.registers.into_iter().map(|it| Arriving::new(it, &shelf)).collect();
        Content { report: incoming.report, registers, source: Source::File }
    }

    fn beside(self, incoming: Incoming) -> Stage {
        Stage::Read(Arc::new(self.content(incoming)))
    }

    /// Takes over what the user chose, and says what came of it.
    pub fn import(self, books: Books) {
        let chosen = untrack(move || self.imports.arriving());
        self.imports.open.set(false);
        spawn(self.take_over(books, chosen));
    }

    async fn take_over(self, books: Books, chosen: Vec<(Arc<Content>, usize)>) {
        let here = self.route.get_untracked();
        let mut done = Done::default();
        let mut last: Option<Box<dyn OpenBook>> = None;
        for (content, place) in chosen {
            let arriving = &content.registers[place];
            let old = match arriving.choice.get_untracked() {
                Choice::LeaveOut => continue,
                Choice::Add => None,
                Choice::Replace(old) => Some(old),
            };
            let Some(book) = self.keep_through(books, arriving.register.clone()).await else { continue };
            done.take(&arriving.register.title, arriving.register.risks.len(), book.id().clone());
            done.unsaved = book.saved() != Saved::Yes;
            let id = book.id().clone();
            if let Some(before) = last.replace(book) {
                self.park(before);
            }
            if done.unsaved {
                // There is no use in going on while the storage fails.
                break;
            }
            if let Some(old) = old {
                // A register that two others stand for is in the bin by then.
                match self.bin(books, &old) {
                    Ok(()) => {
                        handles::pass_on(&old, &id, None).await;
                        done.replaced.push(old);
                    }
                    Err(failure) => done.trouble = format!(" The old one is still here beside it. {failure}"),
                }
            }
            if !self.settle(&content, &id).await {
                done.not_whole = true;
            }
        }
        // The user may have gone elsewhere while it lasted: that place stays.
        let is_here = self.route.get_untracked() == here;
        match last {
            Some(book) if is_here && (done.unsaved || done.new.len() == 1) => {
                let id = book.id().clone();
                self.show(book);
                self.enter(id);
            }
            Some(book) => {
                self.park(book);
                if is_here {
                    self.go(&Route::Registers);
                }
            }
            None => {}
        }
        if done.unsaved || done.new.is_empty() {
            self.tell(done.words());
        } else {
            self.tell_made(done.words(), done.new, done.replaced);
        }
    }
}

impl App {
    /// Notes of a register that was taken over which file it is in, and which it is saved to; whether that could be.
    async fn settle(self, content: &Content, id: &Id) -> bool {
        if !matches!(content.source, Source::Copy) {
            self.note_filed(id, clock::now());
        }
        let lines = content.report.iter().chain(content.registers.iter().flat_map(|it| &it.report));
        let may = !matches!(content.source, Source::Own(..)) || (content.registers.len() == 1 && is_whole(lines));
        if may {
            self.tie(&content.source, id).await;
        }
        may
    }
}

/// What an import came to.
#[derive(Default)]
struct Done {
    new: Vec<Id>,
    risks: usize,
    title: String,
    replaced: Vec<Id>,
    unsaved: bool,
    /// Whether saving back to the file would lose what was left out.
    not_whole: bool,
    trouble: String,
}

impl Done {
    fn take(&mut self, title: &str, risks: usize, id: Id) {
        self.new.push(id);
        self.risks += risks;
        self.title = titled(title);
    }

    fn words(&self) -> String {
        let Self { new, risks, title, replaced, unsaved, not_whole, trouble, .. } = self;
        let risks = counted(*risks, "risk");
        let what = match new.len() {
            0 => "Nothing was imported.".to_owned(),
            1 => format!("Imported “{title}” with {risks}."),
            count => format!("Imported {count} registers with {risks}."),
        };
        if *unsaved {
            return format!("{what} “{title}” could not be saved, so the import stopped there.");
        }
        let file = if *not_whole {
            " Save asks for a new file, because something in this one could not be taken over."
        } else {
            ""
        };
        match replaced.len() {
            _ if !trouble.is_empty() => format!("{what}{trouble}{file}"),
            0 => format!("{what}{file}"),
            1 => format!("{what} The old one is in the bin.{file}"),
            count => format!("{what} The {count} old ones are in the bin.{file}"),
        }
    }
}

const MOVED: &str = "This file could not be read. It may be a folder, or it was moved or renamed. Choose it again.";

/// Why a file of this size is not read at all.
pub(super) fn too_large(size: f64) -> Option<String> {
    (size > MAX_BYTES as f64).then(|| ReadError::TooLarge(size as usize).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_too_large_is_refused_by_its_size() {
        assert_eq!(too_large(MAX_BYTES as f64), None);
        let words = too_large(70.0 * f64::from(1 << 20)).unwrap();
        assert!(words.contains("70 MB") && words.contains("64 MB"), "{words}");
    }

    #[test]
    fn the_message_says_what_came_of_it() {
        let mut done = Done::default();
        assert_eq!(done.words(), "Nothing was imported.");
        done.take("Corporate", 1, "a".into());
        assert_eq!(done.words(), "Imported “Corporate” with 1 risk.");
        done.replaced.push("old".into());
        assert_eq!(done.words(), "Imported “Corporate” with 1 risk. The old one is in the bin.");
        done.take("", 6, "b".into());
        assert_eq!(done.words(), "Imported 2 registers with 7 risks. The old one is in the bin.");
        done.unsaved = true;
        assert!(done.words().contains("“Untitled register” could not be saved"));
    }
}
