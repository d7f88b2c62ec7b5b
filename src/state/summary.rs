//! What the bar says of the open register.

use leptos::prelude::*;
use register::checks::is_late;
use register::{Register, Status};

use super::App;
use crate::erased::effect;
use crate::platform::clock;

/// Figures of a register at a glance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many risks there are.
    pub risks: usize,
    /// The lowest and the highest residual score of the open ones.
    pub residual: Option<(u16, u16)>,
    /// How many actions of open risks are late.
    pub late_actions: usize,
}

impl Summary {
    /// In one line, e.g. `9 risks · residual 12 to 16 · 3 late actions`.
    pub fn line(&self) -> String {
        let count = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
        let mut parts = vec![count(self.risks, "risk")];
        match self.residual {
            Some((low, high)) if low == high => parts.push(format!("residual {low}")),
            Some((low, high)) => parts.push(format!("residual {low} to {high}")),
            None => {}
        }
        if self.late_actions > 0 {
            parts.push(count(self.late_actions, "late action"));
        }
        parts.join(" · ")
    }
}

fn of(register: &Register) -> Summary {
    let today = clock::today();
    let criteria = &register.criteria;
    let mut summary = Summary { risks: register.risks.len(), ..Summary::default() };
    for risk in register.risks.iter().filter(|risk| risk.status == Status::Open) {
        if let Some(score) = criteria.rate(&risk.residual).score() {
            let (low, high) = summary.residual.unwrap_or((score, score));
            summary.residual = Some((low.min(score), high.max(score)));
        }
        let late = |action: &&register::Action| is_late(risk, action, criteria, today);
        summary.late_actions += risk.actions.iter().filter(late).count();
    }
    summary
}

impl App {
    /// The figures of the open register, brought up to date once edits rest: they take a look at every risk, which no
    /// single edit should wait for.
    pub fn summary(self) -> RwSignal<Summary> {
        let summary = RwSignal::new(Summary::default());
        let due = StoredValue::new(false);
        effect(move || {
            self.edits.track();
            if due.try_update_value(|due| std::mem::replace(due, true)) == Some(false) {
                set_timeout(
                    move || {
                        due.try_update_value(|due| *due = false);
                        summary.try_set(self.with_register(of));
                    },
                    std::time::Duration::from_millis(100),
                );
            }
        });
        summary
    }
}
