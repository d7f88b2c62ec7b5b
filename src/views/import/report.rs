//! What was odd in a file, gravest first.

use exchange::{Line, Weight};
use leptos::prelude::*;

/// The most lines that are drawn of one report.
const MOST: usize = 50;

const GRAVEST_FIRST: [Weight; 4] = [Weight::LeftOut, Weight::SetBeside, Weight::Mended, Weight::Kept];

/// What a weight means, as a heading.
const fn heading(weight: Weight) -> &'static str {
    match weight {
        Weight::LeftOut => "Not taken over",
        Weight::SetBeside => "Could not be read; kept beside the field",
        Weight::Mended => "Put right",
        Weight::Kept => "Kept as it is; worth a look",
    }
}

/// Lines of one weight: those to draw, and how many there are in all.
#[derive(Debug, PartialEq)]
struct Group<'a> {
    weight: Weight,
    count: usize,
    lines: Vec<&'a Line>,
}

/// The report by weight, gravest first, and how many lines are not drawn.
fn grouped(report: &[Line], most: usize) -> (Vec<Group<'_>>, usize) {
    let mut room = most;
    let group = |weight| {
        let all = || report.iter().filter(move |line| line.weight == weight);
        let lines: Vec<_> = all().take(room).collect();
        room -= lines.len();
        Group { weight, count: all().count(), lines }
    };
    let groups = GRAVEST_FIRST.map(group).into_iter().filter(|group| group.count > 0).collect();
    (groups, report.len().saturating_sub(most))
}

/// The report as a table that can be folded away. It is open where something was lost or could not be read.
pub fn report(report: &[Line], title: &'static str) -> Option<AnyView> {
    if report.is_empty() {
        return None;
    }
    let (groups, rest) = grouped(report, MOST);
    let grave = groups.iter().any(|group| group.weight >= Weight::SetBeside);
    let summary = format!("{title}: {}", report.len());
    let groups = groups.into_iter().map(|group| {
        let heading = format!("{} ({})", heading(group.weight), group.count);
        let lines = group.lines.into_iter().map(line).collect_view();
        view! {
            <tbody>
                <tr class="weight"><th scope="rowgroup" colspan="4">{heading}</th></tr>
                {lines}
            </tbody>
        }
        .into_any()
    });
    Some(
        view! {
            <details class="oddities" open=grave>
                <summary>{summary}</summary>
                <table class="listing">
                    <thead>
                        <tr>
                            <th scope="col">"Risk"</th>
                            <th scope="col">"Field"</th>
                            <th scope="col">"Value"</th>
                            <th scope="col">"What was found"</th>
                        </tr>
                    </thead>
                    {groups.collect_view()}
                </table>
                {(rest > 0).then(|| view! { <p class="hint">{format!("and {rest} more")}</p> }.into_any())}
            </details>
        }
        .into_any(),
    )
}

fn line(line: &Line) -> AnyView {
    view! {
        <tr>
            <td>{line.risk.clone()}</td>
            <td>{line.field.clone()}</td>
            <td class="value">{line.value.clone()}</td>
            <td>{line.message.clone()}</td>
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(weight: Weight, count: usize) -> Vec<Line> {
        let line = |place: usize| Line {
            risk: Some(place.to_string()),
            field: "Title".to_owned(),
            value: String::new(),
            message: String::new(),
            weight,
        };
        (0..count).map(line).collect()
    }

    #[test]
    fn the_gravest_lines_come_first_and_the_rest_is_counted() {
        let report = [lines(Weight::Kept, 40), lines(Weight::LeftOut, 3), lines(Weight::Mended, 10)].concat();
        let (groups, rest) = grouped(&report, 20);
        let seen: Vec<_> = groups.iter().map(|group| (group.weight, group.count, group.lines.len())).collect();
        assert_eq!(seen, [(Weight::LeftOut, 3, 3), (Weight::Mended, 10, 10), (Weight::Kept, 40, 7)]);
        assert_eq!(rest, 33);
        assert_eq!(groups[0].lines[2].risk.as_deref(), Some("2"));
    }

    #[test]
    fn a_short_report_is_drawn_whole() {
        let report = lines(Weight::SetBeside, 50);
        let (groups, rest) = grouped(&report, MOST);
        assert_eq!((groups[0].lines.len(), rest), (50, 0));
    }
}
