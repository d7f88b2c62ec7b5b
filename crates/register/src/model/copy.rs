//! Copies: of a risk within its register, of a register for another year, of a register without its risks.

use super::{Register, Risk};
use crate::id::Ids;

impl Risk {
    /// A copy with ids of its own. The number stays: which one the copy should get is the user's to say.
    pub fn duplicate(&self, ids: &mut dyn Ids) -> Self {
        let mut copy = self.clone();
        copy.id = ids.next();
        let points = [&mut copy.triggers, &mut copy.causes, &mut copy.consequences];
        points.into_iter().flatten().for_each(|point| point.id = ids.next());
        copy.controls.iter_mut().for_each(|control| control.id = ids.next());
        copy.actions.iter_mut().for_each(|action| action.id = ids.next());
        copy
    }
}

impl Register {
    /// Everything but the risks.
    pub fn head(&self) -> Self {
        Self {
            id: self.id.clone(),
            title: self.title.clone(),
            entity: self.entity.clone(),
            description: self.description.clone(),
            scope: self.scope.clone(),
            as_at: self.as_at.clone(),
            review_dates: self.review_dates.clone(),
            criteria: self.criteria.clone(),
            glossary: self.glossary.clone(),
            acronyms: self.acronyms.clone(),
            covering: self.covering.clone(),
            risks: Vec::new(),
            extra: self.extra.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::id::Id;
    use crate::model::{Action, Control, Point};

    #[test]
    fn a_copy_shares_no_id_with_its_original() {
        let point = |id: &str| Point { id: id.into(), text: id.to_owned(), ..Point::default() };
        let risk = Risk {
            id: "r".into(),
            triggers: vec![point("t")],
            causes: vec![point("f")],
            consequences: vec![point("q")],
            controls: vec![Control { id: "c".into(), ..Control::default() }],
            actions: vec![Action { id: "a".into(), ..Action::default() }],
            ..Risk::default()
        };
        let mut count = 0;
        let mut ids = || {
            count += 1;
            Id(format!("new{count}"))
        };
        let copy = risk.duplicate(&mut ids);
        let used = |risk: &Risk| {
            let text = serde_json::to_string(risk).unwrap();
            text.split("\"id\":\"")
                .skip(1)
                .map(|rest| rest[..rest.find('"').unwrap()].to_owned())
                .collect::<HashSet<_>>()
        };
        assert_eq!(used(&copy).len(), 6);
        assert!(used(&copy).is_disjoint(&used(&risk)));
        assert_eq!(copy.triggers[0].text, "t");
    }
}
