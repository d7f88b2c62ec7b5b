//! The first visit: what there is to begin with, and where the data will live.

use leptos::prelude::*;

use super::naming::Naming;
use super::{Shelf, samples};
use crate::erased::heard;
use crate::views::import::ImportButton;

/// What stands in the place of the list while there is no register.
pub fn first(shelf: Shelf) -> AnyView {
    view! {
        <div class="first">
            <p>"There are no registers in this browser yet."</p>
            <div class="buttons">
                <button type="button" class="primary" on:click=heard(move |_| shelf.ask_title(Naming::New))>
                    "New register"
                </button>
                {ImportButton()}
                <span class="hint">"or drop files anywhere on this page"</span>
            </div>
            <h2>"Or begin with a sample"</h2>
            {samples::list(shelf)}
            <h2>"Where your registers live"</h2>
            <ul class="about">
                <li>"In this browser on this computer: each change is saved as you make it."</li>
                <li>"Nothing is sent anywhere. Nobody else sees a register unless you send them a file."</li>
                <li>"Save a file now and then as a backup: clearing the browser’s data deletes what is here."</li>
            </ul>
        </div>
    }
    .into_any()
}
