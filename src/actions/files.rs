//! Registers and files.

use leptos::prelude::*;

use super::risks::in_register;
use super::{Action, Keys, Of};
use crate::platform::{focus, handles};
use crate::route::Route;
use crate::state::linked;
use crate::views::{export, import};

/// All of them.
pub fn all() -> Vec<Action> {
    vec![
        Action::new("Save", "Saves the register to its file, or to one that you choose", Of::Files)
            .keys(&[Keys::Control('s')])
            .when(in_register)
            .does(|app| {
                // What is being typed belongs into the file.
                focus::land();
                app.save();
            }),
        Action::new("Open file", "Opens a register file to work in, and saves back to it", Of::Files)
            .when(|_| handles::works())
            .does(linked::open),
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
