//! Where to go, and the page itself.

use leptos::prelude::*;

use super::risks::in_register;
use super::{Action, Keys, Of};
use crate::route::{Place, Route, View};
use crate::state::{App, Theme};
use crate::views::tour;

/// The views in the order of the navigation, each with Alt and its place; then what belongs to no register.
pub fn all() -> Vec<Action> {
    let views = View::ALL.into_iter().zip('1'..).map(|(view, digit)| {
        Action::new(format!("Go to {}", view.label().to_lowercase()), view.hint(), Of::Going)
            .keys(&[Keys::Alt(digit)])
            .when(in_register)
            .does(move |app| {
                // The filter stays from view to view; what belongs to one view only does not.
                app.go(&Route::Register(Place { view, cells: Vec::new(), ..app.place_untracked() }));
            })
    });
    let mut all: Vec<Action> = views.collect();
    all.extend([
        Action::new("Find anything", "Finds an action, a risk or a register by number or words", Of::Going)
            .keys(&[Keys::Control('k')])
            .does(|app| app.finding.set(true)),
        Action::new("Your registers", "The list of registers in this browser", Of::Going)
            .does(|app| app.go(&Route::Registers)),
        Action::new("Settings", "Your name, the looks, the keys, the storage", Of::Page)
            .does(|app| app.go(&Route::Settings)),
        Action::new("Help", "Keys, terms, and where the data lives", Of::Page)
            .keys(&[Keys::Single('?')])
            .does(|app| app.go(&Route::Help)),
        Action::new("Take the tour", "Six steps through a register, in two minutes", Of::Page)
            .when(in_register)
            .does(tour::begin),
        Action::new("Change between light and dark", "Changes the looks of the page", Of::Page).does(switch_looks),
    ]);
    all
}

/// Makes a light page dark and a dark one light.
fn switch_looks(app: App) {
    let root = document().document_element();
    let dark = root.and_then(|root| root.get_attribute("data-theme")).as_deref() == Some("dark");
    let theme = if dark { Theme::Light } else { Theme::Dark };
    app.change_settings(|settings| settings.theme = theme.word().to_owned());
}
