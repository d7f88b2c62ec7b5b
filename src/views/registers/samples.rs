//! The samples that come with the page.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::Shelf;
use crate::components::Dialog;
use crate::erased::{heard, spawn};
use crate::platform::page;
use crate::state::App;
use crate::state::books::NOT_LOADED;
use crate::state::reading::{Unread, read};

/// A sample.
struct Sample {
    file: &'static str,
    title: &'static str,
    /// Which published form it has.
    kind: &'static str,
    /// What is in it.
    form: &'static str,
}

const SAMPLES: [Sample; 5] = [
    Sample {
        file: "2024-directorate-cards",
        kind: "Cards",
        title: "Children, education and families 2024",
        form: "9 risks with triggers, controls, critical success and action plans.",
    },
    Sample {
        file: "2021-corporate-cards",
        kind: "Cards with assurance",
        title: "Corporate risks 2021",
        form: "7 risks of a whole council, with appetite, likelihood factors, consequences and assurance.",
    },
    Sample {
        file: "2018-directorate-summary",
        kind: "Summary and heat map",
        title: "People and communities 2018",
        form: "17 risks as a committee saw them: triggers, residual score, appetite and controls.",
    },
    Sample {
        file: "2017-directorate-grid-and-matrix",
        kind: "Grid and matrix",
        title: "Children, families and adults 2017",
        form: "14 risks with a named matrix and acronyms, most of their scores left blank.",
    },
    Sample {
        file: "2016-directorate-grid",
        kind: "Wide grid",
        title: "Children, families and adults 2016",
        form: "16 risks scored without and with controls, with actions and a glossary.",
    },
];

/// The dialog that offers the samples.
pub fn dialog(shelf: Shelf) -> AnyView {
    view! {
        <Dialog open=shelf.samples title="Open a sample">
            <p>"Each is put among your registers as one of your own: change it as you like, or delete it."</p>
            {list(shelf)}
        </Dialog>
    }
    .into_any()
}

/// The samples as a list of buttons.
pub fn list(shelf: Shelf) -> AnyView {
    let opening = RwSignal::new(false);
    let wrong = RwSignal::new(None::<String>);
    let sample = |sample: &'static Sample| {
        let open = move |_| {
            if shelf.app.is_waiting() {
                return;
            }
            opening.set(true);
            wrong.set(None);
            spawn(async move {
                // Closing the list gives the sample up; by then another one may be open.
                let is_wanted = || opening.try_get_untracked().is_some();
                match fetch(shelf.app, sample, is_wanted).await {
                    Ok(()) if is_wanted() => drop(shelf.samples.try_set(false)),
                    Ok(()) => {}
                    Err(words) => drop(wrong.try_set(Some(words))),
                }
                opening.try_set(false);
            });
        };
        view! {
            <li>
                <button type="button" class="sample" disabled=move || opening.get() on:click=heard(open)>
                    <strong>{sample.title}</strong>" "
                    <span class="kind">{sample.kind}</span>" "
                    <span>{sample.form}</span>
                </button>
            </li>
        }
        .into_any()
    };
    view! {
        <ul class="samples">{SAMPLES.iter().map(sample).collect_view()}</ul>
        <p role="status">{move || opening.get().then(|| "Opening…".to_owned())}</p>
        <p class="error" role="alert">{move || wrong.get()}</p>
    }
    .into_any()
}

/// Puts a sample on the shelf and opens it, if it is still wanted when it has come.
async fn fetch(app: App, sample: &Sample, is_wanted: impl Fn() -> bool) -> Result<(), String> {
    let bytes = page::own_file(&format!("samples/{}.json", sample.file)).await.map_err(|error| refusal(&error))?;
    let incoming = read(bytes).await.map_err(Unread::words)?;
    let books = app.books().await.map_err(|_| NOT_LOADED.to_owned())?;
    if let Some(first) = incoming.registers.into_iter().next().filter(|_| is_wanted()) {
        let id = app.keep(books, first.register);
        app.enter(id);
    }
    Ok(())
}

/// Why there was no sample, for the user.
fn refusal(error: &JsValue) -> String {
    match error.as_f64() {
        Some(status) => format!(
            "The sample is missing from this site (answer {status}). Tell whoever looks after the site; your own \
             registers are not touched."
        ),
        None => "The sample could not be fetched. Check the connection to the network and try again.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_samples_are_what_the_list_says() {
        for sample in &SAMPLES {
            let path = format!("{}/samples/{}.json", env!("CARGO_MANIFEST_DIR"), sample.file);
            let mut count = 0;
            let mut ids = || {
                count += 1;
                register::Id(count.to_string())
            };
            let incoming = exchange::read(&std::fs::read(&path).unwrap(), &mut ids).unwrap();
            let register = &incoming.registers[0].register;
            assert_eq!((register.title.as_str(), incoming.registers.len()), (sample.title, 1), "{path}");
            let count = format!("{} risks", register.risks.len());
            assert!(sample.form.contains(&count), "{path}: {count}");
        }
    }
}
