//! What is done to a [`Target`], and what is read from it.

use serde_json::{Value, json};

use super::find::Target;
use super::wait;

impl Target<'_> {
    /// Clicks it with the mouse, once it is there and nothing covers it.
    #[track_caller]
    pub fn click(&self) {
        self.act(|id, _| self.page.session.post(&format!("element/{id}/click"), json!({})).map(drop));
    }

    /// Clicks it twice with the mouse.
    #[track_caller]
    pub fn double_click(&self) {
        self.act(|_, element| {
            let button = |kind: &str| json!({"type": kind, "button": 0});
            let mut actions = vec![json!({"type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": element})];
            actions.extend(["pointerDown", "pointerUp", "pointerDown", "pointerUp"].map(button));
            self.page.try_run("arguments[0].scrollIntoView({block: 'nearest'})", &[element.clone()])?;
            self.page.perform("pointer", "mouse", actions)
        });
    }

    /// Puts the focus on it without a click.
    #[track_caller]
    pub fn focus(&self) {
        self.act(|_, element| self.page.try_run("arguments[0].focus()", &[element.clone()]).map(drop));
    }

    /// Clicks into a field and types in the place of what stands there. The focus stays in it.
    #[track_caller]
    pub fn fill(&self, text: &str) {
        self.focus();
        self.page.press("Control+a");
        if text.is_empty() {
            self.page.press("Delete");
        } else {
            self.page.type_text(text);
        }
    }

    /// Fills a field and leaves it with Tab, which saves it.
    #[track_caller]
    pub fn set(&self, text: &str) {
        self.fill(text);
        self.page.press("Tab");
    }

    /// Chooses an entry of a list by what it says.
    #[track_caller]
    pub fn choose(&self, entry: &str) {
        let option = self.css("option");
        self.act(|_, _| {
            let (options, _) = option.look()?;
            let texts = options.iter().map(|it| self.page.try_run("return arguments[0].label.trim()", &[it.clone()]));
            let texts = texts.collect::<Result<Vec<_>, _>>()?;
            let place = texts.iter().position(|text| text == entry);
            let place = place.ok_or_else(|| format!("has no entry “{entry}”, but {texts:?}"))?;
            let id = options[place].as_object().and_then(|it| it.values().next()).and_then(Value::as_str);
            let id = id.unwrap_or_default();
            self.page.session.post(&format!("element/{id}/click"), json!({})).map(drop)
        });
    }

    /// Hands files to a field for files.
    #[track_caller]
    pub fn upload(&self, files: &[&std::path::Path]) {
        let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        let text = names.join("\n");
        self.act(|id, _| self.page.session.post(&format!("element/{id}/value"), json!({ "text": text })).map(drop));
    }

    /// Its text as shown.
    #[track_caller]
    pub fn read(&self) -> String {
        self.property("innerText").as_str().unwrap_or_default().trim().to_owned()
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
        let label = self.act(|_, element| self.page.try_run(script, &[element.clone()]));
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
        self.act(|_, element| self.page.try_run(script, &[element.clone()])) == true
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
