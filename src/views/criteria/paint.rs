//! Bands painted on cells: by a click, by dragging over several, or by the arrow keys and Space.

use leptos::prelude::*;
use register::Criteria;
use register::checks::is_colour;
use register::criteria_edit::paint;
use register::scoring::ink;
use wasm_bindgen::JsCast;

use super::desk::{Desk, Named};
use crate::components::matrix;
use crate::erased::heard;
use crate::state::arriving::counted;

/// What is painted with, and over what. Copies share it.
#[derive(Clone, Copy)]
pub struct Brush {
    /// Whether cells are painted; else their scores are typed, where they have scores of their own.
    pub painting: RwSignal<bool>,
    /// The cell that Tab leads to.
    pub cursor: RwSignal<(u8, u8)>,
    /// The band it gives, as a place in the list.
    band: RwSignal<usize>,
    /// The cells that the stroke has gone over so far.
    stroke: RwSignal<Vec<(u8, u8)>>,
    /// What was painted last, for screen readers.
    said: RwSignal<String>,
}

impl Brush {
    /// A brush with the first band.
    pub fn new() -> Self {
        Self {
            painting: RwSignal::new(true),
            cursor: RwSignal::new((1, 1)),
            band: RwSignal::new(0),
            stroke: RwSignal::new(Vec::new()),
            said: RwSignal::new(String::new()),
        }
    }

    /// The band that a cell is about to get, while the brush goes over it; followed.
    pub fn over(self, at: (u8, u8)) -> Option<usize> {
        self.stroke.with(|stroke| stroke.contains(&at)).then(|| self.band.get())
    }
}

/// The bands to paint with.
pub fn palette(desk: Desk, brush: Brush, own_scores: Memo<bool>) -> AnyView {
    let bands = desk.read(|criteria| criteria.bands.clone());
    let radios = move || {
        let colours = bands.get().into_iter().enumerate().map(|(place, band)| {
            let colour = if is_colour(&band.colour) { band.colour } else { String::new() };
            let chosen = move || brush.painting.get() && brush.band.get() == place;
            let choose = move |_| {
                brush.band.set(place);
                brush.painting.set(true);
            };
            let swatch = view! {
                <span class="swatch" aria-hidden="true" style:background-color=colour.clone() style:color=ink(&colour)>
                    {band.letter}
                </span>
            }
            .into_any();
            radio(swatch, band.name, Box::new(chosen), Box::new(choose))
        });
        let type_scores = own_scores.get().then(|| {
            let chosen = move || !brush.painting.get();
            radio(
                ().into_any(),
                "Type scores".to_owned(),
                Box::new(chosen),
                Box::new(move |_| brush.painting.set(false)),
            )
        });
        colours.chain(type_scores).collect_view()
    };
    view! {
        <fieldset class="brush">
            <legend>"Paint with"</legend>
            {move || radios()}
        </fieldset>
        <p class="hint">"Click or drag over cells; or walk over them with the arrow keys and press Space."</p>
    }
    .into_any()
}

fn radio(
    swatch: AnyView,
    name: String,
    chosen: Box<dyn Fn() -> bool + Send + Sync>,
    choose: Box<dyn FnMut(web_sys::Event)>,
) -> AnyView {
    view! {
        <label>
            <input type="radio" name="criteria-brush" prop:checked=move || chosen() on:change=choose />
            {swatch}
            <span>{name}</span>
        </label>
    }
    .into_any()
}

/// The table of cells as a place to paint on.
pub fn canvas(desk: Desk, brush: Brush, across: bool, table: AnyView) -> AnyView {
    let size = desk.app.head.with_untracked(|head| head.criteria.size());
    let (l, i) = brush.cursor.get_untracked();
    brush.cursor.set((l.clamp(1, size.0.max(1)), i.clamp(1, size.1.max(1))));
    let down = move |event: web_sys::PointerEvent| {
        let Some(at) = event.target().and_then(|it| cell_of(it.dyn_ref::<web_sys::Element>()?)) else { return };
        if event.button() == 0 {
            brush.stroke.set(vec![at]);
            brush.cursor.set(at);
        }
    };
    // A finger stays with the cell it came down on, so the cell is looked up by its place.
    let over = move |event: web_sys::PointerEvent| {
        let on = (!brush.stroke.with_untracked(Vec::is_empty))
            .then(|| document().element_from_point(event.client_x() as f32, event.client_y() as f32))
            .flatten();
        let at = on.and_then(|element| cell_of(&element));
        if let Some(at) = at.filter(|at| !brush.stroke.with_untracked(|stroke| stroke.contains(at))) {
            brush.stroke.update(|stroke| stroke.push(at));
        }
    };
    let up = window_event_listener(leptos::ev::pointerup, move |_| finish(desk, brush));
    let lost = window_event_listener(leptos::ev::pointercancel, move |_| brush.stroke.set(Vec::new()));
    on_cleanup(move || {
        up.remove();
        lost.remove();
    });
    // A click of the mouse was painted already; this one comes from a key or from a screen reader.
    let pressed = move |event: web_sys::MouseEvent| {
        let at = event.target().and_then(|it| cell_of(it.dyn_ref::<web_sys::Element>()?));
        if let Some(at) = at.filter(|_| event.detail() == 0) {
            brush.stroke.set(vec![at]);
            finish(desk, brush);
        }
    };
    let walk = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && !brush.stroke.with_untracked(Vec::is_empty) {
            return brush.stroke.set(Vec::new());
        }
        let (up, right): (i16, i16) = match event.key().as_str() {
            "ArrowUp" => (1, 0),
            "ArrowDown" => (-1, 0),
            "ArrowRight" => (0, 1),
            "ArrowLeft" => (0, -1),
            "Home" => (0, -99),
            "End" => (0, 99),
            _ => return,
        };
        let from = event.target().and_then(|it| cell_of(it.dyn_ref::<web_sys::Element>()?));
        let Some((likelihood, impact)) = from else { return };
        event.prevent_default();
        let (more_likely, graver) = if across { (right, up) } else { (up, right) };
        let step = |level: u8, by: i16, levels: u8| {
            u8::try_from((i16::from(level) + by).clamp(1, i16::from(levels.max(1)))).unwrap_or(1)
        };
        let to = (step(likelihood, more_likely, size.0), step(impact, graver, size.1));
        brush.cursor.set(to);
        let cell = document().query_selector(&format!(".canvas [data-cell='{}x{}']", to.0, to.1)).ok().flatten();
        if let Some(cell) = cell {
            cell.unchecked_into::<web_sys::HtmlElement>().focus().unwrap_or_default();
        }
    };
    view! {
        <div
            class="canvas"
            on:pointerdown=heard(down)
            on:pointermove=heard(over)
            on:click=heard(pressed)
            on:keydown=heard(walk)
        >
            {table}
            <p class="sr" role="status">{move || brush.said.get()}</p>
        </div>
    }
    .into_any()
}

/// Paints what the brush has gone over, as one change.
fn finish(desk: Desk, brush: Brush) {
    let cells = brush.stroke.get_untracked();
    if cells.is_empty() {
        return;
    }
    let band = brush.band.get_untracked();
    let name = desk.app.head.with_untracked(|head| head.criteria.bands.get(band).map(|band| band.name.clone()));
    let title = format!("{} painted {}", counted(cells.len(), "cell"), name.unwrap_or_default());
    desk.press(&|criteria: &mut Criteria| paint(criteria, &cells, band), Named::plain(&title));
    brush.stroke.set(Vec::new());
    let last = cells.last().copied().unwrap_or((1, 1));
    brush.said.set(desk.app.head.with_untracked(|head| matrix::face(&head.criteria, last.0, last.1).1));
}

/// The likelihood and impact of the cell that an element is, or is in.
fn cell_of(element: &web_sys::Element) -> Option<(u8, u8)> {
    let cell = element.closest(".canvas [data-cell]").ok().flatten()?.get_attribute("data-cell")?;
    let (likelihood, impact) = cell.split_once('x')?;
    Some((likelihood.parse().ok()?, impact.parse().ok()?))
}
