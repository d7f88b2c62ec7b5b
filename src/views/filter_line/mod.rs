//! The filter line: what is shown, in which order and in which groups; the same in every view that shows risks.

mod builder;
mod chips;
mod kept;
mod order;
mod quick;
mod value;
mod words;

use leptos::prelude::*;
use register::filter::{Filter, GroupBy, Of, sentence};

use crate::components::popup::{At, below};
use crate::components::{Popup, popup};
use crate::erased::{effect, heard, memo, shown_while};
use crate::platform::clock;
use crate::route::{Place, Route, View};
use crate::state::{App, app};
use builder::{Builder, BuilderProps};
use chips::{Chips, ChipsProps};

/// The filter, how many risks it shows, and what a view adds at the end of the line.
#[component]
pub fn FilterLine(
    /// How many rows are shown.
    #[prop(into)]
    shown: Signal<usize>,
    /// What the rows are; risks unless the view says otherwise.
    #[prop(optional)]
    of: Of,
    /// How many rows there would be without a filter, where they are not risks.
    #[prop(optional)]
    all: Option<Signal<usize>>,
    /// What the view adds.
    children: Children,
) -> impl IntoView {
    let app = app();
    let filter = memo(move || app.place().filter);
    let (adding, ordering, keeping, folded): (At, At, At, At) = Default::default();
    let editing = RwSignal::new(None::<usize>);
    // What was begun to be changed is given up when the popup closes.
    effect(move || {
        if adding.with(Option::is_none) && folded.with(Option::is_none) {
            editing.set(None);
        }
    });
    let words = sentence_of(app, of);
    let count = move || {
        let (shown, all) = (shown.get(), all.map_or_else(|| app.order.with(|order| order.len()), |all| all.get()));
        let noun = match of {
            Of::Risk => "risks",
            Of::Control => "controls",
            Of::Action => "actions",
        };
        if shown == all { String::new() } else { format!("{shown} of {all} {noun}") }
    };
    let opens = move |at: At| heard(move |event: web_sys::MouseEvent| at.set(below(&event)));
    let sorted = move || app.place().sort.len();
    let chips = move |within: At| Chips(ChipsProps { filter, editing, within }).into_any();
    let build = move |within: At| Builder(BuilderProps { filter, editing, within }).into_any();
    view! {
        <div class="filter-line" role="search" aria-label="Filter">
            {words::field(app)}
            <div class="asked-wide">
                {chips(adding)}
                <button type="button" class="quiet" data-first aria-haspopup="dialog" on:click=opens(adding)>"+ Filter"</button>
                {clear(app, filter)}
            </div>
            <button type="button" class="asked-narrow" aria-haspopup="dialog" on:click=opens(folded)>
                {move || folded_label(app)}
            </button>
            <span class="count" role="status" title=move || words.get()>{move || count()}</span>
            <div class="sentence-room"><p class="sentence" title=move || words.get()>{move || words.get()}</p></div>
            <div class="line-end">
                <div class="asked-wide">
                    {group(app, of)}
                    <button type="button" class="quiet" aria-haspopup="dialog" on:click=opens(ordering)>
                        {move || if sorted() > 0 { format!("Sort ({})", sorted()) } else { "Sort".to_owned() }}
                    </button>
                    <button type="button" class="quiet" aria-haspopup="dialog" on:click=opens(keeping)>"My filters"</button>
                </div>
                {children()}
            </div>
        </div>
        <p class="sentence-printed">{move || words.get()}</p>
        <Popup at=adding title="Filter">{build(adding)}</Popup>
        <Popup at=ordering title="Sort">{order::order(app, of)}</Popup>
        <Popup at=keeping title="My filters">{kept::kept(app, of, keeping)}</Popup>
        <Popup at=folded title="Filter, sort and group">
            {chips(folded)}
            {clear(app, filter)}
            {build(folded)}
            <section class="popup-part">
                <h3>"Sort and group"</h3>
                {group(app, of)}
                {order::order(app, of)}
            </section>
            <section class="popup-part"><h3>"My filters"</h3>{kept::kept(app, of, folded)}</section>
        </Popup>
    }
    .into_any()
}

/// Changes what is asked, without a step for Back. Cells chosen on the heat map belonged to what was asked before.
fn ask(app: App, change: impl FnOnce(&mut Place)) {
    let mut place = Place { cells: Vec::new(), ..app.place_untracked() };
    change(&mut place);
    app.replace(Route::Register(place));
}

/// Filter, order and groups in words; blank where nothing is asked. They follow the address and the register's names, not each edit of a risk.
fn sentence_of(app: App, of: Of) -> Memo<String> {
    memo(move || {
        app.head.track();
        app.order.track();
        let place = app.place();
        if place.asks_nothing() {
            return String::new();
        }
        let Place { filter, sort, group, .. } = place;
        app.with_register(|register| sentence(register, of, &filter, &sort, group, clock::today()))
    })
}

fn folded_label(app: App) -> String {
    let place = app.place();
    match place.filter.conditions.len() + place.sort.len() + usize::from(place.group.is_some()) {
        0 => "Filter".to_owned(),
        count => format!("Filter ({count})"),
    }
}

fn clear(app: App, filter: Memo<Filter>) -> AnyView {
    let clear = move |_: web_sys::MouseEvent| {
        ask(app, |place| place.filter = Filter::default());
        popup::focus_first();
    };
    let button =
        move || view! { <button type="button" class="quiet" on:click=heard(clear)>"Clear filter"</button> }.into_any();
    shown_while(move || filter.with(|filter| !filter.is_empty()), button)
}

/// What the rows are grouped by, where there are rows.
fn group(app: App, of: Of) -> AnyView {
    let chosen = memo(move || app.place().group);
    let has_rows = memo(move || !matches!(app.place().view, View::Card | View::HeatMap | View::Report));
    let choose = move |event: web_sys::Event| {
        let word = event_target_value(&event);
        ask(app, |place| place.group = GroupBy::of(&word));
    };
    let option = move |by: GroupBy| {
        let selected = move || chosen.get() == Some(by);
        view! { <option value=by.word() selected=selected>{format!("By {}", lower(&by.label()))}</option> }.into_any()
    };
    let select = move || {
        let options: Vec<AnyView> = GroupBy::ALL.into_iter().filter(|by| by.suits(of)).map(option).collect();
        view! {
            <select
                class="group-by"
                aria-label="Group by"
                prop:value=move || chosen.get().map_or("", GroupBy::word)
                on:change=heard(choose)
            >
                <option value="">"No groups"</option>
                {options}
            </select>
        }
        .into_any()
    };
    shown_while(move || has_rows.get(), select)
}

fn lower(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    text
}
