//! The dialog that asks for a title: of a new register, or another one for a register that is there.

use leptos::html;
use leptos::prelude::*;
use register::Id;

use super::{Shelf, focus};
use crate::components::Dialog;
use crate::erased::{derived, effect, heard};
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
                    app.rename(books, &id, &title);
                    focus(&format!("[data-register='{id}'] .title"));
                });
            }
        }
    }
}

/// The dialog.
pub fn dialog(shelf: Shelf) -> AnyView {
    let heading = derived(move || shelf.naming.with(Naming::heading).to_owned());
    view! { <Dialog open=shelf.asking_title title=heading>{form(shelf)}</Dialog> }.into_any()
}

fn form(shelf: Shelf) -> AnyView {
    let node = NodeRef::<html::Input>::new();
    let error = RwSignal::new(None::<&'static str>);
    let naming = shelf.naming.get_untracked();
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
            Ok(_) if shelf.app.is_waiting() => {}
            Ok(title) => {
                shelf.asking_title.set(false);
                naming.take(shelf.app, title);
            }
            Err(wrong) => {
                error.set(Some(wrong));
                if let Some(input) = node.get_untracked() {
                    input.focus().unwrap_or_default();
                }
            }
        }
    };
    view! {
        <form class="naming" on:submit=heard(submit) novalidate>
            <label>
                <span>"Title"</span>
                <input
                    type="text"
                    autocomplete="off"
                    node_ref=node
                    prop:value=title
                    aria-invalid=move || error.get().map(|_| "true")
                    aria-describedby="title-error"
                />
            </label>
            <p id="title-error" class="error" role="alert">{move || error.get().map(str::to_owned)}</p>
            <div class="buttons">
                <button type="submit" class="primary">{verb}</button>
                <button type="button" on:click=heard(move |_| shelf.asking_title.set(false))>"Cancel"</button>
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
