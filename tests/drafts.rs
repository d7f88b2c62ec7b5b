//! Typing that is cut short: what was typed is offered again, to keep or to discard.

use std::time::Duration;

use browser_tests::known::CASELOADS;
use browser_tests::{Page, chromium_only, has, wait};

/// The card of risk 1, with a text typed into its description and not left yet.
fn typing(text: &str) -> Page {
    let page = Page::with_four_risks();
    page.frame().go("Cards");
    page.card().wait(CASELOADS);
    page.card().field("Description").nth(0).fill(text);
    wait_kept(&page, text);
    page
}

fn wait_kept(page: &Page, text: &str) {
    let kept = || page.stored().iter().any(|(key, value)| key.contains("/draft/") && value.contains(text));
    wait::for_("the text to be kept", kept);
}

#[test]
fn typing_that_was_cut_short_is_offered_and_kept() {
    chromium_only!("Firefox lets what is being typed land when the page goes, so nothing is cut short");
    let page = typing("Half a sentence and");
    page.reload();
    let notice = page.frame().notice(has("You were typing in risk 1, Description and did not finish"));
    notice.wait_says("Half a sentence and");
    assert_ne!(page.card().field("Description").nth(0).value(), "Half a sentence and");
    page.button("Keep this text").click();
    notice.wait_gone();
    wait::equal("the field", "Half a sentence and", || page.card().field("Description").nth(0).value());
    page.frame().wait_saved();
    page.reload();
    page.card().wait(CASELOADS);
    assert_eq!(page.card().field("Description").nth(0).value(), "Half a sentence and");
    assert!(!page.button("Keep this text").is_there());
}

#[test]
fn what_a_killed_browser_left_a_moment_ago_is_offered_once_no_other_tab_can_be_typing_it() {
    chromium_only!("Firefox lets what is being typed land when the page goes, so nothing is cut short");
    let page = typing("Left by a browser that was killed");
    let stored = page.stored();
    let (key, value) = stored.iter().find(|(key, _)| key.contains("/draft/")).expect("the draft");
    let (mut draft, key) = (serde_json::from_str::<serde_json::Value>(value).expect("JSON"), key.clone());
    let prefix = key.rsplit_once('/').expect("a key").0.to_owned();
    page.leave();
    page.before_load(&format!(
        "// As if typed 57 seconds ago, in a tab that is not this one.
         const draft = {};
         draft.draft.at = new Date(Date.now() - 57000).toISOString();
         localStorage.removeItem('{key}');
         localStorage.setItem('{prefix}/another', JSON.stringify(draft));
         // A minute goes by in five seconds.
         const later = window.setTimeout;
         window.setTimeout = (work, delay, ...rest) => later(work, delay > 60000 ? 5000 : delay, ...rest);",
        {
            draft["draft"]["tab"] = "another".into();
            draft
        }
    ));
    page.visit("");
    page.registers().open(browser_tests::known::TITLE);
    let notice = page.frame().notice(has("Left by a browser that was killed"));
    assert!(!notice.is_there());
    notice.wait();
    page.button("Keep this text").click();
    notice.wait_gone();
    page.frame().go("Cards");
    page.card().wait(CASELOADS);
    assert_eq!(page.card().field("Description").nth(0).value(), "Left by a browser that was killed");
}

#[test]
fn typing_that_was_cut_short_is_discarded() {
    chromium_only!("Firefox lets what is being typed land when the page goes, so nothing is cut short");
    let page = typing("Nonsense");
    page.reload();
    page.button("Discard it").click();
    page.button("Discard it").wait_gone();
    assert!(!page.card().field("Description").nth(0).value().contains("Nonsense"));
    page.reload();
    page.card().wait(CASELOADS);
    wait::stays("nothing offered", Duration::from_millis(500), || !page.button("Discard it").is_there());
}

#[test]
fn typing_on_the_grid_is_kept_too() {
    let page = Page::with_four_risks();
    page.grid().cell("3", "Risk").click();
    page.type_text("Records are lost, and then");
    wait_kept(&page, "Records are lost, and then");
    page.reload();
    page.frame().notice(has("You were typing in risk 3, Title")).wait();
    page.button("Keep this text").click();
    page.grid().wait_text("3", "Risk", "Records are lost, and then");
}

#[test]
fn a_text_that_lands_before_it_was_kept_is_not_kept_afterwards() {
    let page = Page::with_four_risks();
    page.frame().go("Cards");
    page.card().wait(CASELOADS);
    page.card().field("Description").nth(0).set("Typed and left at once");
    page.frame().wait_saved();
    let no_draft = || page.stored().keys().all(|key| !key.contains("/draft/"));
    wait::stays("no draft", Duration::from_millis(800), no_draft);
}

#[test]
fn a_text_that_has_landed_or_was_given_up_is_not_offered() {
    let page = typing("Landed");
    page.press("Tab");
    wait::for_("the draft to go", || page.stored().keys().all(|key| !key.contains("/draft/")));
    page.card().field("Description").nth(0).fill("Given up");
    wait_kept(&page, "Given up");
    page.press("Escape");
    wait::for_("the draft to go", || page.stored().keys().all(|key| !key.contains("/draft/")));
    page.reload();
    page.card().wait(CASELOADS);
    assert_eq!(page.card().field("Description").nth(0).value(), "Landed");
    assert!(!page.button("Keep this text").is_there());
}

#[test]
fn a_text_in_a_cell_lands_when_the_user_goes_elsewhere() {
    let page = Page::with_four_risks();
    page.frame().go("Heat map");
    page.frame().go("Grid");
    page.grid().cell("3", "Risk").double_click();
    page.grid().editor().fill("Typed and left");
    page.back();
    page.region("Heat map").wait();
    page.forward();
    page.grid().wait_text("3", "Risk", "Typed and left");
    assert!(!page.button("Keep this text").is_there());
}

#[test]
fn a_text_that_cannot_land_is_offered_when_the_user_comes_back() {
    let page = Page::with_four_risks();
    page.frame().go("Heat map");
    page.frame().go("Grid");
    page.grid().cell("3", "Residual").double_click();
    page.grid().editor().fill("4xx");
    wait_kept(&page, "4xx");
    page.back();
    page.frame().notice(has("You were typing in risk 3, Residual score and did not finish")).wait_says("4xx");
    page.button("Discard it").click();
    wait::for_("the text to be gone", || !page.stored().into_keys().any(|key| key.contains("/draft/")));
}

#[test]
fn a_text_in_a_cell_outlasts_a_window_that_becomes_narrow() {
    let page = Page::with_four_risks();
    page.grid().cell("3", "Risk").double_click();
    page.grid().editor().fill("Typed on a tablet");
    page.resize(600, 900);
    page.link(has("Typed on a tablet")).wait();
    page.resize(1440, 900);
    page.grid().wait_text("3", "Risk", "Typed on a tablet");
}

#[test]
fn the_last_letters_before_the_page_goes_are_kept() {
    let page = Page::with_four_risks();
    page.grid().cell("3", "Risk").click();
    page.grid().wait_focus("3", "Risk");
    // Typed and gone within one turn: no time for anything to wait.
    page.press("Enter");
    page.grid().editor().wait();
    let script = "const field = document.activeElement;
        field.value = 'Quick';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        location.reload();";
    page.run(script, &[]);
    page.frame().notice(has("You were typing in risk 3, Title")).wait_says("Quick");
}

#[test]
fn one_answer_is_for_all_texts_of_a_field() {
    chromium_only!("Firefox lets what is being typed land when the page goes, so nothing is cut short");
    let page = typing("The same text");
    page.reload();
    page.button("Keep this text").wait();
    page.card().field("Description").nth(0).fill("The same text");
    wait::equal("the texts that are kept", 2, || {
        page.stored().iter().filter(|(key, value)| key.contains("/draft/") && value.contains("The same text")).count()
    });
    page.reload();
    page.button("Keep this text").nth(0).click();
    page.button("Keep this text").wait_gone();
    page.frame().wait_saved();
    page.reload();
    page.card().wait(CASELOADS);
    wait::stays("nothing offered", Duration::from_millis(500), || !page.button("Keep this text").is_there());
}
