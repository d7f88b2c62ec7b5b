//! The popup with the filters that the user has kept: choose, rename, delete, and keep the present one.

use leptos::html;
use leptos::prelude::*;
use register::filter::{Of, sentence};

use crate::components::popup::{At, focus_first};
use crate::erased::{derived, each, heard, memo};
use crate::platform::clock;
use crate::route::{Place, Route};
use crate::state::{App, Kept};

/// The content of the popup.
pub fn kept(app: App, of: Of, within: At) -> AnyView {
    let kept = memo(move || app.kept());
    let renaming = RwSignal::new(None::<String>);
    let deleted = RwSignal::new(None::<Kept>);
    let names = move || kept.with(|kept| kept.iter().map(|it| it.name.clone()).collect::<Vec<_>>());
    let entry = move |name: String| {
        let own = name.clone();
        let is_renamed = memo(move || renaming.with(|it| it.as_ref() == Some(&own)));
        let one = move || match is_renamed.get() {
            true => rename(app, name.clone(), renaming),
            false => shown(app, of, within, name.clone(), renaming, deleted),
        };
        view! { <li>{move || one()}</li> }.into_any()
    };
    let none = move || {
        let text = "Filters that you save stand here, in every register.";
        kept.with(Vec::is_empty).then(|| view! { <p class="hint">{text}</p> }.into_any())
    };
    let put_back = move || {
        let gone = deleted.get()?;
        let text = format!("“{}” is deleted.", gone.name);
        let back = move |_: web_sys::MouseEvent| {
            app.keep_asked(gone.clone());
            deleted.set(None);
            focus_first();
        };
        Some(view! { <p class="gone" role="status">{text} <button type="button" on:click=heard(back)>"Put it back"</button></p> }.into_any())
    };
    view! {
        <div class="my-filters">
            {move || none()}
            <ul aria-label="My filters">{each(names, String::clone, entry)}</ul>
            {move || put_back()}
            {keep(app, of)}
        </div>
    }
    .into_any()
}

/// One that is kept: its name, which puts it to use, and what it asks here.
fn shown(
    app: App,
    of: Of,
    within: At,
    name: String,
    renaming: RwSignal<Option<String>>,
    deleted: RwSignal<Option<Kept>>,
) -> AnyView {
    let same = name.clone();
    let asked = memo(move || app.kept().into_iter().find(|it| it.name == same).map(|it| it.asked).unwrap_or_default());
    let is_present = move || asked.with(|asked| app.place().asked() == *asked);
    let words = move || said(app, of, &app.place().asking(&asked.get()));
    let choose = move |_: web_sys::MouseEvent| {
        within.set(None);
        app.replace(Route::Register(app.place_untracked().asking(&asked.get_untracked())));
    };
    let (to_rename, to_delete) = (name.clone(), name.clone());
    let delete = move |_: web_sys::MouseEvent| {
        deleted.set(Some(Kept { name: to_delete.clone(), asked: asked.get_untracked() }));
        app.drop_asked(&to_delete);
        focus_first();
    };
    view! {
        <div class="kept-one">
            <button
                type="button"
                class="quiet kept-name"
                data-first
                aria-current=move || is_present().then_some("true")
                on:click=heard(choose)
            >
                {name.clone()}
            </button>
            <button
                type="button"
                class="quiet"
                aria-label=format!("Rename {name}")
                on:click=heard(move |_| renaming.set(Some(to_rename.clone())))
            >
                "Rename"
            </button>
            <button type="button" class="quiet" aria-label=format!("Delete {name}") on:click=heard(delete)>"Delete"</button>
        </div>
        <p class="hint">{move || words()}</p>
    }
    .into_any()
}

fn said(app: App, of: Of, place: &Place) -> String {
    app.with_register(|register| sentence(register, of, &place.filter, &place.sort, place.group, clock::today()))
}

/// A name that is being typed, and what is wrong with it.
struct Naming {
    node: NodeRef<html::Input>,
    error: RwSignal<Option<String>>,
}

impl Naming {
    fn new() -> Self {
        Self { node: NodeRef::new(), error: RwSignal::new(None) }
    }

    fn field(&self, label: &'static str, text: String) -> AnyView {
        let (node, error) = (self.node, self.error);
        view! {
            <label>
                <span>{label}</span>
                <input
                    type="text"
                    autocomplete="off"
                    data-first
                    node_ref=node
                    prop:value=text
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    on:input=heard(move |_: web_sys::Event| error.set(None))
                />
            </label>
            <p class="error" role="alert">{move || error.get()}</p>
        }
        .into_any()
    }
}

fn rename(app: App, name: String, renaming: RwSignal<Option<String>>) -> AnyView {
    let naming = Naming::new();
    let (node, error) = (naming.node, naming.error);
    let field = naming.field("New name", name.clone());
    crate::erased::effect(move || {
        if let Some(input) = node.get() {
            request_animation_frame(move || {
                input.focus().unwrap_or_default();
                input.select();
            });
        }
    });
    let done = move || {
        renaming.set(None);
        focus_first();
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = node.get_untracked().map(|input| input.value()).unwrap_or_default();
        let to = typed.trim();
        let taken = to != name && app.kept().iter().any(|it| it.name == to);
        match (to.is_empty(), taken) {
            (true, _) => error.set(Some(NO_NAME.to_owned())),
            (_, true) => error.set(Some(format!("Another filter is called “{to}”. Enter a different name."))),
            _ => {
                app.rename_asked(&name, to);
                done();
            }
        }
    };
    // Escape gives the renaming up, not the popup.
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            done();
        }
    };
    view! {
        <form on:submit=heard(submit) on:keydown=heard(escape) novalidate>
            {field}
            <div class="buttons">
                <button type="submit" class="primary">"Rename"</button>
                <button type="button" on:click=heard(move |_| done())>"Cancel"</button>
            </div>
        </form>
    }
    .into_any()
}

const NO_NAME: &str = "Enter a name, such as High and overdue.";

/// Keeping the present filter under a name.
fn keep(app: App, of: Of) -> AnyView {
    let naming = Naming::new();
    let (node, error) = (naming.node, naming.error);
    let replacing = RwSignal::new(None::<String>);
    let words = derived(move || said(app, of, &app.place()));
    let field = naming.field("Name", String::new());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = node.get_untracked().map(|input| input.value()).unwrap_or_default();
        let name = typed.trim().to_owned();
        let is_there = untrack(|| app.kept()).iter().any(|it| it.name == name);
        if name.is_empty() {
            error.set(Some(NO_NAME.to_owned()));
        } else if is_there && replacing.with_untracked(|it| it.as_ref() != Some(&name)) {
            error.set(Some(format!("A filter is called “{name}” already. Save again to put this one in its place.")));
            replacing.set(Some(name));
            return;
        } else {
            app.keep_asked(Kept { name, asked: app.place_untracked().asked() });
            if let Some(input) = node.get_untracked() {
                input.set_value("");
            }
        }
        replacing.set(None);
    };
    let nothing = memo(move || app.place().asks_nothing());
    view! {
        <form class="keep" aria-label="Save this filter" on:submit=heard(submit) novalidate hidden=move || nothing.get()>
            <h3>"Save this filter"</h3>
            <p>{move || words.get()}</p>
            {field}
            <div class="buttons"><button type="submit" class="primary">"Save this filter"</button></div>
        </form>
        <p class="hint" hidden=move || !nothing.get()>"To save a filter, filter, sort or group the risks first."</p>
    }
    .into_any()
}
