//! Who may read a report: the public, or only those who may read what is exempt.

use std::borrow::Cow;

use register::Register;
use register::date::Day;
use register::exempt::{is_any, is_mark, is_secret, public_edition};
use register::filter::{Filter, Of, Sort, select, sentence};

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
}

/// What an edition has of a register under a filter. The filter and the order are asked of what the edition has: by what it
/// leaves out nobody can tell what stands there.
pub fn choose<'a>(register: &'a Register, edition: Edition, filter: &Filter, sort: &[Sort], today: Day) -> Chosen<'a> {
    let withholds = edition == Edition::Public && is_any(register);
    let shown = if withholds { Cow::Owned(public_edition(register)) } else { Cow::Borrowed(register) };
    let places = select(&shown, filter, sort, today);
    let mut said = String::new();
    if !(filter.is_empty() && sort.is_empty()) {
        let values = filter.conditions.iter().flat_map(|it| &it.values).map(String::as_str);
        let mut asked = values.chain(filter.text.split_whitespace());
        let marks =
            filter.conditions.iter().any(|it| is_mark(&it.subject)) || sort.iter().any(|it| is_mark(it.key.name()));
        let is_told = withholds && (marks || asked.any(|text| is_secret(text, register, &shown)));
        said = if is_told { SOME.to_owned() } else { sentence(&shown, Of::Risk, filter, sort, None, today) };
    }
    Chosen { register: shown, places, filter: said, withholds }
}
