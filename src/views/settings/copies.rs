//! The daily copies: whether there are any, which, and a look at one.

use leptos::prelude::*;
use register::date::DateText;

use super::switch;
use crate::erased::{heard, spawn};
use crate::platform::copies::{self, Copy};
use crate::state::App;
use crate::state::arriving::counted;
use crate::state::copies::OFF;
use crate::state::shelf::UNTITLED;

/// What is known of the copies.
#[derive(Clone)]
enum Known {
    /// Nothing yet.
    Asking,
    /// This browser keeps none here.
    None,
    /// These, newest first.
    Some(Vec<Copy>),
}

/// The part of the page about daily copies.
pub fn section(app: App) -> AnyView {
    let known = RwSignal::new(Known::Asking);
    let look = move || {
        spawn(async move {
            let all = copies::all().await.map(|mut all| {
                all.reverse();
                all
            });
            known.try_set(all.map_or(Known::None, Known::Some));
        });
    };
    look();
    let words = "Keep a copy of each register on each day it is opened, the last seven";
    let chosen = move |on: bool| {
        let Known::Some(all) = known.get_untracked() else { return };
        if !on {
            spawn(async move {
                copies::forget(&all).await.unwrap_or_default();
                look();
            });
        }
    };
    let content = move || match known.get() {
        Known::Asking => ().into_any(),
        Known::None => view! { <p>"This browser keeps no copies here. Save a file now and then."</p> }.into_any(),
        Known::Some(all) if all.is_empty() => view! { <p class="hint">"There are no copies yet."</p> }.into_any(),
        Known::Some(all) => table(app, all),
    };
    view! {
        <section aria-labelledby="copies-heading">
            <h2 id="copies-heading">"Daily copies"</h2>
            {switch(app, "Daily copies", words, OFF, chosen)}
            <p class="hint">
                "Copies help after a mistake. They are in this browser too, so they do not replace a file. Switching this \
                 off deletes them."
            </p>
            {move || content()}
        </section>
    }
    .into_any()
}

fn table(app: App, all: Vec<Copy>) -> AnyView {
    view! {
        <table class="asides listing">
            <caption class="sr">"Copies of registers"</caption>
            <thead>
                <tr>
                    <th scope="col">"Register"</th>
                    <th scope="col">"Day"</th>
                    <th scope="col">"Risks"</th>
                    <th scope="col"><span class="sr">"What can be done"</span></th>
                </tr>
            </thead>
            <tbody>{all.into_iter().map(|copy| row(app, copy)).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(app: App, copy: Copy) -> AnyView {
    let title = if copy.title.is_empty() { UNTITLED.to_owned() } else { copy.title.clone() };
    let day = DateText::typed(&copy.day).long();
    let name = format!("{title}, copy of {day}");
    let label = format!("Look at it: {name}");
    let risks = counted(copy.risks, "risk");
    let open = move |_: web_sys::MouseEvent| {
        let (copy, name) = (copy.clone(), name.clone());
        spawn(async move {
            match copies::bytes(&copy).await {
                Ok(Some(bytes)) => app.receive_copy(name, bytes),
                _ => app.tell("This copy is not there any more. Another tab may have deleted it.".to_owned()),
            }
        });
    };
    view! {
        <tr>
            <th scope="row">{title}</th>
            <td>{day}</td>
            <td>{risks}</td>
            <td class="do">
                <button type="button" class="quiet" aria-label=label on:click=heard(open)>"Look at it"</button>
            </td>
        </tr>
    }
    .into_any()
}
