use serde_json::json;

use super::*;
use crate::generate::register as generate;
use crate::record::Reading;

fn read(value: Value) -> Register {
    let (register, _) = Reading::of::<Register>(value);
    register.expect("a register")
}

/// A register in which each text that begins with "Secret" is exempt.
fn register() -> Register {
    read(json!({"title": "Register", "later": "Secret A", "risks": [
        {"id": "1", "number": "1", "title": "Open one", "notes": "Secret B", "owners": ["Head of IT", "Secret C"],
         "exempt_fields": ["notes", "owners", "residual", "triggers"], "unread:notes": ["Secret D"],
         "residual": {"likelihood": 4, "impact": 5, "reason": "Secret E"}, "triggers": [{"id": "t", "text": "Secret F"}],
         "controls": [{"id": "c1", "title": "Stays", "assurance": "Secret G", "exempt_fields": ["assurance"]},
                      {"id": "c2", "title": "Secret H", "exempt": true}],
         "actions": [{"id": "a1", "title": "Secret I", "exempt": "yes"}, {"id": "a2", "title": "Goes on"}]},
        {"id": "2", "number": "2", "title": "Secret J", "exempt": true},
        {"id": "3", "number": "3", "title": "Shown", "corporate": true},
    ]}))
}

#[test]
fn the_public_edition_has_what_is_not_marked_and_nothing_else() {
    let public = public_edition(&register());
    let text = serde_json::to_string(&public).expect("text");
    assert!(!text.contains("Secret") && !text.contains("exempt"), "{text}");
    let expected = read(json!({"title": "Register", "risks": [
        {"id": "1", "number": "1", "title": "Open one", "controls": [{"id": "c1", "title": "Stays"}],
         "actions": [{"id": "a2", "title": "Goes on"}]},
        {"id": "3", "number": "3", "title": "Shown", "corporate": true},
    ]}));
    assert_eq!(public, expected);
}

#[test]
fn a_mark_that_cannot_be_understood_hides_the_whole() {
    for marks in [
        json!({"exempt_fields": ["owner"]}),
        json!({"exempt_fields": ["status"]}),
        json!({"exempt_fields": "notes"}),
        json!({"exempt_fields": ["notes", 7, {}]}),
        json!({"exempt": "perhaps"}),
        json!({"exempt": ["notes"]}),
    ] {
        let mut risk = marks.clone();
        risk["title"] = json!("Secret");
        let register = read(json!({"risks": [risk]}));
        assert!(is_any(&register), "{marks}");
        let public = serde_json::to_string(&public_edition(&register)).expect("text");
        assert!(!public.contains("Secret"), "{marks}: {public}");
    }
}

#[test]
fn every_field_of_a_risk_a_control_and_an_action_can_be_marked() {
    let whole = generate(7, 60);
    let names =
        |record: &dyn Record| record.fields().iter().filter(|it| can_be_marked(it)).copied().collect::<Vec<_>>();
    for field in names(&Risk::default()) {
        let mut marked = whole.clone();
        marked.risks.iter_mut().for_each(|risk| risk.exempt_fields = vec![field.to_owned()]);
        let public = public_edition(&marked);
        assert_eq!(public.risks.len(), whole.risks.len());
        for (risk, before) in public.risks.iter().zip(&whole.risks) {
            assert_eq!(risk.get(field), Some(Value::Null), "{field}");
            let mut again = risk.clone();
            again.set(field, before.get(field).unwrap_or_default()).expect("a value of the field");
            assert_eq!(again, *before, "{field}");
        }
    }
    let of_entries = [("controls", names(&Control::default())), ("actions", names(&Action::default()))];
    for (list, field) in of_entries.iter().flat_map(|(list, names)| names.iter().map(move |name| (*list, *name))) {
        let mut marked = whole.clone();
        for risk in &mut marked.risks {
            let mut entries = risk.get(list).expect("the list");
            let each = entries.as_array_mut().into_iter().flatten();
            each.for_each(|entry| entry["exempt_fields"] = json!([field]));
            risk.set(list, entries).expect("entries");
        }
        let before: usize =
            whole.risks.iter().map(|risk| risk.get(list).map_or(0, |it| it.as_array().map_or(0, Vec::len))).sum();
        let public = public_edition(&marked);
        let entries: Vec<Value> = public
            .risks
            .iter()
            .flat_map(|risk| risk.get(list).and_then(|it| it.as_array().cloned()).unwrap_or_default())
            .collect();
        assert_eq!(entries.len(), before, "{list}");
        assert!(entries.iter().all(|entry| entry.get(field).is_none()), "{list}: {field}");
    }
}

#[test]
fn a_register_without_marks_is_public_as_it_is() {
    let whole = generate(3, 20);
    assert!(!is_any(&whole));
    assert_eq!(public_edition(&whole), whole);
    assert!(is_any(&register()));
}

#[test]
fn a_text_is_secret_where_only_what_is_withheld_has_it() {
    let whole = register();
    let traces = Traces::of(&whole, &public_edition(&whole));
    for secret in ["Secret H", " secret c ", "ret j", "2"] {
        assert!(traces.is_secret(secret), "{secret}");
    }
    for plain in ["Stays", "", "nowhere at all", "Open one", "3"] {
        assert!(!traces.is_secret(plain), "{plain}");
    }
}

#[test]
fn a_field_without_which_something_else_would_be_said_hides_the_whole_entry() {
    for field in ["status", "appetite", "appetite_level"] {
        let public = public_edition(&read(json!({"risks": [{"title": "T", "exempt_fields": [field]}]})));
        assert_eq!(public.risks.len(), 0, "{field}");
    }
    for field in ["progress", "revised_date"] {
        let action = json!({"title": "A", "exempt_fields": [field]});
        let public = public_edition(&read(json!({"risks": [{"title": "T", "actions": [action]}]})));
        assert_eq!(public.risks[0].actions.len(), 0, "{field}");
    }
}
