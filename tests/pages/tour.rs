//! The guided tour.

use crate::harness::{Page, Target, wait};

/// The note of the step that is taken.
#[derive(Clone, Copy)]
pub struct Tour<'p>(&'p Page);

impl Page {
    /// The guided tour.
    pub const fn tour(&self) -> Tour<'_> {
        Tour(self)
    }
}

impl<'p> Tour<'p> {
    /// The note.
    pub fn note(self) -> Target<'p> {
        self.0.css(".tour[role=dialog]")
    }

    /// Waits until a step, from 1, is taken: the focus is on its note, and the ring is around something on the page.
    #[track_caller]
    pub fn wait_step(self, step: usize) {
        self.note().wait_says(&format!("Step {step} of 6"));
        wait::for_("the focus on the note", || self.note().has_focus());
        wait::for_("the ring", || self.0.css(".tour-ring:not(.nowhere)").is_there());
    }

    /// Whether the ring is around something that fits a selector: whether one of its kind has its middle in it.
    pub fn is_about(self, selector: &str) -> bool {
        let script = "
            const ring = document.querySelector('.tour-ring').getBoundingClientRect();
            return [...document.querySelectorAll(arguments[0])].some((it) => {
                const box = it.getBoundingClientRect();
                const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
                return box.width > 0 && x > ring.left && x < ring.right && y > ring.top && y < ring.bottom;
            })";
        self.0.run(script, &[serde_json::json!(selector)]) == true
    }

    /// Goes on.
    #[track_caller]
    pub fn next(self) {
        self.note().css("button.primary").click();
    }

    /// Waits until it has ended.
    #[track_caller]
    pub fn wait_gone(self) {
        self.note().wait_gone();
    }
}
