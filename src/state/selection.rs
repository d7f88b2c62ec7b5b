//! The risks that the filter shows, in the order asked for.

use std::sync::Arc;

use leptos::prelude::*;
use register::Id;
use register::filter::select;

use super::App;
use crate::erased::memo;
use crate::platform::clock;

impl App {
    /// The risks that the filter and sort of the address show.
    ///
    /// A grid stays as it is while its cells are edited, as in a spreadsheet: rows that jump or vanish under the
    /// cursor would lose the user's place. Other views follow each edit.
    pub fn selection(self, follow_edits: bool) -> Memo<Arc<Vec<Id>>> {
        let asked = memo(move || {
            let place = self.place();
            (place.filter, place.sort)
        });
        memo(move || {
            self.order.track();
            self.head.track();
            if follow_edits {
                self.edits.track();
            }
            let (filter, sort) = asked.get();
            self.with_register(|register| {
                let places = select(register, &filter, &sort, clock::today());
                Arc::new(places.into_iter().map(|place| register.risks[place].id.clone()).collect())
            })
        })
    }
}
