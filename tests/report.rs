//! The report: the published forms on the page, on paper and as a file.

use browser_tests::{Page, Report, chromium_only, fixture, known, wait, words};
use serde_json::{Value, json};

/// Puts every form that shows risks into the report, beside the summary that is there. How many were put there.
fn with_every_form(page: &Page) -> usize {
    let others =
        ["Dashboard", "Register grid", "Corporate risk cards", "Directorate risk cards", "Full record of each risk"];
    others.iter().for_each(|part| page.report().choose(part));
    wait::equal("the parts", 1 + others.len(), || page.css(".report > section").count());
    others.len()
}

#[test]
fn the_heading_row_stands_on_every_sheet_of_a_table() {
    chromium_only!("Firefox prints lines of its own at the head of sheets");
    let page = Report::of_sample("2018-directorate-summary", "Summary report");
    let sheets = page.printed();
    assert!(sheets.len() > 5);
    for sheet in &sheets[1..] {
        assert!(sheet.contains("Triggers") && sheet.contains("Control"), "no headings on\n{sheet}");
        assert!(sheet.contains("People and communities 2018"), "no title on\n{sheet}");
    }
}

#[test]
fn the_report_follows_the_filter_and_says_so() {
    let page = Report::of_sample("2016-directorate-grid", "Summary report");
    page.filter().add("Residual score", "is at least", &["15"]);
    wait::equal("the risks", 1 + 4, || page.report().table("summary").len());
    assert!(words(&page.printed()).contains("residual score 15 or more"));
}

#[test]
fn it_is_saved_as_a_file_that_stands_alone() {
    let page = Report::of_sample("2016-directorate-grid", "Register grid");
    page.role("textbox", "Title").fill("Risks for the committee");
    wait::for_("the title", || page.heading("Risks for the committee").is_there());
    let (name, bytes) = page.download(|| page.button("Save as HTML").click());
    assert!(name.starts_with("Risks for the committee report 20") && name.ends_with(".html"), "{name}");
    let html = String::from_utf8(bytes).expect("text");
    assert!(html.contains("<title>Risks for the committee</title>") && !html.contains("<script"));
    page.frame().message().wait_says("Saved as");
}

#[test]
fn the_sheets_are_printed_also_while_the_covering_report_is_written() {
    let page = Page::unopened();
    // The browser's own dialog cannot be used by a test.
    let printed = "[document.title, document.querySelectorAll('.report > section').length]";
    page.before_load(&format!("window.print = () => {{ window.printed = {printed} }}"));
    page.visit("");
    page.bring_in(&fixture(known::FOUR_RISKS));
    page.to_view("report");
    page.role("textbox", "Title").fill("Risks for the committee");
    page.report().choose("Covering report");
    page.button("Write the covering report").click();
    wait::for_("the form", || page.textbox("To").has_focus());
    page.button("Print or save as PDF").click();
    wait::equal("what is printed", json!(["Risks for the committee", 1]), || page.run("return window.printed", &[]));
    assert_ne!(page.run("return document.title", &[]), "Risks for the committee");
    page.report().choose("Summary report");
    page.button("Print or save as PDF").click();
    page.frame().message().wait_says("The report is empty.");
}

#[test]
fn it_is_saved_as_a_word_file() {
    let page = Report::of_sample("2016-directorate-grid", "Register grid");
    let (name, bytes) = page.download(|| page.button("Save as Word").click());
    assert!(name.starts_with("Children, families and adults 2016 report 20") && name.ends_with(".docx"), "{name}");
    assert!(bytes.starts_with(b"PK\x03\x04"));
}

#[test]
fn parts_are_put_in_order_and_on_paper_by_keyboard() {
    let page = Report::of_sample("2016-directorate-grid", "Summary report");
    page.role("checkbox", "Actions by owner").focus();
    page.press("Space");
    assert!(page.role("checkbox", "Actions by owner").has_focus());
    let kinds = |page: &Page| {
        let script = "return [...document.querySelectorAll('.report > section')].map((it) => it.className)";
        page.run(script, &[])
    };
    wait::equal("both parts", json!(["r-summary a4-portrait", "r-schedule a4-portrait"]), || kinds(&page));
    let up = page.button("Move Actions by owner up");
    up.focus();
    for _ in 0..6 {
        page.press("Enter");
        wait::for_("the focus on the same button", || up.has_focus());
    }
    wait::equal("the order", json!(["r-schedule a4-portrait", "r-summary a4-portrait"]), || kinds(&page));
    page.role("combobox", "Paper of Summary report").choose("A3 on its side");
    wait::equal("the paper", json!(["r-schedule a4-portrait", "r-summary a3-landscape"]), || kinds(&page));
    // It is as it was left after a look at another view.
    page.frame().go("Grid");
    page.grid().wait();
    page.frame().go("Report");
    wait::equal("the same", json!(["r-schedule a4-portrait", "r-summary a3-landscape"]), || kinds(&page));
    // And after a reload.
    page.textbox("Title").set("For the Cabinet");
    page.role("radio", "Part B: exempt").click();
    page.reload();
    wait::equal("still the same", json!(["r-schedule a4-portrait", "r-summary a3-landscape"]), || kinds(&page));
    assert_eq!(page.textbox("Title").value(), "For the Cabinet");
    assert!(page.role("radio", "Part B: exempt").is_ticked());
    assert_eq!(page.css(".report h1").read(), "For the Cabinet");
}

#[test]
fn what_was_asked_for_goes_with_its_register() {
    let page = Page::with_four_risks();
    page.to_view("report");
    page.report().choose("Dashboard");
    let is_kept = || page.stored().get("heatgrid/1/settings").is_some_and(|settings| settings.contains("report/"));
    wait::for_("the choice to be kept", is_kept);
    page.frame().to_registers();
    page.registers().button("Delete", known::TITLE).click();
    page.button(&format!("Delete for good: {}", known::TITLE)).click();
    page.button("Delete for good").click();
    wait::for_("the choice to be forgotten", || !is_kept());
}

#[test]
fn the_dashboard_is_one_sheet() {
    for name in ["2016-directorate-grid", "2018-directorate-summary", "2024-directorate-cards"] {
        assert_eq!(Report::of_sample(name, "Dashboard").printed().len(), 1, "{name}");
    }
    let risk = |number: usize| {
        json!({
            "number": number.to_string(), "title": "What this risk is called takes more than a line. ".repeat(4),
            "owners": ["Head of Service A", "Head of Service B"], "previous": {"likelihood": 2, "impact": 2},
            "residual": {"likelihood": 1 + number % 5, "impact": 3},
            "actions": [{"description": "What is to be done is told at length, too. ".repeat(5), "target_date": "2020-01-31"}],
        })
    };
    let risks: Vec<Value> = (1..=20).map(risk).collect();
    let levels = vec![json!({"label": "Level"}); 5];
    let criteria = json!({
        "likelihood": {"name": "Likelihood", "levels": levels}, "impact": {"name": "Impact", "levels": levels},
        "bands": [{"name": "Low", "letter": "L", "from": 1, "colour": "#c5e1b5"}],
    });
    let page = Report::of_register(&json!({"title": "All of them moved", "criteria": criteria, "risks": risks}));
    page.report().only("Dashboard");
    wait::equal("the highest", 1 + 5, || page.report().tables("highest").first().map_or(0, Vec::len));
    assert_eq!(page.report().table("moved").last().map(|row| row.join(" ")), Some("And 13 more.".to_owned()));
    let sheets = page.printed();
    assert_eq!(sheets.len(), 1, "{}", sheets.concat());
}

#[test]
fn long_and_strange_texts_stay_on_the_sheet() {
    let long = "A control that is described at length. ".repeat(520);
    let word = "W".repeat(5_000);
    let risk = |number: usize| {
        json!({
            "number": number.to_string(), "title": format!("Risk number {number} of forty in one cell"),
            "residual": {"likelihood": 3, "impact": 3},
            "triggers": [{"text": if number == 2 { word.as_str() } else { "A trigger" }}],
            "controls": [{"description": if number == 1 { long.as_str() } else { "مخاطر 社会福祉 risk" }}],
            "actions": [{"description": "An action", "progress": "Substantially completed"}],
        })
    };
    let risks: Vec<Value> = (1..=40).map(risk).collect();
    let levels = |count: usize| vec![json!({"label": "Level"}); count];
    let criteria = json!({
        "likelihood": {"name": "Likelihood", "levels": levels(4)}, "impact": {"name": "Impact", "levels": levels(3)},
        "bands": [{"name": "Low", "letter": "QUITE LIGHT", "from": 1, "colour": "#c5e1b5"}],
        // No few letters tell one from the other.
        "progress": [{"name": "Substantially completed", "colour": "#1b7a2f"}, {"name": "Substantially complete"}],
    });
    let register = json!({"title": "Odd", "criteria": criteria, "risks": risks});
    let page = Report::of_register(&register);
    page.report().table("summary");
    assert_eq!(page.report().cut_off(), json!([]));
    let printed = words(&page.printed_in_order());
    assert_eq!(printed.matches("described at length").count(), 520);
    assert_eq!(printed.replace(' ', "").matches('W').count(), 5_000);
    let map = page.report().table("map");
    assert_eq!(map.len(), 4 + 2);
    let full = map.iter().flatten().find(|cell| cell.starts_with("1 2 3")).cloned().unwrap_or_default();
    assert_eq!(full.split_whitespace().filter(|it| it.parse::<u8>().is_ok()).count(), 40);
    // In every other form too: those that show triggers print the word once each.
    let others = with_every_form(&page);
    assert_eq!(page.report().cut_off(), json!([]));
    let printed = words(&page.printed_in_order());
    assert_eq!(printed.replace(' ', "").matches('W').count(), others * 5_000);
    // By a word that no line and no sheet parts.
    assert_eq!(printed.matches("described").count(), others * 520);
}

#[test]
fn a_register_without_scales_or_scores_has_every_form() {
    let risks = json!([{"title": "<b>Bold</b> & <script>alert(1)</script>"}, {"number": "2"}]);
    let register = json!({"title": "Bare", "risks": risks});
    let page = Report::of_register(&register);
    let others = with_every_form(&page);
    assert_eq!(page.report().cut_off(), json!([]));
    let printed = words(&page.printed_in_order());
    // The dashboard names risks with a score only.
    // Narrow columns break words.
    let printed = printed.replace(' ', "");
    assert_eq!(printed.matches("<b>Bold</b>&<script>alert(1)</script>").count(), others);
}

#[test]
fn sixty_long_risks_leave_no_heading_alone() {
    chromium_only!("Firefox prints lines of its own at the head of sheets");
    let risk = |number: usize| {
        let text = format!("Sentence of risk {number}. ").repeat(1 + number * 7 % 60);
        json!({
            "number": number.to_string(), "title": format!("Title of risk {number}"), "residual": {"likelihood": 2, "impact": 4},
            "triggers": [{"text": text}], "controls": [{"description": text}, {"description": text}],
            "actions": [{"description": text, "owners": ["Somebody"]}],
        })
    };
    let risks: Vec<Value> = (1..=60).map(risk).collect();
    let register = json!({"title": "Sixty", "risks": risks});
    let page = Report::of_register(&register);
    page.report().choose("Corporate risk cards");
    page.report().choose("Summary report");
    let sheets = page.printed();
    for number in 1..=60 {
        let title = format!("Risk {number}. Title of risk {number}");
        let sheet = sheets.iter().find(|sheet| sheet.lines().any(|line| line.trim() == title));
        let sheet = sheet.unwrap_or_else(|| panic!("{title} is not printed"));
        // What it heads is on the same sheet.
        assert!(sheet.contains("Current Score"), "{title} stands alone:\n{sheet}");
    }
    for sheet in &sheets {
        let last = sheet.lines().rev().map(str::trim).filter(|line| !line.is_empty()).nth(1).unwrap_or_default();
        let alone =
            ["Adequacy", "Responsibility", "Triggers"].iter().any(|word| last.contains(word) && last.contains("  "));
        assert!(!alone, "a heading row ends the sheet: {last}");
    }
}
