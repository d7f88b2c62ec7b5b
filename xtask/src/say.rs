//! What the chores print of their own.

use std::time::Duration;

/// Announces a step that takes a while.
pub fn step(what: &str, takes: &str) {
    println!("\n==> {what} ({takes})");
}

/// Tells something worth knowing.
pub fn note(what: &str) {
    println!("    {what}");
}

/// Tells what went wrong and what to do about it.
pub fn failure(what: &str) {
    println!("\nerror: {what}");
}

/// A duration as a person would say it.
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        assert_eq!(duration(Duration::from_millis(4_260)), "4.3 s");
        assert_eq!(duration(Duration::from_secs(125)), "2 min 05 s");
    }
}
