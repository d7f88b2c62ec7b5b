//! Files in and out: downloads, chosen files, dropped files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::json;

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
            let unfinished = now.iter().any(|name| name.ends_with(".crdownload") || name.starts_with('.'));
            now.difference(&before).next().filter(|_| !unfinished).cloned().ok_or("no file was saved")
        });
        let name = wait::or_fail(found);
        let bytes = std::fs::read(self.folder().join("downloads").join(&name)).expect("the saved file cannot be read");
        (name, bytes)
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
        let files: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        let script =
            "const box = arguments[0].getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]";
        self.act(|_, element| {
            let place = self.page.try_on(script, element)?;
            for kind in ["dragEnter", "dragOver", "drop"] {
                let data = json!({"items": [], "files": files, "dragOperationsMask": 1});
                let event = json!({"type": kind, "x": place[0], "y": place[1], "data": data});
                self.page.session.chrome("Input.dispatchDragEvent", event)?;
            }
            Ok(())
        });
    }
}
