//! The views, each loaded when it is first opened.
//!
//! All of them are fetched as soon as the user does anything, so that the page goes on without the network.

mod shown;

pub use shown::{loading, shown};

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::{
    card, criteria, drafts, grid, heatmap, help, history, import, palette, registers, release, report, settings, tools,
    tour, welcome,
};
use crate::actions;
use crate::erased::spawn;
use crate::late::{Unavailable, late};
use crate::platform::{styles, texts};
use crate::route::Route;
use crate::state::App;
use crate::state::copies;

/// A view with all that only it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The list of registers.
    Registers,
    /// A register as a grid.
    Grid,
    /// The actions of its risks as a grid.
    Actions,
    /// The controls of its risks as a grid.
    Controls,
    /// Its risks as cards.
    Card,
    /// Its heat map.
    HeatMap,
    /// Its published forms.
    Report,
    /// Its criteria.
    Criteria,
    /// Its history.
    History,
    /// The settings.
    Settings,
    /// Help.
    Help,
    /// The command palette.
    Palette,
    /// The guided tour.
    Tour,
    /// What is in files that came in.
    Import,
    /// The open register's part of the bar.
    Tools,
    /// Text that was being typed when the page went away.
    Drafts,
    /// What is offered and asked when a register is opened for the first time.
    Welcome,
    /// The offer of a newer release.
    Release,
    /// The bin below the list of registers.
    Bin,
}

/// Does what a key stands for.
pub type Pressed = fn(App, &KeyboardEvent);

/// Makes a view.
pub type Make = fn() -> AnyView;

late!(list: fn registers() -> Make = || registers::Registers().into_any());
late!(grid: fn grid() -> Make = || grid::Grid(grid::GridProps { sheet: grid::Sheet::Risks }).into_any());
late!(grid: fn actions() -> Make = || grid::Grid(grid::GridProps { sheet: grid::Sheet::Actions }).into_any());
late!(grid: fn controls() -> Make = || grid::Grid(grid::GridProps { sheet: grid::Sheet::Controls }).into_any());
late!(views: fn card() -> Make = || card::Cards().into_any());
late!(views: fn heat_map() -> Make = || heatmap::HeatMap().into_any());
late!(more: fn reports() -> Make = || report::Report().into_any());
late!(more: fn criteria() -> Make = || criteria::CriteriaPage().into_any());
late!(more: fn history() -> Make = || history::History().into_any());
late!(more: fn settings() -> Make = || settings::SettingsPage().into_any());
late!(grid: fn tools() -> Make = || tools::Tools().into_any());
late!(grid: fn welcome() -> Make = || welcome::Welcome().into_any());
late!(more: fn help() -> Make = || help::Help().into_any());
late!(more: fn bin() -> Make = registers::bin::bin);
late!(more: fn release() -> Make = || release::Release().into_any());
late!(more: fn palette() -> Make = || palette::Palette().into_any());
late!(more: fn tour() -> Make = || tour::Tour().into_any());
late!(grid: fn keys() -> Pressed = actions::pressed);
late!(grid: fn drafts() -> Make = || drafts::Drafts().into_any());
late!(more: fn import() -> Make = import::preview);

/// How long parts that could not be fetched are not asked for again, unless one of them is opened.
const FETCH_AGAIN_AFTER: Duration = Duration::from_secs(30);

thread_local! {
    static LOADED: RefCell<Vec<(Part, Make)>> = const { RefCell::new(Vec::new()) };
    static KEYS: Cell<Option<Pressed>> = const { Cell::new(None) };
    static FETCHING: Cell<bool> = const { Cell::new(false) };
}

impl Part {
    const ALL: [Self; 19] = [
        Self::Tools,
        Self::Welcome,
        Self::Drafts,
        Self::Registers,
        Self::Grid,
        Self::Actions,
        Self::Controls,
        Self::Card,
        Self::HeatMap,
        Self::Report,
        Self::Criteria,
        Self::History,
        Self::Settings,
        Self::Import,
        Self::Palette,
        Self::Help,
        Self::Tour,
        Self::Release,
        Self::Bin,
    ];

    /// What makes the view, if it has been loaded.
    fn loaded(self) -> Option<Make> {
        LOADED.with_borrow(|loaded| loaded.iter().find(|(part, _)| *part == self).map(|(_, make)| *make))
    }

    /// Loads what makes the view, unless that has been done.
    async fn load(self) -> Result<Make, Unavailable> {
        if let Some(make) = self.loaded() {
            return Ok(make);
        }
        // Beside the program, not after it.
        let styles = (self != Self::Registers).then(styles::fetch);
        let make = match self {
            Self::Registers => registers().await,
            Self::Grid => grid().await,
            Self::Actions => actions().await,
            Self::Controls => controls().await,
            Self::Card => card().await,
            Self::HeatMap => heat_map().await,
            Self::Report => reports().await,
            Self::Criteria => criteria().await,
            Self::History => history().await,
            Self::Settings => settings().await,
            Self::Import => import().await,
            Self::Tools => tools().await,
            Self::Drafts => drafts().await,
            Self::Welcome => welcome().await,
            Self::Help => help().await,
            Self::Palette => palette().await,
            Self::Tour => tour().await,
            Self::Release => release().await,
            Self::Bin => bin().await,
        }?;
        if let Some(styles) = styles {
            styles.await?;
        }
        let text = match self {
            Self::Report => Some(texts::REPORT),
            Self::Help => Some(texts::TERMS),
            _ => None,
        };
        if let Some(text) = text {
            texts::fetch(text).await?;
        }
        LOADED.with_borrow_mut(|loaded| loaded.push((self, make)));
        Ok(make)
    }
}

/// Fetches every view as soon as the user does anything.
pub fn fetch_on_first_use() {
    let pressed = window_event_listener(leptos::ev::pointerdown, |_| fetch_all());
    let typed = window_event_listener(leptos::ev::keydown, |_| fetch_all());
    on_cleanup(move || {
        pressed.remove();
        typed.remove();
    });
}

fn fetch_all() {
    if FETCHING.replace(true) {
        return;
    }
    spawn(async {
        let mut fetched = true;
        for part in Part::ALL {
            fetched &= part.load().await.is_ok();
        }
        fetched &= copies::load().await;
        fetched &= report::load().await;
        if !fetched {
            // Tried again when the user does something later on, but not at every key.
            set_timeout(|| FETCHING.set(false), FETCH_AGAIN_AFTER);
        }
    });
}

/// A key was pressed that nothing else has taken: the actions are loaded with the first one.
pub fn pressed(app: App, event: KeyboardEvent) {
    if event.default_prevented() {
        return;
    }
    if let Some(pressed) = KEYS.get() {
        return pressed(app, &event);
    }
    if is_find(&event) || (is_save(&event) && matches!(app.route.get_untracked(), Route::Register(_))) {
        // Only at once can the browser be kept from opening its own.
        event.prevent_default();
    }
    spawn(async move {
        if let Ok(pressed) = keys().await {
            KEYS.set(Some(pressed));
            pressed(app, &event);
        }
    });
}

/// Whether these are the keys that save, with which browsers save the page.
fn is_save(event: &KeyboardEvent) -> bool {
    (event.ctrl_key() || event.meta_key()) && event.code() == "KeyS"
}

/// Whether these are the keys of the command palette, which browsers have taken too.
fn is_find(event: &KeyboardEvent) -> bool {
    (event.ctrl_key() || event.meta_key()) && event.code() == "KeyK"
}
