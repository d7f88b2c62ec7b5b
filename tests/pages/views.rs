//! One view after the other.

use crate::harness::Page;

/// The views of a register, by their words in the address.
const VIEWS: [&str; 8] = ["grid", "card", "heatmap", "actions", "controls", "report", "criteria", "history"];

impl Page {
    /// Goes to a view of the open register, by its word in the address.
    #[track_caller]
    pub fn to_view(&self, word: &str) {
        let hash = self.hash();
        let register: Vec<&str> = hash.split('/').take(3).collect();
        self.visit(&format!("{}/{word}", register.join("/")));
        let view = match word {
            "card" => ".card-view",
            "heatmap" => ".heat-view",
            "report" => ".report-view",
            "criteria" => ".criteria",
            "history" => ".history",
            _ => ".grid-view",
        };
        self.css(&format!("main {view}")).wait();
    }

    /// Looks at every view of the open register, then at the list of registers and the settings. Says where it is.
    #[track_caller]
    pub fn in_every_view(&self, mut look: impl FnMut(&str)) {
        for view in VIEWS {
            self.to_view(view);
            look(view);
        }
        self.visit("#/");
        self.registers().wait();
        look("registers");
        self.visit("#/settings");
        self.heading("Settings").wait();
        look("settings");
    }
}
