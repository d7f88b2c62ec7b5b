//! The browsers the tests drive, Chromium and Firefox, with their WebDrivers; pdftotext, which reads what they print; and
//! LibreOffice, which opens what is saved for Word.

use super::{apt, crates};
use crate::run;
use anyhow::{Result, bail};
use std::path::PathBuf;

/// Where the two programs are.
pub struct Browser {
    /// Chromium or Chrome; or Firefox.
    pub program: PathBuf,
    /// ChromeDriver; or geckodriver.
    pub driver: PathBuf,
}

/// Finds Firefox through FIREFOX, then on the PATH, and geckodriver through GECKODRIVER; installs Debian's Firefox ESR and
/// geckodriver where they are missing.
pub fn ensure_firefox() -> Result<Browser> {
    let find = || named("FIREFOX").or_else(|| ["firefox-esr", "firefox"].into_iter().find_map(run::find));
    if find().is_none() && apt::is_here() {
        apt::install(&["firefox-esr"], "about 1 min")?;
    }
    let Some(program) = find() else {
        bail!("no Firefox to test in: install it, or say in FIREFOX where it is");
    };
    let driver = named("GECKODRIVER").map_or_else(crates::geckodriver, Ok)?;
    Ok(Browser { program, driver })
}

/// Finds them through CHROME and CHROMEDRIVER, then on the PATH; installs Debian's where they are missing.
pub fn ensure() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if apt::is_here() {
        apt::install(&["chromium", "chromium-driver"], "about 1 min")?;
        if let Some(browser) = find() {
            return Ok(browser);
        }
    }
    bail!(
        "no browser to test in: install Chromium or Chrome and the ChromeDriver of the same version, \
         or say in CHROME and CHROMEDRIVER where they are"
    );
}

/// Installs what reads files in the tests, where it is missing: pdftotext reads what the browser prints, LibreOffice opens what
/// is saved for Word.
pub fn ensure_readers() -> Result<()> {
    for (program, package, takes) in
        [("pdftotext", "poppler-utils", "10 s"), ("soffice", "libreoffice-writer-nogui", "about 1 min")]
    {
        if run::find(program).is_none() && apt::is_here() {
            apt::install(&[package], takes)?;
        }
        if run::find(program).is_none() {
            bail!(
                "the tests read files with {program}, which is not on the PATH: install Debian's {package}, or what has it"
            );
        }
    }
    Ok(())
}

fn find() -> Option<Browser> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let program = named("CHROME").or_else(|| names.into_iter().find_map(run::find))?;
    let driver = named("CHROMEDRIVER").or_else(|| run::find("chromedriver"))?;
    Some(Browser { program, driver })
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}
