//! Done actions become controls.

use register::change::{Change, List};
use register::record::{Field, Record};
use register::{Control, Id, Risk};

/// The change that makes an action a control at the end of the list. It keeps the action's texts, owners and assurance,
/// and what the file had beside them; dates and progress belong to the action and go with it. So does its number,
/// which counts actions, not controls. What was exempt stays exempt.
pub fn make_control(risk: &Risk, action: &Id, new: &Id) -> Option<Change> {
    let (index, action) = risk.actions.iter().enumerate().find(|(_, it)| it.id == *action)?;
    // The marks of fields that go with the action go too.
    let goes = |field: &str| action.fields().contains(&field) && !Control::default().fields().contains(&field);
    let stays = |field: &&String| !goes(field);
    let control = Control {
        id: new.clone(),
        title: action.title.clone(),
        description: action.description.clone(),
        owners: action.owners.clone(),
        assurance: action.assurance.clone(),
        exempt: action.exempt,
        exempt_fields: action.exempt_fields.iter().filter(stays).cloned().collect(),
        extra: action.extra.clone(),
        ..Control::default()
    };
    let list = |name: &str| List::Of(risk.id.clone(), name.to_owned());
    let number = risk.printed_number();
    let risk_name = if number.is_empty() { "Risk without a number".to_owned() } else { format!("Risk {number}") };
    Some(Change::Several {
        title: format!("{risk_name}: action {} made a control", index + 1),
        changes: vec![
            Change::Add { list: list("controls"), index: risk.controls.len(), item: control.to_value() },
            Change::Remove { list: list("actions"), index, item: action.to_value() },
        ],
    })
}

#[cfg(test)]
mod tests {
    use register::{Action, Register, apply};

    use super::*;

    fn register() -> Register {
        let action = |id: &str, title: &str| Action {
            id: id.into(),
            number: "1.".to_owned(),
            title: title.to_owned(),
            description: "two\nlines".to_owned(),
            owners: vec!["Head of Property".to_owned()],
            completed: "2024-03-31".into(),
            assurance: "Audit".to_owned(),
            extra: [("x".to_owned(), 1.into())].into_iter().collect(),
            ..Action::default()
        };
        let risk = Risk {
            id: "r".into(),
            number: "4".to_owned(),
            controls: vec![Control { id: "c".into(), ..Control::default() }],
            actions: vec![action("a", "First"), action("b", "Second")],
            ..Risk::default()
        };
        Register { risks: vec![risk], ..Register::default() }
    }

    #[test]
    fn the_control_has_the_texts_of_the_action_and_the_action_is_gone() {
        let before = register();
        let mut after = before.clone();
        let change = make_control(&before.risks[0], &"b".into(), &"new".into()).unwrap();
        let back = apply(&mut after, &change).unwrap();
        let risk = &after.risks[0];
        assert_eq!(risk.actions.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["a"]);
        let control = &risk.controls[1];
        assert_eq!((control.id.as_str(), control.title.as_str()), ("new", "Second"));
        assert_eq!(control.description, "two\nlines");
        assert_eq!(control.owners, ["Head of Property"]);
        assert_eq!(control.assurance, "Audit");
        assert_eq!(control.extra["x"], 1);
        assert!(control.number.is_empty());
        apply(&mut after, &back).unwrap();
        assert_eq!(after, before);
    }

    #[test]
    fn an_action_that_is_gone_makes_nothing() {
        assert_eq!(make_control(&register().risks[0], &"gone".into(), &"new".into()), None);
    }
}
