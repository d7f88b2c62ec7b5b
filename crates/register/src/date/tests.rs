use super::*;

fn meaning(text: &str) -> Meaning {
    DateText::from(text).meaning()
}

fn day(year: u16, month: u8, day: u8) -> Meaning {
    Meaning::Day(Day { year, month, day })
}

#[test]
fn reads_the_forms_found_in_registers() {
    for text in [
        "31/03/2024",
        "31/3/24",
        "31-03-2024",
        "31.3.2024",
        "31 March 2024",
        "31 Mar 24",
        "31st March 2024",
        "2024-03-31",
    ] {
        assert_eq!(meaning(text), day(2024, 3, 31), "{text}");
    }
    for text in ["Sep-16", "Sept 16", "Sep 2016", "September 2016", "2016-09", "09/2016"] {
        assert_eq!(meaning(text), Meaning::Month(2016, 9), "{text}");
    }
    assert_eq!(meaning("29/02/2024"), day(2024, 2, 29));
}

#[test]
fn keeps_what_cannot_be() {
    assert_eq!(meaning("31/04/2021"), Meaning::Impossible);
    assert_eq!(meaning("29/02/2023"), Meaning::Impossible);
    assert_eq!(meaning("01/13/2023"), Meaning::Impossible);
    assert_eq!(meaning("ongoing"), Meaning::Unreadable);
    assert_eq!(meaning("3/4/5/6"), Meaning::Unreadable);
    assert_eq!(meaning("  "), Meaning::Blank);
    assert_eq!(DateText::typed(" 31/04/2021 ").0, "31/04/2021");
    assert_eq!(DateText::from("31/04/2021").short(), "31/04/2021");
}

#[test]
fn typing_gives_the_standard_form() {
    assert_eq!(DateText::typed("31/3/24").0, "2024-03-31");
    assert_eq!(DateText::typed("Mar 24").0, "2024-03");
    assert_eq!(DateText::typed("2024-03-31").0, "2024-03-31");
}

#[test]
fn shows_british_dates() {
    assert_eq!(DateText::from("2018-09-11").long(), "11 September 2018");
    assert_eq!(DateText::from("2018-09-11").short(), "11/09/2018");
    assert_eq!(DateText::from("2016-09").short(), "Sep 2016");
}

#[test]
fn a_month_is_past_after_its_last_day() {
    let month = DateText::from("2024-02");
    assert!(!month.is_past(Day { year: 2024, month: 2, day: 29 }));
    assert!(month.is_past(Day { year: 2024, month: 3, day: 1 }));
    assert!(!DateText::from("31/04/2021").is_past(Day { year: 2024, month: 3, day: 1 }));
}
