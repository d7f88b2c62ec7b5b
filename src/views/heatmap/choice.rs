//! Choosing cells, by mouse, finger and keys.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::desk::{At, Desk};
use super::moving;

/// How a cell is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Alone; once more lets go of it.
    Alone,
    /// Besides the others; once more takes it away.
    Added,
    /// With all cells from the one that was chosen last.
    Through,
}

impl How {
    /// What the keys that were held mean.
    pub fn held(desk: Desk, add: bool, through: bool) -> Self {
        match (add || desk.several.get_untracked(), through) {
            (_, true) => Self::Through,
            (true, false) => Self::Added,
            (false, false) => Self::Alone,
        }
    }
}

/// Chooses a cell.
pub fn choose(desk: Desk, at: At, how: How) {
    let now = desk.chosen.get_untracked();
    let anchor = desk.anchor.get_untracked().filter(|_| !now.is_empty());
    let next = after(now, anchor, at, how);
    if how != How::Through || anchor.is_none() {
        desk.anchor.set(Some(at));
    }
    desk.cursor.set(at);
    desk.choose_all(next);
}

fn after(mut now: Vec<At>, anchor: Option<At>, at: At, how: How) -> Vec<At> {
    match (how, anchor) {
        (How::Through, Some(anchor)) => {
            let span = |a: u8, b: u8| a.min(b)..=a.max(b);
            span(anchor.0, at.0).flat_map(|likelihood| span(anchor.1, at.1).map(move |it| (likelihood, it))).collect()
        }
        (How::Added, _) => {
            match now.iter().position(|it| *it == at) {
                Some(place) => {
                    now.remove(place);
                }
                None => now.push(at),
            }
            now
        }
        _ if now == [at] => Vec::new(),
        _ => vec![at],
    }
}

/// A key was pressed on a cell of the map.
pub fn pressed(desk: Desk, event: &KeyboardEvent) {
    let on_cell = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    if !on_cell.is_some_and(|it| it.has_attribute("data-cell")) || event.alt_key() {
        return;
    }
    let at = untrack(move || desk.stop());
    let (add, through) = (event.ctrl_key() || event.meta_key(), event.shift_key());
    let key = event.key();
    let moving = desk.moving.with_untracked(Option::is_some);
    match key.as_str() {
        "Enter" | " " if moving => moving::drop(desk),
        "Enter" | " " => choose(desk, at, How::held(desk, add, through)),
        "Escape" if moving => moving::give_up(desk),
        "Escape" if desk.lit.with_untracked(Option::is_some) => desk.lit.set(None),
        "Escape" => desk.choose_all(Vec::new()),
        "F2" => super::chip::enter(desk, at),
        "a" | "A" if add => desk.choose_all(desk.layout.with_untracked(|it| it.cells.iter().map(|it| it.at).collect())),
        _ => {
            let Some(to) = walked(desk, at, &key, add) else { return };
            if through && !moving {
                if desk.chosen.with_untracked(Vec::is_empty) || desk.anchor.get_untracked().is_none() {
                    desk.anchor.set(Some(at));
                    desk.choose_all(vec![at]);
                }
                choose(desk, to, How::Through);
            }
            walk_to(desk, to);
        }
    }
    event.prevent_default();
    event.stop_propagation();
}

/// The cell that a key leads to.
fn walked(desk: Desk, at: At, key: &str, far: bool) -> Option<At> {
    let (size, across) = desk.app.head.with_untracked(|head| (head.criteria.size(), head.criteria.likelihood_across));
    let far = if far { 99 } else { 1 };
    let (up, right): (i16, i16) = match key {
        "ArrowUp" => (far, 0),
        "ArrowDown" => (-far, 0),
        "ArrowRight" => (0, far),
        "ArrowLeft" => (0, -far),
        "Home" => (if far > 1 { 99 } else { 0 }, -99),
        "End" => (if far > 1 { -99 } else { 0 }, 99),
        "PageUp" => (99, 0),
        "PageDown" => (-99, 0),
        _ => return None,
    };
    let (more_likely, graver) = if across { (right, up) } else { (up, right) };
    let step = |level: u8, by: i16, levels: u8| {
        u8::try_from((i16::from(level) + by).clamp(1, i16::from(levels.max(1)))).unwrap_or(1)
    };
    Some((step(at.0, more_likely, size.0), step(at.1, graver, size.1)))
}

/// Puts the focus on a cell; a risk that is being moved goes along.
pub fn walk_to(desk: Desk, at: At) {
    desk.cursor.set(at);
    desk.moving.maybe_update(|moving| match moving {
        Some(moving) => {
            moving.goal = Some(at);
            true
        }
        None => false,
    });
    focus(desk, &format!("[data-cell='{}x{}']", at.0, at.1));
}

/// Puts the focus on something in the map.
pub fn focus(desk: Desk, selector: &str) -> bool {
    let found = desk.plot.get_untracked().and_then(|plot| plot.query_selector(selector).ok().flatten());
    let found = found.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok());
    found.is_some_and(|it| it.focus().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_chosen_alone_added_or_through() {
        assert_eq!(after(vec![], None, (2, 2), How::Alone), [(2, 2)]);
        assert_eq!(after(vec![(2, 2)], None, (2, 2), How::Alone), []);
        assert_eq!(after(vec![(2, 2), (1, 1)], None, (2, 2), How::Alone), [(2, 2)]);
        assert_eq!(after(vec![(2, 2)], None, (3, 1), How::Added), [(2, 2), (3, 1)]);
        assert_eq!(after(vec![(2, 2), (3, 1)], None, (2, 2), How::Added), [(3, 1)]);
        assert_eq!(after(vec![(3, 1)], Some((3, 1)), (2, 2), How::Through), [(2, 1), (2, 2), (3, 1), (3, 2)]);
        assert_eq!(after(vec![], None, (2, 2), How::Through), [(2, 2)]);
    }
}
