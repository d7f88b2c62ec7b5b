//! A browser, or the process of a page, that ends at any moment: nothing that the bar called saved is lost.
#![allow(clippy::disallowed_methods, reason = "they panic in a browser page; this runs beside it")]

use std::collections::BTreeMap;

use browser_tests::{Mortal, Page, chromium_only, fixture, has, known, say, wait};
use serde_json::{Value, json};

/// Heads, risks and entries of the log by key, as `deeds.js` reads them.
type State = BTreeMap<String, String>;

fn read(state: &Value) -> State {
    serde_json::from_value(state.clone()).unwrap_or_default()
}

/// Chance that a seed decides.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    /// A seed for the page.
    fn seed(&mut self) -> Value {
        json!(self.below(1 << 31))
    }
}

/// How often something is killed in a series.
const KILLS: usize = 200;

/// The seeds of the series: one, and ten others each time under `HEATGRID_SOAK`. Each series has a browser of its own, since one
/// that keeps hundreds of registers takes ever longer to start.
fn seeds() -> Vec<u64> {
    if std::env::var_os("HEATGRID_SOAK").is_none() {
        return vec![2026];
    }
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(1, |it| it.as_secs());
    (now..now + 10).collect()
}

/// What happened last before the end.
struct End {
    /// What may be there afterwards.
    may_be: Vec<State>,
    /// The text that was being typed.
    typed: Option<String>,
}

/// Works for a while, up to the moment before the end.
fn work(page: &Page, chance: &mut Chance) -> End {
    let steps = json!(chance.below(3));
    let seed = chance.seed();
    page.do_all(
        "window.chance = deeds.chances(given[0]);
         for (let step = 0; step < given[1]; step += 1) { await deeds.any(chance); await deeds.saved() }",
        &[seed, steps],
    );
    match chance.below(8) {
        0 | 1 => {
            let states = page.do_all("return deeds.cut(chance)", &[]);
            End { may_be: states.as_array().into_iter().flatten().map(read).collect(), typed: None }
        }
        2 => {
            let text = format!("Typed {}", chance.below(1 << 40));
            let state = page.do_all("return deeds.leaveTyped(0, given[0])", &[json!(text)]);
            End { may_be: vec![read(&state)], typed: Some(text) }
        }
        3 => {
            // In the middle of typing, before anything is kept: the register is as it was.
            let state = page.do_all(
                "deeds.type(await deeds.begin(0, 'Owner'), 'Half a w'); await deeds.saved(); return deeds.state()",
                &[],
            );
            End { may_be: vec![read(&state)], typed: None }
        }
        _ => {
            let state = page.do_all("await deeds.any(chance); await deeds.saved(); return deeds.state()", &[]);
            End { may_be: vec![read(&state)], typed: None }
        }
    }
}

/// Opens the page again and compares. Answers the offer of what was being typed.
fn check(page: &Mortal, hash: &str, end: &End, number: usize, chance: &mut Chance) {
    if end.typed.is_some() {
        // Sooner, another tab might still be typing it. The page that it was typed in may have been ahead of time already.
        page.later(120_000 * number);
    }
    page.visit(hash);
    let found = page.do_all("await deeds.grid(); await deeds.saved(); return deeds.state()", &[]);
    let found = read(&found);
    assert!(end.may_be.contains(&found), "lost:\n{}", differences(&end.may_be, &found));
    let titles = page.do_all("return deeds.titles()", &[]);
    assert_eq!(titles[0], titles[1], "the grid shows other titles than are stored");
    if let Some(text) = &end.typed {
        let offer = page.frame().notice(has(text));
        offer.wait_says("did not finish");
        offer.button(if chance.below(2) == 0 { "Keep this text" } else { "Discard it" }).click();
        // What is left was typed in pages that ended before.
        wait::for_("no other offer", || {
            page.run("document.querySelectorAll('.notices button').forEach((it) => it.textContent.startsWith('Discard') && it.click())", &[]);
            !page.button("Discard it").is_there()
        });
        page.frame().wait_saved();
    }
}

/// Which keys are not as in the state that is nearest.
fn differences(may_be: &[State], found: &State) -> String {
    let of = |state: &State| {
        let keys = state.keys().chain(found.keys()).filter(|key| state.get(*key) != found.get(*key));
        let line = |key: &String| format!("{key}\n  was   {:?}\n  found {:?}", state.get(key), found.get(key));
        keys.map(line).collect::<std::collections::BTreeSet<_>>()
    };
    let nearest = may_be.iter().map(of).min_by_key(|lines| lines.len()).unwrap_or_default();
    nearest.into_iter().collect::<Vec<_>>().join("\n")
}

/// A page with a register, which may be killed.
fn begun() -> Mortal {
    let page = Page::unopened();
    page.with_deeds();
    page.visit("");
    page.bring_in(&fixture(known::FOUR_RISKS));
    Mortal::of(page)
}

#[test]
fn nothing_saved_is_lost_when_page_or_browser_are_killed_at_any_moment() {
    chromium_only!("only Chromium's driver can end the process of a page");
    seeds().into_iter().for_each(series);
}

/// Kills page and browser many times in a row, as a seed decides.
fn series(seed: u64) {
    say(&format!("kills: seed {seed}"));
    let mut chance = Chance(seed);
    let mut page = begun();
    // How many more crashes of the page alone the present browser lives to see.
    let mut crashes = 0;
    for number in 1..=KILLS {
        if chance.below(30) == 0 {
            // With a risk: a text cannot be begun where there is none.
            let title = json!(format!("Register {number}"));
            page.do_all("await deeds.make(given[0]); await deeds.add('The first'); await deeds.saved()", &[title]);
        }
        let hash = page.hash();
        let end = if crashes > 0 {
            crashes -= 1;
            let end = work(&page, &mut chance);
            page.crash();
            end
        } else {
            crashes = [0, 0, 1, 2, 8][chance.below(5) as usize];
            let shot = page.aim();
            let end = work(&page, &mut chance);
            shot.fire();
            page.start_again();
            end
        };
        if chance.below(8) == 0 {
            // Again, while the page is just being opened.
            let shot = page.aim();
            page.visit(&hash);
            shot.fire();
            page.start_again();
        }
        check(&page, &hash, &end, number, &mut chance);
    }
    wait::for_("the end", || page.frame().save_state().starts_with("Saved"));
    say(&format!("reliability: crashes: {KILLS} tried, 0 edits lost"));
}

#[test]
fn what_local_storage_has_in_an_older_state_is_brought_up_to_date() {
    chromium_only!("only Chromium's driver can end the process of a page");
    let mut page = begun();
    let young = "await deeds.make('Young'); await deeds.add('One'); await deeds.add('Two'); await deeds.add('Reached the disk');";
    page.do_all(&format!("{young} await deeds.saved()"), &[]);
    page.wait_on_disk("Reached the disk");
    // A checkpoint comes after this: a key that is new, and says of others that they hold all up to here.
    let state = page.do_all(
        "await deeds.edit(1, 'Owner', 'Early');
         for (let step = 1; step <= 40; step += 1) await deeds.edit(2, 'Risk', `Only in the journal ${step}`);
         await deeds.use(0, 'Delete');
         await deeds.saved();
         return deeds.state()",
        &[],
    );
    let hash = page.hash();
    page.aim().fire();
    page.start_again();
    let end = End { may_be: vec![read(&state)], typed: None };
    check(&page, &hash, &end, 1, &mut Chance(1));
}
