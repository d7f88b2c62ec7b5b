//! Going from card to card, and names that are offered while they are typed.

use browser_tests::known::{BUDGET, CASELOADS, FIRE, PAYROLL};
use browser_tests::{Page, has, wait};

fn first_card() -> Page {
    let page = Page::with_four_risks();
    page.frame().go("Cards");
    page.card().wait(CASELOADS);
    page
}

#[test]
fn one_goes_from_card_to_card() {
    let page = first_card();
    let card = page.card();
    page.button("Next risk").click();
    card.wait(BUDGET);
    page.button("Previous risk").click();
    card.wait(CASELOADS);
    card.jump_to("payroll");
    card.wait(PAYROLL);
    page.filter().quick(&["Open only"]);
    page.button("Next risk").click();
    card.wait(CASELOADS);
    page.button("Delete").click();
    card.wait(BUDGET);
    page.frame().message().button("Undo").click();
    wait::for_("the risk to be back", || page.frame().summary().starts_with("4 risks"));
}

#[test]
fn one_goes_from_card_to_card_by_keys_and_what_is_typed_lands() {
    let page = first_card();
    page.card().field("Notes").fill("Typed on the way");
    page.press("Alt+PageDown");
    page.card().wait(BUDGET);
    page.press("Alt+PageDown");
    page.card().wait(FIRE);
    page.press("Alt+PageUp");
    page.press("Alt+PageUp");
    page.card().wait(CASELOADS);
    wait::equal("the note", "Typed on the way", || page.card().field("Notes").value());
}

#[test]
fn a_risk_is_found_by_its_number_or_by_words() {
    let page = first_card();
    let jump = page.card().jump();
    assert_eq!(jump.value(), format!("1 {CASELOADS}"));
    jump.focus();
    // The whole name is chosen, so that typing takes its place.
    page.type_text("fire");
    let options = page.role("listbox", "Risks");
    wait::equal("the risks", vec![format!("3 {FIRE}")], || options.role("option", has("")).texts());
    page.card().check_under_what_floats("the list of risks");
    assert_eq!(jump.attribute("aria-expanded").as_deref(), Some("true"));
    page.press("Enter");
    page.card().wait(FIRE);
    assert_eq!(jump.attribute("aria-expanded").as_deref(), Some("false"));
    wait::equal("the field", format!("3 {FIRE}"), || jump.value());
    // The arrow opens the list around the card; Escape closes it and nothing happens.
    page.press("ArrowDown");
    wait::equal("the active risk", Some(format!("3 {FIRE}")), || active(&page));
    page.press("ArrowDown");
    wait::equal("the active risk", Some(format!("4 {PAYROLL}")), || active(&page));
    page.press("Escape");
    options.wait_gone();
    page.card().wait(FIRE);
    page.type_text("nothing like it");
    page.text(has("No risk has this number")).wait();
    page.press("Escape");
    wait::equal("the field", format!("3 {FIRE}"), || jump.value());
    jump.fill("2");
    options.role("option", has(BUDGET)).click();
    page.card().wait(BUDGET);
}

/// The option that the focused field says is active.
fn active(page: &Page) -> Option<String> {
    let script = "
        const id = document.activeElement?.getAttribute('aria-activedescendant');
        return id ? document.getElementById(id).innerText.trim() : null";
    page.run(script, &[]).as_str().map(str::to_owned)
}

#[test]
fn names_of_the_register_are_offered_while_owners_are_typed() {
    let page = first_card();
    let owner = page.card().item("Action 1").textbox("Owner");
    owner.focus();
    page.press("Control+End");
    page.type_text("; prop");
    let names = page.role("listbox", "Names in this register");
    wait::equal("the names", vec!["Head of Property".to_owned()], || names.role("option", has("")).texts());
    page.card().check_under_what_floats("the list of names");
    page.press("ArrowDown");
    wait::equal("the active name", Some("Head of Property".to_owned()), || active(&page));
    page.press("Enter");
    names.wait_gone();
    assert_eq!(owner.value(), "Head of HR; Head of Property");
    // More can be typed, and all of it is saved when the field is left.
    page.type_text("; Board");
    page.press("Tab");
    page.frame().wait_saved();
    page.reload();
    wait::equal("the owners", "Head of HR; Head of Property; Board", || owner.value());
    // By mouse: a click on a name leaves the focus in the field.
    let owners = page.card().field("Owners");
    owners.fill("chief");
    names.role("option", "Chief Finance Officer").click();
    assert!(owners.has_focus());
    page.press("Tab");
    page.reload();
    wait::equal("the owner", "Chief Finance Officer", || page.card().field("Owners").value());
}

#[test]
fn escape_closes_the_names_first_and_then_gives_the_text_up() {
    let page = first_card();
    let owners = page.card().field("Owners");
    let before = owners.value();
    owners.fill("head");
    let names = page.role("listbox", "Names in this register");
    names.wait();
    page.press("Escape");
    names.wait_gone();
    assert_eq!(owners.value(), "head");
    page.press("Escape");
    wait::equal("the owners", before, || owners.value());
}
