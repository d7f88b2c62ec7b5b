//! The browser the tests drive: Chromium and its WebDriver; and pdftotext, which reads what it prints.

use super::apt;
use crate::run;
use anyhow::{Result, bail};
use std::path::PathBuf;

/// Where the two programs are.
pub struct Browser {
    /// Chromium or Chrome.
    pub chrome: PathBuf,
    /// ChromeDriver.
    pub driver: PathBuf,
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

/// Installs pdftotext where it is missing.
pub fn ensure_pdf_reader() -> Result<()> {
    if run::find("pdftotext").is_none() && apt::is_here() {
        apt::install(&["poppler-utils"], "10 s")?;
    }
    if run::find("pdftotext").is_none() {
        bail!("nothing reads what the browser prints: install poppler-utils, so that pdftotext is on the PATH");
    }
    Ok(())
}

fn find() -> Option<Browser> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let chrome = named("CHROME").or_else(|| names.into_iter().find_map(run::find))?;
    let driver = named("CHROMEDRIVER").or_else(|| run::find("chromedriver"))?;
    Some(Browser { chrome, driver })
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}
