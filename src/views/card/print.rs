//! Every card that the filter shows, each on a page of its own, for as long as the browser prints.

use leptos::prelude::*;
use register::Id;

use super::sheet::{Sheet, SheetProps};
use crate::state::App;

/// At most so many cards are printed at once: each is a page with all its fields.
const AT_ONCE: usize = 200;

/// Whether all cards are on the page to be printed. Once they have been, the one card is back.
pub fn printing() -> RwSignal<bool> {
    let printing = RwSignal::new(false);
    let after = window_event_listener_untyped("afterprint", move |_| printing.set(false));
    on_cleanup(move || after.remove());
    printing
}

/// Puts the cards on the page and opens the browser's dialog for printing, once they are drawn.
pub fn print(app: App, count: usize, printing: RwSignal<bool>) {
    if count > AT_ONCE {
        let text = format!("{count} cards are too many to print at once. Filter the risks to {AT_ONCE} or fewer.");
        return app.tell(text);
    }
    printing.set(true);
    request_animation_frame(move || {
        request_animation_frame(move || {
            if window().print().is_err() {
                printing.try_set(false);
                app.tell("The browser does not print this page.".to_owned());
            }
        });
    });
}

/// The sheets of these risks.
pub fn sheets(app: App, shown: &[Id]) -> AnyView {
    let sheet = |risk| Sheet(SheetProps { risk }).into_any();
    view! { <div class="sheets">{shown.iter().filter_map(|id| app.risk(id)).map(sheet).collect_view()}</div> }
        .into_any()
}
