//! Other tabs, and a storage that failed or was cleared.

use std::time::Duration;

use leptos::prelude::*;
use store::{Saved, Shelf, Verified};
use web_sys::StorageEvent;

use super::App;
use super::books::NOT_LOADED;
use crate::erased::spawn;
use crate::platform::{clock, focus, release};
use crate::route::Route;
use crate::storage::Browser;

/// How often storage that failed is tried again, and an intact one looked at.
const LOOK_EVERY: Duration = Duration::from_secs(3);

/// How long the list of registers waits for more that another tab writes.
const LIST_AFTER: Duration = Duration::from_millis(100);

/// Where the open register is, if another tab has deleted it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whereabouts {
    /// Where it belongs.
    #[default]
    Here,
    /// In the bin.
    Binned,
    /// Nowhere but in this page.
    Gone,
}

impl App {
    /// Follows the address, other tabs, and the state of the storage. Called once.
    pub fn follow_the_browser(self) {
        self.read_address();
        // The listeners live as long as the page.
        let hash = window_event_listener(leptos::ev::hashchange, move |_| self.read_address());
        let storage = window_event_listener(leptos::ev::Custom::new("storage"), move |event: StorageEvent| {
            self.hear(event.key(), event.new_value());
        });
        let hidden = window_event_listener(leptos::ev::pagehide, move |_| {
            self.keep_pending();
            self.retry();
        });
        std::mem::forget((hash, storage, hidden));
        self.warn_of_loss();
        release::on_new(move || self.newer.set(true));
        set_interval(move || self.look(), LOOK_EVERY);
    }

    /// Goes where the address says.
    pub fn read_address(self) {
        let read = || {
            let hash = web_sys::window().and_then(|window| window.location().hash().ok());
            Route::parse(&hash.unwrap_or_default())
        };
        // What is being typed belongs to where the user was.
        focus::leave_field();
        let Route::Register(_) = read() else { return self.arrive(read()) };
        spawn(async move {
            let books = self.books().await;
            // The user may have gone elsewhere meanwhile.
            let route = read();
            match (books, &route) {
                (Ok(books), Route::Register(place)) => {
                    let is_wanted = || matches!(read(), Route::Register(now) if now.register == place.register);
                    self.open(books, &place.register, is_wanted).await;
                }
                (Err(_), Route::Register(_)) => self.trouble.set(Some(NOT_LOADED.to_owned())),
                _ => {}
            }
            if read() == route {
                self.arrive(route);
            }
        });
    }

    fn arrive(self, route: Route) {
        let is_first = self.route.with_untracked(|before| *before == Route::Nowhere);
        self.route.set(route);
        if !is_first {
            // What had the focus may have gone with the view it stood in.
            focus::keep_on_page();
        }
    }

    /// Asks before the page goes away with changes that are nowhere else.
    fn warn_of_loss(self) {
        let leaving = window_event_listener(leptos::ev::beforeunload, move |event| {
            let unsaved = self.saved.get_untracked() != Saved::Yes || self.parked_count.get_untracked() > 0;
            if unsaved || self.storing.get_value() > 0 || self.filing.get_value() {
                event.prevent_default();
            }
        });
        std::mem::forget(leaving);
    }

    /// Another tab wrote a key; `None` means it cleared everything.
    fn hear(self, key: Option<String>, value: Option<String>) {
        // Everything was cleared: look what that means.
        let Some(key) = key else { return self.look() };
        if Shelf::<Browser>::holds_settings(&key) {
            // Else the next change of a setting here would undo those of the other tab.
            self.settings.set(self.shelf.with_value(Shelf::settings));
        }
        let gone = value.is_none() && key.ends_with("/head");
        self.relist_soon();
        let touched =
            self.book.try_update_value(|book| book.as_mut().and_then(|book| book.take_in(&key, value.as_deref())));
        if let Some(touched) = touched.flatten() {
            self.repaint(&touched);
        }
        if gone {
            self.look();
        }
    }

    /// Draws the list of registers anew once the other tab has paused: it may be writing thousands of keys.
    fn relist_soon(self) {
        if !self.relisting.get_value() {
            self.relisting.set_value(true);
            set_timeout(
                move || {
                    self.relisting.set_value(false);
                    self.relist();
                },
                LIST_AFTER,
            );
        }
    }

    /// Repaints what other tabs were found to have done while something was saved or refused.
    pub(super) fn hear_news(self) {
        let news = self.book.try_update_value(|book| book.as_mut().and_then(|book| book.news()));
        if let Some(touched) = news.flatten() {
            self.repaint(&touched);
        }
    }

    /// Tries to save what is not saved yet.
    pub fn retry(self) {
        self.book.update_value(|book| {
            if let Some(book) = book
                && book.saved() != Saved::Yes
            {
                book.retry();
            }
        });
        let (parked, before) = (self.parked_count.get_untracked(), self.saved.get_untracked());
        self.retry_parked();
        self.hear_news();
        self.refresh_state();
        let saved_again = before != Saved::Yes && self.saved.get_untracked() == Saved::Yes;
        if saved_again {
            self.saved_at.set(Some(clock::now()));
            self.tell("Everything is saved again.".to_owned());
        }
        if saved_again || parked != self.parked_count.get_untracked() || self.no_list.get_value() {
            self.relist();
        }
    }

    /// Saves what is not saved yet and looks whether what was saved is still there.
    fn look(self) {
        self.retry();
        self.copy_daily();
        let found = self.book.try_update_value(|book| book.as_mut().map(|book| book.verify())).flatten();
        match found {
            Some(Verified::News(touched)) => self.repaint(&touched),
            Some(Verified::SavedAgain) => {
                self.refresh_state();
                self.tell("The browser’s storage was cleared. This register has been saved again.".to_owned());
            }
            Some(Verified::InMemoryOnly(_)) => self.refresh_state(),
            Some(Verified::Trashed) => self.be(Whereabouts::Binned),
            Some(Verified::Deleted) => self.be(Whereabouts::Gone),
            Some(Verified::Fine) => self.be(Whereabouts::Here),
            None => {}
        }
    }

    pub(super) fn be(self, now: Whereabouts) {
        if self.whereabouts.get_untracked() != now {
            self.whereabouts.set(now);
        }
    }
}
