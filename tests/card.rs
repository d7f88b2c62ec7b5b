//! Every field of the model can be edited on the card, and is kept.

use browser_tests::known::register_of;
use browser_tests::{Page, has, wait};
use register::record::Record;
use register::{Assessment, Which};
use serde_json::{Value, json};

/// Fields of a risk that are typed, by label, and what the file holds then.
const TYPED: [(&str, &str, &str); 16] = [
    ("Number", "R-7", r#""R-7""#),
    ("Title", "A title “with quotes” & <b>signs</b>", r#""A title “with quotes” & <b>signs</b>""#),
    ("Description", "Two\nlines", r#""Two\nlines""#),
    ("Owners", "Head of A; Director: B, C & D", r#"["Head of A", "Director: B, C & D"]"#),
    ("Contacts", "Officer", r#"["Officer"]"#),
    ("Objectives", "First\nSecond", r#"["First", "Second"]"#),
    ("Risk path", "Council / Children", r#"["Council", "Children"]"#),
    ("Closed", "31/3/2031", r#""2031-03-31""#),
    ("Reason for closing", "It is over.", r#""It is over.""#),
    ("Appetite", "12", "12"),
    ("Acceptance", "Accepted by the board", r#""Accepted by the board""#),
    ("Last review", "31/04/2031", r#""31/04/2031""#),
    ("Next review", "Sep 2031", r#""2031-09""#),
    (
        "Related risks",
        "Corporate; 7; same risk",
        r#"[{"register": "Corporate", "number": "7", "relation": "same risk"}]"#,
    ),
    ("Notes", "See the minutes.", r#""See the minutes.""#),
    ("Previous score", "3x4", r#"{"likelihood": 3, "impact": 4}"#),
];
/// The names of those fields in a file.
const TYPED_AS: [&str; 16] = [
    "number",
    "title",
    "description",
    "owners",
    "contacts",
    "objectives",
    "path",
    "closed",
    "closed_reason",
    "appetite",
    "acceptance",
    "last_review",
    "next_review",
    "links",
    "notes",
    "previous",
];
/// Fields that are chosen, by label, what is chosen, and the field in a file.
const CHOSEN: [(&str, &str, &str); 4] = [
    ("Category", "Legal", "category"),
    ("Response", "Transfer", "response"),
    ("Appetite level", "Cautious", "appetite_level"),
    ("Review frequency", "6 months", "review_frequency"),
];
/// The lists of a risk: what the button adds, and what an entry is called.
const LISTS: [(&str, &str); 5] = [
    ("triggers", "Trigger"),
    ("causes", "Likelihood factor"),
    ("consequences", "Consequence"),
    ("controls", "Control"),
    ("actions", "Action"),
];

/// A card with nothing on it but a number.
fn blank_card() -> Page {
    let page = Page::open();
    page.registers().make("Every field");
    page.frame().decline_name();
    page.frame().go("Cards");
    page.button("Add the first risk").click();
    page.card().sheet().wait();
    page
}

#[test]
fn every_field_of_a_risk_is_edited_and_kept() {
    let page = blank_card();
    let card = page.card();
    card.sheet().select("Status").choose("Closed");
    for (label, typed, _) in TYPED {
        card.field(label).set(typed);
    }
    for (label, chosen, _) in CHOSEN {
        card.sheet().select(label).choose(chosen);
    }
    card.sheet().checkbox("In the corporate register (CR)").click();
    for which in Which::MAPPED {
        card.cell(which.label(), 2, 4).click();
    }
    for which in ["Inherent", "Residual", "Target", "Previous"] {
        let part = card.assessment(which);
        part.css("summary").click();
        part.textbox("Assessed on").set("1/2/2031");
        part.textbox("Assessed by").set("Head of A");
        part.textbox("Reason").set("As agreed");
    }
    for (_, entry) in LISTS {
        card.add(entry);
        card.item(&format!("{entry} 1")).wait();
    }
    card.sheet().button("Change what is exempt").click();
    card.exempt(&["Notes", "The whole risk"]);
    page.frame().wait_saved();
    page.reload();
    card.sheet().wait();
    let (_, file) = page.frame().export();
    let risk = register_of(&file).risks.remove(0);
    let value = |field: &str| risk.get(field).unwrap_or_default();
    for ((label, _, expected), field) in TYPED.into_iter().zip(TYPED_AS) {
        let mut found = value(field);
        if field == "previous" {
            // Its other parts are looked at below.
            found = json!({"likelihood": found["likelihood"], "impact": found["impact"]});
        }
        assert_eq!(found, serde_json::from_str::<Value>(expected).unwrap(), "{label}");
    }
    for (label, expected, field) in CHOSEN {
        assert_eq!(value(field), json!(expected), "{label}");
    }
    assert_eq!((value("corporate"), value("status")), (json!(true), json!("closed")));
    assert_eq!((value("exempt"), value("exempt_fields")), (json!(true), json!(["notes"])));
    for which in [Which::Inherent, Which::Residual, Which::Target, Which::Previous] {
        let it = risk.assessment(which);
        let (levels, parts) = ((it.likelihood, it.impact), (it.date.0.as_str(), it.by.as_str(), it.reason.as_str()));
        let expected = if which == Which::Previous { (Some(3), Some(4)) } else { (Some(2), Some(4)) };
        assert_eq!((levels, parts), (expected, ("2031-02-01", "Head of A", "As agreed")), "{which:?}");
    }
    // And that was the whole model: nothing of it is left blank.
    let blank: Vec<_> = risk.fields().iter().filter(|field| value(field).is_null()).collect();
    assert_eq!(blank, Vec::<&&str>::new());
}

#[test]
fn a_printed_score_without_levels_is_edited() {
    let page = blank_card();
    let card = page.card();
    card.field("Previous score").set("16");
    wait::for_("the score", || card.score("Previous").starts_with("16"));
    card.field("Previous score").set("sixteen");
    card.assessment("Previous").alert(has("Enter likelihood")).wait();
    card.assessment("Previous").css("summary").click();
    card.assessment("Previous").textbox("Score as printed").set("9");
    wait::for_("the score", || card.score("Previous").starts_with("9"));
    let (_, file) = page.frame().export();
    assert_eq!(register_of(&file).risks[0].previous, Assessment { score: Some(9), ..Assessment::default() });
}

#[test]
fn every_field_of_every_entry_is_edited_and_kept() {
    let page = blank_card();
    let card = page.card();
    for (_, entry) in LISTS {
        card.add(entry);
        let item = card.item(&format!("{entry} 1"));
        item.textbox("Number").set("8.");
        match entry {
            "Control" => {
                let fields = [
                    ("Title", "Audit"),
                    ("Description", "a) one\nb) two"),
                    ("Owner", "Head of A; Head of B"),
                    ("Critical success", "None late"),
                    ("Assurance", "Board"),
                ];
                fields.iter().for_each(|(label, text)| item.textbox(*label).set(text));
                item.select("Adequacy").choose("Reasonable");
                item.select("Type").choose("Detective");
                card.choose("Control 1", "Exempt from publication");
                card.exempt(&["Assurance", "The whole control"]);
            }
            "Action" => {
                let fields = [
                    ("Title", "Recruit"),
                    ("Description", "Abroad too"),
                    ("Owner", "Head of HR"),
                    ("Target date", "30/6/2031"),
                    ("Revised date", "Sep-31"),
                    ("Completed", "01/10/2031"),
                    ("Assurance", "Report"),
                ];
                fields.iter().for_each(|(label, text)| item.textbox(*label).set(text));
                item.select("Progress").choose("Amber");
                card.choose("Action 1", "Exempt from publication");
                card.exempt(&["Owners", "The whole action"]);
            }
            _ => {
                item.textbox(entry).set("A point\nof two lines");
                card.choose(&format!("{entry} 1"), "Make it a heading");
            }
        }
    }
    page.reload();
    card.sheet().wait();
    let (_, file) = page.frame().export();
    let risk = register_of(&file).risks.remove(0);
    for points in [&risk.triggers, &risk.causes, &risk.consequences] {
        let point = &points[0];
        assert_eq!((point.number.as_str(), point.text.as_str(), point.heading), ("8.", "A point\nof two lines", true));
    }
    let (control, action) = (&risk.controls[0], &risk.actions[0]);
    let blank = |record: &dyn Record| record.fields().iter().filter(|it| record.get(it) == Some(Value::Null)).count();
    assert_eq!((blank(control), blank(action)), (0, 0), "{control:?} {action:?}");
    assert_eq!(control.description, "a) one\nb) two");
    assert_eq!(control.owners, ["Head of A", "Head of B"]);
    assert_eq!(
        (control.exempt_fields.as_slice(), action.exempt_fields.as_slice()),
        (&["assurance".to_owned()][..], &["owners".to_owned()][..])
    );
    assert_eq!((control.kind.as_str(), control.adequacy.as_str()), ("Detective", "Reasonable"));
    assert_eq!((action.target_date.0.as_str(), action.revised_date.0.as_str()), ("2031-06-30", "2031-09"));
    assert_eq!((action.progress.as_str(), action.completed.0.as_str()), ("Amber", "2031-10-01"));
}
