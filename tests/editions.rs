//! What is exempt, in the editions of a report; and the covering report.

use browser_tests::known::register_of;
use browser_tests::{Page, Report, Rules, fixture, has, known, wait, word_parts, words};
use serde_json::json;

const SECRET: &str = "Zecret";

/// The report of a register of three risks with every part in it: of the first a control and two fields are exempt, the second
/// is exempt whole.
fn report() -> Page {
    let risks = json!([
        {"id": "a", "number": "1", "title": "Schools are too few", "notes": SECRET, "owners": [SECRET, "Head of Schools"],
         "exempt_fields": ["notes", "owners"], "residual": {"likelihood": 3, "impact": 5},
         "controls": [{"id": "c", "description": SECRET, "exempt": true}, {"id": "d", "description": "Places are planned"}],
         "actions": [{"id": "e", "description": "Build one", "assurance": SECRET, "exempt_fields": ["assurance"]}]},
        {"id": "b", "number": "R-907x", "title": SECRET, "residual": {"likelihood": 3, "impact": 5}, "exempt": true},
        {"id": "f", "number": "3", "title": "Buses are late", "residual": {"likelihood": 2, "impact": 2}},
    ]);
    let page =
        Report::of_register(&json!({"title": "Marked", "risks": risks, "criteria": register::presets::five_by_five()}));
    for part in [
        "Dashboard",
        "Register grid",
        "Corporate risk cards",
        "Directorate risk cards",
        "Actions by owner",
        "Full record of each risk",
    ] {
        page.report().choose(part);
    }
    wait::equal("the parts", json!(7), || {
        page.run("return document.querySelectorAll('.report > section').length", &[])
    });
    page
}

/// All that goes out of a page: what is printed, the file, the Word file.
fn outputs(page: &Page) -> Vec<String> {
    let (_, html) = page.download(|| page.button("Save as HTML").click());
    let (_, word) = page.download(|| page.button("Save as Word").click());
    vec![words(&page.printed_in_order()), String::from_utf8(html).expect("text"), word_parts(&word)]
}

#[test]
fn part_a_has_nothing_exempt_and_part_b_has_everything() {
    let page = report();
    for public in outputs(&page) {
        assert!(public.contains("Buses are late") && public.contains("Places are planned"));
        assert!(!public.contains(SECRET) && !public.contains("R-907x"));
        assert!(!public.contains("left out"));
    }
    page.role("checkbox", "Say that something is left out").click();
    let note = "Information that is exempt from publication has been left out.";
    wait::for_("the note", || page.css(".report").read().contains(note));
    page.role("radio", "Part B: exempt").click();
    wait::for_("the exempt risk", || page.css(".report").read().contains("R-907x"));
    for whole in outputs(&page) {
        assert!(whole.contains(SECRET) && whole.contains("Part B: not for publication") && !whole.contains(note));
    }
    // The files of both parts cannot be taken for one another.
    let (name, _) = page.download(|| page.button("Save as HTML").click());
    assert!(name.starts_with("Marked, Part B report 20"), "{name}");
}

#[test]
fn the_author_is_told_that_the_covering_report_has_what_is_exempt() {
    let risks = json!([{"id": "a", "number": "1", "title": "The supplier may fail", "exempt": true}, {"id": "b", "title": "Buses"}]);
    let covering = json!({"main_issues": "- Risk 1: The supplier may fail (12)"});
    let page = Report::of_register(&json!({"title": "Marked", "risks": risks, "covering": covering}));
    page.report().choose("Covering report");
    page.css(".report-edition [role=status]").wait_says("“The supplier may fail”. Change it before you publish.");
    page.check_accessible("the report with a warning, of a risk without a number", Rules::Best);
    page.role("radio", "Part B: exempt").click();
    page.css(".report-edition [role=status]").wait_gone();
    page.role("radio", "Part A: public").click();
    page.button("Write the covering report").click();
    page.textbox("Main issues").set("Nothing to tell.");
    page.css(".report-edition [role=status]").wait_gone();
    // A draft does not take away what somebody wrote.
    page.button("Draft the main issues from the register").click();
    wait::for_("the draft", || page.textbox("Main issues").value().contains("The register holds one open risk"));
    let issues = page.textbox("Main issues").value();
    assert!(issues.starts_with("Nothing to tell.\n\nThe register holds"), "{issues}");
}

#[test]
fn counts_and_maps_of_part_a_leave_no_gap() {
    let page = report();
    page.css(".report-view [role=status]").wait_says("2");
    let map = page.report().tables("map").remove(0);
    let cells: Vec<String> =
        map.iter().flatten().map(|it| it.split_whitespace().next().unwrap_or("").to_owned()).collect();
    assert!(
        !cells.contains(&"R-907x".to_owned()) && map[2].iter().any(|cell| cell.split_whitespace().next() == Some("1"))
    );
    page.filter().add("Owner", "contains", &[SECRET]);
    page.css(".report-view [role=status]").wait_says("0");
    assert!(!page.css(".report").read().contains(SECRET));
}

#[test]
fn what_is_exempt_is_marked_with_the_keyboard_and_undone() {
    let page = Page::with_four_risks();
    page.to_view("card");
    page.card().wait(known::CASELOADS);
    page.card().sheet().button("Change what is exempt").focus();
    page.press("Enter");
    let dialog = page.role("dialog", has("of the risk is exempt"));
    dialog.checkbox("The whole risk").wait();
    page.check_accessible("the dialog of what is exempt", Rules::Best);
    dialog.checkbox("Owners").focus();
    page.press("Space");
    page.press("Escape");
    dialog.wait_gone();
    page.card().sheet().text(has("left out of the public edition of reports: Owners")).wait();
    page.frame().wait_saved();
    page.card().check_under_what_floats("a card with a mark");
    let (_, file) = page.frame().export();
    assert_eq!(register_of(&file).risks[0].exempt_fields, ["owners"]);
    page.press("Control+z");
    page.card().sheet().text(has("Nothing of the risk itself is exempt.")).wait();
}

#[test]
fn the_covering_report_is_written_drafted_and_travels_with_the_file() {
    let page = Page::with_file(&fixture(known::FOUR_RISKS));
    page.to_view("report");
    page.report().choose("Covering report");
    let hint = page.css(".report-parts [role=status]");
    hint.wait_says("Nothing is written yet");
    page.button("Write the covering report").focus();
    page.press("Enter");
    wait::for_("the focus in the first field", || page.textbox("To").has_focus());
    page.textbox("To").set("Audit Committee");
    page.textbox("Meeting date").set("11/9/2031");
    page.textbox("Officer contacts").set("A. Officer; Risk Co-ordinator");
    page.textbox("Background").set("How it began.\nHow it went on.");
    page.textbox("Alignment with corporate priorities").set("Economy\nHealth: fewer beds");
    page.button("Draft the main issues from the register").click();
    page.frame().message().wait_says("drafted");
    let draft = page.textbox("Main issues").value();
    assert!(
        draft.contains("3 open risks") && draft.contains(known::CASELOADS) && !draft.contains(known::PAYROLL),
        "{draft}"
    );
    page.check_accessible("the form of the covering report", Rules::Best);
    page.button("Show the sheets").focus();
    page.press("Enter");
    wait::for_("the focus on the sheets", || page.region("Preview").has_focus());
    hint.wait_gone();
    let first = page.css(".report > section:first-child");
    first.wait_says("11 September 2031");
    for text in [
        "1.2 How it went on.",
        "3.1 Economy",
        "fewer beds",
        "4.7 Public health implications",
        "No significant implications.",
    ] {
        assert!(
            first.read().split_whitespace().collect::<Vec<_>>().join(" ").contains(text),
            "{text}: {}",
            first.read()
        );
    }
    assert!(words(&page.printed_in_order()).contains("To Audit Committee"));
    page.frame().wait_saved();
    page.reload();
    let (_, file) = page.frame().export();
    let covering = register_of(&file).covering;
    assert_eq!((covering.to.as_str(), covering.meeting_date.0.as_str()), ("Audit Committee", "2031-09-11"));
    assert_eq!(
        (covering.priorities.as_str(), covering.officers.as_str()),
        ("Economy\nHealth: fewer beds", "A. Officer; Risk Co-ordinator")
    );
}
