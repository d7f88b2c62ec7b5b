//! The dialog that asks for a title: of a new register, or another one for a register that is there.

use leptos::html;
use leptos::prelude::*;
use register::Id;

use super::{Shelf, focus};
use crate::components::{Dialog, Errors};
use crate::erased::{effect, heard, spawn};
use crate::state::App;

/// What the title is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Naming {
    /// A new register.
    New,
    /// A register that has this title now.
    Rename(Id, String),
}

impl Naming {
    const fn heading(&self) -> &'static str {
        match self {
            Self::New => "New register",
            Self::Rename(..) => "Rename register",
        }
    }

    const fn verb(&self) -> &'static str {
        match self {
            Self::New => "Make the register",
            Self::Rename(..) => "Rename",
        }
    }

    /// The title as typed; no register is to be without one.
    fn check(title: &str) -> Result<&str, &'static str> {
        match title.trim() {
            "" => Err("Enter a title, such as Corporate risks 2026."),
            title => Ok(title),
        }
    }

    fn take(&self, app: App, title: &str) {
        match self {
            Self::New => {
                let (register, here) = (App::blank(title), app.route.get_untracked());
                app.with_books(move |books| {
                    let made = format!("“{}” is among your registers.", register.title);
                    let id = app.keep(books, register);
                    if app.route.get_untracked() == here {
                        app.enter(id);
                    } else {
                        app.tell(made);
                    }
                });
            }
            Self::Rename(id, _) => {
                let (id, title) = (id.clone(), title.to_owned());
                app.with_books(move |books| {
                    spawn(async move {
                        app.rename(books, &id, &title).await;
                        focus(&format!("[data-register='{id}'] .title"));
                    });
                });
            }
        }
    }
}

/// The two dialogs: an action from anywhere can open the one for a new register.
pub fn dialogs(shelf: Shelf) -> AnyView {
    let renaming = move || shelf.renaming.get_untracked();
    view! {
        <Dialog open=shelf.app.naming title=Naming::New.heading()>
            {form(shelf.app, Naming::New, shelf.app.naming)}
        </Dialog>
        <Dialog open=shelf.asking_title title="Rename register">{form(shelf.app, renaming(), shelf.asking_title)}</Dialog>
    }
    .into_any()
}

/// The field's id.
const TITLE: &str = "register-title";

fn form(app: App, naming: Naming, open: RwSignal<bool>) -> AnyView {
    let node = NodeRef::<html::Input>::new();
    let errors = Errors::new();
    let (verb, title) = match &naming {
        Naming::New => (naming.verb(), String::new()),
        Naming::Rename(_, title) => (naming.verb(), title.clone()),
    };
    effect(move || {
        if let Some(input) = node.get() {
            // The dialog is shown in the same turn; the focus can go into it only after that.
            request_animation_frame(move || {
                input.focus().unwrap_or_default();
                input.select();
            });
        }
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let text = node.get_untracked().map(|input| input.value()).unwrap_or_default();
        match Naming::check(&text) {
            // The dialog stays, and what was typed in it.
            Ok(_) if app.is_waiting() => {}
            Ok(title) => {
                open.set(false);
                naming.take(app, title);
            }
            Err(wrong) => errors.tell_one(TITLE, wrong),
        }
    };
    view! {
        <form class="naming" on:submit=heard(submit) novalidate>
            {errors.summary()}
            {errors.line(TITLE, "Title", node, title)}
            <div class="buttons">
                <button type="submit" class="primary">{verb}</button>
                <button type="button" on:click=heard(move |_| open.set(false))>"Cancel"</button>
            </div>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_asked_for_until_there_is_one() {
        assert_eq!(Naming::check("  Corporate 2026 "), Ok("Corporate 2026"));
        assert!(Naming::check(" \t").is_err());
    }
}
