//! Text is text, whatever stands in it, and a report carries nothing that runs or asks.

mod common;

use common::{composed, file, sample, text};
use register::{Control, Point};
use report::{Part, body, styles};

#[test]
fn markup_in_every_text_stays_text() {
    let evil = "</style><script>alert(1)</script><img src=x onerror=alert(1)>\"'&";
    let mut register = sample("2024-directorate-cards");
    register.title = evil.to_owned();
    register.entity = vec![evil.to_owned()];
    register.description = evil.to_owned();
    register.scope = evil.to_owned();
    register.criteria.likelihood.name = evil.to_owned();
    for band in &mut register.criteria.bands {
        (band.name, band.letter) = (evil.to_owned(), evil.to_owned());
    }
    register.criteria.bands[0].colour = "red;} body { zoom: 99".to_owned();
    for risk in &mut register.risks {
        (risk.number, risk.title, risk.category) = (evil.to_owned(), evil.to_owned(), evil.to_owned());
        risk.triggers.push(Point { number: evil.to_owned(), text: evil.to_owned(), ..Point::default() });
        risk.controls.push(Control { title: evil.to_owned(), assurance: evil.to_owned(), ..Control::default() });
    }
    let document = composed(&register, &Part::ALL);
    let html = file(&document);
    assert!(!html.contains("<script") && !html.contains("<img"));
    assert_eq!(html.matches("</style>").count(), 1);
    assert!(!styles(&document, &text("report.css")).contains("zoom: 99"));
    assert!(body(&document).contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn a_file_carries_no_script_and_names_no_address() {
    let html = file(&composed(&sample("2016-directorate-grid"), &Part::ALL));
    for word in ["<script", "http:", "https:", "src=", "href=", "url(", "@import"] {
        assert!(!html.contains(word), "{word}");
    }
    assert!(html.contains("default-src 'none'"));
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    for name in [
        "2016-directorate-grid",
        "2017-directorate-grid-and-matrix",
        "2018-directorate-summary",
        "2021-corporate-cards",
    ] {
        let html = body(&composed(&sample(name), &Part::ALL));
        let levels = html.match_indices("<h").filter_map(|(at, _)| html[at + 2..].chars().next()?.to_digit(10));
        let mut before = 0;
        for level in levels {
            assert!(level <= before + 1, "{name}: {level} after {before}");
            before = level;
        }
    }
}

#[test]
fn risks_without_scores_and_with_any_matrix_are_told_of() {
    let mut register = sample("2016-directorate-grid");
    for risk in &mut register.risks {
        risk.residual = Default::default();
    }
    let html = body(&composed(&register, &[Part::Summary]));
    assert!(html.contains("Without a place on the map: 16, 1, 2,"));
    register.criteria.likelihood.levels.truncate(4);
    register.criteria.impact.levels.truncate(3);
    let html = body(&composed(&register, &Part::ALL));
    assert_eq!(common::table(&body(&composed(&register, &[Part::Summary])), "map").len(), 4 + 2);
    assert!(html.contains("off scale"), "scores outside the scales are told of");
    register.criteria = Default::default();
    assert!(body(&composed(&register, &[Part::Summary])).contains("the register has no scales yet"));
    assert_eq!(body(&composed(&register, &[Part::Matrix])), "");
}
