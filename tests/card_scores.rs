//! Scoring on a card: by click, by arrows, by typing; the way over the matrix and the history of the score.

use browser_tests::known::CASELOADS;
use browser_tests::{Page, has, starts, wait};

fn first_card() -> Page {
    let page = Page::with_four_risks();
    page.frame().go("Cards");
    page.card().wait(CASELOADS);
    page
}

#[test]
fn a_score_is_set_by_click_and_by_arrow_keys_with_its_reason() {
    let page = first_card();
    let card = page.card();
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
fn a_score_is_typed_on_the_matrix() {
    let page = first_card();
    let card = page.card();
    card.cell("Residual", 4, 4).focus();
    page.type_text("2");
    card.assessment("Residual").css("[role=status]").wait_says("Likelihood 2 Unlikely × … Type the impact.");
    page.type_text("x3");
    wait::for_("the score", || card.score("Residual").starts_with("6 Medium"));
    wait::for_("the focus on the cell", || card.cell("Residual", 2, 3).has_focus());
    page.type_text("55");
    wait::for_("the score", || card.score("Residual").starts_with("25 High"));
    // Escape gives up what was typed, and only that; what is on no scale changes nothing.
    page.type_text("1");
    page.press("Escape");
    page.type_text("91");
    page.press("Escape");
    page.type_text("12");
    wait::for_("the score", || card.score("Residual").starts_with("2 Low"));
    // One stop of Tab for the whole matrix.
    assert_eq!(card.assessment("Residual").css(".matrix [tabindex='0']").count(), 1);
}

#[test]
fn the_levels_are_explained_while_the_keys_are_on_them() {
    let page = first_card();
    let card = page.card();
    card.cell("Residual", 4, 4).focus();
    page.press("ArrowLeft");
    let help = card.assessment("Residual").css(".level-help");
    help.wait_says("Impact 3 Medium: ");
    help.wait_says("Likelihood 4 Likely: ");
    let described = card.cell("Residual", 4, 3).attribute("aria-describedby");
    assert_eq!(described, help.attribute("id"));
    assert!(
        card.cell("Residual", 1, 1).attribute("title").is_some_and(|title| title.contains("Impact 1 Negligible: "))
    );
}

#[test]
fn the_way_from_inherent_to_target_is_drawn_and_told() {
    let page = first_card();
    let way = |words: &str| page.role("img", words).wait();
    way("Way over the matrix: Inherent 20, residual 16, target 9");
    assert_eq!(page.all().css(".path .stop").count(), 3);
    assert_eq!(page.all().css(".path .head").count(), 2);
    page.card().cell("Residual", 5, 4).click();
    way("Way over the matrix: Inherent 20, residual 20, target 9");
    wait::equal("marks", 2, || page.all().css(".path .stop").count());
    page.card().assessment("Target").button("Clear the target score").click();
    way("Way over the matrix: Inherent 20, residual 20, target not scored");
    wait::equal("arrows", 0, || page.all().css(".path .head").count());
}

#[test]
fn the_history_of_the_score_is_a_line_with_its_dates() {
    let page = first_card();
    let card = page.card();
    page.role("img", "Residual score: 12 until 28 February 2031, then 16").wait();
    card.assessment("Previous").wait_says("16 since 28 February 2031");
    // Typing elsewhere leaves it as it is: the element stays.
    page.run("document.querySelector('.trend').dataset.kept = 'yes'", &[]);
    card.field("Notes").set("A note");
    assert_eq!(page.all().css(".trend").attribute("data-kept").as_deref(), Some("yes"));
    card.cell("Residual", 4, 4).focus();
    page.type_text("12");
    page.role("img", has(", then 2")).wait();
    // Where there is one score there is no line.
    card.jump_to("3");
    card.wait("Records are lost in a fire");
    page.all().css(".trend").wait_gone();
}
