//! The order of the risks: by rank, then id.

use std::collections::{BTreeMap, BTreeSet};

use register::Id;

use super::Book;
use crate::layout::spread_ranks;

impl<S> Book<S> {
    pub(super) fn rank_of(&self, id: &Id) -> &str {
        self.risks.get(id).map_or("", |held| held.rank.as_str())
    }

    /// Where a risk with this rank stands, or would stand.
    pub(super) fn place(&self, rank: &str, id: &Id) -> Result<usize, usize> {
        self.register.risks.binary_search_by(|risk| (self.rank_of(&risk.id), &risk.id).cmp(&(rank, id)))
    }

    /// Where the risk stands.
    pub(super) fn place_of(&self, id: &Id) -> Option<usize> {
        self.place(self.rank_of(id), id).ok().filter(|place| self.register.risks[*place].id == *id)
    }

    /// New ranks for risks that stand where their ranks do not say, and for those that must make room for them.
    pub(super) fn ranks_for(&self, moved: &BTreeSet<Id>) -> BTreeMap<Id, String> {
        let mut ranks = BTreeMap::new();
        let risks = &self.register.risks;
        let mut at = 0;
        while let Some(risk) = risks.get(at) {
            if !moved.contains(&risk.id) {
                at += 1;
                continue;
            }
            let low = at.checked_sub(1).map_or("", |before| self.rank_of(&risks[before].id));
            let makes_room = |id: &Id| moved.contains(id) || self.rank_of(id) <= low;
            let count = risks[at..].iter().take_while(|risk| makes_room(&risk.id)).count();
            let high = risks.get(at + count).map(|risk| self.rank_of(&risk.id));
            let run = risks[at..at + count].iter().map(|risk| risk.id.clone());
            ranks.extend(run.zip(spread_ranks(low, high, count)));
            at += count;
        }
        ranks
    }
}
