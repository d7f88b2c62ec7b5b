//! The covering report, section by section as the one of 2018.

mod common;

use common::{composed, sample, table};
use register::{Covering, Register};
use report::Part;

/// A covering report of our own in the form of 2018.
fn register() -> Register {
    let covering = Covering {
        to: "Children and Young People Committee".into(),
        meeting_date: "2018-09-11".into(),
        from: "Executive Director".into(),
        divisions: "All".into(),
        forward_plan: "N/A".into(),
        key_decision: "No".into(),
        purpose: "The yearly look at the register.".into(),
        recommendation: "Note the register.".into(),
        officers: "A. Officer; Executive Officer".into(),
        members: "B. Member; Chairman; ; 01 23".into(),
        background: "How it began.\n\nHow it went on.".into(),
        main_issues: "What to look at:\n1. Schools\n2. Staff\nWhat else there is.".into(),
        priorities: "Economy\nHealthy lives: Fewer beds.\nProtecting people:".into(),
        legal: "One case is before the court.".into(),
        sources: "Corporate register; Shire Hall".into(),
        ..Covering::default()
    };
    Register { covering, ..sample("2018-directorate-summary") }
}

/// The headings of a level, in order.
fn headings(html: &str, level: u8) -> Vec<String> {
    let tag = format!("<h{level}");
    let text = |it: &str| it.split_once('>').expect("a tag").1.split('<').next().unwrap_or_default().to_owned();
    html.split(&tag).skip(1).map(text).collect()
}

#[test]
fn the_report_has_the_sections_of_2018() {
    let html = report::body(&composed(&register(), &[Part::Covering, Part::Summary]));
    assert_eq!(headings(&html, 1), [register().title.replace('&', "&amp;")]);
    assert_eq!(
        headings(&html, 2),
        [
            "Officer contact",
            "Member contact",
            "1. Background",
            "2. Main issues",
            "3. Alignment with corporate priorities",
            "4. Significant implications",
            "Source documents",
            "Risk summary",
        ]
    );
    let facts: Vec<&str> =
        html.split("<dt>").skip(1).take(8).map(|it| it.split('<').next().unwrap_or_default()).collect();
    let expected = ["To", "Meeting date", "From", "Electoral division(s)", "Forward Plan ref", "Key decision"];
    assert_eq!(facts[..6], expected);
    assert_eq!(facts[6..], ["Purpose", "Recommendation"]);
    assert!(html.contains("11 September 2018"));
    // Seven kinds of implications and three priorities; one is written.
    assert_eq!(headings(&html, 3).len(), 10);
    assert_eq!(html.matches("No significant implications.").count(), 8);
    assert!(html.contains("One case is before the court.") && html.contains("Fewer beds."));
    assert!(html.contains("<dt>Telephone</dt><dd dir=\"auto\">01 23</dd>"));
    assert_eq!(table(&html, "sources"), [["Source documents", "Location"], ["Corporate register", "Shire Hall"]]);
    // The facts of the register stand with what follows.
    assert!(html.find("<dt>Entity").expect("the entity") > html.find("Source documents").expect("the sources"));
}

#[test]
fn paragraphs_are_numbered_and_lists_keep_their_marks() {
    let html = report::body(&composed(&register(), &[Part::Covering]));
    let (_, issues) = html.split_once("2. Main issues").expect("the section");
    let (issues, _) = issues.split_once("<h2").expect("the next section");
    let numbers: Vec<&str> =
        issues.split("<span class=\"r-number\">").skip(1).map(|it| it.split('<').next().unwrap_or_default()).collect();
    assert_eq!(numbers, ["2.1", "1.", "2.", "2.2"]);
    assert_eq!(issues.matches("r-below").count(), 2);
    assert!(html.contains(">1.1</span> How it began.") && html.contains(">1.2</span> How it went on."));
}

#[test]
fn a_report_that_nobody_wrote_is_left_out() {
    assert_eq!(composed(&sample("2016-directorate-grid"), &[Part::Covering]).sections, []);
}
