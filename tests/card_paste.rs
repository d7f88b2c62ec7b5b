//! Several lines pasted into a list become several entries, in one step.

use browser_tests::known::CASELOADS;
use browser_tests::{Page, Rules, wait};

const LINES: &str = "1. Strikes\n2. Fewer agency staff\nthan last year\n3. A new inspector";

fn first_card() -> Page {
    let page = Page::with_four_risks();
    page.frame().go("Cards");
    page.card().wait(CASELOADS);
    page
}

#[test]
fn lines_pasted_into_a_blank_entry_are_shown_and_become_entries() {
    let page = first_card();
    let card = page.card();
    card.copy(LINES);
    card.add("Likelihood factor");
    page.press("Control+v");
    card.several().wait_says("3 likelihood factors");
    page.check_accessible("the question about several entries", Rules::Best);
    card.several().button("Add 3 likelihood factors").click();
    card.several().wait_gone();
    let old = "Pay below that of neighbouring councils";
    card.wait_texts("causes", &[old, "Strikes", "Fewer agency staff than last year", "A new inspector"]);
    wait::for_("the focus in the first of them", || {
        card.item("Likelihood factor 2").textbox("Likelihood factor").has_focus()
    });
    assert_eq!(card.item("Likelihood factor 2").textbox("Number").value(), "");
    page.frame().message().button("Undo").click();
    card.wait_texts("causes", &[old, ""]);
}

#[test]
fn numbers_are_kept_where_the_user_says_so() {
    let page = first_card();
    let card = page.card();
    page.card().item("Control 2").hover();
    page.button("Paste several controls").click();
    card.several().textbox("Text, one entry a line").fill("a) One\nb) Two");
    page.radio("Keep them as the entries’ own numbers").click();
    card.several().button("Add 2 controls").click();
    card.wait_texts("controls", &["Weekly look at caseloads", "Exit interviews", "One", "Two"]);
    assert_eq!(card.item("Control 4").textbox("Number").value(), "b)");
    card.choose("Control 1", "Paste several below");
    card.several().textbox("Text, one entry a line").fill("- Between\n- The two");
    card.several().button("Add 2 controls").click();
    card.wait_texts("controls", &["Weekly look at caseloads", "Between", "The two", "Exit interviews", "One", "Two"]);
    page.frame().undo();
    page.frame().undo();
    card.wait_texts("controls", &["Weekly look at caseloads", "Exit interviews"]);
}

#[test]
fn lines_are_pasted_on_the_button_that_adds() {
    let page = first_card();
    page.card().copy(LINES);
    page.button("Add action").focus();
    page.press("Control+v");
    page.card().several().button("Add 3 actions").click();
    let old = ["Recruit abroad", "Review the pay scales"];
    let new = ["Strikes", "Fewer agency staff than last year", "A new inspector"];
    page.card().wait_texts("actions", &[&old[..], &new[..]].concat());
}

#[test]
fn a_paste_into_a_text_stays_a_paste_and_can_be_one() {
    let page = first_card();
    let card = page.card();
    card.copy(LINES);
    card.item("Consequence 1").textbox("Consequence").focus();
    page.press("Control+End");
    page.press("Control+v");
    page.press("Tab");
    card.wait_texts("consequences", &[&format!("Visits are late{LINES}"), "Inspectors find the service inadequate"]);
    assert!(!card.several().is_there());
    card.add("Consequence");
    page.press("Control+v");
    card.several().button("Paste as one text").click();
    wait::equal("the text", LINES.to_owned(), || card.texts("consequences")[2].clone());
    // Escape leaves all as it is.
    card.add("Consequence");
    page.press("Control+v");
    card.several().wait();
    page.press("Escape");
    card.several().wait_gone();
    assert_eq!(card.texts("consequences").len(), 4);
}
