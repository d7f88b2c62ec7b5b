//! Light or dark: the user's choice, or what the system says.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::App;
use crate::erased::effect;

/// What the user chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All choices, in the order of the page.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The name on the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::System => "As the system",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    /// The name in the settings.
    pub const fn word(self) -> &'static str {
        match self {
            Self::System => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The choice of this name; a name that no choice has means the system's.
    pub fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.word() == word).unwrap_or_default()
    }

    /// The look of the page under a system that is dark or not: what the style sheet knows.
    const fn look(self, system_is_dark: bool) -> &'static str {
        match (self, system_is_dark) {
            (Self::Dark, _) | (Self::System, true) => "dark",
            _ => "light",
        }
    }
}

impl App {
    /// What the user chose; followed.
    pub fn theme(self) -> Theme {
        self.settings.with(|settings| Theme::of(&settings.theme))
    }

    /// Gives the page the look that the user chose, or that of the system, and follows both. Called once.
    pub fn follow_theme(self) {
        let query = web_sys::window().and_then(|it| it.match_media("(prefers-color-scheme: dark)").ok().flatten());
        let dark = RwSignal::new(query.as_ref().is_some_and(web_sys::MediaQueryList::matches));
        if let Some(query) = query {
            let asked = query.clone();
            let changed = Closure::<dyn Fn()>::new(move || dark.set(asked.matches()));
            query.set_onchange(Some(changed.as_ref().unchecked_ref()));
            // It lives as long as the page.
            changed.forget();
        }
        effect(move || {
            let look = self.theme().look(dark.get());
            if let Some(root) = document().document_element() {
                // The name of the attribute is a valid one, so this cannot fail.
                root.set_attribute("data-theme", look).unwrap_or_default();
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_survives_its_name() {
        for theme in Theme::ALL {
            assert_eq!(Theme::of(theme.word()), theme);
        }
        assert_eq!(Theme::of("sepia"), Theme::System);
    }

    #[test]
    fn the_choice_goes_before_the_system() {
        assert_eq!([Theme::Light.look(true), Theme::Dark.look(false)], ["light", "dark"]);
        assert_eq!([Theme::System.look(true), Theme::System.look(false)], ["dark", "light"]);
    }
}
