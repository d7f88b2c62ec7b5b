//! What is in the files that came in, and what is to become of each register.

use std::sync::Arc;

use leptos::prelude::*;

use super::report;
use crate::components::errors::{self, Wrong};
use crate::erased::{each, heard, memo};
use crate::platform::clock;
use crate::state::app;
use crate::state::arriving::{Arriving, Choice, Here, contents, counted};
use crate::state::import::{Arrival, Content, Stage};
use crate::state::shelf::UNTITLED;
use crate::views::lock;

/// The content of the dialog.
pub fn preview() -> AnyView {
    let app = app();
    let imports = app.imports;
    // Made anew when the dialog opens and gone when it closes; what was not imported by then is forgotten.
    on_cleanup(move || {
        imports.files.try_update_untracked(Vec::clear);
    });
    let count = memo(move || imports.count());
    let verb = move || match count.get() {
        0 => "Import".to_owned(),
        count => format!("Import {}", counted(count, "register")),
    };
    // A file that has been read is shown anew; the others stay as they are, and with them what was chosen.
    let key =
        |file: &Arrival| (file.number, matches!(file.stage, Stage::Reading), matches!(file.stage, Stage::Locked(_)));
    let wrong = memo(move || imports.files.with(|files| files.iter().filter_map(wrong).collect::<Vec<_>>()));
    view! {
        {errors::summary(wrong.into())}
        <p>"Nothing is stored yet. Look at what is in the files, then import."</p>
        {each(move || imports.files.get(), key, file)}
        <div class="buttons import-end">
            <button
                type="button"
                class="primary"
                disabled=move || count.get() == 0 || imports.is_reading()
                on:click=heard(move |_| app.with_books(move |books| app.import(books)))
            >
                {move || verb()}
            </button>
            <button type="button" on:click=heard(move |_| imports.open.set(false))>"Cancel"</button>
        </div>
    }
    .into_any()
}

/// The id of the part about a file.
fn id(file: &Arrival) -> String {
    format!("import-file-{}", file.number)
}

/// Why nothing can be made of a file.
fn wrong(file: &Arrival) -> Option<Wrong> {
    match &file.stage {
        Stage::Wrong(reason) => Some(Wrong { field: id(file), text: format!("{}: {reason}", file.name) }),
        _ => None,
    }
}

fn file(file: Arrival) -> AnyView {
    let id = id(&file);
    let content = match file.stage {
        Stage::Reading => {
            view! { <p role="status">"Reading… "<progress aria-label="Reading"></progress></p> }.into_any()
        }
        Stage::Wrong(reason) => view! { <p class="error"><span class="sr">"Error: "</span>{reason}</p> }.into_any(),
        Stage::Locked(locked) => lock::opening(file.number, locked),
        Stage::Read(content) => read(file.number, &content),
    };
    let name = file.name.clone();
    view! {
        <section class="import-file" id=id tabindex="-1" aria-label=file.name>
            <h3>{name}</h3>
            {content}
        </section>
    }
    .into_any()
}

fn read(number: u32, content: &Arc<Content>) -> AnyView {
    let about_file = report::report(&content.report, "What was odd in the file");
    let registers = content.registers.iter().enumerate().map(|(place, it)| register(&format!("{number}-{place}"), it));
    view! {
        {about_file}
        {registers.collect_view()}
    }
    .into_any()
}

fn register(key: &str, arriving: &Arriving) -> AnyView {
    let register = &arriving.register;
    let title = if register.title.is_empty() { UNTITLED.to_owned() } else { register.title.clone() };
    let news = match arriving.here.len() {
        0 => "New: no register here has this title and entity.",
        1 => "A register with this title and entity is here already.",
        _ => "Several registers with this title and entity are here already.",
    };
    let mut choices = vec![(Choice::Add, "Add as a new register".to_owned())];
    choices.extend(arriving.here.iter().map(|here| (Choice::Replace(here.id.clone()), replacing(here))));
    choices.push((Choice::LeaveOut, "Leave out".to_owned()));
    let name = format!("import-{key}");
    let radio = |(choice, label): (Choice, String)| {
        let (chosen, name, own) = (arriving.choice.clone(), name.clone(), choice.clone());
        let checked = {
            let chosen = chosen.clone();
            move || chosen.with(|chosen| *chosen == own)
        };
        view! {
            <label>
                <input
                    type="radio"
                    name=name
                    prop:checked=move || checked()
                    on:change=heard(move |_| chosen.set(choice.clone()))
                />
                <span>{label}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <div class="arriving">
            <h4>{title.clone()}</h4>
            <p class="entity">{register.entity_line()}</p>
            <p>{contents(register)}</p>
            <p class="hint">{news}</p>
            <fieldset>
                <legend class="sr">{format!("What to do with {title}")}</legend>
                {choices.into_iter().map(radio).collect_view()}
            </fieldset>
            {report::report(&arriving.report, "What was odd in this register")}
        </div>
    }
    .into_any()
}

/// The choice to replace a register that is here.
fn replacing(here: &Here) -> String {
    let changed = here.last_changed.as_deref().map(|at| format!(", last changed {}", clock::local(at)));
    let risks = counted(here.risks, "risk");
    format!("Replace the one here with {risks}{} (the old one goes to the bin)", changed.unwrap_or_default())
}
