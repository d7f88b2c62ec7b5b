//! Text being typed survives a reload in the middle of typing.

mod common;

use common::*;
use register::change::Place;
use store::testing::Memory;
use store::{Draft, Failure, PREFIX};

fn draft(tab: &str, text: &str) -> Draft {
    Draft {
        tab: tab.into(),
        place: Place::Item("r1".into(), "controls".into(), "r1-c1".into()),
        field: "description".into(),
        text: text.into(),
        at: author(3).at,
    }
}

#[test]
fn a_draft_is_offered_after_a_reload_until_it_lands() {
    let memory = Memory::default();
    let book = shelf(&memory, "a").create(register("reg", 3), &author(0));
    let before = book.register().clone();
    for text in ["W", "Wa", "Watched da"] {
        book.put_draft(&draft("a", text)).unwrap();
    }
    book.put_draft(&draft("a", "Watched “dai")).unwrap();
    let mut again = open(&memory, "b");
    assert_eq!(again.register(), &before, "nothing has landed yet");
    assert_eq!(again.drafts(), [draft("a", "Watched “dai")]);
    again.put_draft(&draft("b", "another")).unwrap();
    assert_eq!(book.drafts(), [draft("a", "Watched “dai"), draft("b", "another")]);
    let Draft { place, field, text, tab, .. } = again.drafts().remove(0);
    again.commit(set(place, &field, text.into()), &author(5)).unwrap();
    again.drop_draft(&tab).unwrap();
    again.clear_draft().unwrap();
    let last = open(&memory, "c");
    assert_eq!(last.register().risks[1].controls[0].description, "Watched “dai");
    assert_eq!(last.drafts(), []);
    memory.fail(1, 1);
    assert_eq!(book.put_draft(&draft("a", "x")), Err(Failure::Full));
    memory.put(&format!("{PREFIX}r/reg/draft/x"), "{");
    assert_eq!(book.drafts(), [], "a draft that cannot be read costs nothing else");
}
