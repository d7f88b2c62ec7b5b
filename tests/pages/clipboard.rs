//! The clipboard, as the page and other programs use it.

use serde_json::json;

use crate::harness::Page;

impl Page {
    /// Takes note of what the page puts on the clipboard from now on.
    pub fn watch_clipboard(&self) {
        self.run(
            "window.copied = {};
             for (const kind of ['copy', 'cut']) addEventListener(kind, (event) => {
                 for (const type of ['text/plain', 'text/html']) copied[type] = event.clipboardData.getData(type);
             })",
            &[],
        );
    }

    /// What the page has put on the clipboard last, e.g. as `text/plain`.
    pub fn copied(&self, kind: &str) -> String {
        self.run("return copied[arguments[0]] ?? ''", &[json!(kind)]).as_str().unwrap_or_default().to_owned()
    }

    /// Pastes what another program has put on the clipboard where the focus is.
    pub fn paste(&self, text: &str, html: &str) {
        self.run(
            "const paste = new ClipboardEvent('paste', {clipboardData: new DataTransfer(), bubbles: true, cancelable: true});
             // Firefox takes over only what is put in afterwards.
             paste.clipboardData.setData('text/plain', arguments[0]);
             if (arguments[1]) paste.clipboardData.setData('text/html', arguments[1]);
             document.activeElement.dispatchEvent(paste)",
            &[json!(text), json!(html)],
        );
    }
}
