use register::{Assessment, Risk, presets};

use super::*;

fn levels(likelihood: u8, impact: u8) -> Assessment {
    Assessment { likelihood: Some(likelihood), impact: Some(impact), ..Assessment::default() }
}

fn risk(number: &str, title: &str, residual: Assessment) -> Risk {
    Risk {
        id: number.into(),
        number: number.to_owned(),
        title: title.to_owned(),
        previous: levels(1, 1),
        residual,
        ..Risk::default()
    }
}

fn of(register: &Register, from: Option<Which>) -> (String, String, String) {
    let places: Vec<usize> = (0..register.risks.len()).collect();
    let picture = Picture { register, places: &places, which: Which::Residual, from, note: "" };
    (picture_svg(&picture), picture_html(&picture), picture_text(&picture))
}

/// The numbers in the chips of a picture, in the order of the map.
fn numbers(svg: &str) -> Vec<String> {
    let texts = svg.split("class=\"number\"").skip(1);
    texts.map(|rest| rest.split(['>', '<']).nth(1).unwrap_or_default().to_owned()).collect()
}

#[test]
fn every_number_stands_in_the_picture_once_whatever_the_size() {
    for criteria in presets::all().map(|preset| (preset.make)()) {
        let (likelihoods, impacts) = criteria.size();
        let mut risks = Vec::new();
        for place in 0..60u8 {
            let at = levels(place % likelihoods + 1, if place < 40 { 1 } else { place % impacts + 1 });
            risks.push(risk(&format!("N{place}"), "A risk", at));
        }
        risks.push(risk("99", "Not assessed", Assessment::default()));
        let register = Register { criteria, risks, ..Register::default() };
        let (svg, html, text) = of(&register, None);
        let mut found = numbers(&svg);
        found.sort();
        let mut expected: Vec<String> = (0..60).map(|place| format!("N{place}")).collect();
        expected.sort();
        assert_eq!(found, expected);
        for whole in [&svg, &html, &text] {
            assert!(whole.contains("Not on the map") && whole.contains("99"), "{whole}");
        }
        let words = |text: &str, number: &str| {
            text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| *word == number).count()
        };
        for number in &expected {
            assert_eq!((words(&html, number), words(&text, number)), (1, 1), "{number}");
        }
    }
}

#[test]
fn texts_are_escaped_and_what_xml_forbids_is_gone() {
    let mut register = Register {
        title: "A & B <script>alert('x')</script>\u{0}\u{b}".to_owned(),
        criteria: presets::five_by_five(),
        risks: vec![risk("<1>", "\"Quoted\" & <b>", levels(3, 3))],
        ..Register::default()
    };
    register.criteria.impact.name = "Impact & <i>".to_owned();
    register.criteria.bands[0].letter = "<".to_owned();
    let (svg, html, _) = of(&register, None);
    for made in [&svg, &html] {
        assert!(made.contains("A &amp; B &lt;script&gt;"), "{made}");
        assert!(!made.contains("<script") && !made.contains("<b>\"") && !made.contains("<i>"), "{made}");
        assert!(!made.chars().any(char::is_control));
    }
    assert_eq!(numbers(&svg), ["&lt;1&gt;"]);
}

#[test]
fn the_picture_needs_nothing_besides_itself() {
    let register = Register {
        title: "Corporate".to_owned(),
        criteria: presets::letters(),
        risks: vec![risk("1", "One", levels(5, 4)), risk("2", "Two", levels(1, 1))],
        ..Register::default()
    };
    let (svg, ..) = of(&register, Some(Which::Previous));
    let foreign: Vec<&str> = svg.match_indices("http").map(|(at, _)| &svg[at..at + 26]).collect();
    assert_eq!(foreign, ["http://www.w3.org/2000/svg"]);
    for forbidden in ["href", "<style", "<image", "foreignObject", "url("] {
        assert!(!svg.contains(forbidden), "{forbidden}");
    }
    assert!(svg.contains("<title>Corporate: heat map</title>") && svg.contains("<desc>Residual scores"));
    // Bands by letter in each cell and in the legend; levels as the criteria mark them; what moved, in words.
    assert!(svg.contains(">20 VH</text>") && svg.contains(">VH</text>") && svg.contains(">E Very likely</text>"));
    assert!(svg.contains("From previous to residual: 1 up, 0 down, 1 static"));
    assert_eq!(svg.matches("<polygon").count(), 1, "one arrow: the other risk stayed");
    assert_eq!(of(&register, None).0.matches("<polygon").count(), 0);
}

#[test]
fn corporate_risks_have_a_second_outline_and_the_flag_in_the_table() {
    let mut register = Register {
        criteria: presets::three_by_three(),
        risks: vec![risk("7", "Seven", levels(2, 2))],
        ..Register::default()
    };
    let outlines = |svg: &str| svg.matches("fill=\"#ffffff\" stroke=\"#16191d\"").count();
    let plain = of(&register, None);
    register.risks[0].corporate = true;
    let flagged = of(&register, None);
    assert_eq!(outlines(&flagged.0), outlines(&plain.0) + 1);
    assert!(!plain.1.contains("(CR)") && flagged.1.contains("7 (CR)") && flagged.2.contains("7 (CR)"));
}

#[test]
fn long_texts_are_broken_into_lines() {
    assert_eq!(paint::lines("one two three", 7), ["one two", "three"]);
    assert_eq!(paint::lines("abcdefgh", 3), ["abc", "def", "gh"]);
    assert_eq!(paint::lines("  ", 3), Vec::<String>::new());
}
