//! A block of cells as an HTML table, which keeps line breaks where it is pasted.

/// The table. Cells are marked as text, so that a spreadsheet neither runs nor converts them.
pub fn html(rows: &[Vec<String>]) -> String {
    let mut text = String::from("<meta charset=\"utf-8\"><table>");
    for row in rows {
        text.push_str("<tr>");
        for cell in row {
            // Excel's own style: the cell is text, whatever it begins with.
            text.push_str("<td style=\"mso-number-format:'\\@';white-space:pre-wrap;vertical-align:top\">");
            text.push_str(&escaped(cell));
            text.push_str("</td>");
        }
        text.push_str("</tr>");
    }
    text.push_str("</table>");
    text
}

fn escaped(cell: &str) -> String {
    let cell = cell.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    // Excel takes a plain break for the beginning of another cell.
    cell.replace('\n', "<br style=\"mso-data-placement:same-cell\">")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let rows = vec![vec!["<b>&\"".to_owned(), "two\nlines".to_owned()], vec!["=1".to_owned(), String::new()]];
        let table = html(&rows);
        assert!(table.contains(">&lt;b&gt;&amp;&quot;</td>"), "{table}");
        assert!(table.contains(">two<br style=\"mso-data-placement:same-cell\">lines</td>"), "{table}");
        assert_eq!(table.matches("<tr>").count(), 2);
        assert_eq!(table.matches("mso-number-format:'\\@'").count(), 4);
    }
}
