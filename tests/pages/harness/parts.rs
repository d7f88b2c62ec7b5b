//! The parts of the program that the page loads later, as the built page lists them.

use std::collections::{BTreeMap, BTreeSet};

use super::page::Page;
use super::server::Network;
use super::{tools, wait};

/// The files of each part, by its name.
pub fn parts() -> BTreeMap<String, BTreeSet<String>> {
    let html = std::fs::read_to_string(tools::dist().join("index.html")).expect("there is no built page");
    let (_, listed) = html.split_once("data-parts=\"").expect("the page lists no parts");
    let listed = listed.split('"').next().unwrap_or_default();
    let part = |entry: &str| {
        let (name, files) = entry.split_once('=')?;
        Some((name.to_owned(), files.split(' ').map(str::to_owned).collect()))
    };
    listed.split(';').filter_map(part).collect()
}

impl Page {
    /// The names of the files that the page asked for since the last look.
    pub fn fetched(&self) -> BTreeSet<String> {
        let name = |url: String| url.rsplit('/').next().unwrap_or_default().to_owned();
        self.requests().into_iter().filter(|url| !url.starts_with("blob:")).map(name).collect()
    }

    /// Waits until the whole program has arrived, as it does once the user does anything.
    #[track_caller]
    pub fn whole_program(&self) {
        let mut all: BTreeSet<String> = parts().into_values().flatten().collect();
        let texts = std::fs::read_dir(tools::dist().join("texts")).expect("the page has no texts");
        all.extend(texts.flatten().map(|it| it.file_name().to_string_lossy().into_owned()));
        wait::for_("the whole program", || {
            let arrived = self.run(
                "return performance.getEntriesByType('resource').filter((it) => it.responseEnd > 0).map((it) => it.name)",
                &[],
            );
            let arrived: Vec<&str> = arrived.as_array().into_iter().flatten().filter_map(|it| it.as_str()).collect();
            all.iter().all(|file| arrived.iter().any(|url| url.ends_with(&format!("/{file}"))))
        });
    }

    /// Cuts the network off, or lets it back.
    pub fn network(&self, on: bool) {
        self.server.behave(if on { Network::Works } else { Network::Gone });
    }

    /// Makes every request take four seconds: enough to do something meanwhile.
    pub fn slow_network(&self) {
        self.server.behave(Network::Slow);
    }
}
