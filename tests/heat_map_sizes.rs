//! The heat map of registers that are not the usual ones: other matrices, many risks in a cell, thousands of risks.

use browser_tests::{Page, Rules, has, starts, wait};
use register::{Assessment, Criteria, Level, Register, Risk, presets};

fn risk(number: usize, likelihood: u8, impact: u8) -> Risk {
    Risk {
        id: format!("r{number}").as_str().into(),
        number: number.to_string(),
        title: format!("The risk with the number {number}"),
        residual: Assessment { likelihood: Some(likelihood), impact: Some(impact), ..Assessment::default() },
        ..Risk::default()
    }
}

fn with(criteria: Criteria, risks: Vec<Risk>) -> Page {
    let register = Register { id: "sized".into(), title: "Sized".to_owned(), criteria, risks, ..Register::default() };
    let page = Page::open();
    let file = page.file("sized.heatgrid.json", &exchange::write(&[register]));
    page.bring_in(&file);
    page.frame().go("Heat map");
    page.css(".heat-cell").nth(0).wait();
    dismiss(&page);
    page
}

/// Sends the message of the import away, which may lie over a button.
fn dismiss(page: &Page) {
    page.button("Dismiss").click();
    page.button("Dismiss").wait_gone();
}

/// A matrix of so many levels, whose likelihoods have letters.
fn matrix(likelihoods: usize, impacts: usize) -> Criteria {
    let mut criteria = presets::five_by_five();
    let levels = |count: usize, mark: &dyn Fn(usize) -> String| {
        (0..count).map(|at| Level { mark: mark(at), label: format!("level {}", at + 1), ..Level::default() }).collect()
    };
    let letter = |at: usize| char::from(b'A' + u8::try_from(at).unwrap_or_default()).to_string();
    criteria.likelihood.levels = levels(likelihoods, &letter);
    criteria.impact.levels = levels(impacts, &|_| String::new());
    criteria
}

/// Whether each cell is as wide as it is high, and none reaches beyond the map's edge or the window.
#[track_caller]
fn is_square(page: &Page) {
    let script = "
        const boxes = [...document.querySelectorAll('.heat-cell')].map((it) => it.getBoundingClientRect());
        return boxes.filter((it) => Math.abs(it.width - it.height) > 1 || it.right > innerWidth || it.left < 0).length";
    assert_eq!(page.run(script, &[]), 0);
}

#[test]
fn a_matrix_of_any_size_is_drawn_with_the_marks_of_the_criteria() {
    for (likelihoods, impacts) in [(2, 2), (4, 3), (5, 4), (10, 10)] {
        let top = u8::try_from(likelihoods).unwrap_or_default();
        let page = with(matrix(likelihoods, impacts), vec![risk(7, top, 1), risk(8, 1, 1)]);
        assert_eq!(page.css(".heat-cell").count(), likelihoods * impacts);
        is_square(&page);
        let letter = char::from(b'A' + top - 1);
        let name = format!("Likelihood {letter} level {top}, Impact 1 level 1: {top} ");
        let cell = page.region("Heat map").role("gridcell", starts(&name));
        assert_eq!(cell.css(".chip").texts(), ["7"]);
        page.region("Heat map").role("rowheader", has(&letter.to_string())).nth(0).wait();
        page.check_accessible(&format!("a map of {likelihoods} × {impacts}"), Rules::Best);
        page.resize(390, 844);
        let beyond = "return [...document.querySelectorAll('.heat-map, .heat-cell, section.chosen')]
            .filter((it) => it.getBoundingClientRect().right > document.documentElement.clientWidth)
            .map((it) => `${it.className} to ${it.getBoundingClientRect().right}`)";
        wait::equal("what is beyond the edge", serde_json::json!([]), || page.run(beyond, &[]));
        page.screenshot(&format!("heat-map-{likelihoods}x{impacts}-390"));
    }
}

#[test]
fn forty_risks_in_a_cell_are_counted_and_all_are_shown_when_it_is_opened() {
    let mut risks: Vec<Risk> = (1..=40).map(|number| risk(number, 4, 4)).collect();
    risks.extend((41..=56).map(|number| risk(number, 2, 2)));
    let page = with(presets::five_by_five(), risks);
    let map = page.heat_map();
    assert_eq!(map.numbers(4, 4), ["40 risks"]);
    // Sixteen make their cell grow; none is cut off.
    assert_eq!(map.numbers(2, 2).len(), 16);
    page.screenshot("heat-map-40-counted");
    map.cell(4, 4).focus();
    page.press("F2");
    page.press("Enter");
    wait::equal("the numbers in the cell", 40, || map.numbers(4, 4).len());
    wait::equal("the risks in the list", 40, || map.listed().len());
    let cut = "return [...document.querySelectorAll('.heat-cell .chip')].filter((it) => {
        const box = it.getBoundingClientRect(), cell = it.parentElement.getBoundingClientRect();
        return it.scrollWidth > it.clientWidth || box.bottom > cell.bottom || box.right > cell.right || box.height < 24;
    }).length";
    assert_eq!(page.run(cut, &[]), 0);
    page.check_accessible("an opened cell", Rules::Best);
    page.screenshot("heat-map-40-opened");
    // The first Escape takes away what floats beside a number, the second lets go of the cell, which closes.
    page.press_times(2, "Escape");
    wait::equal("the numbers in the cell", vec!["40 risks"], || map.numbers(4, 4));
    page.resize(390, 844);
    page.screenshot("heat-map-40-390");
}

#[test]
fn the_page_does_not_grow_with_thousands_of_risks() {
    let elements = |count: usize| {
        let register = register::generate::compact(7, count);
        let page = Page::open();
        let file = page.file("generated.heatgrid.json", &exchange::write(&[register]));
        page.bring_in(&file);
        page.frame().go("Heat map");
        page.css(".heat-cell").nth(0).wait();
        dismiss(&page);
        page.heat_map().movement().choose("Movement from inherent");
        page.region("Heat map").wait_says("From inherent to residual");
        let elements = page.css("main *").count();
        page.screenshot(&format!("heat-map-{count}"));
        (page, elements)
    };
    let (_, thousand) = elements(1_000);
    let (page, most) = elements(10_000);
    assert!(most < 4_000 && most < thousand + 500, "{thousand} and {most} elements");
    assert!(page.heat_map().arrows() <= register::heat::MOST_ARROWS);
    // The list goes on when it is asked to.
    assert_eq!(page.heat_map().listed().len(), 100);
    page.button("Show 100 more").click();
    wait::equal("the risks in the list", 200, || page.heat_map().listed().len());
}

#[test]
fn what_has_no_cell_is_below_the_map() {
    let mut loose = risk(3, 1, 1);
    loose.residual = Assessment { score: Some(12), ..Assessment::default() };
    let page = with(presets::five_by_five(), vec![risk(1, 1, 1), loose]);
    page.region("Heat map").wait_says("Not on the map, without residual likelihood and impact on the scales");
    assert_eq!(page.css(".elsewhere .chip").texts(), ["3"]);
}
