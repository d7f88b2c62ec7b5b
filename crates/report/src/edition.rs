//! Who may read a report: the public, or only those who may read what is exempt.

use std::borrow::Cow;

use register::Register;
use register::date::Day;
use register::exempt::{Traces, is_any, is_mark, public_edition};
use register::filter::{Filter, NOT_THERE, Of, Sort, select, sentence};

/// Part A or Part B of a paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edition {
    /// Part A: what is marked as exempt is left out.
    #[default]
    Public,
    /// Part B: everything, and every sheet says that it is not for publication.
    Exempt,
}

impl Edition {
    /// What the title of its file ends with.
    pub(crate) const fn in_title(self) -> &'static str {
        match self {
            Self::Public => "",
            Self::Exempt => "Part B",
        }
    }

    /// What stands first in the line at the head of every sheet.
    pub(crate) const fn running(self) -> &'static str {
        match self {
            Self::Public => "",
            Self::Exempt => "Part B: not for publication",
        }
    }
}

/// What stands for a filter or an order that would tell of something exempt.
const SOME: &str = "Selected risks";

/// What an edition has: the register without what it leaves out, and the risks of it that are asked for.
#[derive(Clone, Debug)]
pub struct Chosen<'a> {
    /// The register, in the public edition without what is exempt.
    pub register: Cow<'a, Register>,
    /// The risks as places in this register, in their order.
    pub places: Vec<usize>,
    /// Which risks these are and in which order, in words; blank for all in the register's order.
    pub filter: String,
    /// Whether anything was left out.
    pub withholds: bool,
    /// What was left out and yet stands in the covering report, which is its author's to write.
    pub told: Vec<String>,
    /// What was left out and yet stands in what is said of the whole: the report's title, and the register's, its description and
    /// its terms.
    pub told_of_register: Vec<String>,
}

/// The register without what is exempt and without the terms that only this has; and how to find what is left out.
fn published(register: &Register) -> (Register, Traces) {
    let mut public = public_edition(register);
    let traces = Traces::of(register, &public);
    for terms in [&mut public.acronyms, &mut public.glossary] {
        terms.retain(|term| !traces.is_secret(&term.term));
    }
    (public, traces)
}

/// What an edition has of a register under a filter. The filter and the order are asked of what the edition has: by what it
/// leaves out nobody can tell what stands there. The title is what its author calls the report, and is looked at only.
pub fn choose<'a>(
    register: &'a Register,
    edition: Edition,
    title: &str,
    filter: &Filter,
    sort: &[Sort],
    today: Day,
) -> Chosen<'a> {
    let withholds = edition == Edition::Public && is_any(register);
    let (shown, traces) = if withholds {
        let (public, traces) = published(register);
        (Cow::Owned(public), Some(traces))
    } else {
        (Cow::Borrowed(register), None)
    };
    let places = select(&shown, filter, sort, today);
    let mut said = String::new();
    if !(filter.is_empty() && sort.is_empty()) {
        let values = filter.conditions.iter().flat_map(|it| &it.values).map(String::as_str);
        let mut asked = values.chain(filter.text.split_whitespace());
        let marks =
            filter.conditions.iter().any(|it| is_mark(&it.subject)) || sort.iter().any(|it| is_mark(it.key.name()));
        let is_told = traces.as_ref().is_some_and(|traces| marks || asked.any(|text| traces.is_secret(text)));
        said = sentence(&shown, Of::Risk, filter, sort, None, today);
        // A name that only what is left out has may yet be part of a longer one.
        if is_told || (withholds && said.contains(NOT_THERE)) {
            said = SOME.to_owned();
        }
    }
    let of_register =
        (title, &shown.title, &shown.description, &shown.scope, &shown.entity, &shown.glossary, &shown.acronyms);
    let (told, told_of_register) =
        traces.map(|traces| (traces.among(&register.covering), traces.among(&of_register))).unwrap_or_default();
    Chosen { places, filter: said, withholds, told, told_of_register, register: shown }
}
