//! A window of 1280 × 1024 at 400 %, which leaves 320 × 256 CSS pixels: everything can be reached, nothing is covered.

use browser_tests::{Page, sample};

/// What reaches beyond the window, unless it is in a grid, a matrix or the sheets of a report, which may be scrolled sideways.
const SIDEWAYS: &str = "
    const named = (it) => `${it.localName}.${it.className}`;
    const out = [...document.querySelectorAll('body *')].filter((it) => {
        if (!it.checkVisibility({visibilityProperty: true}) || it.closest('.sr, .skip, [role=grid], .criteria-matrix, .report, svg')) return false;
        const box = it.getBoundingClientRect();
        const scrolled = it.closest('.views');
        return box.width > 1 && box.height > 1 && box.right > innerWidth + 1 && !scrolled;
    }).map(named);
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) out.push(`the page: ${root.scrollWidth} px`);
    return out.slice(0, 5).join(', ')";

/// How much of the height is taken by what does not scroll away.
const STAYS: &str = "
    scrollTo(0, 200);
    const staying = [...document.querySelectorAll('body *')].filter((it) => {
        const style = getComputedStyle(it);
        return it.checkVisibility() && ['fixed', 'sticky'].includes(style.position) && !it.closest('[role=grid], .toasts')
            && it.getBoundingClientRect().bottom > 0 && it.getBoundingClientRect().top < innerHeight;
    });
    const height = staying.reduce((sum, it) => sum + it.getBoundingClientRect().height, 0);
    scrollTo(0, 0);
    return Math.round(height)";

/// What is covered by something else, or out of sight, when it has the focus.
const COVERED: &str = "
    const usable = 'a[href], button:not(:disabled), input, select, textarea, summary, [role=grid] [tabindex=\"0\"]';
    const seen = [...document.querySelectorAll(usable)].filter((it) =>
        it.tabIndex >= 0 && it.checkVisibility({visibilityProperty: true}) && !it.closest('.sr, .skip'));
    const every = Math.max(1, Math.floor(seen.length / 60));
    const covered = seen.filter((_, place) => place % every === 0).filter((it) => {
        it.focus();
        const box = it.getBoundingClientRect();
        const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
        const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
        if (right - left < 4 || bottom - top < 4) return true;
        const points = [[0.5, 0.5], [0.1, 0.1], [0.9, 0.9]];
        return !points.some(([x, y]) => {
            const top_ = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
            return top_ && (it.contains(top_) || top_.contains(it) && top_.closest('label, .segment') || it.closest('label')?.contains(top_));
        });
    });
    document.activeElement.blur();
    return covered.slice(0, 5).map((it) => `${it.localName}.${it.className} ${it.ariaLabel ?? it.innerText}`).join(', ')";

#[test]
fn every_view_can_be_read_and_used_at_400_percent() {
    let page = Page::with_file(&sample("2016-directorate-grid.json"));
    // A message stays until it has been read; then it is out of the way.
    page.button("Dismiss").click();
    page.resize(320, 256);
    let mut found = Vec::new();
    page.in_every_view(|view| {
        page.screenshot(&format!("zoom-{view}"));
        for (what, script) in [("beyond the edge", SIDEWAYS), ("covered when it has the focus", COVERED)] {
            let out = page.run(script, &[]);
            if out != "" {
                found.push(format!("{view}: {what}: {out}"));
            }
        }
        let stays = page.run(STAYS, &[]).as_i64().unwrap_or_default();
        if stays > 64 {
            found.push(format!("{view}: {stays} of 256 px never scroll away"));
        }
    });
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_grid_has_room_for_rows_at_400_percent() {
    let page = Page::with_four_risks();
    page.resize(320, 256);
    let height = page.run("return document.querySelector('[role=grid]').clientHeight", &[]);
    assert!(height.as_i64().unwrap_or_default() >= 192, "{height} px");
}

#[test]
fn the_bar_leaves_room_for_the_work_at_400_percent() {
    let page = Page::with_file(&sample("2016-directorate-grid.json"));
    page.resize(320, 256);
    let hash = page.hash();
    for view in ["grid", "card", "heatmap"] {
        page.visit(&hash.replace("/grid", &format!("/{view}")));
        page.css("main section").nth(0).wait();
        let height = page.css("header.bar").property("offsetHeight").as_i64().unwrap_or(256);
        assert!(height <= 110, "{view}: {height} px");
        page.screenshot(&format!("bar-400-{view}"));
    }
}
