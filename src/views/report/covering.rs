//! The covering report, written where its sheets stand otherwise.

use leptos::prelude::*;
use register::IMPLICATIONS;
use register::change::Place;
use register::covering::main_issues;
use register::filter::Filter;
use register::record::Record;
use report::{Edition, choose};
use serde_json::Value;

use super::asked::Desk;
use crate::components::Field;
use crate::components::field::FieldProps;
use crate::erased::{derived, heard};
use crate::platform::clock;

/// A field: its name, its label, a hint.
type Line = (&'static str, &'static str, &'static str);

const FACTS: [Line; 8] = [
    ("to", "To", "The committee."),
    ("meeting_date", "Meeting date", "Such as 11/09/2018."),
    ("from", "From", ""),
    ("divisions", "Electoral divisions", "Such as All."),
    ("forward_plan", "Forward plan reference", "Such as N/A."),
    ("key_decision", "Key decision", "Yes or No."),
    ("purpose", "Purpose", ""),
    ("recommendation", "Recommendation", "What the committee is asked to do."),
];

const CONTACTS: [Line; 2] = [
    ("officers", "Officer contacts", "One a line: name; post; email; telephone."),
    ("members", "Member contacts", "One a line: name; post; email; telephone."),
];

const BACKGROUND: Line = ("background", "Background", "A numbered paragraph a line.");

const ISSUES: Line = (
    "main_issues",
    "Main issues",
    "A numbered paragraph a line. Lines that begin with a number or a dash are listed below the paragraph before.",
);

const PRIORITIES: Line = (
    "priorities",
    "Alignment with corporate priorities",
    "One a line: the priority, a colon, what the report means for it. Without more: no significant implications.",
);

const SOURCES: Line = ("sources", "Source documents", "One a line: the document; where it can be read.");

/// The form.
pub fn form(desk: Desk) -> AnyView {
    let fields = move |lines: &[Line]| lines.iter().map(|line| field(desk, *line, "")).collect_view();
    let implications = IMPLICATIONS.map(|(name, label)| field(desk, (name, label, ""), "No significant implications."));
    let back = move |_: web_sys::MouseEvent| {
        desk.writing.set(false);
        super::go_to(".report-preview");
    };
    let title = move || format!("Covering report of {}", desk.app.title());
    view! {
        <div class="covering">
            <header>
                <h2>{move || title()}</h2>
                <button type="button" class="primary" on:click=heard(back)>"Show the sheets"</button>
            </header>
            <p class="hint">"It belongs to the register and goes with its file. It is part of the public edition too, so keep what is exempt out of it."</p>
            <section aria-label="Facts" class="fields">{fields(&FACTS)}{fields(&CONTACTS)}</section>
            <section aria-label="Paragraphs" class="fields">
                {field(desk, BACKGROUND, "")}
                {field(desk, ISSUES, "")}
                <div>
                    <button type="button" on:click=heard(move |_| draft(desk))>"Draft the main issues from the register"</button>
                </div>
                {field(desk, PRIORITIES, "")}
            </section>
            <section aria-labelledby="implications-heading" class="fields">
                <h3 id="implications-heading">"Significant implications"</h3>
                {implications.into_iter().collect_view()}
            </section>
            <section aria-label="Sources" class="fields">{field(desk, SOURCES, "")}</section>
        </div>
    }
    .into_any()
}

fn field(desk: Desk, (field, label, hint): Line, placeholder: &str) -> AnyView {
    Field(FieldProps {
        place: Place::Covering,
        field: field.to_owned(),
        value: derived(move || desk.app.head.with(|head| head.covering.get(field).unwrap_or_default())),
        label: Some(label.to_owned()),
        placeholder: placeholder.to_owned(),
        bare: false,
        hint: hint.to_owned(),
    })
    .into_any()
}

/// Writes the main issues from what the public may know of all risks, below what somebody has written.
fn draft(desk: Desk) {
    let app = desk.app;
    let text = app.with_register(|register| {
        let chosen = choose(register, Edition::Public, "", &Filter::default(), &[], clock::today());
        let written = register.covering.main_issues.trim_end();
        let drafted = main_issues(&chosen.register, &chosen.places);
        if written.is_empty() { drafted } else { format!("{written}\n\n{drafted}") }
    });
    app.set(&Place::Covering, "main_issues", Value::from(text));
    app.tell_undoable("The main issues are drafted from the register. They are yours to edit.".to_owned());
}
