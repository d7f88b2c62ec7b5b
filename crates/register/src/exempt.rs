//! What is exempt from publication, and the edition of a register that the public may read.
//!
//! Councils publish Part A of a paper and keep Part B, the exempt information of Schedule 12A to the Local Government Act
//! 1972, to those who may read it. Both come from the same register: risks, controls and actions can be marked whole or field
//! by field.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use crate::model::{Action, Control, Register, Risk};
use crate::record::{Record, UNREAD};

/// The mark of a whole record.
pub const WHOLE: &str = "exempt";
/// The marks of single fields.
pub const FIELDS: &str = "exempt_fields";

/// A record that can be marked.
pub trait Marked: Record {
    /// Whether all of it is exempt.
    fn is_whole(&self) -> bool;

    /// The fields that are exempt.
    fn marked_fields(&self) -> &[String];

    /// Whether anything of it is exempt.
    fn is_marked(&self) -> bool {
        self.is_whole() || !self.marked_fields().is_empty() || has_unread_mark(self.extra().keys())
    }

    /// Whether it must be left out whole: it is marked whole, or with something that cannot be understood. What cannot be
    /// understood may have been meant to hide anything.
    fn is_withheld(&self) -> bool {
        let known = |field: &String| can_be_marked(field) && self.fields().contains(&field.as_str());
        self.is_whole() || !self.marked_fields().iter().all(known) || has_unread_mark(self.extra().keys())
    }
}

macro_rules! marked {
    ($($ty:ty),*) => {$(
        impl Marked for $ty {
            fn is_whole(&self) -> bool {
                self.exempt
            }

            fn marked_fields(&self) -> &[String] {
                &self.exempt_fields
            }
        }
    )*};
}
marked!(Risk, Control, Action);

fn has_unread_mark<'a>(mut names: impl Iterator<Item = &'a String>) -> bool {
    names.any(|name| name.strip_prefix(UNREAD).is_some_and(|name| name == WHOLE || name == FIELDS))
}

/// Whether a field can be marked alone. Not where what is left would say something else than the whole: a closed risk without
/// its status would seem open, a done action without its progress or its later date late, and a risk without its own appetite
/// would be measured by that of its category.
pub fn can_be_marked(field: &str) -> bool {
    !matches!(field, "id" | "status" | "progress" | "revised_date" | "appetite" | "appetite_level" | WHOLE | FIELDS)
}

/// Whether anything of the register is exempt.
pub fn is_any(register: &Register) -> bool {
    let of_risk = |risk: &Risk| {
        risk.is_marked() || risk.controls.iter().any(Marked::is_marked) || risk.actions.iter().any(Marked::is_marked)
    };
    register.risks.iter().any(of_risk)
}

/// The register without what is exempt. Fields that this version does not know are left out too: nobody can have marked them.
pub fn public_edition(register: &Register) -> Register {
    let mut public = register.clone();
    public.extra.clear();
    public.risks.retain(|risk| !risk.is_withheld());
    for risk in &mut public.risks {
        let fields = std::mem::take(&mut risk.exempt_fields);
        clear(risk, &fields);
        risk.controls.retain(|control| !control.is_withheld());
        risk.actions.retain(|action| !action.is_withheld());
        for control in &mut risk.controls {
            let fields = std::mem::take(&mut control.exempt_fields);
            clear(control, &fields);
        }
        for action in &mut risk.actions {
            let fields = std::mem::take(&mut action.exempt_fields);
            clear(action, &fields);
        }
    }
    public
}

/// Empties the fields.
fn clear(record: &mut dyn Record, fields: &[String]) {
    record.extra_mut().clear();
    for field in fields {
        // Every field takes a blank, and a field that there is not has nothing to hide.
        record.set(field, Value::Null).unwrap_or_default();
    }
}

/// Whether a subject of the filter is a mark: whoever reads that something was chosen by it knows that there are marks.
pub fn is_mark(subject: &str) -> bool {
    matches!(subject.rsplit('.').next(), Some(WHOLE | FIELDS))
}

/// The texts of the risks of a register, and of those of its public edition, to find traces of what is withheld by.
#[derive(Clone, Debug)]
pub struct Traces {
    whole: Vec<String>,
    public: Vec<String>,
}

impl Traces {
    /// Reads the texts of both.
    pub fn of(whole: &Register, public: &Register) -> Self {
        let texts = |register: &Register| {
            let mut texts = Vec::new();
            register.risks.iter().flat_map(serde_json::to_value).for_each(|risk| texts_of(&risk, &mut texts));
            texts
        };
        Self { whole: texts(whole), public: texts(public) }
    }

    /// Whether a text, such as a name that somebody filters by, stands in what is withheld and nowhere in what is public.
    pub fn is_secret(&self, text: &str) -> bool {
        let text = plain(text).to_lowercase();
        let stands_in = |texts: &[String]| texts.iter().any(|it| it.to_lowercase().contains(&text));
        !text.is_empty() && stands_in(&self.whole) && !stands_in(&self.public)
    }

    /// The withheld texts that stand in what an author writes beside the risks, such as a covering report: what has to be taken
    /// out there. Short ones are no trace of anything.
    pub fn among(&self, written: &impl Serialize) -> Vec<String> {
        const LEAST: usize = 8;
        let mut texts = Vec::new();
        serde_json::to_value(written).iter().for_each(|it| texts_of(it, &mut texts));
        let text = texts.join("\n").to_lowercase();
        let stands_there = |it: &&String| it.chars().count() >= LEAST && text.contains(&it.to_lowercase());
        let told = self.whole.iter().filter(stands_there).filter(|it| !self.public.contains(it));
        told.cloned().collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// A text in one line: its line breaks may be others where somebody has it from here.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn texts_of(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(it) => texts.push(plain(it)),
        Value::Array(items) => items.iter().for_each(|it| texts_of(it, texts)),
        Value::Object(map) => {
            map.iter().filter(|(name, _)| *name != "id" && *name != FIELDS).for_each(|(_, it)| texts_of(it, texts));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests;
