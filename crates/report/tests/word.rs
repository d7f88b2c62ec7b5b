//! The Word file: its parts, headings, tables and sheets.

mod common;

use std::io::{Cursor, Read};

use common::{composed, sample, word};
use register::Register;
use report::Part;
use zip::ZipArchive;

/// A part of the file that a report on a register makes.
fn part(register: &Register, parts: &[Part], name: &str) -> String {
    let bytes = word(&composed(register, parts));
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    zip.by_name(name).expect(name).read_to_string(&mut text).expect("text");
    text
}

/// Fails unless every element that begins ends, in the right order.
#[track_caller]
fn assert_well_formed(xml: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in xml.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("a tag ends");
        if tag.starts_with('?') || tag.ends_with('/') {
            continue;
        }
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None => open.push(tag.split(' ').next().unwrap_or_default()),
        }
    }
    assert_eq!(open, Vec::<&str>::new());
}

#[test]
fn every_part_is_well_formed_and_named() {
    let register = sample("2016-directorate-grid");
    let types = part(&register, &Part::ALL, "[Content_Types].xml");
    for name in [
        "word/document.xml",
        "word/styles.xml",
        "word/settings.xml",
        "word/footer1.xml",
        "word/header1.xml",
        "docProps/core.xml",
    ] {
        assert_well_formed(&part(&register, &Part::ALL, name));
        assert!(types.contains(&format!("PartName=\"/{name}\"")), "{name}");
    }
    assert!(part(&register, &Part::ALL, "word/styles.xml").contains("w:lang w:val=\"en-GB\""));
    assert!(
        part(&register, &Part::ALL, "docProps/core.xml")
            .contains("<dc:title>Children, families and adults 2016</dc:title>")
    );
}

#[test]
fn headings_are_headings_and_heading_rows_stand_on_every_sheet() {
    let register = sample("2018-directorate-summary");
    let text = part(&register, &[Part::Summary], "word/document.xml");
    assert_eq!(text.matches("w:val=\"Heading1\"").count(), 1);
    assert_eq!(text.matches("w:val=\"Heading2\"").count(), 1);
    assert_eq!(text.matches("<w:tblHeader/>").count(), 1);
    assert!(text.contains("<w:tblCaption w:val=\"Summary of the risks\"/>"));
    let grid = part(&sample("2016-directorate-grid"), &[Part::Grid], "word/document.xml");
    assert_eq!(grid.matches("<w:tblHeader/>").count(), 2, "groups and columns");
    assert!(grid.contains("w:orient=\"landscape\"") && grid.contains("w:w=\"23811\""), "A3 on its side");
}

#[test]
fn narrow_headings_stand_on_end() {
    let grid = part(&sample("2016-directorate-grid"), &[Part::Grid], "word/document.xml");
    let on_end = grid.split("<w:tc>").filter(|cell| cell.contains("btLr"));
    let names: Vec<&str> = on_end.filter_map(|cell| cell.split("</w:t>").next()?.rsplit('>').next()).collect();
    assert_eq!(names, ["Probability", "Impact", "Score", "Probability", "Impact", "Residual score", "Action status"]);
}

#[test]
fn each_action_of_the_grid_has_a_row_below_the_headings_and_its_risk_reaches_down_along_them() {
    let register = sample("2016-directorate-grid");
    let grid = part(&register, &[Part::Grid], "word/document.xml");
    let (_, table) = grid.split_once("<w:tblCaption w:val=\"Risk register\"/>").expect("the grid");
    let (table, _) = table.split_once("</w:tbl>").expect("its end");
    assert!(!table.contains("<w:tbl>"), "no table within");
    let rows = register.risks.iter().map(|risk| risk.actions.len().max(1)).sum::<usize>();
    assert_eq!(table.matches("<w:tr>").count(), 2 + rows);
    let several: Vec<usize> = register.risks.iter().map(|it| it.actions.len()).filter(|it| *it > 1).collect();
    assert_eq!(table.matches("<w:vMerge w:val=\"restart\"/>").count(), 13 * several.len());
    assert_eq!(table.matches("<w:vMerge/>").count(), 13 * (several.iter().sum::<usize>() - several.len()));
    // Letters as on the page, so that dates stay whole: 8 points.
    assert_eq!(table.matches("<w:sz w:val=\"16\"/>").count(), table.matches("<w:t ").count());
}

#[test]
fn the_rows_of_a_short_risk_stay_on_one_sheet() {
    let mut register = sample("2016-directorate-grid");
    register.risks.truncate(1);
    let risk = &mut register.risks[0];
    (risk.controls, risk.triggers, risk.consequences) = Default::default();
    let grid = part(&register, &[Part::Grid], "word/document.xml");
    let rows: Vec<bool> = grid
        .split("<w:tr>")
        .filter(|row| row.contains("<w:cantSplit/>") && !row.contains("<w:tblHeader/>"))
        .map(|row| row.contains("<w:keepNext/>"))
        .collect();
    assert_eq!(rows, [true, false], "the first of two actions stays with the second");
}

#[test]
fn the_map_is_a_table_with_shaded_cells() {
    let register = sample("2018-directorate-summary");
    let text = part(&register, &[Part::Summary], "word/document.xml");
    let (_, map) = text.split_once("Heat map of the residual scores").expect("the map");
    let (map, _) = map.split_once("</w:tbl>").expect("its end");
    let high = register.criteria.bands[2].colour.trim_start_matches('#');
    assert_eq!(map.matches("<w:tr>").count(), 7);
    assert!(map.contains(&format!("w:fill=\"{high}\"")));
    assert_eq!(map.matches("<w:vMerge w:val=\"restart\"/>").count(), 1);
    assert_eq!(map.matches("<w:vMerge/>").count(), 4, "the axis goes on beside the other rows");
    for numbers in ["8 9", "4 13", "2 3 5 7 11", "1 12"] {
        assert!(map.contains(&format!(">{numbers}<")), "{numbers}");
    }
}

#[test]
fn every_cell_ends_with_a_paragraph_and_rows_have_the_columns_of_the_table() {
    let text = part(&sample("2021-corporate-cards"), &[Part::CorporateCards], "word/document.xml");
    for end in text.match_indices("</w:tc>").map(|(at, _)| &text[..at]) {
        assert!(end.ends_with("</w:p>") || end.ends_with("<w:p/>"), "{}", &end[end.len() - 60..]);
    }
}

#[test]
fn texts_in_any_script_and_with_any_sign_are_kept() {
    let mut register = sample("2018-directorate-summary");
    register.risks[0].title = "مخاطر <b>&\"' 社会\u{1}福祉".to_owned();
    let text = part(&register, &[Part::Summary], "word/document.xml");
    assert_well_formed(&text);
    assert!(text.contains("<w:bidi/>") && text.contains("<w:rtl/>"));
    assert!(text.contains("مخاطر &lt;b&gt;&amp;&quot;&#39; 社会 福祉"));
}

#[test]
fn the_same_document_makes_the_same_file() {
    let register = sample("2018-directorate-summary");
    let document = composed(&register, &[Part::Summary]);
    assert_eq!(word(&document), word(&document));
}

#[test]
fn cards_begin_on_sheets_of_their_own_and_tables_say_which_headings_they_have() {
    let cards = part(&sample("2024-directorate-cards"), &[Part::DirectorateCards], "word/document.xml");
    assert_eq!(cards.matches("<w:pageBreakBefore/>").count(), 9 - 1);
    let records = part(&sample("2024-directorate-cards"), &[Part::Records], "word/document.xml");
    assert_eq!(records.matches("<w:pageBreakBefore/>").count(), 0);
    let summary = part(&sample("2018-directorate-summary"), &[Part::Summary], "word/document.xml");
    // The map has names before its rows, the summary below its headings too.
    let looks: Vec<&str> =
        summary.split("<w:tblLook ").skip(1).filter_map(|look| look.split(" w:lastRow").next()).collect();
    assert_eq!(looks, ["w:val=\"0680\" w:firstRow=\"0\"", "w:val=\"06A0\" w:firstRow=\"1\""]);
}
