//! Which columns are shown, in which order, how wide, and how many of them stay in sight.

use super::{Column, catalogue};
use crate::views::grid::sheet::Sheet;

/// The narrowest that a column can be, in CSS pixels.
pub const NARROWEST: u16 = 48;
/// The widest that a column can be, in CSS pixels.
pub const WIDEST: u16 = 800;
/// At most so many columns can stay in sight when the grid scrolls sideways: more would leave no room for the others.
const MOST_FROZEN: usize = 4;

/// A column that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its place in the catalogue.
    pub place: usize,
    /// Its width in CSS pixels.
    pub width: u16,
}

/// The columns of a grid as the user has arranged them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The columns, from the left.
    pub columns: Vec<Shown>,
    /// So many of the first ones stay in sight when the grid scrolls sideways.
    pub frozen: usize,
}

/// A set of columns under a name.
pub struct Set {
    /// The name on the page.
    pub name: &'static str,
    columns: &'static [&'static str],
}

const RISK_SETS: [Set; 4] = [
    Set {
        name: "Register",
        columns: &[
            "number",
            "title",
            "triggers",
            "consequences",
            "owners",
            "category",
            "inherent",
            "residual",
            "appetite",
            "target",
            "controls",
            "actions",
            "response",
            "last_review",
            "next_review",
            "status",
            "contacts",
            "notes",
        ],
    },
    // The columns of the wide grid that councils published, in its order.
    Set {
        name: "Register grid 2016",
        columns: &[
            "number",
            "title",
            "triggers",
            "consequences",
            "inherent",
            "owners",
            "contacts",
            "controls",
            "residual",
            "actions",
        ],
    },
    Set {
        name: "Review",
        columns: &[
            "number",
            "title",
            "owners",
            "previous",
            "residual",
            "target",
            "appetite",
            "last_review",
            "next_review",
            "review_frequency",
            "status",
            "closed",
            "closed_reason",
        ],
    },
    Set {
        name: "Actions",
        columns: &["number", "title", "owners", "residual", "target", "actions", "response", "next_review", "status"],
    },
];

const ACTION_SETS: [Set; 2] = [
    Set {
        name: "Actions",
        columns: &[
            "number",
            "title",
            "residual",
            "item.number",
            "item.title",
            "item.description",
            "item.owners",
            "item.target_date",
            "item.revised_date",
            "item.progress",
            "item.completed",
            "item.assurance",
        ],
    },
    Set {
        name: "Chase",
        columns: &[
            "number",
            "title",
            "item.description",
            "item.owners",
            "item.target_date",
            "item.revised_date",
            "item.progress",
        ],
    },
];

const CONTROL_SETS: [Set; 2] = [
    Set {
        name: "Controls",
        columns: &[
            "number",
            "title",
            "residual",
            "item.number",
            "item.title",
            "item.description",
            "item.owners",
            "item.kind",
            "item.adequacy",
            "item.critical_success",
            "item.assurance",
        ],
    },
    Set { name: "Assurance", columns: &["number", "title", "item.description", "item.adequacy", "item.assurance"] },
];

/// The sets of columns that each grid offers; it begins with the first.
pub const fn sets(sheet: Sheet) -> &'static [Set] {
    match sheet {
        Sheet::Risks => &RISK_SETS,
        Sheet::Actions => &ACTION_SETS,
        Sheet::Controls => &CONTROL_SETS,
    }
}

impl Set {
    /// The set as a layout, in the widths of the catalogue.
    pub fn layout(&self, sheet: Sheet) -> Layout {
        let columns = self.columns.iter().filter_map(|name| found(sheet, name)).collect();
        Layout { columns, frozen: 2 }
    }
}

fn found(sheet: Sheet, name: &str) -> Option<Shown> {
    let place = catalogue(sheet).iter().position(|column| column.name() == name)?;
    Some(Shown { place, width: catalogue(sheet)[place].width })
}

impl Layout {
    /// What a grid begins with.
    pub fn standard(sheet: Sheet) -> Self {
        sets(sheet)[0].layout(sheet)
    }

    /// Every column there is.
    pub fn every(sheet: Sheet) -> Self {
        let columns = catalogue(sheet).iter().enumerate();
        let columns = columns.map(|(place, column)| Shown { place, width: column.width }).collect();
        Self { columns, frozen: 2 }
    }

    /// A layout from the text that [`Self::to_text`] made. Columns that no grid of this kind has are left out; without
    /// the number, which names the row, it is none.
    pub fn read(sheet: Sheet, text: &str) -> Option<Self> {
        let (frozen, columns) = text.split_once(';')?;
        let mut layout = Self { columns: Vec::new(), frozen: frozen.parse().ok()? };
        for (name, width) in columns.split(',').filter_map(|column| column.split_once('=')) {
            if let Some(shown) = found(sheet, name)
                && !layout.shows(shown.place)
            {
                let width = width.parse().unwrap_or(shown.width).clamp(NARROWEST, WIDEST);
                layout.columns.push(Shown { width, ..shown });
            }
        }
        layout.freeze(layout.frozen);
        (layout.columns.first()?.place == 0).then_some(layout)
    }

    /// It as a text for the settings: `2;number=76,title=250,…`.
    pub fn to_text(&self, sheet: Sheet) -> String {
        let columns = self.columns.iter().map(|it| format!("{}={}", catalogue(sheet)[it.place].name(), it.width));
        format!("{};{}", self.frozen, columns.collect::<Vec<_>>().join(","))
    }

    /// Whether a column of the catalogue is shown.
    pub fn shows(&self, place: usize) -> bool {
        self.columns.iter().any(|it| it.place == place)
    }

    /// The column at a place from the left.
    pub fn column(&self, sheet: Sheet, at: usize) -> Option<&'static Column> {
        catalogue(sheet).get(self.columns.get(at)?.place)
    }

    /// Shows or hides a column. The number, which names the row, always stays; a column that comes stands where the
    /// catalogue has it among those that are shown.
    pub fn show(&mut self, sheet: Sheet, place: usize, show: bool) {
        if !show && place != 0 {
            self.columns.retain(|it| it.place != place);
        } else if show
            && !self.shows(place)
            && let Some(column) = catalogue(sheet).get(place)
        {
            let before = self.columns.iter().rposition(|it| it.place < place).map_or(0, |at| at + 1);
            self.columns.insert(before, Shown { place, width: column.width });
        }
        self.freeze(self.frozen);
    }

    /// Moves the column at one place to another; the number stays first.
    pub fn shift(&mut self, from: usize, to: usize) {
        if from > 0 && from < self.columns.len() {
            let column = self.columns.remove(from);
            self.columns.insert(to.clamp(1, self.columns.len()), column);
        }
    }

    /// Makes the column at a place so wide, within limits.
    pub fn widen(&mut self, at: usize, width: u16) {
        if let Some(column) = self.columns.get_mut(at) {
            column.width = width.clamp(NARROWEST, WIDEST);
        }
    }

    /// Keeps so many columns in sight, from one to four.
    pub fn freeze(&mut self, count: usize) {
        self.frozen = count.clamp(1, MOST_FROZEN).min(self.columns.len().max(1));
    }

    /// How far from the left a column begins, in CSS pixels.
    pub fn left(&self, at: usize) -> u32 {
        self.columns.iter().take(at).map(|it| u32::from(it.width)).sum()
    }

    /// The groups and the number of neighbouring columns under each. A group ends where the columns that stay do.
    pub fn groups(&self, sheet: Sheet) -> Vec<(&'static str, usize)> {
        let mut groups: Vec<(&'static str, usize)> = Vec::new();
        for (at, shown) in self.columns.iter().enumerate() {
            let group = catalogue(sheet)[shown.place].group;
            match groups.last_mut() {
                Some((name, count)) if *name == group && at != self.frozen => *count += 1,
                _ => groups.push((group, 1)),
            }
        }
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEETS: [Sheet; 3] = [Sheet::Risks, Sheet::Actions, Sheet::Controls];

    #[test]
    fn every_set_names_columns_that_are_there() {
        for sheet in SHEETS {
            for set in sets(sheet) {
                assert_eq!(set.layout(sheet).columns.len(), set.columns.len(), "{}", set.name);
            }
        }
        assert_eq!(Layout::standard(Sheet::Risks).columns.len(), 18);
    }

    #[test]
    fn a_layout_survives_its_text() {
        for sheet in SHEETS {
            let mut layout = Layout::every(sheet);
            layout.shift(3, 1);
            layout.show(sheet, 2, false);
            layout.widen(1, 333);
            layout.freeze(3);
            assert_eq!(Layout::read(sheet, &layout.to_text(sheet)), Some(layout));
        }
    }

    #[test]
    fn a_text_that_is_odd_gives_what_can_be_had() {
        let layout = Layout::read(Sheet::Risks, "9;number=5,gone=70,title=x,title=100,owners=9999").unwrap();
        let widths: Vec<u16> = layout.columns.iter().map(|it| it.width).collect();
        assert_eq!(widths, [NARROWEST, 250, WIDEST]);
        assert_eq!(layout.frozen, 3);
        for text in ["", "2;", "x;number=70", "2;title=250", "number=1"] {
            assert_eq!(Layout::read(Sheet::Risks, text), None, "{text}");
        }
    }

    #[test]
    fn the_number_stays_first_and_shown() {
        let mut layout = Layout::standard(Sheet::Risks);
        layout.show(Sheet::Risks, 0, false);
        layout.shift(0, 5);
        layout.shift(5, 0);
        assert_eq!(layout.columns[0].place, 0);
        assert_eq!(catalogue(Sheet::Risks)[layout.columns[1].place].field, "category");
    }

    #[test]
    fn a_column_that_comes_back_stands_where_it_was() {
        let standard = Layout::standard(Sheet::Risks);
        for place in standard.columns.iter().map(|it| it.place).filter(|place| *place > 0) {
            let mut layout = standard.clone();
            layout.show(Sheet::Risks, place, false);
            assert_eq!(layout.columns.len(), standard.columns.len() - 1);
            layout.show(Sheet::Risks, place, true);
            assert_eq!(layout, standard);
        }
    }

    #[test]
    fn groups_cover_all_columns_in_order() {
        let layout = Layout::standard(Sheet::Risks);
        let groups = layout.groups(Sheet::Risks);
        assert_eq!(groups.iter().map(|(_, count)| count).sum::<usize>(), layout.columns.len());
        assert_eq!(groups[..3], [("Details of risk", 2), ("Details of risk", 4), ("Inherent", 1)]);
    }
}
