//! Today and now, in the user's time zone.

use register::date::Day;

/// Today's date on the user's calendar.
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    let part = |value: u32| u8::try_from(value).unwrap_or(1);
    let year = u16::try_from(now.get_full_year()).unwrap_or(u16::MAX);
    Day { year, month: part(now.get_month() + 1), day: part(now.get_date()) }
}

/// This moment as ISO 8601 in UTC, to the millisecond.
pub fn now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// The moment so many milliseconds ago, as ISO 8601 in UTC.
pub fn ago(milliseconds: f64) -> String {
    String::from(js_sys::Date::new(&(js_sys::Date::now() - milliseconds).into()).to_iso_string())
}

/// A moment as `11/09/2018 14:32` in the user's time zone; a text that is no moment stays as it is.
pub fn local(iso: &str) -> String {
    let at = js_sys::Date::new(&iso.into());
    if at.get_time().is_nan() {
        return iso.to_owned();
    }
    format!(
        "{:02}/{:02}/{:04} {:02}:{:02}",
        at.get_date(),
        at.get_month() + 1,
        at.get_full_year(),
        at.get_hours(),
        at.get_minutes()
    )
}

/// A moment as `14:32` in the user's time zone.
pub fn local_time(iso: &str) -> String {
    local(iso).split(' ').next_back().unwrap_or_default().to_owned()
}
