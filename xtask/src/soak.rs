//! The long versions of the tests that try at random, and what came of them in `docs/reliability.md`.

use crate::test::{self, Figures};
use crate::{project, run, say};
use anyhow::{Context, Result, ensure};
use std::path::Path;

const BEGIN: &str = "<!-- figures of `cargo xtask soak` -->";
const END: &str = "<!-- end of the figures -->";

/// Tries for so many minutes, and in the browser as long as that takes; writes down what came of it.
///
/// # Errors
/// A test failed, or something was lost. The figures are then not written.
pub fn soak(minutes: u32) -> Result<()> {
    say::step("Trying for long", &format!("{minutes} min natively, and some hours in the browser"));
    let totals = test::try_for_long(minutes)?;
    println!("\n{totals}");
    totals.check()?;
    let path = project::root().join("docs/reliability.md");
    let page = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    std::fs::write(&path, renewed(&page, &block(totals.figures(), minutes))?)?;
    say::note("The figures are in docs/reliability.md.");
    Ok(())
}

/// The figures with the day and the state of the code they hold for.
fn block(figures: &Figures, minutes: u32) -> String {
    let asked = |words: &[&str]| run::output(run::command("git").args(words)).map(|it| it.trim().to_owned());
    let commit = asked(&["rev-parse", "--short", "HEAD"]).unwrap_or_else(|| "unknown".to_owned());
    let changed = asked(&["status", "--porcelain", "--", "crates", "src", "tests"]).is_some_and(|it| !it.is_empty());
    let changed = if changed { " with changes" } else { "" };
    let day = asked(&["log", "-1", "--format=%cs"]).unwrap_or_default();
    let today = run::output(run::command("date").arg("+%Y-%m-%d")).map_or(day, |it| it.trim().to_owned());
    let rows: String = figures.rows().map(|[name, tried, wrong]| format!("| {name} | {tried} | {wrong} |\n")).collect();
    format!(
        "{today}, commit {commit}{changed}, {minutes} minutes:\n\n| what | tried | went wrong |\n| --- | ---: | --- |\n{rows}"
    )
}

/// The page with other figures between its marks.
fn renewed(page: &str, figures: &str) -> Result<String> {
    let parts = page.split_once(BEGIN).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    ensure!(parts.is_some(), "{} lacks the marks `{BEGIN}` and `{END}`", Path::new("docs/reliability.md").display());
    let (before, after) = parts.unwrap_or_default();
    Ok(format!("{before}{BEGIN}\n{figures}{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_between_the_marks_is_renewed() {
        let page = format!("# Prose\n\n{BEGIN}\nold\n{END}\n\nMore prose.\n");
        let new = renewed(&page, "new\n").expect("it has the marks");
        assert_eq!(new, format!("# Prose\n\n{BEGIN}\nnew\n{END}\n\nMore prose.\n"));
        assert_eq!(renewed(&new, "new\n").expect("it still has them"), new);
        assert!(renewed("# Prose\n", "new\n").is_err());
    }

    #[test]
    fn the_page_in_the_repository_has_the_marks() {
        let page = std::fs::read_to_string(project::root().join("docs/reliability.md")).expect("the page");
        assert!(renewed(&page, "").is_ok());
    }
}
