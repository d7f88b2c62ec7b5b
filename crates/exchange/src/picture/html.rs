//! The heat map as a table with shaded cells, which Word, PowerPoint and Outlook take from the clipboard, and as text.

use std::fmt::Write;

use register::heat::{appetite, number};
use register::scoring::level;

use super::Picture;
use super::paint::{band, escaped, tint};

/// The heat map as an HTML table. Colours and sizes stand in attributes, which Word takes as well as styles: a browser
/// applies the page's security policy to what the page copies, and that lets no style stand in an element.
pub fn html(picture: &Picture<'_>) -> String {
    let criteria = picture.criteria();
    let cells = picture.cells();
    let across = criteria.likelihood_across;
    let (likelihoods, impacts) = criteria.size();
    let (rows, columns) = if across { (impacts, likelihoods) } else { (likelihoods, impacts) };
    let (up, right) = picture.axes();
    let mut out = format!(
        "<p><b>{}</b><br>{}</p><table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">",
        escaped(picture.title()),
        escaped(&picture.subtitle())
    );
    let mut add = |text: std::fmt::Arguments<'_>| out.write_fmt(text).unwrap_or_default();
    for row in (1..=rows).rev() {
        add(format_args!("<tr><th align=\"right\">{}</th>", escaped(&level(criteria, !across, row))));
        for column in 1..=columns {
            let at = if across { (column, row) } else { (row, column) };
            let risks = &cells.cells[usize::from(at.0) - 1][usize::from(at.1) - 1];
            let numbers: Vec<String> = risks.iter().map(|&place| numbered(picture, place)).collect();
            let fill = tint(criteria, at);
            add(format_args!(
                "<td align=\"center\" valign=\"top\" width=\"110\" height=\"80\" bgcolor=\"{fill}\"><b>{}</b><br><small>{}</small></td>",
                escaped(&numbers.join(", ")),
                escaped(&scored(picture, at))
            ));
        }
        add(format_args!("</tr>"));
    }
    add(format_args!("<tr><th>{} (up), {} (across)</th>", escaped(up), escaped(right)));
    for column in 1..=columns {
        add(format_args!("<th>{}</th>", escaped(&level(criteria, across, column))));
    }
    add(format_args!("</tr></table>"));
    for text in below(picture, &cells.elsewhere) {
        add(format_args!("<p>{}</p>", escaped(&text)));
    }
    out
}

/// The heat map as text with tabs, for where neither a table nor a picture can stand.
pub fn text(picture: &Picture<'_>) -> String {
    let criteria = picture.criteria();
    let cells = picture.cells();
    let (likelihoods, impacts) = criteria.size();
    let mut lines = vec![picture.title().to_owned(), picture.subtitle()];
    for likelihood in (1..=likelihoods).rev() {
        for impact in (1..=impacts).rev() {
            let risks = &cells.cells[usize::from(likelihood) - 1][usize::from(impact) - 1];
            if !risks.is_empty() {
                let numbers: Vec<String> = risks.iter().map(|&place| numbered(picture, place)).collect();
                lines.push(format!(
                    "{} {} × {} {}\t{}\t{}",
                    criteria.likelihood.name,
                    level(criteria, true, likelihood),
                    criteria.impact.name,
                    level(criteria, false, impact),
                    scored(picture, (likelihood, impact)),
                    numbers.join(", ")
                ));
            }
        }
    }
    lines.extend(below(picture, &cells.elsewhere));
    lines.join("\n")
}

/// A number with the corporate flag, as it is printed.
fn numbered(picture: &Picture<'_>, place: usize) -> String {
    let risk = &picture.register.risks[place];
    let flag = if risk.corporate { " (CR)" } else { "" };
    format!("{}{flag}", number(risk))
}

/// The score of a cell with the letter of its band, e.g. `16 H`.
fn scored(picture: &Picture<'_>, at: (u8, u8)) -> String {
    let criteria = picture.criteria();
    let score = criteria.score_at(at.0, at.1).map(|score| score.to_string()).unwrap_or_default();
    let letter = band(criteria, at).map(|band| band.letter.as_str()).unwrap_or_default();
    format!("{score} {letter}").trim().to_owned()
}

/// What stands below the map.
fn below(picture: &Picture<'_>, elsewhere: &[usize]) -> Vec<String> {
    let bands: Vec<String> = picture
        .criteria()
        .bands
        .iter()
        .map(|it| format!("{} {}", it.letter, picture.criteria().band_words(it)))
        .collect();
    let accepted = appetite(picture.register, picture.places).map(|it| it.words());
    let parts = [Some(bands.join(" · ")), accepted, picture.moved(), picture.elsewhere(elsewhere)];
    parts.into_iter().flatten().filter(|text| !text.trim().is_empty()).collect()
}
