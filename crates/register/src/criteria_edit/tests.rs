use super::*;
use crate::model::{Assessment, Criteria};
use crate::presets;
use crate::record::Record;

/// A 3×3 whose cells all have scores and bands of their own.
fn own_cells() -> Criteria {
    Criteria {
        matrix: vec![vec![1, 2, 40], vec![2, 4, 60], vec![3, 6, 99]],
        cell_bands: vec![vec![0, 0, 2], vec![0, 1, 2], vec![1, 1, 2]],
        ..presets::three_by_three()
    }
}

fn levels(likelihood: u8, impact: u8) -> Assessment {
    Assessment { likelihood: Some(likelihood), impact: Some(impact), ..Assessment::default() }
}

fn names(criteria: &Criteria) -> Vec<&str> {
    criteria.bands.iter().map(|band| band.name.as_str()).collect()
}

#[test]
fn a_matrix_that_does_not_fit_is_filled_up() {
    let mut criteria = presets::three_by_three();
    criteria.matrix = vec![vec![7], vec![8, 9, 10, 11]];
    set_score(&mut criteria, (3, 3), 50).unwrap();
    assert_eq!(criteria.matrix, [vec![7, 2, 3], vec![8, 9, 10], vec![3, 6, 50]]);
    assert_eq!(set_score(&mut criteria, (4, 1), 5), Err(Wrong::Gone));
    assert_eq!(set_score(&mut criteria, (0, 1), 5), Err(Wrong::Gone));
}

#[test]
fn a_level_off_the_scale_is_named() {
    let mut after = presets::five_by_five();
    remove_level(&mut after, Scale::Impact, 5).unwrap();
    let words = rating_words(&after, &levels(3, 5), "new scale");
    assert_eq!(words, "no score: level 5 is not on the new scale (the levels are kept)");
    remove_level(&mut after, Scale::Likelihood, 5).unwrap();
    assert_eq!(
        rating_words(&after, &levels(6, 5), "new scale"),
        "no score: levels 6 and 5 are not on the new scales (the levels are kept)"
    );
    assert_eq!(rating_words(&after, &levels(5, 5), "new scale"), words);
    assert_eq!(rating_words(&after, &Assessment::default(), "new scale"), "not scored");
}

#[test]
fn cells_begin_with_what_they_amount_to() {
    let mut criteria = presets::five_by_four();
    let before = criteria.clone();
    score_by_cell(&mut criteria, true);
    band_by_cell(&mut criteria, true);
    for (l, i) in cells(&before).into_iter().flatten() {
        assert_eq!(criteria.rate(&levels(l, i)), before.rate(&levels(l, i)));
    }
    assert_eq!((criteria.matrix.len(), criteria.matrix[0].len()), (5, 4));
    paint(&mut criteria, &[(1, 1), (2, 1)], 3).unwrap();
    assert_eq!([(1, 1), (2, 1), (3, 1)].map(|(l, i)| criteria.band_at(l, i)), [Some(3), Some(3), Some(0)]);
    assert_eq!(paint(&mut criteria, &[(1, 1)], 4), Err(Wrong::Gone));
    assert_eq!(paint(&mut criteria, &[(6, 1)], 1), Err(Wrong::Gone));
    score_by_cell(&mut criteria, false);
    band_by_cell(&mut criteria, false);
    assert_eq!(criteria, before);
}

#[test]
fn a_preset_leaves_the_lists_of_names() {
    let mut criteria = own_cells();
    criteria.categories = vec!["Weather".to_owned()];
    criteria.progress.pop();
    criteria.appetite_levels[0].score = Some(4);
    criteria.likelihood_across = true;
    criteria.extra.insert("x".to_owned(), 1.into());
    let before = criteria.clone();
    let preset = presets::four_by_four();
    apply_preset(&mut criteria, preset.clone());
    let taken = ["likelihood", "impact", "matrix", "cell_bands", "bands", "escalation_score"];
    for field in criteria.fields() {
        let expected = if taken.contains(field) { &preset } else { &before };
        assert_eq!(criteria.get(field), expected.get(field), "{field}");
    }
    assert_eq!(criteria.extra, before.extra);
}

#[test]
fn ranges_reach_up_to_the_next_band_and_the_highest_score() {
    let mut criteria = presets::five_by_five();
    assert_eq!(band_ranges(&criteria), [Some((1, 5)), Some((6, 14)), Some((15, 25))]);
    criteria.bands.reverse();
    criteria.bands[2].from = 0;
    assert_eq!(band_ranges(&criteria), [Some((15, 25)), Some((6, 14)), Some((1, 5))]);
    criteria.bands[0].from = 26;
    assert_eq!(band_ranges(&criteria), [None, Some((6, 25)), Some((1, 5))]);
}

#[test]
fn bands_are_kept_in_order_and_cells_keep_their_bands() {
    let mut criteria = own_cells();
    let cell_names = |criteria: &Criteria| -> Vec<String> {
        let at = |(l, i)| criteria.bands[criteria.band_at(l, i).unwrap()].name.clone();
        cells(criteria).into_iter().flatten().map(at).collect()
    };
    let before = cell_names(&criteria);
    set_band_start(&mut criteria, 0, 9).unwrap();
    assert_eq!(names(&criteria), ["Medium", "High", "Low"]);
    assert_eq!(cell_names(&criteria), before);
    let place = add_band(&mut criteria).unwrap();
    assert_eq!((names(&criteria)[place], criteria.bands[place].from), ("New band", 54));
    assert_eq!(cell_names(&criteria), before);
    let medium = names(&criteria).iter().position(|name| *name == "Medium").unwrap();
    remove_band(&mut criteria, medium).unwrap();
    let gone = |criteria: &Criteria, (l, i): (u8, u8)| criteria.bands[criteria.band_at(l, i).unwrap()].name.clone();
    // 2 × 2 was Medium and scores 4: no band reaches down to it now, so it gets the first.
    assert_eq!(gone(&criteria, (2, 2)), "High");
    assert_eq!((gone(&criteria, (1, 1)), gone(&criteria, (1, 3))), ("Low".to_owned(), "High".to_owned()));
}

#[test]
fn band_starts_that_make_no_sense_are_refused() {
    let mut criteria = presets::five_by_five();
    let same = Wrong::SameStart { from: 15, other: "High".to_owned() };
    assert_eq!(set_band_start(&mut criteria, 1, 15), Err(same));
    assert_eq!(set_band_start(&mut criteria, 2, 26), Err(Wrong::AboveHighest(25)));
    assert_eq!(set_band_start(&mut criteria, 9, 7), Err(Wrong::Gone));
    assert_eq!(criteria, presets::five_by_five());
    set_band_start(&mut criteria, 2, 15).unwrap();
    set_band_start(&mut criteria, 2, 25).unwrap();
    assert_eq!(criteria.band_for(24), Some(1));
}

#[test]
fn a_new_band_divides_the_widest_until_none_can_be() {
    let mut criteria = presets::three_by_three();
    for scale in Scale::BOTH {
        remove_level(&mut criteria, scale, 3).unwrap();
    }
    criteria.bands.truncate(1);
    assert_eq!(remove_band(&mut criteria, 0), Err(Wrong::LastBand));
    let place = add_band(&mut criteria).unwrap();
    assert_eq!((place, criteria.bands[place].from), (1, 3));
    let place = add_band(&mut criteria).unwrap();
    assert_eq!(criteria.bands[place].name, "New band 2");
    add_band(&mut criteria).unwrap();
    assert_eq!(criteria.bands.iter().map(|band| band.from).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert_eq!(add_band(&mut criteria), Err(Wrong::NoRoom));
}

#[test]
fn names_are_neither_blank_nor_taken() {
    let mut criteria = presets::five_by_five();
    assert_eq!(rename_band(&mut criteria, 0, " "), Err(Wrong::Unnamed));
    assert_eq!(rename_band(&mut criteria, 0, " High "), Err(Wrong::NameTaken("High".to_owned())));
    rename_band(&mut criteria, 2, " Severe ").unwrap();
    assert_eq!(names(&criteria), ["Low", "Medium", "Severe"]);
    assert_eq!(rename_band(&mut criteria, 3, "X"), Err(Wrong::Gone));
}

#[test]
fn a_renamed_level_of_appetite_stays_with_its_categories() {
    let mut criteria = presets::five_by_five();
    set_category_appetite(&mut criteria, "Legal", "Averse");
    set_category_appetite(&mut criteria, "People", "Open");
    rename_appetite_level(&mut criteria, 0, "Hostile").unwrap();
    let set = |criteria: &Criteria| -> Vec<(String, String)> {
        criteria.category_appetites.iter().map(|it| (it.category.clone(), it.level.clone())).collect()
    };
    let pair = |category: &str, level: &str| (category.to_owned(), level.to_owned());
    assert_eq!(set(&criteria), [pair("Legal", "Hostile"), pair("People", "Open")]);
    set_category_appetite(&mut criteria, "Legal", "Open");
    set_category_appetite(&mut criteria, "People", "");
    assert_eq!(set(&criteria), [pair("Legal", "Open")]);
}

#[test]
fn colours_are_read_with_and_without_the_sign() {
    assert_eq!(colour_of(" C4421A "), Ok("#c4421a".to_owned()));
    assert_eq!(colour_of("#c4421a"), Ok("#c4421a".to_owned()));
    for wrong in ["", "red", "#c44", "#c4421ag"] {
        assert_eq!(colour_of(wrong), Err(Wrong::NotColour), "{wrong}");
    }
}

#[test]
fn neighbours_of_like_lightness_are_found_whatever_their_hue() {
    let mut criteria = presets::five_by_five();
    assert_eq!(alike(&criteria), []);
    // A red and a green of nearly the same luminance.
    criteria.bands[1].colour = "#d13b2e".to_owned();
    criteria.bands[2].colour = "#3f7f2b".to_owned();
    assert_eq!(alike(&criteria), [(2, 1)]);
    criteria.bands.reverse();
    assert_eq!(alike(&criteria), [(0, 1)]);
}
