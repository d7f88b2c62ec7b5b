//! Registers and files.

use leptos::prelude::*;

use super::risks::in_register;
use super::{Action, Of};
use crate::route::Route;
use crate::views::{export, import};

/// All of them.
pub fn all() -> Vec<Action> {
    vec![
        Action::new("Export register", "Saves the whole register as a JSON file", Of::Files)
            .when(in_register)
            .does(export::whole),
        Action::new("Export what the filter shows", "Saves a register of those risks as a JSON file", Of::Files)
            .when(|app| in_register(app) && !app.place_untracked().filter.is_empty())
            .does(export::shown),
        Action::new(
            "Save as one HTML file",
            "Saves Heatgrid with this register in it, to be opened anywhere",
            Of::Files,
        )
        .when(in_register)
        .does(|app| app.export_page()),
        Action::new("Export with a password", "Saves the whole register as a file that a password opens", Of::Files)
            .when(in_register)
            .does(|app| app.locking.set(true)),
        Action::new("Import", "Takes in register files, after a look at what is in them", Of::Files)
            .does(|_| import::choose()),
        Action::new("New register", "Makes an empty register", Of::Files).does(|app| {
            app.go(&Route::Registers);
            app.naming.set(true);
        }),
        Action::new("Export all registers", "Saves all that is in this browser as one file", Of::Files)
            .does(|app| app.export_all()),
    ]
}
