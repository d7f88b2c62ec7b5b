//! Text being typed: kept within half a second, and offered again if the page went away in between.

use std::time::Duration;

use leptos::prelude::*;
use register::change::Place;
use store::Draft;

use super::App;
use crate::platform::{clock, focus};

/// How long typing may rest before the text is kept. The promise is half a second.
const DRAFT_AFTER: Duration = Duration::from_millis(250);

/// A text that waits to be kept: its place and field, and how many texts had landed before it.
pub(super) type Pending = (Place, String, (String, u32));

impl App {
    /// Keeps the text of a field that is being typed.
    pub fn keep_draft(self, place: &Place, field: &str, text: &str) {
        self.book.with_value(|book| {
            if let Some(book) = book {
                let draft = Draft {
                    tab: String::new(),
                    place: place.clone(),
                    field: field.to_owned(),
                    text: text.to_owned(),
                    at: clock::now(),
                };
                // A full or blocked storage is told by the next commit; the text itself stands in the field.
                book.put_draft(&draft).unwrap_or_default();
                self.typing.set_value(true);
            }
        });
    }

    /// Forgets the text: it has landed, or was given up. What still waits to be kept is not kept any more.
    pub fn drop_draft(self) {
        self.landed.update_value(|landed| *landed = landed.wrapping_add(1));
        self.typing.set_value(false);
        self.book.with_value(|book| book.as_ref().map(|book| book.clear_draft()));
    }

    /// Offers a text of this tab that could not land when the user went elsewhere, e.g. half a date.
    pub(super) fn offer_left(self) {
        if self.typing.get_value() {
            self.typing.set_value(false);
            self.drafts.set(
                self.left_behind(
                    self.book.with_value(|book| book.as_ref().map(|book| book.drafts()).unwrap_or_default()),
                ),
            );
        }
    }

    /// A function to call with the text at each keystroke: keeps it once typing rests, at the latest after
    /// [`DRAFT_AFTER`].
    pub fn drafter(self, place: Place, field: String) -> impl Fn(String) + Clone {
        move |text: String| {
            let typed = (place.clone(), field.clone(), (text, self.landed.get_value()));
            let already = self.pending.try_update_value(|pending| pending.replace(typed).is_some());
            if already == Some(false) {
                set_timeout(move || self.keep_pending(), DRAFT_AFTER);
            }
        }
    }

    /// Keeps what waits to be kept, if it has not landed meanwhile: its time has come, or the page goes away.
    pub fn keep_pending(self) {
        if let Some(Some((place, field, (text, landed)))) = self.pending.try_update_value(Option::take)
            && landed == self.landed.get_value()
        {
            self.keep_draft(&place, &field, &text);
        }
    }

    /// Puts a draft that was offered into its field.
    ///
    /// # Errors
    /// What is wrong with the text, for the user.
    pub fn accept_draft(self, draft: &Draft) -> Result<(), String> {
        self.type_in(&draft.place, &draft.field, &draft.text)?;
        let of_field = |it: &&Draft| it.place == draft.place && it.field == draft.field;
        let same = self.drafts.with_untracked(|drafts| drafts.iter().filter(of_field).cloned().collect::<Vec<_>>());
        same.iter().for_each(|draft| self.forget_draft(draft));
        Ok(())
    }

    /// Forgets a draft that was offered.
    pub fn forget_draft(self, draft: &Draft) {
        self.book.with_value(|book| book.as_ref().map(|book| book.drop_draft(&draft.tab)));
        self.drafts.update(|drafts| drafts.retain(|it| it != draft));
        focus::keep_on_page();
    }
}
