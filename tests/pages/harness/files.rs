//! Files in and out: downloads, chosen files, dropped files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::find::Target;
use super::page::Page;
use super::wait;

impl Page {
    /// Does something that saves a file, and returns the file's name and bytes.
    #[track_caller]
    pub fn download(&self, act: impl FnOnce()) -> (String, Vec<u8>) {
        let before = self.downloads();
        act();
        let found = wait::until(|| {
            let now = self.downloads();
            let unfinished = now.iter().any(|name| self.is_unfinished(name));
            now.difference(&before).next().filter(|_| !unfinished).cloned().ok_or("no file was saved")
        });
        let name = wait::or_fail(found);
        let bytes = std::fs::read(self.folder().join("downloads").join(&name)).expect("the saved file cannot be read");
        (name, bytes)
    }

    /// Chromium writes beside the file's place; Firefox too, but holds the place with an empty file meanwhile.
    fn is_unfinished(&self, name: &str) -> bool {
        let file = self.folder().join("downloads").join(name);
        let beside = name.ends_with(".crdownload") || name.ends_with(".part") || name.starts_with('.');
        beside || file.metadata().is_ok_and(|it| it.len() == 0)
    }

    fn downloads(&self) -> BTreeSet<String> {
        let entries = std::fs::read_dir(self.folder().join("downloads")).expect("there is no folder for downloads");
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    /// A file in the test's folder, to be opened in the page.
    #[track_caller]
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder().join(name);
        std::fs::write(&path, bytes).expect("the file cannot be written");
        path
    }

    /// A file of this many bytes that takes no room on the disk.
    #[track_caller]
    pub fn sparse_file(&self, name: &str, bytes: u64) -> PathBuf {
        let path = self.folder().join(name);
        let file = std::fs::File::create(&path).expect("the file cannot be made");
        file.set_len(bytes).expect("the file cannot have this size");
        path
    }
}

impl Target<'_> {
    /// Drops files from the desktop onto it.
    #[track_caller]
    pub fn drop_files(&self, files: &[&Path]) {
        self.act(|_, element| self.page.engine.drop_files(&self.page.session, element, files));
    }
}
