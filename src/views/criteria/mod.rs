//! The criteria: scales, matrix, bands and lists of names, with the register's own fields before them.

mod about;
mod appetite;
mod axis;
mod bands;
mod cells;
mod desk;
mod entry;
mod mapping;
mod matrix;
mod menu;
mod names;
mod paint;
mod preset;
mod progress;
mod question;

use leptos::prelude::*;
use register::criteria_edit::Scale;

use desk::{Desk, focus};

use crate::erased::heard;

/// The view.
#[component]
pub fn CriteriaPage() -> impl IntoView {
    let desk = Desk::new();
    let sections: [(&'static str, &'static str, AnyView); 8] = [
        ("about", "About this register", about::about(desk)),
        ("likelihood", "Likelihood scale", axis::axis(desk, Scale::Likelihood)),
        ("impact", "Impact scale", axis::axis(desk, Scale::Impact)),
        ("matrix", "Matrix", matrix::matrix(desk)),
        ("bands", "Bands", bands::bands(desk)),
        ("names", "Lists of names", names::names(desk)),
        ("escalation", "Escalation score", names::escalation(desk)),
        ("preset", "Start from a preset", preset::presets(desk)),
    ];
    let links = sections.iter().map(|(id, title, _)| {
        let id = format!("criteria-{id}");
        view! { <button type="button" class="quiet" on:click=heard(move |_| focus(&id))>{*title}</button> }.into_any()
    });
    let links = links.collect_view();
    let section = |(id, title, body)| {
        let id = format!("criteria-{id}");
        view! {
            <section aria-labelledby=id.clone() class:matrix-part=id == "criteria-matrix">
                <h2 id=id.clone() tabindex="-1">{title}</h2>
                {body}
            </section>
        }
        .into_any()
    };
    view! {
        <div class="criteria">
            <nav aria-label="Parts of the criteria">{links}</nav>
            <div class="parts">{sections.into_iter().map(section).collect_view()}</div>
            {question::question(desk)}
        </div>
    }
    .into_any()
}
