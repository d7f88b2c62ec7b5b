//! Where things are: `cargo xtask test` says so in the environment; without it the usual places are looked at.

use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub fn root() -> &'static Path {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests)
}

/// The built page.
pub fn dist() -> PathBuf {
    named("HEATGRID_DIST").unwrap_or_else(|| root().join("dist"))
}

/// A file of the format's fixtures, e.g. `four-risks.heatgrid.json`.
pub fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures/1").join(name)
}

/// A file of the samples, e.g. `2021-corporate-cards.json`.
pub fn sample(name: &str) -> PathBuf {
    root().join("samples").join(name)
}

/// The source of axe-core.
pub fn axe() -> String {
    source("HEATGRID_AXE", "axe-core/axe.min.js")
}

/// The source of DOM Testing Library.
pub fn testing_library() -> String {
    source("HEATGRID_TESTING_LIBRARY", "@testing-library/dom/dist/@testing-library/dom.umd.js")
}

/// ChromeDriver.
pub fn chrome_driver() -> PathBuf {
    named("CHROMEDRIVER")
        .or_else(|| on_path(&["chromedriver"]))
        .expect("ChromeDriver is missing: run `cargo xtask setup`, or say in CHROMEDRIVER where it is")
}

/// Chromium or Chrome.
pub fn chrome() -> PathBuf {
    named("CHROME")
        .or_else(|| on_path(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]))
        .expect("Chromium is missing: run `cargo xtask setup`, or say in CHROME where it is")
}

/// Firefox.
pub fn firefox() -> PathBuf {
    named("FIREFOX")
        .or_else(|| on_path(&["firefox-esr", "firefox"]))
        .expect("Firefox is missing: run `cargo xtask setup`, or say in FIREFOX where it is")
}

/// geckodriver.
pub fn gecko_driver() -> PathBuf {
    named("GECKODRIVER")
        .or_else(|| on_path(&["geckodriver"]))
        .or_else(|| in_cache("bin/geckodriver"))
        .expect("geckodriver is missing: run `cargo xtask setup`, or say in GECKODRIVER where it is")
}

/// pdftotext, which reads what was printed.
pub fn pdf_reader() -> PathBuf {
    on_path(&["pdftotext"]).expect("pdftotext is missing: run `cargo xtask setup`, or install poppler-utils")
}

/// pdfinfo, which reads the tags of what was printed.
pub fn pdf_tags() -> PathBuf {
    on_path(&["pdfinfo"]).expect("pdfinfo is missing: run `cargo xtask setup`, or install poppler-utils")
}

/// LibreOffice, which opens Word files.
pub fn office() -> PathBuf {
    on_path(&["soffice"]).expect("LibreOffice is missing: run `cargo xtask setup`, or install libreoffice-writer-nogui")
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| path.exists())
}

fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// A file of one of the tools that the chores install once per user.
fn in_cache(file: &str) -> Option<PathBuf> {
    let cache = named("XDG_CACHE_HOME").or_else(|| Some(std::env::home_dir()?.join(".cache")))?;
    let tools = std::fs::read_dir(cache.join("heatgrid/tools")).ok()?;
    tools.flatten().map(|tool| tool.path().join(file)).find(|path| path.is_file())
}

/// A script from npm: the one named, or the one in the folder that the chores install to.
fn source(variable: &str, file: &str) -> String {
    let path = named(variable).or_else(|| in_cache(&format!("node_modules/{file}")));
    let path =
        path.unwrap_or_else(|| panic!("{file} is missing: run `cargo xtask setup`, or say in {variable} where it is"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
