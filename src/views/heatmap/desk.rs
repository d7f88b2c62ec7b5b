//! What the parts of the heat map share: what is on it, where, and what the user is at.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use register::filter::{Cells, cells};
use register::heat::{Appetite, Arrow, Layout, Movement, Point, Rect, appetite, arrows, characters, movement, number};
use register::{Id, Register, Which};

use super::room::{self, Seen};
use crate::erased::memo;
use crate::route::{Place, Route};
use crate::state::App;

/// Likelihood and impact.
pub type At = (u8, u8);

/// A risk's number on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    pub id: Id,
    /// The place of the risk in the register.
    pub place: usize,
    pub number: String,
    pub corporate: bool,
}

/// What is on the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// By likelihood, then impact.
    cells: Vec<Vec<Vec<Chip>>>,
    /// The risks that have no place on the matrix: without them the map would not be complete.
    pub elsewhere: Vec<Chip>,
    /// Characters of the longest number.
    characters: usize,
    pub moved: Option<Movement>,
}

impl Map {
    /// The numbers in a cell.
    pub fn cell(&self, at: At) -> &[Chip] {
        let row = self.cells.get(usize::from(at.0).wrapping_sub(1));
        row.and_then(|row| row.get(usize::from(at.1).wrapping_sub(1))).map(Vec::as_slice).unwrap_or_default()
    }

    /// The cell of a risk, and which of the numbers in it is its own.
    pub fn find(&self, id: &Id) -> Option<(At, usize)> {
        (1..).zip(&self.cells).find_map(|(likelihood, row)| {
            (1..).zip(row).find_map(|(impact, chips)| {
                let own = chips.iter().position(|chip| chip.id == *id)?;
                Some(((likelihood, impact), own))
            })
        })
    }
}

/// A risk that is being moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moving {
    pub id: Id,
    pub number: String,
    pub from: Option<At>,
    /// The cell it would go to.
    pub goal: Option<At>,
    /// Where the pointer is that drags it; none while it is moved by keys.
    pub pointer: Option<Point>,
}

/// The heat map's state. Copies share it.
#[derive(Clone, Copy)]
pub struct Desk {
    pub app: App,
    /// The risks that the filter shows.
    pub shown: Memo<Arc<Vec<Id>>>,
    /// The assessment on the map.
    pub which: Memo<Which>,
    /// The assessment that movement is shown from.
    pub from: Memo<Option<Which>>,
    /// The chosen cells.
    pub chosen: Memo<Vec<At>>,
    /// Whether a click adds a cell to those.
    pub several: RwSignal<bool>,
    pub map: Memo<Map>,
    pub layout: Memo<Layout>,
    pub arrows: Memo<(Vec<Arrow>, usize)>,
    /// The line of appetite.
    pub appetite: Memo<Option<Appetite>>,
    /// The risk that lights up on both sides.
    pub lit: RwSignal<Option<Id>>,
    pub moving: RwSignal<Option<Moving>>,
    /// The chip on which a button of the mouse, or a finger, went down, and where in the window.
    pub pressed: RwSignal<Option<(Id, i32, i32)>>,
    /// Whether the last press was a drag, so that the click that ends it chooses nothing.
    pub dragged: RwSignal<bool>,
    /// The cell that the focus was on last: see [`Self::stop`].
    pub cursor: RwSignal<At>,
    /// The cell from which a choice of several is extended.
    pub anchor: RwSignal<Option<At>>,
    /// The cell that shows all its numbers.
    pub opened: RwSignal<Option<At>>,
    /// How much room the window gives.
    pub seen: RwSignal<Seen>,
    /// What the map is drawn in.
    pub plot: NodeRef<html::Div>,
}

impl Desk {
    /// The state of a map that has just been opened.
    pub fn new(app: App) -> Self {
        let shown = app.selection(true);
        let which = memo(move || app.place().which.unwrap_or(Which::Residual));
        let from = memo(move || app.place().from.filter(|from| *from != which.get()));
        let chosen = memo(move || {
            let criteria = app.head.with(|head| head.criteria.clone());
            app.place().cells.into_iter().filter(|at| criteria.on_scale(at.0, at.1)).collect::<Vec<At>>()
        });
        let map = memo(move || {
            app.edits.track();
            app.head.track();
            let (ids, which, from) = (shown.get(), which.get(), from.get());
            app.with_register(|register| read(register, &ids, which, from))
        });
        let opened = RwSignal::new(None);
        let seen = RwSignal::new(Seen::default());
        // A cell that is let go of closes.
        let open = move || opened.get().filter(|at| chosen.with(|chosen| chosen.contains(at)));
        let layout = memo(move || {
            let (size, across) = app.head.with(|head| (head.criteria.size(), head.criteria.likelihood_across));
            map.with(|map| {
                let room = room::room(seen.get(), size, across, map.characters, open());
                Layout::new(size, across, room, &|at| map.cell(at).len())
            })
        });
        let arrows = memo(move || {
            map.with(|map| match &map.moved {
                Some(moved) => layout.with(|layout| drawn(map, layout, moved)),
                None => (Vec::new(), 0),
            })
        });
        let accepted = memo(move || {
            app.edits.track();
            app.head.track();
            let (ids, which, chosen) = (shown.get(), which.get(), chosen.get());
            app.with_register(|register| accepted(register, &ids, which, &chosen))
        });
        Self {
            app,
            shown,
            which,
            from,
            chosen,
            several: RwSignal::new(false),
            map,
            layout,
            arrows,
            appetite: accepted,
            lit: RwSignal::new(None),
            moving: RwSignal::new(None),
            pressed: RwSignal::new(None),
            dragged: RwSignal::new(false),
            cursor: RwSignal::new(chosen.with_untracked(|chosen| chosen.first().copied()).unwrap_or((1, 1))),
            anchor: RwSignal::new(None),
            opened,
            seen,
            plot: NodeRef::new(),
        }
    }

    /// Chooses these cells.
    pub fn choose_all(self, cells: Vec<At>) {
        self.app.replace(Route::Register(Place { cells, ..self.app.place_untracked() }));
    }

    /// The cell that Tab leads to, also where the criteria have fewer levels by now; followed.
    pub fn stop(self) -> At {
        let (at, size) = (self.cursor.get(), self.app.head.with(|head| head.criteria.size()));
        (at.0.min(size.0).max(1), at.1.min(size.1).max(1))
    }

    /// Where the number of a risk stands, or the count it is in.
    pub fn chip_of(self, id: &Id) -> Option<Rect> {
        let (at, own) = self.map.with(|map| map.find(id))?;
        self.layout.with(|layout| {
            let cell = layout.cell(at)?;
            cell.chips.get(if cell.counted { 0 } else { own }).copied()
        })
    }
}

fn read(register: &Register, ids: &[Id], which: Which, from: Option<Which>) -> Map {
    let places = places(register, ids);
    let Cells { cells, elsewhere } = cells(register, &places, which);
    let chip = |place: usize| {
        let risk = &register.risks[place];
        Chip { id: risk.id.clone(), place, number: number(risk).to_owned(), corporate: risk.corporate }
    };
    let chips = |places: Vec<usize>| places.into_iter().map(chip).collect::<Vec<_>>();
    Map {
        cells: cells.into_iter().map(|row| row.into_iter().map(chips).collect()).collect(),
        elsewhere: chips(elsewhere),
        characters: characters(register, &places),
        moved: from.map(|from| movement(register, &places, from, which)),
    }
}

/// The places of risks in the register, in the order of the register.
pub fn places(register: &Register, ids: &[Id]) -> Vec<usize> {
    let wanted: std::collections::HashSet<&Id> = ids.iter().collect();
    let risks = register.risks.iter().enumerate();
    risks.filter(|(_, risk)| wanted.contains(&risk.id)).map(|(place, _)| place).collect()
}

/// The accepted scores of the chosen risks where they agree, else of all that are shown.
fn accepted(register: &Register, ids: &[Id], which: Which, chosen: &[At]) -> Option<Appetite> {
    let all = places(register, ids);
    let in_cell = |place: &&usize| {
        let assessment = register.risks[**place].assessment(which);
        assessment.likelihood.zip(assessment.impact).is_some_and(|at| chosen.contains(&at))
    };
    let own: Vec<usize> = all.iter().filter(in_cell).copied().collect();
    let agreed = appetite(register, &own).filter(|it| it.risks > 0 && it.highest == it.lowest);
    agreed.or_else(|| appetite(register, &all))
}

fn drawn(map: &Map, layout: &Layout, moved: &Movement) -> (Vec<Arrow>, usize) {
    let mut chips: HashMap<usize, Rect> = HashMap::new();
    for cell in &layout.cells {
        let stands = |own: usize| cell.chips.get(if cell.counted { 0 } else { own }).copied();
        let places = map.cell(cell.at).iter().enumerate();
        chips.extend(places.filter_map(|(own, chip)| Some((chip.place, stands(own)?))));
    }
    arrows(layout, &moved.moves, &|place| chips.get(&place).copied())
}
