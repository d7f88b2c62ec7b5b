//! How criteria are edited: at once, unless scores would change; then the user is asked first.

use std::sync::Arc;

use leptos::prelude::*;
use register::Criteria;
use register::criteria_edit::{LevelMap, Scale, Wrong, remap, rescored};
use wasm_bindgen::JsCast;

use crate::erased::memo;
use crate::state::{App, app};

/// What the parts of the view share. Copies share it.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The page's state.
    pub app: App,
    /// What the user is asked, or was asked last.
    pub question: RwSignal<Option<Arc<Question>>>,
    /// Whether the question is open.
    pub asking: RwSignal<bool>,
    /// What the levels are to become if the user agrees.
    pub map: RwSignal<LevelMap>,
    /// The colour that is being picked for a band, by the band's place: the matrix shows it already.
    pub trial: RwSignal<Option<(usize, String)>>,
}

/// Criteria that would change scores.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The criteria when it was asked.
    pub before: Criteria,
    /// The criteria if the user agrees.
    pub after: Criteria,
    /// The scales whose levels may become others.
    pub mapped: Vec<Scale>,
    /// The edit.
    pub edit: Named,
}

/// An edit in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// For the history and undo: a whole field before and after would not show what was altered in it.
    pub title: String,
    /// What to tell once it is made, with Undo; blank for nothing.
    pub said: String,
}

impl Named {
    /// An edit that shows by itself.
    pub fn plain(title: impl AsRef<str>) -> Self {
        Self { title: format!("Criteria: {}", title.as_ref()), said: String::new() }
    }

    /// An edit to tell once it is made.
    pub fn said(title: impl AsRef<str>, said: String) -> Self {
        Self { said, ..Self::plain(title) }
    }

    /// A part that was typed, with what stood there before.
    pub fn typed(name: &str, before: &str, now: &str) -> Self {
        Self::plain(format!("{name}: {} → {}", brief(before), brief(now)))
    }
}

/// The beginning of a text, for one line.
fn brief(text: &str) -> String {
    match text.trim() {
        "" => "(blank)".to_owned(),
        text if text.chars().count() > 60 => format!("{}…", text.chars().take(60).collect::<String>()),
        text => text.to_owned(),
    }
}

/// What became of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// The criteria were like this already.
    Nothing,
    /// It was made.
    Done,
    /// The user is asked first.
    Asked,
}

/// An edit of criteria; they are thrown away if it fails.
pub type Edit<'a> = &'a dyn Fn(&mut Criteria) -> Result<(), Wrong>;

/// Where an edit leaves the levels that assessments have.
pub enum Went {
    /// Where they were.
    Nowhere,
    /// On one scale at other places: see [`LevelMap::suggest`].
    To(Scale, Vec<Option<u8>>),
    /// Wherever the same is meant: the scales are others.
    Anywhere,
}

/// An edit that moves levels.
pub type Moving<'a> = &'a dyn Fn(&mut Criteria) -> Result<Went, Wrong>;

impl Desk {
    /// A desk with nothing asked.
    pub fn new() -> Self {
        Self {
            app: app(),
            question: RwSignal::new(None),
            asking: RwSignal::new(false),
            map: RwSignal::new(LevelMap::default()),
            trial: RwSignal::new(None),
        }
    }

    /// A value read from the criteria, followed.
    pub fn read<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Criteria) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.read_boxed(Box::new(read))
    }

    /// Apart from [`Self::read`], so that it is there once for each type and not for each value.
    #[inline(never)]
    fn read_boxed<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        read: Box<dyn Fn(&Criteria) -> T + Send + Sync>,
    ) -> Memo<T> {
        memo(move || self.app.head.with(|head| read(&head.criteria)))
    }

    /// Makes an edit of words or colours, which leaves every score as it is.
    ///
    /// # Errors
    /// What is wrong with the edit, for the user.
    pub fn put(self, edit: Edit<'_>, named: Named) -> Result<(), String> {
        self.make(&|criteria| edit(criteria).map(|()| Went::Nowhere), named, false).map(|_| ())
    }

    /// Makes an edit, or asks first if an assessment would get another score or band, or lose its score.
    ///
    /// # Errors
    /// What is wrong with the edit, for the user.
    pub fn propose(self, edit: Edit<'_>, named: Named) -> Result<Made, String> {
        self.make(&|criteria| edit(criteria).map(|()| Went::Nowhere), named, true)
    }

    /// As [`Self::propose`] for a button: what is wrong is told.
    pub fn press(self, edit: Edit<'_>, named: Named) -> Option<Made> {
        self.propose(edit, named).map_err(|wrong| self.app.tell(wrong)).ok()
    }

    /// Makes an edit that moves levels, and takes the assessments along. The user is asked first if there are any. What
    /// is wrong is told.
    pub fn relevel(self, edit: Moving<'_>, named: Named) -> Option<Made> {
        self.make(edit, named, true).map_err(|wrong| self.app.tell(wrong)).ok()
    }

    fn make(self, edit: Moving<'_>, named: Named, ask: bool) -> Result<Made, String> {
        let before = self.app.head.with_untracked(|head| head.criteria.clone());
        let mut after = before.clone();
        let went = edit(&mut after).map_err(|wrong| wrong.to_string())?;
        if after == before {
            return Ok(Made::Nothing);
        }
        let (map, changes) = self.app.with_register(|register| {
            let map = match &went {
                Went::Nowhere => LevelMap::default(),
                Went::To(scale, went) => LevelMap::suggest(register, &after, Some((*scale, went))),
                Went::Anywhere => LevelMap::suggest(register, &after, None),
            };
            let changes = ask && !rescored(register, &after, &map).is_empty();
            (map, changes)
        });
        self.map.set(map);
        if changes {
            let mapped = match went {
                Went::Nowhere => Vec::new(),
                Went::To(scale, _) => vec![scale],
                Went::Anywhere => Scale::BOTH.into_iter().filter(|it| it.axis(&before) != it.axis(&after)).collect(),
            };
            self.question.set(Some(Arc::new(Question { before, after, mapped, edit: named })));
            self.asking.set(true);
            return Ok(Made::Asked);
        }
        self.commit(&after, named);
        Ok(Made::Done)
    }

    /// Makes the edit that was asked about.
    pub fn agree(self) {
        self.asking.set(false);
        let Some(question) = self.question.get_untracked() else { return };
        // Another tab may have changed them while the question stood.
        if self.app.head.with_untracked(|head| head.criteria == question.before) {
            self.commit(&question.after, question.edit.clone());
        } else {
            self.app.tell("The criteria were changed in another tab meanwhile. Nothing was changed here.".to_owned());
        }
    }

    /// Criteria and assessments are one change, so that one undo takes all of it back.
    fn commit(self, after: &Criteria, named: Named) {
        let change = self.map.with_untracked(|map| {
            self.app.with_register(|register| Some(remap(register, after, map, named.title.clone())))
        });
        if change.is_some_and(|change| self.app.commit(change)) && !named.said.is_empty() {
            self.app.tell_undoable(named.said);
        }
    }
}

/// A whole number from what was typed.
///
/// # Errors
/// [`Wrong::NotWhole`].
pub fn whole(text: &str) -> Result<u16, Wrong> {
    text.trim().parse().map_err(|_| Wrong::NotWhole)
}

/// Gives the focus to an element once the page shows what was just changed.
pub fn focus(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            element.unchecked_into::<web_sys::HtmlElement>().focus().unwrap_or_default();
        }
    });
}
