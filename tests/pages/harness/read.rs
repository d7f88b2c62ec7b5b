//! What is read from a [`Target`].

use serde_json::{Value, json};

use super::find::Target;
use super::wait;

impl Target<'_> {
    /// Its text as shown.
    #[track_caller]
    pub fn read(&self) -> String {
        self.property("innerText").as_str().unwrap_or_default().trim().to_owned()
    }

    /// Its name as the browser hands it to a screen reader.
    #[track_caller]
    pub fn name(&self) -> String {
        let name = self.act(|id, _| self.page.session.get(&format!("element/{id}/computedlabel")));
        name.as_str().unwrap_or_default().to_owned()
    }

    /// The value of a field.
    #[track_caller]
    pub fn value(&self) -> String {
        self.property("value").as_str().unwrap_or_default().to_owned()
    }

    /// The entry of a list that is chosen, as it reads.
    #[track_caller]
    pub fn chosen(&self) -> String {
        let script = "return arguments[0].selectedOptions[0]?.label.trim() ?? ''";
        let label = self.act(|_, element| self.page.try_on(script, element));
        label.as_str().unwrap_or_default().to_owned()
    }

    /// Whether a box is ticked.
    #[track_caller]
    pub fn is_ticked(&self) -> bool {
        self.property("checked") == true
    }

    /// Whether it can be used.
    #[track_caller]
    pub fn is_enabled(&self) -> bool {
        self.property("disabled") != true
    }

    /// An attribute, if it is there.
    #[track_caller]
    pub fn attribute(&self, name: &str) -> Option<String> {
        let script = "return arguments[0].getAttribute(arguments[1])";
        let value = self.act(|_, element| self.page.try_run(script, &[element.clone(), json!(name)]));
        value.as_str().map(str::to_owned)
    }

    /// A property.
    #[track_caller]
    pub fn property(&self, name: &str) -> Value {
        let script = "return arguments[0][arguments[1]]";
        self.act(|_, element| self.page.try_run(script, &[element.clone(), json!(name)]))
    }

    /// Whether the focus is on it.
    #[track_caller]
    pub fn has_focus(&self) -> bool {
        let script = "return document.activeElement === arguments[0]";
        self.act(|_, element| self.page.try_on(script, element)) == true
    }

    /// How many there are now.
    pub fn count(&self) -> usize {
        self.look().map_or(0, |(elements, _)| elements.len())
    }

    /// The texts of all there are now.
    pub fn texts(&self) -> Vec<String> {
        let (elements, _) = self.look().unwrap_or_default();
        let texts = self.page.try_run("return arguments[0].map(it => it.innerText.trim())", &[json!(elements)]);
        let texts = texts.unwrap_or_default();
        texts.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Whether there is at least one now.
    pub fn is_there(&self) -> bool {
        self.count() > 0
    }

    /// Waits until there is exactly one.
    #[track_caller]
    pub fn wait(&self) {
        self.act(|_, _| Ok(()));
    }

    /// Waits until there is none.
    #[track_caller]
    pub fn wait_gone(&self) {
        wait::for_(&format!("{} to go", self.words()), || !self.is_there());
    }

    /// Waits until its text has these words in it.
    #[track_caller]
    pub fn wait_says(&self, words: &str) {
        let said = wait::until(|| {
            let element = self.only()?;
            let text = self.page.try_run("return arguments[0].innerText", &[element])?;
            let text = text.as_str().unwrap_or_default();
            if text.contains(words) { Ok(()) } else { Err(format!("says “{text}”")) }
        });
        if let Err(error) = said {
            panic!("{} should say “{words}”: {error}", self.words());
        }
    }
}
