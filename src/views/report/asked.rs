//! What the report is to show, and the document that comes of it.

use std::cell::RefCell;

use leptos::prelude::*;
use register::Id;
use register::filter::{Of, select, sentence};
use report::{Asked, Document, Part, Plan, compose};

use crate::erased::{effect, memo};
use crate::platform::clock;
use crate::state::App;

/// A part in the list of parts: whether it is in the report, and on which sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub plan: Plan,
    pub chosen: bool,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// All parts in their order.
    pub rows: Vec<Row>,
    /// What the report is called; blank: as the register.
    pub title: String,
}

impl Default for Wish {
    fn default() -> Self {
        let row = |part: Part| Row { plan: Plan::from(part), chosen: part == Part::Summary };
        Self { rows: Part::ALL.into_iter().map(row).collect(), title: String::new() }
    }
}

impl Wish {
    /// The parts that are in the report.
    pub fn plans(&self) -> Vec<Plan> {
        self.rows.iter().filter(|row| row.chosen).map(|row| row.plan).collect()
    }
}

thread_local! {
    /// What was asked for of each register since the page was opened.
    static WISHES: RefCell<Vec<(Id, Wish)>> = const { RefCell::new(Vec::new()) };
}

/// The view's state. Copies share it.
#[derive(Clone, Copy)]
pub struct Desk {
    pub app: App,
    pub wish: RwSignal<Wish>,
    /// The risks that are in the report, as places in the register.
    pub places: Memo<Vec<usize>>,
    pub document: Memo<Document>,
}

impl Desk {
    pub fn new(app: App) -> Self {
        let id = app.place_untracked().register;
        let kept = WISHES.with_borrow(|all| all.iter().find(|(of, _)| *of == id).map(|(_, wish)| wish.clone()));
        let wish = RwSignal::new(kept.unwrap_or_default());
        effect(move || {
            let (id, wish) = (id.clone(), wish.get());
            WISHES.with_borrow_mut(|all| {
                all.retain(|(of, _)| *of != id);
                all.push((id, wish));
            });
        });
        let places = memo(move || {
            app.edits.track();
            let place = app.place();
            app.with_register(|register| select(register, &place.filter, &place.sort, clock::today()))
        });
        let document = memo(move || {
            app.edits.track();
            let (wish, place) = (wish.get(), app.place());
            places.with(|places| {
                app.with_register(|register| {
                    let asks = !place.filter.is_empty() || !place.sort.is_empty();
                    let today = clock::today();
                    let filter = match asks {
                        true => sentence(register, Of::Risk, &place.filter, &place.sort, None, today),
                        false => String::new(),
                    };
                    let plans = wish.plans();
                    let title = wish.title.as_str();
                    compose(&Asked { register, places, filter: &filter, title, plans: &plans, today })
                })
            })
        });
        Self { app, wish, places, document }
    }
}
