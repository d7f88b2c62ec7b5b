//! The inputs that others are made of.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::Dice;

/// Longer inputs are read, but not damaged further: the damage would hardly meet anything.
const LONGEST: usize = 6_000;
/// The corpus in the repository stays small.
const LONGEST_KEPT: usize = 1_500;

/// A corpus, and what was found on the way.
pub struct Pool {
    folder: PathBuf,
    inputs: Vec<Vec<u8>>,
    outcomes: HashSet<String>,
}

/// Keeps an input as a file named after what came of it and its content.
pub(crate) fn keep(folder: &Path, what: &str, input: &[u8]) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    input.hash(&mut hasher);
    let path = folder.join(format!("{what}-{:08x}", hasher.finish() as u32));
    // Where it cannot be kept, the message of the failure names a path that is not there.
    let _ = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, input));
    path
}

impl Pool {
    /// The files of a folder in the order of their names, and other inputs.
    ///
    /// # Panics
    /// If there is neither.
    pub fn new(folder: PathBuf, more: impl IntoIterator<Item = Vec<u8>>) -> Self {
        let files = std::fs::read_dir(&folder).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = files.map(|file| file.path()).filter(|path| path.is_file()).collect();
        paths.sort();
        let inputs: Vec<_> = paths.iter().flat_map(std::fs::read).chain(more).collect();
        assert!(!inputs.is_empty(), "no inputs in {}", folder.display());
        Self { folder, inputs, outcomes: HashSet::new() }
    }

    /// Where the corpus is.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// All inputs.
    pub(crate) fn inputs(&self) -> &[Vec<u8>] {
        &self.inputs
    }

    /// One of the inputs, to be damaged.
    pub fn any(&self, dice: &mut Dice) -> Vec<u8> {
        // One that is too long is seldom met twice in a row.
        let mut input = &self.inputs[dice.below(self.inputs.len())];
        for _ in 0..3 {
            if input.len() > LONGEST {
                input = &self.inputs[dice.below(self.inputs.len())];
            }
        }
        input.clone()
    }

    /// Takes in an input if its outcome is new. Those of the corpus come first, so that only others are kept for it.
    pub(crate) fn learn(&mut self, input: &[u8], outcome: String) {
        if !self.outcomes.insert(outcome) || self.inputs.iter().any(|it| it == input) {
            return;
        }
        if input.len() <= LONGEST_KEPT && std::env::var_os("HEATGRID_BLESS").is_some() {
            keep(&self.folder, "new", input);
        }
        if input.len() <= LONGEST {
            self.inputs.push(input.to_vec());
        }
    }

    /// How many different outcomes there were.
    pub(crate) fn outcomes(&self) -> usize {
        self.outcomes.len()
    }
}
