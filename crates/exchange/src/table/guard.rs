//! Cells that a spreadsheet would take for a formula.
//!
//! A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return may be run as a formula where it is pasted
//! (OWASP, "CSV Injection"). An apostrophe before it makes it text; reading takes the apostrophe away again.

/// The cell as it may stand in a spreadsheet.
pub fn guarded(cell: &str) -> String {
    if is_formula(cell) || cell.strip_prefix('\'').is_some_and(|rest| is_formula(rest.trim_start_matches('\''))) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// The cell as it was before [`guarded`].
pub fn unguarded(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest.to_owned(),
        _ => cell,
    }
}

/// Whether a spreadsheet would run it. A plain negative number is none.
fn is_formula(cell: &str) -> bool {
    let number =
        cell.strip_prefix('-').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|it| it.is_ascii_digit()));
    cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_text_and_come_back() {
        for cell in ["=1+1", "+44 20", "-a", "@x", "\tx", "'=1", "''=1", "-"] {
            assert!(guarded(cell).starts_with('\''), "{cell}");
            assert_eq!(unguarded(guarded(cell)), cell);
        }
    }

    #[test]
    fn everything_else_stays() {
        for cell in ["", "-12", "1=1", "'tis", "''", "a", "'"] {
            assert_eq!(guarded(cell), cell);
            assert_eq!(unguarded(cell.to_owned()), cell);
        }
    }
}
