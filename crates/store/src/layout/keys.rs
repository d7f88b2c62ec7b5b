//! The names of the keys.
//!
//! | key after the prefix | what it holds |
//! | --- | --- |
//! | `settings` | the user's settings |
//! | `aside/<n>/<key>` | a value of that key that could not be understood |
//! | `r/<register>/head` | the register without its risks; whether it is in the bin |
//! | `r/<register>/risk/<risk>` | a risk and its rank in the order |
//! | `r/<register>/log/<seq>-<tab>` | one change |
//! | `r/<register>/done` | the number up to which all changes are in the keys they touch |
//! | `r/<register>/draft/<tab>` | text being typed in a tab |
//! | `r/<register>/new` | creation is under way, since the time it holds |

use register::Id;

use crate::log::Stamp;

/// What all keys of the product begin with. The number is the version of the layout.
pub const PREFIX: &str = "heatgrid/1/";

/// The highest number a change can have: keys have room for ten digits.
pub(crate) const HIGHEST: u64 = 9_999_999_999;

/// The key of the settings.
pub(crate) const SETTINGS: &str = "heatgrid/1/settings";

/// The key under which a value that could not be understood is kept.
pub(crate) fn aside_key(number: u32, key: &str) -> String {
    format!("{PREFIX}aside/{number}/{}", key.strip_prefix(PREFIX).unwrap_or(key))
}

/// Ids are any text; a slash in one must not look like the end of it.
fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('/', "%2F")
}

fn unescape(text: &str) -> String {
    text.replace("%2F", "/").replace("%25", "%")
}

/// The keys of one register.
#[derive(Clone, Debug)]
pub(crate) struct Keys {
    base: String,
}

impl Keys {
    pub(crate) fn of(register: &Id) -> Self {
        Self { base: format!("{PREFIX}r/{}/", escape(register.as_str())) }
    }

    /// What all of them begin with.
    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    pub(crate) fn head(&self) -> String {
        format!("{}head", self.base)
    }

    pub(crate) fn risk(&self, id: &Id) -> String {
        format!("{}risk/{}", self.base, escape(id.as_str()))
    }

    pub(crate) fn log(&self, stamp: &Stamp) -> String {
        format!("{}log/{:010}-{}", self.base, stamp.seq, escape(&stamp.tab))
    }

    pub(crate) fn done(&self) -> String {
        format!("{}done", self.base)
    }

    pub(crate) fn draft(&self, tab: &str) -> String {
        format!("{}draft/{}", self.base, escape(tab))
    }

    pub(crate) fn new_mark(&self) -> String {
        format!("{}new", self.base)
    }
}

/// What a key is for.
#[derive(Debug, PartialEq)]
pub(crate) enum Name {
    Settings,
    /// The number, and the key the value had.
    Aside(u32, String),
    /// The register, and what of it.
    Of(Id, Part),
}

/// What of a register a key holds.
#[derive(Debug, PartialEq)]
pub(crate) enum Part {
    Head,
    Risk(Id),
    Log(Stamp),
    Done,
    Draft(String),
    New,
}

/// What a key is for; `None` for keys that are not ours.
pub(crate) fn name_of(key: &str) -> Option<Name> {
    let rest = key.strip_prefix(PREFIX)?;
    if rest == "settings" {
        return Some(Name::Settings);
    }
    if let Some(rest) = rest.strip_prefix("aside/") {
        let (number, original) = rest.split_once('/')?;
        return Some(Name::Aside(number.parse().ok()?, format!("{PREFIX}{original}")));
    }
    let (register, what) = rest.strip_prefix("r/")?.split_once('/')?;
    let part = match what.split_once('/') {
        None => match what {
            "head" => Part::Head,
            "done" => Part::Done,
            "new" => Part::New,
            _ => return None,
        },
        Some(("risk", id)) => Part::Risk(Id(unescape(id))),
        Some(("draft", tab)) => Part::Draft(unescape(tab)),
        Some(("log", stamp)) => {
            let (seq, tab) = stamp.split_once('-')?;
            let seq = seq.parse().ok().filter(|seq| *seq <= HIGHEST)?;
            Part::Log(Stamp { seq, tab: unescape(tab) })
        }
        Some(_) => return None,
    };
    Some(Name::Of(Id(unescape(register)), part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_recognised_whatever_the_ids_are() {
        for text in ["a", "a/b", "%2F", "%", "risk/x", "../head", "", "é–•"] {
            let register = Id::from(text);
            let keys = Keys::of(&register);
            let stamp = Stamp { seq: 7, tab: text.to_owned() };
            for (key, part) in [
                (keys.head(), Part::Head),
                (keys.risk(&Id::from(text)), Part::Risk(Id::from(text))),
                (keys.log(&stamp), Part::Log(stamp)),
                (keys.done(), Part::Done),
                (keys.draft(text), Part::Draft(text.to_owned())),
                (keys.new_mark(), Part::New),
            ] {
                assert!(key.starts_with(keys.base()));
                assert_eq!(name_of(&aside_key(3, &key)), Some(Name::Aside(3, key.clone())));
                assert_eq!(name_of(&key), Some(Name::Of(register.clone(), part)), "{key}");
            }
        }
        assert_eq!(name_of(SETTINGS), Some(Name::Settings));
        assert_eq!(name_of("something else"), None);
    }
}
