//! What is asked of a report, which the settings keep for each register as JSON.

use leptos::prelude::*;
use register::Id;
use report::{Edition, Part};
use serde_json::{Value, json};

use super::asked::{Row, Wish};
use super::options;
use crate::erased::effect;
use crate::state::App;
use crate::state::shelf::REPORT;

/// What was asked of the report of a register; each change of it is kept.
pub fn wish(app: App, id: Id) -> RwSignal<Wish> {
    let name = format!("{REPORT}{id}");
    let kept = untrack(|| app.noted(&name));
    let wish = RwSignal::new(kept.map(|text| Wish::of_text(&text)).unwrap_or_default());
    effect(move || {
        let now = wish.with(Wish::to_text);
        let was = untrack(|| app.noted(&name)).unwrap_or_else(|| Wish::default().to_text());
        if now != was {
            app.note(name.clone(), Some(now));
        }
    });
    wish
}

impl Wish {
    /// As a text.
    pub fn to_text(&self) -> String {
        let part = |row: &Row| json!([row.plan.part.word(), row.plan.paper.name(), row.chosen]);
        let parts: Vec<Value> = self.rows.iter().map(part).collect();
        let exempt = self.edition == Edition::Exempt;
        json!({"title": self.title, "exempt": exempt, "says_withheld": self.says_withheld, "parts": parts}).to_string()
    }

    /// Of a text. What is not known is as at first: a later version may have written it.
    pub fn of_text(text: &str) -> Self {
        let read: Value = serde_json::from_str(text).unwrap_or_default();
        let mut wish = Self { title: read["title"].as_str().unwrap_or_default().to_owned(), ..Self::default() };
        if read["exempt"] == true {
            wish.edition = Edition::Exempt;
        }
        wish.says_withheld = read["says_withheld"] == true;
        let mut next = 0;
        for row in read["parts"].as_array().into_iter().flatten() {
            let part = row[0].as_str().and_then(Part::of);
            let Some(found) = part.and_then(|part| wish.place(part)).filter(|found| *found >= next) else { continue };
            let mut kept = wish.rows.remove(found);
            kept.plan.paper = row[1].as_str().and_then(options::paper).unwrap_or(kept.plan.paper);
            kept.chosen = row[2] == true;
            wish.rows.insert(next, kept);
            next += 1;
        }
        wish
    }
}

#[cfg(test)]
mod tests {
    use report::{Paper, Plan, Size};

    use super::*;

    #[test]
    fn what_is_asked_for_survives_its_text() {
        let mut wish = Wish { title: "Q3 – for Cabinet".to_owned(), ..Wish::default() };
        assert_eq!(Wish::of_text(&wish.to_text()), wish);
        wish.edition = Edition::Exempt;
        wish.says_withheld = true;
        wish.rows.reverse();
        for row in &mut wish.rows {
            row.chosen = !row.chosen;
            row.plan.paper = Paper { size: Size::A3, landscape: true };
        }
        assert_eq!(Wish::of_text(&wish.to_text()), wish);
    }

    #[test]
    fn a_text_of_another_version_gives_what_is_known_of_it() {
        for text in ["", "[]", "{}", "{\"title\": 3, \"parts\": {\"grid\": true}}"] {
            assert_eq!(Wish::of_text(text), Wish::default(), "{text}");
        }
        let parts = json!([
            ["poem", "a4-portrait", true],
            ["grid", "a5-portrait", true],
            ["grid", "a4-portrait", false],
            ["summary", "a3-portrait"],
        ]);
        let wish = Wish::of_text(&json!({"title": "Title", "says_withheld": true, "parts": parts}).to_string());
        assert_eq!((wish.title.as_str(), wish.edition, wish.says_withheld), ("Title", Edition::Public, true));
        assert_eq!(wish.rows.len(), Part::ALL.len());
        assert_eq!(wish.plans(), [Plan::from(Part::Grid)]);
        let order: Vec<Part> = wish.rows.iter().map(|row| row.plan.part).collect();
        assert_eq!(order[..3], [Part::Grid, Part::Summary, Part::Covering]);
    }
}
