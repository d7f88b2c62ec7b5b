//! Everything that can be done by name: one list, from which the keys, the command palette, the menu and the help page
//! are made.
//!
//! An action is a small value: its name, a hint, its keys, when it applies, what it does. What only a view can do, or does
//! better than the list knows, the view [offers] while it is there:
//!
//! ```ignore
//! offer(risks::add().does(move |_| begin_to_type(state)));
//! offer(Action::new("Fill down", "Copies the topmost chosen cell into those below it", Of::Risks).does(move |_| …));
//! ```

pub mod edit;
pub mod files;
pub mod go;
mod keys;
pub mod risks;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::on_cleanup;

pub use keys::{Keys, SINGLE_KEYS_OFF, pressed};

use crate::state::App;

/// What an action is about: the heading that it stands under on the help page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Risks of the open register.
    Risks,
    /// Changes that were made.
    Changes,
    /// Where to go.
    Going,
    /// Registers and files.
    Files,
    /// The page itself.
    Page,
}

impl Of {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Risks, Self::Changes, Self::Going, Self::Files, Self::Page];

    /// The heading.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Risks => "Risks",
            Self::Changes => "Undo and redo",
            Self::Going => "Go to",
            Self::Files => "Registers and files",
            Self::Page => "The page",
        }
    }
}

/// Something that can be done.
#[derive(Clone)]
pub struct Action {
    /// Its name, a verb first. No two actions have the same.
    pub name: String,
    /// What it does, in a few words.
    pub hint: &'static str,
    /// What it is about.
    pub of: Of,
    /// The keys that do it.
    pub keys: Vec<Keys>,
    applies: fn(App) -> bool,
    run: Option<Rc<dyn Fn(App)>>,
}

impl Action {
    /// An action that nothing does yet.
    pub fn new(name: impl Into<String>, hint: &'static str, of: Of) -> Self {
        Self { name: name.into(), hint, of, keys: Vec::new(), applies: |_| true, run: None }
    }

    /// Gives it keys.
    pub fn keys(self, keys: &[Keys]) -> Self {
        Self { keys: keys.to_vec(), ..self }
    }

    /// Says when it applies.
    pub fn when(self, applies: fn(App) -> bool) -> Self {
        Self { applies, ..self }
    }

    /// Says what it does.
    pub fn does(self, run: impl Fn(App) + 'static) -> Self {
        Self { run: Some(Rc::new(run)), ..self }
    }

    /// Whether it can be done now.
    pub fn is_possible(&self, app: App) -> bool {
        self.run.is_some() && (self.applies)(app)
    }

    /// Does it, if it can be done now.
    pub fn run(&self, app: App) {
        if let Some(run) = self.run.as_ref().filter(|_| (self.applies)(app)) {
            run(app);
        }
    }
}

thread_local! {
    /// What the views that are there offer, each with a number of its own.
    static OFFERED: RefCell<(u32, Vec<(u32, Action)>)> = const { RefCell::new((0, Vec::new())) };
}

/// Offers what a view can do for as long as it is there. It takes the place of an action of the same name.
pub fn offer(action: Action) {
    let number = OFFERED.with_borrow_mut(|(last, offered)| {
        *last += 1;
        offered.push((*last, action));
        *last
    });
    on_cleanup(move || OFFERED.with_borrow_mut(|(_, offered)| offered.retain(|(it, _)| *it != number)));
}

/// All actions, those that do not apply just now among them, as the help page lists them.
pub fn all() -> Vec<Action> {
    let mut all = [risks::all(), edit::all(), go::all(), files::all()].concat();
    OFFERED.with_borrow(|(_, offered)| {
        for (_, action) in offered {
            match all.iter_mut().find(|it| it.name == action.name) {
                Some(known) => *known = action.clone(),
                None => all.push(action.clone()),
            }
        }
    });
    all
}

/// The actions that can be done now.
pub fn possible(app: App) -> Vec<Action> {
    let mut all = all();
    all.retain(|action| action.is_possible(app));
    all
}

/// Does the action of this name, if it can be done now.
pub fn run(app: App, name: &str) {
    if let Some(action) = all().into_iter().find(|action| action.name == name) {
        action.run(app);
    }
}

#[cfg(test)]
mod tests;
