//! Finding things as a person does: by role and name. A [`Target`] is a description, looked up anew at each use.

use serde_json::{Value, json};

use super::name::Name;
use super::page::Page;
use super::{tools, wait};

/// Calls what [`SCRIPT`] defines, if it is there already.
const ASK: &str = "return window.heatgridFind ? window.heatgridFind(arguments[0]) : 'library'";
/// It must be the page's own, as DOM Testing Library is: to a function from elsewhere that library would not listen.
const SCRIPT: &str = include_str!("find.js");
/// The name under which WebDriver hands elements over.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A description of something on the page, e.g. the button "Add" in the dialog "Import".
#[derive(Clone)]
pub struct Target<'p> {
    pub(super) page: &'p Page,
    steps: Vec<Value>,
    words: String,
}

impl<'p> Target<'p> {
    /// The whole page.
    pub(super) const fn whole(page: &'p Page) -> Self {
        Self { page, steps: Vec::new(), words: String::new() }
    }

    /// What has this role and name, in here.
    pub fn role<'n>(&self, role: &str, name: impl Into<Name<'n>>) -> Self {
        let name = name.into();
        let mut step = json!({ "role": role });
        let (how, text) = match name {
            Name::Is(text) => ("is", text),
            Name::Has(text) => ("has", text),
            Name::Starts(text) => ("starts", text),
            Name::Any => return self.step(step, role),
        };
        step["name"] = json!(text);
        step["how"] = json!(how);
        let words = format!("{role} {}“{text}”", if how == "is" { String::new() } else { format!("that {how} ") });
        self.step(step, &words)
    }

    /// What fits a CSS selector, in here: for the few things that have no role.
    pub fn css(&self, selector: &str) -> Self {
        self.step(json!({ "css": selector }), selector)
    }

    /// The innermost things in here that hold exactly, or among others, these words.
    pub fn text<'n>(&self, name: impl Into<Name<'n>>) -> Self {
        let (how, text) = match name.into() {
            Name::Is(text) => ("is", text),
            Name::Has(text) => ("has", text),
            Name::Starts(text) => ("starts", text),
            Name::Any => ("has", ""),
        };
        self.step(json!({"text": text, "how": how}), &format!("text “{text}”"))
    }

    /// The one at this place, from 0.
    pub fn nth(&self, place: usize) -> Self {
        self.step(json!({ "nth": place }), &format!("number {place}"))
    }

    /// The nearest thing around it that fits a CSS selector.
    pub fn within(&self, selector: &str) -> Self {
        self.step(json!({ "up": selector }), &format!("the {selector} around it"))
    }

    fn step(&self, step: Value, words: &str) -> Self {
        let mut next = self.clone();
        next.steps.push(step);
        next.words = if self.words.is_empty() { words.to_owned() } else { format!("{}, {words}", self.words) };
        next
    }

    /// The elements there are now, and the names of others with the role that was looked for last.
    pub(super) fn look(&self) -> Result<(Vec<Value>, Vec<String>), String> {
        let ask = || self.page.try_run(ASK, &[json!(self.steps)]);
        let mut answer = ask()?;
        if answer == "library" {
            self.page.define(&format!("{}\n{SCRIPT}", tools::testing_library()));
            answer = ask()?;
        }
        let elements = answer["elements"].as_array().cloned().unwrap_or_default();
        let seen = answer["seen"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let seen = seen.map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
        Ok((elements, seen.filter(|name| !name.is_empty()).take(40).collect()))
    }

    /// The only element of this description, or why there is not exactly one.
    pub(super) fn only(&self) -> Result<Value, String> {
        let (elements, seen) = self.look()?;
        match elements.as_slice() {
            [element] => Ok(element.clone()),
            [] if seen.is_empty() => Err(format!("there is no {}", self.words)),
            [] => Err(format!("there is no {}; there are: {}", self.words, seen.join(" | "))),
            several => Err(format!("there are {} of {}, not one", several.len(), self.words)),
        }
    }

    /// Does something to the only element of this description, as soon as it is there and lets it be done.
    #[track_caller]
    pub(super) fn act<T>(&self, mut act: impl FnMut(&str, &Value) -> Result<T, String>) -> T {
        let done = wait::until(|| {
            let element = self.only()?;
            let id = element[ELEMENT].as_str().unwrap_or_default().to_owned();
            act(&id, &element)
        });
        wait::or_fail(done.map_err(|error| format!("{}: {error}", self.words)))
    }

    /// The element, to hand it to a script.
    #[track_caller]
    pub fn element(&self) -> Value {
        self.act(|_, element| Ok(element.clone()))
    }

    /// The description in words.
    pub fn words(&self) -> &str {
        &self.words
    }
}

impl Page {
    /// The whole page, to find something in.
    pub const fn all(&self) -> Target<'_> {
        Target::whole(self)
    }
}
