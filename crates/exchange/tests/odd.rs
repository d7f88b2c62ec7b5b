//! Odd values inside a file: what becomes of them, and what the report says.

mod common;

use common::{file, read, read_risks, registers};
use exchange::{IncomingRegister, Line, Weight};
use register::record::Record;
use serde_json::json;

/// Risk, field, value and weight of each line.
fn lines(report: &[Line]) -> Vec<(Option<&str>, &str, &str, Weight)> {
    report.iter().map(|it| (it.risk.as_deref(), it.field.as_str(), it.value.as_str(), it.weight)).collect()
}

/// The file with this register, written and read again: nothing is lost, and nothing is mended a second time.
fn again(incoming: IncomingRegister) -> IncomingRegister {
    let bytes = exchange::write(&[incoming.register]);
    let mut second = read(&bytes).expect("what was written can be read");
    assert!(
        second.registers[0].report.iter().all(|line| line.weight == Weight::Kept),
        "{:?}",
        second.registers[0].report
    );
    assert_eq!(exchange::write(&registers(second.clone())), bytes);
    second.registers.remove(0)
}

#[test]
fn a_sound_register_has_an_empty_report() {
    let it = read_risks(r#"{"id": "r1", "number": "1", "title": "Flood", "controls": [{"id": "c1"}]}"#);
    assert_eq!(it.report, []);
    assert_eq!(it.register.risks[0].title, "Flood");
}

#[test]
fn missing_ids_are_given() {
    let it = read_risks(
        r#"{"id": "r1", "number": "1"}, {"number": "2", "triggers": [{"text": "a"}, {"id": "", "text": "b"}]},
           {"controls": [{"title": "Pumps"}], "id": "r3"}"#,
    );
    let expected = [(Some("2"), "Id", "", Weight::Mended), (Some("row 3"), "Id", "", Weight::Mended)];
    assert_eq!(lines(&it.report), expected);
    assert_eq!(it.report[0].message, "3 ids were missing here. New ones were given.");
    assert_eq!(it.report[1].message, "An id was missing here. A new one was given.");
    let risks = &it.register.risks;
    assert_eq!(risks[1].id.as_str(), "new-1");
    assert_eq!(risks[1].triggers.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["new-2", "new-3"]);
    assert_eq!(risks[2].controls[0].id.as_str(), "new-4");
    assert_eq!(again(it).report, []);

    let incoming = read(file("{}").as_bytes()).expect("it can be read");
    assert_eq!(incoming.registers[0].register.id.as_str(), "new-1");
    assert_eq!(lines(&incoming.registers[0].report), [(None, "Id", "", Weight::Mended)]);
}

#[test]
fn repeated_ids_are_replaced() {
    let it = read_risks(
        r#"{"id": "r1", "number": "1", "triggers": [{"id": "x"}], "causes": [{"id": "x"}], "controls": [{"id": "x"}],
            "actions": [{"id": "x"}, {"id": "x"}]},
           {"id": "r1", "number": "2", "triggers": [{"id": "x"}], "controls": [{"id": "y"}, {"id": "x"}]}"#,
    );
    let expected = [
        (Some("1"), "Likelihood factor 1", "x", Weight::Mended),
        (Some("1"), "Action 2", "x", Weight::Mended),
        (Some("2"), "Id", "r1", Weight::Mended),
        (Some("2"), "Control 2", "x", Weight::Mended),
    ];
    assert_eq!(lines(&it.report), expected);
    assert_eq!(it.report[2].message, "Another risk has the same id. This one was given a new one.");
    assert_eq!(
        it.register.risks[1].triggers[0].id.as_str(),
        "x",
        "points need an id of their own within the risk only"
    );
    assert_eq!(it.register.risks[1].id.as_str(), "new-3");
    assert_eq!(again(it).report, []);
}

#[test]
fn new_ids_are_new_even_if_their_source_repeats_itself() {
    let json = file(r#"{"id": "same", "risks": [{}, {"id": "same"}, {}, {}]}"#);
    let incoming = exchange::read(json.as_bytes(), &mut || register::Id::from("same")).expect("it can be read");
    let ids: Vec<&str> = incoming.registers[0].register.risks.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["same", "same+", "same++", "same+++"]);
}

#[test]
fn registers_with_the_same_id_are_told_apart() {
    let json = file(r#"{"id": "a", "title": "x"}, {"id": "b"}, {"id": "a", "title": "y"}"#);
    let incoming = read(json.as_bytes()).expect("it can be read");
    let ids: Vec<&str> = incoming.registers.iter().map(|it| it.register.id.as_str()).collect();
    assert_eq!(ids, ["a", "b", "new-1"]);
    assert_eq!(lines(&incoming.registers[2].report), [(None, "Id", "a", Weight::Mended)]);
    assert_eq!((&incoming.registers[0].report, &incoming.registers[1].report), (&vec![], &vec![]));
}

#[test]
fn oddities_of_content_are_kept_and_flagged() {
    let json = file(
        r##"{"id": "g", "criteria": {"likelihood": {"levels": [{}, {}, {}]}, "impact": {"levels": [{}, {}, {}]},
            "bands": [{"name": "Low", "colour": "red"}], "categories": ["Legal"], "adequacies": ["Good"]},
            "risks": [{"id": "r1", "number": "1", "corporate": true, "category": "Weather", "next_review": "31/04/2021",
              "residual": {"likelihood": 3, "impact": 5, "date": "soon"},
              "controls": [{"id": "c1", "number": "8."}, {"id": "c2", "number": "8.", "adequacy": "Splendid"}],
              "actions": [{"id": "a1", "target_date": "30/02/2024"}]}]}"##,
    );
    let it = read(json.as_bytes()).expect("it can be read").registers.remove(0);
    let risk = Some("1 (CR)");
    let expected = [
        (None, "Criteria: Bands", "red", Weight::Kept),
        (risk, "Residual score", "5", Weight::Kept),
        (risk, "Residual score", "soon", Weight::Kept),
        (risk, "Next review", "31/04/2021", Weight::Kept),
        (risk, "Action 1: Target date", "30/02/2024", Weight::Kept),
        (risk, "Category", "Weather", Weight::Kept),
        (risk, "Control 2: Adequacy", "Splendid", Weight::Kept),
        (risk, "Control 2: Number", "8.", Weight::Kept),
    ];
    assert_eq!(lines(&it.report), expected);
    assert_eq!(it.report[3].message, "There is no such day. The date is kept as it was written.");
    let risk = &it.register.risks[0];
    assert_eq!((risk.residual.impact, risk.next_review.0.as_str()), (Some(5), "31/04/2021"));
    assert_eq!((risk.category.as_str(), risk.controls[1].adequacy.as_str()), ("Weather", "Splendid"));
    again(it);
}

#[test]
fn advice_on_good_practice_is_no_matter_of_import() {
    // No owner, no review date, above appetite without an action.
    let it = read_risks(r#"{"id": "r1", "residual": {"score": 20}, "appetite": 5, "actions": []}"#);
    assert_eq!(it.report, []);
}

#[test]
fn numbers_written_as_text_are_read() {
    let it = read_risks(
        r#"{"id": "r1", "number": 7, "corporate": "yes", "appetite": " 12 ", "residual": {"likelihood": "4", "impact": 5.0},
            "controls": [{"id": 9, "adequacy": true}]}"#,
    );
    let risk = Some("7 (CR)");
    let expected = [
        (risk, "Number", "7", Weight::Mended),
        (risk, "Corporate", "yes", Weight::Mended),
        (risk, "Residual score: Likelihood", "4", Weight::Mended),
        (risk, "Appetite", " 12 ", Weight::Mended),
        (risk, "Control 1: Id", "9", Weight::Mended),
        (risk, "Control 1: Adequacy", "true", Weight::Mended),
    ];
    // What is not on the scale of a register without scales is not the point here.
    let found = lines(&it.report);
    assert_eq!(found.into_iter().filter(|line| line.3 > Weight::Kept).collect::<Vec<_>>(), expected);
    let of = |field: &str| it.report.iter().find(|line| line.field == field).map(|line| line.message.as_str());
    assert_eq!(of("Number"), Some("This is not written as text, but could be read as text."));
    assert_eq!(of("Appetite"), Some("This is not written as a whole number, but could be read as a whole number."));
    let risk = &it.register.risks[0];
    assert_eq!((risk.number.as_str(), risk.corporate, risk.appetite), ("7", true, Some(12)));
    assert_eq!((risk.residual.likelihood, risk.residual.impact), (Some(4), Some(5)));
    again(it);
}

#[test]
fn what_cannot_be_read_is_kept_beside_its_field() {
    let json = file(
        r#"{"id": "g", "title": ["a"], "criteria": {"bands": [3, {"name": "High", "from": "x"}], "likelihood": "five",
              "matrix": [[1, "many"]], "progress": "Red"},
            "risks": ["stray", {"id": "r1", "number": "1", "status": "waiting", "owners": "Head of Housing",
              "residual": {"likelihood": 4.5, "impact": -1}, "inherent": 16, "appetite": 70000, "corporate": "maybe",
              "controls": [{"id": "c1", "owners": [{"post": "x"}, "Head"]}, null, "Pumps"]}, 5, {"id": "r2", "title": {}}]}"#,
    );
    let it = read(json.as_bytes()).expect("it can be read").registers.remove(0);
    let beside: Vec<_> = it.report.iter().filter(|line| line.weight == Weight::SetBeside).cloned().collect();
    let found: Vec<_> = lines(&beside).into_iter().map(|(risk, field, value, _)| (risk, field, value)).collect();
    let risk = Some("1");
    let expected = [
        (None, "Title", "[\"a\"]"),
        (None, "Criteria: Likelihood", "five"),
        (None, "Criteria: Matrix 1: entry 2", "many"),
        (None, "Criteria: Band 1", "3"),
        (None, "Criteria: Band 2: From", "x"),
        (None, "Criteria: Progress", "Red"),
        (Some("row 1"), "Risk 1", "stray"),
        (risk, "Corporate", "maybe"),
        (risk, "Status", "waiting"),
        (risk, "Owners", "Head of Housing"),
        (risk, "Inherent score", "16"),
        (risk, "Residual score: Likelihood", "4.5"),
        (risk, "Residual score: Impact", "-1"),
        (risk, "Appetite", "70000"),
        (risk, "Control 1: Owner 1", "{\"post\":\"x\"}"),
        (risk, "Control 2", "null"),
        (risk, "Control 3", "Pumps"),
        (Some("row 3"), "Risk 3", "5"),
        (Some("row 4"), "Title", "{}"),
    ];
    assert_eq!(found, expected);
    let of = |field: &str| beside.iter().find(|line| line.field == field).map(|line| line.message.as_str());
    let kept =
        |what: &str| format!("This cannot be read as {what}. The field stays blank, and this is kept beside it.");
    for (field, what) in [
        ("Title", "text"),
        ("Criteria: Likelihood", "a scale"),
        ("Criteria: Matrix 1: entry 2", "a whole number"),
        ("Criteria: Band 1", "an entry of this list"),
        ("Criteria: Progress", "a list"),
        ("Risk 1", "an entry of this list"),
        ("Status", "“open” or “closed”"),
        ("Owners", "a list"),
        ("Inherent score", "an assessment"),
        ("Corporate", "yes or no"),
        ("Control 1: Owner 1", "text"),
        ("Control 3", "an entry of this list"),
    ] {
        assert_eq!(of(field), Some(kept(what).as_str()), "{field}");
    }
    let register = &it.register;
    assert_eq!(register.risks.len(), 2, "the rest opens");
    assert_eq!(register.extra["unread:risks"], json!(["stray", 5]));
    assert_eq!(register.risks[0].extra["unread:owners"], json!(["Head of Housing"]));
    assert_eq!(register.risks[0].extra["unread:controls"], json!([null, "Pumps"]));
    assert_eq!(register.risks[0].controls[0].owners, ["Head"]);
    again(it);
}

#[test]
fn unknown_fields_are_kept_everywhere_in_a_register() {
    let mut plain = common::sample("2024-directorate-cards");
    let mut register = registers(read(&plain).expect("a sample can be read")).remove(0);
    let extra =
        |record: &mut register::record::Extra| record.insert("x-note".to_owned(), json!({"b": [1.50, null], "a": 1e3}));
    extra(&mut register.extra);
    extra(&mut register.criteria.extra);
    extra(&mut register.criteria.bands[0].extra);
    extra(&mut register.risks[0].extra);
    extra(&mut register.risks[0].residual.extra);
    extra(&mut register.risks[0].controls[0].extra);
    extra(&mut register.risks[0].triggers[0].extra);
    let bytes = exchange::write(&[register]);
    plain.clone_from(&bytes);
    let incoming = read(&bytes).expect("it can be read");
    assert!(incoming.registers[0].report.iter().all(|line| line.weight == Weight::Kept));
    assert_eq!(exchange::write(&registers(incoming)), plain);
    let text = String::from_utf8_lossy(&bytes);
    assert_eq!(text.matches("\"x-note\"").count(), 7);
}

#[test]
fn fields_beside_the_registers_are_reported_as_left_out() {
    let json = r#"{"format": "heatgrid", "version": "1", "$schema": "x", "author": {"post": "Head"}, "registers": [{"id": "a"}, 5]}"#;
    let incoming = read(json.as_bytes()).expect("it can be read");
    let expected = [
        (None, "Version", "1", Weight::Mended),
        (None, "author", "{\"post\":\"Head\"}", Weight::LeftOut),
        (None, "Registers", "5", Weight::LeftOut),
    ];
    assert_eq!(lines(&incoming.report), expected);
    assert_eq!(incoming.report[2].message, "Entry 2 of the registers is not a register. It is not taken over.");
}

#[test]
fn a_field_that_stands_twice_is_reported() {
    let json = file("{\"id\": \"a\",\n\"title\": \"first\",\n\"title\": \"second\"}");
    let incoming = read(json.as_bytes()).expect("it can be read");
    assert_eq!(lines(&incoming.report), [(None, "title", "", Weight::LeftOut)]);
    assert!(incoming.report[0].message.starts_with("In line 3 this field stands a second time"));
    assert_eq!(incoming.registers[0].register.title, "second");
}

#[test]
fn html_scripts_and_formulas_stay_text_in_every_field() {
    let hostile = "<script>alert(1)</script><img src=x onerror=\"alert(2)\">=cmd|' /C calc'!A0 javascript:alert(3)";
    let mut register =
        registers(read(&common::sample("2024-directorate-cards")).expect("a sample can be read")).remove(0);
    let mut filled = 0;
    let mut fill = |record: &mut dyn Record| {
        for field in record.fields() {
            if *field != "id" && record.set(field, json!(hostile)).is_ok() {
                filled += 1;
            }
            filled += usize::from(record.set(field, json!([hostile])).is_ok());
        }
    };
    let risk = &mut register.risks[0];
    fill(&mut risk.triggers[0]);
    fill(&mut risk.controls[0]);
    fill(&mut risk.actions[0]);
    fill(&mut risk.residual);
    let (triggers, controls, actions) = (risk.triggers.clone(), risk.controls.clone(), risk.actions.clone());
    fill(risk);
    (risk.triggers, risk.controls, risk.actions) = (triggers, controls, actions);
    fill(&mut register.criteria.likelihood.levels[0]);
    fill(&mut register.criteria.bands[0]);
    assert!(filled > 40, "{filled}");
    let bytes = exchange::write(std::slice::from_ref(&register));
    assert_eq!(registers(read(&bytes).expect("it can be read")), [register]);
}

#[test]
fn oddities_without_end_are_counted() {
    let controls = r#"{"id": "c", "number": "1", "adequacy": "Splendid"},"#.repeat(20_000);
    let it = read_risks(&format!(r#"{{"id": "r1", "number": "4", "controls": [{controls} 5]}}"#));
    assert_eq!(it.register.risks[0].controls.len(), 20_000);
    assert_eq!(it.report.len(), 10_001);
    let last = it.report.last().expect("there are lines");
    // 19,999 ids, 20,000 names, 19,999 numbers and the entry that is no control; 10,000 of them are listed.
    assert_eq!(last.message, "49999 more oddities are not listed. They were treated as those above.");
    assert_eq!((last.field.as_str(), last.weight), ("Report", Weight::SetBeside));
}

#[test]
fn a_report_goes_from_the_register_through_its_risks() {
    let json = file(
        r#"{"risks": [{"id": "r1", "number": "5", "next_review": "31/04/2021"}, {"number": "4", "appetite": "9"},
            {"id": "r3", "number": 3}], "title": 7}"#,
    );
    let it = read(json.as_bytes()).expect("it can be read").registers.remove(0);
    let expected = [
        (None, "Id", "", Weight::Mended),
        (None, "Title", "7", Weight::Mended),
        (Some("5"), "Next review", "31/04/2021", Weight::Kept),
        (Some("4"), "Id", "", Weight::Mended),
        (Some("4"), "Appetite", "9", Weight::Mended),
        (Some("3"), "Number", "3", Weight::Mended),
    ];
    assert_eq!(lines(&it.report), expected);
}
