//! How the name of something on the page is compared.

/// How a name is compared. A `&str` is the whole name.
#[derive(Clone, Copy, Debug)]
pub enum Name<'n> {
    /// The whole name.
    Is(&'n str),
    /// A part of it.
    Has(&'n str),
    /// Its beginning.
    Starts(&'n str),
    /// Whatever it is.
    Any,
}

impl<'n> From<&'n str> for Name<'n> {
    fn from(name: &'n str) -> Self {
        Self::Is(name)
    }
}

impl<'n> From<&'n String> for Name<'n> {
    fn from(name: &'n String) -> Self {
        Self::Is(name)
    }
}

/// A name with these words in it.
pub const fn has(words: &str) -> Name<'_> {
    Name::Has(words)
}

/// A name that begins with these words.
pub const fn starts(words: &str) -> Name<'_> {
    Name::Starts(words)
}
