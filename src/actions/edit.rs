//! Undo and redo.

use leptos::prelude::*;

use super::{Action, Keys, Of};

/// All of them.
pub fn all() -> Vec<Action> {
    vec![
        Action::new("Undo", "Takes the last change back", Of::Changes)
            .keys(&[Keys::Control('z')])
            .when(|app| super::risks::in_register(app) && app.undoable.with_untracked(|(back, _)| back.is_some()))
            .does(|app| app.undo()),
        Action::new("Redo", "Makes the change again that was taken back", Of::Changes)
            .keys(&[Keys::Control('y'), Keys::ControlShift('z')])
            .when(|app| super::risks::in_register(app) && app.undoable.with_untracked(|(_, again)| again.is_some()))
            .does(|app| app.redo()),
    ]
}
