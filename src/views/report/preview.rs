//! The report as it will be on paper: the browser lays it out in columns of the size of a sheet.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::asked::Desk;
use crate::erased::{effect, heard, shown_while};
use crate::platform::{sheets, texts};

/// More risks than this are laid out only when that is asked for: it takes a while.
const MOST: usize = 300;
/// Between two sheets of a part, in mm: their margins and a gap, as in texts/report.css.
const BETWEEN: f64 = 30.0;
/// CSS pixels in a millimetre.
const PIXELS: f64 = 96.0 / 25.4;

/// The preview: what is printed.
pub fn preview(desk: Desk) -> AnyView {
    let paper = NodeRef::<html::Div>::new();
    let too_many = move || desk.made.with(|made| made.risks) > MOST && !desk.whole.get();
    effect(move || {
        let Some(paper) = paper.get() else { return };
        if too_many() {
            return paper.set_inner_html("");
        }
        desk.made.with(|made| {
            let document = &made.document;
            // A browser that cannot take on a style sheet shows the report in plain.
            sheets::adopt(&report::styles(document, texts::of(texts::REPORT))).unwrap_or_default();
            paper.set_inner_html(&report::body(document));
            let running = document.sections.iter().map(|section| section.running.clone()).collect::<Vec<_>>();
            lay_out(&paper, &running);
        });
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| {
        if let Some(paper) = paper.get_untracked() {
            fit(&paper);
        }
    });
    on_cleanup(move || {
        resized.remove();
        sheets::drop_adopted();
    });
    let empty = move || desk.made.with(|made| made.document.sections.is_empty());
    view! {
        <div class="report-preview" tabindex="0" role="region" aria-label="Preview">
            {shown_while(empty, || {
                view! {
                    <p class="report-empty">"Choose what the report is to have. Parts that would be empty are left out."</p>
                }
                .into_any()
            })}
            {shown_while(too_many, move || {
                view! {
                    <div class="report-empty">
                        <p>"These are many risks. To lay them all out on sheets takes a while: filter them first, or go on."</p>
                        <button type="button" on:click=heard(move |_| desk.whole.set(true))>"Lay them all out"</button>
                    </div>
                }
                .into_any()
            })}
            <div class="report" node_ref=paper></div>
        </div>
    }
    .into_any()
}

fn sections(paper: &Element) -> Vec<HtmlElement> {
    let children = paper.children();
    (0..children.length()).filter_map(|place| children.item(place)?.dyn_into().ok()).collect()
}

/// Gives each section as many sheets as it needs, and each sheet its running line and number.
fn lay_out(paper: &HtmlElement, running: &[String]) {
    let all = sections(paper);
    // Without the narrowing of `fit`, so that lengths are those of paper.
    let counts: Vec<usize> = all
        .iter()
        .map(|section| {
            let width = inner_width(section) + BETWEEN * PIXELS;
            let whole = f64::from(section.scroll_width()) - 12.0 * PIXELS + BETWEEN * PIXELS;
            // Not more than a row of millions of sheets, and never none.
            (whole / width).round().clamp(1.0, 1e6) as usize
        })
        .collect();
    // Firefox does not part tables where a column ends: there each section is one long sheet, and nobody knows the numbers.
    let is_long = |section: &&HtmlElement| section.scroll_height() > section.client_height() + 1;
    let whole: Vec<&HtmlElement> = all.iter().filter(is_long).collect();
    whole.iter().for_each(|section| section.set_attribute("data-whole", "").unwrap_or_default());
    let is_numbered = whole.is_empty();
    let total: usize = counts.iter().sum();
    let mut number = 0;
    for ((section, count), running) in all.iter().zip(counts).zip(running) {
        let style = section.style();
        // What a browser does not take is left as it was. On paper the sheets are the browser's.
        style.set_property("--sheets", &count.to_string()).unwrap_or_default();
        let marks = document().create_element("div");
        let Ok(marks) = marks else { return };
        marks.set_class_name("r-sheets");
        marks.set_attribute("aria-hidden", "true").unwrap_or_default();
        for _ in 0..count {
            number += 1;
            let sheet = document().create_element("span");
            let Ok(sheet) = sheet else { return };
            let number = if is_numbered { format!("{number} of {total}") } else { String::new() };
            for text in [running.clone(), number] {
                if let Ok(line) = document().create_element("span") {
                    line.set_text_content(Some(&text));
                    sheet.append_child(&line).map(drop).unwrap_or_default();
                }
            }
            marks.append_child(&sheet).map(drop).unwrap_or_default();
        }
        section.append_child(&marks).map(drop).unwrap_or_default();
    }
    fit(paper);
}

/// The width of a sheet without its margins, in CSS pixels.
fn inner_width(section: &HtmlElement) -> f64 {
    f64::from(section.client_width()) - 24.0 * PIXELS
}

/// Shows each section so small that a sheet of it fits into the window beside the options.
fn fit(paper: &HtmlElement) {
    let room = f64::from(paper.client_width());
    for section in sections(paper) {
        let class = section.class_name();
        let sheet = match class.split(' ').next_back() {
            Some("a4-portrait") => 210.0,
            Some("a3-landscape") => 420.0,
            _ => 297.0,
        };
        let zoom = (room / (sheet * PIXELS)).min(1.0);
        section.style().set_property("--zoom", &format!("{zoom:.3}")).unwrap_or_default();
    }
}
