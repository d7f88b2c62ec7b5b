//! The clipboard of the browser.

use serde_json::Value;

use super::page::Page;

impl Page {
    /// Lets the page use the clipboard without being asked.
    pub fn allow_clipboard(&self) {
        self.engine.allow_clipboard(&self.session);
    }

    /// What is on the clipboard: its kinds, and the text of those that are text, by kind.
    #[track_caller]
    pub fn clipboard(&self) -> Value {
        let script = "
            const done = arguments[0];
            (async () => {
                const found = {};
                const read = await navigator.clipboard.read({unsanitized: ['text/html']});
                for (const item of [...window.copiedItems ?? [], ...read]) {
                    for (const kind of item.types) {
                        const blob = await item.getType(kind);
                        found[kind] = kind.startsWith('text/') ? await blob.text() : blob.size;
                    }
                }
                return found;
            })().then(done, error => done(String(error)))";
        self.run_async(script, &[])
    }
}
