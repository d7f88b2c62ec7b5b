//! What the report is to show, and the document that comes of it.

use leptos::prelude::*;
use report::{Asked, Document, Edition, Part, Plan, choose, compose};

use super::kept;
use crate::erased::memo;
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
    /// Who may read it.
    pub edition: Edition,
    /// Whether it is to say that something was left out.
    pub says_withheld: bool,
}

impl Default for Wish {
    fn default() -> Self {
        let row = |part: Part| Row { plan: Plan::from(part), chosen: part == Part::Summary };
        let rows = Part::ALL.into_iter().map(row).collect();
        Self { rows, title: String::new(), edition: Edition::Public, says_withheld: false }
    }
}

impl Wish {
    /// Where a part stands in the list.
    pub fn place(&self, part: Part) -> Option<usize> {
        self.rows.iter().position(|row| row.plan.part == part)
    }

    /// What is asked of a part.
    pub fn row(&self, part: Part) -> Option<Row> {
        self.rows.get(self.place(part)?).copied()
    }

    /// Asks something else of a part.
    pub fn change(&mut self, part: Part, change: impl FnOnce(&mut Row)) {
        self.rows.iter_mut().find(|row| row.plan.part == part).map(change).unwrap_or_default();
    }

    /// The parts that are in the report.
    pub fn plans(&self) -> Vec<Plan> {
        self.rows.iter().filter(|row| row.chosen).map(|row| row.plan).collect()
    }
}

/// What comes of what is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    pub document: Document,
    /// How many risks it is about.
    pub risks: usize,
    /// Whether anything was left out of it.
    pub withholds: bool,
    /// What was left out and yet stands in its covering report.
    pub told: Vec<String>,
    /// The same in its title and in what is said of the register.
    pub told_of_register: Vec<String>,
    /// Whether nothing of the covering report is written yet.
    pub unwritten: bool,
}

/// The view's state. Copies share it.
#[derive(Clone, Copy)]
pub struct Desk {
    pub app: App,
    pub wish: RwSignal<Wish>,
    pub made: Memo<Made>,
    /// Whether the covering report is being written, where the sheets are otherwise.
    pub writing: RwSignal<bool>,
    /// Whether all sheets are laid out, also those of many risks.
    pub whole: RwSignal<bool>,
}

impl Desk {
    pub fn new(app: App) -> Self {
        let wish = kept::wish(app, app.place_untracked().register);
        let made = memo(move || {
            app.edits.track();
            let (wish, place) = (wish.get(), app.place());
            app.with_register(|register| {
                let today = clock::today();
                let chosen = choose(register, wish.edition, &wish.title, &place.filter, &place.sort, today);
                let document = compose(&Asked {
                    register: &chosen.register,
                    places: &chosen.places,
                    filter: &chosen.filter,
                    title: &wish.title,
                    plans: &wish.plans(),
                    edition: wish.edition,
                    says_withheld: wish.says_withheld && chosen.withholds,
                    today,
                });
                let covers = wish.row(Part::Covering).is_some_and(|row| row.chosen);
                let told = if covers { chosen.told } else { Vec::new() };
                let (risks, withholds) = (chosen.places.len(), chosen.withholds);
                let unwritten = register.covering == Default::default();
                Made { document, risks, withholds, told, told_of_register: chosen.told_of_register, unwritten }
            })
        });
        Self { app, wish, made, writing: RwSignal::new(false), whole: RwSignal::new(false) }
    }
}
