//! Every thing needs an id of its own: missing and repeated ones are replaced, and the report says so.

use std::collections::HashSet;

use register::{Id, Ids, Register};

use super::words;
use crate::report::{Line, Lines, Weight, shortened};

/// What came of one id.
enum Claim {
    Own,
    Missing,
    Repeated(Id),
}

/// Makes sure that the id is there and none of those taken.
fn claim(id: &mut Id, taken: &mut HashSet<Id>, ids: &mut dyn Ids) -> Claim {
    if !id.0.is_empty() && taken.insert(id.clone()) {
        return Claim::Own;
    }
    let old = std::mem::replace(id, ids.next());
    while id.0.is_empty() || !taken.insert(id.clone()) {
        // A source of ids that repeats itself must not hang the page.
        id.0.push('+');
    }
    if old.0.is_empty() { Claim::Missing } else { Claim::Repeated(old) }
}

/// Gives the register an id of its own among the registers of the file.
pub(super) fn of_register(register: &mut Register, taken: &mut HashSet<Id>, ids: &mut dyn Ids, report: &mut Lines) {
    let (value, message) = match claim(&mut register.id, taken, ids) {
        Claim::Own => return,
        Claim::Missing => (String::new(), "The register had no id. It was given one."),
        Claim::Repeated(old) => (old.0, "Another register of this file has the same id. This one was given a new one."),
    };
    report.whole("Id", &value, message, Weight::Mended);
}

/// Gives every risk, control and action an id of its own in the register, and every point one in its risk.
///
/// `rows` says which row of the file each risk comes from.
pub(super) fn of_risks(register: &mut Register, rows: &[usize], ids: &mut dyn Ids, report: &mut Lines) {
    let (mut risks, mut controls, mut actions) = (HashSet::new(), HashSet::new(), HashSet::new());
    for (risk, &row) in register.risks.iter_mut().zip(rows) {
        let name = words::risk_name(Some(risk), row);
        let line = |field: String, value: &str, message: String| {
            let (risk, value) = (Some(name.clone()), shortened(value));
            Line { risk, field, value, message, weight: Weight::Mended }
        };
        let mut missing = 0;
        let mut see = |item: Option<(&str, usize)>, claim: Claim| match claim {
            Claim::Own => {}
            Claim::Missing => missing += 1,
            Claim::Repeated(old) => report.add(Some(row), Weight::Mended, || {
                let thing = if item.is_some() { "entry" } else { "risk" };
                let field = item.map_or_else(|| "Id".to_owned(), |(list, index)| words::item(list, index));
                let message = format!("Another {thing} has the same id. This one was given a new one.");
                line(field, old.as_str(), message)
            }),
        };
        see(None, claim(&mut risk.id, &mut risks, ids));
        let mut points = HashSet::new();
        for (list, items) in
            [("triggers", &mut risk.triggers), ("causes", &mut risk.causes), ("consequences", &mut risk.consequences)]
        {
            for (index, item) in items.iter_mut().enumerate() {
                see(Some((list, index)), claim(&mut item.id, &mut points, ids));
            }
        }
        for (index, item) in risk.controls.iter_mut().enumerate() {
            see(Some(("controls", index)), claim(&mut item.id, &mut controls, ids));
        }
        for (index, item) in risk.actions.iter_mut().enumerate() {
            see(Some(("actions", index)), claim(&mut item.id, &mut actions, ids));
        }
        if missing > 0 {
            let message = match missing {
                1 => "An id was missing here. A new one was given.".to_owned(),
                _ => format!("{missing} ids were missing here. New ones were given."),
            };
            report.add(Some(row), Weight::Mended, || line("Id".to_owned(), "", message));
        }
    }
}
