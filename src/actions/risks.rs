//! What is done with risks. The view that shows them knows which one is meant, and offers to do it.

use leptos::prelude::*;

use super::{Action, Keys, Of};
use crate::platform::focus;
use crate::route::{Place, Route, View};
use crate::state::App;

/// Whether a register is open.
pub fn in_register(app: App) -> bool {
    app.route.with_untracked(|route| matches!(route, Route::Register(_))) && app.trouble.with_untracked(Option::is_none)
}

/// Whether the card is shown.
fn on_card(app: App) -> bool {
    in_register(app) && app.place_untracked().view == View::Card
}

/// Adds a risk: the list does it on the card, a view that shows rows does it there.
pub fn add() -> Action {
    Action::new("Add risk", "Adds a risk at the end and begins with its title", Of::Risks)
        .keys(&[Keys::Single('n'), Keys::Alt('n')])
        .when(in_register)
        .does(|app| {
            if let Some(id) = app.add_risk() {
                let place = app.place_untracked();
                app.go(&Route::Register(Place { view: View::Card, risk: Some(id), ..place }));
                focus::when_there(".sheet .title :is(textarea, input)");
            }
        })
}

/// Copies the risk that is shown or in whose row the focus is.
pub fn duplicate() -> Action {
    Action::new("Duplicate risk", "Puts a copy of this risk after it", Of::Risks).when(in_register)
}

/// Deletes it.
pub fn delete() -> Action {
    Action::new("Delete risk", "Deletes this risk; Undo brings it back", Of::Risks).when(in_register)
}

/// Goes to the next risk.
pub fn next() -> Action {
    Action::new("Next risk", "On the card: goes to the next risk", Of::Risks)
        .keys(&[Keys::AltNamed("PageDown"), Keys::Single('j')])
        .when(on_card)
}

/// Goes to the one before.
pub fn previous() -> Action {
    Action::new("Previous risk", "On the card: goes to the risk before", Of::Risks)
        .keys(&[Keys::AltNamed("PageUp"), Keys::Single('k')])
        .when(on_card)
}

/// All of them.
pub fn all() -> Vec<Action> {
    vec![add(), duplicate(), delete(), next(), previous()]
}
