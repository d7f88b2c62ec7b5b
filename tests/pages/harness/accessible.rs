//! Whether everybody can use what is on the page: axe-core's rules.

use serde_json::{Value, json};

use super::page::Page;
use super::tools;

/// Which rules count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// WCAG 2.2, levels A and AA.
    Wcag,
    /// Those, and what axe-core calls best practice.
    Best,
}

impl Page {
    /// Fails with a list of what axe-core objects to on the page as it is now.
    #[track_caller]
    pub fn check_accessible(&self, what: &str, rules: Rules) {
        let violations = self.violations(rules);
        assert!(violations.is_empty(), "axe-core objects to {what}:\n{}", violations.join("\n"));
    }

    /// What axe-core objects to, one line for each rule.
    pub fn violations(&self, rules: Rules) -> Vec<String> {
        if self.run("return typeof axe", &[]) != "object" {
            self.define(&tools::axe());
        }
        let mut tags = vec!["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
        if rules == Rules::Best {
            tags.push("best-practice");
        }
        let script = "
            const [tags, done] = arguments;
            // Colours that are on their way to others are neither.
            Promise.allSettled(document.getAnimations().map((it) => it.finished)).then(() => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']}))
                .then(result => done(result.violations), error => done([{id: 'error', help: String(error), nodes: []}]))";
        let found = self.run_async(script, &[json!(tags)]);
        found.as_array().map(|all| all.iter().map(line).collect()).unwrap_or_default()
    }
}

fn line(violation: &Value) -> String {
    let nodes = violation["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().replace('\n', " ");
    let mut line = format!("  {}: {} ({} places)", text(&violation["id"]), text(&violation["help"]), nodes.len());
    for node in nodes.iter().take(4) {
        let html: String = text(&node["html"]).chars().take(200).collect();
        let summary = text(&node["failureSummary"]);
        line.push_str(&format!("\n    {html}\n      {summary}"));
    }
    line
}
