//! Ranks: text that sorts as the risks stand, with room between any two.
//!
//! A rank is a fraction in base 36 (`0`–`9`, `a`–`z`) that does not end in `0`. Moving a risk writes the moved
//! risk alone, and there is no key for the order that all tabs would have to share.
//!
//! The crate `fractional_index` was tried: its ranks vary in length, so that an edit's bytes would depend on the
//! register's size, and it panics on some texts a damaged storage may hold.

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
/// The digits that first ranks differ in: 60 million places.
const WIDTH: u32 = 5;
const PLACES: u64 = 36u64.pow(WIDTH);

fn value(digit: u8) -> Option<u8> {
    DIGITS.iter().position(|it| *it == digit).and_then(|it| u8::try_from(it).ok())
}

/// The rank as read; one that is none stands for the end.
pub(crate) fn checked(rank: &str) -> String {
    let good = rank.bytes().all(|it| value(it).is_some()) && rank.bytes().last().is_some_and(|it| it != b'0');
    if good { rank.to_owned() } else { "zzzzzi".to_owned() }
}

/// The rank of a place; all of them have the same length.
fn of_place(mut place: u64) -> String {
    let mut digits = vec![b'i'];
    for _ in 0..WIDTH {
        digits.push(DIGITS[usize::try_from(place % 36).unwrap_or_default()]);
        place /= 36;
    }
    digits.iter().rev().map(|it| char::from(*it)).collect()
}

/// The place a rank begins with.
fn place_of(rank: &str) -> u64 {
    let digits = rank.bytes().chain(std::iter::repeat(b'0')).take(WIDTH as usize);
    digits.fold(0, |sum, digit| sum * 36 + u64::from(value(digit).unwrap_or(35)))
}

/// Ranks for the risks of a new register: of one length whatever the count, evenly spread.
pub(crate) fn initial(count: usize) -> Vec<String> {
    let step = PLACES / (count as u64 + 1);
    (1..=count as u64).map(|it| of_place((it * step).min(PLACES - 1))).collect()
}

/// A rank after `low` and, where there is one, before `high`; `None` where nothing fits between.
fn between(low: &str, high: Option<&str>) -> Option<String> {
    let (low, high) = (low.as_bytes(), high.map(str::as_bytes));
    let mut rank = String::new();
    let mut bound = high;
    for at in 0.. {
        let from = low.get(at).map_or(Some(0), |it| value(*it))?;
        let to = match bound {
            Some(high) => value(*high.get(at)?)?,
            None => 36,
        };
        if to > from + 1 {
            rank.push(char::from(DIGITS[usize::from((from + to) / 2)]));
            break;
        }
        if to < from {
            return None;
        }
        if to == from + 1 {
            bound = None;
        }
        rank.push(char::from(DIGITS[usize::from(from)]));
    }
    Some(rank)
}

/// A rank at the end: the next place, so that adding one risk after another does not make ranks longer.
fn after(low: &str) -> Option<String> {
    match place_of(low) + 1 {
        _ if low.is_empty() => between("", None),
        next if next < PLACES => Some(of_place(next)),
        _ => between(low, None),
    }
}

/// A rank at the beginning, likewise.
fn before(high: &str) -> Option<String> {
    match place_of(high).checked_sub(1) {
        Some(next) => Some(of_place(next)),
        None => between("", Some(high)),
    }
}

/// That many ranks between two (`low` may be empty for the beginning), in order; empty where nothing fits.
pub(crate) fn spread(low: &str, high: Option<&str>, count: usize) -> Vec<String> {
    let mut ranks = Vec::with_capacity(count);
    fill(low, high, count, &mut ranks);
    if ranks.len() == count { ranks } else { Vec::new() }
}

fn fill(low: &str, high: Option<&str>, count: usize, ranks: &mut Vec<String>) {
    let Some(earlier) = count.checked_sub(1) else { return };
    // At an end the next place is near that end; within, halving keeps ranks short.
    let (left, middle) = match (low, high) {
        (low, None) => (0, after(low)),
        ("", Some(high)) => (earlier, before(high)),
        (low, high) => (earlier / 2, between(low, high)),
    };
    let Some(middle) = middle else { return };
    fill(low, Some(&middle), left, ranks);
    ranks.push(middle.clone());
    fill(&middle, high, earlier - left, ranks);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn first_ranks_are_in_order_and_of_one_length() {
        for count in [1, 2, 10, 10_000] {
            let ranks = initial(count);
            assert!(ranks.windows(2).all(|two| two[0] < two[1]));
            assert!(ranks.iter().all(|it| it.len() == WIDTH as usize + 1 && checked(it) == *it));
        }
    }

    #[test]
    fn adding_at_an_end_again_and_again_does_not_lengthen_ranks() {
        let mut ranks = initial(3);
        for _ in 0..1000 {
            let (first, last) = (ranks[0].clone(), ranks[ranks.len() - 1].clone());
            ranks.splice(0..0, spread("", Some(&first), 1));
            ranks.extend(spread(&last, None, 1));
        }
        assert!(ranks.windows(2).all(|two| two[0] < two[1]));
        assert!(ranks.iter().all(|it| it.len() == WIDTH as usize + 1));
    }

    #[test]
    fn text_that_is_no_rank_stands_at_the_end() {
        for text in ["", "é", "A", "a0", "a b"] {
            assert_eq!(checked(text), "zzzzzi");
        }
    }

    #[test]
    fn nothing_fits_between_equals() {
        assert!(spread("i", Some("i"), 1).is_empty());
        assert!(spread("j", Some("i"), 1).is_empty());
    }

    proptest! {
        #[test]
        fn there_is_room_between_any_two(low in "[0-9a-z]{0,8}[1-9a-z]", high in "[0-9a-z]{0,8}[1-9a-z]", count in 1usize..40) {
            let (low, high) = if low < high { (low, high) } else { (high, low) };
            prop_assume!(low < high);
            for (low, high) in [(low.as_str(), Some(high.as_str())), ("", Some(&high)), (&low, None), ("", None)] {
                let ranks = spread(low, high, count);
                prop_assert_eq!(ranks.len(), count);
                prop_assert!(ranks[0].as_str() > low);
                prop_assert!(high.is_none_or(|high| ranks[count - 1].as_str() < high));
                prop_assert!(ranks.windows(2).all(|two| two[0] < two[1]));
                prop_assert!(ranks.iter().all(|it| checked(it) == *it));
            }
        }
    }
}
