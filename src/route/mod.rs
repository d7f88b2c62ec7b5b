//! What the address says after `#`: view, register, risk, filter, sort. Back, forward, reload and a copied link
//! restore them.

mod asked;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use register::filter::{Filter, GroupBy, Sort};
use register::{Id, Which};

/// Where the user is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// Nowhere yet: the address is still being followed.
    #[default]
    Nowhere,
    /// The list of registers.
    Registers,
    /// Settings: name, looks, storage.
    Settings,
    /// Help: keys, terms, where the data lives.
    Help,
    /// A view of a register.
    Register(Place),
    /// Makes the page fail, to try the recovery page.
    CrashTest,
}

/// Where the user is in a register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The register.
    pub register: Id,
    /// The view.
    pub view: View,
    /// The risk shown on the card, or last worked on.
    pub risk: Option<Id>,
    /// Which risks are shown.
    pub filter: Filter,
    /// In which order: the first decides, ties go to the next. None: the user's order.
    pub sort: Vec<Sort>,
    /// In which groups, where the view has rows.
    pub group: Option<GroupBy>,
    /// The assessment on the heat map.
    pub which: Option<Which>,
    /// The assessment from which the heat map shows what moved.
    pub from: Option<Which>,
    /// The cells chosen on the heat map: likelihood, impact.
    pub cells: Vec<(u8, u8)>,
}

/// A way to look at a register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Every risk a row.
    #[default]
    Grid,
    /// One risk in full.
    Card,
    /// The matrix with the risks in it.
    HeatMap,
    /// Every action a row.
    Actions,
    /// Every control a row.
    Controls,
    /// The published forms, to print and to save.
    Report,
    /// Scales, matrix, bands, vocabularies, and the register's own fields.
    Criteria,
    /// Every change made.
    History,
}

impl View {
    /// All views, in the order of the navigation.
    pub const ALL: [Self; 8] = [
        Self::Grid,
        Self::Card,
        Self::HeatMap,
        Self::Actions,
        Self::Controls,
        Self::Report,
        Self::Criteria,
        Self::History,
    ];

    /// The name on the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Grid => "Grid",
            Self::Card => "Cards",
            Self::HeatMap => "Heat map",
            Self::Actions => "Actions",
            Self::Controls => "Controls",
            Self::Report => "Report",
            Self::Criteria => "Criteria",
            Self::History => "History",
        }
    }

    /// What it shows, in a few words.
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Grid => "Every risk a row",
            Self::Card => "One risk in full",
            Self::HeatMap => "The matrix with the risks in it",
            Self::Actions => "Every action of the register a row",
            Self::Controls => "Every control of the register a row",
            Self::Report => "The published forms, to print or save",
            Self::Criteria => "Scales, matrix, bands and lists",
            Self::History => "Every change, with who, when and why",
        }
    }

    /// Whether it is one of those that are gone to all the time. The others stand in a menu where there is little room.
    pub const fn is_daily(self) -> bool {
        !matches!(self, Self::Report | Self::Criteria | Self::History)
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::Card => "card",
            Self::HeatMap => "heatmap",
            Self::Actions => "actions",
            Self::Controls => "controls",
            Self::Report => "report",
            Self::Criteria => "criteria",
            Self::History => "history",
        }
    }
}

impl Route {
    /// Reads what stands after `#` (with or without it). What cannot be understood is left out.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next()) {
            (Some("settings"), _) => Self::Settings,
            (Some("help"), _) => Self::Help,
            (Some("crash-test"), _) => Self::CrashTest,
            (Some("r"), Some(register)) => {
                let view = View::ALL.into_iter().find(|view| Some(view.word()) == parts.clone().next());
                let mut place =
                    Place { register: Id(decode(register)), view: view.unwrap_or_default(), ..Place::default() };
                for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
                    place.read(name, value);
                }
                Self::Register(place)
            }
            _ => Self::Registers,
        }
    }

    /// The address after and with `#`. Parts that say nothing are left out.
    pub fn hash(&self) -> String {
        match self {
            Self::Nowhere | Self::Registers => "#/".to_owned(),
            Self::Settings => "#/settings".to_owned(),
            Self::Help => "#/help".to_owned(),
            Self::CrashTest => "#/crash-test".to_owned(),
            Self::Register(place) => place.hash(),
        }
    }
}

impl Place {
    fn read(&mut self, name: &str, value: &str) {
        match name {
            "risk" => self.risk = Some(Id(decode(value))),
            "on" => self.which = Which::of_field(&decode(value)),
            "from" => self.from = Which::of_field(&decode(value)),
            "cell" => {
                let levels = value.split('.').filter_map(|cell| cell.split_once('x'));
                self.cells = levels.filter_map(|(l, i)| Some((l.parse().ok()?, i.parse().ok()?))).collect();
            }
            _ => self.read_asked(name, value),
        }
    }

    fn hash(&self) -> String {
        let mut query: Vec<String> = Vec::new();
        if let Some(risk) = &self.risk {
            query.push(format!("risk={}", encode(risk.as_str())));
        }
        self.write_asked(&mut query);
        if let Some(which) = self.which {
            query.push(format!("on={}", which.field()));
        }
        if let Some(from) = self.from {
            query.push(format!("from={}", from.field()));
        }
        if !self.cells.is_empty() {
            let cells: Vec<String> = self.cells.iter().map(|(l, i)| format!("{l}x{i}")).collect();
            query.push(format!("cell={}", cells.join(".")));
        }
        let question = if query.is_empty() { "" } else { "?" };
        format!("#/r/{}/{}{question}{}", encode(self.register.as_str()), self.view.word(), query.join("&"))
    }
}

/// Everything but letters, digits and a few signs that are plain in a fragment.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

fn encode(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use register::filter::{Condition, Key, Test};

    use super::*;

    #[test]
    fn an_address_restores_the_place() {
        let place = Place {
            register: "a/b c".into(),
            view: View::HeatMap,
            risk: Some("r&1".into()),
            filter: Filter {
                text: "höher & ?=#/".to_owned(),
                conditions: vec![Condition::new("owners", Test::Is, &["Director: A, B & C"])],
            },
            sort: vec![Sort::down(Key::Field("residual"))],
            group: Some(GroupBy::Band),
            which: Some(Which::Target),
            from: Some(Which::Previous),
            cells: vec![(3, 5), (4, 4)],
        };
        let route = Route::Register(place);
        assert_eq!(Route::parse(&route.hash()), route);
    }

    #[test]
    fn an_address_with_one_cell_is_read_as_before() {
        let Route::Register(place) = Route::parse("#/r/x/heatmap?cell=3x5") else { panic!() };
        assert_eq!(place.cells, [(3, 5)]);
        assert_eq!(Route::Register(place).hash(), "#/r/x/heatmap?cell=3x5");
    }

    #[test]
    fn plain_addresses_are_short() {
        let place = Place { register: "abc".into(), ..Place::default() };
        assert_eq!(Route::Register(place).hash(), "#/r/abc/grid");
        assert_eq!(Route::parse(""), Route::Registers);
        assert_eq!(Route::parse("#/settings"), Route::Settings);
        assert_eq!(Route::parse(&Route::Help.hash()), Route::Help);
    }

    #[test]
    fn nonsense_is_left_out() {
        let route = Route::parse("#/r/abc/dance?sort=-up&cell=9&on=x&status=maybe&zzz&=&%ff");
        assert_eq!(route, Route::Register(Place { register: "abc".into(), ..Place::default() }));
        assert_eq!(Route::parse("#/nowhere/at/all"), Route::Registers);
    }
}
