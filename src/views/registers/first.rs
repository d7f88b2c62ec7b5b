//! The first visit: what there is to begin with, and where the data will live.

use leptos::prelude::*;

use super::{Shelf, samples};
use crate::erased::heard;
use crate::views::import::ImportButton;

/// What stands in the place of the list while there is no register.
pub fn first(shelf: Shelf) -> AnyView {
    view! {
        <div class="first">
            <div class="lead">
                <p>"There are no registers in this browser yet."</p>
                <p>"Make one, bring one in, or look round in a sample."</p>
            </div>
            <div class="buttons">
                <button type="button" class="primary" on:click=heard(move |_| shelf.ask_new())>
                    "New register"
                </button>
                {ImportButton()}
                {super::open_file(shelf.app)}
                <span class="hint">"or drop files anywhere on this page"</span>
            </div>
            <section aria-labelledby="samples-heading">
                <h2 id="samples-heading">"Samples"</h2>
                <p class="hint">
                    "Each is worded anew after a published council paper. It opens as a register of your own, to try things on."
                </p>
                {samples::list(shelf)}
            </section>
            <section class="about" aria-labelledby="about-heading">
                <h2 id="about-heading">"Where your registers live"</h2>
                <ul>
                    <li>"In this browser on this computer: each change is saved as you make it."</li>
                    <li>"Nothing is sent anywhere. Nobody else sees a register unless you send them a file."</li>
                    <li>"Save a file now and then as a backup: clearing the browser’s data deletes what is here."</li>
                </ul>
                <p><a href="#/help">"Help: keys, terms, moving a register"</a></p>
            </section>
        </div>
    }
    .into_any()
}
