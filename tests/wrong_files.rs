//! Wrong and odd files: a precise sentence for each, and what is stored stays as it is.

use browser_tests::known::{FOUR_RISKS, TITLE, register_of};
use browser_tests::{Page, Stored, fixture, has, wait};

/// A page with one register stored, on the list of registers; and what is stored.
fn with_one_register() -> (Page, Stored) {
    let page = Page::with_four_risks();
    page.frame().wait_saved();
    page.frame().to_registers();
    let stored = page.stored_registers();
    (page, stored)
}

/// What the page says of a file of which nothing can be made; nothing may be stored.
#[track_caller]
fn refused(page: &Page, stored: &Stored, name: &str, bytes: &[u8]) -> String {
    let file = page.file(name, bytes);
    page.registers().choose_files(&[&file]);
    let words = page.import().refusal(name);
    assert!(!page.import().button().is_enabled());
    page.import().cancel();
    assert_eq!(page.stored_registers(), *stored, "{name} changes what is stored");
    words
}

#[test]
fn files_of_which_nothing_can_be_made_are_refused_with_a_precise_sentence() {
    let (page, stored) = with_one_register();
    let whole = std::fs::read(fixture(FOUR_RISKS)).expect("the fixture is not there");
    let text = String::from_utf8_lossy(&whole).into_owned();
    let deep = format!("{{\"format\":\"heatgrid\",\"version\":1,\"x\":{}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    let newer = text.replacen("\"version\": 1", "\"version\": 2", 1);
    let foreign = text.replacen("\"format\": \"heatgrid\"", "\"format\": \"other\"", 1);
    let damaged = text.replacen("\"version\": 1,", "\"version\": 1;", 1);
    let cases: [(&str, &[u8], &str); 13] = [
        ("empty.json", b"", "This file is empty."),
        ("blank.json", b" \n\t ", "This file is empty."),
        ("half.json", &whole[..whole.len() / 2], "This file ends too early, in line"),
        ("words.json", b"Dear all, please find attached the register.", "This is not a register file."),
        ("page.json", b"<!doctype html><title>Sign in</title>", "This is not a register file. It looks like"),
        ("list.json", b"[1, 2, 3]", "This is not a register file: it is a list in JSON"),
        ("other.json", br#"{"name": "something else"}"#, "it is JSON, but does not name"),
        ("foreign.json", foreign.as_bytes(), "it names \u{201c}other\u{201d} as its format"),
        ("newer.json", newer.as_bytes(), "This file was saved by a newer Heatgrid: its format is version 2"),
        ("damaged.json", damaged.as_bytes(), "This file is damaged in line 4"),
        ("deep.json", deep.as_bytes(), "lists stand inside one another more than"),
        ("none.json", br#"{"format": "heatgrid", "version": 1, "registers": []}"#, "There is no register in this file"),
        ("workbook.xlsx", b"PK\x03\x04\x14\x00\x06\x00", "This is not a register file. It looks like"),
    ];
    for (name, bytes, expected) in cases {
        let words = refused(&page, &stored, name, bytes);
        assert!(words.contains(expected), "{name}: {words}");
        assert!(!words.contains('!') && !words.contains("serde") && words.ends_with('.'), "{name}: {words}");
    }
}

#[test]
fn a_file_of_200_megabytes_is_refused_without_being_read() {
    let (page, stored) = with_one_register();
    let file = page.sparse_file("huge.json", 200 << 20);
    page.registers().choose_files(&[&file]);
    let words = page.import().refusal("huge.json");
    assert!(words.starts_with("This file is too large: 200 MB, and at most"), "{words}");
    page.import().cancel();
    assert_eq!(page.stored_registers(), stored);
}

#[test]
fn a_good_file_among_wrong_ones_is_imported() {
    let (page, _) = with_one_register();
    let empty = page.file("empty.json", b"");
    let text = std::fs::read_to_string(fixture(FOUR_RISKS)).expect("the fixture is not there");
    let good = page.file("good.json", text.replace(TITLE, "A good one").as_bytes());
    page.registers().choose_files(&[&empty, &good]);
    page.import().file("empty.json").wait_says("This file is empty.");
    page.import().go();
    wait::equal("the title", "A good one".to_owned(), || page.frame().title());
}

/// A file with one risk, written by hand.
fn odd(risk: &str) -> String {
    format!(r#"{{"format": "heatgrid", "version": 1, "registers": [{{"title": "Odd", "risks": [{risk}]}}]}}"#)
}

#[test]
fn oddities_are_flagged_risk_by_risk_and_nothing_is_dropped() {
    let (page, stored) = with_one_register();
    let file = page.file(
        "odd.json",
        odd(r#"{"id": "a", "number": 7, "title": "Half a \ud83d character", "next_review": "31/04/2021",
                "residual": {"likelihood": "4", "impact": "high"}, "owners": "Head of A",
                "controls": [{"id": "c", "number": "8"}, {"id": "c", "number": "8"}], "mood": "gloomy"},
               {"id": "a", "title": "The same id again", "status": "perhaps"}"#)
        .as_bytes(),
    );
    page.registers().choose_files(&[&file]);
    let preview = page.import().file("odd.json");
    preview.wait_says("2 risks, 2 controls");
    let report = page.import().dialog().css("details.oddities");
    // All of it can be seen, whether it is folded or not.
    page.run("document.querySelectorAll('details.oddities').forEach((it) => { it.open = true })", &[]);
    let lines = report.css("tbody tr").texts().join("\n");
    for (what, words) in [
        ("a lone surrogate", "half characters replaced"),
        ("a number as text", "could be read as"),
        ("a word for a number", "high"),
        ("an impossible date", "31/04/2021"),
        ("a repeated id", "id"),
        ("a status that is none", "perhaps"),
        ("one owner without a list", "Head of A"),
    ] {
        assert!(lines.contains(words), "{what} ({words}) is not in the report:\n{lines}");
    }
    assert_eq!(page.stored_registers(), stored);
    page.import().go();
    page.grid().wait();
    let (_, out) = page.frame().export();
    let text = String::from_utf8_lossy(&out).into_owned();
    for kept in ["31/04/2021", "\"high\"", "Head of A", "perhaps", "gloomy", "The same id again"] {
        assert!(text.contains(kept), "{kept} is lost:\n{text}");
    }
    let register = register_of(&out);
    assert_eq!((register.risks[0].number.as_str(), register.risks[0].residual.likelihood), ("7", Some(4)));
    assert_eq!(register.risks[0].controls.len(), 2);
    assert_ne!(register.risks[0].id, register.risks[1].id);
    // The odd date is flagged on the card, in words.
    page.frame().go("Cards");
    page.card().sheet().text(has("There is no such day")).nth(0).wait();
}

#[test]
fn markup_in_a_file_stays_text() {
    let (page, _) = with_one_register();
    let payload = "<img src=x onerror=alert(1)><script>alert(2)</script><b>bold</b>";
    let json = serde_json::to_string(payload).expect("a text has a JSON form");
    let file = page.file(
        "markup.json",
        odd(&format!(r#"{{"id": {json}, "number": {json}, "title": {json}, "owners": [{json}], "notes": {json}}}"#))
            .as_bytes(),
    );
    page.registers().choose_files(&[&file]);
    page.import().go();
    page.grid().wait();
    wait::equal("the title", payload.to_owned(), || page.css("[role=row][aria-rowindex='3'] .text").nth(1).read());
    for view in ["Cards", "Heat map", "History", "Grid"] {
        page.frame().go(view);
        assert_eq!(page.run("return document.querySelectorAll('main :is(img, script, b)').length", &[]), 0);
    }
    assert_eq!(register_of(&page.frame().export().1).risks[0].title, payload);
}
