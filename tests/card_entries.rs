//! Working on a card: adding, moving and removing entries, scoring, going from card to card.

use browser_tests::known::CASELOADS;
use browser_tests::{Page, starts, wait};

#[test]
fn entries_are_added_moved_and_removed() {
    let page = Page::with_four_risks();
    page.frame().go("Cards");
    let card = page.card();
    card.wait(CASELOADS);
    let order = |list: &'static str, texts: &[&str]| {
        wait::equal(list, texts.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>(), || card.texts(list));
    };
    order("triggers", &["Children's social care", "Caseloads above 20", "Vacancies above 15%"]);
    card.use_button("Trigger 3", "Move trigger 3 up");
    order("triggers", &["Children's social care", "Vacancies above 15%", "Caseloads above 20"]);
    // The focus goes with the entry, so that it can be moved on by the same key.
    page.press("Enter");
    order("triggers", &["Vacancies above 15%", "Children's social care", "Caseloads above 20"]);
    card.use_button("Trigger 1", "Move trigger 1 down");
    page.frame().undo();
    order("triggers", &["Vacancies above 15%", "Children's social care", "Caseloads above 20"]);
    card.add("Trigger");
    page.type_text("Strikes");
    page.press("Tab");
    order("triggers", &["Vacancies above 15%", "Children's social care", "Caseloads above 20", "Strikes"]);
    card.use_button("Trigger 2", "Remove trigger 2 Children's social care");
    order("triggers", &["Vacancies above 15%", "Caseloads above 20", "Strikes"]);
    page.frame().message().button("Undo").click();
    order("triggers", &["Vacancies above 15%", "Children's social care", "Caseloads above 20", "Strikes"]);
    order("controls", &["Weekly look at caseloads", "Exit interviews"]);
    card.use_button("Control 1", "Move control 1 down");
    order("controls", &["Exit interviews", "Weekly look at caseloads"]);
    // A done action becomes a control.
    card.item("Action 1").select("Progress").choose("Complete");
    card.use_button("Action 1", "Make this a control: action 1");
    order("controls", &["Exit interviews", "Weekly look at caseloads", "Recruit abroad"]);
    order("actions", &["Review the pay scales"]);
    page.frame().undo();
    order("actions", &["Recruit abroad", "Review the pay scales"]);
    page.reload();
    order("actions", &["Recruit abroad", "Review the pay scales"]);
}

#[test]
fn a_score_is_set_by_click_and_by_arrow_keys_with_its_reason() {
    let page = Page::with_four_risks();
    page.frame().go("Cards");
    let card = page.card();
    card.wait(CASELOADS);
    page.textbox(starts("Reason for the next score change")).fill("Agency staff came");
    card.cell("Residual", 2, 3).click();
    wait::for_("the score", || card.score("Residual").starts_with("6 Medium"));
    // From the chosen cell: right is graver, up is more likely.
    page.press("ArrowRight");
    page.press("ArrowUp");
    page.press("ArrowUp");
    page.press("Enter");
    wait::for_("the score", || card.score("Residual").starts_with("16 High"));
    page.press("Home");
    page.press("Space");
    wait::for_("the score", || card.score("Residual").starts_with("4 Low"));
    card.assessment("Target").button("Clear the target score").click();
    wait::equal("the target", "not scored", || card.score("Target"));
    page.frame().go("History");
    wait::for_("the history", || page.history().changes().len() >= 5);
    let history = page.history();
    assert!(history.changes()[0].contains("Risk 1: Target score: 3 × 3 →"), "{:?}", history.changes());
    assert_eq!(history.reasons()[..4], ["", "", "", "Agency staff came"]);
}

#[test]
fn one_goes_from_card_to_card() {
    let page = Page::with_four_risks();
    page.frame().go("Cards");
    let card = page.card();
    card.wait(CASELOADS);
    page.button("Next risk").click();
    card.wait("The budget runs out");
    page.button("Previous risk").click();
    card.wait(CASELOADS);
    card.jump_to("payroll");
    card.wait("The old payroll fails");
    page.select("Status").nth(0).choose("Open");
    page.button("Next risk").click();
    card.wait(CASELOADS);
    page.button("Delete").click();
    card.wait("The budget runs out");
    page.frame().message().button("Undo").click();
    wait::for_("the risk to be back", || page.frame().summary().starts_with("4 risks"));
}
