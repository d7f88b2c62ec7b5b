//! What is asked of a list in the address: filter, order, groups. A filter that is kept is the same text.

use register::filter::{Condition, GroupBy, Key, NO_BAND, Sort, Test};

use super::{Place, decode, encode};

/// Between the parts of a condition.
const PART: char = '~';

impl Place {
    /// Filter, order and groups as they stand in an address; blank where all is shown in the user's order.
    pub fn asked(&self) -> String {
        let mut query = Vec::new();
        self.write_asked(&mut query);
        query.join("&")
    }

    /// The same place with the filter, order and groups of a text that [`Self::asked`] has made.
    pub fn asking(&self, asked: &str) -> Self {
        let mut place = Self { cells: Vec::new(), ..self.clone() };
        (place.filter, place.sort, place.group) = Default::default();
        for (name, value) in asked.split('&').filter_map(|pair| pair.split_once('=')) {
            place.read_asked(name, value);
        }
        place
    }

    /// Whether nothing is asked: all is shown in the user's order.
    pub fn asks_nothing(&self) -> bool {
        self.filter.is_empty() && self.sort.is_empty() && self.group.is_none()
    }

    pub(super) fn write_asked(&self, query: &mut Vec<String>) {
        let mut add = |name: &str, value: &str| query.push(format!("{name}={value}"));
        if !self.filter.text.is_empty() {
            add("q", &encode(&self.filter.text));
        }
        for condition in &self.filter.conditions {
            let (name, value) = short(condition);
            add(name, &value);
        }
        if !self.sort.is_empty() {
            let key = |sort: &Sort| format!("{}{}", if sort.descending { "-" } else { "" }, sort.key.name());
            add("sort", &self.sort.iter().map(key).collect::<Vec<_>>().join(","));
        }
        if let Some(by) = self.group {
            add("group", by.word());
        }
    }

    pub(super) fn read_asked(&mut self, name: &str, value: &str) {
        match name {
            "q" => self.filter.text = decode(value),
            "sort" => self.sort = decode(value).split(',').filter_map(sort).collect(),
            "group" => self.group = GroupBy::of(value),
            _ => self.filter.conditions.extend(condition(name, value)),
        }
    }
}

/// A condition as name and value in an address. Those that were there first have names of their own.
fn short(condition: &Condition) -> (&'static str, String) {
    let Condition { subject, test, values } = condition;
    match (subject.as_str(), test, values.as_slice()) {
        ("residual.band", Test::Blank, []) => ("band", NO_BAND.to_owned()),
        ("residual.band", Test::Is, [band]) if band != NO_BAND && !band.is_empty() => ("band", encode(band)),
        ("owners", Test::Is, [owner]) if !owner.is_empty() => ("owner", encode(owner)),
        ("status", Test::Is, [status]) if status == "open" || status == "closed" => ("status", encode(status)),
        _ => {
            let mut text = format!("{}{PART}{}", part(subject), test.word());
            for value in values {
                text.push(PART);
                text.push_str(&part(value));
            }
            ("if", text)
        }
    }
}

fn part(text: &str) -> String {
    encode(text).replace(PART, "%7E")
}

fn condition(name: &str, value: &str) -> Option<Condition> {
    let whole = decode(value);
    let is = |subject: &str| (!whole.is_empty()).then(|| Condition::new(subject, Test::Is, &[&whole]));
    match name {
        "band" if whole == NO_BAND => Some(Condition::new("residual.band", Test::Blank, &[])),
        "band" => is("residual.band"),
        "owner" => is("owners"),
        "status" if whole == "open" || whole == "closed" => is("status"),
        "if" => {
            let mut parts = value.split(PART).map(decode);
            let (subject, test) = (parts.next()?, Test::of(&parts.next()?)?);
            Some(Condition { subject, test, values: parts.collect() })
        }
        _ => None,
    }
}

fn sort(text: &str) -> Option<Sort> {
    let (descending, name) = text.strip_prefix('-').map_or((false, text), |name| (true, name));
    Key::of(name).map(|key| Sort { key, descending })
}

#[cfg(test)]
mod tests {
    use register::filter::{Filter, SECTIONS};

    use super::*;
    use crate::route::Route;

    fn read(query: &str) -> Place {
        match Route::parse(&format!("#/r/abc/grid?{query}")) {
            Route::Register(place) => place,
            other => panic!("{other:?}"),
        }
    }

    fn place(conditions: Vec<Condition>) -> Place {
        Place { register: "abc".into(), filter: Filter { conditions, ..Filter::default() }, ..Place::default() }
    }

    /// Values that could be mistaken for something else.
    const AWKWARD: [&str; 9] = ["", "none", "open", "a~b", "~", "a&b=c", "50 % & more?#/", "höher – “x”", "%7E"];

    #[test]
    fn every_condition_comes_back_from_the_address_and_from_what_is_kept() {
        let subjects = SECTIONS.iter().flat_map(|it| it.subjects).map(|it| it.name);
        for subject in subjects.chain(["no~such&subject=", ""]) {
            for word in
                ["is", "not", "has", "lacks", "blank", "set", "min", "max", "between", "before", "after", "yes", "no"]
            {
                let test = Test::of(word).expect("a test");
                for values in [&[][..], &["Head of A", "B"]].into_iter().chain(AWKWARD.iter().map(std::slice::from_ref))
                {
                    let place =
                        place(vec![Condition::new(subject, test, values), Condition::new("owners", Test::Set, &[])]);
                    let route = Route::Register(place.clone());
                    assert_eq!(Route::parse(&route.hash()), route, "{}", route.hash());
                    let elsewhere = Place { register: "other".into(), cells: vec![(1, 1)], ..Place::default() };
                    let asking = elsewhere.asking(&place.asked());
                    assert_eq!(
                        (asking.register, asking.filter, asking.cells),
                        ("other".into(), place.filter, Vec::new())
                    );
                }
            }
        }
    }

    #[test]
    fn every_order_and_grouping_comes_back() {
        let names = SECTIONS.iter().flat_map(|it| it.subjects).map(|it| it.name);
        for key in names.map(Key::Field).chain([Key::Order]) {
            for sort in [vec![Sort::up(key)], vec![Sort::down(key), Sort::up(Key::Field("title"))]] {
                for group in GroupBy::ALL.into_iter().map(Some).chain([None]) {
                    let place = Place { sort: sort.clone(), group, ..place(Vec::new()) };
                    let route = Route::Register(place);
                    assert_eq!(Route::parse(&route.hash()), route, "{}", route.hash());
                }
            }
        }
    }

    #[test]
    fn plain_filters_are_short_and_old_addresses_are_read() {
        let query = "q=fire&band=High&owner=Director&status=open&sort=-residual,title&group=owner";
        let place = read(query);
        assert_eq!(place.asked(), query);
        assert_eq!(place.filter.conditions.len(), 3);
        assert_eq!(read("band=none").filter.conditions, [Condition::new("residual.band", Test::Blank, &[])]);
        assert_eq!(read("sort=owner").sort, [Sort::up(Key::Field("owners"))]);
        assert_eq!(read("sort=-review").sort, [Sort::down(Key::Field("next_review"))]);
        assert_eq!(read("if=residual~min~12").filter.conditions, [Condition::new("residual", Test::AtLeast, &["12"])]);
    }

    #[test]
    fn nonsense_is_left_out() {
        let place = read("if=&if=residual&if=residual~up~3&status=maybe&owner=&group=star&sort=,,-,up&band=");
        assert!(place.asks_nothing(), "{place:?}");
    }
}
