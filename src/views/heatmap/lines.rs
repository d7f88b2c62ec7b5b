//! The lines over the cells and below the numbers: where the accepted scores end, and what moved.

use leptos::prelude::*;
use register::heat::{Arrow, line};

use super::desk::Desk;
use crate::erased::memo;

/// The lines.
pub fn lines(desk: Desk) -> AnyView {
    let size = move |part: fn(&register::heat::Layout) -> i32| desk.layout.with(part).to_string();
    let edge = move || {
        let accepted = desk.appetite.get()?.highest;
        let pieces = desk.app.head.with(|head| desk.layout.with(|layout| line(&head.criteria, accepted, layout)));
        let path: String = pieces.iter().map(|(a, b)| format!("M{} {}L{} {}", a.x, a.y, b.x, b.y)).collect();
        (!path.is_empty())
            .then(|| view! { <path class="edge-back" d=path.clone() /> <path class="edge" d=path /> }.into_any())
    };
    let lit = memo(move || {
        let id = desk.lit.get()?;
        desk.map.with(|map| {
            let (at, own) = map.find(&id)?;
            map.cell(at).get(own).map(|chip| chip.place)
        })
    });
    let arrows = move || desk.arrows.get().0.into_iter().map(|it| arrow(it, lit)).collect_view();
    view! {
        <svg
            class="heat-lines"
            aria-hidden="true"
            focusable="false"
            width=move || size(|it| it.width)
            height=move || size(|it| it.height)
        >
            {move || edge()}
            {move || arrows()}
        </svg>
    }
    .into_any()
}

fn arrow(arrow: Arrow, lit: Memo<Option<usize>>) -> AnyView {
    let Arrow { start, control, end, head, .. } = arrow;
    let curve = format!("M{} {}Q{} {} {} {}", start.x, start.y, control.x, control.y, end.x, end.y);
    let corners = head.iter().map(|it| format!("{},{}", it.x, it.y)).collect::<Vec<_>>().join(" ");
    let count = arrow.count.map(|at| {
        let text = arrow.risks.len().to_string();
        let half = 5 + 4 * i32::try_from(text.len()).unwrap_or(0);
        view! {
            <rect
                class="arrow-ring"
                x=(at.x - half).to_string()
                y=(at.y - 8).to_string()
                width=(2 * half).to_string()
                height="16"
                rx="8"
            />
            <text class="arrow-count" x=at.x.to_string() y=(at.y + 4).to_string()>{text}</text>
        }
        .into_any()
    });
    let (counted, risks) = (arrow.count.is_some(), arrow.risks);
    let lit = move || lit.get().is_some_and(|place| risks.contains(&place));
    view! {
        <g class="arrow" class:counted=counted class:lit=lit>
            <path class="arrow-back" d=curve.clone() />
            <path class="arrow-line" d=curve />
            <polygon points=corners />
            <circle class="arrow-ring" cx=start.x.to_string() cy=start.y.to_string() r="4" />
            {count}
        </g>
    }
    .into_any()
}
