//! The report.

mod sheets;

use serde_json::{Value, json};

use crate::harness::{Page, sample, wait};

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

    /// The texts of the cells of each row of each table of a kind, without what is in tables within.
    #[track_caller]
    pub fn tables(self, kind: &str) -> Vec<Vec<Vec<String>>> {
        let script = "return [...document.querySelectorAll(`.report table.r-${arguments[0]}`)].map((table) =>
                          [...table.querySelectorAll(':scope > * > tr')].map((row) =>
                              [...row.children].map((cell) => cell.innerText.trim().split(/\\s+/).join(' '))));";
        serde_json::from_value(self.0.run(script, &[kind.into()])).unwrap_or_default()
    }

    /// The only table of a kind.
    #[track_caller]
    pub fn table(self, kind: &str) -> Vec<Vec<String>> {
        let mut tables = self.tables(kind);
        assert_eq!(tables.len(), 1, "tables of the kind {kind}");
        tables.remove(0)
    }

    /// The report of a sample with one part in it.
    pub fn of_sample(name: &str, part: &str) -> Page {
        let page = Page::with_file(&sample(&format!("{name}.json")));
        page.to_view("report");
        page.report().only(part);
        wait::equal("the part", 1, || page.css(".report > section").count());
        page
    }

    /// The report of a register as it stands in a file.
    pub fn of_register(register: &Value) -> Page {
        let page = Page::unopened();
        page.visit("");
        let file = json!({"format": "heatgrid", "version": 1, "registers": [register]});
        page.bring_in(&page.file("register.json", file.to_string().as_bytes()));
        page.to_view("report");
        page
    }
}
