//! Somebody who has never seen Heatgrid opens each sample, changes a score, takes that back, finds the work again after
//! a reload, and takes it to another browser as a file.

use browser_tests::known::{register_in, register_of, without_id};
use browser_tests::{Page, sample, wait};

#[test]
fn works_with_the_cards_of_2024() {
    works_with("2024-directorate-cards.json");
}

#[test]
fn works_with_the_corporate_cards_of_2021() {
    works_with("2021-corporate-cards.json");
}

#[test]
fn works_with_the_summary_of_2018() {
    works_with("2018-directorate-summary.json");
}

#[test]
fn works_with_the_grid_and_matrix_of_2017() {
    works_with("2017-directorate-grid-and-matrix.json");
}

#[test]
fn works_with_the_grid_of_2016() {
    works_with("2016-directorate-grid.json");
}

fn works_with(file: &str) {
    let published = register_in(&sample(file));
    let risk = &published.risks[0];
    let number = risk.printed_number();
    let page = Page::open();
    page.registers().open_sample(&published.title);
    page.frame().decline_name();
    assert_eq!(page.frame().title(), published.title);
    let count = format!("{} risks", published.risks.len());
    wait::for_(&count, || page.frame().summary().starts_with(&count));
    let (_, opened) = page.frame().export();
    assert_eq!(without_id(&register_of(&opened)), without_id(&published), "the sample is not what was published");

    // A score on the grid, and back.
    let before = page.grid().score(&number, "Residual");
    page.grid().set(&number, "Residual", "2x1");
    page.grid().wait_score(&number, "Residual", "2 ");
    page.frame().undo();
    page.grid().wait_score(&number, "Residual", &before);

    // A score on the card, back, and again.
    page.grid().cell(&number, "Risk").click();
    page.button("Open card").click();
    page.card().wait(&risk.title);
    page.card().cell_in(&published.criteria, "Residual", 1, 3).click();
    wait::for_("the score on the card", || page.card().score("Residual").starts_with("3 "));
    page.frame().undo();
    wait::equal("the score on the card", before.clone(), || page.card().score("Residual"));
    page.card().cell_in(&published.criteria, "Residual", 1, 3).click();
    wait::for_("the score on the card", || page.card().score("Residual").starts_with("3 "));
    page.frame().wait_saved();

    let (_, left) = page.frame().export();
    page.reload();
    page.card().wait(&risk.title);
    assert!(page.card().score("Residual").starts_with("3 "));
    let (name, found) = page.frame().export();
    assert_eq!(text(&found), text(&left), "a reload changes the register");
    let changed = register_of(&found);
    assert_eq!((changed.risks[0].residual.likelihood, changed.risks[0].residual.impact), (Some(1), Some(3)));
    assert_eq!(changed.risks[1..], published.risks[1..]);

    // Another browser, or this one once it was cleared.
    page.clear_site_data();
    page.visit("");
    page.text("There are no registers in this browser yet.").wait();
    page.bring_in(&page.folder().join("downloads").join(name));
    let (_, imported) = page.frame().export();
    let same_id = text(&imported).replace(register_of(&imported).id.as_str(), changed.id.as_str());
    assert_eq!(same_id, text(&found), "the import is not what was exported");
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("a file is UTF-8")
}
