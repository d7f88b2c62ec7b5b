//! Texts that only some views need, in files of their own (`texts`): within the program they would be part of a first load.

use std::cell::RefCell;
use std::pin::Pin;

use super::page::own_file;
use crate::late::Unavailable;

/// The style sheet of reports.
pub const REPORT: &str = "texts/report.css";
/// The styles of Word files.
pub const WORD: &str = "texts/word-styles.xml";
/// The terms of a risk register, in plain words and in the order in which one builds on another: the term, a colon, what it
/// means.
pub const TERMS: &str = "texts/terms.txt";

thread_local! {
    /// Name and text. A text is there as long as the page is.
    static FETCHED: RefCell<Vec<(&'static str, &'static str)>> = const { RefCell::new(Vec::new()) };
}

/// The text of this name; blank where it has not been fetched.
pub fn of(name: &str) -> &'static str {
    FETCHED.with_borrow(|all| all.iter().find(|(it, _)| *it == name).map_or("", |(_, text)| text))
}

/// Fetches a text, unless that has been done.
///
/// # Errors
/// [`Unavailable`] if the host does not answer.
///
/// Boxed, so that its code is there once and not in every function that waits for it.
pub fn fetch(name: &'static str) -> Pin<Box<dyn Future<Output = Result<(), Unavailable>>>> {
    Box::pin(async move {
        if !of(name).is_empty() {
            return Ok(());
        }
        let bytes = own_file(name).await.map_err(|_| Unavailable)?;
        let text: &'static str = String::leak(String::from_utf8_lossy(&bytes).into_owned());
        FETCHED.with_borrow_mut(|all| all.push((name, text)));
        Ok(())
    })
}
