use super::super::score_range;
use super::*;
use crate::presets;

/// A 3×3 whose cells all have scores and bands of their own.
fn own_cells() -> Criteria {
    Criteria {
        matrix: vec![vec![1, 2, 40], vec![2, 4, 60], vec![3, 6, 99]],
        cell_bands: vec![vec![0, 0, 2], vec![0, 1, 2], vec![1, 1, 2]],
        ..presets::three_by_three()
    }
}

fn labels(criteria: &Criteria) -> Vec<&str> {
    criteria.likelihood.levels.iter().map(|level| level.label.as_str()).collect()
}

#[test]
fn a_level_goes_in_anywhere_and_cells_of_their_own_go_along() {
    let mut criteria = own_cells();
    let went = insert_level(&mut criteria, Scale::Likelihood, 4).unwrap();
    assert_eq!(went, [Some(1), Some(2), Some(3)]);
    assert_eq!(criteria.matrix, [vec![1, 2, 40], vec![2, 4, 60], vec![3, 6, 99], vec![4, 8, 12]]);
    assert_eq!(criteria.cell_bands, [vec![0, 0, 2], vec![0, 1, 2], vec![1, 1, 2], vec![1, 2, 2]]);
    let went = insert_level(&mut criteria, Scale::Impact, 1).unwrap();
    assert_eq!(went, [Some(2), Some(3), Some(4)]);
    assert_eq!(criteria.matrix[0], [1, 1, 2, 40]);
    assert_eq!(criteria.cell_bands[1], [0, 0, 1, 2]);
    assert_eq!(criteria.size(), (4, 4));
    assert_eq!(insert_level(&mut criteria, Scale::Impact, 6), Err(Wrong::Gone));
    assert_eq!(insert_level(&mut criteria, Scale::Impact, 0), Err(Wrong::Gone));
}

#[test]
fn a_level_comes_out_of_anywhere_with_its_cells() {
    let mut criteria = own_cells();
    assert_eq!(remove_level(&mut criteria, Scale::Likelihood, 2).unwrap(), [Some(1), None, Some(2)]);
    assert_eq!(labels(&criteria), ["Very rare", "Very likely"]);
    assert_eq!(criteria.matrix, [vec![1, 2, 40], vec![3, 6, 99]]);
    assert_eq!(criteria.cell_bands, [vec![0, 0, 2], vec![1, 1, 2]]);
    assert_eq!(remove_level(&mut criteria, Scale::Impact, 3).unwrap(), [Some(1), Some(2), None]);
    assert_eq!(criteria.matrix, [vec![1, 2], vec![3, 6]]);
    assert_eq!(remove_level(&mut criteria, Scale::Likelihood, 2), Err(Wrong::FewLevels));
}

#[test]
fn a_level_that_moves_takes_its_cells_along_and_moving_it_back_restores_all() {
    let mut criteria = own_cells();
    assert_eq!(move_level(&mut criteria, Scale::Impact, 3, 1).unwrap(), [Some(2), Some(3), Some(1)]);
    assert_eq!(criteria.matrix, [vec![40, 1, 2], vec![60, 2, 4], vec![99, 3, 6]]);
    assert_eq!(criteria.cell_bands, [vec![2, 0, 0], vec![2, 0, 1], vec![2, 1, 1]]);
    assert_eq!(move_level(&mut criteria, Scale::Impact, 1, 3).unwrap(), [Some(3), Some(1), Some(2)]);
    assert_eq!(criteria, own_cells());
    assert_eq!(move_level(&mut criteria, Scale::Impact, 1, 4), Err(Wrong::Gone));
}

#[test]
fn a_scale_without_cells_of_its_own_gets_none() {
    let mut criteria = presets::five_by_five();
    insert_level(&mut criteria, Scale::Impact, 3).unwrap();
    assert_eq!((criteria.matrix.len(), criteria.cell_bands.len()), (0, 0));
    assert_eq!(score_range(&criteria), Some((1, 30)));
}

#[test]
fn a_scale_has_two_to_ten_levels() {
    let mut criteria = presets::three_by_three();
    for level in 4..=10 {
        insert_level(&mut criteria, Scale::Likelihood, level).unwrap();
    }
    assert_eq!(insert_level(&mut criteria, Scale::Likelihood, 1), Err(Wrong::ManyLevels));
    assert_eq!(criteria.size(), (10, 3));
}
