//! Two windows that edit one register at the same time, for long: no edit of either is lost.

use std::collections::{BTreeMap, BTreeSet};

use browser_tests::{Page, chromium_only, fixture, known, say, wait};
use serde_json::{Value, json};

/// How many edits each window makes: ten times as many in a longer run.
fn edits() -> usize {
    if std::env::var_os("HEATGRID_SOAK").is_some() { 5_000 } else { 500 }
}

/// What window 0 or 1 sets with its edit of this number: the risk's place, the field, and what it then says. Each tenth edit
/// goes to a field that the other window sets too.
fn edit(window: usize, number: usize) -> (usize, &'static str, String) {
    let own = if window == 0 { ["Risk", "Risk"] } else { ["Owner", "Contact"] };
    let field = if number.is_multiple_of(10) { "Notes" } else { own[number % 2] };
    (number / 2 % 4, field, format!("{window} {number}"))
}

/// Makes the edits of this window while the other one makes its own.
const WORK: &str = "
    const [edits] = arguments;
    window.finished = false;
    (async () => {
        for (const [row, heading, text] of edits) {
            await deeds.edit(row, heading, text);
            await deeds.turn();
        }
        await deeds.saved();
        window.finished = true;
    })().catch((error) => { window.finished = `${error.message} ${error.stack}` });";

/// What this window's grid shows.
fn shown(page: &Page) -> Value {
    page.do_all(
        "const it = await deeds.grid();
         return [0, 1, 2, 3].map((row) => Object.fromEntries(['Risk', 'Notes', 'Owner', 'Contact'].map((heading) =>
             [heading, deeds.one('.text', deeds.cell(it, row, heading))?.textContent.trim() ?? ''])))",
        &[],
    )
}

/// The texts that the history says were set.
fn in_history(page: &Page) -> BTreeSet<String> {
    let found = page.run(
        "return Object.entries(localStorage).filter(([key]) => key.includes('/log/'))
             .map(([, value]) => JSON.parse(value).change?.set?.to).filter((to) => to !== undefined).map((to) => [to].flat().join(' '))",
        &[],
    );
    serde_json::from_value(found).unwrap_or_default()
}

#[test]
fn a_thousand_edits_of_two_windows_are_all_there() {
    chromium_only!("only Chromium's driver keeps two tabs in front at once");
    let page = Page::unopened();
    page.with_deeds();
    page.visit("");
    page.bring_in(&fixture(known::FOUR_RISKS));
    page.new_tab(&page.hash());
    page.stay_in_front();
    page.grid().wait();
    let edits = edits();
    for window in [0, 1] {
        page.switch(window);
        let list: Vec<_> = (1..=edits).map(|number| edit(window, number)).collect();
        page.run(WORK, &[json!(list)]);
    }
    for window in [0, 1] {
        page.switch(window);
        // Patience is for one more edit, not for all of them.
        let made = || in_history(&page).iter().filter(|it| it.starts_with(&format!("{window} "))).count();
        let is_busy = || page.run("return window.finished", &[]) == json!(false);
        while is_busy() {
            let before = made();
            wait::for_("more edits", || !is_busy() || made() > before);
        }
        assert_eq!(page.run("return window.finished", &[]), json!(true));
    }
    let history = in_history(&page);
    let made: Vec<String> =
        [0, 1].into_iter().flat_map(|window| (1..=edits).map(move |it| edit(window, it).2)).collect();
    let lost: Vec<_> = made.iter().filter(|it| !history.contains(*it)).collect();
    assert!(lost.is_empty(), "not in the history: {lost:?}");
    let first = shown(&page);
    page.switch(0);
    wait::equal("the other window", first.clone(), || shown(&page));
    for window in [0, 1] {
        // The last edit of each field; of one that both set, either's.
        let last: BTreeMap<_, _> =
            (1..=edits).map(|number| edit(window, number)).map(|(row, field, text)| ((row, field), text)).collect();
        for ((row, field), text) in last.into_iter().filter(|((_, field), _)| *field != "Notes") {
            assert_eq!(first[row][field], json!(text), "{field} of risk {row}");
        }
    }
    page.reload();
    wait::equal("after a reload", first, || shown(&page));
    say(&format!("reliability: tab edits: {} tried, 0 lost", made.len()));
}
