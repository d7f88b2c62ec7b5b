//! A view whose part may still have to be loaded.

use leptos::prelude::*;

use super::{Make, Part};
use crate::erased::{heard, spawn};

/// How far a part is.
#[derive(Clone, Copy)]
enum Stage {
    Loading,
    Loaded(Make),
    Failed,
}

/// The view of a part, at once where it has been loaded.
pub fn shown(part: Part) -> AnyView {
    if let Some(make) = part.loaded() {
        return make();
    }
    let stage = RwSignal::new(Stage::Loading);
    load(part, stage);
    let view = move || match stage.get() {
        Stage::Loading => loading(),
        Stage::Loaded(make) => make(),
        Stage::Failed => failed(part, stage),
    };
    view! { {move || view()} }.into_any()
}

/// What stands in the place of a view that is being loaded. style/base.css shows it only where that takes a while.
pub fn loading() -> AnyView {
    view! { <p class="loading" role="status">"Opening…"</p> }.into_any()
}

fn load(part: Part, stage: RwSignal<Stage>) {
    spawn(async move {
        let now = part.load().await.map_or(Stage::Failed, Stage::Loaded);
        // The user may have gone elsewhere meanwhile.
        stage.try_set(now);
    });
}

fn failed(part: Part, stage: RwSignal<Stage>) -> AnyView {
    let again = move |_: web_sys::MouseEvent| {
        stage.set(Stage::Loading);
        load(part, stage);
    };
    view! {
        <section class="page" role="alert">
            <h2>"This part of Heatgrid could not be loaded"</h2>
            <p>"Your registers are not touched. Check the connection to the network, then try again."</p>
            <p><button type="button" class="primary" on:click=heard(again)>"Try again"</button></p>
            <p>"If it still cannot be loaded, reload the page: there may be a newer version."</p>
        </section>
    }
    .into_any()
}
