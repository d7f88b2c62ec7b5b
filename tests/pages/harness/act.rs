//! What is done to a [`Target`].

use serde_json::{Value, json};

use super::find::Target;

impl Target<'_> {
    /// Clicks it with the mouse, once it is there and nothing covers it.
    #[track_caller]
    pub fn click(&self) {
        // What floats at the bottom of the page, a message, covers only the edge that the driver scrolls things to. The bar at
        // the top covers what the driver takes to be in sight already.
        let script = "
            const it = arguments[0], box = it.getBoundingClientRect();
            const below = box.bottom > innerHeight - 120, above = box.top < 56 && !it.closest('.bar, .skip');
            if ((below || above) && !it.closest('dialog, .toast, .row-bar, nav'))
                it.scrollIntoView({block: 'center', inline: 'nearest'})";
        self.act(|id, element| {
            self.page.try_on(script, element)?;
            self.page.session.post(&format!("element/{id}/click"), json!({})).map(drop)
        });
    }

    /// Puts the mouse over it, in the middle of the page, so that what it shows is in sight too.
    #[track_caller]
    pub fn hover(&self) {
        self.act(|_, element| {
            let to = self.point(element)?;
            self.page.perform("pointer", "mouse", vec![to])
        });
    }

    /// Clicks it twice with the mouse.
    #[track_caller]
    pub fn double_click(&self) {
        self.act(|_, element| {
            let button = |kind: &str| json!({"type": kind, "button": 0});
            let mut actions = vec![self.point(element)?];
            actions.extend(["pointerDown", "pointerUp", "pointerDown", "pointerUp"].map(button));
            self.page.perform("pointer", "mouse", actions)
        });
    }

    /// Presses the mouse on it, moves to another thing and lets go there.
    #[track_caller]
    pub fn drag_to(&self, other: &Target<'_>) {
        let end = other.element();
        self.act(|_, element| {
            let (from, to) = (self.point(element)?, self.point(&end)?);
            let button = |kind: &str| json!({"type": kind, "button": 0});
            let between = |part: i64| {
                let at = |axis: &str| {
                    let (from, to) = (from[axis].as_i64().unwrap_or(0), to[axis].as_i64().unwrap_or(0));
                    from + (to - from) * part / 8
                };
                json!({"type": "pointerMove", "duration": 0, "x": at("x"), "y": at("y"), "origin": "viewport"})
            };
            let mut actions = vec![from.clone(), button("pointerDown")];
            actions.extend((1..=8).map(between));
            actions.push(button("pointerUp"));
            self.page.perform("pointer", "mouse", actions)
        });
    }

    /// A move of the mouse to the middle of an element. The driver would scroll it to the edge of the page.
    pub(super) fn point(&self, element: &Value) -> Result<Value, String> {
        let script = "
            const it = arguments[0];
            let box = it.getBoundingClientRect();
            const middle = () => [box.x + box.width / 2, box.y + box.height / 2];
            const seen = document.elementFromPoint(...middle());
            if (box.top < 80 || box.bottom > innerHeight - 80 || !seen || !it.contains(seen)) {
                it.scrollIntoView({block: 'center', inline: 'nearest'});
                box = it.getBoundingClientRect();
            }
            return middle().map(Math.round)";
        let at = self.page.try_on(script, element)?;
        Ok(json!({"type": "pointerMove", "duration": 0, "x": at[0], "y": at[1], "origin": "viewport"}))
    }

    /// Puts the focus on it without a click.
    #[track_caller]
    pub fn focus(&self) {
        let script = "arguments[0].focus(); return document.hasFocus()";
        self.act(|_, element| {
            if self.page.try_on(script, element)? == false {
                self.page.engine.enter_page(&self.page.session);
            }
            Ok(())
        });
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
            let texts = options.iter().map(|it| self.page.try_on("return arguments[0].label.trim()", it));
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
}
