//! JSON damaged by what it means: values of another shape, lost, doubled, swapped, renamed, nested.

use serde_json::{Map, Value, json};

use crate::Dice;

/// Damages one value of a JSON text; nothing where it is none.
pub fn damage_json(text: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let mut value: Value = serde_json::from_slice(text).ok()?;
    let count = count(&value);
    let other = nth(&mut value, dice.below(count))?.clone();
    damage(nth(&mut value, dice.below(count))?, other, dice);
    serde_json::to_vec(&value).ok()
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(count).sum::<usize>(),
        Value::Object(map) => map.values().map(count).sum(),
        _ => 0,
    }
}

/// The n-th value, from the outside in.
fn nth(value: &mut Value, mut n: usize) -> Option<&mut Value> {
    if n == 0 {
        return Some(value);
    }
    n -= 1;
    let inside: Vec<&mut Value> = match value {
        Value::Array(list) => list.iter_mut().collect(),
        Value::Object(map) => map.iter_mut().map(|(_, value)| value).collect(),
        _ => return None,
    };
    for value in inside {
        let size = count(value);
        if n < size {
            return nth(value, n);
        }
        n -= size;
    }
    None
}

fn damage(value: &mut Value, other: Value, dice: &mut Dice) {
    match (dice.below(8), &mut *value) {
        (0..4, Value::Object(map)) if !map.is_empty() => in_map(map, other, dice),
        (0..4, Value::Array(list)) if !list.is_empty() => {
            let (at, to) = (dice.below(list.len()), dice.below(list.len()));
            match dice.below(5) {
                0 => drop(list.remove(at)),
                1 => list.swap(at, to),
                2 => list.insert(at, other),
                3 => list.truncate(at),
                _ => list.extend(vec![list[at].clone(); 1 + dice.below(60)]),
            }
        }
        (0..4, Value::String(text)) => crate::damage_text(text, dice),
        (4, _) => *value = other,
        (5, _) => *value = if dice.below(2) == 0 { json!([value.take()]) } else { json!({"id": value.take()}) },
        (6, _) => {
            for _ in 0..1 + dice.below(200) {
                *value = json!([value.take()]);
            }
        }
        _ => *value = odd(dice),
    }
}

fn in_map(map: &mut Map<String, Value>, other: Value, dice: &mut Dice) {
    let names: Vec<String> = map.keys().cloned().collect();
    let name = &names[dice.below(names.len())];
    match dice.below(4) {
        0 => drop(map.remove(name)),
        1 => drop(map.insert(name.clone(), other)),
        2 => {
            let value = map.remove(name).unwrap_or_default();
            let strange = [name.to_uppercase(), format!(" {name}"), format!("unread:{name}"), "__proto__".to_owned()];
            let new = strange.get(dice.below(8)).or(names.get(dice.below(names.len())));
            map.insert(new.unwrap_or(name).clone(), value);
        }
        _ => drop(map.insert(format!("{name}{}", dice.below(9)), other)),
    }
}

/// A value that hardly any field expects.
fn odd(dice: &mut Dice) -> Value {
    let numbers =
        ["-1", "0", "1.50", "1e400", "-0", "255", "256", "65536", "99999999999", "18446744073709551616", "0.1"];
    match dice.below(8) {
        0 => Value::Null,
        1 => Value::Bool(dice.below(2) == 0),
        2 | 3 => serde_json::from_str(dice.one(&numbers)).unwrap_or_default(),
        4 => json!("a".repeat(dice.below(3000))),
        5 => json!([]),
        6 => json!({}),
        _ => json!(dice.one(&["", " ", "1", "true", "null", "31/02/2024", "2024-13", "r0", "\u{0}", "[]", "£1.2m"])),
    }
}
