//! Screens that are set up for somebody's eyes: forced colours, less motion, contrast in light and dark, touch.

use browser_tests::{Page, wait};
use serde_json::json;

/// A computed style of the first element that fits a selector.
fn style(page: &Page, selector: &str, property: &str) -> String {
    page.css(selector).nth(0).wait();
    let script = "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]";
    page.run(script, &[json!(selector), json!(property)]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn forced_colours_leave_scores_choices_and_the_focus_tellable() {
    let page = Page::with_four_risks();
    page.emulate("forced-colors", "active");
    // Scores keep the colours of their bands, and the letters are there without them.
    assert_eq!(style(&page, ".pill:not(.blank)", "forcedColorAdjust"), "none");
    assert_eq!(style(&page, ".pill:not(.blank)", "backgroundColor"), "rgb(196, 66, 26)");
    assert!(page.css(".pill .letter").texts().iter().any(|letter| letter == "H"));
    // The view one is in.
    let edge = |link: &str| style(&page, link, "borderBottomColor");
    wait::for_("an edge below the view one is in", || {
        edge(".views a[aria-current]") != edge(".views a:not([aria-current])")
    });
    // The focus.
    page.button("Undo").nth(0).focus();
    page.press("Tab");
    assert_eq!(style(&page, ":focus-visible", "outlineStyle"), "solid");
    page.to_view("card");
    assert_eq!(style(&page, ".matrix button.chosen", "outlineStyle"), "solid");
    page.to_view("heatmap");
    assert_eq!(style(&page, ".segment:has(:checked)", "outlineStyle"), "solid");
    assert_eq!(style(&page, ".chip", "borderTopStyle"), "solid");
    page.to_view("criteria");
    page.radio("Painted").click();
    assert_eq!(style(&page, ".brush label:has(:checked)", "outlineStyle"), "solid");
    assert_eq!(style(&page, ".brush .swatch", "forcedColorAdjust"), "none");
    assert_eq!(style(&page, ".criteria-matrix td", "backgroundColor"), "rgb(195, 226, 184)");
}

/// What moves by itself, or on the way from one look to another.
const MOVES: &str = "
    const moves = new Set();
    for (const it of document.querySelectorAll('*')) {
        for (const part of [null, '::before', '::after']) {
            const style = getComputedStyle(it, part);
            const lasts = (times) => times.split(',').some((time) => parseFloat(time) > 0);
            const animated = style.animationName !== 'none' && lasts(style.animationDuration);
            if (lasts(style.transitionDuration) || animated || style.scrollBehavior === 'smooth') {
                moves.add(`${it.localName}.${it.className}${part ?? ''}`);
            }
        }
    }
    return [...moves].slice(0, 5).join(', ')";

#[test]
fn nothing_moves_for_those_who_asked_for_less_motion() {
    let page = Page::with_four_risks();
    assert_ne!(page.run(MOVES, &[]), "", "the script finds nothing where something moves");
    page.emulate("prefers-reduced-motion", "reduce");
    let mut found = Vec::new();
    page.in_every_view(|view| {
        let moves = page.run(MOVES, &[]);
        if moves != "" {
            found.push(format!("{view}: {moves}"));
        }
    });
    assert_eq!(found, Vec::<String>::new());
}

/// The contrast of text with what is painted behind it, where it is less than 4.5 to 1.
const FAINT: &str = "
    const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d', {willReadFrequently: true});
    const painted = (colours) => {
        canvas.globalAlpha = 1;
        canvas.fillStyle = '#fff';
        canvas.fillRect(0, 0, 1, 1);
        for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminance = (rgb) => {
        const [r, g, b] = rgb.map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (it) => it ? [...behind(it.parentElement), getComputedStyle(it).backgroundColor] : [];
    let count = 0;
    const faint = new Set();
    for (const it of document.querySelectorAll(arguments[0])) {
        for (const part of [it, ...it.querySelectorAll('*')]) {
            const own = [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
            if (!own || part.closest('.sr') || !part.checkVisibility()) continue;
            count += 1;
            const ground = behind(part);
            const [text, back] = [painted([...ground, getComputedStyle(part).color]), painted(ground)].map(luminance);
            const contrast = (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
            if (contrast < 4.5) faint.add(`${it.className || it.localName} “${part.textContent.trim()}” ${contrast.toFixed(2)}`);
        }
    }
    return [count, [...faint].slice(0, 5).join(', ')]";

#[test]
fn every_band_of_every_preset_is_legible_in_light_and_dark() {
    let page = Page::with_four_risks();
    let mut found = Vec::new();
    let look = |what: &str, selector: &str, found: &mut Vec<String>| {
        page.css(selector).nth(0).wait();
        let answer = page.run(FAINT, &[json!(selector)]);
        assert!(answer[0].as_u64().unwrap_or_default() > 0, "{what}: no text in {selector}");
        if answer[1] != "" {
            found.push(format!("{what}: {}", answer[1]));
        }
    };
    let presets =
        ["4 × 4", "3 × 3", "5 × 4", "5 × 5 weighted by impact", "5 × 5 with letters", "5 × 5 (most councils)"];
    for preset in presets {
        page.to_view("criteria");
        page.criteria().part("Start from a preset").button(&format!("Use preset {preset}")).click();
        page.criteria().agree();
        for dark in [false, true] {
            page.darken(dark);
            let what = |view: &str| format!("{preset}, {view}, {}", if dark { "dark" } else { "light" });
            page.to_view("criteria");
            look(&what("drawings"), ".drawing td", &mut found);
            look(&what("matrix"), ".criteria-matrix td", &mut found);
            page.to_view("grid");
            look(&what("pills"), ".pill:not(.blank)", &mut found);
            page.to_view("card");
            look(&what("matrix of the card"), ".matrix button.chosen", &mut found);
            page.to_view("heatmap");
            look(&what("cells and chips"), ".heat-cell", &mut found);
            look(&what("legend"), ".swatch", &mut found);
        }
    }
    assert_eq!(found, Vec::<String>::new(), "text on bands with less than 4.5 to 1");
}

/// What is smaller than a finger can hit: less than 24 × 24 CSS pixels. A tick box is as large as its label.
const SMALL: &str = "
    const usable = 'a[href], button, input, select, textarea, summary, [role=gridcell][tabindex=\"0\"]';
    const small = [...document.querySelectorAll(usable)].filter((it) => {
        if (!it.checkVisibility({visibilityProperty: true}) || it.closest('.sr, .skip, p')) return false;
        const box = (it.matches('[type=checkbox], [type=radio]') && it.closest('label') || it).getBoundingClientRect();
        return box.width > 0 && (box.width < 23.9 || box.height < 23.9);
    });
    return small.slice(0, 5).map((it) => {
        const box = it.getBoundingClientRect();
        return `${it.localName}.${it.className} ${it.ariaLabel ?? it.innerText} ${Math.round(box.width)} × ${Math.round(box.height)}`;
    }).join(', ')";

#[test]
fn every_control_is_large_enough_for_a_finger() {
    let page = Page::with_four_risks();
    page.resize(390, 844);
    let mut found = Vec::new();
    page.in_every_view(|view| {
        page.run("document.querySelectorAll('main details').forEach((it) => { it.open = true })", &[]);
        let small = page.run(SMALL, &[]);
        if small != "" {
            found.push(format!("{view}: {small}"));
        }
    });
    assert_eq!(found, Vec::<String>::new());
}
