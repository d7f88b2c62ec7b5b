//! Heatgrid: an editor for council risk registers that is one static page.

mod actions;
mod components;
mod erased;
mod fields;
mod late;
mod platform;
mod route;
mod state;
mod storage;
mod views;

use leptos::prelude::*;

fn main() {
    std::panic::set_hook(Box::new(|info| platform::rescue::show(&info.to_string())));
    erased::spawn(async {
        // Before anything is read: what local storage has lost comes back from the journal.
        platform::journal::replayed().await;
        mount_to_body(|| {
            let app = state::App::new();
            provide_context(app);
            app.follow_the_browser();
            app.follow_theme();
            platform::focus::watch_typing();
            state::carried::take(app);
            views::parts::fetch_on_first_use();
            views::frame::Page()
        });
    });
}
