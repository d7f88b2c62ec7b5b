//! What is odd about a risk and where it departs from guidance: in words, beside the field and at the foot.

use leptos::prelude::*;
use register::Risk;
use register::change::Place;
use register::checks::Finding;

use super::list::{ids, singular};
use super::sheet::Card;
use crate::components::field::capital;
use crate::erased::memo;

/// What is odd about one field, to stand beside it.
pub fn beside(card: Card, place: Place, field: &'static str) -> AnyView {
    let text = memo(move || {
        card.findings.with(|found| {
            let own = found.iter().filter(|it| it.field == field && it.place == place && !it.kind.is_guidance());
            own.map(|it| it.kind.to_string()).collect::<Vec<_>>().join(" ")
        })
    });
    let flag = move || {
        let text = text.get();
        (!text.is_empty())
            .then(|| view! { <span class="flag"><span aria-hidden="true">"△ "</span>{text}</span> }.into_any())
    };
    view! { {move || flag()} }.into_any()
}

/// Everything found, as a list at the foot of the sheet.
pub fn foot(card: Card) -> AnyView {
    let lines = memo(move || {
        card.findings.with(|found| {
            card.risk.with(|risk| found.iter().map(|it| (it.kind.is_guidance(), line(risk, it))).collect::<Vec<_>>())
        })
    });
    let entry = |(guidance, text): (bool, String)| {
        let (sign, word) = if guidance { ("◇ ", "Guidance: ") } else { ("△ ", "Check: ") };
        view! { <li><span aria-hidden="true">{sign}</span><strong>{word}</strong>{text}</li> }.into_any()
    };
    let section = move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            view! {
                <section class="findings">
                    <h3>"Worth a look"</h3>
                    <ul>{lines.into_iter().map(entry).collect_view()}</ul>
                </section>
            }
            .into_any()
        })
    };
    view! { {move || section()} }.into_any()
}

/// A finding with what it concerns, e.g. `Action 2, target date “31/04/2021”: There is no such day. …`.
fn line(risk: &Risk, finding: &Finding) -> String {
    let item = match &finding.place {
        Place::Item(_, list, id) => {
            let place = ids(risk, list).iter().position(|it| it == id).map_or(0, |place| place + 1);
            Some(format!("{} {place}", capital(singular(list))))
        }
        _ => None,
    };
    // What is missing says itself what it is; a value that is odd is named.
    let value = match finding.value.as_str() {
        value if value.is_empty() || finding.kind.is_guidance() => None,
        value => Some(format!("{} “{value}”", finding.label())),
    };
    let parts: Vec<String> = item.into_iter().chain(value).collect();
    if parts.is_empty() { finding.kind.to_string() } else { format!("{}: {}", parts.join(", "), finding.kind) }
}

#[cfg(test)]
mod tests {
    use register::checks::findings_of;
    use register::{Action, presets};

    use super::*;

    #[test]
    fn findings_name_the_entry_the_field_and_the_value() {
        let action = |id: &str, date: &str| Action {
            id: id.into(),
            owners: vec!["Head of Property".to_owned()],
            target_date: date.into(),
            ..Action::default()
        };
        let risk = Risk {
            id: "r".into(),
            next_review: "2024-05-29".into(),
            actions: vec![action("a", "2024-03-31"), action("b", "31/04/2021"), action("c", "")],
            ..Risk::default()
        };
        let lines: Vec<String> =
            findings_of(&risk, &presets::five_by_five()).iter().map(|it| line(&risk, it)).collect();
        assert_eq!(
            lines,
            [
                "Action 2, Target date “31/04/2021”: There is no such day. The date is kept as it was written.",
                "No owner yet.",
                "Action 3: This action has no target date.",
            ]
        );
    }
}
