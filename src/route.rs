//! What the address says after `#`: view, register, risk, filter, sort. Back, forward, reload and a copied link
//! restore them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use register::filter::{Filter, Key, Sort};
use register::{Id, Status, Which};

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
    /// In which order.
    pub sort: Sort,
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
    /// Scales, matrix, bands, vocabularies, and the register's own fields.
    Criteria,
    /// Every change made.
    History,
}

impl View {
    /// All views, in the order of the navigation.
    pub const ALL: [Self; 5] = [Self::Grid, Self::Card, Self::HeatMap, Self::Criteria, Self::History];

    /// The name on the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Grid => "Grid",
            Self::Card => "Cards",
            Self::HeatMap => "Heat map",
            Self::Criteria => "Criteria",
            Self::History => "History",
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::Card => "card",
            Self::HeatMap => "heatmap",
            Self::Criteria => "criteria",
            Self::History => "history",
        }
    }
}

const KEYS: [(Key, &str); 10] = [
    (Key::Order, "order"),
    (Key::Number, "number"),
    (Key::Title, "title"),
    (Key::Owner, "owner"),
    (Key::Status, "status"),
    (Key::Score(Which::Inherent), "inherent"),
    (Key::Score(Which::Residual), "residual"),
    (Key::Score(Which::Target), "target"),
    (Key::Appetite, "appetite"),
    (Key::NextReview, "review"),
];

impl Route {
    /// Reads what stands after `#` (with or without it). What cannot be understood is left out.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next()) {
            (Some("settings"), _) => Self::Settings,
            (Some("crash-test"), _) => Self::CrashTest,
            (Some("r"), Some(register)) => {
                let view = View::ALL.into_iter().find(|view| Some(view.word()) == parts.clone().next());
                let mut place =
                    Place { register: Id(decode(register)), view: view.unwrap_or_default(), ..Place::default() };
                for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
                    place.read(name, decode(value));
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
            Self::CrashTest => "#/crash-test".to_owned(),
            Self::Register(place) => place.hash(),
        }
    }
}

impl Place {
    fn read(&mut self, name: &str, value: String) {
        match name {
            "risk" => self.risk = Some(Id(value)),
            "q" => self.filter.text = value,
            "band" => self.filter.band = Some(value),
            "owner" => self.filter.owner = Some(value),
            "status" => {
                self.filter.status = match value.as_str() {
                    "open" => Some(Status::Open),
                    "closed" => Some(Status::Closed),
                    _ => None,
                };
            }
            "sort" => {
                let (descending, word) = match value.strip_prefix('-') {
                    Some(word) => (true, word),
                    None => (false, value.as_str()),
                };
                if let Some((key, _)) = KEYS.iter().find(|(_, name)| *name == word) {
                    self.sort = Sort { key: *key, descending };
                }
            }
            "on" => self.which = Which::of_field(&value),
            "from" => self.from = Which::of_field(&value),
            "cell" => {
                let levels = value.split('.').filter_map(|cell| cell.split_once('x'));
                self.cells = levels.filter_map(|(l, i)| Some((l.parse().ok()?, i.parse().ok()?))).collect();
            }
            _ => {}
        }
    }

    fn hash(&self) -> String {
        let mut query: Vec<String> = Vec::new();
        let mut add = |name: &str, value: &str| query.push(format!("{name}={}", encode(value)));
        if let Some(risk) = &self.risk {
            add("risk", risk.as_str());
        }
        if !self.filter.text.is_empty() {
            add("q", &self.filter.text);
        }
        if let Some(band) = &self.filter.band {
            add("band", band);
        }
        if let Some(owner) = &self.filter.owner {
            add("owner", owner);
        }
        match self.filter.status {
            Some(Status::Open) => add("status", "open"),
            Some(Status::Closed) => add("status", "closed"),
            None => {}
        }
        if self.sort != Sort::default()
            && let Some((_, word)) = KEYS.iter().find(|(key, _)| *key == self.sort.key)
        {
            add("sort", &format!("{}{word}", if self.sort.descending { "-" } else { "" }));
        }
        if let Some(which) = self.which {
            add("on", which.field());
        }
        if let Some(from) = self.from {
            add("from", from.field());
        }
        if !self.cells.is_empty() {
            let cells: Vec<String> = self.cells.iter().map(|(l, i)| format!("{l}x{i}")).collect();
            add("cell", &cells.join("."));
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
    use super::*;

    #[test]
    fn an_address_restores_the_place() {
        let place = Place {
            register: "a/b c".into(),
            view: View::HeatMap,
            risk: Some("r&1".into()),
            filter: Filter {
                text: "höher & ?=#/".to_owned(),
                band: Some("Very high".to_owned()),
                owner: Some("Director: A, B & C".to_owned()),
                status: Some(Status::Closed),
            },
            sort: Sort { key: Key::Score(Which::Residual), descending: true },
            which: Some(Which::Target),
            from: Some(Which::Previous),
            cells: vec![(3, 5), (4, 4)],
        };
        let route = Route::Register(place);
        assert_eq!(Route::parse(&route.hash()), route);
        for (key, _) in KEYS {
            let route = Route::Register(Place { sort: Sort { key, descending: true }, ..Place::default() });
            let Route::Register(place) = Route::parse(&route.hash().replace("#/r//", "#/r/x/")) else { panic!() };
            assert_eq!(place.sort, Sort { key, descending: true });
        }
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
    }

    #[test]
    fn nonsense_is_left_out() {
        let route = Route::parse("#/r/abc/dance?sort=-up&cell=9&on=x&status=maybe&zzz&=&%ff");
        assert_eq!(route, Route::Register(Place { register: "abc".into(), ..Place::default() }));
        assert_eq!(Route::parse("#/nowhere/at/all"), Route::Registers);
    }
}
