//! The content of one key while deeds are applied to it.

use register::record::{Field, Reading};
use register::{Register, Risk, apply};

use super::Deed;
use crate::log::invert;

/// The content of one key, as a register that holds nothing else: so the domain's one way in serves here too.
#[derive(Debug, Default)]
pub(crate) struct Cell {
    /// The head without risks, or a register with at most the one risk.
    pub(crate) register: Register,
    /// The rank of the risk.
    pub(crate) rank: String,
}

impl Cell {
    /// A cell with a risk.
    pub(crate) fn of(risk: Risk, rank: String) -> Self {
        Self { register: Register { risks: vec![risk], ..Register::default() }, rank }
    }

    /// Does a deed; hands back what it truly did, `None` if it did nothing because it does not fit.
    pub(crate) fn apply(&mut self, deed: &Deed) -> Option<Deed> {
        let there = self.register.risks.first();
        match (deed, there) {
            (Deed::Edit(change), _) => apply(&mut self.register, change).ok().map(|back| Deed::Edit(invert(&back))),
            (Deed::Put { item, rank }, None) => {
                let (risk, _) = Reading::of::<Risk>(item.clone());
                self.register.risks.push(risk?);
                self.rank.clone_from(rank);
                Some(deed.clone())
            }
            (Deed::Take { .. }, Some(risk)) => {
                let done = Deed::Take { item: risk.to_value(), rank: self.rank.clone() };
                self.register.risks.clear();
                Some(done)
            }
            (Deed::Rank { to, .. }, Some(_)) => {
                let from = std::mem::replace(&mut self.rank, to.clone());
                Some(Deed::Rank { from, to: to.clone() })
            }
            (Deed::Put { .. }, Some(_)) | (Deed::Take { .. } | Deed::Rank { .. }, None) => None,
        }
    }
}
