//! Fields of the file that this version does not know: kept, shown, not edited.

use leptos::prelude::*;
use register::record::{Extra, UNREAD};
use register::{Risk, Which};
use serde_json::Value;

use super::list::singular;
use super::sheet::Card;
use crate::components::field::capital;
use crate::erased::memo;

/// The fields, folded away; nothing where there are none.
pub fn other_fields(card: Card) -> AnyView {
    let fields = memo(move || card.risk.with(|risk| kept(risk)));
    let field = |(name, value): (String, String)| view! { <dt>{name}</dt><dd>{value}</dd> }.into_any();
    let details = move || {
        let fields = fields.get();
        (!fields.is_empty()).then(|| {
            view! {
                <details class="kept">
                    <summary>"Other fields of the file (kept)"</summary>
                    <dl>{fields.into_iter().map(field).collect_view()}</dl>
                </details>
            }
            .into_any()
        })
    };
    view! { {move || details()} }.into_any()
}

/// Every unknown field of a risk and what belongs to it, with its value.
fn kept(risk: &Risk) -> Vec<(String, String)> {
    let mut kept = Vec::new();
    let mut add = |of: &str, extra: &Extra| {
        for (name, value) in extra {
            let name = match name.strip_prefix(UNREAD) {
                Some(name) => format!("{name} (could not be read)"),
                None => name.clone(),
            };
            let value = match value {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            kept.push((if of.is_empty() { name } else { format!("{of}: {name}") }, value));
        }
    };
    add("", &risk.extra);
    for which in Which::MAPPED.into_iter().chain([Which::Previous]) {
        add(&format!("{} assessment", which.label()), &risk.assessment(which).extra);
    }
    let points = [("triggers", &risk.triggers), ("causes", &risk.causes), ("consequences", &risk.consequences)];
    let points = points.into_iter().map(|(list, items)| (list, items.iter().map(|it| &it.extra).collect()));
    let rest: [(&str, Vec<&Extra>); 3] = [
        ("controls", risk.controls.iter().map(|it| &it.extra).collect()),
        ("actions", risk.actions.iter().map(|it| &it.extra).collect()),
        ("related risks", risk.links.iter().map(|it| &it.extra).collect()),
    ];
    for (list, extras) in points.chain(rest) {
        for (place, extra) in extras.into_iter().enumerate() {
            add(&format!("{} {}", capital(singular(list)), place + 1), extra);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use register::record::Reading;
    use serde_json::json;

    use super::*;

    #[test]
    fn every_unknown_field_is_shown_wherever_it_stands() {
        let file = json!({
            "id": "r", "region": "North", "appetite": "about ten",
            "residual": {"likelihood": 3, "impact": 4, "mood": "good"},
            "triggers": [{"id": "t"}, {"id": "u", "x": {"y": 1}}],
            "actions": [{"id": "a", "cost": 5}],
            "links": [{"register": "Corporate", "url": "z"}],
        });
        let risk: Risk = Reading::of(file).0.unwrap();
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            kept(&risk),
            [
                pair("region", "North"),
                pair("appetite (could not be read)", "[\"about ten\"]"),
                pair("Residual assessment: mood", "good"),
                pair("Trigger 2: x", "{\"y\":1}"),
                pair("Action 1: cost", "5"),
                pair("Related risk 1: url", "z"),
            ]
        );
        assert!(kept(&Risk::default()).is_empty());
    }
}
