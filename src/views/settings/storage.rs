//! How much of the storage is used, and by what.

use leptos::prelude::*;
use register::sort::sort;
use store::{Listing, Usage};

use super::aside;
use crate::erased::{heard, memo, spawn};
use crate::platform::{journal, keeping};
use crate::state::App;
use crate::state::shelf::UNTITLED;

/// What Chromium and Firefox give to a site: 5 × 1,024 × 1,024 UTF-16 units.
const QUOTA: usize = 5 * 1024 * 1024;

/// One line of the table.
#[derive(Debug, PartialEq)]
struct Share {
    what: String,
    chars: usize,
}

/// What takes how much: registers, largest first, then the rest.
fn shares(listing: &Listing, usage: &Usage) -> Vec<Share> {
    let mut shares: Vec<Share> = usage
        .registers
        .iter()
        .map(|(id, &chars)| {
            let summary = listing.registers.iter().find(|summary| summary.id == *id);
            let what = match summary {
                Some(it) if it.newer => "A register of a newer Heatgrid".to_owned(),
                Some(it) => {
                    let title = if it.title.is_empty() { UNTITLED } else { &it.title };
                    format!("{title}{}", if it.trashed.is_some() { " (in the bin)" } else { "" })
                }
                None => "Left over from a register".to_owned(),
            };
            Share { what, chars }
        })
        .collect();
    sort(&mut shares, |a, b| b.chars.cmp(&a.chars).then_with(|| a.what.cmp(&b.what)));
    let rest = [("Put aside", usage.aside), ("Settings and other pages of this site", usage.other)];
    let rest = rest.into_iter().filter(|(_, chars)| *chars > 0);
    shares.extend(rest.map(|(what, chars)| Share { what: what.to_owned(), chars }));
    shares
}

/// A number with commas between thousands.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// How full the storage is, e.g. `1.2 of about 5.2 million characters`.
fn fullness(total: usize) -> String {
    let tenths = |chars: usize| {
        let tenths = (chars + 50_000) / 100_000;
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    match total {
        0..100_000 => format!("{} of about {} million characters", thousands(total), tenths(QUOTA)),
        _ => format!("{} of about {} million characters", tenths(total), tenths(QUOTA)),
    }
}

fn percent(chars: usize) -> String {
    match chars * 100 / QUOTA {
        0 => "under 1%".to_owned(),
        percent => format!("{percent}%"),
    }
}

/// The part of the page about the storage.
pub fn storage(app: App) -> AnyView {
    let listing = memo(move || app.listing());
    let usage = memo(move || app.usage());
    let total = move || usage.with(Usage::total);
    let rows = move || {
        let shares = listing.with(|listing| usage.with(|usage| shares(listing, usage)));
        let row = |share: Share| {
            view! {
                <tr>
                    <th scope="row">{share.what}</th>
                    <td class="figures">{thousands(share.chars)}</td>
                    <td class="figures">{percent(share.chars)}</td>
                </tr>
            }
            .into_any()
        };
        shares.into_iter().map(row).collect_view()
    };
    let failure = move || {
        let words = listing.with(|listing| listing.failure.as_ref().map(ToString::to_string))?;
        Some(view! { <p class="error" role="alert">{words}</p> }.into_any())
    };
    view! {
        <section aria-labelledby="storage-heading">
            <h2 id="storage-heading">"Storage"</h2>
            {move || failure()}
            <p class="fullness">
                <meter min="0" max=QUOTA.to_string() high=(QUOTA / 10 * 8).to_string() aria-label="Storage used"
                    prop:value=move || total() as f64></meter>
                <span>{move || fullness(total())}</span>
            </p>
            <table class="shares listing">
                <caption class="sr">"What takes how much of the storage"</caption>
                <thead>
                    <tr>
                        <th scope="col">"What"</th>
                        <th scope="col" class="figures">"Characters"</th>
                        <th scope="col" class="figures">"Share"</th>
                    </tr>
                </thead>
                <tbody>{move || rows()}</tbody>
            </table>
            <p class="hint">
                "A register counts with its history. To make room, delete registers for good from the bin."
            </p>
            {kept()}
            {aside::aside(app, listing)}
        </section>
    }
    .into_any()
}

const NO_JOURNAL: &str = "This browser keeps no journal for this page: if it is killed, or the power fails, it may lose what \
                          you changed in the minutes before. Save a file after important changes.";

/// Whether the browser keeps what is stored, and asking it to.
fn kept() -> AnyView {
    let kept = RwSignal::new(None::<bool>);
    let has_journal = RwSignal::new(true);
    let refused = RwSignal::new(false);
    spawn(async move {
        kept.try_set(keeping::is_kept().await);
        has_journal.try_set(journal::works().await.is_truthy());
    });
    let ask = move |_| {
        spawn(async move {
            let answer = keeping::ask().await;
            kept.try_set(answer);
            refused.try_set(answer != Some(true));
        });
    };
    let words = move || match kept.get() {
        None => {
            "The browser does not say whether it deletes what is stored when the disk gets full. Save files now and then."
        }
        Some(true) => "The browser keeps your registers until you delete them.",
        Some(false) => "The browser may delete your registers when the disk gets full. Save files now and then.",
    };
    let button = move || {
        (kept.get() == Some(false)).then(|| {
            view! {
                <div class="buttons">
                    <button type="button" on:click=heard(ask)>"Ask the browser to keep them"</button>
                </div>
            }
            .into_any()
        })
    };
    let answer = move || {
        refused.get().then_some("It did not agree. A bookmark of this page, or using it more often, may change that.")
    };
    view! {
        <p>{move || words()}</p>
        {move || (!has_journal.get()).then(|| view! { <p>{NO_JOURNAL}</p> }.into_any())}
        {move || button()}
        <p class="hint" role="status">{move || answer()}</p>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use store::Summary;

    use super::*;

    #[test]
    fn fullness_is_told_in_words() {
        assert_eq!(fullness(0), "0 of about 5.2 million characters");
        assert_eq!(fullness(12_345), "12,345 of about 5.2 million characters");
        assert_eq!(fullness(1_234_567), "1.2 of about 5.2 million characters");
        assert_eq!(fullness(QUOTA), "5.2 of about 5.2 million characters");
        assert_eq!([percent(9), percent(QUOTA / 2)], ["under 1%", "50%"]);
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 1000, 1_234_567].map(thousands), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn the_largest_register_comes_first_and_all_is_counted() {
        let summary = |id: &str, title: &str, trashed: Option<&str>| Summary {
            id: id.into(),
            title: title.to_owned(),
            trashed: trashed.map(ToOwned::to_owned),
            ..Summary::default()
        };
        let listing = Listing {
            registers: vec![summary("a", "Small", None), summary("b", "", Some("2026"))],
            ..Listing::default()
        };
        let registers = [("a".into(), 10), ("b".into(), 30), ("c".into(), 20)].into_iter().collect();
        let usage = Usage { registers, aside: 0, other: 5 };
        let shares = shares(&listing, &usage);
        let seen: Vec<_> = shares.iter().map(|share| (share.what.as_str(), share.chars)).collect();
        let wanted = [
            ("Untitled register (in the bin)", 30),
            ("Left over from a register", 20),
            ("Small", 10),
            ("Settings and other pages of this site", 5),
        ];
        assert_eq!(seen, wanted);
        assert_eq!(shares.iter().map(|share| share.chars).sum::<usize>(), usage.total());
    }
}
