//! The checks and tests, each with what it needs.

use super::skips::Skips;
use super::totals::Totals;
use crate::run::{self, run, run_reading};
use crate::tools::{browser, crates, npm, wasm};
use crate::{build, deny, project, say, schema, size};
use anyhow::{Result, bail};
use std::path::Path;

/// One check, or one runner's tests.
pub struct Step {
    /// The word that chooses it.
    pub name: &'static str,
    /// What is printed when it starts.
    pub title: &'static str,
    /// About how long it takes.
    pub takes: &'static str,
    /// The steps without which it cannot succeed.
    pub needs: &'static [&'static str],
    /// Runs it.
    pub run: fn(&mut Totals) -> Result<()>,
}

/// All steps, in order.
pub const STEPS: [Step; 12] = [
    Step { name: "format", title: "Formatting", takes: "seconds", needs: &[], run: format },
    Step { name: "lint", title: "Lints", takes: "1 to 2 min from nothing", needs: &[], run: lint },
    Step {
        name: "lint-web",
        title: "Lints of what runs in the browser",
        takes: "1 to 2 min from nothing",
        needs: &["setup"],
        run: lint_web,
    },
    Step {
        name: "deny",
        title: "Licences, sources and versions of crates",
        takes: "seconds",
        needs: &["setup"],
        run: |_| deny::check(),
    },
    Step { name: "native", title: "Native tests", takes: "1 to 2 min from nothing", needs: &[], run: native },
    Step {
        name: "storage",
        title: "Storage tests in the browser",
        takes: "1 to 2 min from nothing",
        needs: &["setup"],
        run: storage,
    },
    Step {
        name: "build",
        title: "Optimised build",
        takes: "3 to 5 min from nothing",
        needs: &["setup"],
        run: |_| build::release(),
    },
    Step { name: "size", title: "Size of a first load", takes: "seconds", needs: &["build"], run: |_| size::check() },
    Step {
        name: "schema",
        title: "Files against the published schema",
        takes: "seconds",
        needs: &["setup"],
        run: |_| schema::check(),
    },
    Step {
        name: "browser",
        title: "Tests of the page in the browser",
        takes: "15 to 20 min",
        needs: &["setup", "build"],
        run: |totals| in_browser(Engine::Chromium, &["--no-fail-fast"], totals),
    },
    Step {
        name: "firefox",
        title: "Tests of each view and each way in and out, in Firefox",
        takes: "7 to 10 min",
        needs: &["setup", "build"],
        run: |totals| {
            let files = IN_FIREFOX.iter().flat_map(|file| ["--test", file]);
            in_browser(Engine::Firefox, &["--no-fail-fast"].into_iter().chain(files).collect::<Vec<_>>(), totals)
        },
    },
    Step {
        name: "firefox-all",
        title: "All tests of the page in Firefox",
        takes: "15 to 20 min",
        needs: &["setup", "build"],
        run: |totals| in_browser(Engine::Firefox, &["--no-fail-fast"], totals),
    },
];

impl Step {
    /// Whether it is run where these steps are named, or none.
    pub fn is_wanted(&self, names: &[&str]) -> bool {
        // All tests in the second browser take as long as in the first, and seldom find more than those of each view.
        names.contains(&self.name) || names.is_empty() && self.name != "firefox-all"
    }
}

/// The browsers that the page is tested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
}

/// The files of tests that every run does in Firefox too: each view; storing, importing, exporting; keyboard, clipboard;
/// without a host.
const IN_FIREFOX: [&str; 20] = [
    "start",
    "files",
    "storage",
    "journal",
    "tabs",
    "grid",
    "spreadsheet",
    "card",
    "keyboard",
    "heat_map",
    "heat_map_pictures",
    "criteria",
    "print",
    "report",
    "sheets",
    "display",
    "safety",
    "locked",
    "offline",
    "single_file",
];

/// The packages that are compiled for the browser.
const WEB: [&str; 8] = ["-p", "heatgrid", "-p", "register", "-p", "exchange", "-p", "store"];
const NO_WARNINGS: [&str; 3] = ["--", "-D", "warnings"];

fn format(_: &mut Totals) -> Result<()> {
    run(run::cargo().args(["fmt", "--all", "--check"]), "Run `cargo fmt --all`.")
}

fn lint(_: &mut Totals) -> Result<()> {
    run(
        run::cargo().args(["clippy", "--workspace", "--all-targets"]).args(NO_WARNINGS),
        "Each warning above counts as an error.",
    )
}

fn lint_web(_: &mut Totals) -> Result<()> {
    let compiler = wasm::ensure()?;
    run(
        compiler.cargo()?.args(["clippy", "--target", wasm::TARGET]).args(WEB).args(NO_WARNINGS),
        "Each warning above counts as an error.",
    )?;
    // The app alone has tests that are compiled for the browser, and a part of it that only the optimised build has.
    run(
        compiler
            .cargo()?
            .args(["clippy", "--target", wasm::TARGET, "-p", "heatgrid", "--all-targets", "--features", "split"])
            .args(NO_WARNINGS),
        "Each warning above counts as an error.",
    )
}

fn native(totals: &mut Totals) -> Result<()> {
    let exports = project::target().join("exports");
    if exports.exists() {
        // The schema step must see what this run writes, not what an earlier one wrote.
        std::fs::remove_dir_all(exports)?;
    }
    run_reading(
        run::cargo().args(["test", "--workspace", "--exclude", "browser-tests", "--no-fail-fast"]),
        "The tests that failed are named above.",
        |line| totals.read(line),
    )
}

fn storage(totals: &mut Totals) -> Result<()> {
    let compiler = wasm::ensure()?;
    let runner = crates::wasm_bindgen()?.join("wasm-bindgen-test-runner");
    let browser = browser::ensure()?;
    run_reading(
        compiler
            .cargo()?
            .args(["test", "--target", wasm::TARGET, "-p", "heatgrid", "--bin", "heatgrid"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
            .env("CHROMEDRIVER", browser.driver),
        "The tests that failed are named above.",
        |line| totals.read(line),
    )
}

fn in_browser(engine: Engine, options: &[&str], totals: &mut Totals) -> Result<()> {
    let dist = project::dist();
    let Ok(built) = dist.join("index.html").metadata().and_then(|file| file.modified()) else {
        bail!("there is no dist/ to test: run `cargo xtask build`");
    };
    if let Ok(age) = built.elapsed() {
        say::note(&format!("dist/ was built {} ago", say::duration(age)));
    }
    browser_tests(engine, &dist, options, &[], totals)
}

/// Runs the native tests that damage what is read and stored, for so many minutes in all: one after the other, since each
/// takes its share of them.
pub fn hostile_for_long(minutes: u32, totals: &mut Totals) -> Result<()> {
    run_reading(
        run::cargo()
            .args(["test", "-p", "exchange", "-p", "register", "-p", "store"])
            .args(["--test", "hostile", "--test", "damages", "--", "--test-threads=1"])
            .envs([("HEATGRID_SOAK", "1"), ("HEATGRID_SOAK_MINUTES", &minutes.to_string())]),
        "The input that failed is in the corpus now, under `tests` of the crate.",
        |line| totals.read(line),
    )
}

/// Kills page and browser some thousand times.
pub fn kills_for_long(totals: &mut Totals) -> Result<()> {
    run_in_browser(Engine::Chromium, &project::dist(), &["--test", "kills"], &[], &[("HEATGRID_SOAK", "1")], totals)
}

/// Runs the browser tests, or those that the options of cargo choose, against the page in a folder.
pub fn browser_tests(engine: Engine, page: &Path, options: &[&str], names: &[&str], totals: &mut Totals) -> Result<()> {
    run_in_browser(engine, page, options, names, &[], totals)
}

fn run_in_browser(
    engine: Engine,
    page: &Path,
    options: &[&str],
    names: &[&str],
    variables: &[(&str, &str)],
    totals: &mut Totals,
) -> Result<()> {
    let (browser, name, program, driver) = match engine {
        Engine::Chromium => (browser::ensure()?, "chromium", "CHROME", "CHROMEDRIVER"),
        Engine::Firefox => (browser::ensure_firefox()?, "firefox", "FIREFOX", "GECKODRIVER"),
    };
    browser::ensure_readers()?;
    let modules = npm::ensure()?;
    let mut skips = Skips::default();
    let outcome = run_reading(
        run::cargo()
            .args(["test", "-p", "browser-tests"])
            .args(options)
            .args(["--", "--test-threads=2"])
            .args(names)
            .envs(variables.iter().copied())
            .env("HEATGRID_DIST", page)
            .env("HEATGRID_AXE", modules.join("axe-core/axe.min.js"))
            .env("HEATGRID_TESTING_LIBRARY", modules.join("@testing-library/dom/dist/@testing-library/dom.umd.js"))
            .env("HEATGRID_BROWSER", name)
            .env(program, browser.program)
            .env(driver, browser.driver),
        "The tests that failed are named above.",
        |line| totals.read(&skips.read(line)),
    );
    print!("{skips}");
    outcome
}
