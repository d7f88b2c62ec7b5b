//! Every field of every risk that a form has a place for is printed once, and in the order of the form, on each paper.

use std::collections::HashMap;

use browser_tests::{Page, Report, sample, wait, words};
use serde_json::{Value, json};

/// A field of a risk, or a list with fields of what is in it.
type Path = &'static [&'static str];

/// A form: its part of the report, and the fields of a risk in the order in which it prints them. What is in a list has a path
/// of two steps; a field that stands again in the list's rows is told row by row.
struct Form {
    part: &'static str,
    papers: [&'static str; 2],
    first: &'static [Path],
    fields: &'static [Path],
}

const UPRIGHT: [&str; 2] = ["A4 upright", "A3 on its side"];
const ON_ITS_SIDE: [&str; 2] = ["A3 on its side", "A4 on its side"];

const SUMMARY: Form = Form {
    part: "Summary report",
    papers: UPRIGHT,
    first: &[],
    fields: &[
        &["title"],
        &["description"],
        &["triggers", "number", "text"],
        &["controls", "number", "title", "description"],
    ],
};
const GRID: Form = Form {
    part: "Register grid",
    papers: ON_ITS_SIDE,
    first: &[],
    fields: &[
        &["title"],
        &["description"],
        &["triggers", "number", "text"],
        &["consequences", "number", "text"],
        &["owners"],
        &["contacts"],
        &["controls", "number", "title", "description"],
        &["actions", "number", "title", "description", "owners", "target_date", "revised_date"],
    ],
};
/// What cards of both kinds begin with.
const CARD: &[Path] = &[
    &["title"],
    &["description"],
    &["owners"],
    &["last_review"],
    &["next_review"],
    &["triggers", "number", "text"],
    &["causes", "number", "text"],
    &["consequences", "number", "text"],
];
const CORPORATE: Form = Form {
    part: "Corporate risk cards",
    papers: UPRIGHT,
    first: CARD,
    fields: &[
        &["controls", "number", "title", "description", "adequacy", "critical_success", "assurance"],
        &["actions", "number", "title", "description", "assurance", "owners", "revised_date"],
        &["path"],
        &["category"],
        &["objectives"],
    ],
};
const DIRECTORATE: Form = Form {
    part: "Directorate risk cards",
    papers: UPRIGHT,
    first: CARD,
    fields: &[
        &["controls", "number", "title", "description", "adequacy", "critical_success"],
        &["actions", "number", "title", "description", "owners", "revised_date"],
    ],
};
const RECORD: Form = Form {
    part: "Full record of each risk",
    papers: UPRIGHT,
    first: &[],
    fields: &[
        &["title"],
        &["description"],
        &["closed"],
        &["closed_reason"],
        &["category"],
        &["path"],
        &["objectives"],
        &["owners"],
        &["contacts"],
        &["appetite_level"],
        &["response"],
        &["acceptance"],
        &["last_review"],
        &["next_review"],
        &["review_frequency"],
        &["links", "relation", "register", "number"],
        &["notes"],
        &["inherent", "date", "by", "reason"],
        &["residual", "date", "by", "reason"],
        &["target", "date", "by", "reason"],
        &["previous", "date", "by", "reason"],
        &["triggers", "number", "text"],
        &["causes", "number", "text"],
        &["consequences", "number", "text"],
        &["controls", "number", "title", "description", "kind", "owners", "adequacy", "critical_success", "assurance"],
        &[
            "actions",
            "number",
            "title",
            "description",
            "owners",
            "target_date",
            "revised_date",
            "completed",
            "assurance",
        ],
    ],
};

/// The texts of a value: its own, or those of what is in it, at the fields that are named.
fn texts(value: &Value, fields: &[&str]) -> Vec<String> {
    match value {
        Value::String(text) if !text.is_empty() => vec![as_printed(text)],
        Value::Array(items) => items.iter().flat_map(|item| texts(item, fields)).collect(),
        Value::Object(record) => {
            fields.iter().filter_map(|field| record.get(*field)).flat_map(|it| texts(it, &[])).collect()
        }
        _ => Vec::new(),
    }
}

/// A date is printed as day, month, year, or as month and year where there is no day.
fn as_printed(text: &str) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let is_year = |text: &str| text.len() == 4 && text.parse::<u16>().is_ok();
    let parts: Vec<&str> = text.split('-').collect();
    match parts[..] {
        [year, month, day] if is_year(year) => format!("{day}/{month}/{year}"),
        [year, month] if is_year(year) => {
            let name = month.parse::<usize>().ok().and_then(|month| MONTHS.get(month.wrapping_sub(1)));
            name.map_or_else(|| text.to_owned(), |name| format!("{name} {year}"))
        }
        _ => text.to_owned(),
    }
}

/// What a form prints of a risk.
fn told(form: &Form, risk: &Value) -> Vec<String> {
    let of = |path: &Path| texts(&risk[path[0]], &path[1..]);
    form.first.iter().chain(form.fields).flat_map(of).collect()
}

/// Makes words and dates that occur once.
#[derive(Default)]
struct Fresh(usize);

impl Fresh {
    fn words(&mut self, count: usize) -> String {
        let word = |_| {
            self.0 += 1;
            format!("w{}", self.0)
        };
        (0..count).map(word).collect::<Vec<_>>().join(" ")
    }

    fn date(&mut self) -> String {
        self.0 += 1;
        format!("{}-{:02}-{:02}", 2030 + self.0 / 336, 1 + self.0 / 28 % 12, 1 + self.0 % 28)
    }

    fn points(&mut self, count: usize, long: usize) -> Value {
        (0..count).map(|_| json!({"number": self.words(1), "text": self.words(long)})).collect()
    }

    fn assessment(&mut self) -> Value {
        json!({"likelihood": 3, "impact": 4, "date": self.date(), "by": self.words(2), "reason": self.words(6)})
    }

    /// A risk with something in every field; every third has texts that no sheet has room for.
    fn risk(&mut self, number: usize) -> Value {
        let (count, long) = (1 + number % 4, if number % 3 == 2 { 260 } else { 9 });
        let controls = (0..count).map(|_| {
            json!({
                "number": self.words(1), "title": self.words(3), "description": self.words(long), "kind": self.words(1),
                "owners": [self.words(2), self.words(2)], "adequacy": self.words(1),
                "critical_success": self.words(5), "assurance": self.words(5),
            })
        });
        let controls: Value = controls.collect();
        let actions = (0..count).map(|_| {
            json!({
                "number": self.words(1), "title": self.words(3), "description": self.words(long),
                "owners": [self.words(2), self.words(1)], "target_date": self.date(), "revised_date": self.date(),
                "completed": self.date(), "progress": "Amber", "assurance": self.words(4),
            })
        });
        let actions: Value = actions.collect();
        json!({
            "number": number.to_string(), "title": self.words(6), "description": self.words(long),
            "status": "closed", "closed": self.date(), "closed_reason": self.words(5), "category": self.words(2),
            "path": [self.words(1), self.words(2)], "objectives": [self.words(3), self.words(3)],
            "owners": [self.words(2), self.words(2)], "contacts": [self.words(2)],
            "triggers": self.points(count, long), "causes": self.points(count, 9), "consequences": self.points(count, 9),
            "inherent": self.assessment(), "residual": self.assessment(), "target": self.assessment(),
            "previous": self.assessment(), "appetite": 12, "appetite_level": self.words(2), "response": self.words(1),
            "acceptance": self.words(4), "controls": controls, "actions": actions, "last_review": self.date(),
            "next_review": self.date(), "review_frequency": self.words(2),
            "links": [{"register": self.words(2), "number": self.words(1), "relation": self.words(2)}],
            "notes": self.words(12),
        })
    }
}

/// The words of a sheet that are among these, each with its place among them.
fn places(sheet: &str, known: &HashMap<&str, usize>) -> Vec<usize> {
    let sheet = sheet.replace("/w", " w");
    let words = sheet.split_whitespace().map(|word| word.trim_matches([';', ',', '.']));
    words.filter_map(|word| known.get(word).copied()).collect()
}

#[test]
fn every_field_is_printed_once_and_in_order_on_each_paper() {
    let mut fresh = Fresh::default();
    let risks: Vec<Value> = (1..=9).map(|number| fresh.risk(number)).collect();
    let page = Report::of_register(&json!({"title": "Every field", "risks": risks}));
    let mut shown = SUMMARY.part;
    for form in [SUMMARY, GRID, CORPORATE, DIRECTORATE, RECORD] {
        if form.part != shown {
            page.report().choose(form.part);
            page.report().choose(shown);
            wait::equal("the part", 1, || page.css(".report > section").count());
            shown = form.part;
        }
        let all: Vec<Vec<String>> = risks.iter().flat_map(|risk| told(&form, risk)).map(in_words).collect();
        let flat: Vec<&str> = all.iter().flatten().map(String::as_str).collect();
        let known: HashMap<&str, usize> = flat.iter().enumerate().map(|(place, word)| (*word, place)).collect();
        assert_eq!(known.len(), flat.len(), "every word is another");
        for paper in form.papers {
            let named = format!("{} on {paper}", form.part);
            page.role("combobox", &format!("Paper of {}", form.part)).choose(paper);
            let sheets: Vec<Vec<usize>> = page.printed_in_order().iter().map(|sheet| places(sheet, &known)).collect();
            let mut printed = sheets.concat();
            // On every sheet in the order of the form; a cell that goes on is continued on the next sheet.
            for (number, sheet) in sheets.iter().enumerate() {
                let stray = sheet.windows(2).find(|two| two[0] >= two[1]).map(|two| (flat[two[0]], flat[two[1]]));
                assert_eq!(stray, None, "{named}, sheet {}", number + 1);
            }
            // And every text in one piece after the other.
            let at: HashMap<usize, usize> = printed.iter().enumerate().map(|(at, place)| (*place, at)).collect();
            let mut first = 0;
            for text in &all {
                let found: Vec<Option<&usize>> = (first..first + text.len()).map(|place| at.get(&place)).collect();
                assert!(found.is_sorted(), "{named}: {}", text.join(" "));
                first += text.len();
            }
            printed.sort_unstable();
            let lacking: Vec<&&str> = (0..flat.len()).filter(|it| !at.contains_key(it)).map(|it| &flat[it]).collect();
            assert_eq!(lacking, Vec::<&&str>::new(), "{named} lacks some");
            assert_eq!(printed.len(), flat.len(), "{named} prints some twice");
        }
    }
}

fn in_words(text: String) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn all_that_the_samples_say_is_printed_in_each_form() {
    for (name, form) in [
        ("2018-directorate-summary", SUMMARY),
        ("2016-directorate-grid", GRID),
        ("2017-directorate-grid-and-matrix", GRID),
        ("2021-corporate-cards", CORPORATE),
        ("2024-directorate-cards", DIRECTORATE),
        ("2016-directorate-grid", RECORD),
    ] {
        let page: Page = Report::of_sample(name, form.part);
        // Narrow columns break words.
        let printed = words(&page.printed_in_order()).replace(' ', "");
        let bytes = std::fs::read(sample(&format!("{name}.json"))).expect("the sample");
        let file: Value = serde_json::from_slice(&bytes).expect("JSON");
        let mut last = 0;
        for risk in file["registers"][0]["risks"].as_array().into_iter().flatten() {
            for text in told(&form, risk) {
                for word in text.split_whitespace() {
                    assert!(printed.contains(word), "{name}: “{word}” of “{text}” is not printed");
                }
            }
            let title = risk["title"].as_str().unwrap_or_default().replace(' ', "");
            let at =
                last + printed[last..].find(&title).unwrap_or_else(|| panic!("{name}: {title} is not in its place"));
            assert!(at >= last);
            last = at + title.len();
        }
    }
}
