//! The heat map.

use crate::harness::{Page, Target, starts};
use crate::known::cell_name;

/// The heat map and the list beside it.
#[derive(Clone, Copy)]
pub struct HeatMap<'p>(&'p Page);

impl Page {
    /// The heat map.
    pub const fn heat_map(&self) -> HeatMap<'_> {
        HeatMap(self)
    }
}

impl<'p> HeatMap<'p> {
    /// A cell.
    pub fn cell(self, likelihood: u8, impact: u8) -> Target<'p> {
        self.0.region("Heat map").role("gridcell", starts(&cell_name(likelihood, impact)))
    }

    /// The numbers in a cell, as drawn.
    pub fn numbers(self, likelihood: u8, impact: u8) -> Vec<String> {
        self.cell(likelihood, impact).css(".chip").texts()
    }

    /// The number of a risk on the map, by the beginning of its name, e.g. `Risk 4:`.
    pub fn chip(self, name: &str) -> Target<'p> {
        self.0.region("Heat map").role("grid", crate::harness::has("scores")).button(starts(name))
    }

    /// Names of the chosen cells, from the top of the map.
    pub fn chosen(self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('.heat [aria-selected=true]')].map((it) => it.dataset.cell)";
        let chosen = self.0.run(script, &[]);
        chosen.as_array().into_iter().flatten().filter_map(|it| it.as_str().map(str::to_owned)).collect()
    }

    /// The list of what movement is shown from.
    pub fn movement(self) -> Target<'p> {
        self.0.select("Movement")
    }

    /// How many arrows are drawn.
    pub fn arrows(self) -> usize {
        self.0.css(".heat-lines .arrow").count()
    }

    /// The little card of the risk that is lit.
    pub fn tip(self) -> Target<'p> {
        self.0.role("tooltip", crate::Name::Any)
    }

    /// Every number on the map with its cell, from the least likely and least grave.
    pub fn all(self) -> Vec<(u8, u8, Vec<String>)> {
        let cells = (1..=5).flat_map(|likelihood| (1..=5).map(move |impact| (likelihood, impact)));
        let with_numbers = cells.map(|(likelihood, impact)| (likelihood, impact, self.numbers(likelihood, impact)));
        with_numbers.filter(|(_, _, numbers)| !numbers.is_empty()).collect()
    }

    /// Shows another assessment: `Inherent`, `Residual`, `Target`.
    #[track_caller]
    pub fn show(self, which: &str) {
        self.0.radio(which).click();
    }

    /// The list beside the map.
    pub fn list(self) -> Target<'p> {
        self.0.region("Risks in the chosen cell")
    }

    /// The titles of the risks in the list.
    pub fn listed(self) -> Vec<String> {
        self.list().css("li a").texts()
    }
}
