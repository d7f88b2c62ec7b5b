//! Heatgrid: an editor for council risk registers that is one static page.

mod components;
mod erased;
mod fields;
mod platform;
mod route;
mod state;
mod storage;
mod views;

use leptos::prelude::*;

fn main() {
    std::panic::set_hook(Box::new(|info| platform::rescue::show(&info.to_string())));
    // Leptos has its own way to spawn, but only once it has mounted something.
    wasm_bindgen_futures::spawn_local(async {
        // Before anything is read: what local storage has lost comes back from the journal.
        platform::journal::replayed().await;
        mount_to_body(|| {
            let app = state::App::new();
            provide_context(app);
            app.follow_the_browser();
            app.follow_theme();
            views::frame::Page()
        });
    });
}
