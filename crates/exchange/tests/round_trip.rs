//! What is written reads back as it was, and gives the same bytes again.

mod common;

use common::{read, registers};
use exchange::{Weight, write};
use proptest::prelude::*;
use register::{Action, Assessment, Control, DateText, Id, Point, Register, Risk, generate, presets};
use serde_json::{Value, json};

/// Writes, reads and writes again; hands back the file.
fn stable(sent: &[Register]) -> Vec<u8> {
    let bytes = write(sent);
    let incoming = read(&bytes).expect("what was written can be read");
    for line in incoming.registers.iter().flat_map(|it| &it.report).chain(&incoming.report) {
        assert_eq!(line.weight, Weight::Kept, "{line:?}");
    }
    let back = registers(incoming);
    assert_eq!(back, sent);
    assert_eq!(write(&back), bytes);
    bytes
}

#[test]
fn the_normal_form_is_this() {
    let risk = Risk {
        id: "r1".into(),
        number: "1".to_owned(),
        owners: vec!["Head of A & B".to_owned()],
        residual: Assessment { likelihood: Some(3), impact: Some(4), ..Assessment::default() },
        extra: [("zebra".to_owned(), json!(1)), ("ant".to_owned(), json!({"é": []}))].into_iter().collect(),
        ..Risk::default()
    };
    let register =
        Register { id: "a".into(), title: "“é” \u{7f}\t".to_owned(), risks: vec![risk], ..Register::default() };
    let expected = r#"{
  "$schema": "urn:heatgrid:register:1",
  "format": "heatgrid",
  "version": 1,
  "registers": [
    {
      "id": "a",
      "title": "“é” DEL\t",
      "risks": [
        {
          "id": "r1",
          "number": "1",
          "owners": [
            "Head of A & B"
          ],
          "residual": {
            "likelihood": 3,
            "impact": 4
          },
          "ant": {
            "é": []
          },
          "zebra": 1
        }
      ]
    }
  ]
}
"#;
    let bytes = stable(&[register]);
    assert_eq!(String::from_utf8_lossy(&bytes), expected.replace("DEL", "\u{7f}"));
}

#[test]
fn registers_of_any_size_and_number_come_back() {
    for (seed, size) in [(1, 0), (2, 1), (3, 60), (4, 400)] {
        stable(&[generate::register(seed, size)]);
        stable(&[generate::compact(seed, size)]);
    }
    stable(&[generate::register(5, 10), generate::register(6, 20), generate::compact(7, 30)]);
}

#[test]
fn numbers_of_unknown_fields_keep_their_digits() {
    let number = |text: &str| serde_json::from_str::<Value>(text).expect("a number");
    let numbers =
        ["1.50", "1e+3", "1e+400", "-0.0", "123456789012345678901234567890", "0.1000000000000000055511151231257827"];
    let extra = [("x".to_owned(), Value::Array(numbers.map(number).to_vec()))].into_iter().collect();
    let bytes = stable(&[Register { id: "a".into(), extra, ..Register::default() }]);
    let text = String::from_utf8_lossy(&bytes).to_lowercase();
    for number in numbers {
        assert!(text.contains(&number.to_lowercase()), "{number}");
    }
}

/// Texts with everything that tends to break files.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,20}",
        "(?s)[\u{0}-\u{ff}]{0,12}",
        prop::sample::select(vec![
            "",
            " ",
            "\u{0}",
            "\u{feff}",
            "\u{fffd}",
            "\u{202e}abc",
            "e\u{301}",
            "👩‍👩‍👧",
            "\\ud83d",
            "\"",
            "</script>",
            "\r\n",
            "\u{2028}",
            "null",
            "unread:title",
            "$serde",
        ])
        .prop_map(str::to_owned),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_filter("JSON has no infinity", |it| it.is_finite()).prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(text(), inner, 0..4).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Unknown fields; the prefix keeps them apart from the known ones.
fn extra() -> impl Strategy<Value = serde_json::Map<String, Value>> {
    let name = text().prop_map(|text| format!("x{text}"));
    prop::collection::btree_map(name, value(), 0..3).prop_map(|map| map.into_iter().collect())
}

fn point(mark: &'static str) -> impl Strategy<Value = Vec<Point>> {
    let points = prop::collection::vec((text(), any::<bool>(), text(), extra()), 0..3);
    points.prop_map(move |points| {
        let points = points.into_iter().enumerate();
        let point = |(index, (number, heading, text, extra)): (usize, (String, bool, String, _))| Point {
            id: Id(format!("{mark}{index}")),
            number,
            heading,
            text,
            extra,
        };
        points.map(point).collect()
    })
}

fn assessment() -> impl Strategy<Value = Assessment> {
    let levels = (any::<Option<u8>>(), any::<Option<u8>>(), any::<Option<u16>>());
    (levels, text(), text(), extra()).prop_map(|((likelihood, impact, score), date, by, extra)| Assessment {
        likelihood,
        impact,
        score,
        date: DateText(date),
        by,
        extra,
        ..Assessment::default()
    })
}

fn risk() -> impl Strategy<Value = Risk> {
    let texts = [(); 4].map(|()| text());
    let lists = (point("t"), point("q"), prop::collection::vec(text(), 0..3));
    (texts, lists, assessment(), assessment(), any::<bool>(), extra(), extra()).prop_map(
        |([number, title, category, review], (triggers, consequences, owners), residual, target, flag, extra, more)| {
            Risk {
                number,
                title,
                category,
                next_review: DateText(review),
                triggers,
                consequences,
                owners,
                residual,
                target,
                corporate: flag,
                extra,
                controls: vec![Control { extra: more.clone(), ..Control::default() }],
                actions: vec![Action { extra: more, ..Action::default() }],
                ..Risk::default()
            }
        },
    )
}

fn any_register() -> impl Strategy<Value = Register> {
    (prop::collection::vec(risk(), 0..4), text(), extra(), extra(), any::<bool>()).prop_map(
        |(mut risks, title, extra, of_criteria, with_criteria)| {
            for (index, risk) in risks.iter_mut().enumerate() {
                risk.id = Id(format!("r{index}"));
                risk.controls[0].id = Id(format!("c{index}"));
                risk.actions[0].id = Id(format!("a{index}"));
            }
            let mut criteria = if with_criteria { presets::five_by_four() } else { Default::default() };
            criteria.extra = of_criteria;
            Register { id: "a".into(), title, risks, extra, criteria, ..Register::default() }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_register_comes_back_as_it_was(register in any_register()) {
        stable(&[register]);
    }

    #[test]
    fn any_value_in_any_field_leaves_a_file_that_reads_back(field in 0..40_usize, odd in value(), item in value()) {
        let mut json: Value = serde_json::from_slice(&write(&[generate::register(1, 3)])).expect("a file is JSON");
        let fields = register::record::Record::fields(&Risk::default());
        let field = fields[field % fields.len()];
        json["registers"][0]["risks"][1][field] = odd;
        json["registers"][0]["risks"][2]["controls"] = json!([item]);
        let first = registers(read(json.to_string().as_bytes()).expect("an odd value costs its field at most"));
        prop_assert_eq!(first[0].risks.len(), 3);
        stable(&first);
    }
}
