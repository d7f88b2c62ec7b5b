//! Who may read a report: the public, or only those who may read what is exempt.

use std::borrow::Cow;

use register::date::Day;
use register::exempt::{is_any, is_mark, is_secret, public_edition, told_of};
use register::filter::{Filter, NOT_THERE, Of, Sort, select, sentence};
use register::{Register, Term};

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
    pub(crate) const fn word(self) -> &'static str {
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
}

/// The register without what is exempt, without the terms that only this has, and what its covering report tells of it.
fn published(register: &Register) -> (Register, Vec<String>) {
    let mut public = public_edition(register);
    let known = |terms: &[Term]| {
        terms.iter().filter(|term| !is_secret(&term.term, register, &public)).cloned().collect::<Vec<_>>()
    };
    (public.acronyms, public.glossary) = (known(&public.acronyms), known(&public.glossary));
    let told = told_of(register, &public);
    (public, told)
}

/// What an edition has of a register under a filter. The filter and the order are asked of what the edition has: by what it
/// leaves out nobody can tell what stands there.
pub fn choose<'a>(register: &'a Register, edition: Edition, filter: &Filter, sort: &[Sort], today: Day) -> Chosen<'a> {
    let withholds = edition == Edition::Public && is_any(register);
    let (shown, told) = match withholds {
        true => {
            let (public, told) = published(register);
            (Cow::Owned(public), told)
        }
        false => (Cow::Borrowed(register), Vec::new()),
    };
    let places = select(&shown, filter, sort, today);
    let mut said = String::new();
    if !(filter.is_empty() && sort.is_empty()) {
        let values = filter.conditions.iter().flat_map(|it| &it.values).map(String::as_str);
        let mut asked = values.chain(filter.text.split_whitespace());
        let marks =
            filter.conditions.iter().any(|it| is_mark(&it.subject)) || sort.iter().any(|it| is_mark(it.key.name()));
        let is_told = withholds && (marks || asked.any(|text| is_secret(text, register, &shown)));
        said = sentence(&shown, Of::Risk, filter, sort, None, today);
        // A name that only what is left out has may yet be part of a longer one.
        if is_told || (withholds && said.contains(NOT_THERE)) {
            said = SOME.to_owned();
        }
    }
    Chosen { register: shown, places, filter: said, withholds, told }
}
