//! The address: it says where one is, and brings one there again.

use browser_tests::known::{BUDGET, CASELOADS, DIRECTOR, FIRE};
use browser_tests::{Page, wait};

#[test]
fn view_risk_and_filter_are_in_the_address_and_come_back_after_a_reload() {
    let page = Page::with_four_risks();
    page.filter().quick(&["High", "Open only"]);
    page.filter().pick("Owner", "is any of", &[DIRECTOR]);
    page.searchbox("Find in this register").fill("caseloads & more?");
    page.grid().heading("Risk").css("button").click();
    wait::for_("the sort in the address", || page.hash().contains("sort=title"));
    let hash = page.hash();
    for part in [
        "/grid?",
        "band=High",
        "owner=Director%20of%20Children%27s%20Services",
        "status=open",
        "q=caseloads%20%26%20more%3F",
    ] {
        assert!(hash.contains(part), "{part} is not in {hash}");
    }
    page.reload();
    page.grid().wait();
    assert_eq!(page.hash(), hash);
    page.filter().wait_chips(&["Residual band: High", "Open", &format!("Owner: {DIRECTOR}")]);
    assert_eq!(page.searchbox("Find in this register").value(), "caseloads & more?");
    assert_eq!(page.grid().heading("Risk").attribute("aria-sort").as_deref(), Some("ascending"));
    page.searchbox("Find in this register").fill("caseloads");
    wait::equal("the risks", vec!["1".to_owned()], || page.grid().numbers());
    // The filter goes along from view to view.
    page.frame().go("Heat map");
    wait::equal("the list", vec![CASELOADS.to_owned()], || page.heat_map().listed());
    page.heat_map().show("Inherent");
    page.heat_map().cell(5, 4).click();
    wait::for_("the cell in the address", || page.hash().contains("cell=5x4") && page.hash().contains("on=inherent"));
    page.reload();
    assert_eq!(page.heat_map().cell(5, 4).attribute("aria-selected").as_deref(), Some("true"));
}

#[test]
fn back_and_forward_go_through_views_and_risks() {
    let page = Page::with_four_risks();
    page.frame().go("Cards");
    page.card().wait(CASELOADS);
    page.frame().go("Heat map");
    page.heat_map().list().link(FIRE).click();
    page.card().wait(FIRE);
    page.frame().go("History");
    page.back();
    page.card().wait(FIRE);
    page.back();
    page.heat_map().cell(1, 1).wait();
    page.back();
    page.card().wait(CASELOADS);
    page.back();
    page.grid().wait();
    page.forward();
    page.card().wait(CASELOADS);
    page.forward();
    page.forward();
    page.card().wait(FIRE);
}

#[test]
fn the_risk_on_the_card_comes_back_after_a_reload() {
    let page = Page::with_four_risks();
    page.frame().go("Cards");
    page.card().wait(CASELOADS);
    page.button("Next risk").click();
    page.card().wait(BUDGET);
    page.reload();
    page.card().wait(BUDGET);
}

#[test]
fn a_copied_address_opens_the_same_in_another_tab() {
    let page = Page::with_four_risks();
    page.frame().go("Cards");
    page.card().jump_to("2");
    page.card().wait(BUDGET);
    let hash = page.hash();
    assert!(hash.contains("/card?risk=budget"), "{hash}");
    page.new_tab(&hash);
    page.card().wait(BUDGET);
    assert_eq!(page.frame().title(), "Services to children 2031");
    let title = page.run("return document.title", &[]);
    assert_eq!(title, "Services to children 2031 – Heatgrid");
}

#[test]
fn an_address_that_leads_nowhere_says_so_and_leads_on() {
    let page = Page::with_four_risks();
    page.visit("#/r/no-such-register/grid");
    page.heading("This register cannot be shown").wait();
    page.text("The register is not there any more.").wait();
    page.link("Go to your registers").click();
    page.registers().wait();
    page.visit("#/r/%E0%A4%A/dance?cell=900x900&band=%00&sort=-up&risk=%F0%9F%94%A5&on=tomorrow");
    page.heading("This register cannot be shown").wait();
    page.back();
    page.registers().wait();
}

#[test]
fn an_address_with_nonsense_in_it_shows_what_can_be_shown() {
    let page = Page::with_four_risks();
    let hash = page.hash();
    let register = hash.trim_start_matches("#/r/").split('/').next().unwrap_or_default().to_owned();
    for query in ["risk=gone", "cell=900x900&on=never", "cell=0x0", "band=no such band", "owner=nobody", "sort=--"] {
        for view in ["grid", "card", "heatmap", "criteria", "history", "nonsense"] {
            page.visit(&format!("#/r/{register}/{view}?{query}"));
            wait::for_(&format!("{view} with {query}"), || page.frame().title() == "Services to children 2031");
        }
    }
}
