//! A short risk.

use super::dice::Dice;
use super::risk::{levels, some_date};
use super::{about, words};
use crate::model::{Control, Risk};

/// The risk at this place, from 0: a line or two, an owner, two scores, a control at times.
pub(super) fn risk(dice: &mut Dice, place: usize, number: String) -> Risk {
    let id = format!("r{}", place + 1);
    let service = &dice.pick(&words::SERVICES);
    let (inherent, residual) = levels(dice);
    let mut controls = Vec::new();
    if dice.percent(60) {
        let title = dice.pick(&words::CONTROL_TITLES).to_owned();
        controls.push(Control { id: format!("{id}-c1").as_str().into(), title, ..Control::default() });
    }
    Risk {
        id: id.as_str().into(),
        number,
        title: about(dice.pick(&words::TITLES), service),
        category: service.category.to_owned(),
        owners: vec![service.post.to_owned()],
        inherent,
        residual,
        controls,
        next_review: some_date(dice, 2026),
        ..Risk::default()
    }
}
