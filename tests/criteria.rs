//! Changing the criteria of a register in use: no score is lost without being named first.

use browser_tests::known::{BUDGET, CASELOADS, FIRE, register_of};
use browser_tests::{Page, has, wait};

fn criteria() -> Page {
    let page = Page::with_four_risks();
    page.frame().go("Criteria");
    page.criteria().part("Likelihood scale").wait();
    page
}

/// What the question says when level 5 of impact goes: risk 2 stands on it three times.
fn lost_with_impact_5() -> Vec<String> {
    let gone = "no score: level 5 is not on the new scale (the levels are kept)";
    [("Inherent", "20 High"), ("Residual", "15 High"), ("Target", "10 Medium")]
        .map(|(which, before)| format!("2 (CR) {BUDGET} {which} {before} → {gone}"))
        .to_vec()
}

#[test]
fn a_scale_that_shrinks_names_every_score_that_would_be_lost_and_keeps_them() {
    let page = criteria();
    let (_, before) = page.frame().export();
    let stored = page.stored_registers();
    page.criteria().remove_level(5, "impact");
    page.criteria().leave("Impact 5 Very high");
    wait::equal("what the question says", lost_with_impact_5(), || page.criteria().told());
    page.criteria().question().wait_says("3 assessments lose their score");
    assert_eq!(page.stored_registers(), stored, "something was stored before the user agreed");
    page.criteria().keep();
    page.criteria().field("Label of impact level 5").wait();
    assert_eq!(page.frame().export().1, before);
    // Escape keeps too.
    page.criteria().remove_level(5, "impact");
    page.criteria().question().wait();
    page.press("Escape");
    page.criteria().question().wait_gone();
    assert_eq!(page.frame().export().1, before);
}

#[test]
fn levels_off_the_scale_are_kept_shown_and_come_back_with_undo() {
    let page = criteria();
    let (_, before) = page.frame().export();
    page.criteria().remove_level(5, "impact");
    page.criteria().leave("Impact 5 Very high");
    page.criteria().agree();
    page.criteria().field("Label of impact level 5").wait_gone();
    let after = register_of(&page.frame().export().1);
    let risk = &after.risks[1];
    assert_eq!((risk.residual.likelihood, risk.residual.impact), (Some(3), Some(5)));
    assert_eq!(after.criteria.impact.levels.len(), 4);
    page.frame().go("Grid");
    page.grid().wait_score("2 (CR)", "Residual", "off scale");
    page.grid().wait_score("1", "Residual", "16 High");
    page.frame().go("Cards");
    page.card().jump_to("2");
    page.card().wait(BUDGET);
    page.reload();
    page.card().wait(BUDGET);
    page.frame().undo();
    wait::for_("the score", || page.card().score("Residual").starts_with("15 High"));
    assert_eq!(page.frame().export().1, before);
    page.frame().redo();
    wait::for_("no score", || page.card().score("Residual").starts_with("off scale"));
}

#[test]
fn a_level_that_no_risk_uses_goes_without_a_question() {
    let page = criteria();
    page.criteria().add_level(6, "likelihood");
    page.criteria().field("Label of likelihood level 6").set("Certain");
    page.criteria().remove_level(6, "likelihood");
    page.criteria().field("Label of likelihood level 6").wait_gone();
    assert!(!page.criteria().question().is_there());
    page.frame().undo();
    wait::equal("the label", "Certain", || page.criteria().field("Label of likelihood level 6").value());
}

#[test]
fn a_band_that_moves_names_every_score_whose_band_changes() {
    let page = criteria();
    let from = page.criteria().field("From of band 3");
    from.set("16");
    let expected = vec![format!("2 (CR) {BUDGET} Residual 15 High → 15 Medium")];
    wait::equal("what the question says", expected, || page.criteria().told());
    page.criteria().keep();
    wait::equal("the field", "15", || from.value());
    from.set("16");
    page.criteria().agree();
    wait::equal("the field", "16", || from.value());
    page.frame().go("Heat map");
    page.heat_map().cell(3, 5).wait();
    let name = page.heat_map().cell(3, 5).name();
    assert!(name.contains(": 15 Medium"), "{name}");
}

#[test]
fn another_preset_names_what_it_would_change() {
    let page = criteria();
    let (_, before) = page.frame().export();
    page.criteria().use_preset("4 × 4");
    page.criteria().question().wait();
    let told = page.criteria().told();
    assert!(told.contains(&format!("2 (CR) {BUDGET} Residual 15 High (3 × 5) → 12 Very high (3 × 4)")), "{told:?}");
    assert!(told.contains(&format!("1 {CASELOADS} Residual 16 High → 16 Very high")), "{told:?}");
    assert!(told.iter().any(|line| line.contains(FIRE)), "{told:?}");
    page.criteria().leave("Impact 5 Very high");
    page.criteria().question().wait_says("lose their score");
    assert!(page.criteria().told()[0].contains("no score: level 5 is not on the new scale"));
    page.criteria().becomes("Impact 5 Very high", "3 Medium");
    wait::for_("another level", || {
        page.criteria().told().contains(&format!("2 (CR) {BUDGET} Residual 15 High (3 × 5) → 9 High (3 × 3)"))
    });
    page.criteria().agree();
    wait::equal("the levels", 4, || register_of(&page.frame().export().1).criteria.likelihood.levels.len());
    assert_eq!(register_of(&page.frame().export().1).risks[1].residual.impact, Some(3));
    page.frame().undo();
    wait::equal("all as before", before, || page.frame().export().1);
}

#[test]
fn levels_go_in_out_and_elsewhere_anywhere_and_assessments_go_along() {
    let page = criteria();
    let (_, before) = page.frame().export();
    let residual = || {
        let register = register_of(&page.frame().export().1);
        (register.risks[0].residual.likelihood, register.risks[1].residual.likelihood)
    };
    page.criteria().change_level("Insert below", 3, "likelihood");
    page.criteria().question().wait_says("get other levels");
    page.criteria().agree();
    page.criteria().field("Label of likelihood level 6").wait();
    assert_eq!(residual(), (Some(5), Some(4)));
    page.frame().undo();
    wait::equal("all as before", before.clone(), || page.frame().export().1);
    page.criteria().change_level("Move up", 3, "likelihood");
    page.criteria().agree();
    wait::equal("the label", "Possible", || page.criteria().field("Label of likelihood level 4").value());
    assert_eq!(residual(), (Some(3), Some(4)));
    page.frame().undo();
    page.criteria().change_level("Remove", 3, "likelihood");
    page.criteria().becomes("Likelihood 3 Possible", "2 Unlikely");
    page.criteria().agree();
    page.criteria().field("Label of likelihood level 5").wait_gone();
    assert_eq!(residual(), (Some(3), Some(2)));
    page.frame().undo();
    wait::equal("all as before", before, || page.frame().export().1);
}

#[test]
fn bands_are_painted_with_the_mouse_and_by_the_keyboard() {
    let page = criteria();
    let bands = || register_of(&page.frame().export().1).criteria.cell_bands;
    page.radio("Painted").click();
    page.radio("High").click();
    // Cells that no risk stands on: nothing to ask.
    page.criteria().paintable(1, 4).drag_to(&page.criteria().paintable(1, 5));
    wait::equal("the bottom row", vec![0, 0, 0, 2, 2], || bands()[0].clone());
    page.frame().undo();
    wait::equal("the bottom row", vec![0, 0, 0, 0, 0], || bands()[0].clone());
    page.radio("Medium").click();
    page.criteria().paintable(1, 1).focus();
    page.press("ArrowUp");
    page.press("ArrowUp");
    page.press("Space");
    wait::equal("the cell", 1, || bands()[2][0]);
    page.criteria().part("Matrix").status(has("3 Possible, Impact 1 Negligible: 3 Medium")).wait();
    // A risk stands here: it is named first.
    page.criteria().paintable(3, 5).click();
    let expected = vec![format!("2 (CR) {BUDGET} Residual 15 High → 15 Medium")];
    wait::equal("what the question says", expected, || page.criteria().told());
    page.criteria().keep();
    assert_eq!(bands()[2][4], 2);
}

#[test]
fn the_matrix_follows_what_is_edited_beside_it() {
    let page = criteria();
    let matrix = || page.criteria().part("Matrix").read();
    page.resize(1440, 900);
    page.criteria().field("Label of likelihood level 4").set("Rather likely");
    wait::for_("the new label", || matrix().contains("Rather likely"));
    page.criteria().field("Letter of band 2").set("Mid");
    wait::for_("the new letter", || matrix().contains("Mid"));
    // A colour shows while it is being picked, before it is taken.
    let pick = "const it = document.querySelector('[aria-label=\"Colour of band 1, picker\"]');
        it.value = arguments[0];
        it.dispatchEvent(new Event('input', {bubbles: true}))";
    page.run(pick, &["#aabbcc".into()]);
    let cell = "return getComputedStyle(document.querySelector('.criteria-matrix td')).backgroundColor";
    wait::equal("the colour of the cell", "rgb(170, 187, 204)", || page.run(cell, &[]));
    page.criteria().field("Letter of band 2").focus();
    let seen = "const box = document.querySelector('.criteria-matrix').getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight";
    assert_eq!(page.run(seen, &[]), true, "the matrix is not in sight beside the bands");
}

#[test]
fn neighbours_of_like_lightness_are_warned_of() {
    let page = criteria();
    page.criteria().field("Colour of band 3").set("#2e8b57");
    page.criteria().field("Colour of band 2").set("#d13b2e");
    page.criteria().part("Bands").wait_says("Hard to tell apart from Medium in greyscale");
    page.criteria().field("Colour of band 2").set("#e08a1e");
    page.criteria().part("Bands").wait_says("Black text 7.8:1");
    wait::for_("no warning", || !page.criteria().part("Bands").read().contains("Hard to tell"));
}

#[test]
fn names_of_axes_levels_and_the_register_show_everywhere() {
    let page = criteria();
    page.criteria().field("Name of the likelihood scale").set("Probability");
    page.criteria().field("Label of impact level 4").set("Grave");
    page.criteria().part("About this register").textbox("Title").set("Another title");
    wait::equal("the title", "Another title".to_owned(), || page.frame().title());
    page.criteria().part("Lists of names").textbox("Categories").fill("People\nClimate");
    page.press("Tab");
    page.frame().go("Cards");
    page.card().wait(CASELOADS);
    page.card().assessment("Residual").wait_says("Probability 4 Likely × Impact 4 Grave");
    page.card().sheet().select("Category").choose("Climate");
    page.frame().go("Heat map");
    page.gridcell(browser_tests::starts("Probability 4 Likely, Impact 4 Grave: 16 High. Risk 1")).wait();
}

#[test]
fn scores_and_bands_of_cells_colours_and_terms_are_the_registers_own() {
    let page = criteria();
    page.radio("By cell").click();
    page.criteria().field("Score of Likelihood 5, Impact 5").set("30");
    page.radio("Painted").click();
    page.radio("Medium").click();
    page.criteria().paintable(5, 5).click();
    page.criteria().field("Colour of band 1").set("#00aa88");
    page.criteria().part("About this register").textbox("Glossary").fill("Plan: what is to be done");
    page.press("Tab");
    page.frame().wait_saved();
    let register = register_of(&page.frame().export().1);
    let criteria = &register.criteria;
    assert_eq!(
        (criteria.matrix[4][4], criteria.cell_bands[4][4], criteria.bands[0].colour.as_str()),
        (30, 1, "#00aa88")
    );
    assert_eq!(
        (register.glossary[0].term.as_str(), register.glossary[0].meaning.as_str()),
        ("Plan", "what is to be done")
    );
    page.frame().go("Heat map");
    page.gridcell(browser_tests::starts("Likelihood 5 Very likely, Impact 5 Very high: 30 Medium")).wait();
}

#[test]
fn the_brush_stands_within_the_page_on_a_phone() {
    let page = criteria();
    page.radio("Painted").click();
    page.css(".brush").wait();
    for width in [1440, 390, 320] {
        page.resize(width, 844);
        let beyond = "const root = document.documentElement, brush = document.querySelector('.brush');
            const card = brush.closest('section, .criteria-matrix').getBoundingClientRect(), box = brush.getBoundingClientRect();
            return [root.scrollWidth - root.clientWidth, Math.max(0, Math.round(box.right - card.right)), Math.round(box.top - card.top) < 240]";
        wait::equal("what is beyond the edge", serde_json::json!([0, 0, true]), || page.run(beyond, &[]));
        page.screenshot(&format!("brush-{width}"));
    }
}
