//! Deeds of a person, done by a script in the page, for tests that do hundreds of them: see `deeds.js`.

use serde_json::{Value, json};

use super::engine::is_firefox;
use super::page::Page;

const SCRIPT: &str = include_str!("deeds.js");

impl Page {
    /// Has the script of the deeds in every load of the page from now on, and this tab in front.
    pub fn with_deeds(&self) {
        self.before_load(SCRIPT);
        self.stay_in_front();
    }

    /// Has the page in this tab think that its window is in front, as it is wherever a person works: only then does it hear
    /// of the focus. Firefox's windows think so anyway; of its tabs only one does.
    pub fn stay_in_front(&self) {
        if is_firefox() {
            return;
        }
        let on = json!({"enabled": true});
        self.session.chrome("Emulation.setFocusEmulationEnabled", on).expect("the tab does not come to the front");
    }

    /// Runs some of them: the body of an asynchronous function of `deeds` and the arguments. What it returns comes back.
    ///
    /// # Errors
    /// What went wrong, e.g. that the page is gone.
    pub fn try_do(&self, body: &str, arguments: &[Value]) -> Result<Value, String> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async (...given) => {{ {body} }})(...arguments)
                 .then((it) => done({{it: it ?? null}}), (error) => done({{error: `${{error.message}} ${{error.stack}}`}}))"
        );
        let mut answer = self.session.post("execute/async", json!({"script": script, "args": arguments}))?;
        match answer.get("error") {
            Some(error) => Err(error.to_string()),
            None => Ok(answer["it"].take()),
        }
    }

    /// The same, where nothing may go wrong.
    #[track_caller]
    pub fn do_all(&self, body: &str, arguments: &[Value]) -> Value {
        match self.try_do(body, arguments) {
            Ok(value) => value,
            Err(error) => panic!("{error}\nin {body}"),
        }
    }
}
