//! Going from view to view faster than the page is drawn.

use browser_tests::Page;
use serde_json::json;

/// Four risks, all of the program, and deeds quicker than a hand's.
fn whole() -> Page {
    let page = Page::unopened();
    page.with_deeds();
    page.visit("");
    page.bring_in(&browser_tests::fixture(browser_tests::known::FOUR_RISKS));
    page.whole_program();
    page
}

#[test]
fn a_view_is_left_as_soon_as_it_is_there() {
    let page = whole();
    let script = "
        const base = location.hash.split('/').slice(0, 3).join('/');
        // A browser takes no more than 200 new addresses in ten seconds.
        const words = ['grid', 'card', 'heatmap', 'controls', 'criteria'];
        const here = () => deeds.one('nav [aria-current=page]')?.getAttribute('href') ?? '';
        for (const turns of [0, 1, 3]) for (const from of words) for (const to of words) for (const word of [from, to]) {
            location.hash = `${base}/${word}`;
            await deeds.until(word, () => deeds.one('.rescue') || here().startsWith(`${base}/${word}`));
            if (deeds.one('.rescue')) return `stopped between ${from} and ${to}`;
            for (let turn = 0; turn < turns; turn += 1) await deeds.turn();
        }
        return 'all seen'";
    assert_eq!(page.do_all(script, &[]), json!("all seen"));
}

#[test]
fn the_grid_is_left_within_the_frames_in_which_its_rows_change() {
    let page = whole();
    let script = "
        const base = location.hash.split('/').slice(0, 3).join('/');
        const frame = () => new Promise(requestAnimationFrame);
        for (const frames of [0, 1, 2, 3]) {
            location.hash = `${base}/grid`;
            const add = await deeds.until('the button', () => deeds.all('button').find((it) => it.textContent === 'Add risk'));
            await frame();
            add.click();
            for (let count = 0; count < frames; count += 1) await frame();
            location.hash = `${base}/card`;
            for (let count = 0; count < 6; count += 1) await frame();
            await deeds.until('the cards', () => deeds.one('.rescue') || deeds.one('.card-view'));
            if (deeds.one('.rescue')) return `stopped after ${frames} frames`;
        }
        return 'all seen'";
    assert_eq!(page.do_all(script, &[]), json!("all seen"));
}
