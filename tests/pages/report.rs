//! The report.

use crate::harness::Page;

/// The report of a register: its options, and the sheets beside them.
#[derive(Clone, Copy)]
pub struct Report<'p>(&'p Page);

impl Page {
    /// The report.
    pub const fn report(&self) -> Report<'_> {
        Report(self)
    }
}

impl Report<'_> {
    /// Puts a part into the report, or takes it out.
    #[track_caller]
    pub fn choose(self, part: &str) {
        self.0.role("checkbox", part).click();
    }

    /// Has only this part in the report.
    #[track_caller]
    pub fn only(self, part: &str) {
        if part != "Summary report" {
            self.choose(part);
            self.choose("Summary report");
        }
    }

    /// The texts of the cells of each row of the first table that has this name.
    #[track_caller]
    pub fn table(self, name: &str) -> Vec<Vec<String>> {
        let script = "const table = [...document.querySelectorAll('.report table')]
                          .find((it) => it.getAttribute('aria-label') === arguments[0]);
                      return [...table.querySelectorAll(':scope > * > tr')].map((row) =>
                          [...row.children].map((cell) => cell.innerText.trim()));";
        serde_json::from_value(self.0.run(script, &[name.into()])).unwrap_or_default()
    }

    /// How many sheets there are, as the last of them says.
    pub fn sheets(self) -> usize {
        let script = "return document.querySelectorAll('.report .r-sheets > span').length";
        usize::try_from(self.0.run(script, &[]).as_u64().unwrap_or(0)).unwrap_or(0)
    }
}
